import { Assessment } from "./assessment.js";
import type { Engine } from "./engine.js";
import { RubricError } from "./errors.js";
import { digestOf, type PieceOut } from "./digest.js";
import { type Options, optionsOf } from "./options.js";
import { at, shown } from "./read.js";
import type { SavedRubric } from "./saved-types.js";
import { translated } from "./texts/translate.js";
import type { CompiledRubric, Diagnostic, Layout, Outcome, Outline, RatingInput, ScoreOptions, StartOptions } from "./types.js";

/** Languages whose outlines are kept. */
const MOST_OUTLINES = 8;

/** The engine's side of a rubric: lets it go when nobody holds the rubric any more. */
interface Kept {
  readonly engine: Engine;
  handle: number;
  generation: number;
}

const forgotten = new FinalizationRegistry<Kept>(({ engine, handle, generation }) => {
  if (generation === engine.generation) engine.call((glue) => glue.dispose_rubric(handle));
});

/** A compiled rubric. */
export class Rubric {
  /** Everything a page needs to draw it. */
  readonly outline: Outline;
  /** Warnings and notes of the compiler. */
  readonly diagnostics: readonly Diagnostic[];
  /** SHA-256 of everything the rubric says, comments and layout aside. */
  readonly contentHash: string;
  /** SHA-256 of everything that can change a result. */
  readonly structureHash: string;
  /** Not part of the public surface. */
  readonly layout: Layout;
  /** Not part of the public surface. */
  readonly version: string;
  /** Its text. Not part of the public surface. */
  readonly source: string;
  readonly #engine: Engine;
  readonly #files: string[];
  readonly #rows = new Map<string, number>();
  readonly #outlines = new Map<string, Outline>();
  #handle: number;
  #generation: number;
  readonly #kept: Kept;
  #disposed = false;
  #digest: SavedRubric | null = null;

  /** Use `rubricate.compile()`. */
  constructor(engine: Engine, source: string, files: string[], version: string) {
    const compiled = compile(engine, source, files);
    const { outline, layout } = compiled;
    if (!outline || !layout) throw refused(compiled);
    this.outline = outline;
    this.layout = layout;
    this.diagnostics = compiled.diagnostics;
    this.contentHash = compiled.contentHash;
    this.structureHash = compiled.structureHash;
    this.version = version;
    this.#engine = engine;
    this.source = source;
    this.#files = files;
    this.#handle = compiled.handle;
    this.#generation = engine.generation;
    this.#kept = { engine, handle: this.#handle, generation: this.#generation };
    forgotten.register(this, this.#kept, this.#kept);
    outline.rows.forEach((row, index) => this.#rows.set(row.name, index));
  }

  /**
   * Starts a live assessment.
   *
   * @throws RubricError when something it starts with does not fit, with the path of what is wrong, such as `evidence.lesson_plan[0].pages`.
   */
  start(options: StartOptions = {}): Assessment {
    return this.#start(optionsOf(options));
  }

  /**
   * Scores ratings in one call. Rows that are not named stay unanswered; it does not close unless told.
   *
   * @throws RubricError for an unknown row or a value a row does not take, and as `start` does.
   */
  score(ratings: Readonly<Record<string, RatingInput>>, options: ScoreOptions = {}): Outcome {
    if (typeof ratings !== "object" || ratings === null) throw new RubricError(`ratings are an object of rows and their values, not ${shown(ratings)}`, { path: "rows" });
    const given = optionsOf(options);
    const assessment = this.#start(given);
    try {
      assessment.scoreAll(ratings, given);
      return assessment.outcome;
    } finally {
      assessment.dispose();
    }
  }

  /** The outline in the language of a locale, such as `"es-MX"`: the texts of the rubric's own `translate` block, and the rubric's own where there is none. */
  outlineIn(locale: string): Outline {
    const known = this.#outlines.get(locale);
    if (known) return known;
    const made = translated(this.outline, locale);
    if (this.#outlines.size < MOST_OUTLINES) this.#outlines.set(locale, made);
    return made;
  }

  /** Lets the rubric go. May be called more than once. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    forgotten.unregister(this.#kept);
    if (this.#generation === this.#engine.generation) this.#engine.call((glue) => glue.dispose_rubric(this.#handle));
  }

  /** The same as `dispose`, for `using`. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  /** The index of a row. Not part of the public surface. */
  row(name: string, path?: string): number {
    const found = this.#rows.get(name);
    if (found !== undefined) return found;
    const names = this.outline.rows.slice(0, 8).map((row) => row.name).join(", ");
    throw new RubricError(`there is no row ${typeof name === "string" && name.length <= 40 ? `\`${name}\`` : shown(name)} in this rubric; its rows are ${names}${this.#rows.size > 8 ? ", ..." : ""}`, { path: path ?? at("rows", name) });
  }

  /** The index of a row, if it has one. Not part of the public surface. */
  rowAt(name: string): number | undefined {
    return this.#rows.get(name);
  }

  /** The engine's handle, built anew after a fault. Not part of the public surface. */
  handle(): number {
    this.#alive();
    if (this.#generation !== this.#engine.generation) {
      this.#handle = compile(this.#engine, this.source, this.#files).handle;
      this.#generation = this.#engine.generation;
      this.#kept.handle = this.#handle;
      this.#kept.generation = this.#generation;
    }
    return this.#handle;
  }

  /** What a saved assessment remembers of it. Not part of the public surface. */
  digest(): SavedRubric {
    return (this.#digest ??= digestOf(this, this.#engine.call((glue) => glue.pieces(this.source, this.#files))));
  }

  /** SHA-256 of a text, in hexadecimal digits. Not part of the public surface. */
  hashOf(text: string): string {
    return this.#engine.call((glue) => glue.hash(text));
  }

  #start(options: Options): Assessment {
    this.#alive();
    return new Assessment(this.#engine, this, options);
  }

  #alive(): void {
    if (this.#disposed) throw new RubricError("this rubric was disposed of");
  }
}

function compile(engine: Engine, source: string, files: string[]): CompiledRubric {
  return engine.call((glue) => glue.compile(source, files));
}

function refused({ diagnostics }: CompiledRubric): RubricError {
  const errors = diagnostics.filter((found) => found.severity === "error");
  const first = errors[0];
  const place = first ? `line ${first.span.line}, column ${first.span.column}: ${first.message}` : "the rubric cannot be read";
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return new RubricError(`${place}${more}`, { diagnostics });
}
