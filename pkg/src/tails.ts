// Where a condition stands: what is behind the colon of a reason.
import type { Source } from "./outcome.js";
import { OUTSIDE, ROW } from "./outcome.js";
import { asksOf, bestOf, FAILS, HOLDS, levelOf, memberOf, MOST_NAMED, type Slot, slotsOf, type Stand } from "./reasons.js";
import { comparisonOf } from "./texts/clauses.js";
import { compare, type Exact, exactOf, minus } from "./texts/exact.js";
import type { Said } from "./texts/said.js";
import type { Counted, QuantityWord, TestData, Unit } from "./texts/texts.js";
import type { Num, OutlineLadder, OutlineRow, ReasonAsk } from "./types.js";

/** A comparison: what there is, and what is needed. */
export interface Side {
  readonly have: { readonly lowest: Num; readonly highest: Num };
  readonly need: Num | null;
}

/** Both sides of a comparison, in its unit. */
export function sidesOf(source: Source, { said, need }: Stand, slot: Slot): Side | null {
  if (need.compareAt < 0) return null;
  const { unit } = comparisonOf(said, false);
  const at = (place: number): Num => {
    const num = source.numbers.at(slot(need.compareAt + place), slot(need.compareAt + place + 1), unit === "percent", () => source.exact(need.compareAt + place));
    return unit === "plain" || unit === "percent" || num.exact === null ? num : Object.freeze({ ...num, text: source.clauses.measured(num.exact, unit) });
  };
  const [from, to] = [at(4), at(6)];
  return { have: Object.freeze({ lowest: at(0), highest: at(2) }), need: from.exact !== null && from.exact === to.exact ? from : null };
}

/** All there is to say; without the nearest rows; without by how much it is short. */
type Length = "full" | "brief" | "bare";

/** Where a condition stands; nothing where it has no words of its own. */
export function tailOf(source: Source, stand: Stand, slot: Slot, length: Length): string | null {
  const { said, need } = stand;
  const { texts } = source.voice;
  const bare = length === "bare";
  switch (said.kind) {
    case "every":
    case "any":
    case "no":
    case "most":
    case "at_least":
    case "at_most":
    case "exactly":
      return need.membersAt < 0 || bare ? null : counted(source, stand, slot, length === "brief");
    case "compare":
      return compared(source, stand, slot, bare);
    case "is":
      return bare ? null : single(source, stand, slot);
    case "ask":
      return answersOf(source, asksOf(source, need, false));
    case "complete": {
      const slots = slotsOf(source, need, false, slot);
      return stand.want && slots.length > 0 ? texts.incomplete({ slots: slots.map(({ label }) => source.voice.listed(label)), alone: said.text !== "" }) : "";
    }
    case "rung":
    case "truth":
      return "";
    default:
      return null;
  }
}

/** Tests to which the level of a row is no answer. */
const UNLEVELLED: ReadonlySet<string> = new Set(["comment", "shown", "answered", "left_out", "score"]);

/** What a test asks, without its `not`. */
function plainKind(test: Said | undefined): string {
  return test?.kind === "not" ? plainKind(test.of[0]) : (test?.kind ?? "");
}

/** One row, one answer, or one result. */
function single(source: Source, stand: Stand, slot: Slot): string {
  const { texts } = source.voice;
  const [index] = stand.need.members;
  if (index !== undefined) {
    const points = pointsOf(source, stand, index, slot);
    if (points !== null) return points;
    const row = source.outline.rows[index];
    const level = levelOf(source, index, slot);
    // A level says nothing of a comment.
    if (level !== null && UNLEVELLED.has(plainKind(stand.said.of[1]))) return "";
    return texts.rated({ level, best: bestOf(source, index, slot)?.label ?? null, row: row?.kind ?? "criterion", open: row?.workedOut ?? true });
  }
  return answersOf(source, asksOf(source, stand.need, false));
}

/** The points of a rated row beside the number they are tested against. */
function pointsOf(source: Source, { said, want }: Stand, index: number, slot: Slot): string | null {
  const at = source.layout.rows + index * ROW;
  const test = said.of[1];
  const [number] = test?.kind === "points" ? test.of : [];
  if (!test || number?.kind !== "number" || slot(at) !== 4 || slot(at + 3) <= 0) return null;
  const { op } = comparisonOf(test, !want);
  const have = source.numbers.at(slot(at + 2), slot(at + 3), false, () => source.exact(at + 2));
  const exact = number.text.split(" ")[0] ?? "0";
  const gap = op === "eq" || op === "ne" ? null : gapOf(source, have, { ...have, exact }, "plain", op === "ge" || op === "gt");
  return source.voice.texts.compared({
    op, unit: "plain", lowest: have.text, highest: have.text, known: true, endless: false, bottomless: false, empty: false, never: true, gap: gap?.text ?? "", gapOne: gap?.one ?? false,
  });
}

/** What was answered. */
export function answersOf(source: Source, asks: readonly ReasonAsk[]): string {
  const kind = (name: string) => source.outline.asks.find((ask) => ask.name === name)?.kind;
  const all = asks.map(({ ask, label, answer }) => ({ label, answer, choice: kind(ask) === "choice" }));
  return all.length > 0 ? source.voice.texts.answered({ asks: all, alone: all.length === 1 }) : "";
}

function counted(source: Source, stand: Stand, slot: Slot, brief: boolean): string {
  const { need, said } = stand;
  const [quantity, test] = [source.clauses.amount(said).quantity, source.clauses.test(said.of.at(-1) ?? said, [], need.members)];
  const [have, failing, open]: [number[], number[], number[]] = [[], [], []];
  for (let place = 0; place < need.members.length; place += 1) {
    const truth = slot(need.membersAt + place);
    if (truth !== OUTSIDE) (truth === HOLDS ? have : truth === FAILS ? failing : open).push(need.members[place] ?? 0);
  }
  const all = have.length + failing.length + open.length;
  if (all === 0) return "";
  // Every one is not: none is.
  if (quantity === "every" && test.kind === "not") {
    const bad = failing.length > 0;
    return source.voice.texts.counted(countedOf(source, "no", test.test, bad ? failing : open, { have: failing.length, all, more: null, open: !bad }, slot));
  }
  const tell = (shown: readonly number[], more: number | null, isOpen: boolean): string =>
    source.voice.texts.counted(countedOf(source, quantity, test, shown, { have: have.length, all, more, open: isOpen }, slot));
  if (quantity === "every") return tell([...failing, ...open], null, false);
  if (quantity === "no" || quantity === "at_most") return slot(need.at) === FAILS ? tell(have, null, false) : tell(open, null, true);
  const wanted = wantedOf(source, stand, quantity, all);
  // Only of exactly so many there may be too many; where enough do, it is open who belongs to the set.
  const lacks = wanted === null ? null : wanted - have.length;
  const more = lacks === null || quantity === "exactly" ? lacks : Math.max(0, lacks);
  if (more !== null && more < 0) return tell(have, more, false);
  if (brief) return tell([], more, false);
  return failing.length > 0 ? tell(nearest(source, stand, failing, slot), more, false) : tell(open, more, true);
}

/** The members that are nearest to passing: as many as are named, the nearest first. */
function nearest(source: Source, stand: Stand, failing: readonly number[], slot: Slot): readonly number[] {
  const [found, far]: [number[], number[]] = [[], []];
  for (const index of failing) {
    const own = distance(source, stand, index, slot);
    let place = found.length;
    while (place > 0 && own < (far[place - 1] ?? 0)) place -= 1;
    if (place >= MOST_NAMED) continue;
    found.splice(place, 0, index);
    far.splice(place, 0, own);
    if (found.length > MOST_NAMED) found.length = far.length = MOST_NAMED;
  }
  return found;
}

function countedOf(
  source: Source,
  quantity: QuantityWord,
  test: TestData,
  shown: readonly number[],
  numbers: Pick<Counted, "have" | "all" | "more" | "open">,
  slot: Slot,
): Counted {
  const rows = shown.slice(0, MOST_NAMED).map((index) => memberOf(source, index, slot));
  return { ...numbers, quantity, test, rows, count: shown.length };
}

/** How many of a set have to pass, where that is known. */
function wantedOf({ clauses }: Source, { said }: Stand, quantity: QuantityWord, all: number): number | null {
  if (quantity === "any") return 1;
  if (quantity === "most") return Math.floor(all / 2) + 1;
  if (quantity === "half") return Math.ceil(all / 2);
  const { exact, share } = clauses.amount(said);
  if (exact === null) return null;
  const [n = 0, d = 1] = exact.split("/").map(Number);
  return share ? Math.floor((n * all + d - 1) / d) : n;
}

/** How far a rated row is from passing: in levels, or in points. */
export function distance(source: Source, { said }: Stand, index: number, slot: Slot): number {
  const ladder = source.ladders[index - source.outline.rows.length];
  if (ladder) return rungsAway(source, said, ladder, slot);
  const row = source.outline.rows[index];
  const test = said.of.at(-1);
  const at = source.layout.rows + index * ROW;
  if (!row || !test || slot(at) !== 4) return Number.POSITIVE_INFINITY;
  const wanted = wantedLevel(test, row);
  if (wanted >= 0) return Math.abs(wanted + row.firstLevel - slot(at + 1));
  const [number] = test.kind === "points" ? test.of : [];
  if (number?.kind !== "number" || slot(at + 3) <= 0) return 1;
  const target = exactOf(number.text.split(" ")[0] ?? "0");
  return Math.abs(Number(target.n) / Number(target.d) - slot(at + 2) / slot(at + 3));
}

const places = new WeakMap<Said, Map<OutlineRow, number>>();

/** The place of the level that a test asks of a row, of two the higher one; -1 for none. */
function wantedLevel(test: Said, row: OutlineRow): number {
  let known = places.get(test);
  if (!known) places.set(test, (known = new Map()));
  const kept = known.get(row);
  if (kept !== undefined) return kept;
  const names = levelsOf(test).map(({ text }) => text.split(" ")[1]);
  const found = row.levels.findLastIndex(({ name }) => names.includes(name));
  known.set(row, found);
  return found;
}

function levelsOf(test: Said): readonly Said[] {
  if (test.kind === "if") return test.of.slice(1).flatMap(levelsOf);
  return test.kind === "level" ? [test] : [];
}

/** The same of a result, by the places of its levels. */
function rungsAway(source: Source, said: Said, ladder: OutlineLadder, slot: Slot): number {
  const all = [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])];
  const wanted = all.find(({ name }) => name === said.of.at(-1)?.text.split(" ")[1]);
  const now = all[slot((source.layout.ladders[ladder.ladder] ?? 0) + 1)] ?? bestOf(source, source.outline.rows.length + ladder.ladder, slot);
  return wanted && now ? Math.abs(wanted.level - now.level) : Number.POSITIVE_INFINITY;
}

function compared(source: Source, stand: Stand, slot: Slot, bare: boolean): string {
  const sides = sidesOf(source, stand, slot);
  if (!sides) return "";
  const { op, unit } = comparisonOf(stand.said, !stand.want && !bare);
  const { lowest, highest } = sides.have;
  const { compareAt } = stand.need;
  const without = (place: number) => slot(compareAt + place + 1) === 0 && slot(compareAt + place) !== 0;
  const [bottomless, endless] = [without(0), without(2)];
  const known = lowest.exact !== null && lowest.exact === highest.exact;
  const empty = !bottomless && !endless && (lowest.text === "" || highest.text === "");
  const left = stand.said.of[0];
  const asked = left?.kind === "name" ? source.outline.asks.findIndex(({ name }) => name === left.text) : -1;
  if (asked >= 0 && source.reply("asks", asked) === null) return source.voice.texts.answered({ asks: [{ label: left?.text ?? "", answer: null, choice: false }], alone: true });
  const never = slot(stand.need.at) === (stand.want ? FAILS : HOLDS);
  const up = op === "ge" || op === "gt";
  const nearest = up ? highest : lowest;
  const gap = bare || !(known || never) || op === "eq" || op === "ne" ? null : gapOf(source, nearest, sides.need, unit, up);
  return source.voice.texts.compared({
    op, unit, lowest: lowest.text, highest: highest.text, known, endless, bottomless, empty, never, gap: gap?.text ?? "", gapOne: gap?.one ?? false,
  });
}

/** By how much one number misses another, with its unit. */
function gapOf({ voice, clauses }: Source, have: Num, need: Num | null, unit: Unit, up: boolean): { readonly text: string; readonly one: boolean } | null {
  if (have.exact === null || need?.exact === null || need?.exact === undefined || unit === "day") return null;
  const [a, b]: readonly [Exact, Exact] = [exactOf(have.exact), exactOf(need.exact)];
  const gap = up ? minus(b, a) : minus(a, b);
  if (compare(gap, { n: 0n, d: 1n }) <= 0) return null;
  const one = gap.n === gap.d;
  if (unit === "percent") {
    const points = { n: gap.n * 100n, d: gap.d };
    return { text: voice.texts.points(voice.numbers.shown(points.n, points.d, false), points.n === points.d), one: points.n === points.d };
  }
  return { text: unit === "plain" ? voice.numbers.shown(gap.n, gap.d, false) : clauses.measured(`${gap.n}/${gap.d}`, unit), one };
}

