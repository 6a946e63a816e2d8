import { ROW, type Source } from "./outcome.js";
import type { NeedLayout, Num, Reason } from "./types.js";

const CAN_HOLD = 1;
const CAN_FAIL = 2;
const HOLDS = 1;
const FAILS = 2;
const UNDEFINED = 4;

/** The truth a need is content with: a `never` stands in the way when it is true, a need when it is false. */
export function goodFor(need: NeedLayout): number {
  return need.never ? FAILS : HOLDS;
}

/** Why a need stands in the way; nothing when it holds. */
export function reasonOf(source: Source, need: NeedLayout, slot: (at: number) => number): Reason | null {
  const truth = slot(need.at);
  if (truth === goodFor(need)) return null;
  const bad = need.never ? HOLDS : FAILS;
  const state = truth === bad ? "short" : truth === UNDEFINED ? "undefined" : "open";
  const rows = rowsOf(source, need, slot);
  const sides = sidesOf(source, need, slot);
  const below = need.below < 0 ? undefined : source.ladders[need.ladder]?.rungs[need.below];
  return Object.freeze({
    text: below?.label ?? need.text,
    message: need.message,
    state,
    never: need.never,
    rung: below?.name ?? null,
    rows,
    have: sides?.have ?? null,
    need: sides?.need ?? null,
    sentence: below ? `“${below.label}” has to be earned first` : `${opening(need)}${tail(rows, sides)}`,
  });
}

function rowsOf(source: Source, need: NeedLayout, slot: (at: number) => number): Reason["rows"] {
  if (need.membersAt < 0) return Object.freeze([]);
  const found = need.members.flatMap((index, place) => {
    const truth = slot(need.membersAt + place);
    const row = source.outline.rows[index];
    // 0: it is not in the set, and stands in nobody's way.
    if (!row || truth === 0 || truth === goodFor(need)) return [];
    const at = source.layout.rows + index * ROW;
    const level = slot(at) === 4 ? levelOf(source, index, slot(at + 1), at, slot) : null;
    const open = (truth & CAN_HOLD) !== 0 && (truth & CAN_FAIL) !== 0;
    return [Object.freeze({ row: row.name, label: row.label, state: open || truth === UNDEFINED ? ("open" as const) : ("short" as const), level })];
  });
  return Object.freeze(found);
}

function levelOf(source: Source, index: number, level: number, at: number, slot: (at: number) => number): string {
  const row = source.outline.rows[index];
  if (row?.kind === "check") return level === 1 ? "met" : "not met";
  if (row?.kind === "criterion") return row.levels[level - row.firstLevel]?.label ?? "";
  return source.numbers.at(slot(at + 2), slot(at + 3), false, () => "").text;
}

function sidesOf(source: Source, need: NeedLayout, slot: (at: number) => number) {
  if (need.compareAt < 0) return null;
  const at = (place: number): Num =>
    source.numbers.at(slot(need.compareAt + place), slot(need.compareAt + place + 1), need.percent, () => "");
  const have = Object.freeze({ lowest: at(0), highest: at(2) });
  const from = at(4);
  return { have, need: from.exact === at(6).exact ? from : null };
}

/** More rows than this are counted in a sentence, not named; `rows` has them all. */
const MOST_NAMED = 4;

function opening(need: NeedLayout): string {
  if (need.never) return `Nothing is awarded when ${need.text}`;
  return `${need.text[0]?.toUpperCase() ?? ""}${need.text.slice(1)}`;
}

function tail(rows: Reason["rows"], sides: ReturnType<typeof sidesOf>): string {
  if (rows.length > 0) {
    const named = rows.slice(0, MOST_NAMED).map((row) => `${row.label} (${row.level ?? "not rated"})`);
    const more = rows.length - named.length;
    return `: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  }
  if (!sides || sides.have.lowest.text === "") return "";
  const { lowest, highest } = sides.have;
  return lowest.exact === highest.exact && lowest.exact !== null ? `: it is ${lowest.text}` : `: it is between ${lowest.text} and ${highest.text}`;
}

/** A required comment that is missing stands in the way of every rung. */
export function commentReason(rows: readonly { readonly name: string; readonly label: string }[]): Reason {
  const named = rows.slice(0, MOST_NAMED).map((row) => row.label);
  const more = rows.length - named.length;
  return Object.freeze({
    text: "every required comment is there",
    message: null,
    state: "undefined",
    never: false,
    rung: null,
    rows: Object.freeze(rows.map((row) => Object.freeze({ row: row.name, label: row.label, state: "open" as const, level: null }))),
    have: null,
    need: null,
    sentence: `A comment is still missing: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  });
}
