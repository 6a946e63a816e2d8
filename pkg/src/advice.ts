import { LADDER, OUTSIDE, RATED, ROW, type Source } from "./outcome.js";
import { FAILS, HOLDS, isNamed, partsOf, type Slot, type Stand, standOf } from "./reasons.js";
import { distance } from "./tails.js";

/** The row of a piece of advice; nothing of advice on the whole. */
export interface Given {
  readonly text: string;
  readonly row: number | null;
}

/** What the rows say at the levels they are rated with, and what holds on the whole: in order of the file. */
export function givenBy(source: Source, slot: Slot): Given[] {
  const { outline, layout } = source;
  const given: Given[] = [];
  for (let row = 0; row < outline.rows.length; row += 1) {
    const text = rowAdvice(source, row, slot);
    if (text !== null) given.push({ text, row });
  }
  outline.advice.forEach((text, index) => {
    if (slot(layout.advice + index) === HOLDS) given.push({ text, row: null });
  });
  return given;
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
  const rank = ({ row }: Given) => (row === null ? undefined : ranks.get(row)) ?? Number.POSITIVE_INFINITY;
  return [...given].sort((a, b) => compare(rank(a), rank(b)));
}

/** Without a subtraction: two that are not ranked are equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Rows that are short for the nearest rungs, of the headline first, with their places. */
function ranksOf(source: Source, needs: readonly (readonly number[])[], slot: Slot): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const award of source.outline.awards) {
    const at = (source.layout.ladders[award.ladder] ?? 0) + LADDER;
    const rung = award.rungs.findLastIndex((_, place) => slot(at + place) !== 0);
    if (rung < 0) continue;
    const short = new Map<number, number>();
    for (const index of needs[award.ladder] ?? []) {
      const need = source.layout.needs[index];
      if (need && (need.rung === rung || need.never)) collect(source, standOf(need), slot, short);
    }
    const byDistance = [...short].sort(([a, far], [b, near]) => compare(near, far) || a - b);
    for (const [row] of byDistance) if (!ranks.has(row)) ranks.set(row, ranks.size);
  }
  return ranks;
}

/** How far each row is that stands in the way of a condition, or of those it joins. */
function collect(source: Source, stand: Stand, slot: Slot, short: Map<number, number>): void {
  const { need, want } = stand;
  if (slot(need.at) === (want ? HOLDS : FAILS)) return;
  if (need.membersAt >= 0) {
    need.members.forEach((row, place) => {
      const truth = slot(need.membersAt + place);
      if (truth === OUTSIDE || row >= source.outline.rows.length || !isNamed(stand, truth)) return;
      const far = distance(source, stand, row, slot);
      if (Number.isFinite(far)) short.set(row, Math.max(far, short.get(row) ?? 0));
    });
  }
  for (const part of partsOf(source, stand)) if (part.need !== need) collect(source, part, slot, short);
}
