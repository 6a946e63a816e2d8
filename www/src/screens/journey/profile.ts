import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OutlineRow } from "rubricate";
import type { Page } from "../../page.js";
import { bar, columns, RADAR, radar, type Axis } from "../../parts/chart.js";
import { icon } from "../../parts/icon.js";
import { addressOf } from "../../router.js";
import type { Work } from "../../work/work.js";
import { makeGoal } from "./goals.js";
import { allTags, askedRows, between, choicesOf, gaps, grouped, ratedAs, ratingText, shareAs, shareNow, standsAs, type By, type Group } from "./rows.js";

/** The profile: every row with how far it is, gaps first. */
export class Profile {
  readonly #work: Work;
  readonly #page: Page;
  readonly #begin: (again: boolean) => void;
  #by: By = "gap";

  constructor(work: Work, page: Page, begin: (again: boolean) => void) {
    this.#work = work;
    this.#page = page;
    this.#begin = begin;
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const rows = askedRows(this.#work);
    const unrated = rows.filter((row) => this.#work.outcome.rows[row.name]?.state === "unanswered").length;
    const growing = gaps(this.#work);
    const top = rows.filter((row) => shareNow(this.#work, row) === 1).length;
    return html`<section class="profile" aria-labelledby="profile">
      <div class="profile-head">
        <div><h2 id="profile" tabindex="-1">${say.gap.profile}</h2>
          <p class="lead">${growing.length + top > 0 ? say.gap.profileLead(growing.length, top) : nothing} ${unrated > 0 ? say.gap.unrated(unrated) : nothing}</p>
          <p class="buttons">${unrated > 0 ? html`<button type="button" class=${growing.length === 0 ? "primary" : ""} @click=${() => this.#begin(false)}>${say.gap.goOn}${icon("next")}</button>` : nothing}
            <button type="button" class="quiet" @click=${() => this.#begin(true)}>${say.gap.again}</button></p></div>
        ${this.#figure(rows)}
      </div>
      ${this.#choice()}
      ${grouped(this.#work.outline, this.#ordered(rows, growing), this.#by, this.#page).map((group) => this.#table(group))}
    </section>`;
  }

  /** Gaps first, then what is not rated, then what is at the top. */
  #ordered(rows: readonly OutlineRow[], growing: readonly OutlineRow[]): readonly OutlineRow[] {
    const rest = rows.filter((row) => !growing.includes(row));
    return [...growing, ...rest.filter((row) => shareNow(this.#work, row) === null), ...rest.filter((row) => shareNow(this.#work, row) !== null)];
  }

  #choice(): TemplateResult | typeof nothing {
    const { say } = this.#page;
    const { outline } = this.#work;
    const ways: readonly (readonly [By, string])[] = [
      ["gap", say.rows.byGap],
      ...(outline.parts.length > 1 ? [["part", say.rows.byPart] as const] : []),
      ...(allTags(outline).length > 0 ? [["tag", say.rows.byTag] as const] : []),
    ];
    if (ways.length === 1) return nothing;
    const set = (by: By) => {
      this.#by = by;
      this.#page.update();
    };
    return html`<fieldset class="segments"><legend class="unseen">${say.rows.by}</legend>${ways.map(([by, label]) => html`<label><input type="radio" name="profile-by" .checked=${live(this.#by === by)} @change=${() => set(by)} /><span>${label}</span></label>`)}</fieldset>`;
  }

  #figure(rows: readonly OutlineRow[]): TemplateResult | typeof nothing {
    const { say } = this.#page;
    const work = this.#work;
    if (rows.every((row) => shareNow(work, row) === null)) return nothing;
    const before = rows.some((row) => this.#before(row) !== null && this.#before(row) !== shareNow(work, row));
    const corners = rows.length >= RADAR.least && rows.length <= RADAR.most;
    const axis = (row: OutlineRow): Axis => ({ label: row.label, now: shareNow(work, row), before: before ? this.#before(row) : null });
    const told = { id: "profile-picture", title: say.gap.picture(work.outline.title), description: say.gap.pictureTold(rows.map((row) => say.gap.pictureOf(row.label, standsAs(work, row, this.#page)))) };
    const parts = grouped(work.outline, rows, "part", this.#page);
    return html`<figure>
      ${corners ? html`<div class="roomy">${radar(rows.map(axis), told)}</div>` : nothing}
      <div class=${corners ? "narrow-only" : ""}>${columns(parts.map((part) => part.rows.map(axis)), { ...told, id: "profile-columns" })}</div>
      <figcaption class="muted">${before ? say.gap.first : nothing} ${say.gap.inTable}</figcaption>
    </figure>`;
  }

  /** How far up the row was at the first self-check. */
  #before(row: OutlineRow): number | null {
    const first = Object.hasOwn(this.#work.own.first, row.name) ? this.#work.own.first[row.name] : undefined;
    return first === undefined ? null : shareAs(row, first, this.#page);
  }

  #table(group: Group): TemplateResult {
    const { say } = this.#page;
    const needed = between(this.#work);
    // Where everything stands between, saying so of each says nothing.
    const some = needed && group.rows.some(({ name }) => !needed.rows.has(name)) ? needed : null;
    const id = `profile-${this.#by}-${group.name}`;
    return html`<div class="card rows-card">
      ${group.label === null ? nothing : html`<h3 id=${id}><bdi>${group.label}</bdi></h3>`}
      <table class="rows-table" role="table" aria-labelledby=${group.label === null ? "profile" : id}>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${say.gap.criterion}</th><th role="columnheader" scope="col">${say.gap.now}</th><th role="columnheader" scope="col">${say.gap.goal}</th></tr></thead>
        <tbody role="rowgroup">${group.rows.map((row) => this.#row(row, some?.rows.has(row.name) && shareNow(this.#work, row) !== 1 ? some.rung : null))}</tbody>
      </table></div>`;
  }

  #row(row: OutlineRow, rung: string | null): TemplateResult {
    const { say } = this.#page;
    const work = this.#work;
    const first = Object.hasOwn(work.own.first, row.name) ? (work.own.first[row.name] ?? null) : null;
    const now = ratedAs(work, row);
    const share = shareNow(work, row);
    return html`<tr role="row">
      <th role="rowheader" scope="row"><bdi>${row.label}</bdi>${rung === null ? nothing : html`<small class="needed">${icon("gap")}${say.gap.holdsUp(rung)}</small>`}</th>
      <td role="cell" class="stand">${bar(row.kind === "check" ? 1 : choicesOf(row, this.#page).length || 5, share, this.#before(row))}
        <span><bdi>${standsAs(work, row, this.#page)}</bdi>${first !== null && first !== now ? html`<small class="muted">${say.gap.atFirst}: <bdi>${ratingText(row, first, this.#page)}</bdi></small>` : nothing}</span></td>
      <td role="cell" class="aim">${this.#goal(row, share)}</td>
    </tr>`;
  }

  #goal(row: OutlineRow, share: number | null): TemplateResult {
    const { say } = this.#page;
    const work = this.#work;
    const goal = Object.hasOwn(work.own.goals, row.name) ? work.own.goals[row.name] : undefined;
    if (goal) return html`<a class="button quiet" href=${addressOf({ at: "work", id: work.id, step: "work", row: null })} aria-label=${say.gap.isGoalOf(row.label)}>${icon("check")}<bdi>${say.gap.isGoal(ratingText(row, goal.level || null, this.#page))}</bdi></a>`;
    if (share === 1) return html`<span class="top-mark muted">${icon("earned")}${say.gap.top}</span>`;
    return html`<button type="button" ?disabled=${work.readOnly} aria-label=${say.gap.makeOf(row.label)} @click=${() => makeGoal(work, this.#page, row)}>${say.gap.make}</button>`;
  }
}
