import { slotState } from "./evidence.js";
import { OUTSIDE, ROW, type Source } from "./outcome.js";
import type { NeedLayout, Num, Reason, ReasonAsk, ReasonEvidence } from "./types.js";

/** A row as a reason tells of it. */
export type ReasonRow = Reason["rows"][number];

const CAN_HOLD = 1;
const CAN_FAIL = 2;
const HOLDS = 1;
const FAILS = 2;
const UNDEFINED = 4;

/** The truth a need is content with: a `never` stands in the way when it is true, a need when it is false. */
export function goodFor(need: NeedLayout): number {
  return need.never ? FAILS : HOLDS;
}

/**
 * Why a need stands in the way; nothing when it holds. One that holds although
 * nobody could look at the evidence is told as a caveat.
 */
export function reasonOf(source: Source, need: NeedLayout, slot: (at: number) => number): Reason | null {
  const truth = slot(need.at);
  const good = truth === goodFor(need);
  const slots = slotsOf(source, need, good, slot);
  if (good && (need.never || slots.length === 0)) return null;
  const bad = need.never ? HOLDS : FAILS;
  const state = good ? "caveat" : truth === bad ? "short" : truth === UNDEFINED ? "undefined" : "open";
  const rows = good ? NO_ROWS : rowsOf(source, need, slot);
  const sides = sidesOf(source, need, slot);
  // An answer stands in the way where nothing else does; a question does as long as it is open.
  const asks = good ? [] : asksOf(source, need, state !== "short" || rows.length + slots.length > 0);
  const below = need.below < 0 ? undefined : source.ladders[need.ladder]?.rungs[need.below];
  return Object.freeze({
    text: below?.label ?? need.text,
    message: need.message,
    state,
    never: need.never,
    rung: below?.name ?? null,
    rows,
    ...(asks.length > 0 ? { asks: Object.freeze(asks) } : {}),
    ...(slots.length > 0 ? { evidence: Object.freeze(slots) } : {}),
    have: sides?.have ?? null,
    need: sides?.need ?? null,
    sentence: below ? `“${below.label}” has to be earned first` : `${opening(need)}${tail(namesOf(rows, asks, slots), rows.length + asks.length + slots.length, sides)}`,
  });
}

/** The slots that a need waits for, or of a need that holds those that nobody could look into. */
function slotsOf(source: Source, need: NeedLayout, good: boolean, slot: (at: number) => number): readonly ReasonEvidence[] {
  if (need.slots.length === 0) return NO_SLOTS;
  return need.slots.flatMap((index) => {
    const known = source.outline.evidence[index];
    const state = slotState(source, index, slot);
    const unseen = state === "needs a look" || state === "unchecked";
    if (!known || state === null || (good ? !unseen : state !== "incomplete")) return [];
    return [Object.freeze({ slot: known.name, label: known.label, state })];
  });
}

function asksOf(source: Source, need: NeedLayout, openOnly: boolean): readonly ReasonAsk[] {
  if (need.asks.length === 0) return NO_ASKS;
  return need.asks.flatMap((index) => {
    const known = source.outline.asks[index];
    const answer = source.reply("asks", index);
    return known && (answer === null || !openOnly) ? [Object.freeze({ ask: known.name, label: known.label, answer })] : [];
  });
}

const NO_ROWS: Reason["rows"] = Object.freeze([]);
const NO_SLOTS: readonly ReasonEvidence[] = Object.freeze([]);
const NO_ASKS: readonly ReasonAsk[] = Object.freeze([]);

/** The first few of what a reason names, as a sentence says them. */
function namesOf(rows: Reason["rows"], asks: readonly ReasonAsk[], slots: readonly ReasonEvidence[]): string[] {
  const named: string[] = [];
  for (let place = 0; place < rows.length && place < MOST_NAMED; place += 1) named.push(`${rows[place]?.label} (${rows[place]?.level ?? "not rated"})`);
  for (const ask of asks) named.push(`${ask.label} (${ask.answer ?? "not answered"})`);
  for (const one of slots) named.push(`${one.label} (${one.state})`);
  return named.slice(0, MOST_NAMED);
}

function rowsOf(source: Source, need: NeedLayout, slot: (at: number) => number): Reason["rows"] {
  if (need.membersAt < 0) return NO_ROWS;
  const good = goodFor(need);
  const found: ReasonRow[] = [];
  for (let place = 0; place < need.members.length; place += 1) {
    const truth = slot(need.membersAt + place);
    if (truth === OUTSIDE || truth === good) continue;
    const index = need.members[place] ?? 0;
    const at = source.layout.rows + index * ROW;
    const level = slot(at) === 4 ? levelOf(source, index, slot(at + 1), at, slot) : null;
    const open = (truth & CAN_HOLD) !== 0 && (truth & CAN_FAIL) !== 0;
    const row = rowTold(source, index, open || truth === UNDEFINED ? "open" : "short", level);
    if (row) found.push(row);
  }
  return Object.freeze(found);
}

/** A row as a reason tells it; where it was told so before, the same object. */
function rowTold(source: Source, index: number, state: ReasonRow["state"], level: string | null): ReasonRow | null {
  const row = source.outline.rows[index];
  if (!row) return null;
  const told = (source.told[index] ??= []);
  for (const one of told) if (one.state === state && one.level === level) return one;
  const made = Object.freeze({ row: row.name, label: row.label, state, level });
  if (told.length < MOST_TOLD) told.push(made);
  return made;
}

/** Ways to tell of one row that are kept. */
const MOST_TOLD = 16;

function levelOf(source: Source, index: number, level: number, at: number, slot: (at: number) => number): string {
  const row = source.outline.rows[index];
  if (row?.kind === "check") return level === 1 ? "met" : "not met";
  if (row?.kind === "criterion") return row.levels[level - row.firstLevel]?.label ?? "";
  return source.numbers.at(slot(at + 2), slot(at + 3), false, () => source.exact(at + 2)).text;
}

function sidesOf(source: Source, need: NeedLayout, slot: (at: number) => number) {
  if (need.compareAt < 0) return null;
  const at = (place: number): Num =>
    source.numbers.at(slot(need.compareAt + place), slot(need.compareAt + place + 1), need.percent, () => source.exact(need.compareAt + place));
  const have = Object.freeze({ lowest: at(0), highest: at(2) });
  const [from, to] = [at(4), at(6)];
  return { have, need: from.exact === to.exact ? from : null };
}

/** More rows than this are counted in a sentence, not named; `rows` has them all. */
const MOST_NAMED = 4;

function opening(need: NeedLayout): string {
  if (need.never) return `Nothing is awarded when ${need.text}`;
  return `${need.text[0]?.toUpperCase() ?? ""}${need.text.slice(1)}`;
}

function tail(named: readonly string[], all: number, sides: ReturnType<typeof sidesOf>): string {
  if (named.length > 0) {
    const more = all - MOST_NAMED;
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
    sentence: `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""} still ${rows.length > 1 ? "need" : "needs"} a comment`,
  });
}
