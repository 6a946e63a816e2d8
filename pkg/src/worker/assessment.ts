import { RubricError } from "../errors.js";
import type { Explanation } from "../explanation.js";
import type { Held } from "../held.js";
import type { Restored, Saved, SaveOptions } from "../saved-types.js";
import type { Steps, StepsOptions } from "../steps.js";
import type { Change, Facts, Outcome, Outline, RatingInput, ReplyInput, StartOptions } from "../types.js";
import type { CallOptions } from "./call.js";
import { type Link, structured, type Treatment } from "./link.js";
import { bare, frozen, joined, type OutcomePart } from "./parts.js";
import type { Call, Edited, MadeAssessment } from "./protocol.js";
import type { RemoteRubric } from "./rubric.js";
import { type Step, Trail } from "./trail.js";

/**
 * A live assessment in a worker: an `Assessment` whose methods give promises. Edits happen in the order they are asked
 * for. One that is taken back by its signal before its turn does not happen; one that has begun is finished.
 */
export class RemoteAssessment {
  readonly #link: Link;
  readonly #trail: Trail;
  readonly #gone: () => void;
  readonly #id: number;
  readonly #listeners = new Set<(change: Change) => void>();
  /** The rubric it is an assessment of. */
  readonly rubric: RemoteRubric;
  /** The rubric's outline in the language of this assessment. */
  readonly outline: Outline;
  #restored: Restored | null;
  #outcome: Outcome | null = null;
  #asking: Promise<Outcome> | null = null;
  #canUndo = false;
  #canRedo = false;
  #folding = false;
  #disposed = false;

  /** Use `rubric.start()`. */
  constructor(link: Link, id: number, rubric: RemoteRubric, options: StartOptions, made: MadeAssessment, gone: () => void) {
    this.#link = link;
    this.#id = id;
    this.rubric = rubric;
    this.outline = frozen(made.outline);
    this.#trail = new Trail(options);
    this.#restored = frozen(made.restored);
    this.#gone = gone;
  }

  /** A promise of where the assessment stands after everything that was asked before; a frozen snapshot of plain data, whose members stay the same objects until they change. */
  get outcome(): Promise<Outcome> {
    if (this.#disposed) return Promise.reject(new RubricError("this assessment was disposed of"));
    return (this.#asking ??= this.#read());
  }

  /** A promise of what was given so far, by name: what a page shows in its fields. */
  get given(): Promise<Held> {
    return this.#ask("given", [], {}).then((held) => bare(held as Held, "rows", "comments", "answers", "evidence"));
  }

  /** Has a function called after every edit, with what it changed; what comes back ends that. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Rates a row; `null` takes the rating back. As `Assessment.rate`. */
  rate(name: string, value: RatingInput, options?: CallOptions): Promise<Change> {
    return this.#edit("rate", [name, value], options);
  }

  /** Leaves a row out as not applicable. */
  notApplicable(name: string, reason = "", options?: CallOptions): Promise<Change> {
    return this.#edit("notApplicable", [name, reason], options);
  }

  /** Takes a rating back, or a row that was left out back in. */
  clear(name: string, options?: CallOptions): Promise<Change> {
    return this.#edit("clear", [name], options);
  }

  /** Puts a comment beside a row; an empty one takes it away. */
  comment(name: string, text: string, options?: CallOptions): Promise<Change> {
    return this.#edit("comment", [name, text], options);
  }

  /** Answers a question of the rubric; `null` takes the answer back. */
  answer(name: string, value: ReplyInput, options?: CallOptions): Promise<Change> {
    return this.#edit("answer", [name, value], options);
  }

  /** Attaches a piece of evidence; one with the same id in this slot is replaced. */
  attach(slot: string, facts: Facts, about: { readonly shows?: readonly string[] } = {}, options?: CallOptions): Promise<Change> {
    return this.#edit("attach", [slot, facts, about], options);
  }

  /** Takes a piece of evidence out of a slot. */
  detach(slot: string, id: string, options?: CallOptions): Promise<Change> {
    return this.#edit("detach", [slot, id], options);
  }

  /** Writes a text into a slot, such as a reflection; an empty one takes it away. */
  write(slot: string, text: string, options?: CallOptions): Promise<Change> {
    return this.#edit("write", [slot, text], options);
  }

  /** Sets the outcome of a result or an award by hand; `null` lifts that again. */
  overrule(name: string, to: string | null, about?: { readonly by: string; readonly reason?: string }, options?: CallOptions): Promise<Change> {
    return this.#edit("overrule", [name, to, about], options);
  }

  /** Gives a condition code instead of ratings; one for `this row` names the row. */
  code(name: string, row?: string, options?: CallOptions): Promise<Change> {
    return this.#edit("code", [name, row], options);
  }

  /** Takes a code back; without a name, every code. */
  clearCode(name?: string, row?: string, options?: CallOptions): Promise<Change> {
    return this.#edit("clearCode", [name, row], options);
  }

  /** Closes the assessment: defaults and policies count, and what is still open is undefined. */
  close(options?: CallOptions): Promise<Change> {
    return this.#edit("close", [], options);
  }

  /** Opens it again. */
  reopen(options?: CallOptions): Promise<Change> {
    return this.#edit("reopen", [], options);
  }

  /** Whether there is an edit to take back, as of the last edit that was answered. */
  get canUndo(): boolean {
    return this.#canUndo;
  }

  /** Whether there is an edit to do again, as of the last edit that was answered. */
  get canRedo(): boolean {
    return this.#canRedo;
  }

  /** Takes the last edit back. */
  undo(options?: CallOptions): Promise<Change> {
    return this.#edit("undo", [], options);
  }

  /** Does the edit again that was taken back last. */
  redo(options?: CallOptions): Promise<Change> {
    return this.#edit("redo", [], options);
  }

  /** Everything that was given, as one plain document that `start({ saved })` takes back. */
  async save(save: SaveOptions & CallOptions = {}): Promise<Saved> {
    const { signal, ...about } = save;
    return frozen((await this.#ask("save", [about], { signal, answered: () => this.#trail.saved(about.at) })) as Saved);
  }

  /** What became of the document it was started with; `null` without one. */
  get restored(): Restored | null {
    return this.#restored;
  }

  /** Says that what was restored counts as an assessment of this rubric from now on. */
  async accept(): Promise<void> {
    await this.#ask("accept", [], { edit: true, answered: (restored) => {
      this.#restored = frozen(restored as Restored | null);
      this.#trail.accept();
    } });
  }

  /** How a value came about, as a tree of plain data. */
  async explain(name: string, options: CallOptions = {}): Promise<Explanation> {
    return frozen((await this.#ask("explain", [name], options)) as Explanation);
  }

  /** The fewest and smallest changes that reach a rung of an award or a result, the best first. */
  async steps(name: string, rung: string, options: StepsOptions & CallOptions = {}): Promise<Steps> {
    const { signal, ...about } = options;
    return frozen((await this.#ask("steps", [name, rung, about], { signal })) as Steps);
  }

  /** Lets the assessment go. May be called more than once; every other call then rejects. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#listeners.clear();
    this.#link.ask(this.#call("dispose", []), { edit: true }).then(this.#gone, this.#gone);
  }

  /** Whether it was let go. */
  get disposed(): boolean {
    return this.#disposed;
  }

  /** The same as `dispose`, for `using`. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  /** The calls that make it again in another worker. Not part of the public surface. */
  *again(): Iterable<Call> {
    yield { on: "rubric", id: this.rubric.id, method: "start", args: [this.#trail.start], make: this.#id };
    for (const { method, args } of this.#trail.steps()) yield this.#call(method, args);
  }

  async #read(): Promise<Outcome> {
    try {
      await this.#link.ask(this.#call("outcome", []), { edit: true, answered: (part) => { this.#outcome = joined(part as OutcomePart, this.#outcome); } });
      return this.#outcome as Outcome;
    } catch (error) {
      this.#asking = null;
      throw error;
    }
  }

  async #edit(method: string, args: readonly unknown[], { signal }: CallOptions = {}): Promise<Change> {
    if (this.#disposed) throw new RubricError("this assessment was disposed of");
    // What is asked of the outcome from here on is asked behind this edit.
    this.#asking = null;
    const step = { method, args: structured(args, method) };
    const { change } = (await this.#link.ask(this.#call(method, step.args), { signal, edit: true, answered: (value) => this.#did(step, value as Edited) })) as Edited;
    return frozen(change);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        queueMicrotask(() => { throw error; });
      }
    }
  }

  #did(step: Step, { change, recorded, canUndo, canRedo }: Edited): void {
    this.#canUndo = canUndo;
    this.#canRedo = canRedo;
    if (recorded) this.#trail.did(step);
    this.#tell(frozen(change));
    if (!this.#trail.wantsDocument || this.#folding) return;
    this.#folding = true;
    const folded = (): void => { this.#folding = false; };
    this.#link.ask(this.#call("save", [{}]), { edit: true, answered: (saved) => this.#trail.document(saved as Saved) }).then(folded, folded);
  }

  #ask(method: string, args: readonly unknown[], treatment: Treatment): Promise<unknown> {
    return this.#disposed ? Promise.reject(new RubricError("this assessment was disposed of")) : this.#link.ask(this.#call(method, args), treatment);
  }

  #call(method: string, args: readonly unknown[]): Call {
    return { on: "assessment", id: this.#id, method, args };
  }
}
