import { sortFew } from "./marks.js";
import { LADDER, OUTSIDE, RATED, ROW, type Source } from "./outcome.js";
import { FAILS, HOLDS, isNamed, partsOf, type Slot, type Stand, standOf } from "./reasons.js";
import { distance } from "./tails.js";
import type { Advice } from "./types.js";

/** A piece of advice as the rubric has it, and the row that gives it; nothing of advice on the whole. */
export interface Given {
  readonly text: string;
  readonly row: number | null;
  /** As an outcome tells it, where that shows no values. */
  told: Advice | null;
}

/** What the rows say at the levels they are rated with, and what holds on the whole: in order of the file. */
export class GivenAdvice {
  readonly #source: Source;
  readonly #rows: (Given | null)[];
  readonly #whole: readonly Given[];

  constructor(source: Source) {
    this.#source = source;
    this.#rows = source.outline.rows.map(() => null);
    this.#whole = source.outline.advice.map((text) => ({ text, row: null, told: null }));
  }

  /** Reads a row again. */
  row(row: number, slot: Slot): void {
    const text = rowAdvice(this.#source, row, slot);
    if (text === (this.#rows[row]?.text ?? null)) return;
    this.#rows[row] = text === null ? null : { text, row, told: null };
  }

  all(slot: Slot): Given[] {
    const given: Given[] = [];
    for (const row of this.#rows) if (row !== null) given.push(row);
    for (let index = 0; index < this.#whole.length; index += 1) {
      const whole = this.#whole[index];
      if (whole && slot(this.#source.layout.advice + index) === HOLDS) given.push(whole);
    }
    return given;
  }
}

/** What a row says at the level it is rated with. */
export function rowAdvice({ outline, layout }: Source, index: number, slot: Slot): string | null {
  const at = layout.rows + index * ROW;
  const row = outline.rows[index];
  return slot(at) === RATED && row?.kind === "criterion" ? (row.levels[slot(at + 1) - row.firstLevel]?.advice ?? null) : null;
}

/**
 * Puts first what matters for the next award: advice on the rows that are short
 * for the nearest rung not yet earned, the one furthest away first; then the rest.
 */
export function ordered(source: Source, needs: readonly (readonly number[])[], given: readonly Given[], slot: Slot): readonly Given[] {
  if (given.length < 2) return given;
  const ranks = ranksOf(source, needs, slot);
  if (ranks.size === 0) return given;
  const first: (Given | undefined)[] = new Array(ranks.size).fill(undefined);
  const rest: Given[] = [];
  for (const one of given) {
    const rank = one.row === null ? undefined : ranks.get(one.row);
    if (rank === undefined) rest.push(one);
    else first[rank] = one;
  }
  const all: Given[] = [];
  for (const one of first) if (one) all.push(one);
  for (const one of rest) all.push(one);
  return all;
}

interface Far {
  readonly row: number;
  readonly far: number;
}

function furthestFirst(a: Far, b: Far): number {
  return b.far - a.far || a.row - b.row;
}

/** Rows that are short for the nearest rungs, of the headline first, with their places. */
function ranksOf(source: Source, needs: readonly (readonly number[])[], slot: Slot): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const award of source.outline.awards) {
    const at = (source.layout.ladders[award.ladder] ?? 0) + LADDER;
    let rung = award.rungs.length - 1;
    while (rung >= 0 && slot(at + rung) === 0) rung -= 1;
    if (rung < 0) continue;
    const short = new Map<number, number>();
    for (const index of needs[award.ladder] ?? []) {
      const need = source.layout.needs[index];
      if (need && (need.rung === rung || need.never)) collect(source, standOf(need), slot, short);
    }
    const byDistance: Far[] = [];
    for (const [row, far] of short) byDistance.push({ row, far });
    sortFew(byDistance, furthestFirst);
    for (const { row } of byDistance) if (!ranks.has(row)) ranks.set(row, ranks.size);
  }
  return ranks;
}

/** How far each row is that stands in the way of a condition, or of those it joins. */
function collect(source: Source, stand: Stand, slot: Slot, short: Map<number, number>): void {
  const { need, want } = stand;
  if (slot(need.at) === (want ? HOLDS : FAILS)) return;
  if (need.membersAt >= 0) {
    for (let place = 0; place < need.members.length; place += 1) {
      const [row, truth] = [need.members[place] ?? 0, slot(need.membersAt + place)];
      if (truth === OUTSIDE || row >= source.outline.rows.length || !isNamed(stand, truth)) continue;
      const far = distance(source, stand, row, slot);
      if (Number.isFinite(far)) short.set(row, Math.max(far, short.get(row) ?? 0));
    }
  }
  for (const part of partsOf(source, stand)) if (part.need !== need) collect(source, part, slot, short);
}
