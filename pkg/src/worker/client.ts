import type {
  Completion, DocumentSymbol, Hover, Keyword, Reference, Rename, Token,
} from "../editor.js";
import { RubricError } from "../errors.js";
import type { CheckOptions, CompareOptions, CompileOptions } from "../load.js";
import type { Comparison } from "../saved-types.js";
import type { ModuleSource } from "../start.js";
import type { Diagnostic } from "../types.js";
import { apart, type CallOptions } from "./call.js";
import { Link, type OpenSeat, structured } from "./link.js";
import type { Call, MadeRubric } from "./protocol.js";
import { RemoteRubric } from "./rubric.js";

/**
 * The engine in a worker: a `Rubricate` whose methods give promises, so that the page never waits. Calls are answered
 * in the order they are made. A worker that dies or is ended is replaced at the next call; rubrics and assessments are
 * then what they were, with their undo.
 */
export class RemoteRubricate {
  readonly #link: Link;
  readonly #rubrics = new Set<RemoteRubric>();
  #numbers = 0;
  #version = "";

  /** Use `connect()`. */
  constructor(open: OpenSeat, module: ModuleSource | undefined) {
    this.#link = new Link(open, () => this.#again(module));
  }

  /** The engine's version. */
  get version(): string {
    return this.#version;
  }

  /** Everything there is to say about a source; empty when it is sound. As `Rubricate.check`. */
  async check(source: string, options: CheckOptions & CallOptions = {}): Promise<Diagnostic[]> {
    const [signal, rest] = apart(options);
    return this.#ask("check", [source, rest], signal);
  }

  /**
   * Compiles a source.
   *
   * @throws RubricError with `.diagnostics` when it has errors.
   */
  async compile(source: string, options: CompileOptions & CallOptions = {}): Promise<RemoteRubric> {
    const [signal, rest] = apart(options);
    const args = structured([source, rest], "compile") as [string, CompileOptions];
    const make = this.#number();
    let made: RemoteRubric | null = null;
    await this.#link.ask({ on: "engine", id: 0, method: "compile", args, make }, {
      signal,
      answered: (value) => { made = this.#compiled(make, args, value as MadeRubric); },
      unwanted: () => { this.#link.ask({ on: "rubric", id: make, method: "dispose", args: [] }).catch(() => {}); },
    });
    return made as unknown as RemoteRubric;
  }

  /** Says how two versions of a rubric stand to each other: compiled here, or as their sources. */
  async compare(old: RemoteRubric | string, now: RemoteRubric | string, options: CompareOptions & CallOptions = {}): Promise<Comparison> {
    const [signal, rest] = apart(options);
    const told = (one: unknown): unknown => (one instanceof RemoteRubric ? { rubricNumber: one.id } : one);
    return this.#ask("compare", [told(old), told(now), rest], signal);
  }

  /** The source in one style, with every comment. */
  format(source: string, options?: CallOptions): Promise<string> {
    return this.#ask("format", [source], options?.signal);
  }

  /** What fits at an offset, the likeliest first. */
  async complete(source: string, offset: number, options: CompileOptions & CallOptions = {}): Promise<Completion[]> {
    const [signal, rest] = apart(options);
    return this.#ask("complete", [source, offset, rest], signal);
  }

  /** What stands at an offset; `null` where nothing says something by itself. */
  async hover(source: string, offset: number, options: CompileOptions & CallOptions = {}): Promise<Hover | null> {
    const [signal, rest] = apart(options);
    return this.#ask("hover", [source, offset, rest], signal);
  }

  /** What the file declares, as a tree. */
  symbols(source: string, options?: CallOptions): Promise<DocumentSymbol[]> {
    return this.#ask("symbols", [source], options?.signal);
  }

  /** Every place of what is named at an offset, in order. */
  async references(source: string, offset: number, options: CompileOptions & CallOptions = {}): Promise<Reference[]> {
    const [signal, rest] = apart(options);
    return this.#ask("references", [source, offset, rest], signal);
  }

  /** The edits that call what is named at an offset by another name, everywhere; or why it cannot be called so. */
  async rename(source: string, offset: number, newName: string, options: CompileOptions & CallOptions = {}): Promise<Rename> {
    const [signal, rest] = apart(options);
    return this.#ask("rename", [source, offset, newName, rest], signal);
  }

  /** Every piece of the text with its kind, for colours. */
  async tokens(source: string, options: CompileOptions & CallOptions = {}): Promise<Token[]> {
    const [signal, rest] = apart(options);
    return this.#ask("tokens", [source, rest], signal);
  }

  /** The words of the language, each with its meaning in one sentence. */
  keywords(options?: CallOptions): Promise<Keyword[]> {
    return this.#ask("keywords", [], options?.signal);
  }

  /** Ends the worker and all that is in it. What is waited for rejects, and so does every later call. */
  dispose(): void {
    this.#link.close();
    this.#rubrics.clear();
  }

  /** The same as `dispose`, for `using`. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Has the worker started. Not part of the public surface. */
  async begin(signal: AbortSignal | undefined): Promise<this> {
    try {
      // Whatever is asked first starts it.
      this.#version = (await this.#link.ask({ on: "load", id: 0, method: "load", args: [] }, { signal })) as string;
      return this;
    } catch (error) {
      this.#link.close();
      throw error;
    }
  }

  #compiled(id: number, [source, options]: readonly [string, CompileOptions], made: MadeRubric): RemoteRubric {
    const rubric: RemoteRubric = new RemoteRubric(this.#link, id, source, options, made, () => this.#number(), () => this.#rubrics.delete(rubric));
    this.#rubrics.add(rubric);
    return rubric;
  }

  *#again(module: ModuleSource | undefined): Iterable<Call> {
    yield { on: "load", id: 0, method: "load", args: module === undefined ? [] : [module] };
    for (const rubric of this.#rubrics) yield* rubric.again();
  }

  async #ask<T>(method: string, args: readonly unknown[], signal: AbortSignal | undefined): Promise<T> {
    return (await this.#link.ask({ on: "engine", id: 0, method, args: structured(args, method) }, { signal })) as T;
  }

  #number(): number {
    return (this.#numbers += 1);
  }
}

/** How a worker is started. */
export interface ConnectOptions extends CallOptions {
  /** Where the engine's module comes from, when it is not the package's own file. */
  readonly module?: ModuleSource | PromiseLike<ModuleSource>;
  /**
   * Makes the worker, for bundlers that find none in packages: `() => new Worker(new URL("./my-worker.js",
   * import.meta.url), { type: "module" })`, where that file says `import "rubricate/worker/script"`. It is called
   * again whenever another worker has to take its place. Of no use in Node.
   */
  readonly worker?: () => Worker;
}

/** A module in a form that can be sent, and sent again. */
export async function sendable(given: ConnectOptions["module"]): Promise<ModuleSource | undefined> {
  const module = await given;
  if (module instanceof URL) return module.href;
  const asked = typeof Request === "function" && module instanceof Request ? await fetch(module) : module;
  if (typeof Response === "function" && asked instanceof Response) {
    if (!asked.ok) throw new RubricError(`the engine's module was not found: ${asked.status} ${asked.statusText}`, { path: "module" });
    return asked.arrayBuffer();
  }
  return asked;
}
