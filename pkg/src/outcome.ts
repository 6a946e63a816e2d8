import { Evidence, SLOT } from "./evidence.js";
import { ladderOf, type Told, toldAward, toldResult } from "./ladders.js";
import { NONE, type Numbers } from "./number.js";
import { goodFor, type ReasonRow } from "./reasons.js";
import { Records } from "./records.js";
import type {
  Advice, AwardOutcome, Change, FindingOut, Layout, Outcome, Outline, OutlineLadder, Overruled, ResultOutcome,
  RowOutcome, ScoreOutcome, View,
} from "./types.js";

/** Slots of a row, a score, a slot of evidence, and of a ladder before those of its rungs. */
export const ROW = 11;
export const LADDER = 4;
const SCORE = 9;
const RATED = 4;
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
const NO_NAMES: string[] = [];
/** Outcomes of one row that are kept to be given again. */
const KEPT_OF_ROW = 8;
const ROW_STATES = ["unanswered", "left out", "not scored", "not asked", "rated"] as const;
const SCORE_STATES = ["known", "open", "undefined"] as const;

/** What a reader is made of: what the engine handed over, and what only this side keeps. */
export interface Source {
  readonly outline: Outline;
  readonly layout: Layout;
  readonly numbers: Numbers;
  readonly version: string;
  readonly contentHash: string;
  readonly structureHash: string;
  /** Results and awards by their place among all ladders. */
  readonly ladders: readonly (OutlineLadder | undefined)[];
  readonly view: View;
  /** Rows as reasons told of them, by row, to be given again. */
  readonly told: ReasonRow[][];
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
interface Seen {
  readonly rows: number[];
  readonly scores: number[];
  readonly ladders: Set<number>;
  advice: boolean;
  evidence: boolean;
  comments: boolean;
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
  /** By row: the needs that name it, each with its place there. */
  readonly #naming: readonly (readonly (readonly [need: number, place: number])[])[];
  /** Advice by row. */
  readonly #hints: (Advice | null)[];
  /** Outcomes of rows as they were, to be given again. */
  readonly #keptRows: { readonly slots: Float64Array; readonly row: RowOutcome }[][];
  /** What the next outcome has to build anew, by index. */
  readonly #stale: { rows: Set<number>; scores: Set<number>; ladders: Set<number> };
  readonly #needs: readonly (readonly number[])[];
  readonly #awardLadders: ReadonlySet<number>;
  /** Whether a text of advice shows values. */
  readonly #filling: boolean;
  readonly #evidence: Evidence;
  #advice: readonly Advice[] | null = null;
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
    const naming: [number, number][][] = rows.map(() => []);
    source.layout.needs.forEach(({ membersAt, members }, index) => {
      if (membersAt >= 0) members.forEach((row, place) => naming[row]?.push([index, place]));
    });
    this.#naming = naming;
    this.#keptRows = rows.map(() => []);
    this.#stale = { rows: new Set(rows.keys()), scores: new Set(scores.keys()), ladders: new Set([...results, ...awards].map(({ ladder }) => ladder)) };
    const needs: number[][] = source.layout.ladders.map(() => []);
    source.layout.needs.forEach((need, index) => needs[need.ladder]?.push(index));
    this.#needs = needs;
    this.#filling = source.outline.advice.some((text) => text.includes("{"));
    this.#now = slots.slice();
    this.#hints = rows.map((_, index) => this.#hint(this.#now, index));
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
    const evidence = seen.evidence || also.evidence || also.all ? this.#evidence.update(before, slots) : NO_NAMES;
    if (evidence.length > 0) this.#needsOfEvidence(before, slots, seen.ladders);
    this.#needsOfRows(slots, seen);
    if (also.ask !== undefined) this.#needsOfAsk(slots, also.ask, seen.ladders);
    if (also.ladder !== undefined) seen.ladders.add(also.ladder);
    if (seen.comments) for (const award of this.#awardLadders) seen.ladders.add(award);
    const rows = also.row === undefined || seen.rows.includes(also.row) ? seen.rows : [...seen.rows, also.row];
    const change = { rows: NO_NAMES, scores: NO_NAMES, results: [] as string[], awards: [] as string[], evidence, advice: false };
    change.rows = rising(rows).map((row) => outline.rows[row]?.name ?? "");
    change.scores = rising(seen.scores).map((score) => outline.scores[score]?.name ?? "");
    for (const row of rows) this.#stale.rows.add(row);
    for (const score of seen.scores) this.#stale.scores.add(score);
    for (const index of rising([...seen.ladders])) {
      const ladder = this.#source.ladders[index];
      if (!ladder) continue;
      this.#stale.ladders.add(index);
      (this.#awardLadders.has(index) ? change.awards : change.results).push(ladder.name);
    }
    const moved = places.length > 0 || evidence.length > 0;
    const hinted = this.#hintsMoved(slots, seen.rows);
    if (!this.#filling) change.advice = hinted || seen.advice;
    for (const at of places) before[at] = slots[at] ?? 0;
    if (this.#filling && (moved || also.ask !== undefined || also.all)) change.advice = this.#refill();
    else if (change.advice) this.#advice = null;
    // The same edit again leaves the same outcome.
    if (moved || change.advice || also.row !== undefined || also.ladder !== undefined || also.all || change.awards.length + change.results.length > 0) this.#outcome = null;
    return change;
  }

  /** What the changed numbers are of. */
  #look(before: Float64Array, slots: Float64Array, places: ArrayLike<number>): Seen {
    const seen: Seen = { rows: [], scores: [], ladders: new Set(), advice: false, evidence: false, comments: false };
    const owners = this.#owners;
    const { layout } = this.#source;
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      const owner = owners[at] ?? 0;
      const which = owner >> KIND_BITS;
      switch (owner & KIND_MASK) {
        case OF_ROW:
          if (seen.rows.at(-1) !== which && !seen.rows.includes(which)) seen.rows.push(which);
          if (at === layout.rows + which * ROW + COMMENT) seen.comments = true;
          break;
        case OF_SCORE:
          if (seen.scores.at(-1) !== which && !seen.scores.includes(which)) seen.scores.push(which);
          break;
        case OF_LADDER:
          seen.ladders.add(which);
          break;
        case OF_NEED: {
          // Of a need that is content no reason tells the numbers.
          const need = layout.needs[which];
          if (need && (at === need.at || slots[need.at] !== goodFor(need))) seen.ladders.add(need.ladder);
          break;
        }
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

  /** Reasons that name a slot of evidence whose numbers changed. */
  #needsOfEvidence(before: Float64Array, slots: Float64Array, ladders: Set<number>): void {
    const { needs, evidence } = this.#source.layout;
    for (const need of needs) {
      if (need.slots.some((slot) => differs(before, slots, evidence + slot * SLOT, SLOT))) ladders.add(need.ladder);
    }
  }

  /** Reasons that name a row whose numbers changed. Rows a need is content with are not named. */
  #needsOfRows(slots: Float64Array, { rows, ladders }: Seen): void {
    for (const row of rows) {
      for (const [index, place] of this.#naming[row] ?? []) {
        const need = this.#source.layout.needs[index];
        if (!need || ladders.has(need.ladder)) continue;
        const [good, is] = [goodFor(need), slots[need.membersAt + place]];
        if (slots[need.at] !== good && is !== good && is !== OUTSIDE) ladders.add(need.ladder);
      }
    }
  }

  #needsOfAsk(slots: Float64Array, ask: number, ladders: Set<number>): void {
    for (const need of this.#source.layout.needs) {
      if (need.asks.includes(ask) && slots[need.at] !== goodFor(need)) ladders.add(need.ladder);
    }
  }

  /** Brings the advice of rows up to date; whether any says something else. */
  #hintsMoved(slots: Float64Array, rows: readonly number[]): boolean {
    let moved = false;
    for (const row of rows) {
      const text = this.#rowAdvice(slots, row);
      if (text === (this.#hints[row]?.text ?? null)) continue;
      moved = true;
      this.#hints[row] = this.#hint(slots, row);
    }
    return moved;
  }

  #hint(slots: Float64Array, row: number): Advice | null {
    const text = this.#rowAdvice(slots, row);
    return text ? Object.freeze({ text, row: this.#source.outline.rows[row]?.name ?? "" }) : null;
  }

  /** Reads the advice again, since its texts show values; whether it says anything else. */
  #refill(): boolean {
    const [before, now] = [this.#advice ?? [], this.#readAdvice()];
    if (before.length === now.length && now.every(({ text, row }, index) => before[index]?.text === text && before[index]?.row === row)) return false;
    this.#advice = now;
    return true;
  }

  /** The outcome as it stands. */
  read(): Outcome {
    if (this.#outcome) return this.#outcome;
    const { layout, version, view, contentHash, structureHash } = this.#source;
    const { rows, scores, ladders } = this.#stale;
    for (const index of rows) this.#rows.set(index, this.#row(index));
    for (const index of scores) this.#scores.set(index, this.#score(index));
    for (const index of ladders) this.#ladder(index);
    for (const stale of [rows, scores, ladders]) stale.clear();
    this.#outcome = Object.freeze({
      scores: this.#scores.read(),
      results: this.#results.read(),
      awards: this.#awards.read(),
      rows: this.#rows.read(),
      evidence: this.#evidence.read(this.#now),
      advice: (this.#advice ??= this.#readAdvice()),
      progress: Object.freeze({ rated: this.#slot(layout.progress), total: this.#slot(layout.progress + 1) }),
      closed: this.#source.closed(),
      view,
      contentHash,
      structureHash,
      engine: version,
    });
    return this.#outcome;
  }

  #rowAdvice(slots: Float64Array, index: number): string | null {
    const at = this.#source.layout.rows + index * ROW;
    const row = this.#source.outline.rows[index];
    return slots[at] === RATED && row?.kind === "criterion" ? (row.levels[(slots[at + 1] ?? -1) - row.firstLevel]?.advice ?? null) : null;
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
    const short = this.#slot(at + COMMENT) === 1 ? { short: `${row?.label ?? ""} still needs a comment` } : {};
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
    const told: Told = ladderOf(this.#source, ladder, this.#needs[index] ?? [], award ? this.#missingComments() : [], (slot) => this.#slot(slot));
    const place = this.#ladderPlaces[index] ?? 0;
    if (award) this.#awards.set(place, toldAward(told));
    else this.#results.set(place, toldResult(told));
  }

  #missingComments() {
    return this.#source.outline.rows.filter((_, index) => this.#slot(this.#source.layout.rows + index * ROW + COMMENT) === 1);
  }

  #readAdvice(): readonly Advice[] {
    const { outline, layout } = this.#source;
    const found: Advice[] = [];
    for (const hint of this.#hints) if (hint !== null) found.push(hint);
    outline.advice.forEach((text, index) => {
      if (this.#slot(layout.advice + index) === 1) found.push(Object.freeze({ text: this.#filled(text), row: null }));
    });
    return Object.freeze(found);
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
      return known?.levels.find((one) => one.name === level)?.label ?? level ?? (points.text || "–");
    }
    const ladder = [...outline.results, ...outline.awards].find((one) => one.name === name);
    if (ladder) return ladderOf(this.#source, ladder, [], [], (slot) => this.#slot(slot)).label || "–";
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

/** The places at which two readings differ. */
function changedPlaces(before: Float64Array, slots: Float64Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < before.length; at += 1) if (before[at] !== slots[at]) places.push(at);
  return places;
}

function rising(all: number[]): number[] {
  return all.length > 1 ? all.sort((a, b) => a - b) : all;
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
