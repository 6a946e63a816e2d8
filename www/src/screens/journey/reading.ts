// The pieces of a rubric as one reads it: parts, rows with their levels, evidence, where it comes from.
import { html, nothing, type TemplateResult } from "lit";
import type { OutlineLevel, OutlineLink, OutlineRow } from "rubricate";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { webLink } from "../../parts/web-link.js";
import { addressOf } from "../../router.js";
import type { Work } from "../../work/work.js";
import { decimal, numberText, ratedAs, tagsOf, tagText, type Group } from "./rows.js";

/** What is read, and in which wording. */
export interface Reading {
  readonly work: Work;
  readonly page: Page;
  /** Said to the learner, where the rubric has such words. */
  readonly learner: boolean;
}

export function partHead({ work, page }: Reading, group: Group): TemplateResult | typeof nothing {
  const { say, locale } = page;
  const part = work.outline.parts.find(({ name }) => name === group.name);
  if (group.label === null) return nothing;
  return html`<div class="part-head"><h2><bdi>${group.label}</bdi></h2>
    ${part?.about ? html`<p class="muted"><bdi>${part.about}</bdi></p>` : nothing}
    ${part ? facts([
      part.weight !== null && !work.hideNumbers ? say.understand.weight(weight(part.weight, locale)) : null,
      part.choose !== null ? say.understand.chooseSome(part.choose) : null,
      part.conditional ? say.understand.conditional : null,
    ]) : nothing}
    ${aligned(part?.aligns ?? [], page)}</div>`;
}

/** Rows with the same levels, side by side. */
export function rowGrid(reading: Reading, rows: readonly OutlineRow[], levels: readonly OutlineLevel[]): TemplateResult {
  const { say } = reading.page;
  return html`<div class="card grid-card" data-levels=${levels.length}><table class="level-grid">
    <thead><tr><th scope="col">${say.understand.criterion}</th>${levels.map(({ label }) => html`<th scope="col"><bdi>${label}</bdi></th>`)}</tr></thead>
    <tbody>${rows.map((row) => {
      const rated = ratedAs(reading.work, row);
      return html`<tr id="row-${row.name}" tabindex="-1"><th scope="row"><span class="name"><bdi>${row.label}</bdi></span>${aboutRow(reading, row)}</th>
        ${row.levels.map((level) => html`<td class=${level.name === rated ? "yours" : ""}>${yours(reading, level.name === rated)}${worded(reading, level, row)}</td>`)}</tr>`;
    })}</tbody></table></div>`;
}

/** A row with its levels under each other. */
export function rowCard(reading: Reading, row: OutlineRow): TemplateResult {
  const { say, locale } = reading.page;
  const rated = ratedAs(reading.work, row);
  return html`<article class="card row-card" id="row-${row.name}" tabindex="-1" aria-labelledby="row-${row.name}-name">
    <h3 id="row-${row.name}-name"><bdi>${row.label}</bdi></h3>${aboutRow(reading, row)}
    ${row.kind === "check" ? html`<p class="kind">${say.understand.check}</p>` : nothing}
    ${row.kind === "number" ? html`<p class="kind">${row.from !== null && row.to !== null ? say.understand.range(numberText(row.from, locale), numberText(row.to, locale)) : say.understand.open}</p>` : nothing}
    ${row.levels.length > 0 ? html`<dl class="level-list" aria-label=${say.understand.levelsOf(row.label)}>${row.levels.map((level) => html`<div class=${level.name === rated ? "yours" : ""}><dt><bdi>${level.label}</bdi>${yours(reading, level.name === rated)}</dt><dd>${worded(reading, level, row)}</dd></div>`)}</dl>` : nothing}
  </article>`;
}

function yours({ page }: Reading, so: boolean): TemplateResult | typeof nothing {
  return so ? html`<span class="badge mine">${icon("check")}${page.say.understand.yours}</span>` : nothing;
}

/** What a level looks like, what it is worth, and what helps from there. */
function worded({ work, page, learner }: Reading, level: OutlineLevel, row: OutlineRow): TemplateResult {
  const { say, locale } = page;
  const text = (learner ? level.learner : null) ?? level.descriptor ?? level.description;
  const ranged = level.to !== null && level.to !== level.points;
  const ordinal = row.scale !== null && work.outline.scales[row.scale]?.ordinal === true;
  const points = work.hideNumbers || ordinal || !level.points ? null : ranged ? say.understand.pointsRange(numberText(level.points, locale), numberText(level.to ?? "", locale)) : say.understand.points(numberText(level.points, locale));
  return html`${text ? html`<p><bdi>${text}</bdi></p>` : nothing}
    ${points ? html`<small class="muted">${points}</small>` : nothing}
    ${level.advice ? html`<details><summary>${say.understand.fromHere}</summary><p class="muted"><bdi>${level.advice}</bdi></p></details>` : nothing}
    ${aligned(level.aligns, page)}`;
}

function aboutRow({ work, page }: Reading, row: OutlineRow): TemplateResult {
  const { say, locale } = page;
  const slots = row.shownBy.map((name) => ({ name, label: work.outline.evidence.find((slot) => slot.name === name)?.label ?? name }));
  return html`${row.about ? html`<p class="muted"><bdi>${row.about}</bdi></p>` : nothing}
    ${facts([
      ...tagsOf(work.outline, row).map(tagText),
      row.weight !== null && !work.hideNumbers ? say.understand.weight(weight(row.weight, locale)) : null,
      row.workedOut ? say.understand.workedOut : null,
      row.conditional ? say.understand.conditional : null,
      row.leaveOut === null ? null : row.leaveOut === "allowed" ? say.understand.mayLeaveOut : say.understand.mayLeaveOutWhy,
      row.comment !== "required" ? null : row.commentSometimes ? say.understand.commentSometimes : say.understand.comment,
      row.bonus ? say.understand.bonus : null, row.addsNothing ? say.understand.addsNothing : null, row.notScored ? say.understand.notScored : null, row.lower ? say.understand.lower : null,
    ])}
    ${slots.length > 0 ? html`<p class="shown-by"><span class="muted">${say.understand.shownBy}</span> ${slots.map(({ name, label }) => html`<a href=${addressOf({ at: "work", id: work.id, step: "gather", row: name })} aria-label=${say.understand.toGather(label)}><bdi>${label}</bdi></a>`)}</p>` : nothing}
    ${aligned(row.aligns, page)}`;
}

function facts(all: readonly (string | null)[]): TemplateResult | typeof nothing {
  const found = all.filter((one) => one !== null);
  return found.length === 0 ? nothing : html`<ul class="facts">${found.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul>`;
}

function aligned(links: readonly OutlineLink[], { say }: Page): TemplateResult | typeof nothing {
  return links.length === 0 ? nothing : html`<p class="aligns"><span class="muted">${say.understand.aligns}</span> ${links.map(({ text, url }) => html`<span>${webLink(text, url)}</span>`)}</p>`;
}

/** Levels that the scale itself describes, where no row says it. */
export function scalesOf({ work, page }: Reading): TemplateResult | typeof nothing {
  const { say } = page;
  const used = work.outline.scales.filter((scale, index) => work.outline.rows.some((row) => row.scale === index && row.levels.some(({ descriptor }) => descriptor !== null)) && scale.levels.some(({ description }) => description !== null));
  if (used.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="scales"><h2 id="scales">${say.understand.scale}</h2>${used.map((scale) => html`
    <h3><bdi>${scale.label}</bdi></h3><dl class="level-list">${scale.levels.map(({ label, description }) => html`<div><dt><bdi>${label}</bdi></dt><dd>${description ? html`<bdi>${description}</bdi>` : "–"}</dd></div>`)}</dl>`)}</section>`;
}

/** Which piece of evidence shows which rows. */
export function evidenceOf({ work, page }: Reading, rows: readonly OutlineRow[]): TemplateResult | typeof nothing {
  const { say } = page;
  const { evidence } = work.outline;
  if (evidence.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="what-shows"><h2 id="what-shows">${say.understand.evidence}</h2>
    <dl class="level-list">${evidence.map((slot) => {
      const shown = rows.filter(({ shownBy }) => shownBy.includes(slot.name));
      return html`<div><dt><a href=${addressOf({ at: "work", id: work.id, step: "gather", row: slot.name })} aria-label=${say.understand.toGather(slot.label)}><bdi>${slot.label}</bdi></a>${slot.optional ? html` <small class="muted">${say.understand.optional}</small>` : nothing}</dt>
        <dd>${slot.about ? html`<p><bdi>${slot.about}</bdi></p>` : nothing}
          ${shown.length > 0 ? html`<ul class="facts">${shown.map(({ label }) => html`<li><bdi>${label}</bdi></li>`)}</ul>` : html`<p class="muted">${say.understand.showsAll}</p>`}</dd></div>`;
    })}</dl></section>`;
}

/** Where the rubric comes from. */
export function aboutRubric({ work, page }: Reading): TemplateResult | typeof nothing {
  const { say } = page;
  const { version, issuer, fields, sources, licence, expires } = work.outline;
  const all: readonly (readonly [string, TemplateResult | null])[] = [
    [say.understand.issuer, issuer ? webLink(issuer.name, issuer.url) : null],
    [say.understand.fields, fields.length > 0 ? html`<bdi>${fields.join(" · ")}</bdi>` : null],
    [say.understand.version, version !== null ? html`<bdi>${version}</bdi>` : null],
    [say.understand.licence, licence !== null ? html`<bdi>${licence}</bdi>` : null],
    [say.understand.lasts, expires ? html`${lasting(expires, page)}` : null],
    [say.understand.sources, sources.length > 0 ? html`<ul>${sources.map(({ text, url }) => html`<li>${webLink(text, url)}</li>`)}</ul>` : null],
  ];
  const known = all.filter(([, value]) => value !== null);
  return known.length === 0 ? nothing : html`<section class="card" aria-labelledby="about-rubric"><h2 id="about-rubric">${say.understand.aboutTitle}</h2>
    <dl class="level-list">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

/** A weight as the rubric writes it: a percent, or a factor. */
function weight(text: string, locale: string): string {
  const value = decimal(text);
  return value !== null && value > 0 && value < 1 ? new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(value) : numberText(text, locale);
}

/** How long an award lasts; months that make years are years. */
function lasting({ after, unit }: { readonly after: string; readonly unit: "months" | "days" }, { say, locale }: Page): string {
  const value = decimal(after) ?? 0;
  if (unit === "months" && value > 0 && value % 12 === 0) return say.understand.years(numberText(String(value / 12), locale));
  return (unit === "months" ? say.understand.months : say.understand.days)(numberText(after, locale));
}
