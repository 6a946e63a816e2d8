import type { Store } from "../store/store.js";
import { diff } from "../store/patch.js";
import type { RubricRecord, WorkRecord } from "../store/schema.js";
import { StaleWrite, troubleOf, type StorageTrouble } from "../store/trouble.js";

/** Whether what was given is safe, as it truly is. */
export type SaveState =
  | { readonly is: "saved"; readonly at: Date | null }
  | { readonly is: "saving" }
  /** Only in the memory of this tab, since the browser keeps nothing. */
  | { readonly is: "memory"; readonly why: StorageTrouble }
  | { readonly is: "failed"; readonly why: StorageTrouble }
  /** Another tab writes; this one reads. */
  | { readonly is: "elsewhere" };

/** This tab, among all that ever write. */
const TAB = crypto.randomUUID();
/** After so long without an edit the log becomes a snapshot. */
const QUIET = 1200;
/** After so many edits, at once. */
const MANY = 60;
/** What failed is tried again after so many milliseconds, for ever. */
const AGAIN = [1500, 4000, 10_000, 30_000];

export interface Saving {
  /** Everything as it is now, with its next number. */
  document(): WorkRecord;
  rubric(): RubricRecord;
  state(state: SaveState): void;
  /** Another tab has written since: what is here and not there. */
  stale(): void;
}

/**
 * Writes an assessment at every edit, one write after another: while one is
 * under way the edits that come in wait for the next together.
 */
export class Saver {
  readonly #store: Store;
  readonly #work: Saving;
  /** What is known to be written. */
  #written: WorkRecord;
  #dirty = false;
  /** The log is to become a snapshot. */
  #due = false;
  #writing: Promise<void> | null = null;
  #unfolded = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(store: Store, work: Saving, written: WorkRecord) {
    this.#store = store;
    this.#work = work;
    this.#written = written;
    this.#unfolded = written.seq - written.base;
  }

  get seq(): number {
    return this.#written.seq;
  }

  /** What is known to be written. */
  get written(): WorkRecord {
    return this.#written;
  }

  /** Whether something is not written yet. */
  get behind(): boolean {
    return this.#dirty || this.#writing !== null;
  }

  /** Something was edited. */
  push(): void {
    if (this.#stopped) return;
    this.#dirty = true;
    clearTimeout(this.#timer);
    void this.#run();
  }

  /** Writes all there is, and folds the log. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = true;
    return this.#run();
  }

  /** Writes no more. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #run(): Promise<void> {
    return (this.#writing ??= this.#drain());
  }

  /** One thing after another until nothing is left, what comes in meanwhile too. */
  async #drain(): Promise<void> {
    // Edits of one and the same moment become one.
    await Promise.resolve();
    try {
      while ((this.#dirty || this.#due) && !this.#stopped) {
        if (!(this.#dirty ? await this.#write() : await this.#fold())) return;
        this.#due ||= this.#unfolded >= MANY;
      }
      if (this.#unfolded > 0 && !this.#stopped) this.#later(QUIET, () => void this.flush());
    } finally {
      this.#writing = null;
    }
  }

  #write(): Promise<boolean> {
    this.#dirty = false;
    return this.#attempt(async () => {
      const now = this.#work.document();
      const { saved, own, seq } = this.#written;
      const steps = diff({ saved, own }, { saved: now.saved, own: now.own }, 3);
      if (steps.length === 0) return this.#settled();
      const next = { ...now, seq: seq + 1 };
      this.#work.state({ is: "saving" });
      await this.#store.append(next, this.#work.rubric(), { work: next.id, seq: next.seq, at: next.changed, by: TAB, steps }, "relaxed");
      this.#written = next;
      this.#unfolded += 1;
      this.#settled();
    });
  }

  /** The log becomes a snapshot that is on the disk. Where that fails the log stays, which holds everything. */
  async #fold(): Promise<boolean> {
    this.#due = false;
    if (this.#unfolded === 0) return true;
    try {
      await this.#store.compact(this.#written, this.#work.rubric());
      this.#unfolded = 0;
      return true;
    } catch (error) {
      if (error instanceof StaleWrite) this.#lost();
      else if (!this.#stopped) this.#later(AGAIN[2] ?? QUIET, () => void this.flush());
      return this.#dirty;
    }
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#failures = 0;
      return true;
    } catch (error) {
      if (this.#stopped) return false;
      if (error instanceof StaleWrite) this.#lost();
      else this.#failed(troubleOf(error));
      return false;
    }
  }

  #lost(): void {
    this.stop();
    this.#work.stale();
  }

  #failed(why: StorageTrouble): void {
    this.#dirty = true;
    this.#work.state({ is: "failed", why });
    this.#later(AGAIN[Math.min(this.#failures, AGAIN.length - 1)] ?? 30_000, () => void this.#run());
    this.#failures += 1;
  }

  #settled(): void {
    // Whoever stopped it has said what is so now.
    if (this.#stopped) return;
    const { trouble } = this.#store;
    this.#work.state(trouble ? { is: "memory", why: trouble } : { is: "saved", at: new Date() });
  }

  #later(pause: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, pause);
  }
}
