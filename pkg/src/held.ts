import { NONE_AT } from "./given.js";
import type { Rubric } from "./rubric.js";
import { ratingOf, savedReply, some } from "./save.js";
import type { SavedRating, SavedReply } from "./saved-types.js";
import { dayInForce, type Given } from "./store.js";
import type { Facts } from "./types.js";

/** What was given to an assessment, by name; what was not given is left out. Records have no prototype. */
export interface Held {
  /** Ratings as a saved assessment holds them. */
  readonly rows: Readonly<Record<string, SavedRating>>;
  /** Comments, by row. */
  readonly comments: Readonly<Record<string, string>>;
  /** Replies, by question. */
  readonly answers: Readonly<Record<string, SavedReply>>;
  /** Facts of each piece of evidence by slot, written texts included. */
  readonly evidence: Readonly<Record<string, readonly Facts[]>>;
  /** Codes that were given, each with its row where it is about one. */
  readonly codes: readonly { readonly code: string; readonly row?: string }[];
  /** The day that counts. */
  readonly today: string | null;
  /** Whether it is closed. */
  readonly closed: boolean;
}

/** Names for indices. */
export function heldOf({ outline }: Rubric, given: Given): Held {
  return {
    rows: bare(some(outline.rows, given.rows, ratingOf)),
    comments: bare(some(outline.rows, given.comments, (_, text) => text)),
    answers: bare(some(outline.asks, given.asks, savedReply)),
    evidence: bare(some(outline.evidence, given.slots.map((items) => (items.length > 0 ? items : null)), (_, items) => items)),
    codes: (given.codes[0] ?? []).map(([code, row]) => ({ code: outline.codes[code]?.name ?? "", ...(row === NONE_AT ? {} : { row: outline.rows[row]?.name ?? "" }) })),
    today: dayInForce(given),
    closed: (given.closed[0] ?? null) !== null,
  };
}

/** A row may be called `constructor`. */
function bare<T>(record: Record<string, T>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, record);
}
