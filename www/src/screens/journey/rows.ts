// Rows of a rubric as the steps show them: how they stand, in words, and by what they are grouped.
import type { Outline, OutlineRow, RatingInput } from "rubricate";
import type { Page } from "../../page.js";
import { shareOf } from "../../work/standing.js";
import type { Work } from "../../work/work.js";

/** Rows that a person rates, as far as they are asked now. */
export function askedRows(work: Work): OutlineRow[] {
  return work.outline.rows.filter(({ name, workedOut }) => !workedOut && work.outcome.rows[name]?.state !== "not asked");
}

/** One thing a row can be rated with. */
export interface Choice {
  readonly name: string;
  readonly value: RatingInput;
  readonly label: string;
  readonly text: string | null;
}

/** What a row may be rated with, worst to best; nothing for a number that may be anything. */
export function choicesOf(row: OutlineRow, { say, locale }: Page, learner = true): readonly Choice[] {
  if (row.kind === "check") return [{ name: "not met", value: false, label: say.rows.notMet, text: null }, { name: "met", value: true, label: say.rows.met, text: null }];
  if (row.kind === "number") return row.values.map((value) => ({ name: value, value, label: numberText(value, locale), text: null }));
  return row.levels.map((level) => ({ name: level.name, value: level.name, label: level.label, text: (learner ? level.learner : null) ?? level.descriptor ?? level.description }));
}

/** What a row is rated with now, by the name of the choice; a number exactly; `null` where it is not rated. */
export function ratedAs(work: Work, row: OutlineRow): string | null {
  const given = work.outcome.rows[row.name];
  if (given?.state !== "rated") return null;
  return given.level ?? given.points.exact;
}

/** A rating in words. */
export function ratingText(row: OutlineRow, name: string | null, page: Page): string {
  if (name === null) return page.say.rows.notRated;
  return choicesOf(row, page).find((choice) => choice.name === name)?.label ?? numberText(name, page.locale);
}

/** How a row stands, in words. */
export function standsAs(work: Work, row: OutlineRow, page: Page): string {
  if (work.outcome.rows[row.name]?.state === "left out") return page.say.rows.leftOut;
  return ratingText(row, ratedAs(work, row), page);
}

/** The choice above the one that a row has; for a row that is not rated the best but one, or the best of two. */
export function nextUp(work: Work, row: OutlineRow, page: Page): Choice | null {
  const choices = choicesOf(row, page);
  if (choices.length === 0) return null;
  const now = ratedAs(work, row);
  const at = choices.findIndex(({ name }) => name === now);
  if (at < 0) return choices[Math.max(1, choices.length - 2)] ?? null;
  return choices[at + 1] ?? null;
}

/** How far up a row was when it was rated with this, from 0 to 1. */
export function shareAs(row: OutlineRow, name: string, page: Page): number | null {
  const choices = choicesOf(row, page);
  const at = choices.findIndex((choice) => choice.name === name);
  if (at < 0 || row.kind === "number") return null;
  return choices.length > 1 ? at / (choices.length - 1) : 1;
}

export function shareNow(work: Work, row: OutlineRow): number | null {
  return shareOf(row, work.outcome);
}

/** Rows together under a name. */
export interface Group {
  readonly name: string;
  readonly label: string | null;
  readonly rows: readonly OutlineRow[];
}

export type By = "gap" | "part" | "tag";

/** A tag in words: the rubric has none for it but its name. */
export function tagText(tag: string): string {
  const words = tag.replaceAll("_", " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The tags of a row, with those of the parts around it. */
export function tagsOf(outline: Outline, row: OutlineRow): string[] {
  const found = [...row.tags];
  for (let at = row.part; at !== null; at = outline.parts[at]?.parent ?? null) found.push(...(outline.parts[at]?.tags ?? []));
  return [...new Set(found)];
}

export function allTags(outline: Outline): string[] {
  return [...new Set(outline.rows.flatMap((row) => tagsOf(outline, row)))];
}

/** Rows by part, in order of the file, or by tag; a row with several tags stands under each. */
export function grouped(outline: Outline, rows: readonly OutlineRow[], by: By, page: Page): readonly Group[] {
  if (by === "gap") return [{ name: "all", label: null, rows }];
  if (by === "part") {
    const places = [...new Set(rows.map(({ part }) => part))];
    return places.map((part) => ({
      name: part === null ? "" : (outline.parts[part]?.name ?? ""),
      label: part === null ? (places.length > 1 ? page.say.rows.noPart : null) : (outline.parts[part]?.label ?? ""),
      rows: rows.filter((row) => row.part === part),
    }));
  }
  const tags = allTags(outline).map((tag) => ({ name: tag, label: tagText(tag), rows: rows.filter((row) => tagsOf(outline, row).includes(tag)) }));
  const others = rows.filter((row) => tagsOf(outline, row).length === 0);
  return [...tags, { name: "", label: page.say.rows.noTag, rows: others }].filter((group) => group.rows.length > 0);
}

/** The rung that one is on the way to, and the rows that stand between. */
export function between(work: Work): { readonly rung: string; readonly rows: ReadonlySet<string> } | null {
  for (const award of work.outline.awards) {
    const told = work.outcome.awards[award.name];
    const rung = [...(told?.rungs ?? [])].reverse().find(({ state }) => state !== "earned");
    if (!rung) continue;
    return { rung: rung.label, rows: new Set(rung.reasons.flatMap(({ rows }) => rows.map(({ row }) => row))) };
  }
  return null;
}

/** The rows with room to grow, those first that stand between oneself and the next rung, then the lowest. */
export function gaps(work: Work): OutlineRow[] {
  const needed = between(work)?.rows ?? new Set<string>();
  const rows = askedRows(work).flatMap((row) => {
    const share = shareNow(work, row);
    return share === null || share >= 1 ? [] : [{ row, share, needed: needed.has(row.name) }];
  });
  return rows.sort((a, b) => Number(b.needed) - Number(a.needed) || a.share - b.share).map(({ row }) => row);
}

/** An exact number as a person of this locale writes it. */
export function numberText(exact: string, locale: string): string {
  const value = decimal(exact);
  return value === null ? exact : new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
}

export function decimal(exact: string): number | null {
  const [top, bottom] = exact.split("/");
  const value = Number(top) / Number(bottom ?? 1);
  return top === "" || !Number.isFinite(value) ? null : value;
}
