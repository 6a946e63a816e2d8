import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { RubricError, type OutlineRow, type RatingInput } from "rubricate";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import type { Work } from "../../work/work.js";
import { Asks } from "./asks.js";
import { askedRows, choicesOf, decimal, numberText, ratedAs, type Choice } from "./rows.js";

/** The place before the rows: what the rubric asks about the person. */
const ASKS = "";

/** The self-check: one row at a time, by keyboard or by thumb. */
export class GapCheck {
  readonly #work: Work;
  readonly #page: Page;
  readonly #done: () => void;
  readonly #asks: Asks;
  /** The name of the row that is asked now. */
  #at: string;
  #refused: string | null = null;

  constructor(work: Work, page: Page, done: () => void) {
    this.#work = work;
    this.#page = page;
    this.#done = done;
    this.#asks = new Asks(work, page);
    this.#at = this.#places()[0] ?? ASKS;
  }

  /** Begins at the first row that is not rated, or at the start. */
  begin(again: boolean): void {
    const unrated = askedRows(this.#work).find((row) => ratedAs(this.#work, row) === null);
    this.#go(again ? (this.#places()[0] ?? ASKS) : (unrated?.name ?? this.#places()[0] ?? ASKS));
  }

  at(row: string): void {
    if (this.#places().includes(row)) this.#go(row);
  }

  #places(): string[] {
    return [...(this.#work.outline.asks.length > 0 ? [ASKS] : []), ...askedRows(this.#work).map(({ name }) => name)];
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const places = this.#places();
    // A row that is asked no more gives its place to the next.
    const at = Math.max(0, places.indexOf(this.#at));
    const row = this.#work.outline.rows.find(({ name }) => name === places[at]);
    const last = at === places.length - 1;
    const rated = row ? ratedAs(this.#work, row) !== null : true;
    const next = (event: Event) => {
      event.preventDefault();
      if (last) this.#done();
      else this.#go(places[at + 1] ?? ASKS);
    };
    return html`<form class="card self-check" novalidate @submit=${next}>
      <div class="pace"><progress aria-hidden="true" max=${places.length} value=${at + 1}></progress><p class="muted">${say.gap.place(at + 1, places.length)}</p></div>
      ${keyed(places[at], row ? this.#question(row) : this.#aboutYou())}
      <div class="buttons turns">
        <button type="button" class="quiet" ?disabled=${at === 0} @click=${() => this.#go(places[at - 1] ?? ASKS)}>${icon("prev")}${say.gap.back}</button>
        <button type="submit" class=${rated ? "primary" : ""}>${last ? say.gap.done : rated ? say.gap.next : say.gap.skip}${icon("next")}</button>
      </div>
    </form>
    <p class="beside"><span class="keys muted">${say.gap.keys}</span>
      ${last ? nothing : html`<button type="button" class="quiet" @click=${() => this.#done()}>${say.gap.stop}</button>`}</p>`;
  }

  #aboutYou(): TemplateResult {
    const { say } = this.#page;
    return html`<div class="asked"><h2>${say.gap.about}</h2><p class="muted">${say.gap.aboutLead}</p>${this.#asks.render(this.#locked)}</div>`;
  }

  get #locked(): boolean {
    return this.#work.readOnly || this.#work.outcome.closed;
  }

  #question(row: OutlineRow): TemplateResult {
    const { say } = this.#page;
    const choices = choicesOf(row, this.#page);
    const part = row.part === null ? undefined : this.#work.outline.parts[row.part];
    return html`<fieldset class="asked" ?disabled=${this.#locked} @keydown=${(event: KeyboardEvent) => this.#key(event, row, choices)}>
      <legend>${part ? html`<small class="muted"><bdi>${part.label}</bdi></small>` : nothing}<span class="name"><bdi>${row.label}</bdi></span></legend>
      ${row.about ? html`<p class="muted"><bdi>${row.about}</bdi></p>` : nothing}
      ${choices.length > 0 ? html`<div class="levels stacked">${choices.map((choice, index) => this.#level(row, choice, index))}</div>` : this.#number(row)}
      ${this.#refused === null ? nothing : html`<p class="refused" role="alert">${say.gap.refused(this.#refused)}</p>`}
      ${this.#work.outcome.closed ? html`<p class="muted">${say.rows.closed}</p>` : nothing}
    </fieldset>`;
  }

  #level(row: OutlineRow, choice: Choice, index: number): TemplateResult {
    const id = `check-${row.name}-${index}`;
    return html`<label class="level" for=${id}>
      <input type="radio" id=${id} name="check-${row.name}" aria-labelledby="${id}-name" aria-describedby=${choice.text ? `${id}-text` : nothing}
        .checked=${live(ratedAs(this.#work, row) === choice.name)} @change=${() => this.#rate(row, choice.value)} />
      <span><strong id="${id}-name"><bdi>${choice.label}</bdi></strong>${choice.text ? html`<small id="${id}-text"><bdi>${choice.text}</bdi></small>` : nothing}</span></label>`;
  }

  #number(row: OutlineRow): TemplateResult {
    const { say, locale } = this.#page;
    const plain = (exact: string | null) => (exact === null ? null : decimal(exact));
    const rated = ratedAs(this.#work, row);
    const given = (event: Event) => {
      const { value } = event.currentTarget as HTMLInputElement;
      this.#rate(row, value === "" ? null : value);
    };
    return html`<p class="number"><input type="number" inputmode="decimal" aria-label=${row.label} min=${plain(row.from) ?? nothing} max=${plain(row.to) ?? nothing} step=${plain(row.step) ?? "any"}
      .value=${live(rated === null ? "" : String(decimal(rated) ?? ""))} @change=${given} />
      ${row.from !== null && row.to !== null ? html`<small class="muted">${say.gap.number(numberText(row.from, locale), numberText(row.to, locale))}</small>` : nothing}</p>`;
  }

  /** A digit chooses while the focus is on the levels; Delete takes the choice back. */
  #key(event: KeyboardEvent, row: OutlineRow, choices: readonly Choice[]): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#locked || !(event.target instanceof HTMLInputElement) || event.target.type !== "radio") return;
    if (event.key === "Delete" || event.key === "Backspace") {
      if (ratedAs(this.#work, row) !== null) this.#rate(row, null);
      event.preventDefault();
      return;
    }
    const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (!choice) return;
    event.preventDefault();
    this.#rate(row, choice.value);
    document.getElementById(`check-${row.name}-${Number(event.key) - 1}`)?.focus();
  }

  #rate(row: OutlineRow, value: RatingInput): void {
    try {
      this.#refused = null;
      this.#work.edit(this.#page.say.work.rated(row.label), (assessment) => assessment.rate(row.name, value));
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      this.#refused = error.message;
      this.#page.update();
    }
  }

  #go(to: string): void {
    this.#at = to;
    this.#refused = null;
    this.#page.update();
    queueMicrotask(() => {
      const form = document.querySelector(".self-check");
      // The chosen level, or the first: the screen reader says the row's name before it.
      const field = form?.querySelector<HTMLElement>(".asked :is(input:checked, select)") ?? form?.querySelector<HTMLElement>(".asked input");
      field?.focus({ preventScroll: true });
      form?.scrollIntoView({ block: "nearest" });
    });
  }
}
