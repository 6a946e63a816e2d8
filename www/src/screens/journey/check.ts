import { html, nothing, type TemplateResult } from "lit";
import type { AwardOutcome, OutlineLadder, Reason, Rung, StepChange, Steps } from "rubricate";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { addressOf, type StepName } from "../../router.js";
import type { Work } from "../../work/work.js";
import type { StepMaker } from "./step.js";

/** So many places to go to are shown at once. */
const FEW = 2;

/** Check: the ladder of awards with its reasons, and the shortest way up. */
export const check: StepMaker = (work, page) => ({
  render: () => html`<p class="lead">${page.say.check.lead}</p>
    ${work.outline.awards.map((award) => ladder(work, page, award))}
    ${work.outline.awards.length === 0 ? html`<p>${page.say.check.noAwards}</p>` : nothing}
    ${work.hideNumbers ? nothing : scores(work, page)}
    ${open(work, page)}`,
  reveal: (name) => document.getElementById(`award-${name}`)?.focus(),
});

function ladder(work: Work, page: Page, award: OutlineLadder): TemplateResult {
  const { say } = page;
  const told = work.outcome.awards[award.name];
  if (!told) return html``;
  return html`<section class="card ladder" id="award-${award.name}" tabindex="-1" aria-labelledby="award-${award.name}-title">
    <h2 id="award-${award.name}-title"><bdi>${award.label}</bdi></h2>
    <p class="verdict">${verdict(told, award, page)}</p>
    <div class="up">
      <div class="rungs-box"><h3>${say.check.ladder}</h3>
        <ol class="rungs">${told.rungs.map((rung) => html`<li class="rung" data-state=${rung.state}>${drawn(rung, work, page)}</li>`)}</ol></div>
      ${way(work, page, award, told)}
    </div>
  </section>`;
}

/** What it would be, were it closed and agreed with now. */
export function verdict(told: AwardOutcome, award: OutlineLadder, { say }: Page): string {
  const name = told.ifClosed ?? told.rung;
  const label = [...award.rungs, award.otherwise].find((rung) => rung?.name === name)?.label ?? told.label;
  return label ? say.check.ifAgreed(label) : say.check.ifAgreedNone;
}

function drawn(rung: Rung, work: Work, page: Page): TemplateResult {
  const { say } = page;
  return html`<div class="rung-head"><strong><bdi>${rung.label}</bdi></strong><span class="badge" data-state=${rung.state}>${icon(rung.state)}${say.check.states[rung.state]}</span></div>
    ${rung.reasons.length > 0 ? html`<ul class="reasons">${rung.reasons.map((reason) => html`<li>${said(reason, work, page)}</li>`)}</ul>` : nothing}
    ${rung.holds.length > 0 && !work.hideNumbers ? html`<details><summary>${say.check.holds} (${rung.holds.length})</summary><ul class="holds">${rung.holds.map((sentence) => html`<li><bdi>${sentence}</bdi></li>`)}</ul></details>` : nothing}`;
}

/** A reason, and where to go for it: at once where there are few places, folded where there are many. */
function said(reason: Reason, work: Work, page: Page): TemplateResult {
  const { say } = page;
  // A comparison of scores is told in numbers, which some do not want to see.
  const sentence = work.hideNumbers && reason.need !== null ? say.check.scoreShort : reason.sentence;
  const places = [
    ...reason.rows.map(({ row, label }) => ["work", row, label] as const),
    ...(reason.evidence ?? []).map(({ slot, label }) => ["gather", slot, label] as const),
  ];
  const links = jumps(work, page, places);
  return html`<bdi>${reason.message ?? sentence}</bdi>
    ${reason.message && reason.message !== sentence ? html`<br /><small class="muted"><bdi>${sentence}</bdi></small>` : nothing}
    ${places.length > FEW ? html`<details><summary>${say.check.toDo(places.length)}</summary>${links}</details>` : links}`;
}

function jumps(work: Work, page: Page, to: readonly (readonly [StepName, string, string])[]): TemplateResult | typeof nothing {
  if (to.length === 0) return nothing;
  return html`<span class="jumps">${to.map(([step, name, label]) => html`<a href=${addressOf({ at: "work", id: work.id, step, row: name })} aria-label=${page.say.check.goTo(label)}><bdi>${label}</bdi></a>`)}</span>`;
}

/** The fewest changes to the lowest rung that is not reached yet. */
function way(work: Work, page: Page, award: OutlineLadder, told: AwardOutcome): TemplateResult | typeof nothing {
  const { say } = page;
  const target = [...told.rungs].reverse().find(({ state }) => state !== "earned");
  if (!target) return html`<p class="way-up">${icon("earned")} ${say.check.reached}</p>`;
  const steps = stepsTo(work, award.name, target.name);
  const [best] = steps?.ways ?? [];
  if (!steps || !best) return steps?.state === "no way" ? html`<p class="way-up">${say.check.noWay(target.label)}</p>` : nothing;
  return html`<div class="way-up"><h3>${say.check.way}</h3>
    <p>${steps.shortest ? say.check.wayLead(target.label) : say.check.unproven}</p>
    <ol>${best.changes.map((change) => html`<li><a href=${addressOf({ at: "work", id: work.id, step: stepOf(change), row: change.name })}><bdi>${change.sentence}</bdi></a></li>`)}</ol></div>`;
}

function stepOf({ kind }: StepChange): StepName {
  return kind === "evidence" ? "gather" : "work";
}

const KNOWN = new WeakMap<object, Map<string, Steps | null>>();

/** Looked for once for each state of things. */
function stepsTo(work: Work, award: string, rung: string): Steps | null {
  const { outcome } = work;
  const known = KNOWN.get(outcome) ?? new Map<string, Steps | null>();
  KNOWN.set(outcome, known);
  const name = `${award}.${rung}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  let steps: Steps | null = null;
  try {
    steps = work.assessment.steps(award, rung, { most: 1 });
  } catch {
    // A ladder too large to search says nothing.
  }
  known.set(name, steps);
  return steps;
}

function scores(work: Work, { say }: Page): TemplateResult | typeof nothing {
  const shown = work.outline.scores.filter(({ name }) => !work.outline.hidden.includes(name));
  if (shown.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="scores"><h2 id="scores">${say.check.scores}</h2><dl class="scores">${shown.map(({ name, label }) => {
    const score = work.outcome.scores[name];
    if (!score) return nothing;
    const text = score.state === "undefined" ? say.check.noScore : score.state === "known" ? score.text : say.check.between(score.lowest.text, score.highest.text);
    return html`<div><dt><bdi>${label || name}</bdi></dt><dd>${text}</dd></div>`;
  })}</dl></section>`;
}

function open(work: Work, page: Page): TemplateResult {
  const { say } = page;
  const { rows, evidence } = work.outcome;
  const unrated = work.outline.rows.filter(({ name }) => rows[name]?.state === "unanswered");
  const slots = work.outline.evidence.filter(({ name }) => {
    const slot = evidence.slots[name];
    return slot && slot.state !== "complete" && slot.findings.length > 0;
  });
  return html`<section class="card" aria-labelledby="still-open"><h2 id="still-open">${say.check.open}</h2>
    ${unrated.length + slots.length === 0 ? html`<p>${say.check.nothingOpen}</p>` : nothing}
    ${unrated.length > 0 ? html`<p>${say.check.rowsOpen(unrated.length)}</p>${jumps(work, page, unrated.map(({ name, label }) => ["work", name, label] as const))}` : nothing}
    ${slots.length > 0 ? html`<ul class="to-do">${slots.map(({ name, label }) => html`<li><a href=${addressOf({ at: "work", id: work.id, step: "gather", row: name })}><bdi>${label}</bdi></a>
      <ul>${evidence.slots[name]?.findings.map(({ sentence }) => html`<li><bdi>${sentence}</bdi></li>`)}</ul></li>`)}</ul>` : nothing}
  </section>`;
}
