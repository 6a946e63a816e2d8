import type { OutlineRow } from "rubricate";
import type { Page } from "../../page.js";
import type { Goal } from "../../store/schema.js";
import type { Work } from "../../work/work.js";
import { nextUp } from "./rows.js";

/** Makes the next level of a row a goal. */
export function makeGoal(work: Work, page: Page, row: OutlineRow): void {
  const goal: Goal = { level: nextUp(work, row, page)?.name ?? "", plan: "", by: null, done: false };
  work.keep(page.say.gap.goalFor(row.label), (own) => ({ ...own, goals: { ...own.goals, [row.name]: goal } }));
  page.toast({ text: page.say.gap.made(row.label), action: { label: page.say.app.undo, run: work.takingBack() } });
}

/** Changes something of a goal. Edits of one name are one thing to undo, as typing is, so each field has its own. */
export function changeGoal(work: Work, page: Page, row: OutlineRow, change: Partial<Goal>): void {
  const { plan } = page.say;
  const label = change.plan !== undefined ? plan.whatOf(row.label) : change.by !== undefined ? plan.byOf(row.label) : change.done !== undefined ? plan.doneOf(row.label) : `${plan.aim}: ${row.label}`;
  work.keep(label, (own) => {
    const goal = own.goals[row.name];
    return goal ? { ...own, goals: { ...own.goals, [row.name]: { ...goal, ...change } } } : own;
  }, { typing: change.plan !== undefined });
}

export function dropGoal(work: Work, page: Page, row: OutlineRow): void {
  work.keep(page.say.plan.removeOf(row.label), (own) => {
    const { [row.name]: _, ...goals } = own.goals;
    return { ...own, goals };
  });
  page.toast({ text: page.say.plan.removed(row.label), action: { label: page.say.app.undo, run: work.takingBack() } });
}
