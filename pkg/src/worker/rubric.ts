import { RubricError } from "../errors.js";
import type { CompileOptions } from "../load.js";
import type { Diagnostic, Outcome, Outline, RatingInput, ScoreOptions, StartOptions } from "../types.js";
import { RemoteAssessment } from "./assessment.js";
import { apart, type CallOptions } from "./call.js";
import { type Link, structured } from "./link.js";
import { frozen, joined, partOf } from "./parts.js";
import type { Call, MadeAssessment, MadeRubric } from "./protocol.js";

/** A compiled rubric in a worker: a `Rubric` whose methods give promises. */
export class RemoteRubric {
  /** Everything a page needs to draw it. */
  readonly outline: Outline;
  /** Warnings and notes of the compiler. */
  readonly diagnostics: readonly Diagnostic[];
  /** SHA-256 of everything the rubric says, comments and layout aside. */
  readonly contentHash: string;
  /** SHA-256 of everything that can change a result. */
  readonly structureHash: string;
  /** Its number in the worker. Not part of the public surface. */
  readonly id: number;
  readonly #link: Link;
  readonly #source: string;
  readonly #options: CompileOptions;
  readonly #number: () => number;
  readonly #gone: () => void;
  readonly #open = new Set<RemoteAssessment>();
  #disposed = false;

  /** Use `compile()`. */
  constructor(link: Link, id: number, source: string, options: CompileOptions, made: MadeRubric, number: () => number, gone: () => void) {
    this.#link = link;
    this.id = id;
    this.#source = source;
    this.#options = options;
    this.outline = made.outline;
    this.diagnostics = made.diagnostics;
    this.contentHash = made.contentHash;
    this.structureHash = made.structureHash;
    this.#number = number;
    this.#gone = gone;
  }

  /** Starts a live assessment in the worker. As `Rubric.start`. */
  async start(options: StartOptions & CallOptions = {}): Promise<RemoteAssessment> {
    this.#alive();
    const [signal, rest] = apart(options);
    const [own] = structured([rest], "start") as [StartOptions];
    const make = this.#number();
    let made: RemoteAssessment | null = null;
    const dispose = { on: "assessment", id: make, method: "dispose", args: [] } as const;
    await this.#link.ask({ ...this.#call("start", [own]), make }, {
      signal,
      answered: (value) => { made = this.#opened(make, own, value as MadeAssessment); },
      unwanted: () => { this.#link.ask(dispose).catch(() => {}); },
    });
    return made as unknown as RemoteAssessment;
  }

  /** Scores ratings in one call. As `Rubric.score`. */
  async score(ratings: Readonly<Record<string, RatingInput>>, options: ScoreOptions & CallOptions = {}): Promise<Outcome> {
    this.#alive();
    const [signal, rest] = apart(options);
    const outcome = (await this.#link.ask(this.#call("score", structured([ratings, rest], "score")), { signal })) as Outcome;
    return joined(partOf(outcome, null), null);
  }

  /** The outline in the language of a locale, such as `"es-MX"`. */
  async outlineIn(locale: string, { signal }: CallOptions = {}): Promise<Outline> {
    this.#alive();
    return frozen((await this.#link.ask(this.#call("outlineIn", structured([locale], "outlineIn")), { signal })) as Outline);
  }

  /** Lets the rubric go; assessments that are open go on. May be called more than once. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const gone = (): void => this.#leave();
    this.#link.ask(this.#call("dispose", []), { edit: true }).then(gone, gone);
  }

  /** The same as `dispose`, for `using`. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  /** The calls that make it again, and all that is open of it, in another worker. Not part of the public surface. */
  *again(): Iterable<Call> {
    yield { on: "engine", id: 0, method: "compile", args: [this.#source, this.#options], make: this.id };
    for (const one of this.#open) yield* one.again();
    if (this.#disposed) yield this.#call("dispose", []);
  }

  #opened(id: number, options: StartOptions, begun: MadeAssessment): RemoteAssessment {
    const made: RemoteAssessment = new RemoteAssessment(this.#link, id, this, options, begun, () => {
      this.#open.delete(made);
      this.#leave();
    });
    this.#open.add(made);
    return made;
  }

  #leave(): void {
    if (this.#disposed && this.#open.size === 0) this.#gone();
  }

  #call(method: string, args: readonly unknown[]): Call {
    return { on: "rubric", id: this.id, method, args };
  }

  #alive(): void {
    if (this.#disposed) throw new RubricError("this rubric was disposed of");
  }
}
