import { RubricError } from "./errors.js";
import { fraction, share } from "./number.js";
import { at, isRecord, list, member, shown } from "./read.js";
import type { Voice } from "./texts/voice.js";
import type { Outline, OutlineInput, OutlineLadder, OutlineRow, Overruled, Rater, RatingInput, View } from "./types.js";

/** The largest index stands for none. */
export const NONE_AT = 0xffffffff;

/** A reduced fraction as exact text. */
export function exact(n: number, d: number): string {
  return d === 1 ? `${n}` : `${n}/${d}`;
}

/** An exact number as a person reads it: `1/2` is 0.5. */
export function plain(exact: string | null): string {
  const [top, bottom] = (exact ?? "").split("/");
  return bottom === undefined ? (exact ?? "") : String(Number(top) / Number(bottom));
}

function range({ from, to, step, values }: { from: string | null; to: string | null; step: string | null; values: readonly string[] }): string {
  if (values.length > 0) return `one of ${values.map(plain).join(", ")}`;
  const ends = to === null ? `a number from ${plain(from)}` : `a number from ${plain(from)} to ${plain(to)}`;
  return step === null ? ends : `${ends} in steps of ${plain(step)}`;
}

/** What a row takes, in words. */
function takes(row: OutlineRow): string {
  if (row.kind === "check") return "true or false";
  if (row.kind === "criterion") return `one of ${row.levels.map((level) => level.name).join(", ")}`;
  return range(row);
}

/** Why a row did not take something, by the engine's number for it. */
export function refusal(row: OutlineRow, value: unknown, status = 3): RubricError {
  const path = `rows.${row.name}`;
  if (status === 7) return new RubricError(`${shown(value)} would make the numbers too long to be exact`, { path });
  if (status === 10) return new RubricError(`\`${row.name}\` is worked out by the rubric, not rated by hand`, { path });
  if (status === 11) return new RubricError(`\`${row.name}\` may not be left out`, { path });
  if (status === 12) return new RubricError(`\`${row.name}\` may be left out with a reason only; say why`, { path });
  return new RubricError(`\`${row.name}\` takes ${takes(row)}, not ${shown(value)}`, { path });
}

/** A rating as numbers: which export takes it, and with what. */
export type Call = readonly ["level", number] | readonly ["number", number, number] | readonly ["met", 0 | 1] | readonly ["left out", string];

/** Reads a rating for a row. */
export function ratingOf(row: OutlineRow, value: Exclude<RatingInput, null>): Call {
  const path = `rows.${row.name}`;
  if (isRecord(value)) {
    const leftOut = member(value, "leftOut", path);
    if (typeof leftOut === "string") return ["left out", leftOut];
    const points = member(value, "points", path);
    if (typeof points !== "string" && typeof points !== "number") throw refusal(row, value);
    return markOf(row, points, path);
  }
  if (row.kind === "check") {
    if (value === true || value === "met") return ["met", 1];
    if (value === false || value === "not met") return ["met", 0];
    throw refusal(row, value);
  }
  if (typeof value !== "string" && typeof value !== "number") throw refusal(row, value);
  if (row.kind === "criterion" && typeof value === "string") {
    const level = row.levels.findIndex((known) => known.name === value);
    if (level >= 0) return ["level", level + row.firstLevel];
    if (!/^\s*[+-]?\d/.test(value)) throw refusal(row, value);
  }
  return markOf(row, value, path);
}

function markOf(row: OutlineRow, value: string | number, path: string): Call {
  if (row.kind === "check") throw refusal(row, { points: value });
  const { n, d } = fraction(value, path);
  // The points of one level are that level: what is kept does not depend on how it was said.
  const plain = row.levels.every(({ to, marks }) => to === null && marks.length === 0);
  const named = plain ? row.levels.filter(({ points }) => points === exact(n, d)) : [];
  const [level] = named;
  if (level && named.length === 1) return ["level", row.levels.indexOf(level) + row.firstLevel];
  return ["number", n, d];
}

/** A reply as the engine takes it (kind, and two numbers), and as a text of advice shows it. */
export interface Reply {
  readonly call: readonly [kind: number, n: number, d: number];
  readonly text: string;
}

/** Reads a reply to an ask or a setting. */
export function replyOf(input: OutlineInput, value: unknown, path: string, voice: Voice): Reply {
  const { state } = voice.texts;
  const wrong = () => new RubricError(`\`${input.name}\` takes ${inputTakes(input)}, not ${shown(value)}`, { path });
  if (input.kind === "choice") {
    const choice = input.choices.findIndex(({ name }) => name === value);
    if (choice < 0) throw wrong();
    return { call: [1, choice, 1], text: input.choices[choice]?.label ?? "" };
  }
  if (input.kind === "yes/no") {
    if (value === true || value === "yes") return { call: [3, 1, 1], text: state.yes };
    if (value === false || value === "no") return { call: [3, 0, 1], text: state.no };
    throw wrong();
  }
  if (input.kind === "date") return { call: [4, dayOf(value, path), 1], text: voice.day(String(value)) };
  if (typeof value !== "string" && typeof value !== "number") throw wrong();
  const { n, d } = input.percent ? share(value, path) : fraction(value, path);
  return { call: [2, n, d], text: voice.numbers.show({ n, d }, input.percent) };
}

/** What an ask or a setting takes, in words. */
export function inputTakes(input: OutlineInput): string {
  switch (input.kind) {
    case "number":
      return range(input);
    case "date":
      return "a day such as 2025-08-01";
    case "yes/no":
      return "true or false";
    default:
      return `one of ${input.choices.map(({ name }) => name).join(", ")}`;
  }
}

/** The default that counts on a day: the last one that has begun. */
export function defaultOf(input: OutlineInput, today: string | undefined): string | null {
  const begun = input.defaults.filter(({ from }) => from === null || (today !== undefined && from <= today));
  return begun.at(-1)?.value ?? null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;

/** A day as days since 1970-01-01. */
export function dayOf(value: unknown, path: string): number {
  const time = typeof value === "string" && DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Some engines read February 30th as March 2nd; and there is no year 0.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value || String(value) < "0001") {
    throw new RubricError(`a day is written as 2025-08-01, not ${shown(value)}`, { path });
  }
  return time / MS_A_DAY;
}

/** Whose view it is: a rater who says so, or the person for herself. */
export function viewOf(rater: unknown): View {
  if (rater === undefined) return Object.freeze({ rater: null, role: "self" });
  const [id, role] = isRecord(rater) ? (["id", "role"] as const satisfies readonly (keyof Rater)[]).map((name) => member(rater, name, `rater.${name}`)) : [];
  if (typeof id !== "string" || typeof role !== "string" || id === "" || role === "") throw new RubricError("a rater has an `id` and a `role`, both texts", { path: "rater" });
  return Object.freeze({ rater: id, role });
}

/** How many pieces of advice the reader asks for. */
export function mostOf(advice: unknown): number {
  if (advice === undefined) return Number.POSITIVE_INFINITY;
  if (typeof advice !== "number" || !Number.isInteger(advice) || advice < 0) throw new RubricError(`\`advice\` is how many to give at most, a whole number, not ${shown(advice)}`, { path: "advice" });
  return advice;
}

/** A code with the row it is given on, both by index. */
export function codeOf({ codes }: Outline, name: unknown, row: unknown, indexOf: (name: string, path: string) => number): readonly [code: number, row: number] {
  const path = at("codes", name);
  const index = codes.findIndex((code) => code.name === name);
  const known = codes[index];
  if (!known) throw new RubricError(`there is no code ${shown(name)} in this rubric${listed(codes)}`, { path });
  if (!known.thisRow) {
    if (row !== undefined) throw new RubricError(`\`${known.name}\` is given on the whole, not on one row`, { path });
    return [index, NONE_AT];
  }
  if (typeof row !== "string") throw new RubricError(`\`${known.name}\` is given on one row: say which`, { path });
  return [index, indexOf(row, path)];
}

/** A ladder that is overruled, the place of the rung, and what is told of it; or that this is lifted. */
export function overruleOf({ awards, results }: Outline, name: unknown, to: unknown, about: unknown): { readonly ladder: OutlineLadder; readonly place: number; readonly told: Overruled | null } {
  const path = at("overrule", name);
  const all = [...awards, ...results];
  const ladder = all.find((one) => one.name === name);
  if (!ladder) throw new RubricError(`there is no result or award ${shown(name)} in this rubric${listed(all)}`, { path });
  if (ladder.overruledBy === null) throw new RubricError(`the rubric does not allow \`${ladder.name}\` to be overruled`, { path });
  if (to === null) return { ladder, place: NONE_AT, told: null };
  const rungs = [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])];
  const place = rungs.findIndex((rung) => rung.name === to);
  if (place < 0) throw new RubricError(`\`${ladder.name}\` has no rung ${shown(to)}${listed(rungs)}`, { path });
  const [by, reason] = isRecord(about) ? ["by", "reason"].map((part) => member(about, part, `${path}.${part}`)) : [];
  if (typeof by !== "string" || by.trim() === "") throw new RubricError(`say who overrules \`${ladder.name}\`: { by: "${ladder.overruledBy}" }`, { path: `${path}.by` });
  if (reason !== undefined && typeof reason !== "string") throw new RubricError(`a reason is a text, not ${shown(reason)}`, { path: `${path}.reason` });
  const why = reason?.trim() ? reason : null;
  if (ladder.overruledWithReason && why === null) throw new RubricError(`\`${ladder.name}\` may be overruled with a reason only; say why`, { path: `${path}.reason` });
  return { ladder, place, told: Object.freeze({ by, to: rungs[place]?.name ?? "", reason: why }) };
}

/** One of them, or a list of them: what an option may hold. */
export function several(given: unknown, path: string, of: string): unknown[] {
  return typeof given === "string" || isRecord(given) ? [given] : list(given, path, of);
}

/** The first few names there are, behind a message. */
export function listed(all: readonly { readonly name: string }[]): string {
  const names = all.slice(0, 8).map(({ name }) => name).join(", ");
  return names === "" ? "" : `; there is ${names}${all.length > 8 ? ", ..." : ""}`;
}
