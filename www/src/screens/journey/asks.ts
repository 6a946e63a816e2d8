// What a rubric asks about the person: answered in the self-check, before the rows.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { RubricError, type OutlineInput, type ReplyInput } from "rubricate";
import type { Page } from "../../page.js";
import type { Work } from "../../work/work.js";
import { decimal, numberText } from "./rows.js";

/** More choices than these are a list that opens. */
const MOST_RADIOS = 5;

/** Fields for the questions, that remember what was not taken. */
export class Asks {
  readonly #work: Work;
  readonly #page: Page;
  readonly #refused = new Map<string, string>();

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
  }

  render(locked: boolean): TemplateResult[] {
    return this.#work.outline.asks.map((ask) => html`<div class="ask">${this.#field(ask, locked)}
      ${this.#refused.has(ask.name) ? html`<p class="refused" role="alert">${this.#page.say.gap.refused(this.#refused.get(ask.name) ?? "")}</p>` : nothing}</div>`);
  }

  #answer(ask: OutlineInput, value: ReplyInput): void {
    try {
      this.#refused.delete(ask.name);
      this.#work.edit(ask.label, (assessment) => assessment.answer(ask.name, value));
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      this.#refused.set(ask.name, error.message);
      this.#page.update();
    }
  }

  #field(ask: OutlineInput, locked: boolean): TemplateResult {
    const { say } = this.#page;
    const reply = this.#work.assessment.given.answers[ask.name] ?? null;
    const id = `ask-${ask.name}`;
    const about = html`${ask.about ? html`<small class="muted"><bdi>${ask.about}</bdi></small>` : nothing}${this.#fallback(ask, reply)}`;
    const choices = ask.kind === "yes/no" ? [{ value: true, label: say.gap.yes }, { value: false, label: say.gap.no }] : ask.choices.map(({ name, label }) => ({ value: name, label }));
    if (ask.kind === "yes/no" || (ask.kind === "choice" && choices.length <= MOST_RADIOS)) {
      return html`<fieldset class="question" ?disabled=${locked}><legend><bdi>${ask.label}</bdi></legend>${about}
        <div class="levels">${choices.map(({ value, label }) => html`<label class="level"><input type="radio" name=${id} .checked=${live(reply === value)} @change=${() => this.#answer(ask, value)} /><span><bdi>${label}</bdi></span></label>`)}</div></fieldset>`;
    }
    return html`<p class="question"><label for=${id}><bdi>${ask.label}</bdi></label>${about}${this.#single(ask, reply, id, locked)}</p>`;
  }

  #single(ask: OutlineInput, reply: string | boolean | null, id: string, locked: boolean): TemplateResult {
    const { say, locale } = this.#page;
    const value = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
    if (ask.kind === "choice" || ask.values.length > 0) {
      const all = ask.kind === "choice" ? ask.choices : ask.values.map((one) => ({ name: one, label: numberText(one, locale) }));
      return html`<select id=${id} ?disabled=${locked} @change=${(event: Event) => this.#answer(ask, value(event) || null)}>
        <option value="" ?selected=${reply === null}>${say.gap.choose}</option>${all.map(({ name, label }) => html`<option value=${name} ?selected=${name === reply}>${label}</option>`)}</select>`;
    }
    if (ask.kind === "date") return html`<input type="date" id=${id} ?disabled=${locked} .value=${live(String(reply ?? ""))} @change=${(event: Event) => this.#answer(ask, value(event) || null)} />`;
    const times = ask.percent ? 100 : 1;
    const plain = (exact: string | null) => (exact === null ? null : String((decimal(exact) ?? 0) * times));
    const given = (event: Event) => {
      const text = value(event);
      this.#answer(ask, text === "" ? null : ask.percent ? `${text}%` : text);
    };
    const [from, to] = [plain(ask.from), plain(ask.to)];
    return html`<span class="number"><input type="number" id=${id} inputmode="decimal" ?disabled=${locked} min=${from ?? nothing} max=${to ?? nothing} step=${plain(ask.step) ?? "any"}
      .value=${live(typeof reply === "string" ? (plain(reply) ?? "") : "")} @change=${given} />${ask.percent ? html`<span aria-hidden="true">%</span>` : nothing}
      ${from !== null && to !== null ? html`<small class="muted">${say.gap.number(numberText(from, locale), numberText(to, locale))}</small>` : nothing}</span>`;
  }

  /** What counts without an answer. */
  #fallback(ask: OutlineInput, reply: string | boolean | null): TemplateResult | typeof nothing {
    const { say, locale } = this.#page;
    const value = ask.defaults.at(-1)?.value;
    if (reply !== null || value === undefined) return nothing;
    const shown = ask.choices.find(({ name }) => name === value)?.label ?? (ask.kind === "yes/no" ? (value === "yes" || value === "true" ? say.gap.yes : say.gap.no) : ask.kind === "number" ? numberText(value, locale) : value);
    return html`<small class="muted">${say.gap.byDefault(shown)}</small>`;
  }
}
