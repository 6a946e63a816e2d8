import type { Engine, Glue } from "./engine.js";
import { RubricError } from "./errors.js";
import { History } from "./history.js";
import type { Rubric } from "./rubric.js";
import { isLong, type RowAt, send, sendAll } from "./send.js";
import { alike, type Edit, type Given, type Kind, nothing, type Value } from "./store.js";

/** The error for the engine's number of a refusal. */
export type Refused = (status: number) => RubricError;

/**
 * Everything that was given to one assessment, once, and the engine's session
 * that works it out: built anew from it after a fault.
 */
export class Ledger {
  readonly given: Given;
  readonly #engine: Engine;
  readonly #rubric: Rubric;
  readonly #rowAt: RowAt;
  #history = new History();
  #handle = 0;
  #generation = 0;
  #held = false;

  constructor(engine: Engine, rubric: Rubric) {
    this.#engine = engine;
    this.#rubric = rubric;
    this.#rowAt = (name) => rubric.rowAt(name);
    this.given = nothing(rubric.outline);
  }

  get canUndo(): boolean {
    return this.#history.toUndo !== undefined;
  }

  get canRedo(): boolean {
    return this.#history.toRedo !== undefined;
  }

  /** Gives something; the edit, or `null` when that is what stands there. What is refused changes nothing. */
  put<K extends Kind>(kind: K, at: number, after: Value<K>, refused: Refused): Edit | null {
    const before = this.given[kind][at] as Value<K>;
    if (alike(before, after)) return null;
    const edit = { kind, at, before, after } as unknown as Edit;
    this.#apply(edit, refused);
    this.#history.did(edit);
    return edit;
  }

  /** What was given so far is what it begins with, and not to be undone. */
  begun(): void {
    this.#history = new History();
  }

  /** Takes the last edit back; which one it was. `before` is told of it first. */
  undo(before: (edit: Edit) => void): Edit | null {
    const edit = this.#history.toUndo;
    if (!edit) return null;
    const back = { ...edit, before: edit.after, after: edit.before } as Edit;
    before(back);
    this.#apply(back, () => new RubricError("this cannot be undone"));
    this.#history.undid();
    return back;
  }

  /** Does the edit again that was undone last. */
  redo(before: (edit: Edit) => void): Edit | null {
    const edit = this.#history.toRedo;
    if (!edit) return null;
    before(edit);
    this.#apply(edit, () => new RubricError("this cannot be done again"));
    this.#history.redid();
    return edit;
  }

  /** Takes much in and works the outcome out once; after a failure the session is built anew. */
  hold(work: () => void, refused: Refused): void {
    this.#held = true;
    try {
      this.call((glue, session) => glue.hold(session, 1));
      work();
      const status = this.call((glue, session) => glue.hold(session, 0));
      if (status !== 0) throw refused(status);
    } catch (error) {
      this.letGo();
      throw error;
    } finally {
      this.#held = false;
    }
  }

  /** Calls into the engine with its session. */
  call<T>(work: (engine: Glue, session: number) => T): T {
    return this.#engine.call((glue) => work(glue, this.session()));
  }

  /** The engine's session; after a fault it is built anew from what was given. */
  session(): number {
    if (this.#generation !== this.#engine.generation) {
      const handle = this.#engine.call((glue) => glue.start(this.#rubric.handle()));
      if (handle === 0) throw new RubricError("this rubric was disposed of");
      this.#handle = handle;
      this.#generation = this.#engine.generation;
      this.#engine.call((glue) => {
        glue.hold(handle, 1);
        sendAll(glue, handle, this.given, this.#rowAt);
        if (!this.#held && glue.hold(handle, 0) !== 0) throw new RubricError("this would make the numbers too long to be exact");
      });
    }
    return this.#handle;
  }

  /** The numbers of the session as they stand now. Not to be kept: memory may grow. */
  slots(): Float64Array {
    return this.#engine.slots(this.session());
  }

  /** Lets the engine's session go; the next call builds it anew. */
  letGo(): void {
    if (this.#handle !== 0 && this.#generation === this.#engine.generation) this.#engine.call((glue) => glue.dispose_session(this.#handle));
    this.#handle = 0;
    this.#generation = 0;
  }

  #apply(edit: Edit, refused: Refused): void {
    const status = this.call((glue, session) => send(glue, session, edit, this.given, this.#held, this.#rowAt));
    if (status !== 0) {
      if (isLong(edit.kind)) this.letGo();
      throw refused(status);
    }
    (this.given[edit.kind] as unknown[])[edit.at] = edit.after;
  }
}
