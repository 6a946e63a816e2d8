import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Rubric } from "../../rubric.js";
import type { Steps } from "../../steps.js";
import type { AwardOutcome, Num, Outline, OutlineLadder, Reason, Rung, ScoreOutcome } from "../../types.js";
import { isOpen } from "./asks.js";
import { heading, icon } from "./bits.js";
import { drawOverrule } from "./overrule.js";
import { awardText, resultText, scoreText, type Desk, type Reading } from "./desk.js";

/** So many rows that are not rated are named, and so many changes. */
const MOST_NAMED = 6;

/** A bar is drawn between these. */
export type Ends = ReadonlyMap<string, { readonly from: number; readonly to: number }>;

/** The bounds of each score before anything is rated: the ends of its bar. */
export function endsOf(rubric: Rubric, { scores }: Outline): Ends {
  if (scores.length === 0) return new Map();
  const blank = rubric.score({}).scores;
  return new Map(
    scores.map(({ name, percent }) => {
      const score = blank[name];
      const low = score?.lowest.value ?? score?.value ?? 0;
      const high = score?.highest.value ?? score?.value ?? 1;
      return [name, { from: Math.min(0, low), to: Math.max(percent ? 1 : low, high) }] as const;
    }),
  );
}

/** The scores that readers see. */
export function seenScores({ outline, numberless }: Reading): Reading["outline"]["scores"] {
  if (numberless) return [];
  return outline.scores.filter(({ name }) => !outline.hidden.includes(name));
}

/** How many rows are rated. */
export function drawProgress({ words, outcome }: Reading): TemplateResult {
  const { rated, total } = outcome.progress;
  return html`<div class="progress" part="progress">
    <label for="progress">${words.term("ratedOf", rated, total)}</label>
    <progress id="progress" max=${Math.max(1, total)} .value=${live(rated)}></progress>
  </div>`;
}

/** Each score as words, and as a bar: solid up to what is certain, striped up to what is still possible. */
export function drawScores(reading: Reading, ends: Ends): TemplateResult | typeof nothing {
  const scores = seenScores(reading);
  if (scores.length === 0) return nothing;
  return html`<svg class="unseen" aria-hidden="true" focusable="false"><defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(35)"><rect width="2" height="6" class="stripe" /></pattern></defs></svg>
  <ul class="scores" part="scores">
    ${scores.map(({ name, label }) => {
      const score = reading.outcome.scores[name];
      if (!score) return nothing;
      const { from = 0, to = 1 } = ends.get(name) ?? {};
      return html`<li class="score" part="score">
        <span class="score-words"><span class="score-label">${label}<span class="unseen">: </span></span><span class="score-text" part="score-text">${scoreText(reading, score)}</span></span>
        ${bar(score, from, to)}
      </li>`;
    })}
  </ul>`;
}

/** The words beside it say the same, so the drawing itself is not read out. Its numbers are attributes: no style is written. */
function bar(score: ScoreOutcome, from: number, to: number): TemplateResult {
  const place = (num: Num, without: number) => {
    const value = num.value ?? score.value;
    return value === null || to <= from ? without : Math.min(1, Math.max(0, (value - from) / (to - from))) * 100;
  };
  const low = place(score.lowest, 0);
  const high = Math.max(low, place(score.highest, score.state === "open" ? 100 : 0));
  return html`<svg class="track" part="track" aria-hidden="true" width="100%" height="12" preserveAspectRatio="none">
    <rect class="open" x=${`${low}%`} width=${`${high - low}%`} height="12" fill="url(#stripes)" />
    <rect class="sure" x="0" width=${`${low}%`} height="12" />
  </svg>`;
}

/** Results that are not awards. */
export function drawResults(reading: Reading): TemplateResult | typeof nothing {
  const results = reading.outline.results.filter(({ name }) => !reading.outline.hidden.includes(name));
  if (results.length === 0) return nothing;
  return html`<dl class="results" part="results">
    ${results.map(({ name, label }) => {
      const result = reading.outcome.results[name];
      return result ? html`<div class="result" part="result"><dt>${label}</dt><dd>${resultText(reading, result)}</dd></div>` : nothing;
    })}
  </dl>`;
}

/** Every award with its rungs, best first, and what stands in the way of each. */
export function drawAwards(reading: Reading, open: boolean, desk: Desk | null = null): unknown {
  return reading.outline.awards.filter(({ name }) => !reading.outline.hidden.includes(name)).map((award) => drawAward(reading, award, open, desk));
}

function drawAward(reading: Reading, ladder: OutlineLadder, open: boolean, desk: Desk | null): TemplateResult | typeof nothing {
  const { name, label } = ladder;
  const { words, outcome, given, outline, level } = reading;
  const award = outcome.awards[name];
  if (!award) return nothing;
  const outlined = outline.awards.find((one) => one.name === name);
  const labelOf = (rung: string) => [...(outlined?.rungs ?? []), outlined?.otherwise].find((one) => one?.name === rung)?.label ?? rung;
  const closing = given.closed || award.state === "decided" || award.ifClosed === null ? null : words.term("ifClosed", labelOf(award.ifClosed));
  return html`<section class="award" part="award" data-state=${award.state}>
    ${heading(open ? level + 1 : level + 2, label, { class: "award-title" })}
    <p class="award-text" part="award-text">${awardText(reading, award)}</p>
    ${award.overruled ? html`<p class="note">${words.term("overruledBy", award.overruled.by)}${award.overruled.reason === null ? "" : `: ${award.overruled.reason}`}</p>` : nothing}
    ${closing === null ? nothing : html`<p class="note">${closing}</p>`}
    <ul class="rungs">${award.rungs.map((rung) => drawRung(reading, award, rung, open))}</ul>
    ${desk ? drawOverrule(desk, ladder, award) : nothing}
  </section>`;
}

function drawRung(reading: Reading, award: AwardOutcome, rung: Rung, open: boolean): TemplateResult {
  const { words } = reading;
  const reasons = rung.reasons.map((reason) => drawReason(reading, reason));
  return html`<li class="rung" part="rung" data-state=${rung.state} ?data-held=${award.rung === rung.name}>
    <span class="rung-head"><span class="rung-label">${rung.label}</span>
      <span class="badge" part=${`badge badge-${rung.state.replaceAll(" ", "-")}`} data-state=${rung.state}>${icon(rung.state)}${words.term("rung", rung.state)}</span></span>
    ${reasons.length === 0
      ? nothing
      : open
        ? html`<ul class="reasons" part="reasons">${reasons}</ul>`
        : html`<details class="why"><summary aria-label=${`${rung.label}: ${why(reading, rung)}`}>${why(reading, rung)}</summary><ul class="reasons" part="reasons">${reasons}</ul></details>`}
    ${open && !reading.numberless && rung.holds.length > 0 ? html`<p class="note holds-head">${words.term("holds")}</p><ul class="holds">${rung.holds.map((sentence) => html`<li>${icon("earned")}<span>${sentence}</span></li>`)}</ul>` : nothing}
  </li>`;
}

/** How many reasons of each kind there are. */
function why({ words }: Reading, { reasons }: Rung): string {
  const count = (...states: Reason["state"][]) => reasons.filter(({ state }) => states.includes(state)).length;
  const [short, open, look] = [count("short"), count("open", "undefined"), count("caveat")];
  return [short > 0 ? words.term("inTheWay", short) : "", open > 0 ? words.term("stillOpen", open) : "", look > 0 ? words.term("caveats", look) : ""].filter((part) => part !== "").join(", ");
}

function drawReason({ words, numberless }: Reading, reason: Reason): TemplateResult {
  // A comparison is all numbers: where they are hidden, the author's words stand alone.
  const sentence = numberless && reason.have !== null ? (reason.message === null ? words.term("numberNotYet") : "") : reason.sentence;
  return html`<li data-state=${reason.state}>${reason.message === null ? nothing : html`<strong>${reason.message}</strong> `}${sentence}</li>`;
}

/** A link inside the element: to a row, a question or a slot. */
function jump(desk: Desk, kind: "row" | "ask" | "evidence", name: string, text: string): TemplateResult {
  return html`<button type="button" class="link jump" @click=${() => desk.go(kind, name)}>${text}</button>`;
}

/** Questions and rows that are still open. */
export function drawMissing(desk: Desk): TemplateResult {
  const { words, outline, outcome, given, level } = desk;
  const asks = outline.asks.filter((ask) => isOpen(ask, given)).map(({ name, label }) => ({ kind: "ask" as const, name, label }));
  const rows = outline.rows.filter(({ name, workedOut }) => !workedOut && outcome.rows[name]?.state === "unanswered").map(({ name, label }) => ({ kind: "row" as const, name, label }));
  const open = [...asks, ...rows];
  if (open.length === 0) return html`<p class="muted done">${words.term("allRated")}</p>`;
  return html`<section class="missing">
    ${heading(level + 2, words.term("missing"))}
    <ul>${open.slice(0, MOST_NAMED).map(({ kind, name, label }) => html`<li>${jump(desk, kind, name, label)}</li>`)}</ul>
    ${open.length > MOST_NAMED ? html`<p class="muted">${words.term("more", desk.voice.number(open.length - MOST_NAMED))}</p>` : nothing}
  </section>`;
}

/** The fewest changes to the next rung of the first award. */
export function drawSteps(desk: Desk, label: string, steps: Steps | null, begin: (() => void) | null): TemplateResult | typeof nothing {
  const { words, level } = desk;
  if (label === "") return nothing;
  const title = heading(level + 2, words.term("toReach", label));
  if (!steps) return begin ? html`<section class="steps" part="steps">${title}<button type="button" part="button" @click=${begin}>${words.term("workOut")}</button></section>` : nothing;
  if (steps.state === "reached") return nothing;
  const [way] = steps.ways;
  if (!way) {
    const proof = steps.proof.map(({ message, sentence, have }) => html`<li>${message ?? (desk.numberless && have !== null ? words.term("numberNotYet") : sentence)}</li>`);
    return html`<section class="steps" part="steps">${title}<p class="muted">${steps.state === "no way" ? words.term("noWay", label) : words.term("unknownWay")}</p>${proof.length > 0 ? html`<ul class="reasons">${proof}</ul>` : nothing}</section>`;
  }
  const count = `${words.term("changes", way.changes.length)}${steps.shortest ? `, ${words.term("fewest")}` : ""}`;
  return html`<section class="steps" part="steps">
    ${title}
    <p class="muted">${count}</p>
    <ol>${way.changes.slice(0, MOST_NAMED).map(({ kind, name, sentence }) => html`<li>${kind === "reopen" ? sentence : jump(desk, kind, name, sentence)}</li>`)}</ol>
    ${way.changes.length > MOST_NAMED ? html`<p class="muted">${words.term("more", desk.voice.number(way.changes.length - MOST_NAMED))}</p>` : nothing}
  </section>`;
}

/** What the author advises, by what was given. */
export function drawAdvice(desk: Desk): TemplateResult | typeof nothing {
  const { words, outline, outcome, level } = desk;
  if (outcome.advice.length === 0) return nothing;
  return html`<section class="advice" part="advice">
    ${heading(level + 2, words.term("advice"))}
    <ul>${outcome.advice.map(({ row, text }) => {
      const label = row === null ? undefined : outline.rows.find(({ name }) => name === row)?.label;
      return html`<li>${row === null || label === undefined ? nothing : jump(desk, "row", row, label)}<span>${text}</span></li>`;
    })}</ul>
  </section>`;
}
