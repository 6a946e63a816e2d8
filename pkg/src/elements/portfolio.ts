import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Assessment } from "../assessment.js";
import { RubricError } from "../errors.js";
import type { Portfolio, PortfolioFile, PortfolioOptions } from "../portfolio-types.js";
import { noteIn } from "../texts/notes.js";
import { capital } from "../texts/plain.js";
import { RubricElement } from "./base.js";
import { heading } from "./draw/bits.js";
import { tell } from "./slot/events.js";
import { evidenceFiles, takeFiles } from "./slot/files.js";
import { glyph } from "./slot/findings.js";
import { slotStyle } from "./slot/style.js";
import { summaryOf } from "./slot/summary.js";
import { type SlotTerms, slotTerms } from "./slot/terms.js";
import { tokens } from "./styles.js";

/** An element that has an assessment, begins anew with a saved one, and says when it is ready: `<rubric-assessment>`. */
interface Desk extends HTMLElement {
  readonly assessment: Assessment | null;
  saved: unknown;
}

/**
 * Saves an assessment with its evidence as one file, and opens such a file again:
 * every file is held against its hash, and what is not as it was packed is said
 * before anybody goes on with it.
 *
 * - `assessment`: the live assessment, or
 * - `for`: the id of a `<rubric-assessment>` in the same tree; then its assessment
 *   is saved, and it goes on with a portfolio that was opened.
 * - `rubric-portfolio` says that the person wants to go on with an opened one. A host
 *   without `for` starts an assessment with `detail.portfolio.saved` and hands the
 *   files over with `takeFiles(assessment, portfolio)`.
 *
 * @fires {RubricPortfolioEvent} rubric-portfolio - A portfolio was opened and checked, and the person wants to go on with it.
 *
 * @csspart portfolio - All of it.
 * @csspart button - Every button.
 * @csspart save - The button that saves.
 * @csspart open - The button that opens.
 *
 * @cssprop --rubric-accent - What can be clicked, and what is chosen.
 * @cssprop --rubric-on-accent - Text on the accent.
 * @cssprop --rubric-accent-soft - Behind what is chosen.
 * @cssprop --rubric-surface - Behind rows and the summary; transparent unless said.
 * @cssprop --rubric-overlay - Behind what lies over the page: the bar of a narrow page and its panel.
 * @cssprop --rubric-overlay-ink - Text on it.
 * @cssprop --rubric-muted - Quiet text.
 * @cssprop --rubric-line - Thin lines.
 * @cssprop --rubric-line-strong - Frames of what can be used.
 * @cssprop --rubric-good - Earned, complete.
 * @cssprop --rubric-wait - Possible, pending.
 * @cssprop --rubric-away - Out of reach, incomplete.
 * @cssprop --rubric-bad - Mistakes.
 * @cssprop --rubric-radius - Rounding of cards.
 * @cssprop --rubric-gap - Between cards.
 */
export class RubricPortfolio extends RubricElement {
  static override properties: PropertyDeclarations = {
    assessment: { attribute: false },
    for: { type: String },
    headingLevel: { type: Number, attribute: "heading-level" },
  };
  static override styles = [tokens, slotStyle];

  /** The live assessment to save. */
  declare assessment: Assessment | null;
  /** The id of a `<rubric-assessment>`: it is saved, and goes on with what was opened. */
  declare for: string | null;
  /** The level of its heading. */
  declare headingLevel: number;

  #busy: { readonly opening: boolean; done: number; readonly stop: AbortController } | null = null;
  #opened: Portfolio | null = null;
  #trouble = "";
  #done = "";
  #leave: (() => void)[] = [];
  #heard: Assessment | null = null;
  /** Waits no longer for the assessment that an opened portfolio's files go to. */
  #handing: () => void = () => {};

  constructor() {
    super();
    this.assessment = null;
    this.for = null;
    this.headingLevel = 3;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The assessment of the other element comes later than it does.
    document.addEventListener("rubric-ready", this.#ready);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("rubric-ready", this.#ready);
    this.#unlisten();
    this.#handing();
    this.#busy?.stop.abort();
  }

  readonly #ready = (): void => this.requestUpdate();

  #unlisten(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    this.#heard = null;
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const now = this.#assessment;
    if (now === this.#heard) return;
    this.#unlisten();
    this.#heard = now;
    if (now) this.#leave = [now.onChange(() => this.requestUpdate()), evidenceFiles(now).onChange(() => this.requestUpdate())];
  }

  get #desk(): Desk | null {
    const root = this.getRootNode();
    return this.for === null || !(root instanceof Document || root instanceof ShadowRoot) ? null : (root.getElementById(this.for) as Desk | null);
  }

  get #assessment(): Assessment | null {
    return this.assessment ?? this.#desk?.assessment ?? null;
  }

  get #terms(): SlotTerms {
    return slotTerms(this.words.lang());
  }

  /**
   * The assessment and its files as one file, with a page to read.
   *
   * @throws RubricError when there is no assessment, or more than a portfolio holds.
   */
  async packPortfolio(options: PortfolioOptions = {}): Promise<Blob> {
    const assessment = this.#assessment;
    if (!assessment) throw new RubricError("there is no assessment to save");
    const [{ packPortfolio }, { pathOf }] = await Promise.all([import("../evidence/index.js"), import("../evidence/portfolio.js")]);
    const files: readonly PortfolioFile[] = evidenceFiles(assessment).list();
    const path = (slot: string, id: string): string | undefined => {
      const at = files.findIndex((one) => one.slot === slot && one.id === id);
      return at < 0 ? undefined : pathOf(at, files[at]?.name ?? "");
    };
    const { outline, outcome, given } = assessment;
    const page = summaryOf({ words: this.words, voice: this.voice, outline, outcome, given, numberless: outline.levelsOnly, level: 1 }, this.#terms, path, given.today);
    return packPortfolio({ saved: assessment.save({ at: new Date().toISOString() }), files, html: page }, options);
  }

  /**
   * Opens a portfolio, and shows what became of its files.
   *
   * @throws RubricError when it is none, or built to do harm.
   */
  async openPortfolio(file: Blob, options: PortfolioOptions = {}): Promise<Portfolio> {
    const { openPortfolio } = await import("../evidence/index.js");
    const portfolio = await openPortfolio(file, options);
    this.#opened = portfolio;
    this.requestUpdate();
    return portfolio;
  }

  async #work(opening: boolean, work: (options: PortfolioOptions) => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const busy = (this.#busy = { opening, done: 0, stop });
    [this.#trouble, this.#done] = ["", ""];
    this.requestUpdate();
    try {
      await work({
        signal: stop.signal,
        locale: this.words.lang(),
        onProgress: (done) => {
          busy.done = done;
          this.requestUpdate();
        },
      });
    } catch (error) {
      if (!stop.signal.aborted) this.#trouble = opening && error instanceof RubricError ? `${capital(error.message)}.` : this.words.term("refused", error instanceof Error ? error.message : String(error));
    }
    this.#busy = null;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(opening ? ".opened, .open" : ".save")?.focus());
  }

  readonly #save = (): void => {
    const assessment = this.#assessment;
    if (!assessment) return;
    void this.#work(false, async (options) => {
      const blob = await this.packPortfolio(options);
      const url = URL.createObjectURL(blob);
      const link = document.createElement("a");
      Object.assign(link, { href: url, download: `${assessment.outline.name}-portfolio.zip` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      this.#done = this.#terms.saved(this.voice.size({ n: BigInt(blob.size), d: 1n }, 1));
    });
  };

  readonly #picked = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    this.#opened = null;
    if (file) void this.#work(true, async (options) => void (await this.openPortfolio(file, options)));
  };

  readonly #take = (): void => {
    const portfolio = this.#opened;
    if (!portfolio) return;
    this.#opened = null;
    const desk = this.#desk;
    if (desk) {
      this.#handOver(desk, portfolio);
      desk.saved = portfolio.saved;
    }
    tell(this, "rubric-portfolio", { portfolio });
    this.requestUpdate();
  };

  /** The files go to the assessment that begins next; where none can begin, to no later one. */
  #handOver(desk: Desk, portfolio: Portfolio): void {
    this.#handing();
    const ready = (event: Event): void => {
      this.#handing();
      takeFiles((event as CustomEvent<{ assessment: Assessment }>).detail.assessment, portfolio);
    };
    this.#handing = () => {
      desk.removeEventListener("rubric-ready", ready);
      desk.removeEventListener("rubric-error", this.#handing);
      this.#handing = () => {};
    };
    desk.addEventListener("rubric-ready", ready);
    desk.addEventListener("rubric-error", this.#handing);
  }

  protected override render(): TemplateResult {
    const [terms, assessment, busy] = [this.#terms, this.#assessment, this.#busy];
    const missing = assessment ? evidenceFiles(assessment).missing() : [];
    return html`<div class="slot" part="portfolio" role="group" aria-labelledby="label">
      <div class="head">${heading(this.headingLevel, terms.portfolio, { id: "label" })}</div>
      <div class="acts">
        <button type="button" class="save" part="button save" ?disabled=${!assessment || busy !== null} @click=${this.#save}>${terms.save}</button>
        <button type="button" class="open quiet" part="button open" ?disabled=${busy !== null} @click=${() => this.renderRoot.querySelector<HTMLInputElement>("#picker")?.click()}>${terms.open}</button>
        <input id="picker" type="file" hidden tabindex="-1" accept=".zip,application/zip" @change=${this.#picked} />
      </div>
      ${missing.length === 0 ? nothing : html`<p class="muted">${terms.missingFiles(this.voice.and(missing.map(({ name }) => name)))}</p>`}
      ${busy === null
        ? nothing
        : html`<div class="top"><progress max="1" .value=${busy.done} aria-label=${busy.opening ? terms.opening : terms.saving}></progress>
            <div class="acts"><button type="button" class="quiet" @click=${() => busy.stop.abort()}>${terms.cancel}</button></div></div>`}
      ${this.#trouble === "" ? nothing : html`<p class="error" role="alert">${this.#trouble}</p>`}
      ${this.#opened ? this.#drawOpened(this.#opened) : nothing}
      <p class=${this.#done === "" ? "unseen" : "muted"} role="status">${busy ? (busy.opening ? terms.opening : terms.saving) : this.#done}</p>
    </div>`;
  }

  #drawOpened({ saved, files, problems }: Portfolio): TemplateResult {
    const terms = this.#terms;
    const rubric = this.#assessment?.rubric;
    const other = rubric !== undefined && saved.rubric.name !== rubric.outline.name;
    const sentences = problems.map((problem) => noteIn(this.voice.language, problem));
    return html`<div class="item opened" tabindex="-1" role="group" aria-labelledby="opened">
      <p id="opened"><strong dir="auto">${saved.rubric.title}</strong></p>
      <p class=${problems.length === 0 ? "" : "error"} role="alert">${glyph(problems.length === 0 ? "done" : "mend")} ${problems.length === 0 ? terms.whole : terms.changed} <span class="muted">${terms.opened(files.length)}</span></p>
      ${sentences.length === 0 ? nothing : html`<ul>${sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)}</ul>`}
      <ul class="findings">${files.map(
        ({ name, state }) => html`<li class="finding" data-standing=${state === "same" ? "done" : "mend"}><span class="sign">${glyph(state === "same" ? "done" : "mend")}<span>${terms.fileState(state)}</span></span><span class="said"><bdi>${name}</bdi></span></li>`,
      )}</ul>
      ${other ? html`<p class="error">${terms.otherRubric}</p>` : nothing}
      <div class="acts"><button type="button" class="main take" @click=${this.#take}>${terms.take}</button><button type="button" class="quiet" @click=${() => this.#close()}>${terms.dismiss}</button></div>
    </div>`;
  }

  #close(): void {
    this.#opened = null;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".open")?.focus());
  }
}
