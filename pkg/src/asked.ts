// What `explain` and `steps` are asked about, by name.
import { RubricError } from "./errors.js";
import { listed } from "./given.js";
import type { Source } from "./outcome.js";
import { at, isRecord, member, shown } from "./read.js";
import type { OutlineLadder } from "./types.js";

/** More ways than these nobody reads. */
export const MOST_WAYS = 100;
const WAYS = 3;

/** What the engine explains: a row (0), a score (1), a ladder (2), or from 3 on a rung of the ladder. */
export interface Subject {
  readonly kind: number;
  readonly index: number;
  /** A need of the rung, by its place. */
  readonly need: number | null;
}

function ladderOf({ outline }: Source, name: string): OutlineLadder | undefined {
  return [...outline.results, ...outline.awards].find((ladder) => ladder.name === name);
}

function rungAt(ladder: OutlineLadder, name: unknown, path: string): number {
  const place = ladder.rungs.findIndex((rung) => rung.name === name);
  if (place < 0) throw new RubricError(`\`${ladder.name}\` has no rung ${shown(name)}${listed(ladder.rungs)}`, { path: at(path, ladder.name) });
  return place;
}

/** Reads a name, or `award.rung`, or `award.rung.0`. */
export function subjectOf(source: Source, name: unknown, path: string): Subject {
  const { rows, scores } = source.outline;
  if (typeof name === "string") {
    const [first = "", rung, need, ...more] = name.split(".");
    const row = rows.findIndex((known) => known.name === name);
    if (row >= 0) return { kind: 0, index: row, need: null };
    const score = scores.findIndex((known) => known.name === name);
    if (score >= 0) return { kind: 1, index: score, need: null };
    const ladder = ladderOf(source, first);
    if (ladder && rung === undefined) return { kind: 2, index: ladder.ladder, need: null };
    if (ladder && more.length === 0 && (need === undefined || /^\d{1,6}$/.test(need))) {
      return { kind: 3 + rungAt(ladder, rung, path), index: ladder.ladder, need: need === undefined ? null : Number(need) };
    }
  }
  throw new RubricError(`there is no row, score, result or award ${shown(name)} in this rubric`, { path });
}

/** Reads a rung of an award or a result. */
export function rungOf(source: Source, name: unknown, rung: unknown): { readonly ladder: number; readonly place: number } {
  const ladder = typeof name === "string" ? ladderOf(source, name) : undefined;
  const { awards, results } = source.outline;
  if (!ladder) throw new RubricError(`there is no award or result ${shown(name)} in this rubric${listed([...awards, ...results])}`, { path: "steps" });
  return { ladder: ladder.ladder, place: rungAt(ladder, rung, "steps") };
}

/** Reads the options of `steps`: how many ways at most, and whether rated rows come first. */
export function stepsAsked(options: unknown): readonly [number, boolean] {
  if (!isRecord(options)) throw new RubricError(`options are an object, not ${shown(options)}`, { path: "options" });
  const most = member(options, "most", "most") ?? WAYS;
  const ratedFirst = member(options, "ratedFirst", "ratedFirst") ?? false;
  if (typeof most !== "number" || !Number.isInteger(most) || most < 1 || most > MOST_WAYS) {
    throw new RubricError(`\`most\` is a whole number from 1 to ${MOST_WAYS}, not ${shown(most)}`, { path: "most" });
  }
  if (typeof ratedFirst !== "boolean") throw new RubricError(`\`ratedFirst\` is true or false, not ${shown(ratedFirst)}`, { path: "ratedFirst" });
  return [most, ratedFirst];
}
