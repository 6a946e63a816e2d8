import { slotState } from "./evidence.js";
import { LADDER, OUTSIDE, ROW, type Source } from "./outcome.js";
import { answersOf, sidesOf, tailOf } from "./tails.js";
import { capital } from "./texts/plain.js";
import { type Said, saidOf } from "./texts/said.js";
import type { RowState } from "./texts/texts.js";
import type { NeedLayout, OutlineLadder, OutlineRung, Reason, ReasonAsk, ReasonEvidence } from "./types.js";

const CAN_HOLD = 1;
const CAN_FAIL = 2;
export const HOLDS = 1;
export const FAILS = 2;
const UNDEFINED = 4;
/** More than these are counted in a sentence, not named; the members of a reason have them all. */
export const MOST_NAMED = 4;
/** Conditions inside conditions are told with where they stand so deep. */
const MOST_DEPTH = 2;

const trees = new WeakMap<NeedLayout, Said>();

/** The condition of a need. */
export function treeOf(need: NeedLayout): Said {
  const known = trees.get(need);
  if (known) return known;
  const tree = saidOf(need.said);
  trees.set(need, tree);
  return tree;
}

/** The truth a need is content with: a `never` stands in the way when it is true, a need when it is false. */
export function goodFor(need: NeedLayout): number {
  return need.never ? FAILS : HOLDS;
}

/** A condition with its numbers, and whether it has to hold or not to hold. */
export interface Stand {
  readonly said: Said;
  readonly need: NeedLayout;
  readonly want: boolean;
}

/** A need as it stands at the top, and the conditions it joins. */
export function standOf(need: NeedLayout): Stand {
  return { said: treeOf(need), need, want: !need.never };
}

/** The conditions that one joins, where their numbers are known. */
export function partsOf(source: Source, { said, need, want }: Stand): readonly Stand[] {
  if (said.kind === "by") return said.of.slice(0, 1).map((inner) => ({ said: inner, need, want }));
  if (said.kind === "not") return said.of.length === 1 && need.parts.length === 1 ? join(said.of, need, !want) : [];
  const joins = said.kind === "and" || said.kind === "or" || said.kind === "of" || said.kind === "if" ? source.clauses.joins(said) : [];
  return joins.length === need.parts.length ? join(joins, need, want) : [];
}

function join(all: readonly Said[], { parts }: NeedLayout, want: boolean): Stand[] {
  return all.flatMap((said, index) => {
    const need = parts[index];
    return need ? [{ said, need, want }] : [];
  });
}

/** Whether a member of a set stands in the way when it passes the test, or (`false`) when it does not; `null`: either may. */
function blames({ said, want }: Stand): boolean | null {
  if (said.kind === "exactly") return null;
  return (said.kind === "no" || said.kind === "at_most") === want;
}

/** Whether a row with this truth may be named in a reason. */
export function isNamed(stand: Stand, truth: number): boolean {
  const blamed = blames(stand);
  return truth !== OUTSIDE && (blamed === null || truth !== (blamed ? FAILS : HOLDS));
}

/** Reads the numbers of a session. */
export type Slot = (at: number) => number;

/**
 * Why a need stands in the way; nothing when it holds. One that holds although
 * nobody could look at the evidence is told as a caveat.
 */
export function reasonOf(source: Source, need: NeedLayout, slot: Slot): Reason | null {
  const truth = slot(need.at);
  const good = truth === goodFor(need);
  const slots = slotsOf(source, need, good, slot);
  if (good && (need.never || slots.length === 0)) return null;
  const bad = need.never ? HOLDS : FAILS;
  const state = good ? "caveat" : truth === bad ? "short" : truth === UNDEFINED ? "undefined" : "open";
  const stand = standOf(need);
  const rows = good ? NO_ROWS : rowsOf(source, stand, slot);
  const sides = sidesOf(source, stand, slot);
  // An answer stands in the way where nothing else does; a question does as long as it is open.
  const asks = good ? [] : asksOf(source, need, state !== "short" || rows.length + slots.length > 0);
  const below = need.below < 0 ? undefined : source.ladders[need.ladder]?.rungs[need.below];
  return Object.freeze({
    text: below?.label ?? source.clauses.clause(stand.said, "holds", need.members),
    message: need.message,
    state,
    never: need.never,
    rung: below?.name ?? null,
    rows,
    ...(asks.length > 0 ? { asks: Object.freeze(asks) } : {}),
    ...(slots.length > 0 ? { evidence: Object.freeze(slots) } : {}),
    have: sides?.have ?? null,
    need: sides?.need ?? null,
    sentence: capital(good ? caveat(source, stand, slots) : sentence(source, stand, slot)),
  });
}

/** What holds, as a sentence; nothing of a `never`, which says what is not. */
export function holding(source: Source, need: NeedLayout): string | null {
  return need.never ? null : source.clauses.sentence(treeOf(need), need.members);
}

function caveat(source: Source, { said, need }: Stand, slots: readonly ReasonEvidence[]): string {
  const labels = (wanted: string) => slots.filter(({ state }) => state === wanted).map(({ label }) => source.voice.listed(label));
  return source.clauses.clause(said, "holds", need.members) + source.voice.texts.caveat({ look: labels("needs a look"), unchecked: labels("unchecked") });
}

function sentence(source: Source, stand: Stand, slot: Slot): string {
  const { texts } = source.voice;
  const { opening, tail } = stand.need.never
    ? { opening: texts.never(source.clauses.clause(stand.said, "holds", stand.need.members)), tail: involved(source, stand, slot) }
    : told(source, stand, slot, 0);
  return tail === "" ? opening : `${opening}: ${tail}`;
}

interface Told {
  readonly opening: string;
  readonly tail: string;
}

/** A condition that is short or open, and where it stands. */
function told(source: Source, stand: Stand, slot: Slot, depth: number): Told {
  const { said, need, want } = stand;
  const { clauses, voice } = source;
  const parts = partsOf(source, stand);
  const [only] = parts;
  if ((said.kind === "not" || said.kind === "by") && only && (!isJoined(only.said) || only.want)) {
    const inner = told(source, only, slot, depth);
    return said.kind === "by" ? { ...inner, opening: voice.texts.by(inner.opening, said.text) } : inner;
  }
  if (isJoined(said) && want && parts.length > 0 && depth < MOST_DEPTH) return joined(source, stand, parts, slot, depth);
  const value = said.kind === "compare" ? (sidesOf(source, stand, slot)?.need?.text ?? undefined) : undefined;
  const opening = want ? clauses.clause(said, "must", need.members, value) : clauses.negated(said, "must", need.members);
  const quantified = said.of.length >= 2 && need.membersAt >= 0 && said.kind !== "is";
  return { opening, tail: quantified && !want ? involved(source, stand, slot) : (tailOf(source, stand, slot, depth > 0 ? "brief" : "full") ?? involved(source, stand, slot)) };
}

function isJoined({ kind }: Said): boolean {
  return kind === "and" || kind === "or" || kind === "of" || kind === "if";
}

/** Several conditions: what is needed of them, and those that are short, each with where it stands. */
function joined(source: Source, stand: Stand, parts: readonly Stand[], slot: Slot, depth: number): Told {
  const { said } = stand;
  const { clauses, voice } = source;
  if (said.kind === "if") return branch(source, stand, parts, slot, depth);
  const { quantity, text, one } = clauses.amount(said);
  const how = said.kind === "and" || said.kind === "or" ? said.kind : quantity;
  const blamed = how === "no" || how === "at_most" || how === "exactly";
  const shown = how === "exactly" ? parts : parts.filter(({ need }) => slot(need.at) !== (blamed ? FAILS : HOLDS));
  if ((how === "and" || how === "every") && shown.length === 1 && shown[0]) return told(source, shown[0], slot, depth + 1);
  const each = shown.map((part) => {
    if (blamed) {
      const truth = slot(part.need.at);
      const clause = clauses.clause(part.said, "holds", part.need.members);
      return truth === HOLDS ? clause : `${clause} (${voice.texts.state[truth === FAILS ? "not so" : "still open"]})`;
    }
    const { opening, tail } = told(source, part, slot, depth + 1);
    return tail === "" ? opening : `${opening} (${tail})`;
  });
  if (depth > 0 && (how === "and" || how === "or")) return { opening: voice.texts.joined({ how, amount: text, one, clauses: each, mood: "must" }), tail: "" };
  return { opening: voice.texts.needed({ how, amount: text, one }), tail: voice.texts.choices(each, how) };
}

/** `if C then A else B`: the branch that counts, once that is known. */
function branch(source: Source, { said }: Stand, [when, then, other]: readonly Stand[], slot: Slot, depth: number): Told {
  const { clauses, voice } = source;
  const truth = when ? slot(when.need.at) : UNDEFINED;
  const counts = truth === HOLDS ? then : truth === FAILS ? other : undefined;
  if (!when || !counts) return { opening: clauses.clause(said, "must"), tail: "" };
  const inner = told(source, counts, slot, depth + 1);
  const since = truth === HOLDS ? clauses.clause(when.said, "holds") : clauses.negated(when.said, "holds");
  return { opening: voice.texts.since({ when: since, then: inner.opening }), tail: inner.tail };
}

/** Everything that is involved, with how it stands. */
function involved(source: Source, stand: Stand, slot: Slot): string {
  const { state } = source.voice.texts;
  const [bad, short] = [stand.want ? FAILS : HOLDS, slot(stand.need.at)];
  const rows = rowsOf(source, stand, slot).filter((row) => short !== bad || row.state === "short" || stand.want);
  const asks = asksOf(source, stand.need, short !== bad || rows.length > 0);
  const slots = slotsOf(source, stand.need, false, slot);
  const all: RowState[] = [
    ...rows.map((row) => ({ label: rowLabel(source, row.row), level: row.level ?? stateWord(source, row.row, slot) })),
    ...asks.map(({ label, answer }) => ({ label: source.voice.listed(label), level: answer ?? state["not answered"] })),
    ...slots.map((one) => ({ label: source.voice.listed(one.label), level: one.state === "complete" ? "" : state[one.state] })),
  ];
  // What is asked alone stands in the sentence already.
  if (rows.length + slots.length === 0 && asks.length === 1) return answersOf(source, asks);
  if (all.length > 0) return source.voice.texts.named(all.slice(0, MOST_NAMED), all.length);
  return tailOf(source, stand, slot, "bare") ?? "";
}

/** The slots that a need waits for, or of a need that holds those that nobody could look into. */
export function slotsOf(source: Source, need: NeedLayout, good: boolean, slot: Slot): readonly ReasonEvidence[] {
  return need.slots.flatMap((index) => {
    const known = source.outline.evidence[index];
    const state = slotState(source, index, slot);
    const unseen = state === "needs a look" || state === "unchecked";
    if (!known || state === null || (good ? !unseen : state !== "incomplete")) return [];
    return [Object.freeze({ slot: known.name, label: known.label, state })];
  });
}

export function asksOf(source: Source, need: NeedLayout, openOnly: boolean): readonly ReasonAsk[] {
  return need.asks.flatMap((index) => {
    const known = source.outline.asks[index];
    const answer = source.reply("asks", index);
    return known && (answer === null || !openOnly) ? [Object.freeze({ ask: known.name, label: known.label, answer })] : [];
  });
}

const NO_ROWS: Reason["rows"] = Object.freeze([]);

/** The rows that stand in the way of a condition and of those it joins, each once. */
function rowsOf(source: Source, stand: Stand, slot: Slot): Reason["rows"] {
  const parts = partsOf(source, stand).filter((part) => slot(part.need.at) !== (part.want ? HOLDS : FAILS));
  const own = ownRows(source, stand, slot);
  if (parts.length === 0) return own.length > 0 && isOnce(stand.need.members) ? Object.freeze(own) : once(own);
  return once([...own, ...parts.flatMap((part) => rowsOf(source, part, slot))]);
}

const members = new WeakMap<readonly number[], boolean>();

/** Whether a list of members has each once. */
function isOnce(all: readonly number[]): boolean {
  let known = members.get(all);
  if (known === undefined) members.set(all, (known = new Set(all).size === all.length));
  return known;
}

function once(found: Reason["rows"]): Reason["rows"] {
  if (found.length === 0) return NO_ROWS;
  const seen = new Set<string>();
  return Object.freeze(found.filter(({ row }) => !seen.has(row) && seen.add(row)));
}

function ownRows(source: Source, stand: Stand, slot: Slot): Reason["rows"] {
  const { need, said } = stand;
  if (need.membersAt < 0 || said.kind === "by") return NO_ROWS;
  const over = said.kind === "exactly" && slot(need.at) !== HOLDS ? overflows(source, stand, slot) : null;
  const found: Reason["rows"][number][] = [];
  for (let place = 0; place < need.members.length; place += 1) {
    const [index, truth] = [need.members[place] ?? 0, slot(need.membersAt + place)];
    if (index >= source.outline.rows.length || !isNamed(stand, truth) || (over !== null && truth === (over ? FAILS : HOLDS))) continue;
    const open = ((truth & CAN_HOLD) !== 0 && (truth & CAN_FAIL) !== 0) || truth === UNDEFINED;
    found.push(source.named.row(index, open ? "open" : "short", levelOf(source, index, slot)));
  }
  return found;
}

/** Whether more of a set pass than are asked for, where a number is. */
function overflows({ clauses }: Source, { said, need, want }: Stand, slot: Slot): boolean | null {
  const { exact, share } = clauses.amount(said);
  if (exact === null || share || !want) return null;
  const have = need.members.filter((_, place) => slot(need.membersAt + place) === HOLDS).length;
  return have > Number(exact);
}

/** What a sentence calls a member of a set: a row, or a ladder counted on behind the rows. */
export function memberOf(source: Source, index: number, slot: Slot): RowState {
  const { outline, ladders, clauses, voice } = source;
  const ladder = ladders[index - outline.rows.length];
  if (ladder) {
    const best = bestOf(source, index, slot);
    return { label: voice.listed(ladder.label), level: standing(source, ladder, slot) ?? (best ? voice.texts.atBest(best.label) : voice.texts.state["still open"]) };
  }
  return { label: clauses.row(index), level: levelOf(source, index, slot) ?? stateWord(source, outline.rows[index]?.name ?? "", slot) };
}

/** What a result or an award has come to, in the reader's words. */
function standing({ layout, overruled }: Source, ladder: OutlineLadder, slot: Slot): string | null {
  const at = layout.ladders[ladder.ladder] ?? 0;
  const place = slot(overruled(ladder.ladder) ? at + 3 : at + 1);
  return (place < 0 ? null : (ladder.rungs[place] ?? ladder.otherwise))?.label ?? null;
}

/** The best that an undecided result, counted on behind the rows, may still come to. */
export function bestOf({ outline, layout, ladders }: Source, index: number, slot: Slot): OutlineRung | null {
  const ladder = ladders[index - outline.rows.length];
  if (!ladder) return null;
  const at = (layout.ladders[ladder.ladder] ?? 0) + LADDER + ladder.rungs.length;
  const all = [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])];
  return all.filter((_, place) => slot(at + place) === 1).sort((a, b) => b.level - a.level)[0] ?? null;
}

/** How a row was rated, in the reader's words; nothing where it is not. */
export function levelOf(source: Source, index: number, slot: Slot): string | null {
  const ladder = source.ladders[index - source.outline.rows.length];
  if (ladder) return standing(source, ladder, slot);
  const at = source.layout.rows + index * ROW;
  if (slot(at) !== 4) return null;
  const { state } = source.voice.texts;
  const [row, level] = [source.outline.rows[index], slot(at + 1)];
  if (row?.kind === "check") return level === 1 ? state.met : state["not met"];
  if (row?.kind === "criterion") return row.levels[level - row.firstLevel]?.label ?? "";
  return source.numbers.at(slot(at + 2), slot(at + 3), false, () => source.exact(at + 2)).text;
}

/** What a sentence calls a row. */
export function rowLabel({ clauses, voice }: Source, name: string): string {
  const known = clauses.names.find(name);
  return known?.kind === "row" ? clauses.row(known.index) : voice.listed(clauses.names.label(name));
}

/** How a row stands that is not rated. */
export function stateWord(source: Source, name: string, slot: Slot): string {
  const { state } = source.voice.texts;
  const known = source.clauses.names.find(name);
  const index = known?.kind === "row" ? known.index : -1;
  const now = slot(source.layout.rows + index * ROW);
  if (now === 0) return state[source.outline.rows[index]?.workedOut ? "still open" : "not rated"];
  return now === 1 ? state["left out"] : now === 2 ? state["not scored"] : now === 3 ? state["not asked"] : state["still open"];
}

/** A required comment that is missing stands in the way of every rung. */
export function commentReason(source: Source, rows: readonly { readonly name: string; readonly label: string }[]): Reason {
  const text = source.voice.texts.comments(rows.slice(0, MOST_NAMED).map((row) => rowLabel(source, row.name)), rows.length);
  return Object.freeze({
    text,
    message: null,
    state: "undefined",
    never: false,
    rung: null,
    rows: Object.freeze(rows.map((row) => Object.freeze({ row: row.name, label: row.label, state: "open" as const, level: null }))),
    have: null,
    need: null,
    sentence: capital(text),
  });
}

