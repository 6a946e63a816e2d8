/** A record without a prototype: names such as `__proto__` are only names. */
export function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** With more members a record is copied whole, which then is quicker. */
const MOST_ADDED = 100;

/**
 * Records of one kind, member by member. Engines keep an object that is made
 * without a prototype as a hash table, which is slow; one that loses it while it
 * is empty and then always grows by the same names is as quick as any.
 */
export class Records<T> {
  readonly #names: readonly string[];
  readonly #values: T[];
  /** Of a large record: the same members in an object that may change, to be copied. */
  #master: Record<string, T> | null = null;
  #kept: Readonly<Record<string, T>> | null = null;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#values = new Array(names.length) as T[];
  }

  set(place: number, value: T): void {
    this.#values[place] = value;
    this.#kept = null;
    if (this.#master) this.#master[this.#names[place] as string] = value;
  }

  read(): Readonly<Record<string, T>> {
    return (this.#kept ??= Object.freeze(this.#made()));
  }

  #made(): Record<string, T> {
    if (this.#names.length > MOST_ADDED) return { __proto__: null, ...(this.#master ??= { ...this.#added() }) } as unknown as Record<string, T>;
    return this.#added();
  }

  #added(): Record<string, T> {
    const made = Object.setPrototypeOf({}, null) as Record<string, T>;
    const [names, values] = [this.#names, this.#values];
    for (let place = 0; place < names.length; place += 1) made[names[place] as string] = values[place] as T;
    return made;
  }
}
