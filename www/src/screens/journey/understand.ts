import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import type { OutlineRow } from "rubricate";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import type { Work } from "../../work/work.js";
import { aboutRubric, evidenceOf, partHead, rowCard, rowGrid, scalesOf, type Reading } from "./reading.js";
import { allTags, grouped, tagsOf, tagText } from "./rows.js";
import type { JourneyStep, StepMaker } from "./step.js";

/** Levels side by side want so much room, in pixels, and are no more than so many. */
const ROOM = 760;
const MOST_ABREAST = 5;

/** Understand: the rubric as a page to read and to print. */
class Understand implements JourneyStep {
  readonly #work: Work;
  readonly #page: Page;
  #cards = false;
  #part = "";
  #tag = "";
  #learner: boolean;
  #wide = true;
  readonly #watch = new ResizeObserver(([entry]) => {
    const wide = (entry?.contentRect.width ?? 0) >= ROOM;
    if (wide === this.#wide) return;
    this.#wide = wide;
    this.#page.update();
  });

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
    this.#learner = this.#spoken;
  }

  /** Whether some level is worded for the one who learns. */
  get #spoken(): boolean {
    return this.#work.outline.rows.some(({ levels }) => levels.some(({ learner }) => learner !== null));
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const { outline } = this.#work;
    const rows = outline.rows.filter((row) => this.#shown(row));
    const reading: Reading = { work: this.#work, page: this.#page, learner: this.#learner };
    return html`<div class="understand" ${ref((element) => (element ? this.#watch.observe(element) : this.#watch.disconnect()))}>
      <p class="lead">${outline.about ? html`<bdi>${outline.about}</bdi>` : say.understand.lead}</p>
      ${this.#tools()}
      ${rows.length === 0 ? html`<p class="nothing">${say.understand.noMatch} <button type="button" @click=${() => this.#set(() => ([this.#part, this.#tag] = ["", ""]))}>${say.understand.showAll}</button></p>` : nothing}
      ${grouped(outline, rows, "part", this.#page).map((group) => html`<section class="part" aria-label=${group.label ?? outline.title}>
        ${partHead(reading, group)} ${this.#rows(reading, group.rows)}</section>`)}
      ${scalesOf(reading)} ${evidenceOf(reading, rows)} ${aboutRubric(reading)}
    </div>`;
  }

  reveal(name: string): void {
    if (!document.getElementById(`row-${name}`)) this.#set(() => ([this.#part, this.#tag] = ["", ""]));
    queueMicrotask(() => document.getElementById(`row-${name}`)?.focus());
  }

  close(): void {
    this.#watch.disconnect();
  }

  #set(change: () => void): void {
    change();
    this.#page.update();
  }

  #shown(row: OutlineRow): boolean {
    const { outline } = this.#work;
    const part = row.part === null ? "" : outline.parts[row.part]?.name;
    return (this.#part === "" || part === this.#part) && (this.#tag === "" || tagsOf(outline, row).includes(this.#tag));
  }

  /** Rows that share their levels stand in one table; the others are cards. */
  #rows(reading: Reading, rows: readonly OutlineRow[]): TemplateResult[] {
    const runs: OutlineRow[][] = [];
    for (const row of rows) {
      const run = runs.at(-1);
      if (run?.[0] && shape(run[0]) === shape(row)) run.push(row);
      else runs.push([row]);
    }
    return runs.map((run) => {
      const [first] = run;
      const abreast = !this.#cards && this.#wide && first?.kind === "criterion" && first.levels.length > 0 && first.levels.length <= MOST_ABREAST;
      return abreast && first ? rowGrid(reading, run, first.levels) : html`<div class="row-cards">${run.map((row) => rowCard(reading, row))}</div>`;
    });
  }

  /** Whether the choice of a view would change anything. */
  get #choosable(): boolean {
    return this.#wide && this.#work.outline.rows.some(({ kind, levels }) => kind === "criterion" && levels.length <= MOST_ABREAST);
  }

  #tools(): TemplateResult {
    const { say } = this.#page;
    const { outline } = this.#work;
    const tags = allTags(outline);
    const parts = outline.parts.filter(({ name }) => outline.rows.some(({ part }) => part !== null && outline.parts[part]?.name === name));
    return html`<div class="tools" role="group" aria-label=${say.understand.view}>
      ${this.#choosable ? this.#pair("view", say.understand.view, [[false, say.understand.grid], [true, say.understand.cards]], this.#cards, (cards) => (this.#cards = cards)) : nothing}
      ${this.#spoken ? this.#pair("wording", say.understand.wording, [[true, say.understand.learner], [false, say.understand.reviewer]], this.#learner, (learner) => (this.#learner = learner)) : nothing}
      ${parts.length > 1 ? this.#select("part", say.understand.part, say.understand.allParts, parts.map(({ name, label }) => [name, label] as const), this.#part, (part) => (this.#part = part)) : nothing}
      ${tags.length > 0 ? this.#select("tag", say.understand.tag, say.understand.allTags, tags.map((tag) => [tag, tagText(tag)] as const), this.#tag, (tag) => (this.#tag = tag)) : nothing}
      <button type="button" class="quiet" @click=${() => print()}>${icon("print")}${say.understand.print}</button>
    </div>`;
  }

  #pair(name: string, legend: string, choices: readonly (readonly [boolean, string])[], now: boolean, set: (value: boolean) => void): TemplateResult {
    return html`<fieldset class="segments"><legend class="unseen">${legend}</legend>${choices.map(([value, label]) => html`<label><input type="radio" name="understand-${name}" .checked=${live(value === now)} @change=${() => this.#set(() => set(value))} /><span>${label}</span></label>`)}</fieldset>`;
  }

  #select(name: string, label: string, all: string, choices: readonly (readonly [string, string])[], now: string, set: (value: string) => void): TemplateResult {
    return html`<label class="pick" for="understand-${name}"><span class="muted">${label}</span><select id="understand-${name}" @change=${(event: Event) => this.#set(() => set((event.target as HTMLSelectElement).value))}>
      <option value="" ?selected=${now === ""}>${all}</option>${choices.map(([value, text]) => html`<option value=${value} ?selected=${now === value}>${text}</option>`)}</select></label>`;
  }
}

/** The levels of a row: rows with the same ones fit under one head. */
function shape({ kind, levels }: OutlineRow): string {
  return kind === "criterion" ? JSON.stringify(levels.map(({ name, label }) => [name, label])) : kind;
}

export const understand: StepMaker = (work, page) => new Understand(work, page);
