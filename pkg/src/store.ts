import type { Call, Reply } from "./given.js";
import type { Facts, Outline, Overruled } from "./types.js";

/** A code with the row it is given on, by index. */
export type CodeAt = readonly [code: number, row: number];

/** Everything that is given to an assessment, as plain data by index. `null` is not given. */
export interface Given {
  readonly rows: (Call | null)[];
  readonly comments: (string | null)[];
  readonly asks: (Reply | null)[];
  readonly settings: (Reply | null)[];
  /** Pieces of evidence in order, by slot. */
  readonly slots: (readonly Facts[])[];
  /** By the place of the ladder among all: the place of the rung, and what is told of it. */
  readonly overrides: ({ readonly place: number; readonly told: Overruled } | null)[];
  /** One list of all codes, in the order they were given. */
  readonly codes: (readonly CodeAt[])[];
  /** The day the host says it is. */
  readonly today: (string | null)[];
  /** Whether it is closed, and on which day. */
  readonly closed: ({ readonly on: string | null } | null)[];
}

export type Kind = keyof Given;
export type Value<K extends Kind> = Given[K][number];
type EditOf<K extends Kind> = { readonly kind: K; readonly at: number; readonly before: Value<K>; readonly after: Value<K> };
/** One thing that was given, with what stood there before. */
export type Edit = { [K in Kind]: EditOf<K> }[Kind];

/** Nothing given yet. */
export function nothing(outline: Outline): Given {
  const none = (all: readonly unknown[]) => all.map(() => null);
  return {
    rows: none(outline.rows),
    comments: none(outline.rows),
    asks: none(outline.asks),
    settings: none(outline.settings),
    slots: outline.evidence.map(() => []),
    overrides: none([...outline.results, ...outline.awards]),
    codes: [[]],
    today: [null],
    closed: [null],
  };
}

/** The day that counts: once closed, that of closing. */
export function dayInForce(given: Given): string | null {
  const closed = given.closed[0] ?? null;
  return closed ? closed.on : (given.today[0] ?? null);
}

/** Whether two values of plain data are the same. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let place = 0; place < a.length; place += 1) if (!alike(a[place], b[place])) return false;
    return true;
  }
  const one = Object.entries(a);
  return !Array.isArray(b) && one.length === Object.keys(b).length && one.every(([name, value]) => Object.hasOwn(b, name) && alike(value, (b as Record<string, unknown>)[name]));
}
