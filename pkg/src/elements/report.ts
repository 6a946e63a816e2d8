import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import type { Assessment } from "../assessment.js";
import type { Held } from "../held.js";
import type { Rubric } from "../rubric.js";
import type { Saved } from "../saved-types.js";
import type { Outcome } from "../types.js";
import { RubricElement } from "./base.js";
import { languageOf } from "./draw/desk.js";
import { drawInstead } from "./draw/faults.js";
import { drawAnswers, drawEvidenceOf, drawHashes, drawHead, drawResultsOf, drawRows, type Paper } from "./draw/paper.js";
import { Live } from "./live.js";
import { reportStyles } from "./report-styles.js";
import { faultStyles, tokens } from "./styles.js";

const NOTHING_GIVEN: Held = Object.freeze({ rows: {}, comments: {}, answers: {}, evidence: {}, codes: [], today: null, closed: false });

/**
 * What an assessment came to, to be read and printed: awards with their
 * reasons, results, scores, every row with its comment, and the evidence.
 *
 * @fires {RubricReadyEvent} rubric-ready - There is something to report, of a rubric and a document given to the report itself.
 * @fires {RubricErrorEvent} rubric-error - The rubric or the document cannot be used.
 *
 * @slot header - Below the title.
 * @slot footer - At the end.
 * @slot empty - While there is nothing to report.
 * @slot loading - While the rubric is fetched.
 *
 * @csspart report - All of it.
 * @csspart masthead - Title, and whose report it is.
 * @csspart title - The title.
 * @csspart awards - All awards.
 * @csspart award - One of them.
 * @csspart award-text - What it came to.
 * @csspart rung - A rung of it.
 * @csspart badge - The state of a rung.
 * @csspart badge-earned - The same when earned; likewise badge-possible, badge-out-of-reach and badge-pending.
 * @csspart reasons - What stands in its way.
 * @csspart results - All results.
 * @csspart scores - All scores.
 * @csspart answers - What was answered.
 * @csspart rows - All rows.
 * @csspart row - One of them.
 * @csspart comment - A comment.
 * @csspart evidence - What was handed in.
 * @csspart slot - One slot of it.
 * @csspart hashes - By what the rubric can be known again.
 * @csspart button - Tries again to fetch a rubric.
 * @csspart empty - What stands there without a rubric.
 * @csspart loading - What stands there while it is fetched.
 * @csspart error - What is wrong with it.
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
export class RubricReport extends RubricElement {
  static override properties: PropertyDeclarations = {
    for: { type: String, attribute: "for" },
    src: { type: String },
    source: { type: String },
    rubric: { attribute: false },
    files: { attribute: false },
    saved: { attribute: false },
    assessment: { attribute: false },
    outcome: { attribute: false },
    exact: { type: Boolean, reflect: true },
    hideNumbers: { type: Boolean, attribute: "hide-numbers", reflect: true },
    headingLevel: { type: Number, attribute: "heading-level" },
  };
  static override styles = [tokens, faultStyles, reportStyles];

  /** The id of a `<rubric-assessment>` on the page: the report follows it. */
  declare for: string | null;
  /** Where the rubric is, as text. */
  declare src: string | null;
  /** The rubric as text. */
  declare source: string | null;
  /** The rubric, compiled. */
  declare rubric: Rubric | null;
  /** What `use "path.rubric"` in the text may name: texts by path. */
  declare files: Readonly<Record<string, string>> | null;
  /** A saved document, or its JSON: what is reported, with a rubric. */
  declare saved: Saved | string | null;
  /** A live assessment: the report follows it. */
  declare assessment: Assessment | null;
  /** An outcome, with a rubric: what is reported where there is no document. */
  declare outcome: Outcome | null;
  /** The exact fraction stands beside every number. */
  declare exact: boolean;
  /** Points, scores and bounds are not shown. */
  declare hideNumbers: boolean;
  /** The level of the title's heading; 2 unless said. */
  declare headingLevel: number;

  readonly #live: Live;
  #followed: Element | null = null;

  constructor() {
    super();
    this.for = this.src = this.source = null;
    this.rubric = this.files = this.saved = this.assessment = this.outcome = null;
    this.exact = this.hideNumbers = false;
    this.headingLevel = 2;
    const again = () => this.requestUpdate();
    this.#live = new Live(() => ({ saved: this.saved, options: {}, today: null, locale: this.words.lang() }), {
      state: (state) => {
        again();
        if (state.is === "faulty") this.emit("rubric-error", { error: state.error, diagnostics: state.diagnostics });
        if (state.is === "failed") this.emit("rubric-error", { error: state.error, diagnostics: [] });
      },
      ready: (assessment, restored) => {
        again();
        if (this.#live.owns) this.emit("rubric-ready", { rubric: assessment.rubric, assessment, restored });
      },
      changed: again,
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
    this.#live.park();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const anew = ["for", "src", "source", "rubric", "files", "assessment"] as const;
    if (!this.hasUpdated || anew.some((name) => changed.has(name))) this.#begin();
    else if (changed.has("saved")) this.#live.restart();
    else this.#live.follow();
  }

  #begin(): void {
    const root = this.getRootNode();
    const followed = this.for === null || !(root instanceof Document || root instanceof ShadowRoot) ? null : root.getElementById(this.for);
    this.#follow(followed);
    const assessment = this.assessment ?? liveOf(followed);
    if (assessment) this.#live.adopt(assessment);
    else this.#live.begin({ rubric: this.rubric, source: this.source, src: this.src, files: this.files });
  }

  #follow(element: Element | null): void {
    this.#followed?.removeEventListener("rubric-ready", this.#found);
    this.#followed = element;
    element?.addEventListener("rubric-ready", this.#found);
  }

  readonly #found = (): void => {
    const assessment = liveOf(this.#followed);
    if (assessment && assessment !== this.#live.assessment) this.#live.adopt(assessment);
  };

  protected override render(): unknown {
    const { assessment, state } = this.#live;
    // The one it follows may be on its way to another rubric.
    if (assessment?.disposed) return nothing;
    if (!assessment) return state.is === "ready" ? nothing : drawInstead(this.words, state, () => this.#begin());
    const told = this.outcome !== null && this.saved === null && this.#live.owns ? this.outcome : null;
    const paper: Paper = {
      words: this.words,
      voice: this.voice,
      outline: assessment.outline,
      outcome: told ?? assessment.outcome,
      given: told ? { ...NOTHING_GIVEN, closed: told.closed } : assessment.given,
      numberless: this.hideNumbers || assessment.outline.levelsOnly,
      level: this.headingLevel,
      exact: this.exact && !this.hideNumbers,
    };
    return html`<article class="report" part="report" lang=${languageOf(paper) ?? nothing}>
      ${drawHead(paper)}
      <slot name="header"></slot>
      ${drawResultsOf(paper)} ${drawAnswers(paper)} ${drawRows(paper)} ${drawEvidenceOf(paper)} ${drawHashes(paper)}
      <slot name="footer"></slot>
    </article>`;
  }
}

/** The assessment that an element has, if it is one of ours. */
function liveOf(element: Element | null): Assessment | null {
  return (element as { assessment?: Assessment | null } | null)?.assessment ?? null;
}
