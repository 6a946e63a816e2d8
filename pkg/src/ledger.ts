import type { Engine, Glue } from "./engine.js";
import { RubricError } from "./errors.js";
import type { Rubric } from "./rubric.js";

/** Where the list of changed numbers begins: behind how often they were written, and how many changed. */
const LIST = 2;
const NOTHING = new Uint32Array();

/** Something that was given, as the engine takes it: 0 when it was taken. */
export type Step = (engine: Glue, session: number) => number;
/** The error for the engine's number of a refusal. */
export type Refused = (status: number) => RubricError;

/**
 * Everything that was given to one session of the engine, by what it is about:
 * enough to build the session anew after a fault.
 */
export class Ledger {
  readonly #engine: Engine;
  readonly #rubric: Rubric;
  readonly #given = new Map<string, Step>();
  #handle = 0;
  #generation = 0;
  /** The numbers of the session where they stand, and which of them an edit changed. */
  #slots: Float64Array = new Float64Array();
  #changed: Uint32Array = new Uint32Array();
  /** How often the numbers were written when they were read last; none where everything has to be compared. */
  #stamp: number | null = null;

  constructor(engine: Engine, rubric: Rubric) {
    this.#engine = engine;
    this.#rubric = rubric;
  }

  /** Gives something to the engine; `stays` is kept under the key, or with `null` what was kept is gone. */
  take(key: string, stays: Step | null, step: Step, refused: Refused): void {
    const status = this.call(step);
    if (status !== 0) throw refused(status);
    if (stays) this.#given.set(key, stays);
    else this.#given.delete(key);
  }

  /** Whether something is kept under a key. */
  has(key: string): boolean {
    return this.#given.has(key);
  }

  /** Drops what is kept under keys that begin so. */
  drop(start: string): void {
    for (const key of [...this.#given.keys()]) if (key.startsWith(start)) this.#given.delete(key);
  }

  /** Takes much in and works the outcome out once; all of it, or else the session is built anew from what was kept. */
  hold(work: () => void, refused: Refused): void {
    try {
      this.call((glue, session) => glue.hold(session, 1));
      work();
      const status = this.call((glue, session) => glue.hold(session, 0));
      if (status !== 0) throw refused(status);
    } catch (error) {
      this.letGo();
      throw error;
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
      this.#lose();
      if (this.#given.size === 0) return handle;
      this.#engine.call((glue) => {
        glue.hold(handle, 1);
        for (const step of this.#given.values()) step(glue, handle);
        if (glue.hold(handle, 0) !== 0) throw new RubricError("this would make the numbers too long to be exact");
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
    this.#lose();
  }

  #lose(): void {
    this.#slots = new Float64Array();
    this.#stamp = null;
  }
}
