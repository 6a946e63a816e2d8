import { html, noChange, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OutlineRow } from "../../types.js";
import { valuesField } from "./choices.js";
import type { Desk } from "./desk.js";
import { fieldText } from "./desk.js";
import { clear } from "./row.js";

/** Long enough that "1" on the way to "10" is not scored. */
const PAUSE = 500;
/** So many values are a group of radios; more are a range. */
const MOST_VALUES = 8;

/** A number: what it takes is told before, and what is wrong with it beside it. */
export function numberField(desk: Desk, row: OutlineRow, id: string, title: TemplateResult, about: TemplateResult): TemplateResult {
  if (row.values.length > 0 && row.values.length <= MOST_VALUES) return valuesField(desk, row, id, title, about);
  const { words, voice, locked } = desk;
  const ui = desk.ui(row.name);
  const rating = desk.given.rows[row.name];
  const rated = typeof rating === "string";
  const shown = rated ? (fieldText(rating) ?? String(numberOf(rating))) : "";
  const key = `number ${row.name}`;

  const commit = (input: HTMLInputElement, done: boolean) => {
    const typed = input.value;
    if (typed === "" && input.validity.badInput) return done ? desk.at(row.name, { error: words.term("notANumber"), typing: true }) : undefined;
    const same = typed === (rated ? fieldText(rating) : "");
    const refused = same ? null : desk.attempt((assessment) => (typed === "" ? assessment.clear(row.name) : assessment.rate(row.name, typed)));
    const error = refused === null ? "" : rated ? `${refused} ${words.term("stillCounted", voice.shown(rating, false))}` : refused;
    desk.at(row.name, { error, typing: !done || error !== "" });
  };
  const typing = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    desk.ui(row.name).typing = true;
    desk.later(key, PAUSE, () => commit(input, false));
  };
  const change = (event: Event) => {
    desk.later(key, 0, () => undefined);
    commit(event.currentTarget as HTMLInputElement, true);
  };
  const step = row.step === null ? null : fieldText(row.step);
  const range = row.from === null ? "" : words.term("range", voice.shown(row.from, false), row.to === null ? null : voice.shown(row.to, false), row.step === null ? null : voice.shown(row.step, false));
  return html`<label class="number-label" for=${`${id}-field`}>${title}</label>
    ${about}
    <div class="number">
      <input type="number" id=${`${id}-field`} part="number" inputmode="decimal" autocomplete="off" ?disabled=${locked}
        min=${(row.from === null ? null : fieldText(row.from)) ?? nothing} max=${(row.to === null ? null : fieldText(row.to)) ?? nothing} step=${step ?? "any"}
        aria-labelledby=${`${id}-title`} aria-describedby=${`${id}-about ${id}-range ${id}-error`} aria-invalid=${ui.error === "" ? nothing : "true"}
        .value=${ui.typing ? noChange : live(shown)} @input=${typing} @change=${change} />
      <span class="range muted" id=${`${id}-range`}>${range}</span>
    </div>
    <p class="error field-error" id=${`${id}-error`}>${ui.error}</p>
    ${!rated || locked ? nothing : html`<button type="button" class="clear quiet" part="button clear" aria-label=${`${words.term("clear")}: ${row.label}`} @click=${() => clear(desk, row)}>${words.term("clear")}</button>`}`;
}

function numberOf(exact: string): number {
  const [top, bottom = "1"] = exact.split("/");
  return Number(top) / Number(bottom);
}
