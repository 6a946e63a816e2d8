import type { Saved } from "../saved-types.js";
import type { StartOptions } from "../types.js";

/** An edit as it was asked for. */
export interface Step {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Edits that an assessment can take back; and after how many it is time for a document. */
const UNDOABLE = 1000;
const MANY = 2 * UNDOABLE;

/**
 * What an assessment was given, so that another worker can be given it again: what it started with, the edits since,
 * and those that were undone. Edits that are too old to be undone become part of a document it starts with.
 */
export class Trail {
  #options: StartOptions;
  #done: Step[] = [];
  #undone: Step[] = [];
  /** A document of how it stood after so many edits. */
  #mark: { readonly saved: Saved; readonly at: number } | null = null;
  #first: string | null = null;
  #last: string | null = null;
  #accepted = false;

  constructor(options: StartOptions) {
    this.#options = options;
  }

  /** An edit that changed what is given. */
  did(step: Step): void {
    if (step.method === "undo") this.#back();
    else if (step.method === "redo") this.#again();
    else {
      this.#undone.length = 0;
      this.#done.push(step);
      this.#fold();
    }
  }

  /** Whether a document of how it stands now would let old edits go. */
  get wantsDocument(): boolean {
    return this.#mark === null && this.#done.length >= MANY;
  }

  /** How it stands now, as a document. */
  document(saved: Saved): void {
    this.#mark = { saved, at: this.#done.length };
  }

  saved(at: string | undefined): void {
    if (at === undefined) return;
    this.#first ??= at;
    this.#last = at;
  }

  accept(): void {
    this.#accepted = true;
  }

  /** What it starts with, and what is asked of it then. */
  get start(): StartOptions {
    return this.#options;
  }

  *steps(): Iterable<Step> {
    for (const at of new Set([this.#first, this.#last])) if (at !== null) yield { method: "save", args: [{ at }] };
    if (this.#accepted) yield { method: "accept", args: [] };
    yield* this.#done;
    yield* [...this.#undone].reverse();
    for (const _ of this.#undone) yield { method: "undo", args: [] };
  }

  #back(): void {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    if (this.#mark && this.#done.length < this.#mark.at) this.#mark = null;
  }

  #again(): void {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
  }

  #fold(): void {
    if (!this.#mark || this.#done.length - this.#mark.at < UNDOABLE) return;
    const { locale, advice, today, rater } = this.#options;
    const known = { locale, advice, today, rater, saved: this.#mark.saved };
    this.#options = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as StartOptions;
    this.#done.splice(0, this.#mark.at);
    this.#mark = null;
  }
}
