import { RubricError } from "./errors.js";
import { isRecord, member, shown } from "./read.js";
import type { ScoreOptions } from "./types.js";

const NAMES = ["answers", "settings", "evidence", "comments", "today", "locale", "advice", "rater", "close", "codes", "overrule", "saved"] as const satisfies readonly (keyof ScoreOptions)[];

/** Options as they came, each read once; what stands in them is still to be looked at. */
export type Options = Readonly<Partial<Record<(typeof NAMES)[number], unknown>>>;

/** Reads the options of `start` and `score`. */
export function optionsOf(given: unknown): Options {
  if (given === undefined) return {};
  if (!isRecord(given)) throw new RubricError(`options are an object, not ${shown(given)}`, { path: "options" });
  return Object.fromEntries(NAMES.map((name) => [name, member(given, name, name)]));
}
