import { compareWith } from "./compare.js";
import {
  keywordsOf, referencesOf, renameOf, tokensOf,
  type Completion, type DocumentSymbol, type Hover, type Keyword, type Reference, type Rename, type Token,
} from "./editor.js";
import { Engine, type Glue } from "./engine.js";
import { RubricError } from "./errors.js";
import { isRecord, member, members, shown } from "./read.js";
import { Rubric } from "./rubric.js";
import type { Comparison } from "./saved-types.js";
import { voiceOf } from "./texts/voice.js";
import type { Diagnostic } from "./types.js";

/** The engine's version, in every outcome. */
export const VERSION = "0.1.0";

/** The loaded engine. */
export class Rubricate {
  readonly #engine = new Engine();
  /** The engine's version. */
  readonly version = VERSION;

  /**
   * Everything there is to say about a source; empty when it is sound. `files`
   * are what `use` may name, text by path. A source without errors is proved
   * too (R405 and on), unless `prove` is `false`.
   */
  check(source: string, options: CheckOptions = {}): Diagnostic[] {
    return this.#told<Diagnostic[]>((glue) => glue.check(text(source), filesOf(options), proves(options)));
  }

  /**
   * Compiles a source.
   *
   * @throws RubricError with `.diagnostics` when it has errors.
   */
  compile(source: string, options: CompileOptions = {}): Rubric {
    return new Rubric(this.#engine, text(source), filesOf(options), VERSION);
  }

  /**
   * Says how two versions of a rubric stand to each other: compiled, or as
   * their sources, in the language of `locale`.
   *
   * @throws RubricError with `.diagnostics` when a source has errors.
   */
  compare(old: Rubric | string, now: Rubric | string, options: CompareOptions = {}): Comparison {
    const voice = voiceOf(options.locale);
    const own: Rubric[] = [];
    const version = (given: unknown, path: string): Rubric => {
      if (given instanceof Rubric) return given;
      if (typeof given !== "string") throw new RubricError(`a version is a compiled rubric or its source, not ${shown(given)}`, { path });
      const compiled = this.compile(given, options);
      own.push(compiled);
      return compiled;
    };
    try {
      return compareWith(version(old, "old").digest(), version(now, "now"), voice);
    } finally {
      for (const compiled of own) compiled.dispose();
    }
  }

  /** The source in one style, with every comment; it means what it meant. What cannot be read stays as it is. */
  format(source: string): string {
    return this.#engine.call((glue) => glue.format(text(source)));
  }

  /** What fits at an offset, the likeliest first. The file may be unfinished, here and below; names of the `files` it uses are known. */
  complete(source: string, offset: number, options: CompileOptions = {}): Completion[] {
    return this.#told<Completion[]>((glue) => glue.complete(text(source), place(offset), filesOf(options)));
  }

  /** What stands at an offset; `null` where nothing says something by itself. */
  hover(source: string, offset: number, options: CompileOptions = {}): Hover | null {
    return this.#told<Hover | null>((glue) => glue.hover(text(source), place(offset), filesOf(options)));
  }

  /** What the file declares, as a tree. */
  symbols(source: string): DocumentSymbol[] {
    return this.#told<DocumentSymbol[]>((glue) => glue.symbols(text(source)));
  }

  /** Every place in this source of what is named at an offset, in order; empty where nothing is. */
  references(source: string, offset: number, options: CompileOptions = {}): Reference[] {
    return referencesOf(this.#engine.call((glue) => glue.references(text(source), place(offset), filesOf(options))));
  }

  /** The edits that call what is named at an offset by another name, everywhere; or why it cannot be called so. What a used file declares is renamed in that file. */
  rename(source: string, offset: number, newName: string, options: CompileOptions = {}): Rename {
    const name = text(newName, "newName");
    return renameOf(this.#told((glue) => glue.rename(text(source), place(offset), name, filesOf(options))), name);
  }

  /** Every piece of the text with its kind, for colours; blanks lie between. */
  tokens(source: string, options: CompileOptions = {}): Token[] {
    return tokensOf(this.#engine.call((glue) => glue.tokens(text(source), filesOf(options))));
  }

  /** The words of the language, each with its meaning in one sentence. */
  keywords(): Keyword[] {
    return keywordsOf(this.#told((glue) => glue.words()));
  }

  /** What a cold call gives: plain data. */
  #told<T>(call: (glue: Glue) => unknown): T {
    return this.#engine.call(call) as T;
  }
}

/** What a source is compiled with. */
export interface CompileOptions {
  /** The files that `use "path.rubric"` may name: their text by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What two versions are compared with. */
export interface CompareOptions extends CompileOptions {
  /** The language of the sentences, such as `"es-MX"`; the environment's unless said. */
  readonly locale?: string;
}

/** What a source is checked with. */
export interface CheckOptions extends CompileOptions {
  /** Whether to prove things about a rubric without errors, such as a rung that no ratings reach; `true` unless said. */
  readonly prove?: boolean;
}

function proves(options: object): boolean {
  const prove = member(options, "prove", "prove") ?? true;
  if (typeof prove !== "boolean") throw new RubricError(`prove is true or false, not ${shown(prove)}`, { path: "prove" });
  return prove;
}

/** Paths and texts in turn, as the engine takes them. */
function filesOf(options: unknown): string[] {
  if (!isRecord(options)) throw new RubricError(`options are an object, not ${shown(options)}`, { path: "options" });
  return members(member(options, "files", "files"), "files").flatMap(([path, content]) => {
    if (typeof content !== "string") throw new RubricError(`a file is given as its text, not ${shown(content)}`, { path: `files.${path}` });
    return [path, content];
  });
}

function text(source: unknown, path = "source"): string {
  const what = path === "source" ? "a source" : "a name";
  if (typeof source !== "string") throw new RubricError(`${what} is text, not ${shown(source)}`, { path });
  return source;
}

/** An offset; behind the end is the end. */
function place(offset: unknown): number {
  if (typeof offset !== "number" || !Number.isInteger(offset) || offset < 0) {
    throw new RubricError(`an offset is a whole number from 0, not ${shown(offset)}`, { path: "offset" });
  }
  return Math.min(offset, 0xffffffff);
}
