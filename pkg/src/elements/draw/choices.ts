import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OutlineLevel, OutlineRow, RowOutcome } from "../../types.js";
import type { Desk } from "./desk.js";
import { fieldText, pointsText } from "./desk.js";
import { clear } from "./row.js";

/** One radio of a group. */
interface Choice {
  readonly value: string | boolean;
  readonly label: string;
  readonly note: string | null;
  readonly text: string | null;
  readonly checked: boolean;
}

/** A criterion: one radio for each of its levels, and where a level is a range of marks, the mark. */
export function levelField(desk: Desk, row: OutlineRow, now: RowOutcome, id: string, title: TemplateResult, about: TemplateResult): TemplateResult {
  const given = desk.given.rows[row.name];
  const rated = typeof given === "string" || (typeof given === "object" && "points" in given);
  const level = typeof given === "string" ? given : rated ? levelOf(row, now, (given as { points: string }).points) : null;
  const choices = row.levels.map((one) => ({ value: one.name, label: one.label, note: noteOf(desk, one), text: one.descriptor ?? one.description, checked: rated && one.name === level }));
  const chosen = row.levels.find(({ name }) => name === level);
  const mark = chosen && (chosen.to !== null || chosen.marks.length > 0) ? markField(desk, row, chosen, typeof given === "object" && "points" in given ? given.points : null, id) : nothing;
  return html`${group(desk, row, choices, id, title, about)} ${mark}`;
}

/** A check: met or not met, and at first neither. */
export function checkField(desk: Desk, row: OutlineRow, id: string, title: TemplateResult, about: TemplateResult): TemplateResult {
  const { words, given } = desk;
  const rating = given.rows[row.name];
  const note = row.points === null || row.points === "1" || row.addsNothing || desk.numberless ? null : pointsText(desk, row.points);
  const choices = [
    { value: false, label: words.term("notMet"), note: null, text: null, checked: rating === false },
    { value: true, label: words.term("met"), note, text: null, checked: rating === true },
  ];
  return group(desk, row, choices, id, title, about);
}

/** A number that takes only a few values. */
export function valuesField(desk: Desk, row: OutlineRow, id: string, title: TemplateResult, about: TemplateResult): TemplateResult {
  const rating = desk.given.rows[row.name];
  const choices = row.values.map((value) => ({ value, label: desk.voice.shown(value, false), note: null, text: null, checked: rating === value }));
  return group(desk, row, choices, id, title, about);
}

/** What a level is worth. */
function noteOf(desk: Desk, level: OutlineLevel): string | null {
  if (desk.numberless || level.points === "" || level.points === null) return null;
  const ordinal = desk.outline.scales.some((scale) => scale.ordinal && scale.levels.some(({ name, label }) => name === level.name && label === level.label));
  if (ordinal) return null;
  if (level.to !== null && level.to !== level.points) return desk.words.term("pointsRange", desk.voice.shown(level.points, false), desk.voice.shown(level.to, false));
  return pointsText(desk, level.points);
}

/** Native radios, so that keys and screen readers work as they do everywhere: one stop, arrows choose. */
function group(desk: Desk, row: OutlineRow, choices: readonly Choice[], id: string, title: TemplateResult, about: TemplateResult): TemplateResult {
  const { words, locked } = desk;
  const rated = choices.some(({ checked }) => checked);
  const { error } = desk.ui(row.name);
  const rate = (value: string | boolean) => desk.at(row.name, { error: desk.attempt((assessment) => assessment.rate(row.name, value)) ?? "" });
  const keys = (event: KeyboardEvent) => {
    if ((event.key !== "Delete" && event.key !== "Backspace") || !rated || locked) return;
    event.preventDefault();
    clear(desk, row);
  };
  return html`<fieldset role="radiogroup" aria-labelledby=${`${id}-title`} aria-describedby=${error === "" ? `${id}-about` : `${id}-about ${id}-error`} ?disabled=${locked} @keydown=${keys}>
      <legend>${title}</legend>
      ${about}
      <div class="levels levels-${Math.min(choices.length, 6)}" part="levels">
        ${choices.map((choice, place) => card(row, choice, `${id}-${place}`, id, () => rate(choice.value)))}
      </div>
    </fieldset>
    ${error === "" ? nothing : html`<p class="error" id=${`${id}-error`} role="alert">${error}</p>`}
    ${!rated || locked ? nothing : html`<button type="button" class="clear quiet" part="button clear" tabindex="-1" aria-label=${`${words.term("clear")}: ${row.label}`} title=${`${words.term("clear")} (Delete)`} @click=${() => clear(desk, row)}>${words.term("clear")}</button>`}`;
}

/** The name is short and the descriptor is its description, so a screen reader says first what matters first. */
function card(row: OutlineRow, { value, label, note, text, checked }: Choice, id: string, name: string, rate: () => void): TemplateResult {
  const described = [note === null ? "" : `${id}-note`, text === null ? "" : `${id}-text`].join(" ").trim();
  return html`<label class="level" part=${checked ? "level level-selected" : "level"} for=${id}>
    <span class="level-head">
      <input type="radio" name=${name} id=${id} .value=${String(value)} .checked=${live(checked)} autocomplete="off" aria-labelledby=${`${id}-name`} aria-describedby=${described || nothing} @change=${rate} />
      <span class="level-name" id=${`${id}-name`}>${label}</span>
      ${note === null ? nothing : html`<span class="level-note" id=${`${id}-note`}>${note}</span>`}
    </span>
    ${text === null ? nothing : html`<span class="level-text" id=${`${id}-text`} part="descriptor">${text}</span>`}
  </label>`;
}

/** The level that a mark lies in; by the outcome where a code does not stand in between. */
function levelOf(row: OutlineRow, now: RowOutcome, points: string): string | null {
  const value = numberOf(points);
  const found = row.levels.find(({ points: from, to }) => value >= numberOf(from) && value <= numberOf(to ?? from));
  return now.code === null ? now.level : (found?.name ?? null);
}

function numberOf(exact: string): number {
  const [top, bottom = "1"] = exact.split("/");
  return Number(top) / Number(bottom);
}

/** The mark inside a level that is a range of marks; without one, its bounds count. */
function markField(desk: Desk, row: OutlineRow, level: OutlineLevel, points: string | null, id: string): TemplateResult {
  const { words, voice, locked } = desk;
  const label = html`<label class="mark-label" for=${`${id}-mark`}>${words.term("mark")}</label>`;
  const rate = (value: string) => desk.at(row.name, { error: desk.attempt((assessment) => assessment.rate(row.name, value === "" ? level.name : { points: value })) ?? "" });
  if (level.marks.length > 0) {
    const choose = (event: Event) => rate((event.currentTarget as HTMLSelectElement).value);
    return html`<div class="mark">${label}
      <select id=${`${id}-mark`} aria-label=${`${words.term("mark")}: ${row.label}`} ?disabled=${locked} .value=${live(points ?? "")} @change=${choose}>
        <option value="" ?selected=${points === null}>${words.term("markOpen")}</option>
        ${level.marks.map((mark) => html`<option value=${mark} ?selected=${mark === points}>${voice.shown(mark, false)}</option>`)}
      </select></div>`;
  }
  const choose = (event: Event) => rate((event.currentTarget as HTMLInputElement).value);
  return html`<div class="mark">${label}
    <input type="number" id=${`${id}-mark`} aria-label=${`${words.term("mark")}: ${row.label}`} inputmode="decimal" autocomplete="off" ?disabled=${locked} min=${fieldText(level.points) ?? nothing} max=${fieldText(level.to ?? level.points) ?? nothing}
      step=${(level.step === null ? null : fieldText(level.step)) ?? "any"} .value=${live(points === null ? "" : (fieldText(points) ?? ""))} @change=${choose} />
    <span class="muted">${words.term("range", voice.shown(level.points, false), voice.shown(level.to ?? level.points, false), level.step === null ? null : voice.shown(level.step, false))}</span></div>`;
}
