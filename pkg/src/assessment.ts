import type { Engine, Glue } from "./engine.js";
import { RubricError } from "./errors.js";
import { fraction, Numbers } from "./number.js";
import { Reader, type Source } from "./outcome.js";
import type { Rubric } from "./rubric.js";
import type { Change, Outcome, OutlineRow, Rating } from "./types.js";

/** A rating as the engine takes it. */
type Step = (engine: Glue, session: number) => number;

/** A live assessment: one person's ratings, and where they stand after each. */
export class Assessment {
  readonly #engine: Engine;
  readonly #rubric: Rubric;
  readonly #reader: Reader;
  readonly #steps = new Map<number, Step>();
  #handle = 0;
  #generation = 0;
  #disposed = false;

  /** Use `rubric.start()`. */
  constructor(engine: Engine, rubric: Rubric, locale: string | undefined) {
    this.#engine = engine;
    this.#rubric = rubric;
    const source: Source = {
      outline: rubric.outline,
      layout: rubric.layout,
      numbers: new Numbers(locale),
      version: rubric.version,
      exact: (slot) => engine.call((glue) => glue.exact(this.#session(), slot)) ?? "",
    };
    this.#reader = new Reader(source, engine.slots(this.#session()));
  }

  /** Where the assessment stands. A frozen snapshot; unchanged members are the same objects. */
  get outcome(): Outcome {
    this.#alive();
    return this.#reader.read();
  }

  /**
   * Rates a row: a criterion with a level's name (or a number that is the
   * points of exactly one level), a check with `true` or `false`, a number with
   * a number or an exact text such as `"49/10"`. `null` takes the rating back.
   *
   * @throws RubricError when there is no such row or it does not take the value; nothing changes then.
   */
  rate(name: string, value: Rating): Change {
    if (value === null) return this.clear(name);
    this.#set(name, value);
    return this.#changed();
  }

  #set(name: string, value: Exclude<Rating, null>): void {
    const index = this.#row(name);
    const row = this.#rubric.outline.rows[index];
    if (!row) return;
    const step = stepOf(row, index, value);
    const status = this.#engine.call((glue) => step(glue, this.#session()));
    if (status !== 0) throw refusal(row, value, status);
    this.#steps.set(index, step);
  }

  /** Rates many rows, and works the outcome out once. Not part of the public surface. */
  rateAll(ratings: readonly (readonly [string, Rating])[]): void {
    this.#engine.call((glue) => glue.hold(this.#session(), 1));
    for (const [name, value] of ratings) if (value !== null) this.#set(name, value);
    const status = this.#engine.call((glue) => glue.hold(this.#session(), 0));
    if (status !== 0) throw new RubricError("these ratings would make the numbers too long to be exact", { path: "rows" });
    this.#changed();
  }

  /** Takes a rating back. */
  clear(name: string): Change {
    const index = this.#row(name);
    const status = this.#engine.call((glue) => glue.clear(this.#session(), index));
    if (status !== 0) throw new RubricError(`the rating of \`${name}\` could not be taken back`, { path: `rows.${name}` });
    this.#steps.delete(index);
    return this.#changed();
  }

  /** Lets the assessment go. May be called more than once. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (this.#generation === this.#engine.generation) this.#engine.call((glue) => glue.dispose_session(this.#handle));
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #alive(): void {
    if (this.#disposed) throw new RubricError("this assessment was disposed of");
  }

  #row(name: string): number {
    this.#alive();
    return this.#rubric.row(name);
  }

  #changed(): Change {
    return this.#reader.update(this.#engine.slots(this.#session()));
  }

  /** The engine's session; after a fault it is built anew from the ratings kept here. */
  #session(): number {
    if (this.#generation !== this.#engine.generation) {
      const handle = this.#engine.call((glue) => glue.start(this.#rubric.handle()));
      if (handle === 0) throw new RubricError("this rubric was disposed of");
      this.#engine.call((glue) => {
        glue.hold(handle, 1);
        for (const step of this.#steps.values()) step(glue, handle);
        glue.hold(handle, 0);
      });
      this.#handle = handle;
      this.#generation = this.#engine.generation;
    }
    return this.#handle;
  }
}

function takes(row: OutlineRow): string {
  if (row.kind === "check") return "true or false";
  if (row.kind === "criterion") return `one of ${row.levels.map((level) => level.name).join(", ")}`;
  const range = row.to === null ? `a number from ${plain(row.from)}` : `a number from ${plain(row.from)} to ${plain(row.to)}`;
  return row.step === null ? range : `${range} in steps of ${plain(row.step)}`;
}

/** An exact number as a person reads it: `1/2` is 0.5. */
function plain(exact: string | null): string {
  const [top, bottom] = (exact ?? "").split("/");
  return bottom === undefined ? (exact ?? "") : String(Number(top) / Number(bottom));
}

function refusal(row: OutlineRow, value: Rating, status = 3): RubricError {
  const path = `rows.${row.name}`;
  if (status === 7) return new RubricError(`${shown(value)} would make the numbers too long to be exact`, { path });
  return new RubricError(`\`${row.name}\` takes ${takes(row)}, not ${shown(value)}`, { path });
}

/** A value as a message shows it: short, whatever it is. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `a value of type ${Array.isArray(value) ? "array" : typeof value}`;
}

function stepOf(row: OutlineRow, index: number, value: Exclude<Rating, null>): Step {
  const path = `rows.${row.name}`;
  if (row.kind === "check") {
    const met = value === true || value === "met" ? 1 : value === false || value === "not met" ? 0 : null;
    if (met === null) throw refusal(row, value);
    return (engine, session) => engine.rate_met(session, index, met);
  }
  if (typeof value !== "string" && typeof value !== "number") throw refusal(row, value);
  if (row.kind === "number") {
    const { n, d } = fraction(value, path);
    return (engine, session) => engine.rate_number(session, index, n, d);
  }
  const level = typeof value === "string" ? row.levels.findIndex((known) => known.name === value) : levelWorth(row, value, path);
  if (level < 0) throw refusal(row, value);
  return (engine, session) => engine.rate_level(session, index, level);
}

/** The one level that is worth this number of points. */
function levelWorth(row: OutlineRow, value: number, path: string): number {
  const { n, d } = fraction(value, path);
  const text = d === 1 ? `${n}` : `${n}/${d}`;
  const found = row.levels.flatMap((level, index) => (level.points === text ? [index] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}
