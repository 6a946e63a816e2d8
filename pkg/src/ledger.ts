import type { Engine, Glue } from "./engine.js";
import { RubricError } from "./errors.js";
import { History } from "./history.js";
import type { Rubric } from "./rubric.js";
import { isLong, type RowAt, send, sendAll } from "./send.js";
import { alike, type Edit, type Given, type Kind, nothing, type Value } from "./store.js";

/** Where the list of changed numbers begins: behind how often they were written, and how many changed. */
const LIST = 2;
const NOTHING = new Uint32Array();

/** The engine's side of an assessment: lets it go when nobody holds the assessment any more. */
interface Kept {
  readonly engine: Engine;
  session: number;
  generation: number;
}

const forgotten = new FinalizationRegistry<Kept>(({ engine, session, generation }) => {
  if (session !== 0 && generation === engine.generation) engine.call((glue) => glue.dispose_session(session));
});

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
  readonly #kept: Kept;
  #held = false;
  /** Whether anything was given. */
  #any = false;
  /** The numbers of the session where they stand, and which of them an edit changed. */
  #slots: Float64Array = new Float64Array();
  #changed: Uint32Array = new Uint32Array();
  /** How often the numbers were written when they were read last; none where everything has to be compared. */
  #stamp: number | null = null;

  constructor(engine: Engine, rubric: Rubric) {
    this.#engine = engine;
    this.#rubric = rubric;
    this.#rowAt = (name) => rubric.rowAt(name);
    this.given = nothing(rubric.outline);
    this.#kept = { engine, session: 0, generation: 0 };
    forgotten.register(this, this.#kept, this.#kept);
  }

  /** How many edits were done since it began. */
  get edits(): number {
    return this.#history.count;
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
      this.#kept.session = handle;
      this.#kept.generation = this.#generation;
      this.#lose();
      if (!this.#any && !this.#held) return handle;
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
    const session = this.session();
    const memory = this.#engine.memory();
    if (this.#slots.buffer !== memory || this.#slots.length === 0) {
      this.#engine.call((glue) => {
        const length = glue.session_len(session);
        this.#slots = new Float64Array(memory, glue.session_ptr(session), length);
        this.#changed = new Uint32Array(memory, glue.changed_ptr(session), length + LIST);
      });
    }
    return this.#slots;
  }

  /** The places of the numbers that changed since they were read last; nothing where it takes comparing all of them. Read after `slots`. */
  changed(): Uint32Array | null {
    const [stamp = 0, count = 0] = [this.#changed[0], this.#changed[1]];
    const last = this.#stamp;
    this.#stamp = stamp;
    if (last === stamp) return NOTHING;
    if (last === null || stamp !== ((last + 1) >>> 0) || count > this.#changed.length - LIST) return null;
    return this.#changed.subarray(LIST, LIST + count);
  }

  /** Lets the engine's session go; the next call builds it anew. */
  letGo(): void {
    if (this.#handle !== 0 && this.#generation === this.#engine.generation) this.#engine.call((glue) => glue.dispose_session(this.#handle));
    this.#handle = 0;
    this.#generation = 0;
    this.#kept.session = 0;
    this.#lose();
  }

  /** Lets it go for good. */
  end(): void {
    this.letGo();
    forgotten.unregister(this.#kept);
  }

  #lose(): void {
    this.#slots = new Float64Array();
    this.#stamp = null;
  }

  #apply(edit: Edit, refused: Refused): void {
    this.#any = true;
    const status = this.call((glue, session) => send(glue, session, edit, this.given, this.#held, this.#rowAt));
    if (status !== 0) {
      if (isLong(edit.kind)) this.letGo();
      throw refused(status);
    }
    (this.given[edit.kind] as unknown[])[edit.at] = edit.after;
  }
}
