import { html, nothing, type TemplateResult } from "lit";
import type { OutlineRow } from "rubricate";
import type { Page } from "../../page.js";
import { bar, line } from "../../parts/chart.js";
import { icon } from "../../parts/icon.js";
import { day } from "../../parts/when.js";
import { dayOf, marked } from "../../work/standing.js";
import type { Work } from "../../work/work.js";
import { allTags, askedRows, ratedAs, ratingText, shareAs, shareNow, tagsOf, tagText } from "./rows.js";

type Show = (row: string) => void;

/** How it goes: the line over time, what changed since the first self-check, and rows by whose goal they serve. */
export function progressView(work: Work, page: Page, show: Show): TemplateResult {
  return html`<div class="progress-view">${overTime(work, page)} ${since(work, page, show)} ${byTag(work, page, show)}</div>`;
}

function overTime(work: Work, page: Page): TemplateResult {
  const { say, locale } = page;
  const marks = marked(work.own.marks, work.outline, work.assessment, new Date().toISOString());
  const total = work.outcome.progress.total;
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
  const on = (at: string) => day(dayOf(new Date(at)), locale);
  const points = marks.map(({ at, share }) => ({ at: Date.parse(at), share }));
  const table = html`<table class="plain-table"><thead><tr><th scope="col">${say.plan.day}</th><th scope="col">${say.plan.rated}</th>${work.hideNumbers ? nothing : html`<th scope="col">${say.plan.share}</th>`}</tr></thead>
    <tbody>${[...marks].reverse().map(({ at, rated, share }) => html`<tr><th scope="row">${on(at)}</th><td>${say.plan.ratedOf(rated, total)}</td>${work.hideNumbers ? nothing : html`<td>${percent(share)}</td>`}</tr>`)}</tbody></table>`;
  return html`<section class="card" aria-labelledby="over-time"><h2 id="over-time">${say.plan.progress}</h2>
    ${marks.length === 0 ? html`<p class="muted">${say.plan.progressEmpty}</p>` : nothing}
    ${marks.length > 0 && points.length < 2 ? html`<p class="muted">${say.plan.progressOne}</p>` : nothing}
    ${points.length > 1 ? html`<figure>${line(points, { top: say.plan.top, bottom: say.plan.bottom, from: on(marks[0]?.at ?? ""), to: on(marks.at(-1)?.at ?? "") }, {
      id: "progress-picture", title: say.plan.picture,
      description: say.gap.pictureTold(marks.map(({ at, rated, share }) => say.gap.pictureOf(on(at), work.hideNumbers ? say.plan.ratedOf(rated, total) : percent(share)))),
    })}<figcaption class="muted">${say.plan.picture}. ${say.gap.inTable}</figcaption></figure>` : nothing}
    ${marks.length > 0 ? table : nothing}</section>`;
}

/** Rows that stand elsewhere than at the first self-check. */
function since(work: Work, page: Page, show: Show): TemplateResult | typeof nothing {
  const { say } = page;
  const { first } = work.own;
  if (Object.keys(first).length === 0) return nothing;
  const moved = askedRows(work).flatMap((row) => {
    const [before, now] = [Object.hasOwn(first, row.name) ? (first[row.name] ?? null) : null, ratedAs(work, row)];
    return before === null || now === null || before === now ? [] : [{ row, before, now }];
  });
  return html`<section class="card" aria-labelledby="since"><h2 id="since">${say.plan.since}</h2>
    ${moved.length === 0 ? html`<p class="muted">${say.plan.sinceNone}</p>` : html`<ul class="moved">${moved.map(({ row, before, now }) => change(page, row, before, now, show))}</ul>`}</section>`;
}

function change(page: Page, row: OutlineRow, before: string, now: string, show: Show): TemplateResult {
  const { say } = page;
  const [was, is] = [shareAs(row, before, page), shareAs(row, now, page)];
  const way = was === null || is === null ? null : is > was ? "up" : "down";
  return html`<li><button type="button" class="link" @click=${() => show(row.name)}><bdi>${row.label}</bdi></button>
    ${way === null ? nothing : html`<span class="badge" data-state=${way === "up" ? "earned" : "possible"}>${icon(way === "up" ? "higher" : "lower")}${say.plan[way]}</span>`}
    <span class="muted">${say.plan.from(ratingText(row, before, page), ratingText(row, now, page))}</span></li>`;
}

/** Rows by whose goal they serve, where the rubric says it. */
function byTag(work: Work, page: Page, show: Show): TemplateResult | typeof nothing {
  const { say } = page;
  const tags = allTags(work.outline);
  if (tags.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="by-tag"><h2 id="by-tag">${say.plan.tags}</h2>
    ${tags.map((tag) => {
      const rows = askedRows(work).filter((row) => tagsOf(work.outline, row).includes(tag));
      const shares = rows.map((row) => shareNow(work, row)).filter((share) => share !== null);
      const share = shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / Math.max(1, rows.length);
      return html`<div class="tag-state"><h3><bdi>${tagText(tag)}</bdi></h3><p class="muted">${say.plan.tagState(shares.length, rows.length)}</p>${bar(10, share, null)}
        <ul class="links">${rows.map((row) => html`<li><button type="button" class="link" @click=${() => show(row.name)}><bdi>${row.label}</bdi></button></li>`)}</ul></div>`;
    })}</section>`;
}
