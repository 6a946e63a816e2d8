import { RubricError } from "./errors.js";
import { fraction, share } from "./number.js";
import { at, isRecord, list, member, shown } from "./read.js";
import type { RefusalData, TakesData } from "./texts/changed.js";
import { exactOf } from "./texts/exact.js";
import type { Voice } from "./texts/voice.js";
import type { Outline, OutlineInput, OutlineLadder, OutlineRow, Overruled, Rater, RatingInput, View } from "./types.js";

/** Digits behind the point of a number that is asked for. */
const DIGITS = 6;
/** Names of what there is that a message gives. */
const NAMES = 8;

/** The largest index stands for none. */
export const NONE_AT = 0xffffffff;

/** A reduced fraction as exact text. */
export function exact(n: number, d: number): string {
  return d === 1 ? `${n}` : `${n}/${d}`;
}

/** What was refused, in the reader's language. */
export function refused({ texts }: Voice, data: RefusalData, path: string): RubricError {
  return new RubricError(texts.changed.refusal(data), { path });
}

function range(voice: Voice, { from, to, step, values }: { from: string | null; to: string | null; step: string | null; values: readonly string[] }): TakesData {
  const number = (exact: string) => voice.decimal(exactOf(exact), DIGITS);
  if (values.length > 0) return { kind: "one of", all: values.map(number) };
  return { kind: "range", from: number(from ?? "0"), to: to === null ? null : number(to), step: step === null ? null : number(step) };
}

/** What a row takes. */
function takes(voice: Voice, row: OutlineRow): TakesData {
  if (row.kind === "check") return { kind: "truth" };
  if (row.kind === "criterion") return { kind: "one of", all: row.levels.map((level) => level.name) };
  return range(voice, row);
}

/** Why a row did not take something, by the engine's number for it. */
export function refusal(voice: Voice, row: OutlineRow, value: unknown, status = 3): RubricError {
  const { name } = row;
  const given = shown(value);
  const data: Readonly<Record<number, RefusalData>> = {
    7: { kind: "too long", given }, 10: { kind: "worked out", name }, 11: { kind: "never left out", name }, 12: { kind: "left out with a reason", name },
  };
  return refused(voice, data[status] ?? { kind: "takes", name, takes: takes(voice, row), given }, `rows.${name}`);
}

/** A rating as numbers: which export takes it, and with what. */
export type Call = readonly ["level", number] | readonly ["number", number, number] | readonly ["met", 0 | 1] | readonly ["left out", string];

/** Reads a rating for a row. */
export function ratingOf(voice: Voice, row: OutlineRow, value: Exclude<RatingInput, null>): Call {
  const path = `rows.${row.name}`;
  if (isRecord(value)) {
    const leftOut = member(value, "leftOut", path);
    if (typeof leftOut === "string") return ["left out", leftOut];
    const points = member(value, "points", path);
    if (typeof points !== "string" && typeof points !== "number") throw refusal(voice, row, value);
    return markOf(voice, row, points, path);
  }
  if (row.kind === "check") {
    if (value === true || value === "met") return ["met", 1];
    if (value === false || value === "not met") return ["met", 0];
    throw refusal(voice, row, value);
  }
  if (typeof value !== "string" && typeof value !== "number") throw refusal(voice, row, value);
  if (row.kind === "criterion" && typeof value === "string") {
    const level = row.levels.findIndex((known) => known.name === value);
    if (level >= 0) return ["level", level + row.firstLevel];
    if (!/^\s*[+-]?\d/.test(value)) throw refusal(voice, row, value);
  }
  return markOf(voice, row, value, path);
}

function markOf(voice: Voice, row: OutlineRow, value: string | number, path: string): Call {
  if (row.kind === "check") throw refusal(voice, row, { points: value });
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
  const wrong = () => refused(voice, { kind: "takes", name: input.name, takes: inputTakes(voice, input), given: shown(value) }, path);
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

/** What an ask or a setting takes. */
export function inputTakes(voice: Voice, input: OutlineInput): TakesData {
  switch (input.kind) {
    case "number":
      return range(voice, input);
    case "date":
      return { kind: "day" };
    case "yes/no":
      return { kind: "truth" };
    default:
      return { kind: "one of", all: input.choices.map(({ name }) => name) };
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
export function codeOf(voice: Voice, { codes }: Outline, name: unknown, row: unknown, indexOf: (name: string, path: string) => number): readonly [code: number, row: number] {
  const path = at("codes", name);
  const index = codes.findIndex((code) => code.name === name);
  const known = codes[index];
  if (!known) throw refused(voice, missing("no code", name, codes), path);
  if (!known.thisRow) {
    if (row !== undefined) throw refused(voice, { kind: "code on the whole", name: known.name }, path);
    return [index, NONE_AT];
  }
  if (typeof row !== "string") throw refused(voice, { kind: "code on a row", name: known.name }, path);
  return [index, indexOf(row, path)];
}

/** A ladder that is overruled, the place of the rung, and what is told of it; or that this is lifted. */
export function overruleOf(voice: Voice, { awards, results }: Outline, name: unknown, to: unknown, about: unknown): { readonly ladder: OutlineLadder; readonly place: number; readonly told: Overruled | null } {
  const path = at("overrule", name);
  const all = [...awards, ...results];
  const ladder = all.find((one) => one.name === name);
  if (!ladder) throw refused(voice, missing("no award", name, all), path);
  if (ladder.overruledBy === null) throw refused(voice, { kind: "no overruling", name: ladder.name }, path);
  if (to === null) return { ladder, place: NONE_AT, told: null };
  const rungs = [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])];
  const place = rungs.findIndex((rung) => rung.name === to);
  if (place < 0) throw refused(voice, { ...missing("no rung", to, rungs), of: ladder.name }, path);
  const [by, reason] = isRecord(about) ? ["by", "reason"].map((part) => member(about, part, `${path}.${part}`)) : [];
  if (typeof by !== "string" || by.trim() === "") throw new RubricError(`say who overrules \`${ladder.name}\`: { by: "${ladder.overruledBy}" }`, { path: `${path}.by` });
  if (reason !== undefined && typeof reason !== "string") throw new RubricError(`a reason is a text, not ${shown(reason)}`, { path: `${path}.reason` });
  const why = reason?.trim() ? reason : null;
  if (ladder.overruledWithReason && why === null) throw refused(voice, { kind: "overruled with a reason", name: ladder.name }, `${path}.reason`);
  return { ladder, place, told: Object.freeze({ by, to: rungs[place]?.name ?? "", reason: why }) };
}

/** One of them, or a list of them: what an option may hold. */
export function several(given: unknown, path: string, of: string): unknown[] {
  return typeof given === "string" || isRecord(given) ? [given] : list(given, path, of);
}

/** What there is none of, and the first few names there are. */
export function missing(kind: Extract<RefusalData, { of?: string }>["kind"], name: unknown, all: readonly { readonly name: string }[]): Extract<RefusalData, { of?: string }> {
  return { kind, given: shown(name), names: all.slice(0, NAMES).map((one) => one.name), more: all.length > NAMES };
}

/** The first few names there are, behind a message. */
export function listed(all: readonly { readonly name: string }[]): string {
  const names = all.slice(0, 8).map(({ name }) => name).join(", ");
  return names === "" ? "" : `; there is ${names}${all.length > 8 ? ", ..." : ""}`;
}
