import { html, nothing, type TemplateResult } from "lit";
import type { Outline, OutlineItem } from "../../types.js";
import { heading, webLink } from "./bits.js";
import { weightText, type Desk, type Reading } from "./desk.js";
import { drawRow } from "./row.js";

/** Title, about, and who stands behind the rubric. */
export function drawMasthead({ outline, words, level }: Reading): TemplateResult {
  const { issuer, version, fields, licence, sources } = outline;
  const facts = [
    issuer ? webLink({ text: issuer.name, url: issuer.url }) : null,
    fields.length > 0 ? html`<span>${fields.join(", ")}</span>` : null,
    version === null ? null : words.term("version", version),
    licence === null ? null : html`<span>${licence}</span>`,
  ].filter((fact) => fact !== null);
  return html`<header class="masthead" part="masthead">
    ${heading(level, outline.title, { class: "title", part: "title", id: "title" })}
    ${outline.about === null ? nothing : html`<p class="lead">${outline.about}</p>`}
    ${facts.length === 0 ? nothing : html`<ul class="meta">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}
    ${sources.length === 0 ? nothing : html`<p class="sources">${words.term("sources")} ${sources.map((source, index) => html`${index > 0 ? "; " : ""}${webLink(source)}`)}</p>`}
  </header>`;
}

/** Parts as sections, rows as cards. */
export function drawSheet(desk: Desk, items: readonly OutlineItem[] = desk.outline.tree, level: number = desk.level + 1): unknown {
  return items.map((item) => (item.kind === "row" ? drawRow(desk, item.index, level) : drawPart(desk, item, level)));
}

function drawPart(desk: Desk, item: OutlineItem, level: number): TemplateResult | typeof nothing {
  const { outline, outcome, words, numberless } = desk;
  const part = outline.parts[item.index];
  if (!part) return nothing;
  const rows = rowsIn(item, outline).map((name) => outcome.rows[name]?.state);
  // As the engine counts progress: what is left out is neither.
  const asked = rows.filter((state) => state === "rated" || state === "unanswered");
  const rated = asked.filter((state) => state === "rated").length;
  const id = `p${item.index}`;
  const facts = [numberless ? null : weightText(desk, part.weight), part.choose === null ? null : words.term("chooses", part.choose), words.term("ratedOf", rated, asked.length)].filter((fact) => fact !== null);
  return html`<section class="part" part="part" aria-labelledby=${id}>
    <div class="part-head" part="part-head">
      ${heading(level, part.label, { id, class: level <= desk.level + 1 ? "section-title" : "section-title inner" })}
      <p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      ${part.about === null ? nothing : html`<p class="about">${part.about}</p>`}
    </div>
    ${drawSheet(desk, item.items, level + 1)}
  </section>`;
}

/** The names of the rows that somebody rates, at any depth. */
function rowsIn(item: OutlineItem, outline: Outline): string[] {
  if (item.kind === "part") return item.items.flatMap((inner) => rowsIn(inner, outline));
  const row = outline.rows[item.index];
  return row && !row.workedOut && !row.notScored ? [row.name] : [];
}
