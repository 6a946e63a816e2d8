/** A record without a prototype: names such as `__proto__` are only names. */
export function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** An object parsed at once is quick to copy up to this many members. */
const QUICK = 128;

/**
 * Records of one kind. Engines keep an object made member by member, or made
 * without a prototype, as a hash table that is slow to copy; one parsed at once
 * is copied at a stroke, and the copy then loses its prototype.
 */
export class Records<T> {
  readonly #names: readonly string[];
  readonly #work: Record<string, T>;
  #kept: Readonly<Record<string, T>> | null = null;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#work = names.length > QUICK ? record<T>() : JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`);
  }

  set(name: string, value: T): void {
    this.#work[name] = value;
    this.#kept = null;
  }

  read(): Readonly<Record<string, T>> {
    return (this.#kept ??= Object.freeze(this.#copy()));
  }

  #copy(): Record<string, T> {
    if (this.#names.length <= QUICK) return Object.setPrototypeOf({ ...this.#work }, null) as Record<string, T>;
    const copy = record<T>();
    for (const name of this.#names) copy[name] = this.#work[name] as T;
    return copy;
  }
}
