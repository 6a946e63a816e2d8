import { NONE, type Numbers } from "./number.js";
import { goodFor, reasonOf } from "./reasons.js";
import type { Advice, AwardOutcome, Change, Layout, Outcome, Outline, RowOutcome, Rung, RungState, ScoreOutcome } from "./types.js";

const ROW = 8;
const SCORE = 9;
const AWARD = 3;
const RATED = 4;
const ROW_STATES = ["unanswered", "left out", "not scored", "not asked", "rated"] as const;
const SCORE_STATES = ["known", "open", "undefined"] as const;
const AWARD_STATES = ["decided", "open", "pending"] as const;
const RUNG_STATES: readonly RungState[] = ["earned", "possible", "out of reach", "pending"];

/** What a reader is made of. */
export interface Source {
  readonly outline: Outline;
  readonly layout: Layout;
  readonly numbers: Numbers;
  readonly version: string;
  exact(slot: number): string;
}

/** A record without a prototype: names such as `__proto__` are only names. */
export function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** An object parsed at once is quick to copy up to this many members. */
const QUICK = 128;

/**
 * Records of one kind. Engines keep an object made member by member, or made
 * without a prototype, as a hash table that is slow to copy; one parsed at once
 * is copied at a stroke, and the copy then loses its prototype.
 */
class Records<T> {
  readonly #names: readonly string[];
  readonly #work: Record<string, T>;
  #kept: Readonly<Record<string, T>> | null = null;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#work = names.length > QUICK ? record<T>() : JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`);
  }

  set(name: string, value: T): void {
    this.#work[name] = value;
    this.#kept = null;
  }

  read(): Readonly<Record<string, T>> {
    return (this.#kept ??= Object.freeze(this.#copy()));
  }

  #copy(): Record<string, T> {
    if (this.#names.length <= QUICK) return Object.setPrototypeOf({ ...this.#work }, null) as Record<string, T>;
    const copy = record<T>();
    for (const name of this.#names) copy[name] = this.#work[name] as T;
    return copy;
  }
}

const NO_RESULTS: Readonly<Record<string, never>> = Object.freeze(record<never>());

/**
 * Reads a session's numbers into an outcome. What an edit did not change stays
 * the same object.
 */
export class Reader {
  readonly #source: Source;
  readonly #rows: Records<RowOutcome>;
  readonly #scores: Records<ScoreOutcome>;
  readonly #awards: Records<AwardOutcome>;
  /** What the next outcome has to build anew, by index. */
  readonly #stale: { rows: Set<number>; scores: Set<number>; awards: Set<number> };
  readonly #needs: number[][];
  readonly #firstRung: number[] = [];
  /** Rows the last edit touched. */
  readonly #touched: Uint8Array;
  #advice: readonly Advice[] | null = null;
  readonly #now: Float64Array;
  #outcome: Outcome | null = null;

  constructor(source: Source, slots: Float64Array) {
    this.#source = source;
    const { rows, scores, awards } = source.outline;
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
    this.#rows = new Records(names(rows));
    this.#scores = new Records(names(scores));
    this.#awards = new Records(names(awards));
    this.#stale = { rows: new Set(rows.keys()), scores: new Set(scores.keys()), awards: new Set(awards.keys()) };
    this.#needs = awards.map((_, award) => source.layout.needs.flatMap((need, index) => (need.award === award ? [index] : [])));
    let rung = source.layout.rungs;
    for (const award of awards) {
      this.#firstRung.push(rung);
      rung += award.rungs.length;
    }
    this.#touched = new Uint8Array(rows.length);
    this.#now = slots.slice();
  }

  /** Takes new numbers in and says what they change. */
  update(slots: Float64Array): Change {
    const { outline, layout } = this.#source;
    const before = this.#now;
    const change = { rows: [] as string[], scores: [] as string[], results: [], awards: [] as string[], evidence: [], advice: false };
    this.#touched.fill(0);
    for (let index = 0; index < outline.rows.length; index += 1) {
      const at = layout.rows + index * ROW;
      if (!differs(before, slots, at, ROW)) continue;
      this.#touched[index] = 1;
      this.#stale.rows.add(index);
      change.rows.push(outline.rows[index]?.name ?? "");
      if (this.#rowAdvice(before, index) !== this.#rowAdvice(slots, index)) change.advice = true;
    }
    for (let index = 0; index < outline.scores.length; index += 1) {
      if (!differs(before, slots, layout.scores + index * SCORE, SCORE)) continue;
      this.#stale.scores.add(index);
      change.scores.push(outline.scores[index]?.name ?? "");
    }
    for (let index = 0; index < outline.awards.length; index += 1) {
      const award = outline.awards[index];
      if (!award || !this.#awardMoved(before, slots, index, award.rungs.length)) continue;
      this.#stale.awards.add(index);
      change.awards.push(award.name);
    }
    for (let at = layout.advice; at < layout.advice + outline.advice.length; at += 1) {
      if ((before[at] === 1) !== (slots[at] === 1)) change.advice = true;
    }
    if (change.advice) this.#advice = null;
    // The same edit again leaves the same outcome.
    if (differs(before, slots, 0, before.length)) this.#outcome = null;
    before.set(slots);
    return change;
  }

  #awardMoved(before: Float64Array, slots: Float64Array, award: number, rungs: number): boolean {
    if (differs(before, slots, this.#source.layout.awards + award * AWARD, AWARD)) return true;
    if (differs(before, slots, this.#firstRung[award] ?? 0, rungs)) return true;
    return (this.#needs[award] ?? []).some((need) => this.#needMoved(before, slots, need));
  }

  /** Whether a reason may read otherwise. Rows a need is content with are not named in one. */
  #needMoved(before: Float64Array, slots: Float64Array, index: number): boolean {
    const need = this.#source.layout.needs[index];
    if (!need) return false;
    if (before[need.at] !== slots[need.at]) return true;
    const good = goodFor(need);
    if (slots[need.at] === good) return false;
    if (need.compareAt >= 0 && differs(before, slots, need.compareAt, 8)) return true;
    if (need.membersAt < 0) return false;
    for (let place = 0; place < need.members.length; place += 1) {
      const [was, is] = [before[need.membersAt + place], slots[need.membersAt + place]];
      if (was !== is || (is !== good && this.#touched[need.members[place] ?? 0] === 1)) return true;
    }
    return false;
  }

  /** The outcome as it stands. */
  read(): Outcome {
    if (this.#outcome) return this.#outcome;
    const { outline, layout, version } = this.#source;
    const { rows, scores, awards } = this.#stale;
    for (const index of rows) this.#rows.set(outline.rows[index]?.name ?? "", this.#row(index));
    for (const index of scores) this.#scores.set(outline.scores[index]?.name ?? "", this.#score(index));
    for (const index of awards) this.#awards.set(outline.awards[index]?.name ?? "", this.#award(index, this.#firstRung[index] ?? 0));
    for (const stale of [rows, scores, awards]) stale.clear();
    this.#outcome = Object.freeze({
      scores: this.#scores.read(),
      results: NO_RESULTS,
      awards: this.#awards.read(),
      rows: this.#rows.read(),
      advice: (this.#advice ??= this.#readAdvice()),
      progress: Object.freeze({ rated: this.#slot(layout.progress), total: this.#slot(layout.progress + 1) }),
      engine: version,
    });
    return this.#outcome;
  }

  #rowAdvice(slots: Float64Array, index: number): string | null {
    const at = this.#source.layout.rows + index * ROW;
    const row = this.#source.outline.rows[index];
    return slots[at] === RATED && row?.kind === "criterion" ? (row.levels[slots[at + 1] ?? -1]?.advice ?? null) : null;
  }

  #slot(slot: number): number {
    return this.#now[slot] ?? 0;
  }

  #num(slot: number, percent: boolean) {
    return this.#source.numbers.at(this.#slot(slot), this.#slot(slot + 1), percent, () => this.#source.exact(slot));
  }

  #row(index: number): RowOutcome {
    const at = this.#source.layout.rows + index * ROW;
    const row = this.#source.outline.rows[index];
    const state = ROW_STATES[this.#slot(at)] ?? "unanswered";
    const place = this.#slot(at + 1);
    const level = place < 0 ? null : row?.kind === "check" ? (place === 1 ? "met" : "not met") : (row?.levels[place]?.name ?? null);
    const rated = state === "rated";
    const points = rated ? this.#num(at + 2, false) : NONE;
    return Object.freeze({ state, level, points, lowest: this.#num(at + 4, false), highest: this.#num(at + 6, false), comment: null });
  }

  #score(index: number): ScoreOutcome {
    const at = this.#source.layout.scores + index * SCORE;
    const percent = this.#source.outline.scores[index]?.percent ?? false;
    const { value, exact, text } = this.#num(at + 5, percent);
    return Object.freeze({
      value,
      exact,
      text,
      state: SCORE_STATES[this.#slot(at)] ?? "undefined",
      lowest: this.#num(at + 1, percent),
      highest: this.#num(at + 3, percent),
      ifClosed: this.#num(at + 7, percent),
    });
  }

  #award(index: number, firstRung: number): AwardOutcome {
    const { outline, layout } = this.#source;
    const award = outline.awards[index];
    const at = layout.awards + index * AWARD;
    const named = (place: number) => (place < 0 ? null : (award?.rungs[place] ?? award?.otherwise ?? null));
    const rungs = (award?.rungs ?? []).map((rung, place): Rung => {
      const state = RUNG_STATES[this.#slot(firstRung + place)] ?? "pending";
      return Object.freeze({ name: rung.name, label: rung.label, state, reasons: state === "earned" ? NO_REASONS : this.#reasons(index, place) });
    });
    const now = named(this.#slot(at + 1));
    return Object.freeze({
      rung: now?.name ?? null,
      label: now?.label ?? "",
      state: AWARD_STATES[this.#slot(at)] ?? "pending",
      rungs: Object.freeze(rungs),
      ifClosed: named(this.#slot(at + 2))?.name ?? null,
    });
  }

  #reasons(award: number, rung: number) {
    const { layout } = this.#source;
    const found = (this.#needs[award] ?? []).flatMap((index) => {
      const need = layout.needs[index];
      if (!need || (need.rung !== rung && !need.never)) return [];
      const reason = reasonOf(this.#source, need, (slot) => this.#slot(slot));
      return reason ? [reason] : [];
    });
    return Object.freeze(found);
  }

  #readAdvice(): readonly Advice[] {
    const { outline, layout } = this.#source;
    const found: Advice[] = [];
    outline.rows.forEach((row, index) => {
      const text = this.#rowAdvice(this.#now, index);
      if (text) found.push(Object.freeze({ text, row: row.name }));
    });
    outline.advice.forEach((text, index) => {
      if (this.#slot(layout.advice + index) === 1) found.push(Object.freeze({ text, row: null }));
    });
    return Object.freeze(found);
  }
}

const NO_REASONS: readonly never[] = Object.freeze([]);

function differs(before: Float64Array, slots: Float64Array, from: number, count: number): boolean {
  for (let slot = from; slot < from + count; slot += 1) if (before[slot] !== slots[slot]) return true;
  return false;
}
