import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import type { Assessment } from "../assessment.js";
import { RubricError, RubricFault } from "../errors.js";
import type { Held } from "../held.js";
import type { Rubric } from "../rubric.js";
import type { Restored, Saved } from "../saved-types.js";
import type { Steps } from "../steps.js";
import type { Change, OutlineLadder, StartOptions } from "../types.js";
import { sheetStyles, standingStyles } from "./assessment-styles.js";
import { RubricControl } from "./control.js";
import type { Compiled } from "./compiling.js";
import { drawAsks, drawCodes, isOpen } from "./draw/asks.js";
import { heading, icon, rove, settle } from "./draw/bits.js";
import { awardText, languageOf, scoreText, type Desk, type RowUi } from "./draw/desk.js";
import { drawInstead } from "./draw/faults.js";
import { drawRestored } from "./draw/restored.js";
import { drawMasthead, drawSheet } from "./draw/sheet.js";
import { drawAdvice, drawAwards, drawMissing, drawProgress, drawResults, drawScores, drawSteps, endsOf, type Ends, seenScores } from "./draw/standing.js";
import type { RubricEvidenceSlot } from "./evidence-slot.js";
import { Later } from "./later.js";
import { Live } from "./live.js";
import { faultStyles, tokens } from "./styles.js";

/** Between the last edit and what is said of it, kept of it, and looked for after it. */
const SAY = 700;
const KEEP = 800;
const SEEK = 200;
const FORM = 150;
/** With more rows than these, the shortest way is worked out when it is asked for. */
const MOST_SOUGHT = 150;
/** With more rows than these, those out of sight are not laid out. */
const MANY = 60;
const QUIET: RowUi = { turn: 0, error: "", typing: false, leaving: false, leaveError: "", commenting: false, comment: null };
const NO_OPTIONS: StartOptions = Object.freeze({});

/**
 * A rubric to rate oneself (or somebody) against, with where one stands after
 * every click. In a form it is a control whose value is the saved document.
 *
 * @fires {RubricReadyEvent} rubric-ready - There is a rubric and a live assessment of it.
 * @fires {RubricChangeEvent} rubric-change - Something was given or taken back.
 * @fires {RubricSaveEvent} rubric-save - Time to keep what was given: some moments after the last edit, and before the page goes away.
 * @fires {RubricErrorEvent} rubric-error - The rubric cannot be used, or the engine failed.
 *
 * @slot header - In place of the title and what stands with it.
 * @slot tools - More buttons beside undo and redo.
 * @slot footer - Behind the rubric.
 * @slot summary - At the end of where one stands.
 * @slot empty - While there is no rubric.
 * @slot loading - While it is fetched.
 *
 * @csspart page - The rubric, beside the summary.
 * @csspart masthead - Title, about, and who stands behind the rubric.
 * @csspart title - The title.
 * @csspart tools - The bar with undo and redo.
 * @csspart button - Every button.
 * @csspart undo - Undo.
 * @csspart redo - Redo.
 * @csspart close - Finish, and open again.
 * @csspart clear - Takes a rating back.
 * @csspart notice - What is said above the rows.
 * @csspart sheet - All questions and rows.
 * @csspart asks - The questions.
 * @csspart ask - One of them.
 * @csspart part - A part of the rubric.
 * @csspart part-head - Its heading.
 * @csspart row - A row.
 * @csspart row-rated - A row that is rated; likewise row-unanswered, row-left-out, row-not-scored, row-not-asked and row-worked-out.
 * @csspart row-title - The name of a row.
 * @csspart about - The author's explanation of a row.
 * @csspart facts - Weight, tags and the like.
 * @csspart levels - The levels of a row.
 * @csspart level - One of them.
 * @csspart level-selected - The one that is chosen.
 * @csspart descriptor - What the level looks like.
 * @csspart number - The field of a number.
 * @csspart outcome - What a row came to that is worked out.
 * @csspart comment - A comment with its label.
 * @csspart comment-field - Its field.
 * @csspart evidence - The evidence.
 * @csspart evidence-slot - One slot. Its own parts are there too, as slot-state, slot-asks, slot-text, pieces, piece, give and drop.
 * @csspart codes - What is given instead of ratings.
 * @csspart summary - Where one stands.
 * @csspart bar - Of a narrow page: the bar that opens it.
 * @csspart panel - What it holds.
 * @csspart progress - How many rows are rated.
 * @csspart scores - All scores.
 * @csspart score - One of them.
 * @csspart score-text - It in words.
 * @csspart track - Its bar.
 * @csspart results - All results.
 * @csspart result - One of them.
 * @csspart award - An award.
 * @csspart award-text - Where it stands.
 * @csspart rung - A rung of it.
 * @csspart badge - The state of a rung.
 * @csspart badge-earned - The same when earned; likewise badge-possible, badge-out-of-reach and badge-pending.
 * @csspart reasons - What stands in its way.
 * @csspart overrule - Deciding an award by hand.
 * @csspart steps - The fewest changes to the next rung.
 * @csspart advice - What the author advises.
 * @csspart empty - What stands there without a rubric.
 * @csspart loading - What stands there while it is fetched.
 * @csspart error - What is wrong with it.
 *
 * @cssprop --rubric-sticky-top - How far the summary keeps from the top of the window, such as the height of a header that stays.
 * @cssprop --rubric-bar-bleed - The margin of the bar of a narrow page; negative, it reaches over the padding around the element.
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
 *
 * @cssstate complete - Every row is rated.
 * @cssstate closed - It is finished.
 */
export class RubricAssessment extends RubricControl {
  static override properties: PropertyDeclarations = {
    src: { type: String },
    source: { type: String },
    rubric: { attribute: false },
    files: { attribute: false },
    saved: { attribute: false },
    assessment: { attribute: false },
    options: { attribute: false },
    today: { type: String },
    name: { type: String, reflect: true },
    view: { type: String, reflect: true },
    readonly: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean, reflect: true },
    hideNumbers: { type: Boolean, attribute: "hide-numbers", reflect: true },
    headingLevel: { type: Number, attribute: "heading-level" },
  };
  static override styles = [tokens, faultStyles, sheetStyles, standingStyles];

  /** Where the rubric is, as text. */
  declare src: string | null;
  /** The rubric as text; counts before `src`. A child `<script type="text/rubric">` does too, after both. */
  declare source: string | null;
  /** The rubric, compiled; counts before `source`. */
  declare rubric: Rubric | null;
  /** What `use "path.rubric"` in the text may name: texts by path. */
  declare files: Readonly<Record<string, string>> | null;
  /** The document to begin with, as `rubric-save` and `save()` gave it, or its JSON. Setting it begins anew. */
  declare saved: Saved | string | null;
  /** The live assessment: the element's own, or one that the host gives it and goes on owning. */
  declare assessment: Assessment | null;
  /** What `rubric.start` is told besides: settings, answers, rater. Setting it begins anew. */
  declare options: Omit<StartOptions, "saved" | "locale">;
  /** The day that counts, as `2025-08-01`; without it the device's. */
  declare today: string | null;
  /** The name in a form. */
  declare name: string | null;
  /** `cards`, or `grid`: the levels beside the name, where there is room. */
  declare view: "cards" | "grid";
  /** It can be read and not changed. */
  declare readonly: boolean;
  /** It cannot be changed, and a form leaves it out. */
  declare disabled: boolean;
  /** A form is not valid before everything is rated. */
  declare required: boolean;
  /** Points, scores, weights and bounds are not shown. */
  declare hideNumbers: boolean;
  /** The level of the title's heading; 2 unless said. */
  declare headingLevel: number;

  readonly #later = new Later();
  readonly #rows = new Map<string, RowUi>();
  readonly #slots = new Map<string, RubricEvidenceSlot>();
  readonly #live: Live;
  #given: Held | null = null;
  #ends: Ends = new Map();
  #steps: Steps | null = null;
  #restored: Restored | null = null;
  #open = false;
  #spoken = "";
  #form: HTMLFormElement | null = null;
  #parked = false;

  constructor() {
    super();
    this.src = this.source = this.name = this.today = null;
    this.rubric = this.files = this.saved = this.assessment = null;
    this.options = NO_OPTIONS;
    this.view = "cards";
    this.readonly = this.disabled = this.required = this.hideNumbers = false;
    this.headingLevel = 2;
    this.#live = new Live(() => ({ saved: this.saved, options: this.options, today: this.today, locale: this.words.lang() }), {
      state: (state) => this.#stand(state),
      ready: (assessment, restored) => this.#ready(assessment, restored),
      changed: (change) => this.#changed(change),
    });
  }

  /* What a page may call. */

  /** Everything that was given, as a document; `null` before there is a rubric. */
  save(): Saved | null {
    this.#later.drop("keep");
    return this.assessment?.save({ at: new Date().toISOString() }) ?? null;
  }

  /** Begins anew with what the host gave: `saved`, or nothing. */
  reset(): void {
    this.#later.drop("keep");
    if (this.#live.owns) this.#live.restart(null);
  }

  /** Brings a row, a question or an evidence slot into view and puts the focus on it. */
  show(name: string): void {
    const { outline } = this.assessment ?? {};
    const kind = outline?.rows.some((row) => row.name === name) ? "row" : outline?.asks.some((ask) => ask.name === name) ? "ask" : "evidence";
    this.#go(kind, name);
  }

  /* As form controls have it. */

  /** The saved document as JSON; setting it begins with it. */
  get value(): string | null {
    return this.assessment ? JSON.stringify(this.assessment.save()) : null;
  }
  set value(json: string | null) {
    this.saved = json;
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener("formdata", this.#formData);
    this.#form = form;
    form?.addEventListener("formdata", this.#formData);
  }
  formResetCallback(): void {
    this.reset();
  }
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === "string") this.saved = state;
  }

  /** What was given a moment ago counts too. */
  readonly #formData = (event: FormDataEvent): void => {
    const { value } = this;
    if (this.name && value !== null && !this.disabled && !this.outside) event.formData.set(this.name, value);
  };

  /* Coming and going. */

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pagehide", this.#keepNow);
    document.addEventListener("visibilitychange", this.#keepNow);
    if (!this.#parked) return;
    this.#parked = false;
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#keepNow);
    document.removeEventListener("visibilitychange", this.#keepNow);
    this.#flush();
    // It may only be on its way to another place.
    setTimeout(() => {
      if (this.isConnected || this.#parked) return;
      this.#parked = true;
      const own = this.#live.owns;
      this.#live.park();
      if (own) this.assessment = null;
      this.#later.dropAll();
    });
  }

  readonly #keepNow = (event: Event): void => {
    if (event.type === "visibilitychange" && document.visibilityState === "visible") return;
    this.#flush();
  };

  /** What is being typed counts, and is kept. */
  #flush(): void {
    for (const key of ["say", "seek", "form"]) this.#later.drop(key);
    for (const slot of this.#slots.values()) slot.commit();
    // Whatever was typed is an edit, after which it is time to keep it.
    this.#later.hurryAll((key) => key !== "keep");
    this.#later.hurry("keep");
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const given = changed.has("assessment") && this.assessment !== this.#live.assessment;
    if (given && this.assessment) this.#live.adopt(this.assessment);
    else if (given || changed.has("rubric") || changed.has("source") || changed.has("src") || changed.has("files") || !this.hasUpdated) this.#begin();
    else if (changed.has("saved") || changed.has("options") || changed.has("today")) this.#live.restart(null);
    else this.#live.follow();
  }

  #begin(): void {
    if (this.assessment && !this.#live.owns) return this.#live.adopt(this.assessment);
    const inline = this.querySelector(':scope > script[type="text/rubric"]')?.textContent ?? null;
    this.#live.begin({ rubric: this.rubric, source: this.source ?? (this.src === null ? inline : null), src: this.src, files: this.files });
  }

  #stand(state: Compiled): void {
    this.assessment = null;
    this.#given = null;
    this.requestUpdate();
    if (state.is === "faulty") this.emit("rubric-error", { error: state.error, diagnostics: state.diagnostics });
    if (state.is === "failed") this.emit("rubric-error", { error: state.error, diagnostics: [] });
  }

  #ready(assessment: Assessment, restored: Restored | null): void {
    this.#later.dropAll();
    this.#rows.clear();
    this.#slots.clear();
    this.assessment = assessment;
    this.#given = assessment.given;
    this.#ends = endsOf(assessment.rubric, assessment.outline);
    this.#restored = restored;
    this.#spoken = "";
    this.#steps = null;
    this.#seek();
    this.requestUpdate();
    this.emit("rubric-ready", { rubric: assessment.rubric, assessment, restored });
  }

  #changed(change: Change): void {
    const { assessment } = this;
    if (!assessment) return;
    this.#given = assessment.given;
    this.requestUpdate();
    this.#seek();
    this.#later.put("say", SAY, () => this.#say());
    this.#later.put("keep", KEEP, () => this.#keep());
    this.emit("rubric-change", { assessment, change, outcome: assessment.outcome });
  }

  #keep(): void {
    const saved = this.save();
    if (saved) this.emit("rubric-save", { saved });
  }

  /** One sentence for screen readers, once things are quiet, and only when it is another one. */
  #say(): void {
    const desk = this.#desk();
    if (!desk) return;
    const { outline, outcome, words } = desk;
    const score = seenScores(desk).at(-1);
    const award = outline.awards[0];
    const [standing, decided] = [score && outcome.scores[score.name], award && outcome.awards[award.name]];
    const parts = [words.term("ratedOf", outcome.progress.rated, outcome.progress.total)];
    if (score && standing) parts.push(`${score.label} ${scoreText(desk, standing)}`);
    if (award && decided) parts.push(`${award.label}: ${awardText(desk, decided)}`);
    const sentence = `${parts.join("; ")}.`;
    const live = this.renderRoot.querySelector("#live");
    if (live && sentence !== this.#spoken) live.textContent = this.#spoken = sentence;
  }

  /** The next rung of the first award: the lowest that is not earned. */
  #next(): { readonly award: OutlineLadder; readonly rung: { readonly name: string; readonly label: string } } | null {
    const award = this.assessment?.outline.awards[0];
    const rung = award && this.assessment?.outcome.awards[award.name]?.rungs.findLast(({ state }) => state !== "earned");
    return award && rung ? { award, rung } : null;
  }

  #seek(asked = false): void {
    const rows = this.assessment?.outline.rows.length ?? 0;
    if (!asked && rows > MOST_SOUGHT) {
      this.#steps = null;
      return;
    }
    this.#later.put("seek", asked ? 0 : SEEK, () => {
      const next = this.#next();
      this.#attempt((assessment) => (this.#steps = next && !this.#given?.closed ? assessment.steps(next.award.name, next.rung.name, { most: 1 }) : null));
      this.requestUpdate();
    });
  }

  /* What the pieces draw from and do. */

  #desk(): Desk | null {
    const { assessment } = this;
    if (!assessment || assessment.disposed || !this.#given) return null;
    return {
      assessment,
      words: this.words,
      voice: this.voice,
      outline: assessment.outline,
      outcome: assessment.outcome,
      given: this.#given,
      numberless: this.hideNumbers || assessment.outline.levelsOnly,
      level: this.headingLevel,
      locked: this.readonly || this.disabled || this.outside,
      ui: (row) => this.#ui(row),
      at: (row, change) => this.#at(row, change),
      attempt: (work) => this.#attempt(work),
      later: (key, pause, work) => this.#later.put(key, pause, work),
      hurry: (key) => this.#later.hurry(key),
      go: (kind, name) => this.#go(kind, name),
    };
  }

  #ui(row: string): RowUi {
    const known = this.#rows.get(row);
    if (known) return known;
    const made = { ...QUIET };
    this.#rows.set(row, made);
    return made;
  }

  #at(row: string, change: Partial<RowUi>): void {
    const ui = this.#ui(row);
    const opened = (change.commenting && !ui.commenting ? "comment" : change.leaving && !ui.leaving ? "reason" : null);
    if (Object.entries(change).every(([key, value]) => ui[key as keyof RowUi] === value)) return;
    Object.assign(ui, change, { turn: ui.turn + 1 });
    this.requestUpdate();
    const index = this.assessment?.outline.rows.findIndex(({ name }) => name === row) ?? -1;
    if (opened) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#r${index}-${opened}`)?.focus());
  }

  #attempt(work: (assessment: Assessment) => unknown): string | null {
    const { assessment } = this;
    if (!assessment) return null;
    try {
      work(assessment);
      return null;
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      // What was refused is not what is shown as chosen.
      this.requestUpdate();
      if (error instanceof RubricFault) {
        this.emit("rubric-error", { error, diagnostics: [] });
        return this.words.term("fault");
      }
      return this.words.term("refused", this.#labelled(error.message));
    }
  }

  /** A message of the engine with labels for names. */
  #labelled(message: string): string {
    const { outline } = this.assessment ?? {};
    return message.replace(/`([^`]+)`/gu, (whole, name: string) => {
      const found = [...(outline?.rows ?? []), ...(outline?.asks ?? [])].find((one) => one.name === name);
      return found ? `“${found.label}”` : whole;
    });
  }

  #go(kind: "row" | "ask" | "evidence", name: string): void {
    const { outline } = this.assessment ?? {};
    const [letter, all] = kind === "row" ? ["r", outline?.rows] : kind === "ask" ? ["a", outline?.asks] : ["e", outline?.evidence];
    const index = all?.findIndex((one) => one.name === name) ?? -1;
    if (index < 0) return;
    this.#fold();
    void this.updateComplete.then(() => {
      const at = this.renderRoot.querySelector<HTMLElement>(`#${letter}${index}`);
      if (!at) return;
      const target = at.querySelector<HTMLElement>("input:checked:not(:disabled)") ?? at.querySelector<HTMLElement>("input:not(:disabled), select:not(:disabled), textarea, .bring-back");
      const within = at.contains(this.shadowRoot?.activeElement ?? null);
      if (!within) at.scrollIntoView({ block: "start" });
      (target ?? at).focus({ preventScroll: within });
    });
  }

  #fold(): void {
    if (!this.#open) return;
    this.#open = false;
    this.requestUpdate();
  }

  readonly #keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.#open) {
      this.#fold();
      this.renderRoot.querySelector<HTMLElement>(".bar")?.focus();
    }
    // Fields have an undo of their own.
    const typing = event.composedPath()[0];
    if ((typing instanceof HTMLInputElement && typing.type !== "radio" && typing.type !== "checkbox") || typing instanceof HTMLTextAreaElement) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z" || this.#desk()?.locked !== false) return;
    event.preventDefault();
    this.#attempt((assessment) => (event.shiftKey ? assessment.redo() : assessment.undo()));
  };

  /* Drawing. */

  protected override render(): unknown {
    const desk = this.#desk();
    const { state } = this.#live;
    if (!desk) return state.is === "ready" ? nothing : html`<div class="frame">${drawInstead(this.words, state, () => this.#begin())}</div>`;
    const language = languageOf(desk) ?? nothing;
    return html`<div class="frame" @keydown=${this.#keys}>
      <div class=${`body view-${this.view === "grid" ? "grid" : "cards"}${desk.outline.rows.length > MANY ? " many" : ""}`}>
        <div class="page" part="page" @focusin=${() => this.#fold()}>
          <slot name="header"><div lang=${language}>${drawMasthead(desk)}</div></slot>
          ${this.#drawTools(desk)}
          ${this.#restored ? drawRestored(desk, this.#restored, () => this.#accept()) : nothing}
          <div class="sheet" part="sheet" lang=${language}>${drawAsks(desk)} ${drawSheet(desk)}</div>
          ${this.#drawEvidence(desk)} ${drawCodes(desk)}
          <slot name="footer"></slot>
        </div>
        ${this.#drawStanding(desk)}
      </div>
      <p id="live" class="unseen" role="status"></p>
    </div>`;
  }

  #drawTools(desk: Desk): unknown {
    const { words, assessment, given, locked } = desk;
    if (locked) return html`<div class="tools"><p class="muted">${given.closed ? words.term("closedNote") : words.term("readonlyNote")}</p><slot name="tools"></slot></div>`;
    const turn = given.closed ? words.term("reopen") : words.term("close");
    return html`<div class="tools" part="tools" role="toolbar" aria-label=${desk.outline.title} @keydown=${rove} @focusin=${(event: FocusEvent) => settle(event.currentTarget as Element, event.target)}>
        <button type="button" class="quiet" part="button undo" tabindex="0" aria-disabled=${assessment.canUndo ? nothing : "true"} aria-keyshortcuts="Control+Z" @click=${() => this.#attempt((one) => one.undo())}>${icon("undo")}${words.term("undo")}</button>
        <button type="button" class="quiet" part="button redo" tabindex="-1" aria-disabled=${assessment.canRedo ? nothing : "true"} aria-keyshortcuts="Control+Shift+Z" @click=${() => this.#attempt((one) => one.redo())}>${icon("redo")}${words.term("redo")}</button>
        <button type="button" class="quiet end" part="button close" tabindex="-1" @click=${() => this.#attempt((one) => (given.closed ? one.reopen() : one.close()))}>${turn}</button>
        <slot name="tools"></slot>
      </div>
      ${given.closed ? html`<p class="closed-note" part="notice">${words.term("closedNote")}</p>` : nothing}`;
  }

  #drawEvidence(desk: Desk): unknown {
    const { outline, words, level, assessment, locked } = desk;
    if (outline.evidence.length === 0) return nothing;
    const slots = outline.evidence.map(({ name }, index) => {
      const slot = this.#slots.get(name) ?? (document.createElement(this.tag("evidence-slot")) as RubricEvidenceSlot);
      this.#slots.set(name, slot);
      Object.assign(slot, { id: `e${index}`, assessment, name, locale: words.lang(), readonly: locked, headingLevel: level + 2, hideNumbers: desk.numberless });
      slot.part.add("evidence-slot");
      slot.setAttribute("exportparts", "state: slot-state, asks: slot-asks, text: slot-text, pieces, piece, give, drop, button");
      return slot;
    });
    return html`<section class="evidence" part="evidence" aria-labelledby="evidence">
      ${heading(level + 1, words.term("evidence"), { id: "evidence", class: "section-title" })} ${slots}
    </section>`;
  }

  #drawStanding(desk: Desk): unknown {
    const { words, outline, outcome, level, given, locked } = desk;
    const score = seenScores(desk).at(-1);
    const award = outline.awards[0];
    const [standing, decided] = [score && outcome.scores[score.name], award && outcome.awards[award.name]];
    const rated = words.term("ratedOf", outcome.progress.rated, outcome.progress.total);
    const first = score && standing ? `${score.label} ${scoreText(desk, standing, true)}` : decided ? awardText(desk, decided) : words.term("standing");
    const rest = decided && score ? `${awardText(desk, decided)} · ${rated}` : rated;
    const next = this.#next();
    const seeking = outline.rows.length > MOST_SOUGHT ? () => this.#seek(true) : null;
    return html`<aside class="summary" part="summary" aria-label=${words.term("standing")}>
      <button type="button" class="bar" part="bar" aria-expanded=${this.#open ? "true" : "false"} aria-controls="panel" @click=${() => this.#turn()}>
        <span class="bar-words"><span class="bar-score">${first}</span><span class="bar-rest">${rest}</span></span>${icon("up")}<span class="unseen">${words.term("standing")}</span>
      </button>
      <div class="panel" id="panel" part="panel">
        ${heading(level + 1, words.term("standing"), { class: "panel-title" })}
        ${drawProgress(desk)} ${drawScores(desk, this.#ends)} ${drawResults(desk)}
        <div class="awards">${drawAwards(desk, false, desk)}</div>
        ${locked || given.closed ? nothing : html`<div class="todo">${drawMissing(desk)} ${drawSteps(desk, next?.rung.label ?? "", this.#steps, seeking)}</div>`}
        ${drawAdvice(desk)}
        <slot name="summary"></slot>
      </div>
    </aside>`;
  }

  #turn(): void {
    this.#open = !this.#open;
    this.requestUpdate();
  }

  #accept(): void {
    this.#attempt((assessment) => assessment.accept());
    this.#restored = null;
    this.requestUpdate();
    this.#keep();
  }

  protected override updated(): void {
    // What a form sends is read when it is sent (`formdata`); this is what the browser brings back.
    if (this.name) this.#later.put("form", FORM, () => this.internals.setFormValue(this.value));
    this.#judge();
  }

  /** What a form is told: whether it is valid, and if not, why and where. */
  #judge(): void {
    const { assessment } = this;
    const root = this.renderRoot;
    const wrong = [...this.#rows].find(([, ui]) => ui.error !== "");
    const open = assessment?.outline.rows.find(({ name, workedOut }) => !workedOut && assessment.outcome.rows[name]?.state === "unanswered");
    const lacking = assessment?.outline.rows.find(({ name }) => assessment.outcome.rows[name]?.short !== undefined);
    const unanswered = assessment && this.#given ? assessment.outline.asks.findIndex((ask) => isOpen(ask, this.#given as Held)) : -1;
    const anchor = (name: string | undefined) => {
      const index = assessment?.outline.rows.findIndex((row) => row.name === name) ?? -1;
      return root.querySelector<HTMLElement>(`#r${index} :is(input, textarea)`) ?? root.querySelector<HTMLElement>("input, button") ?? undefined;
    };
    const { words } = this;
    if (wrong) this.internals.setValidity({ badInput: true }, wrong[1].error, anchor(wrong[0]));
    else if (!this.required || !assessment) this.internals.setValidity(this.required && !assessment ? { valueMissing: true } : {}, words.term("nothing"));
    else if (open) this.internals.setValidity({ valueMissing: true }, words.term("incomplete", assessment.outcome.progress.rated, assessment.outcome.progress.total), anchor(open.name));
    else if (unanswered >= 0) this.internals.setValidity({ valueMissing: true }, words.term("askOpen"), root.querySelector<HTMLElement>(`#a${unanswered} :is(input, select)`) ?? anchor(undefined));
    else if (lacking) this.internals.setValidity({ valueMissing: true }, words.term("commentRequired"), anchor(lacking.name));
    else if (assessment.outcome.evidence.state === "incomplete") this.internals.setValidity({ valueMissing: true }, words.term("evidenceLacks"), root.querySelector<HTMLElement>("input") ?? undefined);
    else this.internals.setValidity({});
    const marks = this.internals.states as CustomStateSet | undefined;
    for (const [mark, is] of [["complete", assessment !== null && !open], ["closed", this.#given?.closed ?? false]] as const) is ? marks?.add(mark) : marks?.delete(mark);
  }
}
