import { Evidence, SLOT } from "./evidence.js";
import { ladderOf, type Told, toldAward, toldResult } from "./ladders.js";
import { type Given, GivenAdvice, ordered, rowAdvice } from "./advice.js";
import type { Clauses } from "./texts/clauses.js";
import { capital } from "./texts/plain.js";
import type { Voice } from "./texts/voice.js";
import { Compared } from "./compared.js";
import { Marks } from "./marks.js";
import type { NamedRows } from "./named.js";
import { NONE, type Numbers } from "./number.js";
import { FAILS, HOLDS, isNamed, partsOf, reasonOf, type Stand, standOf, treeOf } from "./reasons.js";
import { Records } from "./records.js";
import type {
  Advice, AwardOutcome, Change, FindingOut, Layout, NeedLayout, Outcome, Outline, OutlineLadder, OutlineRow, Overruled, Reason, ResultOutcome,
  RowOutcome, ScoreOutcome, View,
} from "./types.js";

/** Slots of a row, a score, a slot of evidence, and of a ladder before those of its rungs. */
export const ROW = 11;
export const LADDER = 4;
const SCORE = 9;
/** The state of a row that is rated. */
export const RATED = 4;
/** Where a row's slots hold what counts, its code, and whether its comment is missing. */
const COUNTED = 8;
const CODE = 9;
const COMMENT = 10;
/** The truth of a row that is not in the set of a need. */
export const OUTSIDE = 0;
/** What a number is of: a kind in the low bits, and which of them. */
const KIND_BITS = 3;
const KIND_MASK = (1 << KIND_BITS) - 1;
const [OF_ROW, OF_SCORE, OF_LADDER, OF_NEED, OF_ADVICE, OF_EVIDENCE, OF_PROGRESS] = [0, 1, 2, 3, 4, 5, 6] as const;
/** Outcomes of one row that are kept to be given again. */
const KEPT_OF_ROW = 8;
/** Numbers of both sides of a comparison. */
const SIDES = 8;
const ROW_STATES = ["unanswered", "left out", "not scored", "not asked", "rated"] as const;
const SCORE_STATES = ["known", "open", "undefined"] as const;

/** What a reader is made of: what the engine handed over, and what only this side keeps. */
export interface Source {
  readonly outline: Outline;
  readonly layout: Layout;
  readonly numbers: Numbers;
  readonly voice: Voice;
  readonly clauses: Clauses;
  readonly named: NamedRows;
  readonly version: string;
  readonly contentHash: string;
  readonly structureHash: string;
  /** Results and awards by their place among all ladders. */
  readonly ladders: readonly (OutlineLadder | undefined)[];
  readonly view: View;
  /** No more pieces of advice than these. */
  readonly mostAdvice: number;
  exact(slot: number): string;
  findings(): FindingOut[];
  comment(row: number): string | null;
  reason(row: number): string | null;
  overruled(ladder: number): Overruled | null;
  /** A reply, or the default that counts for it, as a text shows it. */
  reply(kind: "asks" | "settings", index: number): string | null;
  closed(): boolean;
}

/** What an edit moved that is not, or not only, among the engine's numbers. */
export interface Moved {
  readonly row?: number;
  readonly ladder?: number;
  /** An ask has another reply. */
  readonly ask?: number;
  /** Evidence came or went; the findings are asked for before the numbers are read. */
  readonly evidence?: boolean;
  /** Whatever stands beside the records. */
  readonly all?: boolean;
}

/** What changed numbers are of, each once. */
class Seen {
  readonly rows: Marks;
  readonly scores: Marks;
  readonly ladders: Marks;
  /** Needs of which a reason may read otherwise. */
  readonly needs: Marks;
  advice = false;
  evidence = false;
  comments = false;

  constructor({ outline, layout }: Source) {
    this.rows = new Marks(outline.rows.length);
    this.scores = new Marks(outline.scores.length);
    this.ladders = new Marks(layout.ladders.length);
    this.needs = new Marks(layout.needs.length);
  }

  clear(): void {
    this.rows.clear();
    this.scores.clear();
    this.ladders.clear();
    this.needs.clear();
    this.advice = this.evidence = this.comments = false;
  }
}

/** Results and awards by their place among all ladders. */
export function laddersOf(outline: Outline): (OutlineLadder | undefined)[] {
  const all: (OutlineLadder | undefined)[] = [];
  for (const ladder of [...outline.results, ...outline.awards]) all[ladder.ladder] = ladder;
  return all;
}

/**
 * Reads a session's numbers into an outcome. What an edit did not change stays
 * the same object.
 */
export class Reader {
  readonly #source: Source;
  readonly #rows: Records<RowOutcome>;
  readonly #scores: Records<ScoreOutcome>;
  readonly #results: Records<ResultOutcome>;
  readonly #awards: Records<AwardOutcome>;
  /** By ladder, its place in the record of its kind. */
  readonly #ladderPlaces: readonly number[];
  /** What each number is of. */
  readonly #owners: Int32Array;
  /** By row, and behind the rows by ladder: the needs that name it. */
  readonly #naming: readonly (readonly number[])[];
  /** By need: why it stands in the way, as far as that was told and stays so. */
  readonly #reasons: (Reason | null | undefined)[] = [];
  /** Reasons of comparisons as they were, by their numbers, to be given again. */
  readonly #compared = new Map<NeedLayout, Compared>();
  /** Outcomes of rows as they were, to be given again. */
  readonly #keptRows: { readonly slots: Float64Array; readonly row: RowOutcome }[][];
  /** What the next outcome has to build anew, by index. */
  readonly #stale: { readonly rows: Marks; readonly scores: Marks; readonly ladders: Marks };
  /** What the last edit changed, to be used again. */
  readonly #seen: Seen;
  readonly #needs: readonly (readonly number[])[];
  readonly #awardLadders: ReadonlySet<number>;
  /** Whether advice has to be read to know whether it differs. */
  readonly #filling: boolean;
  readonly #given: GivenAdvice;
  /** Reads one number. */
  readonly #slotAt = (at: number): number => this.#now[at] ?? 0;
  readonly #reasonAt = (need: number): Reason | null => this.#reason(need);
  /** Rows whose comment is missing, where that is known. */
  #missing: readonly OutlineRow[] | null = null;
  /** By ladder: what was told of it last. */
  readonly #told: Told[] = [];
  readonly #evidence: Evidence;
  #advice: readonly Advice[] | null = null;
  #progress: Outcome["progress"] = Object.freeze({ rated: 0, total: 0 });
  readonly #now: Float64Array;
  #outcome: Outcome | null = null;

  constructor(source: Source, slots: Float64Array) {
    this.#source = source;
    const { rows, scores, results, awards } = source.outline;
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
    this.#rows = new Records(names(rows));
    this.#scores = new Records(names(scores));
    this.#results = new Records(names(results));
    this.#awards = new Records(names(awards));
    this.#awardLadders = new Set(awards.map(({ ladder }) => ladder));
    const places: number[] = [];
    for (const kind of [results, awards]) kind.forEach(({ ladder }, place) => (places[ladder] = place));
    this.#ladderPlaces = places;
    this.#owners = ownersOf(source);
    this.#naming = namingOf(source);
    this.#keptRows = rows.map(() => []);
    this.#stale = { rows: new Marks(rows.length), scores: new Marks(scores.length), ladders: new Marks(source.layout.ladders.length) };
    this.#stale.rows.fill();
    this.#stale.scores.fill();
    for (const { ladder } of [...results, ...awards]) this.#stale.ladders.add(ladder);
    this.#seen = new Seen(source);
    const needs: number[][] = source.layout.ladders.map(() => []);
    source.layout.needs.forEach((need, index) => needs[need.ladder]?.push(index));
    this.#needs = needs;
    const texts = [...source.outline.advice, ...rows.flatMap(({ levels }) => levels.map(({ advice }) => advice ?? ""))];
    // What shows values, and what is cut short, is compared as it is read.
    this.#filling = source.mostAdvice < texts.length || texts.some((text) => text.includes("{"));
    this.#now = slots.slice();
    this.#given = new GivenAdvice(source);
    rows.forEach((_, row) => this.#given.row(row, this.#slotAt));
    this.#evidence = new Evidence(source);
    if (this.#filling) this.#advice = this.#readAdvice();
  }

  /** The evidence, for edits of it. */
  get evidence(): Evidence {
    return this.#evidence;
  }

  /** Takes new numbers in and says what they change; `listed` are the places that do, where the engine said so. */
  update(slots: Float64Array, listed: Uint32Array | null, also: Moved = {}): Change {
    const before = this.#now;
    const places = listed ?? changedPlaces(before, slots);
    const seen = this.#look(before, slots, places);
    const { outline } = this.#source;
    const evidence = seen.evidence || also.evidence || also.all ? this.#evidence.update(before, slots) : [];
    this.#moveLadders(before, slots, seen, also);
    const changesAdvice = !this.#filling && this.#adviceMoved(before, slots, seen);
    if (also.row !== undefined) seen.rows.add(also.row);
    const { rows, scores } = seen;
    rows.sort();
    scores.sort();
    seen.ladders.sort();
    const change = { rows: namesOf(rows, outline.rows), scores: namesOf(scores, outline.scores), results: [] as string[], awards: [] as string[], evidence, advice: changesAdvice };
    for (const row of rows.all) this.#stale.rows.add(row);
    for (const score of scores.all) this.#stale.scores.add(score);
    for (const index of seen.ladders.all) {
      const ladder = this.#source.ladders[index];
      if (!ladder) continue;
      this.#stale.ladders.add(index);
      (this.#awardLadders.has(index) ? change.awards : change.results).push(ladder.name);
    }
    const moved = places.length > 0 || evidence.length > 0;
    const reorders = !this.#filling && !changesAdvice && change.awards.length > 0;
    // Its order is told by the numbers before, and nobody has read it yet.
    if (reorders) this.#advice ??= this.#readAdvice();
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      before[at] = slots[at] ?? 0;
    }
    for (const row of rows.all) this.#given.row(row, this.#slotAt);
    if (this.#filling && (moved || also.ask !== undefined || also.all)) change.advice = this.#refill();
    else if (changesAdvice) this.#advice = null;
    else if (reorders) change.advice = this.#reordered();
    // The same edit again leaves the same outcome.
    if (moved || change.advice || also.row !== undefined || also.ladder !== undefined || also.all || change.awards.length + change.results.length > 0) this.#outcome = null;
    return change;
  }

  /** What the changed numbers are of. */
  #look(before: Float64Array, slots: Float64Array, places: ArrayLike<number>): Seen {
    const seen = this.#seen;
    seen.clear();
    const owners = this.#owners;
    const { layout } = this.#source;
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      const owner = owners[at] ?? 0;
      const which = owner >> KIND_BITS;
      switch (owner & KIND_MASK) {
        case OF_ROW:
          seen.rows.add(which);
          if (at === layout.rows + which * ROW + COMMENT) seen.comments = true;
          break;
        case OF_SCORE:
          seen.scores.add(which);
          break;
        case OF_LADDER:
          seen.ladders.add(which);
          break;
        case OF_NEED:
          seen.needs.add(which);
          break;
        case OF_ADVICE:
          seen.advice ||= (before[at] === 1) !== (slots[at] === 1);
          break;
        case OF_EVIDENCE:
          seen.evidence = true;
          break;
      }
    }
    return seen;
  }

  /** The results and awards of which anything may read otherwise. */
  #moveLadders(before: Float64Array, slots: Float64Array, { rows, ladders, needs, evidence, comments }: Seen, also: Moved): void {
    const { layout, outline } = this.#source;
    // What names a row or a ladder is told by how that stands.
    for (const row of rows.all) for (const need of this.#naming[row] ?? []) needs.add(need);
    for (const ladder of ladders.all) for (const need of this.#naming[outline.rows.length + ladder] ?? []) needs.add(need);
    const { ask } = also;
    if (evidence || ask !== undefined) {
      layout.needs.forEach((need, index) => ((evidence && need.slots.length > 0) || (ask !== undefined && need.asks.includes(ask))) && needs.add(index));
    }
    for (const index of needs.all) {
      if (!this.#needMoved(before, slots, index, ask)) continue;
      const ladder = layout.needs[index]?.ladder ?? -1;
      if (ladder >= 0) ladders.add(ladder);
      this.#reasons[index] = undefined;
    }
    if (also.all) {
      this.#reasons.fill(undefined);
      this.#compared.clear();
    }
    if (also.ladder !== undefined) ladders.add(also.ladder);
    if (!comments) return;
    this.#missing = null;
    for (const award of this.#awardLadders) ladders.add(award);
  }

  #adviceMoved(before: Float64Array, slots: Float64Array, seen: Seen): boolean {
    const says = (of: Float64Array, row: number) => rowAdvice(this.#source, row, (at) => of[at] ?? 0);
    return seen.advice || seen.rows.all.some((row) => says(before, row) !== says(slots, row));
  }

  /** Whether what is said stays, and comes in another order. Numbers are taken in by now. */
  #reordered(): boolean {
    const was = this.#advice;
    if (was === null || was.length < 2) return false;
    const is = this.#readAdvice();
    if (was.every((one, index) => one === is[index])) return false;
    this.#advice = is;
    return true;
  }

  /** Reads the advice again, since its texts show values; whether it says anything else. */
  #refill(): boolean {
    const [before, now] = [this.#advice ?? [], this.#readAdvice()];
    if (before.length === now.length && now.every(({ text, row }, index) => before[index]?.text === text && before[index]?.row === row)) return false;
    this.#advice = now;
    return true;
  }

  /** Whether a reason may read otherwise. Rows a need is content with are not named in one. */
  #needMoved(before: Float64Array, slots: Float64Array, index: number, ask: number | undefined): boolean {
    const { needs, evidence } = this.#source.layout;
    const need = needs[index];
    if (!need) return false;
    if (before[need.at] !== slots[need.at]) return true;
    if (need.slots.some((slot) => differs(before, slots, evidence + slot * SLOT, SLOT))) return true;
    return this.#standMoved(before, slots, standOf(need), ask);
  }

  #standMoved(before: Float64Array, slots: Float64Array, stand: Stand, ask: number | undefined): boolean {
    const { need, want } = stand;
    if (before[need.at] !== slots[need.at]) return true;
    if (slots[need.at] === (want ? HOLDS : FAILS)) return false;
    if (ask !== undefined && need.asks.includes(ask)) return true;
    if (need.compareAt >= 0 && differs(before, slots, need.compareAt, SIDES)) return true;
    for (let place = 0; need.membersAt >= 0 && place < need.members.length; place += 1) {
      const [was, is] = [before[need.membersAt + place], slots[need.membersAt + place]];
      if (was !== is || (isNamed(stand, is ?? OUTSIDE) && this.#memberMoved(before, slots, need.members[place] ?? 0))) return true;
    }
    return partsOf(this.#source, stand).some((part) => part.need !== need && this.#standMoved(before, slots, part, ask));
  }

  /** Whether a row, or a ladder counted on behind the rows, stands otherwise than before. */
  #memberMoved(before: Float64Array, slots: Float64Array, member: number): boolean {
    const { outline, layout } = this.#source;
    if (member < outline.rows.length) return this.#seen.rows.has(member);
    const ladder = member - outline.rows.length;
    return differs(before, slots, layout.ladders[ladder] ?? 0, LADDER + 2 * (this.#source.ladders[ladder]?.rungs.length ?? 0) + 1);
  }

  /** The outcome as it stands. */
  read(): Outcome {
    if (this.#outcome) return this.#outcome;
    const { version, view, contentHash, structureHash } = this.#source;
    const { rows, scores, ladders } = this.#stale;
    for (const index of rows.all) this.#rows.set(index, this.#row(index));
    for (const index of scores.all) this.#scores.set(index, this.#score(index));
    for (const index of ladders.all) this.#ladder(index);
    rows.clear();
    scores.clear();
    ladders.clear();
    this.#outcome = Object.freeze({
      scores: this.#scores.read(),
      results: this.#results.read(),
      awards: this.#awards.read(),
      rows: this.#rows.read(),
      evidence: this.#evidence.read(this.#now),
      advice: (this.#advice ??= this.#readAdvice()),
      progress: this.#readProgress(),
      closed: this.#source.closed(),
      view,
      contentHash,
      structureHash,
      engine: version,
    });
    return this.#outcome;
  }

  #readProgress(): Outcome["progress"] {
    const { progress: at } = this.#source.layout;
    const [rated, total] = [this.#slot(at), this.#slot(at + 1)];
    if (this.#progress.rated !== rated || this.#progress.total !== total) this.#progress = Object.freeze({ rated, total });
    return this.#progress;
  }

  #slot(slot: number): number {
    return this.#now[slot] ?? 0;
  }

  #num(slot: number, percent: boolean) {
    return this.#source.numbers.at(this.#slot(slot), this.#slot(slot + 1), percent, () => this.#source.exact(slot));
  }

  /** The outcome of a row; where nothing but its numbers is in it, one that was made of the same numbers before. */
  #row(index: number): RowOutcome {
    const at = this.#source.layout.rows + index * ROW;
    const now = this.#now;
    const long = this.#slot(at + 3) < 0 || this.#slot(at + 5) < 0 || this.#slot(at + 7) < 0;
    if (long || this.#source.reason(index) !== null || this.#source.comment(index) !== null) return this.#madeRow(index);
    const kept = this.#keptRows[index] ?? [];
    for (const { slots, row } of kept) {
      let same = true;
      for (let place = 0; same && place < ROW; place += 1) same = slots[place] === now[at + place];
      if (same) return row;
    }
    const row = this.#madeRow(index);
    if (kept.length < KEPT_OF_ROW) kept.push({ slots: now.slice(at, at + ROW), row });
    return row;
  }

  #madeRow(index: number): RowOutcome {
    const at = this.#source.layout.rows + index * ROW;
    const row = this.#source.outline.rows[index];
    const named = (place: number): string | null => {
      if (place < 0) return null;
      if (row?.kind === "check") return place === 1 ? "met" : "not met";
      return row?.levels[place - row.firstLevel]?.name ?? null;
    };
    const points = this.#slot(at + 3) === 0 ? NONE : this.#num(at + 2, false);
    const counted = this.#slot(at + COUNTED);
    const short = this.#slot(at + COMMENT) === 1 ? { short: capital(this.#source.voice.texts.comment(row?.label ?? "")) } : {};
    return Object.freeze({
      state: ROW_STATES[this.#slot(at)] ?? "unanswered",
      level: named(this.#slot(at + 1)),
      counted: row?.kind === "number" ? (counted < 0 ? null : points.exact) : named(counted),
      points,
      lowest: this.#num(at + 4, false),
      highest: this.#num(at + 6, false),
      code: this.#source.outline.codes[this.#slot(at + CODE)]?.name ?? null,
      reason: this.#source.reason(index),
      comment: this.#source.comment(index),
      ...short,
    });
  }

  #score(index: number): ScoreOutcome {
    const at = this.#source.layout.scores + index * SCORE;
    const score = this.#source.outline.scores[index];
    const percent = score?.percent ?? false;
    const most = score?.outOf ?? null;
    const num = (slot: number) => {
      const found = this.#num(slot, percent);
      return most === null || found.text === "" ? found : this.#source.numbers.outOf(found, most);
    };
    const { value, exact, text } = num(at + 5);
    return Object.freeze({
      value,
      exact,
      text,
      state: SCORE_STATES[this.#slot(at)] ?? "undefined",
      lowest: num(at + 1),
      highest: num(at + 3),
      ifClosed: num(at + 7),
    });
  }

  #ladder(index: number): void {
    const ladder = this.#source.ladders[index];
    if (!ladder) return;
    const award = this.#awardLadders.has(index);
    const told = ladderOf(this.#source, ladder, {
      needs: this.#needs[index] ?? [], missing: award ? this.#missingComments() : [], slot: this.#slotAt, reason: this.#reasonAt, before: this.#told[index] ?? null,
    });
    this.#told[index] = told;
    const place = this.#ladderPlaces[index] ?? 0;
    if (award) this.#awards.set(place, toldAward(told));
    else this.#results.set(place, toldResult(told));
  }

  /** Why a need stands in the way; the same reason as before while nothing in it may read otherwise. */
  #reason(index: number): Reason | null {
    const kept = this.#reasons[index];
    if (kept !== undefined) return kept;
    const need = this.#source.layout.needs[index];
    return (this.#reasons[index] = need ? this.#madeReason(need) : null);
  }

  /** A comparison by itself says nothing but its numbers: with the same ones it is the same reason. */
  #madeReason(need: NeedLayout): Reason | null {
    const make = () => reasonOf(this.#source, need, (slot) => this.#slot(slot));
    // The text of a number too long for doubles is not among the numbers.
    const long = [1, 3, 5, 7].some((place) => this.#slot(need.compareAt + place) < 0);
    if (long || !isOfNumbersAlone(this.#source, need)) return make();
    let kept = this.#compared.get(need);
    if (!kept) this.#compared.set(need, (kept = new Compared(need.at, need.compareAt + SIDES)));
    return kept.of(this.#now, make);
  }

  #missingComments(): readonly OutlineRow[] {
    return (this.#missing ??= this.#source.outline.rows.filter((_, index) => this.#slot(this.#source.layout.rows + index * ROW + COMMENT) === 1));
  }

  #readAdvice(): readonly Advice[] {
    const found = ordered(this.#source, this.#needs, this.#given.all(this.#slotAt), this.#slotAt);
    const most = Math.min(found.length, this.#source.mostAdvice);
    const all: Advice[] = [];
    for (let index = 0; index < most; index += 1) {
      const one = found[index];
      if (one) all.push((one.told ??= this.#plainly(one)) ?? this.#advise(one));
    }
    return Object.freeze(all);
  }

  /** Advice as it is told; nothing where its text shows values, which may change. */
  #plainly(given: Given): Advice | null {
    return given.text.includes("{") ? null : this.#advise(given);
  }

  #advise({ text, row }: Given): Advice {
    return Object.freeze({ text: this.#filled(text), row: row === null ? null : (this.#source.outline.rows[row]?.name ?? null) });
  }

  /** A text with the values of the names between braces. */
  #filled(text: string): string {
    if (!text.includes("{")) return text;
    return text.replace(/\{([\p{L}][\p{L}\p{M}\p{N}_]*)\}/gu, (whole, name: string) => this.#shown(name) ?? whole);
  }

  #shown(name: string): string | null {
    const { outline } = this.#source;
    const place = (all: readonly { readonly name: string }[]) => all.findIndex((one) => one.name === name);
    const score = place(outline.scores);
    if (score >= 0) {
      const { text, lowest, highest } = this.#score(score);
      return text || (lowest.text && highest.text ? `${lowest.text}–${highest.text}` : "–");
    }
    const row = place(outline.rows);
    if (row >= 0) {
      const { level, points } = this.#row(row);
      const known = outline.rows[row];
      const { state } = this.#source.voice.texts;
      if (known?.kind === "check" && level !== null) return state[level === "met" ? "met" : "not met"];
      return known?.levels.find((one) => one.name === level)?.label ?? level ?? (points.text || "–");
    }
    const ladder = [...outline.results, ...outline.awards].find((one) => one.name === name);
    if (ladder) return ladderOf(this.#source, ladder, { needs: [], missing: [], slot: this.#slotAt, reason: () => null, before: null }).label || "–";
    for (const kind of ["asks", "settings"] as const) {
      const index = place(outline[kind]);
      if (index >= 0) return this.#source.reply(kind, index) ?? "–";
    }
    // A part or a slot has no value; its label says what is meant.
    return [...outline.parts, ...outline.evidence].find((one) => one.name === name)?.label ?? null;
  }
}

/** Whether two readings differ anywhere in a stretch. */
export function differs(before: Float64Array, slots: Float64Array, from: number, count: number): boolean {
  for (let slot = from; slot < from + count; slot += 1) if (before[slot] !== slots[slot]) return true;
  return false;
}

/** Whether a need is one comparison, of which the numbers say all: an ask is told by its answer. */
function isOfNumbersAlone({ outline }: Source, need: NeedLayout): boolean {
  if (need.compareAt < 0 || need.membersAt >= 0 || need.parts.length + need.asks.length + need.slots.length > 0) return false;
  const [left] = treeOf(need).of;
  return !outline.asks.some(({ name }) => name === left?.text);
}

/** The places at which two readings differ. */
function changedPlaces(before: Float64Array, slots: Float64Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < before.length; at += 1) if (before[at] !== slots[at]) places.push(at);
  return places;
}

function namesOf(marks: Marks, all: readonly { readonly name: string }[]): string[] {
  const names: string[] = [];
  for (const one of marks.all) names.push(all[one]?.name ?? "");
  return names;
}

/** What each number of a session is of. */
function ownersOf({ outline, layout, ladders }: Source): Int32Array {
  const owners = new Int32Array(layout.length);
  const own = (kind: number, which: number, from: number, count: number) => owners.fill((which << KIND_BITS) | kind, from, from + count);
  outline.rows.forEach((_, index) => own(OF_ROW, index, layout.rows + index * ROW, ROW));
  outline.scores.forEach((_, index) => own(OF_SCORE, index, layout.scores + index * SCORE, SCORE));
  outline.advice.forEach((_, index) => own(OF_ADVICE, index, layout.advice + index, 1));
  outline.evidence.forEach((_, index) => own(OF_EVIDENCE, index, layout.evidence + index * SLOT, SLOT));
  own(OF_PROGRESS, 0, layout.progress, 2);
  // A ladder by which a row is worked out is told nowhere.
  layout.ladders.forEach((from, index) => own(ladders[index] ? OF_LADDER : OF_PROGRESS, index, from, (layout.ladders[index + 1] ?? layout.needs[0]?.at ?? layout.length) - from));
  layout.needs.forEach(({ at }, index) => own(OF_NEED, index, at, (layout.needs[index + 1]?.at ?? layout.length) - at));
  return owners;
}

/** By row, and behind the rows by ladder: the needs that name it, themselves or in what they join. */
function namingOf({ outline, layout }: Source): number[][] {
  const naming: number[][] = [];
  for (let count = outline.rows.length + layout.ladders.length; count > 0; count -= 1) naming.push([]);
  const name = ({ membersAt, members, parts }: NeedLayout, index: number): void => {
    if (membersAt >= 0) for (const member of members) if (naming[member]?.at(-1) !== index) naming[member]?.push(index);
    for (const part of parts) name(part, index);
  };
  layout.needs.forEach(name);
  return naming;
}
