import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import type { Outline, OutlineRow, RowOutcome } from "../../types.js";
import { heading, settle, rove, webLink } from "./bits.js";
import { checkField, levelField } from "./choices.js";
import type { Desk } from "./desk.js";
import { weightText } from "./desk.js";
import { numberField } from "./number.js";
import { commentField, leaveOutForm } from "./remarks.js";

/** Words that say what kind of row it is, so that colour need not. */
function facts(desk: Desk, row: OutlineRow, state: RowOutcome["state"]): TemplateResult | typeof nothing {
  const { words, numberless, outline } = desk;
  const all = [
    row.workedOut ? words.term("workedOut") : null,
    row.notScored || state === "not scored" ? words.term("notScoredHint") : null,
    numberless ? null : weightText(desk, row.weight),
    row.bonus ? words.term("bonus") : null,
    row.addsNothing && row.weight !== "0" && !numberless ? words.term("noWeight") : null,
    ...row.tags.map((tag) => tag.replaceAll("_", " ")),
  ].filter((one) => one !== null);
  const shown = row.shownBy.map((slot) => outline.evidence.find(({ name }) => name === slot)?.label ?? slot);
  if (all.length + shown.length + row.aligns.length === 0) return nothing;
  return html`<p class="facts" part="facts">
    ${all.map((one) => html`<span class="fact">${one}</span>`)}
    ${shown.length > 0 ? html`<span class="fact">${words.term("shownBy")} ${desk.voice.and(shown)}</span>` : nothing}
    ${row.aligns.length > 0 ? html`<span class="fact">${words.term("alignedWith")}&nbsp;${row.aligns.map((link, index) => html`${index > 0 ? "; " : ""}${webLink(link)}`)}</span>` : nothing}
  </p>`;
}

/** One row: its name, what it means, its control, and what belongs to it. Drawn again only when something of it moved. */
export function drawRow(desk: Desk, index: number, level: number): unknown {
  const { outline, outcome, given, words, numberless, locked } = desk;
  const row = outline.rows[index];
  const now = row && outcome.rows[row.name];
  if (!row || !now) return nothing;
  const ui = desk.ui(row.name);
  const rating = given.rows[row.name] ?? null;
  const codes = outline.codes.length === 0 ? "" : given.codes.filter(({ row: on }) => on === row.name).map(({ code }) => code).join(" ");
  const rests = [row, now, typeof rating === "object" ? JSON.stringify(rating) : rating, given.comments[row.name], codes, ui.turn, words.lang(), numberless, locked, level];
  return guard(rests, () => whole(desk, row, now, index, level));
}

function whole(desk: Desk, row: OutlineRow, now: RowOutcome, index: number, level: number): TemplateResult {
  const { words } = desk;
  const id = `r${index}`;
  const asked = now.state !== "not asked";
  const kind = row.workedOut ? "worked-out" : now.state.replaceAll(" ", "-");
  const about = html`<div class="row-about" id=${`${id}-about`}>
    ${row.about === null ? nothing : html`<p class="about" part="about">${row.about}</p>`} ${facts(desk, row, now.state)}
  </div>`;
  const title = heading(level, row.label, { id: `${id}-title`, class: "row-title", part: "row-title" });
  return html`<div class="row is-${kind}" part="row row-${kind}" id=${id} data-row=${row.name} data-state=${now.state}>
    ${!asked ? html`${title}<p class="state">${words.term("notAskedHint")}</p>` : control(desk, row, now, id, title, about)}
    ${asked ? below(desk, row, now, id) : nothing}
  </div>`;
}

function control(desk: Desk, row: OutlineRow, now: RowOutcome, id: string, title: TemplateResult, about: TemplateResult): TemplateResult {
  if (row.workedOut) return html`${title}${about}<p class="state outcome-level" part="outcome">${workedOut(desk, row, now)}</p>`;
  if (now.state === "left out") {
    return html`${title}${about}
      <p class="state"><strong>${desk.words.term("leftOutBecause")}</strong> ${now.reason ?? ""}</p>
      ${desk.locked ? nothing : html`<button type="button" class="bring-back" part="button" aria-label=${`${desk.words.term("bringBack")}: ${row.label}`} @click=${() => clear(desk, row)}>${desk.words.term("bringBack")}</button>`}`;
  }
  if (row.kind === "number") return numberField(desk, row, id, title, about);
  return row.kind === "check" ? checkField(desk, row, id, title, about) : levelField(desk, row, now, id, title, about);
}

function workedOut({ words }: Desk, row: OutlineRow, now: RowOutcome): string {
  const name = now.counted ?? now.level;
  if (name === null) return now.points.text || words.term("workedOutOpen");
  if (name === "met") return words.term("met");
  if (name === "not met") return words.term("notMet");
  return row.levels.find((level) => level.name === name)?.label ?? name;
}

/** Takes a rating back; the focus stays at the row. */
export function clear(desk: Desk, row: OutlineRow): void {
  const error = desk.attempt((assessment) => assessment.clear(row.name)) ?? "";
  desk.at(row.name, { error, typing: false });
  desk.go("row", row.name);
}

/** What counts in place of the rating, remarks, and the buttons of the row. */
function below(desk: Desk, row: OutlineRow, now: RowOutcome, id: string): unknown {
  const { words, locked, outline } = desk;
  const code = now.code === null ? null : (outline.codes.find(({ name }) => name === now.code)?.label ?? now.code);
  const counted = row.workedOut || now.counted === null ? null : countedText(desk, row, now.counted);
  return html`
    ${code === null ? nothing : html`<p class="note">${words.term("byCode", code)}</p>`}
    ${counted === null ? nothing : html`<p class="note">${words.term("countsAs", counted)}</p>`}
    ${commentField(desk, row, now, id)} ${leaveOutForm(desk, row, id)}
    ${locked || row.workedOut ? nothing : tools(desk, row, now)}
  `;
}

function countedText(desk: Desk, row: OutlineRow, counted: string): string | null {
  if (counted === "met" || counted === "not met") return desk.words.term(counted === "met" ? "met" : "notMet");
  const level = row.levels.find(({ name }) => name === counted);
  if (level) return level.label;
  return desk.numberless || !/^-?\d+(\/\d+)?$/.test(counted) ? null : desk.voice.shown(counted, false);
}

/** Buttons of a row: one stop of the tab key for all of them. */
function tools(desk: Desk, row: OutlineRow, now: RowOutcome): TemplateResult | typeof nothing {
  const { words, given, outline } = desk;
  const ui = desk.ui(row.name);
  const buttons: TemplateResult[] = [];
  const stop = () => (buttons.length === 0 ? 0 : -1);
  const named = (text: string) => `${text}: ${row.label}`;
  const mayComment = row.comment !== "none" && !ui.commenting && (given.comments[row.name] ?? "") === "" && !now.short && !needsComment(row);
  if (mayComment) buttons.push(html`<button type="button" class="quiet" part="button" tabindex=${stop()} aria-label=${named(words.term("addComment"))} @click=${() => desk.at(row.name, { commenting: true })}>${words.term("addComment")}</button>`);
  if (row.leaveOut !== null && now.state !== "left out" && !ui.leaving) {
    buttons.push(html`<button type="button" class="quiet" part="button" tabindex=${stop()} aria-label=${named(words.term("leaveOut"))} @click=${() => leaveOut(desk, row)}>${words.term("leaveOut")}</button>`);
  }
  const codes = outline.codes.filter(({ thisRow, rows }) => thisRow && rows.includes(row.name));
  const set = given.codes.filter((one) => one.row === row.name).map(({ code }) => code);
  const [only] = codes;
  if (only && codes.length === 1) {
    const on = set.includes(only.name);
    const turn = () => desk.attempt((assessment) => (on ? assessment.clearCode(only.name, row.name) : assessment.code(only.name, row.name)));
    buttons.push(html`<button type="button" class="quiet" part="button" tabindex=${stop()} aria-label=${named(only.label)} aria-pressed=${on ? "true" : "false"} @click=${turn}>${only.label}</button>`);
  }
  const list = codes.length > 1 ? codeList(desk, row, codes, set) : nothing;
  if (buttons.length === 0) return html`${list}`;
  if (buttons.length === 1) return html`<div class="row-tools">${buttons}</div>${list}`;
  const settled = (event: FocusEvent) => settle(event.currentTarget as Element, event.target);
  // Made anew with other buttons, so that one of them is the stop.
  return html`${keyed(buttons.length, html`<div class="row-tools" role="toolbar" aria-label=${words.term("moreOf", row.label)} @keydown=${rove} @focusin=${settled}>${buttons}</div>`)}${list}`;
}

/** Several codes are a list: one of them is given, or none. */
function codeList(desk: Desk, row: OutlineRow, codes: Outline["codes"], set: readonly string[]): TemplateResult {
  const { words } = desk;
  const choose = (event: Event) => {
    const name = (event.currentTarget as HTMLSelectElement).value;
    const error = desk.attempt((assessment) => {
      for (const code of set) assessment.clearCode(code, row.name);
      if (name !== "") assessment.code(name, row.name);
    });
    desk.at(row.name, { error: error ?? "" });
  };
  return html`<select class="row-codes" aria-label=${`${words.term("codes")}: ${row.label}`} @change=${choose}>
    <option value="" ?selected=${set.length === 0}>${words.term("instead")}</option>
    ${codes.map(({ name, label }) => html`<option value=${name} ?selected=${set.includes(name)}>${label}</option>`)}
  </select>`;
}

/** Whether a comment is asked for whatever the rating. */
export function needsComment(row: OutlineRow): boolean {
  return row.comment === "required" && !row.commentSometimes;
}

function leaveOut(desk: Desk, row: OutlineRow): void {
  if (row.leaveOut === "with a reason") return desk.at(row.name, { leaving: true, leaveError: "" });
  desk.at(row.name, { error: desk.attempt((assessment) => assessment.notApplicable(row.name)) ?? "" });
  desk.go("row", row.name);
}
