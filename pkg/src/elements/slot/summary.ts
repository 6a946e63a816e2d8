import type { Outcome, OutlineRow } from "../../types.js";
import { awardText, resultText, scoreText, type Reading } from "../draw/desk.js";
import { standingOf } from "./findings.js";
import type { SlotTerms } from "./terms.js";

/** What of a portfolio its page links to: paths by slot and id. */
export type PathOf = (slot: string, id: string) => string | undefined;

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem}h1,h2,h3{line-height:1.2;text-wrap:balance}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #8886}dt{font-weight:650}dd{margin:0 0 .6rem}
blockquote{white-space:pre-wrap;overflow-wrap:anywhere;border-inline-start:3px solid #8886;margin:.5rem 0;padding-inline-start:1rem}code{overflow-wrap:anywhere;font-size:.85em}.muted{opacity:.8}li{overflow-wrap:anywhere}@media print{body{padding:0}}`;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as HTML shows it; signs that turn the text around them stay inside it. */
function safe(text: string): string {
  return `<bdi>${attribute(text)}</bdi>`;
}

function attribute(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");
}

/**
 * An assessment as a page of its own, for who has nothing but a browser: where it
 * stands, what was rated and why, and the evidence with links to the files beside
 * it. It loads and runs nothing.
 */
export function summaryOf(reading: Reading, terms: SlotTerms, path: PathOf, day: string | null): string {
  const { outline, words, voice } = reading;
  const meta = [outline.issuer?.name, outline.version === null ? "" : words.term("version", outline.version), day === null ? "" : voice.day(day)].filter((text): text is string => Boolean(text));
  return `<!doctype html>
<html lang="${attribute(words.lang())}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${attribute(`${terms.summary}: ${outline.title}`)}</title><style>${STYLE}</style></head>
<body><main><h1>${safe(outline.title)}</h1><p class="muted">${meta.map(safe).join(" · ")}</p>
${standing(reading, terms)}
${rows(reading, terms)}
${evidence(reading, terms, path)}
<p class="muted">${attribute(terms.madeWith(`Rubricate ${reading.outcome.engine}`))}<br><code>${attribute(reading.outcome.contentHash)}</code></p></main></body></html>
`;
}

function standing(reading: Reading, terms: SlotTerms): string {
  const { outline, outcome } = reading;
  const shown = reading.numberless ? [] : outline.scores.filter(({ name }) => !outline.hidden.includes(name));
  const lines = [
    ...outline.awards.map(({ name, label }) => [label, outcome.awards[name] ? awardText(reading, outcome.awards[name]) : ""]),
    ...outline.results.map(({ name, label }) => [label, outcome.results[name] ? resultText(reading, outcome.results[name]) : ""]),
    ...shown.map(({ name, label }) => [label, outcome.scores[name] ? scoreText(reading, outcome.scores[name]) : ""]),
  ];
  if (lines.length === 0) return "";
  return `<h2>${attribute(terms.standsAt)}</h2><dl>${lines.map(([label = "", text = ""]) => `<dt>${safe(label)}</dt><dd>${safe(text)}</dd>`).join("")}</dl>`;
}

function rows(reading: Reading, terms: SlotTerms): string {
  const { outline, outcome } = reading;
  const lines = outline.rows.map((row) => {
    const comment = outcome.rows[row.name]?.comment ?? "";
    return `<tr><th scope="row">${safe(row.label)}</th><td>${safe(rating(row, outcome, reading, terms))}</td><td>${comment === "" ? "" : safe(comment)}</td></tr>`;
  });
  return `<h2>${attribute(terms.rows)}</h2><table><thead><tr><th scope="col">${attribute(terms.row)}</th><th scope="col">${attribute(terms.rating)}</th><th scope="col">${attribute(terms.comment)}</th></tr></thead><tbody>${lines.join("\n")}</tbody></table>`;
}

function rating(row: OutlineRow, outcome: Outcome, { words }: Reading, terms: SlotTerms): string {
  const now = outcome.rows[row.name];
  if (!now || now.state === "unanswered") return terms.notRated;
  if (now.state !== "rated" && now.state !== "not scored") return `${words.term("state", now.state)}${now.reason ? `: ${now.reason}` : ""}`;
  if (now.level === "met" && row.kind === "check") return words.term("met");
  if (now.level === "not met" && row.kind === "check") return words.term("notMet");
  if (now.level !== null) return row.levels.find(({ name }) => name === now.level)?.label ?? now.level;
  return now.points.text || terms.notRated;
}

function evidence(reading: Reading, terms: SlotTerms, path: PathOf): string {
  const { outline, outcome, given, words, voice } = reading;
  const slots = outline.evidence.filter(({ name }) => outcome.evidence.slots[name]?.asked);
  if (slots.length === 0) return "";
  const parts = slots.map(({ name, label }) => {
    const now = outcome.evidence.slots[name];
    const items = (given.evidence[name] ?? []).map((facts) => {
      const said = (now?.findings ?? []).filter(({ item, key }) => item === facts.id && key !== "attest");
      const shows = outline.rows.filter((row) => facts.shows?.includes(row.name)).map((row) => voice.listed(row.label));
      const target = path(name, facts.id);
      const title = facts.name ?? facts.url ?? terms.typed;
      const web = facts.url !== undefined && /^https?:\/\//i.test(facts.url) && facts.kind === "link" ? facts.url : undefined;
      // Downloaded rather than opened: a file may be a page with a program in it.
      const link = target !== undefined ? `<a href="${attribute(target)}" download>${safe(title)}</a>` : web !== undefined ? `<a href="${attribute(web)}" rel="noreferrer nofollow">${safe(title)}</a>` : safe(title);
      return `<li>${link}${facts.kind === "text" && facts.name === undefined && facts.text !== undefined ? `<blockquote>${safe(facts.text)}</blockquote>` : ""}
${facts.note === undefined ? "" : `<p>${attribute(terms.note)}: ${safe(facts.note)}</p>`}${shows.length === 0 ? "" : `<p>${attribute(terms.shows)}: ${safe(voice.and(shows))}</p>`}
${said.length === 0 ? "" : `<ul>${said.map((finding) => `<li>${attribute(terms.standing(standingOf(finding)))}: ${safe(finding.sentence)}</li>`).join("")}</ul>`}${facts.sha256 === undefined ? "" : `<p class="muted">${attribute(terms.hash)} <code>${attribute(facts.sha256)}</code></p>`}</li>`;
    });
    const whole = (now?.findings ?? []).filter(({ item, holds }) => item === null && holds !== "yes").map(({ sentence }) => `<p>${safe(sentence)}</p>`);
    return `<h3>${safe(label)}: ${attribute(now ? words.term("evidenceState", now.state) : "")}</h3>${whole.join("")}${items.length === 0 ? `<p class="muted">${attribute(terms.noEvidence)}</p>` : `<ul>${items.join("\n")}</ul>`}`;
  });
  return `<h2>${attribute(terms.evidence)}</h2>${parts.join("\n")}`;
}
