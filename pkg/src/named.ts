import type { Outline, Reason } from "./types.js";

type NamedRow = Reason["rows"][number];

/** The rows that reasons name. The same row in the same state is the same object. */
export class NamedRows {
  readonly #rows: Outline["rows"];
  readonly #kept: NamedRow[][];

  constructor({ rows }: Outline) {
    this.#rows = rows;
    this.#kept = rows.map(() => []);
  }

  /** `level` is what the row was rated with, in the reader's words. */
  row(index: number, state: NamedRow["state"], level: string | null): NamedRow {
    const kept = this.#kept[index] ?? [];
    for (const one of kept) if (one.state === state && one.level === level) return one;
    const { name, label } = this.#rows[index] ?? { name: "", label: "" };
    const made: NamedRow = Object.freeze({ row: name, label, state, level });
    // Levels are few; the points of a row in numbers may be any.
    if (kept.length < MOST) kept.push(made);
    return made;
  }
}

/** Objects that are kept of one row. */
const MOST = 16;
