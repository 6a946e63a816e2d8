import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Held } from "../../held.js";
import type { OutlineInput, ReplyInput } from "../../types.js";
import { heading } from "./bits.js";
import { fieldText, type Desk } from "./desk.js";

/** More choices than these are a list that opens. */
const MOST_RADIOS = 5;

/** The questions of the rubric about the person or the submission. */
export function drawAsks(desk: Desk): TemplateResult | typeof nothing {
  const { outline, words, level } = desk;
  if (outline.asks.length === 0) return nothing;
  return html`<section class="asks" part="asks" aria-labelledby="asks">
    ${heading(level + 1, words.term("asks"), { id: "asks", class: "section-title" })}
    ${outline.asks.map((ask, index) => drawAsk(desk, ask, `a${index}`))}
  </section>`;
}

/** Whether a question waits for a reply: nothing counts without one. */
export function isOpen({ name, defaults }: OutlineInput, { answers }: Held): boolean {
  return answers[name] === undefined && defaults.length === 0;
}

function drawAsk(desk: Desk, ask: OutlineInput, id: string): TemplateResult {
  const { given, words } = desk;
  const reply = given.answers[ask.name] ?? null;
  const ui = desk.ui(`ask ${ask.name}`);
  const answer = (value: ReplyInput) => {
    const error = desk.attempt((assessment) => assessment.answer(ask.name, value)) ?? "";
    desk.at(`ask ${ask.name}`, { error, typing: error !== "" });
  };
  const fallback = defaultText(desk, ask);
  const hint = reply === null && fallback !== null ? words.term("byDefault", fallback) : "";
  const about = html`<div id=${`${id}-about`} class="row-about">${ask.about === null ? nothing : html`<p class="about">${ask.about}</p>`}<p class="muted">${hint}</p></div>`;
  const choices = ask.kind === "yes/no" ? [{ name: "yes", label: words.term("yes"), value: true }, { name: "no", label: words.term("no"), value: false }] : ask.choices.map((choice) => ({ ...choice, value: choice.name }));
  const radios = ask.kind === "yes/no" || (ask.kind === "choice" && choices.length <= MOST_RADIOS);
  const error = html`<p class="error field-error" id=${`${id}-error`}>${ui.error}</p>`;
  if (!radios) {
    return html`<div class="ask" part="ask" id=${id} data-ask=${ask.name}>
      <label class="ask-title" for=${`${id}-field`}>${ask.label}</label>${about} ${field(desk, ask, reply, id, answer, choices)} ${error}
    </div>`;
  }
  const clear = () => {
    answer(null);
    desk.go("ask", ask.name);
  };
  return html`<div class="ask" part="ask" id=${id} data-ask=${ask.name}>
    <fieldset role="radiogroup" aria-labelledby=${`${id}-title`} aria-describedby=${`${id}-about`} ?disabled=${desk.locked}
      @keydown=${(event: KeyboardEvent) => (event.key === "Delete" || event.key === "Backspace") && reply !== null && (event.preventDefault(), clear())}>
      <legend class="ask-title" id=${`${id}-title`}>${ask.label}</legend>
      ${about}
      <div class="levels levels-${choices.length}">${choices.map(
        ({ label, value }, place) => html`<label class="level" part=${value === reply ? "level level-selected" : "level"} for=${`${id}-${place}`}><span class="level-head">
          <input type="radio" name=${id} id=${`${id}-${place}`} autocomplete="off" .checked=${live(value === reply)} @change=${() => answer(value)} /><span class="level-name">${label}</span></span></label>`,
      )}</div>
    </fieldset>
    ${reply === null || desk.locked ? nothing : html`<button type="button" class="clear quiet" part="button clear" tabindex="-1" aria-label=${`${words.term("clear")}: ${ask.label}`} title=${`${words.term("clear")} (Delete)`} @click=${clear}>${words.term("clear")}</button>`}
  </div>`;
}

function field(desk: Desk, ask: OutlineInput, reply: string | boolean | null, id: string, answer: (value: ReplyInput) => void, choices: readonly { readonly name: string; readonly label: string }[]): TemplateResult {
  const { words, voice, locked } = desk;
  const value = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
  const described = `${id}-about ${id}-range ${id}-error`;
  if (ask.kind === "choice" || ask.values.length > 0) {
    const all = ask.kind === "choice" ? choices : ask.values.map((one) => ({ name: one, label: voice.shown(one, ask.percent) }));
    return html`<select id=${`${id}-field`} ?disabled=${locked} aria-describedby=${described} .value=${live(String(reply ?? ""))} @change=${(event: Event) => answer(value(event) || null)}>
      <option value="" ?selected=${reply === null}>${words.term("choose")}</option>
      ${all.map(({ name, label }) => html`<option value=${name} ?selected=${name === reply}>${label}</option>`)}
    </select>`;
  }
  if (ask.kind === "date") {
    return html`<input type="date" id=${`${id}-field`} ?disabled=${locked} aria-describedby=${described} .value=${live(String(reply ?? ""))} @change=${(event: Event) => answer(value(event) || null)} />`;
  }
  const shown = (exact: string | null) => (exact === null ? null : ask.percent ? fieldText(times(exact)) : fieldText(exact));
  const range = ask.from === null ? "" : words.term("range", voice.shown(ask.from, ask.percent), ask.to === null ? null : voice.shown(ask.to, ask.percent), ask.step === null ? null : voice.shown(ask.step, ask.percent));
  const commit = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    if (input.value === "" && input.validity.badInput) return desk.at(`ask ${ask.name}`, { error: words.term("notANumber") });
    answer(input.value === "" ? null : ask.percent ? `${input.value}%` : input.value);
  };
  return html`<div class="number">
    <input type="number" id=${`${id}-field`} inputmode="decimal" autocomplete="off" ?disabled=${locked} aria-describedby=${described}
      min=${shown(ask.from) ?? nothing} max=${shown(ask.to) ?? nothing} step=${shown(ask.step) ?? "any"} .value=${live(typeof reply === "string" ? (shown(reply) ?? "") : "")} @change=${commit} />
    ${ask.percent ? html`<span aria-hidden="true">%</span>` : nothing}
    <span class="range muted" id=${`${id}-range`}>${range}</span>
  </div>`;
}

/** A hundred times an exact number. */
function times(exact: string): string {
  const [top = "0", bottom = "1"] = exact.split("/");
  const [n, d] = [BigInt(top) * 100n, BigInt(bottom)];
  return n % d === 0n ? `${n / d}` : `${n}/${d}`;
}

/** What counts without a reply. */
function defaultText({ words, voice }: Desk, ask: OutlineInput): string | null {
  const value = ask.defaults.at(-1)?.value ?? null;
  if (value === null) return null;
  if (ask.kind === "choice") return ask.choices.find(({ name }) => name === value)?.label ?? null;
  if (ask.kind === "yes/no") return words.term(value === "yes" || value === "true" ? "yes" : "no");
  return ask.kind === "date" ? voice.day(value) : voice.shown(value, ask.percent);
}

/** Codes that are given on the whole, in place of ratings. */
export function drawCodes(desk: Desk): TemplateResult | typeof nothing {
  const { outline, words, given, locked, level } = desk;
  const codes = outline.codes.filter(({ thisRow }) => !thisRow);
  if (codes.length === 0) return nothing;
  return html`<section class="codes" part="codes" aria-labelledby="codes">
    ${heading(level + 1, words.term("codes"), { id: "codes", class: "section-title" })}
    <p class="muted">${words.term("codesHint")}</p>
    ${codes.map(({ name, label }) => {
      const set = given.codes.some(({ code, row }) => code === name && row === undefined);
      const turn = () => desk.attempt((assessment) => (set ? assessment.clearCode(name) : assessment.code(name)));
      return html`<label class="code"><input type="checkbox" ?disabled=${locked} .checked=${live(set)} @change=${turn} /><span>${label}</span></label>`;
    })}
  </section>`;
}
