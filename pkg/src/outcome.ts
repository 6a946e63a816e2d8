import { NONE, type Numbers } from "./number.js";
import { reasonOf } from "./reasons.js";
import type { Advice, AwardOutcome, Change, Layout, Outcome, Outline, RowOutcome, Rung, RungState, ScoreOutcome } from "./types.js";

const ROW = 8;
const SCORE = 9;
const AWARD = 3;
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

/**
 * Reads a session's numbers into an outcome. What an edit did not change stays
 * the same object.
 */
export class Reader {
  readonly #source: Source;
  readonly #rows: (RowOutcome | null)[];
  readonly #scores: (ScoreOutcome | null)[];
  readonly #awards: (AwardOutcome | null)[];
  readonly #needs: number[][];
  #advice: readonly Advice[] | null = null;
  #now: Float64Array;
  #outcome: Outcome | null = null;

  constructor(source: Source, slots: Float64Array) {
    this.#source = source;
    const { rows, scores, awards } = source.outline;
    this.#rows = rows.map(() => null);
    this.#scores = scores.map(() => null);
    this.#awards = awards.map(() => null);
    this.#needs = awards.map((_, award) => source.layout.needs.flatMap((need, index) => (need.award === award ? [index] : [])));
    this.#now = slots.slice();
  }

  /** Takes new numbers in and says what they change. */
  update(slots: Float64Array): Change {
    const { outline, layout } = this.#source;
    const before = this.#now;
    const differs = (from: number, count: number) => {
      for (let slot = from; slot < from + count; slot += 1) if (!Object.is(before[slot], slots[slot])) return true;
      return false;
    };
    const change = { rows: [] as string[], scores: [] as string[], results: [], awards: [] as string[], evidence: [], advice: false };
    outline.rows.forEach((row, index) => {
      if (!differs(layout.rows + index * ROW, ROW)) return;
      this.#rows[index] = null;
      change.rows.push(row.name);
    });
    outline.scores.forEach((score, index) => {
      if (!differs(layout.scores + index * SCORE, SCORE)) return;
      this.#scores[index] = null;
      change.scores.push(score.name);
    });
    const touched = new Set(change.rows.map((name) => name));
    let rung = layout.rungs;
    outline.awards.forEach((award, index) => {
      const moved = differs(layout.awards + index * AWARD, AWARD) || differs(rung, award.rungs.length) || this.#needsMoved(index, differs, touched);
      rung += award.rungs.length;
      if (!moved) return;
      this.#awards[index] = null;
      change.awards.push(award.name);
    });
    if (change.rows.length > 0 || differs(layout.advice, outline.advice.length)) {
      const old = this.#advice;
      this.#advice = null;
      this.#now = slots.slice();
      change.advice = old === null || JSON.stringify(old) !== JSON.stringify(this.#readAdvice());
      if (!change.advice) this.#advice = old;
    }
    this.#now = slots.slice();
    this.#outcome = null;
    return change;
  }

  #needsMoved(award: number, differs: (from: number, count: number) => boolean, touched: ReadonlySet<string>): boolean {
    const { layout, outline } = this.#source;
    return (this.#needs[award] ?? []).some((index) => {
      const need = layout.needs[index];
      if (!need) return false;
      const moved = need.members.some((row) => touched.has(outline.rows[row]?.name ?? ""));
      return moved || differs(need.at, 1) || (need.compareAt >= 0 && differs(need.compareAt, 8));
    });
  }

  /** The outcome as it stands. */
  read(): Outcome {
    if (this.#outcome) return this.#outcome;
    const { outline, layout, version } = this.#source;
    const scores = record<ScoreOutcome>();
    const awards = record<AwardOutcome>();
    const rows = record<RowOutcome>();
    outline.rows.forEach((row, index) => (rows[row.name] = this.#rows[index] ??= this.#row(index)));
    outline.scores.forEach((score, index) => (scores[score.name] = this.#scores[index] ??= this.#score(index)));
    let rung = layout.rungs;
    outline.awards.forEach((award, index) => {
      awards[award.name] = this.#awards[index] ??= this.#award(index, rung);
      rung += award.rungs.length;
    });
    this.#outcome = Object.freeze({
      scores: Object.freeze(scores),
      results: Object.freeze(record<never>()),
      awards: Object.freeze(awards),
      rows: Object.freeze(rows),
      advice: (this.#advice ??= this.#readAdvice()),
      progress: Object.freeze({ rated: this.#slot(layout.progress), total: this.#slot(layout.progress + 1) }),
      engine: version,
    });
    return this.#outcome;
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
      const at = layout.rows + index * ROW;
      const text = this.#slot(at) === 4 && row.kind === "criterion" ? row.levels[this.#slot(at + 1)]?.advice : null;
      if (text) found.push(Object.freeze({ text, row: row.name }));
    });
    outline.advice.forEach((text, index) => {
      if (this.#slot(layout.advice + index) === 1) found.push(Object.freeze({ text, row: null }));
    });
    return Object.freeze(found);
  }
}

const NO_REASONS: readonly never[] = Object.freeze([]);
