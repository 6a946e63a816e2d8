import { html, nothing, type TemplateResult } from "lit";
import { galleryNames } from "../../gallery.js";
import type { Page, Screen } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { STEPS } from "../../router.js";
import { troubleText } from "../../parts/trouble.js";
import type { RubricRecord, WorkRecord } from "../../store/schema.js";
import { StorageTrouble } from "../../store/trouble.js";
import { bin, everything } from "./everything.js";
import { galleryCards } from "./gallery-cards.js";
import { openBox } from "./open-box.js";
import { opener } from "./opening.js";
import { recent } from "./recent.js";

/** The first page: go on with something, start from a rubric, or open one. */
export class HomeScreen implements Screen {
  readonly page: Page;
  works: readonly WorkRecord[] | null = null;
  rubrics: ReadonlyMap<string, RubricRecord> = new Map();
  trouble: string | null = null;
  /** The work whose title is being written. */
  renaming: string | null = null;
  allRubrics = false;
  /** What is being started. */
  starting: string | null = null;
  readonly #off: () => void;

  constructor(page: Page) {
    this.page = page;
    this.#off = page.store.news.listen(() => void this.refresh());
    void page.store.tidy().catch(() => {});
    void this.refresh();
  }

  title(): string {
    return this.page.say.app.home;
  }

  close(): void {
    this.#off();
  }

  async refresh(): Promise<void> {
    try {
      const [works, rubrics] = [await this.page.store.works(), await this.page.store.rubrics()];
      this.works = works;
      this.rubrics = new Map(rubrics.map((rubric) => [rubric.id, rubric]));
      this.trouble = null;
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      this.works ??= [];
    }
    this.page.update();
  }

  async start(file: string): Promise<void> {
    this.starting = file;
    this.page.update();
    const { say } = this.page;
    await opener(this.page).start(file).catch((error: unknown) => {
      const text = error instanceof StorageTrouble ? troubleText(error, say) : `${say.app.engineFailed}. ${say.app.browserSays(troubleText(error, say))}`;
      this.page.toast({ text, action: { label: say.app.tryAgain, run: () => void this.start(file) } });
    });
    this.starting = null;
    this.page.update();
  }

  render(): TemplateResult {
    const { say } = this.page;
    const live = (this.works ?? []).filter(({ deleted }) => deleted === null);
    const returning = live.length > 0;
    return html`<div class="home ${returning ? "returning" : "fresh"}">
      <section class="hero">
        <h1>${say.home.title}</h1>
        <p class="lead">${say.home.lead}</p>
        <ol class="way" aria-label=${say.home.tourTitle}>
          ${say.home.steps.map((step, index) => html`<li>${icon(STEPS[index] ?? "gap")}<span>${step}</span></li>`)}
        </ol>
      </section>
      ${this.trouble === null ? nothing : html`<div class="banner bad" role="alert">${icon("failed")}<p>${say.home.couldNotRead}. ${say.app.browserSays(this.trouble)}</p>
        <button type="button" @click=${() => void this.refresh()}>${say.app.tryAgain}</button></div>`}
      ${returning ? recent(this, live) : nothing}
      ${galleryCards(this, galleryNames())}
      ${openBox(this.page)}
      ${everything(this)}
      ${bin(this)}
    </div>`;
  }
}
