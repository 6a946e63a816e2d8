import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OutlineRow } from "rubricate";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import type { Goal } from "../../store/schema.js";
import type { Work } from "../../work/work.js";
import { changeGoal, dropGoal, makeGoal } from "./goals.js";
import { choicesOf, gaps, nextUp, ratedAs, standsAs } from "./rows.js";

/** So many gaps are offered as goals, and so much advice is shown at once. */
const FEW = 4;

type Show = (row: string) => void;

/** The goals that have a row in this rubric, in its order; done ones last. */
export function setGoals(work: Work): { readonly row: OutlineRow; readonly goal: Goal }[] {
  const all = work.outline.rows.flatMap((row) => {
    const goal = Object.hasOwn(work.own.goals, row.name) ? work.own.goals[row.name] : undefined;
    return goal ? [{ row, goal }] : [];
  });
  return [...all.filter(({ goal }) => !goal.done), ...all.filter(({ goal }) => goal.done)];
}

/** Goals with what she will do and until when, and the advice for where she stands. */
export function goalsView(work: Work, page: Page, show: Show): TemplateResult {
  const { say } = page;
  const goals = setGoals(work);
  const offered = gaps(work).filter((row) => !goals.some((one) => one.row === row)).slice(0, FEW);
  return html`<div class="goals-view">
    <section aria-labelledby="goals"><h2 id="goals">${say.plan.goals}</h2>
      ${goals.map((one) => drawn(work, page, one.row, one.goal, show))}
      ${goals.length === 0 && offered.length === 0 ? html`<p class="muted">${say.plan.goalsNone}</p>` : nothing}
      ${offered.length > 0 ? html`<div class="offered">${goals.length === 0 ? html`<p class="muted">${say.plan.goalsEmpty}</p>` : nothing}
        <ul class="buttons">${offered.map((row) => html`<li><button type="button" ?disabled=${work.readOnly} @click=${() => makeGoal(work, page, row)}>${icon("plus")}<bdi>${offer(work, page, row)}</bdi></button></li>`)}</ul></div>` : nothing}
    </section>
    ${advice(work, page, show)}
  </div>`;
}

function offer(work: Work, page: Page, row: OutlineRow): string {
  const next = nextUp(work, row, page);
  return next ? page.say.plan.add(row.label, next.label) : page.say.plan.addBare(row.label);
}

function drawn(work: Work, page: Page, row: OutlineRow, goal: Goal, show: Show): TemplateResult {
  const { say } = page;
  const choices = choicesOf(row, page);
  const place = (name: string | null) => choices.findIndex((choice) => choice.name === name);
  const reached = goal.level !== "" && place(ratedAs(work, row)) >= place(goal.level);
  const aim = choices.find(({ name }) => name === goal.level);
  const id = `goal-${row.name}`;
  const change = (part: Partial<Goal>) => changeGoal(work, page, row, part);
  const field = (event: Event) => (event.currentTarget as HTMLInputElement).value;
  return html`<article class="card goal" aria-labelledby=${id} data-done=${goal.done}>
    <div class="goal-head"><h3 id=${id}><bdi>${row.label}</bdi></h3>${reached ? html`<span class="badge" data-state="earned">${icon("earned")}${say.plan.reached}</span>` : nothing}</div>
    <p class="muted">${say.plan.now(standsAs(work, row, page))}</p>
    <div class="goal-fields">
      ${choices.length > 0 ? html`<label class="pick" for="${id}-aim"><span class="muted">${say.plan.aim}</span><select id="${id}-aim" ?disabled=${work.readOnly} @change=${(event: Event) => change({ level: field(event) })}>
        ${choices.slice(1).map(({ name, label }) => html`<option value=${name} ?selected=${name === goal.level}>${label}</option>`)}</select></label>` : nothing}
      <label class="pick" for="${id}-by"><span class="muted">${say.plan.by}</span><input id="${id}-by" type="date" aria-label=${say.plan.byOf(row.label)} ?disabled=${work.readOnly} .value=${live(goal.by ?? "")} @change=${(event: Event) => change({ by: field(event) || null })} /></label>
    </div>
    ${aim?.text ? html`<p class="aim-text"><bdi>${aim.text}</bdi></p>` : nothing}
    <label class="pick" for="${id}-plan"><span class="muted">${say.plan.what}</span><textarea id="${id}-plan" rows="2" maxlength="4000" dir="auto" aria-label=${say.plan.whatOf(row.label)} ?disabled=${work.readOnly} .value=${live(goal.plan)} @input=${(event: Event) => change({ plan: field(event) })}></textarea></label>
    <div class="buttons goal-acts">
      <label class="tick"><input type="checkbox" aria-label=${say.plan.doneOf(row.label)} ?disabled=${work.readOnly} .checked=${live(goal.done)} @change=${() => change({ done: !goal.done })} />${say.plan.done}</label>
      <button type="button" class="quiet" aria-label=${say.plan.rateIt(row.label)} @click=${() => show(row.name)}>${say.plan.views.rate}</button>
      <button type="button" class="quiet" ?disabled=${work.readOnly} aria-label=${say.plan.removeOf(row.label)} @click=${() => dropGoal(work, page, row)}>${icon("bin")}${say.plan.remove}</button>
    </div>
  </article>`;
}

/** What the rubric advises, in the engine's order. */
function advice(work: Work, page: Page, show: Show): TemplateResult {
  const { say } = page;
  const all = work.outcome.advice;
  const label = (name: string) => work.outline.rows.find((row) => row.name === name)?.label ?? name;
  const list = (some: typeof all) => html`<ul class="advice">${some.map(({ text, row }) => html`<li><bdi>${text}</bdi>${row === null ? nothing : html`<button type="button" class="link" @click=${() => show(row)}><bdi>${label(row)}</bdi></button>`}</li>`)}</ul>`;
  return html`<section class="card" aria-labelledby="advice"><h2 id="advice">${say.plan.advice}</h2>
    ${all.length === 0 ? html`<p class="muted">${say.plan.adviceEmpty}</p>` : list(all.slice(0, FEW))}
    ${all.length > FEW ? html`<details><summary>${say.plan.more(all.length - FEW)}</summary>${list(all.slice(FEW))}</details>` : nothing}</section>`;
}

