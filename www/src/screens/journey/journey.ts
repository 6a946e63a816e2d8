import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { engine } from "../../engine.js";
import type { Page, Screen } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { troubleText } from "../../parts/trouble.js";
import { addressOf, STEPS, type Route, type StepName } from "../../router.js";
import { takeUp, watchTyping } from "../../work/typing.js";
import { Work } from "../../work/work.js";
import { sorry } from "../nowhere.js";
import { workBar } from "./bar.js";
import { newerVersion, type Newer } from "./newer.js";
import type { JourneyStep } from "./step.js";
import { STEP_MODULES } from "./steps.js";

type WorkRoute = Extract<Route, { at: "work" }>;

type State =
  | { readonly is: "loading" }
  | { readonly is: "open"; readonly work: Work }
  | { readonly is: "missing" }
  | { readonly is: "failed"; readonly heading: string; readonly why: string; readonly detail: string };

/** One assessment with its six steps. */
export class JourneyScreen implements Screen {
  readonly #page: Page;
  #route: WorkRoute;
  #state: State = { is: "loading" };
  #step: { readonly name: StepName; readonly of: Work; readonly made: JourneyStep } | null = null;
  #newer: Newer | null = null;
  #closed = false;
  #ending = false;
  readonly #off: (() => void)[] = [];

  constructor(page: Page, route: WorkRoute) {
    this.#page = page;
    this.#route = route;
    void this.#open();
  }

  title(): string {
    const { say } = this.#page;
    return this.#state.is === "open" ? `${say.journey.steps[this.#route.step]} · ${this.#state.work.title}` : say.app.loading;
  }

  route(route: Route): void {
    if (route.at !== "work") return;
    const moved = route.step !== this.#route.step;
    this.#route = route;
    if (moved) void this.#enter();
    else if (route.row !== null) this.#step?.made.reveal?.(route.row);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const off of this.#off) off();
    this.#step?.made.close?.();
    if (this.#state.is !== "open") return;
    const { say } = this.#page;
    if (!(await this.#state.work.close())) this.#page.toast({ text: say.storage.held });
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const state = this.#state;
    switch (state.is) {
      case "loading": return html`<section class="sorry"><h1 class="unseen">${say.app.loading}</h1><p class="lead waiting">${say.app.starting}</p></section>`;
      case "missing": return sorry(say.journey.missing, say.journey.missingWhy, html`<a class="button primary" href=${addressOf({ at: "home" })}>${say.app.toHome}</a>`);
      case "failed": return sorry(state.heading, state.why, html`<button type="button" class="primary" @click=${() => void this.#open()}>${say.app.tryAgain}</button>
        <a class="button" href=${addressOf({ at: "home" })}>${say.app.toHome}</a>`, say.app.browserSays(state.detail));
      case "open": return this.#opened(state.work);
    }
  }

  #opened(work: Work): TemplateResult {
    const { say } = this.#page;
    const at = STEPS.indexOf(this.#route.step);
    const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
    return html`
      <div class="journey">
        ${workBar(work, this.#page)}
        <nav class="steps" aria-label=${say.journey.nav}>
          <ol>${STEPS.map((name) => this.#tab(name))}</ol>
        </nav>
        ${this.#newer ? this.#newer.render() : nothing}
        ${keyed(this.#route.step, html`<div class="step" data-step=${this.#route.step}>
          <h1>${say.journey.steps[this.#route.step]}</h1>
          ${this.#tour()}
          ${this.#step?.name === this.#route.step ? this.#step.made.render() : html`<p class="waiting">${say.app.loading}</p>`}
          <p class="onward">
            ${before ? html`<a class="button quiet" href=${this.#address(before)}>${icon("prev")}${say.journey.previous(say.journey.steps[before])}</a>` : nothing}
            ${after ? html`<a class="button primary" href=${this.#address(after)}>${say.journey.next(say.journey.steps[after])}${icon("next")}</a>` : nothing}
          </p>
        </div>`)}
      </div>`;
  }

  #tab(name: StepName): TemplateResult {
    const { say } = this.#page;
    const current = name === this.#route.step ? "step" : nothing;
    return html`<li><a href=${this.#address(name)} aria-current=${current} aria-label=${say.journey.steps[name]}>
      ${icon(name)}<span class="long" aria-hidden="true">${say.journey.steps[name]}</span><span class="short" aria-hidden="true">${say.journey.short[name]}</span></a></li>`;
  }

  /** What one does here, until somebody has seen all of it or wants no more of it. */
  #tour(): TemplateResult | typeof nothing {
    const { say, store } = this.#page;
    if (store.settings.tourSeen) return nothing;
    const enough = () => {
      void store.keepSettings({ tourSeen: true }).catch(() => {});
      this.#page.update();
    };
    if (this.#route.step === "hand-in" && !this.#ending) {
      // Whoever came this far has seen it.
      this.#ending = true;
      this.#off.push(enough);
    }
    return html`<aside class="tour" aria-label=${say.journey.tour}>${icon("spark")}<p>${say.journey.tourOf[this.#route.step]}</p>
      <button type="button" class="quiet" @click=${enough}>${say.journey.tourSkip}</button></aside>`;
  }

  #address(step: StepName): string {
    return addressOf({ at: "work", id: this.#route.id, step, row: null });
  }

  async #open(): Promise<void> {
    this.#state = { is: "loading" };
    try {
      const { store, locale } = this.#page;
      const [rubricate, record] = await Promise.all([engine(), store.work(this.#route.id)]);
      const rubric = record && (await store.rubric(record.rubric));
      if (this.#closed) return;
      if (!record || !rubric) this.#state = { is: "missing" };
      else this.#take(await Work.open({ rubricate, store, record, rubric, locale }));
    } catch (error) {
      this.#failed(error);
    }
    await this.#enter();
    if (this.#route.row === null) this.#page.arrive();
    else this.#page.update();
  }

  #take(work: Work): void {
    if (this.#closed) return void work.close();
    this.#state = { is: "open", work };
    this.#off.push(work.listen((event) => {
      if (event.kind === "reload") void this.#enter(true);
      if (event.kind === "unsaved") this.#page.toast({ text: `${troubleText(event.why, this.#page.say)} ${this.#page.say.storage.held}` });
      this.#page.update();
    }));
    const leave = () => void work.flush();
    const hidden = () => {
      if (document.visibilityState === "hidden") leave();
    };
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hidden);
    const keys = (event: KeyboardEvent) => this.#key(event, work);
    addEventListener("keydown", keys);
    const drop = (event: DragEvent) => this.#dropped(event);
    addEventListener("drop", drop, { capture: true });
    this.#off.push(() => {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("keydown", keys);
      removeEventListener("drop", drop, { capture: true });
    });
    this.#off.push(watchTyping(work, document));
    takeUp(work);
    // It brings the elements along, which the first look at a work does not wait for.
    void import("../../work/evidence.js").then(({ watchEvidence }) => {
      if (this.#closed) return;
      this.#off.push(watchEvidence(work, document, this.#page));
    }, () => {});
    void newerVersion(work, this.#page).then((newer) => {
      this.#newer = newer;
      this.#page.update();
    }, () => {});
  }

  #failed(error: unknown): void {
    const { say } = this.#page;
    const detail = error instanceof Error ? error.message : String(error);
    const rubric = error instanceof Error && error.name === "RubricError";
    this.#state = rubric
      ? { is: "failed", heading: say.journey.unreadable, why: say.journey.unreadableWhy, detail }
      : { is: "failed", heading: say.app.engineFailed, why: say.app.engineFailedWhy, detail };
  }

  /** Makes the step of the address; a step that is there stays, unless everything was read anew. */
  async #enter(anew = false): Promise<void> {
    const state = this.#state;
    if (state.is !== "open") return;
    const { step, row } = this.#route;
    if (anew || this.#step?.name !== step || this.#step.of !== state.work) {
      const make = await STEP_MODULES[step]();
      if (this.#closed || this.#route.step !== step) return;
      this.#step?.made.close?.();
      this.#step = { name: step, of: state.work, made: make(state.work, this.#page) };
    }
    this.#page.update();
    if (row !== null) queueMicrotask(() => this.#step?.made.reveal?.(row));
  }

  /** Undo wherever one is, except in a field, whose own undo is nearer. */
  #key(event: KeyboardEvent, work: Work): void {
    const [target] = event.composedPath();
    const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, input:not([type=radio], [type=checkbox], [type=range])"));
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) work.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) work.redo();
    else return;
    event.preventDefault();
  }

  #dropped(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0 && this.#step?.made.drop?.(files)) event.preventDefault();
  }
}
