import type { Note, Probed } from "../probe-types.js";
import { READ_TIME } from "./limits.js";
import { note, type NoteName, WHY } from "./notes.js";

/** A reader gives up on what is inside, and says why. The facts found until then stay. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly notes: readonly NoteName[];

  constructor(
    readonly why: string,
    ...notes: readonly NoteName[]
  ) {
    super(why);
    this.notes = notes;
  }
}

/** Facts while they are gathered. */
export type Draft = { -readonly [K in keyof Probed]?: Probed[K] };

/** One probe: what is known, what is not, how far it is, and when it has to stop. */
export class Run {
  readonly facts: Draft = {};
  readonly notes: Note[] = [];
  readonly #missing = new Map<string, string>();
  readonly #signal: AbortSignal | undefined;
  readonly #report: ((done: number) => void) | undefined;
  #deadline = Infinity;
  #done = 0;
  /** Bytes unpacked until now. */
  inflated = 0;

  constructor(signal: AbortSignal | undefined, report: ((done: number) => void) | undefined) {
    this.#signal = signal;
    this.#report = report;
    this.check();
  }

  /** From now on readers have so long. */
  start(milliseconds = READ_TIME): void {
    this.#deadline = performance.now() + milliseconds;
  }

  /** Takes the limit on time away again. */
  rest(): void {
    this.#deadline = Infinity;
  }

  /** Throws when the caller stopped it or time is up. */
  check(): void {
    this.#signal?.throwIfAborted();
    if (performance.now() > this.#deadline) throw new Unreadable(WHY.time);
  }

  /** Waits for a reader that knows neither the caller's signal nor our time; `stop` ends it. */
  async within<T>(work: Promise<T>, stop: () => void): Promise<T> {
    let off = () => {};
    const end = new Promise<never>((_, reject) => {
      const timer = Number.isFinite(this.#deadline)
        ? setTimeout(() => reject(new Unreadable(WHY.time)), Math.max(0, this.#deadline - performance.now()))
        : undefined;
      const signal = this.#signal;
      const aborted = () => reject(signal?.reason);
      signal?.addEventListener("abort", aborted, { once: true });
      off = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", aborted);
      };
    });
    try {
      this.check();
      return await Promise.race([work, end]);
    } finally {
      off();
      stop();
      // What the reader still says after that is nobody's concern.
      work.catch(() => {});
    }
  }

  /** Reports how much is done; it never goes back. */
  progress(done: number): void {
    if (!(done > this.#done)) return;
    this.#done = Math.min(1, done);
    this.#report?.(this.#done);
  }

  note(name: NoteName, ...data: readonly string[]): void {
    const made = note(name, ...data);
    if (!this.notes.some(({ sentence }) => sentence === made.sentence)) this.notes.push(made);
  }

  /** These facts are not known, unless they are by the end; the first reason stays. */
  miss(why: string, ...what: readonly string[]): void {
    for (const one of what) if (!this.#missing.has(one)) this.#missing.set(one, why);
  }

  /** The same, with a reason that stands before any other. */
  blame(why: string, ...what: readonly string[]): void {
    for (const one of what) this.#missing.set(one, why);
  }

  /** What is not known in the end. */
  undetermined(): { what: string; why: string }[] {
    const known = new Set(Object.entries(this.facts).filter(([, value]) => value !== undefined).map(([name]) => name));
    // The engine counts the text itself.
    if (known.has("text")) for (const name of ["words", "characters", "sentences"]) known.add(name);
    return [...this.#missing].filter(([what]) => !known.has(what)).map(([what, why]) => ({ what, why }));
  }
}
