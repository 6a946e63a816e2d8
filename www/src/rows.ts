import type { Outline, OutlineItem, OutlinePart, OutlineRow } from "rubricate";
import { choices } from "./choices.js";
import { el, setText } from "./dom.js";
import { numberField } from "./number-field.js";
import { fact, heading, type Rate, type RowView } from "./row-parts.js";
import type { Session } from "./session.js";
import { weightText } from "./words.js";

/** The rubric as a page: parts as sections, rows as cards. Drawn once, then only updated. */
export class Sheet {
  readonly element: HTMLElement;
  readonly #session: Session;
  readonly #rows = new Map<string, RowView>();
  readonly #counts: { readonly names: readonly string[]; readonly text: HTMLElement }[] = [];

  constructor(session: Session) {
    this.#session = session;
    const { outline } = session.rubric;
    this.element = el("div", { class: "sheet", ...language(outline) }, ...outline.tree.map((item) => this.#item(item, 2)));
    this.#recount();
  }

  /** Shows the ratings of these rows as they are now. */
  sync(names: readonly string[]): void {
    for (const name of names) this.#rows.get(name)?.sync(this.#session.ratings.get(name) ?? null);
    this.#recount();
  }

  /** Brings a row into view and puts the focus on it. */
  focus(name: string): boolean {
    const row = this.#rows.get(name);
    if (!row) return false;
    row.element.scrollIntoView({ block: "start" });
    // This scrolls again only when a tall card leaves its chosen level out of sight.
    row.target().focus();
    return true;
  }

  #recount(): void {
    for (const { names, text } of this.#counts) {
      const rated = names.filter((name) => this.#session.ratings.has(name)).length;
      setText(text, `${rated} of ${names.length} rated`);
    }
  }

  #item(item: OutlineItem, depth: number): HTMLElement {
    const { parts, rows } = this.#session.rubric.outline;
    const part = item.kind === "part" ? parts[item.index] : undefined;
    const row = item.kind === "row" ? rows[item.index] : undefined;
    return part ? this.#part(part, item, depth) : row ? this.#row(row, depth) : el("div");
  }

  #part(part: OutlinePart, item: OutlineItem, depth: number): HTMLElement {
    const id = `part-${part.name}`;
    const text = el("span", { class: "rated" });
    this.#counts.push({ names: rowsIn(item, this.#session.rubric.outline), text });
    const facts = el("p", { class: "facts" }, fact(weightText(part.weight)), text);
    const head = el("div", { class: "part-head" }, el(heading(depth), { id }, part.label), facts, part.about ? el("p", { class: "about" }, part.about) : null);
    return el("section", { class: "part", "aria-labelledby": id }, head, ...item.items.map((inner) => this.#item(inner, depth + 1)));
  }

  #row(row: OutlineRow, depth: number): HTMLElement {
    const rate: Rate = (value) => this.#session.rate(row.name, value);
    const view = row.kind === "number" ? numberField(row, rate, depth) : choices(row, rate, depth);
    this.#rows.set(row.name, view);
    return view.element;
  }
}

/** A rubric in another language is read out in that language. */
function language({ language: tag }: Outline): Record<string, string> {
  return tag !== null && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? { lang: tag } : {};
}

function rowsIn(item: OutlineItem, outline: Outline): string[] {
  if (item.kind === "row") return [outline.rows[item.index]?.name ?? ""];
  return item.items.flatMap((inner) => rowsIn(inner, outline));
}
