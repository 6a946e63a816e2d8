import type { Reason } from "./types.js";

/** Reasons that are kept of one comparison. */
const KEPT = 512;

interface Kept {
  readonly numbers: Float64Array;
  readonly reason: Reason | null;
}

/** Reasons of one comparison, by its numbers: with the same ones it reads the same. */
export class Compared {
  readonly #from: number;
  readonly #to: number;
  readonly #kept = new Map<number, Kept[]>();
  #size = 0;

  /** Of the numbers from here to there. */
  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  /** The reason for these numbers, made where it was not before. */
  of(now: Float64Array, make: () => Reason | null): Reason | null {
    let hash = 0;
    for (let at = this.#from; at < this.#to; at += 1) hash = (Math.imul(hash, 31) + (now[at] ?? 0)) | 0;
    const alike = this.#kept.get(hash);
    if (alike) for (const { numbers, reason } of alike) if (this.#is(numbers, now)) return reason;
    const reason = make();
    if (this.#size >= KEPT) return reason;
    this.#size += 1;
    const kept = { numbers: now.slice(this.#from, this.#to), reason };
    if (alike) alike.push(kept);
    else this.#kept.set(hash, [kept]);
    return reason;
  }

  #is(numbers: Float64Array, now: Float64Array): boolean {
    for (let place = 0; place < numbers.length; place += 1) if (numbers[place] !== now[this.#from + place]) return false;
    return true;
  }
}
