import type { Assessment, Outcome, Outline, OutlineRow } from "rubricate";
import type { Mark, Standing } from "../store/schema.js";

/** Where an assessment stands, for lists that are drawn without the engine. */
export function standingOf(outline: Outline, outcome: Outcome): Standing {
  const [award] = outline.awards;
  const told = award ? outcome.awards[award.name] : undefined;
  return {
    rated: outcome.progress.rated,
    total: outcome.progress.total,
    award: told && (told.rung !== null || told.state === "decided") ? told.label : null,
    closed: outcome.closed,
    rows: outline.rows.map((row) => shareOf(row, outcome)),
  };
}

/** How far up a row is, from 0 to 1; `null` where it is not rated. */
export function shareOf(row: OutlineRow, outcome: Outcome): number | null {
  const given = outcome.rows[row.name];
  if (given?.state !== "rated") return null;
  if (row.kind === "check") return given.level === "met" ? 1 : 0;
  if (row.kind === "criterion") {
    const at = row.levels.findIndex(({ name }) => name === given.level);
    if (at >= 0) return row.levels.length > 1 ? at / (row.levels.length - 1) : 1;
  }
  const [from, to, value] = [number(row.from) ?? 0, number(row.to), given.points.value];
  if (value === null || to === null || to === from) return value === null ? null : 1;
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return row.lower ? 1 - share : share;
}

/** The marks with where things stand now: one a day, the last of it. */
export function marked(marks: readonly Mark[], outline: Outline, assessment: Assessment, at: string): readonly Mark[] {
  const { outcome } = assessment;
  const shares = outline.rows.map((row) => shareOf(row, outcome)).filter((share) => share !== null);
  if (shares.length === 0 && marks.length === 0) return marks;
  const share = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, outcome.progress.total);
  const earlier = marks.filter((mark) => dayOf(new Date(mark.at)) !== dayOf(new Date(at)));
  return [...earlier, { at, rated: outcome.progress.rated, share: Math.round(share * 1000) / 1000 }];
}

/** The day of a moment on the person's calendar. */
export function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((piece) => String(piece).padStart(2, "0")).join("-");
}

function number(exact: string | null): number | null {
  if (exact === null) return null;
  const [top, bottom] = exact.split("/");
  return Number(top) / Number(bottom ?? 1);
}
