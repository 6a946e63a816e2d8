import type { Change, Outcome, Outline } from "rubricate";
import { Awards } from "./awards.js";
import { Bars } from "./bars.js";
import { el, icon, setText } from "./dom.js";
import { Todo, type Go } from "./todo.js";
import { awardText, shortScore } from "./words.js";

/** Wide enough for the summary to stand beside the rubric; the style sheet has the same width. */
const WIDE = "(min-width: 64rem)";

/** Where the person stands: beside the rubric, or on a phone a bar that opens. */
export class Summary {
  readonly element: HTMLElement;
  readonly #outline: Outline;
  readonly #details: HTMLDetailsElement;
  readonly #wide = matchMedia(WIDE);
  readonly #barScore = el("span", { class: "bar-score" });
  readonly #barRest = el("span", { class: "bar-rest" });
  readonly #progress = el("progress", { id: "progress" });
  readonly #progressText = el("label", { for: "progress" });
  readonly #warning = el("p", { class: "warning", hidden: true });
  readonly #bars: Bars;
  readonly #awards: Awards;
  readonly #todo: Todo;

  constructor(outline: Outline, blank: Outcome, go: Go) {
    this.#outline = outline;
    this.#bars = new Bars(outline.scores, blank);
    this.#awards = new Awards(outline.awards);
    this.#todo = new Todo(outline, (row) => {
      this.fold();
      go(row);
    });
    const bar = el("summary", { class: "bar" }, el("span", { class: "bar-words" }, this.#barScore, this.#barRest), icon("up"), el("span", { class: "unseen" }, "Where you stand"));
    const progress = el("div", { class: "progress" }, this.#progressText, this.#progress);
    const panel = el("div", { class: "panel" }, el("h2", {}, "Where you stand"), this.#warning, progress, this.#bars.element, this.#awards.element, this.#todo.element);
    this.#details = el("details", {}, bar, panel);
    this.element = el("aside", { class: "summary", "aria-label": "Where you stand" }, this.#details);
    this.#fit();
    this.#wide.addEventListener("change", () => this.#fit());
    document.addEventListener("keydown", this.#escape);
  }

  dispose(): void {
    document.removeEventListener("keydown", this.#escape);
  }

  /** On a narrow page the open panel covers the rubric; it goes when the person does. */
  fold(): void {
    if (!this.#wide.matches) this.#details.open = false;
  }

  sync(outcome: Outcome, change: Change): void {
    const { rated, total } = outcome.progress;
    this.#progress.max = Math.max(1, total);
    this.#progress.value = rated;
    setText(this.#progressText, `${rated} of ${total} rated`);
    this.#bars.sync(outcome, change.scores);
    this.#awards.sync(outcome, change.awards);
    this.#todo.sync(outcome, change.advice);
    this.#syncBar(outcome);
  }

  /** Says that something is not safe, wherever the reader has scrolled to. */
  warn(text: string): void {
    this.#warning.hidden = text === "";
    setText(this.#warning, text);
    this.#barRest.dataset["warning"] = text === "" ? "" : "Not saved · ";
  }

  #syncBar(outcome: Outcome): void {
    const score = this.#outline.scores.at(-1);
    const award = this.#outline.awards[0];
    const standing = score && outcome.scores[score.name];
    const decided = award && outcome.awards[award.name];
    setText(this.#barScore, score && standing ? `${score.label} ${shortScore(standing)}` : "Where you stand");
    const { rated, total } = outcome.progress;
    const rest = decided ? `${awardText(decided)} · ${rated} of ${total} rated` : `${rated} of ${total} rated`;
    setText(this.#barRest, rest);
  }

  #fit(): void {
    this.#details.open = this.#wide.matches;
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.#wide.matches || !this.#details.open) return;
    this.fold();
    this.#details.querySelector("summary")?.focus();
  };
}
