import { html, nothing, svg, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Voice } from "../../texts/voice.js";
import type { Finding, OutlineEvidence } from "../../types.js";
import { acceptedBy } from "./asks.js";
import type { Missed, SlotTerms, Standing } from "./terms.js";

const SHAPES: Readonly<Record<string, readonly string[]>> = {
  done: ["M3 8.5 6.5 12 13 4.5"],
  mend: ["M8 3v6", "M8 12.5v.2"],
  advice: ["M5.2 9.4a4 4 0 1 1 5.6 0c-.6.6-.8 1.1-.8 1.9H6c0-.8-.2-1.3-.8-1.9Z", "M6.5 13.8h3"],
  look: ["M1.8 8C4 4.3 12 4.3 14.2 8 12 11.7 4 11.7 1.8 8Z", "M8 7.9v.2"],
  unchecked: ["M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.7", "M8 12.6v.1"],
  file: ["M4 1.8h5.2L12 4.6v9.6H4Z", "M9 2v3h3"],
  link: ["M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.7.7", "M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.7-.7"],
  image: ["M2.5 3.5h11v9h-11Z", "m3 11 3-3 2.5 2.5 2-2 2.5 2.5", "M10.5 6.2v.1"],
  video: ["M2 4h8.5v8H2Z", "m10.5 7 3.5-2v6l-3.5-2"],
  audio: ["M6 12V4l6.5-1.5v8", "M6 12a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0Zm6.5-1.5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0Z"],
};

/** A small drawing beside words; never the only bearer of a meaning. */
export function glyph(shape: string): TemplateResult {
  return html`<svg class="icon icon-${shape}" viewBox="0 0 16 16" aria-hidden="true">${(SHAPES[shape] ?? []).map((d) => svg`<path d=${d} />`)}</svg>`;
}

/** What a finding comes to for whoever has to mend it. */
export function standingOf({ holds, soft, key, data }: Finding): Standing {
  if (holds === "yes") return "done";
  if (holds === "no") return soft ? "advice" : "mend";
  return key === "link" || data.why === "link" || soft ? "unchecked" : "look";
}

const ORDER: readonly Standing[] = ["mend", "look", "advice", "unchecked", "done"];

/** How many findings somebody has to do something about. */
export function openIn(findings: readonly Finding[]): number {
  return findings.filter((finding) => ["mend", "look"].includes(standingOf(finding))).length;
}

function howOf(finding: Finding, { slot, voice, terms, count, typed }: FindingDesk): string {
  const { data, key, holds } = finding;
  if (holds === "yes") return "";
  if (key === "unknown") return data.why === "no today" || data.unknown === undefined ? "" : terms.lookInto(data.unknown);
  const rule = finding.rule === null ? undefined : slot.rules[finding.rule];
  const bare = data.asked ? (data.asked.to === undefined ? data.asked.end : terms.from(data.asked.end, data.asked.to)) : "";
  // A slot for exactly one says so from both sides.
  const many = slot.to !== null && count > Number(slot.to);
  const end = key === "items" ? terms.pieces(many ? voice.number(Number(slot.to)) : bare, many ? slot.to === "1" : bare === voice.number(1)) : data.measure ? terms.measured(data.measure, bare) : bare;
  const wanted = key === "accepts" && rule ? acceptedBy(rule, voice, terms) : key === "hosts" ? voice.or(data.hosts ?? []) : key === "named" ? (data.pattern ?? "") : "";
  const side = key === "items" ? (many ? "high" : "low") : (data.asked?.side ?? null);
  const missed: Missed = { key, side, typed, end, measure: data.measure ?? null, total: data.total === true, wanted };
  return terms.mend(missed);
}

/** One line of the list: a sign, a word, what was seen and what is asked, and what to do. */
export function line(standing: Standing | "noticed", word: string, sentence: string, how = ""): TemplateResult {
  return html`<li class="finding" data-standing=${standing}>
    <span class="sign">${glyph(standing === "noticed" ? "look" : standing)}<span>${word}</span></span>
    <span class="said"><span dir="auto">${sentence}</span>${how === "" ? nothing : html` <span class="how">${how}</span>`}</span>
  </li>`;
}

/** What findings are drawn with. */
export interface FindingDesk {
  readonly slot: OutlineEvidence;
  readonly voice: Voice;
  readonly terms: SlotTerms;
  /** How many pieces there are. */
  readonly count: number;
  /** They are about what was typed here. */
  readonly typed: boolean;
}

/** The findings of a piece or of a slot: what is open first, then, folded, what is fine. */
export function findingList(findings: readonly Finding[], desk: FindingDesk, label: string): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const { terms } = desk;
  const sorted = findings.map((finding, at) => ({ finding, at, standing: standingOf(finding) })).sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.at - b.at);
  const [open, fine] = [sorted.filter(({ standing }) => standing !== "done"), sorted.filter(({ standing }) => standing === "done")];
  const draw = ({ finding, standing }: (typeof sorted)[number]) => line(standing, terms.standing(standing), finding.sentence, howOf(finding, desk));
  const list = (some: typeof sorted) => repeat(some, ({ finding }) => `${finding.rule} ${finding.key}`, draw);
  return html`
    ${open.length === 0 ? nothing : html`<ul class="findings" aria-label=${label}>${list(open)}</ul>`}
    ${fine.length === 0 ? nothing : html`<details class="fine"><summary>${glyph("done")}<span>${terms.fine(fine.length)}</span></summary><ul class="findings">${list(fine)}</ul></details>`}
  `;
}
