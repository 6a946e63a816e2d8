import type { Advice, Outcome, Outline } from "rubricate";
import { el, reconcile, setText } from "./dom.js";

/** Brings the reader to a row. */
export type Go = (row: string) => void;

/** What is missing, and what to do next. */
export class Todo {
  readonly element: HTMLElement;
  readonly #outline: Outline;
  readonly #go: Go;
  readonly #missing = new Map<string, { item: HTMLElement; note: HTMLElement }>();
  readonly #nothing = el("p", { class: "muted" }, "Nothing. Every row is rated.");
  readonly #advice = el("ul", { class: "advice" });
  readonly #noAdvice = el("p", { class: "muted" });
  /** Lines by their text, so that what stays is not drawn again. */
  #lines = new Map<string, HTMLElement>();

  constructor(outline: Outline, go: Go) {
    this.#outline = outline;
    this.#go = go;
    const list = el("ul", { class: "missing" }, ...outline.rows.map((row) => this.#missingItem(row.name, row.label)));
    this.element = el(
      "div",
      { class: "todo" },
      el("section", {}, el("h3", {}, "What is missing"), this.#nothing, list),
      el("section", {}, el("h3", {}, "What to do next"), this.#noAdvice, this.#advice),
    );
  }

  sync(outcome: Outcome, advice: boolean): void {
    const notes = missing(outcome, this.#outline);
    for (const [name, { item, note }] of this.#missing) {
      const text = notes.get(name);
      item.hidden = text === undefined;
      setText(note, text ?? "");
    }
    this.#nothing.hidden = notes.size > 0;
    if (advice) this.#showAdvice(outcome);
  }

  #showAdvice(outcome: Outcome): void {
    const lines = new Map<string, HTMLElement>();
    for (const one of outcome.advice) {
      const key = `${one.row ?? ""}\n${one.text}`;
      lines.set(key, this.#lines.get(key) ?? this.#adviceItem(one));
    }
    this.#lines = lines;
    reconcile(this.#advice, [...lines.values()]);
    this.#noAdvice.hidden = lines.size > 0;
    setText(this.#noAdvice, outcome.progress.rated === 0 ? "Advice appears here as you rate." : "No advice for these ratings.");
  }

  #missingItem(name: string, label: string): HTMLElement {
    const note = el("span", { class: "note" });
    const item = el("li", {}, this.#link(name, label), note);
    this.#missing.set(name, { item, note });
    return item;
  }

  #adviceItem({ row, text }: Advice): HTMLElement {
    const label = this.#outline.rows.find((one) => one.name === row)?.label;
    return el("li", {}, row !== null && label !== undefined ? this.#link(row, label) : null, el("span", {}, text));
  }

  #link(name: string, label: string): HTMLElement {
    const link = el("a", { href: `#row-${name}` }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.#go(name);
    });
    return link;
  }
}

/** Rows that are not rated, and rows that fall short of the nearest rung. */
function missing(outcome: Outcome, outline: Outline): Map<string, string> {
  const notes = new Map<string, string>();
  for (const { name } of outline.rows) if (outcome.rows[name]?.state === "unanswered") notes.set(name, "not rated");
  for (const award of Object.values(outcome.awards)) {
    const next = award.rungs.findLast((rung) => rung.state !== "earned");
    for (const reason of next?.reasons ?? []) {
      for (const { row, level, state } of reason.rows) {
        if (state === "short" && reason.state !== "open" && !notes.has(row)) notes.set(row, `${level ?? "short"}: short of “${next?.label ?? ""}”`);
      }
    }
  }
  return notes;
}
