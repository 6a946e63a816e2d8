/** A record without a prototype: names such as `__proto__` are only names. */
export function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/**
 * Records of one kind, member by member. Engines keep an object that is made
 * without a prototype as a hash table, which is slow; one that loses it while it
 * is empty and then always grows by the same names is as quick as any.
 */
export class Records<T> {
  readonly #names: readonly string[];
  readonly #values: T[];
  #kept: Readonly<Record<string, T>> | null = null;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#values = new Array(names.length) as T[];
  }

  set(place: number, value: T): void {
    this.#values[place] = value;
    this.#kept = null;
  }

  read(): Readonly<Record<string, T>> {
    return (this.#kept ??= Object.freeze(this.#made()));
  }

  #made(): Record<string, T> {
    const made = Object.setPrototypeOf({}, null) as Record<string, T>;
    const [names, values] = [this.#names, this.#values];
    for (let place = 0; place < names.length; place += 1) made[names[place] as string] = values[place] as T;
    return made;
  }
}
