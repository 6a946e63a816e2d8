/** A few of many numbers, each once, in the order they came; empty again without being made anew. */
export class Marks {
  readonly #marked: Uint8Array;
  readonly #all: number[] = [];

  /** Numbers below `size`. */
  constructor(size: number) {
    this.#marked = new Uint8Array(size);
  }

  /** What is marked. Only to be read until the next change. */
  get all(): readonly number[] {
    return this.#all;
  }

  has(one: number): boolean {
    return this.#marked[one] === 1;
  }

  add(one: number): void {
    if (this.#marked[one] !== 0) return;
    this.#marked[one] = 1;
    this.#all.push(one);
  }

  fill(): void {
    for (let one = 0; one < this.#marked.length; one += 1) this.add(one);
  }

  sort(): void {
    sortFew(this.#all, rising);
  }

  clear(): void {
    for (const one of this.#all) this.#marked[one] = 0;
    this.#all.length = 0;
  }
}

/** Sorts in place, and keeps equals in their order. A short list is moved about by hand: an engine's own sort copies it first. */
export function sortFew<T>(all: T[], order: (a: T, b: T) => number): void {
  if (all.length > FEW) {
    all.sort(order);
    return;
  }
  for (let from = 1; from < all.length; from += 1) {
    const one = all[from] as T;
    let to = from;
    for (; to > 0 && order(all[to - 1] as T, one) > 0; to -= 1) all[to] = all[to - 1] as T;
    all[to] = one;
  }
}

/** No more are sorted by hand: that takes a step for each pair. */
const FEW = 24;

function rising(a: number, b: number): number {
  return a - b;
}
