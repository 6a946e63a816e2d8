import { html, nothing, type TemplateResult } from "lit";
import type { Facts, OutlineItem, OutlineRow, RowOutcome, ScoreOutcome } from "../../types.js";
import { heading, icon, webLink } from "./bits.js";
import { resultText, scoreText, type Reading } from "./desk.js";
import { drawAwards, seenScores } from "./standing.js";

/** What a report draws from. */
export interface Paper extends Reading {
  /** The exact value stands beside every number. */
  readonly exact: boolean;
}

/** How a finding stands, as a drawing beside its words. */
const HOLDS = { yes: "complete", no: "incomplete", unknown: "unchecked" } as const;

/** What it is a report of, whose, and of when. */
export function drawHead({ outline, outcome, given, words, voice, level }: Paper): TemplateResult {
  const { issuer, version } = outline;
  const { rater, role } = outcome.view;
  const day = given.today === null ? null : voice.day(given.today);
  const facts = [
    issuer ? webLink({ text: issuer.name, url: issuer.url }) : null,
    version === null ? null : words.term("version", version),
    rater === null ? null : words.term("by", rater, role),
    outcome.closed ? words.term("closedOn", day) : words.term("notClosed"),
    outcome.closed || day === null ? null : words.term("onDay", day),
    words.term("ratedOf", outcome.progress.rated, outcome.progress.total),
  ].filter((fact) => fact !== null);
  return html`<header part="masthead">
    <p class="kicker">${words.term("report")}</p>
    ${heading(level, outline.title, { class: "title", part: "title" })}
    <ul class="meta">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
  </header>`;
}

/** Awards with their reasons, results, and scores. */
export function drawResultsOf(paper: Paper): unknown {
  const { words, level, outline, outcome } = paper;
  const scores = seenScores(paper);
  const results = outline.results.filter(({ name }) => !outline.hidden.includes(name));
  return html`
    ${outline.awards.length === 0 ? nothing : html`<section class="awards" part="awards" aria-label=${words.term("awards")}>${drawAwards(paper, true)}</section>`}
    ${results.length === 0 ? nothing : html`<section part="results">${heading(level + 1, words.term("results"), { class: "section-title" })}
      <dl class="facts">${results.map(({ name, label }) => {
        const result = outcome.results[name];
        return result ? html`<div><dt>${label}</dt><dd>${resultText(paper, result)}</dd></div>` : nothing;
      })}</dl></section>`}
    ${scores.length === 0 ? nothing : html`<section class="scores" part="scores">${heading(level + 1, words.term("scores"), { class: "section-title" })}
      <dl class="facts">${scores.map(({ name, label }) => {
        const score = outcome.scores[name];
        return score ? html`<div><dt>${label}</dt><dd class="number">${scoreText(paper, score)}${exactOf(paper, score)}</dd></div>` : nothing;
      })}</dl></section>`}
  `;
}

/** The value as a fraction, where the reader asked for it. */
function exactOf({ exact, words }: Paper, { state, exact: value, lowest, highest }: ScoreOutcome): unknown {
  if (!exact || state === "undefined") return nothing;
  const text = state === "known" ? value : lowest.exact === null || highest.exact === null ? null : words.term("to", lowest.exact, highest.exact);
  return text === null ? nothing : html` <span class="exact">${words.term("exactly")} ${text}</span>`;
}

/** What was answered. */
export function drawAnswers({ outline, given, words, voice, level }: Paper): TemplateResult | typeof nothing {
  const answered = outline.asks.flatMap((ask) => {
    const reply = given.answers[ask.name];
    if (reply === undefined) return [];
    const text = typeof reply === "boolean" ? words.term(reply ? "yes" : "no") : ask.kind === "choice" ? (ask.choices.find(({ name }) => name === reply)?.label ?? reply) : ask.kind === "date" ? voice.day(reply) : voice.shown(reply, ask.percent);
    return [html`<div><dt>${ask.label}</dt><dd>${text}</dd></div>`];
  });
  if (answered.length === 0) return nothing;
  return html`<section part="answers">${heading(level + 1, words.term("answers"), { class: "section-title" })}<dl class="facts">${answered}</dl></section>`;
}

/** Every row with what was given, part by part. */
export function drawRows(paper: Paper): TemplateResult {
  const { words, level, outline } = paper;
  return html`<section class="rows" part="rows">
    ${heading(level + 1, words.term("rows"), { class: "section-title" })} ${drawItems(paper, outline.tree, level + 2)}
  </section>`;
}

/** Rows that follow one another stand in one table. */
function drawItems(paper: Paper, items: readonly OutlineItem[], level: number): unknown {
  const out: unknown[] = [];
  let run: OutlineRow[] = [];
  const flush = () => {
    if (run.length > 0) out.push(drawTable(paper, run));
    run = [];
  };
  for (const item of items) {
    const row = item.kind === "row" ? paper.outline.rows[item.index] : undefined;
    const part = item.kind === "part" ? paper.outline.parts[item.index] : undefined;
    if (row) run.push(row);
    if (!part) continue;
    flush();
    out.push(html`${heading(level, part.label, { class: "section-title inner" })}${drawItems(paper, item.items, level + 1)}`);
  }
  flush();
  return out;
}

function drawTable(paper: Paper, rows: readonly OutlineRow[]): TemplateResult {
  const { words, numberless } = paper;
  return html`<table>
    <colgroup><col /><col />${numberless ? nothing : html`<col />`}</colgroup>
    <thead><tr><th scope="col">${words.term("criterion")}</th><th scope="col">${words.term("rating")}</th>${numberless ? nothing : html`<th scope="col">${words.term("pointsHead")}</th>`}</tr></thead>
    <tbody>${rows.map((row) => drawLine(paper, row))}</tbody>
  </table>`;
}

function drawLine(paper: Paper, row: OutlineRow): TemplateResult | typeof nothing {
  const { words, outcome, outline, numberless, exact } = paper;
  const now = outcome.rows[row.name];
  if (!now) return nothing;
  const level = row.levels.find(({ name }) => name === now.level);
  const descriptor = level?.descriptor ?? level?.description ?? null;
  const code = now.code === null ? null : (outline.codes.find(({ name }) => name === now.code)?.label ?? now.code);
  const counted = now.counted === null || row.workedOut ? null : countedText(paper, row, now.counted);
  return html`<tr part="row">
    <th scope="row">${row.label}${row.workedOut ? html`<p class="note">${words.term("workedOut")}</p>` : nothing}</th>
    <td>
      <p class=${now.state === "rated" || (now.state === "not scored" && now.level !== null) ? "level" : "quiet"}>${ratingText(paper, row, now)}</p>
      ${row.notScored ? html`<p class="note">${words.term("notScoredHint")}</p>` : nothing}
      ${code === null ? nothing : html`<p class="note">${words.term("byCode", code)}</p>`}
      ${counted === null ? nothing : html`<p class="note">${words.term("countsAs", counted)}</p>`}
      ${descriptor === null || now.state === "left out" ? nothing : html`<p class="descriptor">${descriptor}</p>`}
      ${now.reason ? html`<p class="descriptor">${words.term("reason")}: ${now.reason}</p>` : nothing}
      ${now.comment ? html`<p class="remark" part="comment"><span class="unseen">${words.term("comment")}: </span>${now.comment}</p>` : nothing}
    </td>
    ${numberless ? nothing : html`<td class=${now.points.text === "" ? "number none" : "number"} data-head=${words.term("pointsHead")}>${now.points.text === "" ? html`<span class="quiet" aria-hidden="true">–</span>` : now.points.text}${exact && now.points.exact?.includes("/") ? html` <span class="exact">${now.points.exact}</span>` : nothing}</td>`}
  </tr>`;
}

/** What was given, in words. */
function ratingText({ words, voice, given }: Paper, row: OutlineRow, now: RowOutcome): string {
  if (now.state === "left out" || now.state === "not asked") return words.term("state", now.state);
  if (now.level === "met" || now.level === "not met") return words.term(now.level === "met" ? "met" : "notMet");
  const level = row.levels.find(({ name }) => name === now.level);
  const rating = given.rows[row.name];
  if (level) return typeof rating === "object" && "points" in rating ? `${level.label} (${voice.shown(rating.points, false)})` : level.label;
  if (typeof rating === "string" && row.kind === "number") return voice.shown(rating, false);
  if (row.workedOut) return now.points.text || words.term("workedOutOpen");
  return now.state === "rated" ? now.points.text || words.term("state", "rated") : words.term("noRating");
}

function countedText({ words, voice, numberless }: Paper, row: OutlineRow, counted: string): string | null {
  if (counted === "met" || counted === "not met") return words.term(counted === "met" ? "met" : "notMet");
  const level = row.levels.find(({ name }) => name === counted);
  if (level) return level.label;
  return numberless || !/^-?\d+(\/\d+)?$/.test(counted) ? null : voice.shown(counted, false);
}

/** What was handed in, and what the precheck says of it. */
export function drawEvidenceOf({ words, outline, outcome, given, level }: Paper): TemplateResult | typeof nothing {
  if (outline.evidence.length === 0) return nothing;
  return html`<section part="evidence">
    ${heading(level + 1, words.term("evidence"), { class: "section-title" })}
    ${outline.evidence.map(({ name, label }) => {
      const now = outcome.evidence.slots[name];
      if (!now) return nothing;
      const items = given.evidence[name] ?? [];
      const state = now.asked ? html`<span class="badge" data-state=${now.state}>${icon(now.state)}${words.term("evidenceState", now.state)}</span>` : html`<span class="note">${words.term("notAskedNow")}</span>`;
      return html`<div class="slot" part="slot"><p class="slot-head"><span>${label}</span>${state}</p>
        ${items.length === 0 ? nothing : html`<ul class="items">${items.map((item) => html`<li>${itemText(item)}${item.sha256 ? html` <span class="hash">${item.sha256.slice(0, 16)}</span>` : nothing}</li>`)}</ul>`}
        ${now.findings.length === 0 ? nothing : html`<ul class="findings">${now.findings.map(({ sentence, message, holds }) => html`<li data-holds=${holds}>${icon(HOLDS[holds])}<span>${message === null || holds === "yes" ? sentence : html`<strong>${message}</strong> ${sentence}`}</span></li>`)}</ul>`}
      </div>`;
    })}
  </section>`;
}

function itemText({ name, url, text, id }: Facts): string {
  if (url !== undefined) return url;
  return name ?? (text === undefined ? id : text);
}

/** By what the rubric can be known again. */
export function drawHashes({ outcome, words, level }: Paper): TemplateResult {
  return html`<section part="hashes">
    ${heading(level + 1, words.term("hashes"), { class: "section-title" })}
    <dl class="facts">
      <div><dt>${words.term("contentHash")}</dt><dd class="hash">${outcome.contentHash}</dd></div>
      <div><dt>${words.term("structureHash")}</dt><dd class="hash">${outcome.structureHash}</dd></div>
      <div><dt>${words.term("engine")}</dt><dd class="hash">${outcome.engine}</dd></div>
    </dl>
  </section>`;
}
