import type { Page } from "../../page.js";
import type { Work } from "../../work/work.js";
import { ratedAs, standsAs, tagsOf, tagText } from "./rows.js";

/** The ratings as rows of a table, with its head. Texts stay as they are: `csv` sees to what a spreadsheet would run. */
export function ratingRows(work: Work, page: Page): readonly (readonly string[])[] {
  const { columns } = page.say.handIn;
  const { outline, outcome } = work;
  const { comments } = work.assessment.given;
  const points = (text: string) => (work.hideNumbers ? [] : [text]);
  const slot = (name: string) => outline.evidence.find((one) => one.name === name)?.label ?? name;
  return [
    [columns.part, columns.criterion, columns.tags, columns.rating, ...points(columns.points), columns.comment, columns.evidence],
    ...outline.rows.map((row) => [
      row.part === null ? "" : (outline.parts[row.part]?.label ?? ""), row.label, tagsOf(outline, row).map(tagText).join("; "),
      ratedAs(work, row) === null && outcome.rows[row.name]?.state === "unanswered" ? "" : standsAs(work, row, page), ...points(outcome.rows[row.name]?.points.text ?? ""),
      comments[row.name] ?? "", row.shownBy.map(slot).join("; "),
    ]),
  ];
}
