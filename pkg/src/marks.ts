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
    if (this.#all.length > 1) this.#all.sort(rising);
  }

  clear(): void {
    for (const one of this.#all) this.#marked[one] = 0;
    this.#all.length = 0;
  }
}

function rising(a: number, b: number): number {
  return a - b;
}
