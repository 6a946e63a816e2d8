import { RubricError, type OutlineRow, type Rating } from "rubricate";
import { el, type Child } from "./dom.js";
import { ratingText, weightText } from "./words.js";

/** One row on the page. */
export interface RowView {
  readonly element: HTMLElement;
  /** What takes the focus when somebody comes to this row. */
  target(): HTMLElement;
  /** Shows the rating that the session holds. */
  sync(rating: Rating): void;
}

/** What a control does to its row; it throws when the value is refused. */
export type Rate = (value: Rating) => void;

/** The name of a row and what is said about it, for a legend or a label. */
export function title(row: OutlineRow, depth: number): HTMLElement {
  return el(heading(depth), { class: "row-title" }, row.label);
}

/** Weight, tags and the author's explanation. */
export function about(row: OutlineRow, id: string): HTMLElement | null {
  const facts = [fact(weightText(row.weight)), ...row.tags.map((tag) => fact(tag.replaceAll("_", " ")))].filter((child) => child !== null);
  if (facts.length === 0 && row.about === null) return null;
  return el("div", { class: "row-about", id }, row.about ? el("p", { class: "about" }, row.about) : null, facts.length > 0 ? el("p", { class: "facts" }, ...facts) : null);
}

/** The button that takes a rating back. It keeps its place, so nothing moves when it comes and goes. */
export function clearButton(row: OutlineRow, clear: () => void): HTMLButtonElement {
  const button = el("button", { type: "button", class: "clear quiet", hidden: true }, "Clear", el("span", { class: "unseen" }, ` the rating of ${row.label}`));
  button.addEventListener("click", clear);
  return button;
}

/** What a refusal says, with the row's label in place of its name. */
export function refusal(error: unknown, row: OutlineRow, counted: Rating): string {
  if (!(error instanceof RubricError)) throw error;
  const said = error.message.replace(`\`${row.name}\``, `“${row.label}”`);
  return counted === null ? `${said}.` : `${said}. Still counted: ${ratingText(row, counted)}.`;
}

/** A short fact beside a text. */
export function fact(text: string | null): Child {
  return text === null ? null : el("span", { class: "fact" }, text);
}

/** The heading of this depth; h1 is the rubric's title. */
export function heading(depth: number): "h2" | "h3" | "h4" | "h5" | "h6" {
  return (["h2", "h3", "h4", "h5"] as const)[depth - 2] ?? "h6";
}
