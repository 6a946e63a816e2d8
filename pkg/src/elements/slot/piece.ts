import { html, nothing, type TemplateResult } from "lit";
import type { Assessment } from "../../assessment.js";
import { exactOf } from "../../texts/exact.js";
import type { Voice } from "../../texts/voice.js";
import type { Facts, Finding, OutlineEvidence, OutlineRow } from "../../types.js";
import type { EvidenceFile } from "./files.js";
import { findingList, glyph, line } from "./findings.js";
import type { Arriving } from "./intake.js";
import { noticed } from "./notes.js";
import { tellableOf, toldText } from "./telling.js";
import type { SlotTerms, Tellable } from "./terms.js";

/** A piece of evidence, with its file where that is in this page. */
export interface Piece {
  readonly facts: Facts;
  readonly file: EvidenceFile | undefined;
}

/** What a piece is drawn with. */
export interface PieceDesk {
  readonly assessment: Assessment;
  readonly slot: OutlineEvidence;
  readonly terms: SlotTerms;
  readonly voice: Voice;
  readonly locked: boolean;
  readonly rows: readonly OutlineRow[];
  readonly findings: readonly Finding[];
  /** How many pieces the slot has. */
  readonly count: number;
  /** What is said where a told fact cannot be read. */
  readonly trouble: string;
  /** Draws once more. */
  again(): void;
  remove(piece: Piece): void;
  put(facts: Facts): boolean;
  told(facts: Facts, what: Tellable, text: string): boolean;
}

/** Signs that turn the text around them: `plan\u202efdp.exe` would be read as a PDF. */
const TURNING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What a piece is called, with what would hide its ending made visible. */
export function nameOf({ name, kind, url }: Pick<Facts, "name" | "kind" | "url">, terms: SlotTerms): string {
  if (name !== undefined && name.trim() !== "") return name.replace(TURNING, "\ufffd");
  if (kind === "link" && url !== undefined && URL.canParse(url)) return terms.linkTo(new URL(url).host);
  return kind === "text" ? terms.typed : terms.unnamed;
}

const DRAWN: Readonly<Record<string, string>> = {
  link: "link", shortcut: "link", png: "image", jpeg: "image", gif: "image", webp: "image", heic: "image", avif: "image", svg: "image", image: "image",
  mp4: "video", mov: "video", webm: "video", mkv: "video", video: "video", mp3: "audio", wav: "audio", m4a: "audio", ogg: "audio", flac: "audio", audio: "audio",
};

/** What is known of it, in one line. */
function factsOf(facts: Facts, { terms, voice }: PieceDesk): string {
  const told = (name: string, text: string) => (facts.told?.includes(name) ? `${text} (${terms.told})` : text);
  const count = (unit: "pages" | "words", value: number | undefined) => (value === undefined ? [] : [told(unit, voice.count(unit, { n: BigInt(Math.round(value)), d: 1n }))]);
  const all = [
    ...(facts.kind === "link" ? (facts.url === undefined ? [] : [facts.url]) : [terms.kind(facts.kind)]),
    ...(facts.bytes === undefined || facts.kind === "link" ? [] : [voice.size(exactOf(String(Math.round(facts.bytes))), 1)]),
    ...count("pages", facts.pages),
    ...count("words", facts.words),
    ...(facts.seconds === undefined ? [] : [told("seconds", voice.length({ n: BigInt(Math.round(facts.seconds)), d: 1n }, 0))]),
    ...(facts.width === undefined || facts.height === undefined ? [] : [`${voice.number(facts.width)}\u00a0×\u00a0${voice.number(facts.height)}`]),
    ...(facts.date === undefined ? [] : [told("date", terms.onDay(voice.day(facts.date)))]),
    ...(facts.author === undefined ? [] : [told("author", terms.madeBy(facts.author))]),
    ...(facts.people === undefined || facts.people.length === 0 ? [] : [told("people", voice.and(facts.people))]),
  ];
  return all.join(" · ");
}

/** Hands a copy of a file back. It is never opened in the page: it may be a page itself. */
function saveCopy({ file, name }: EvidenceFile): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function drawPiece(piece: Piece, desk: PieceDesk): TemplateResult {
  const { facts, file } = piece;
  const { terms, voice, slot, locked } = desk;
  const name = nameOf(facts, terms);
  const own = desk.findings.filter(({ item }) => item === facts.id);
  const hints = noticed(desk.assessment, slot, facts, own, voice, terms, desk.again);
  const lost = file === undefined && facts.sha256 !== undefined && facts.name !== undefined;
  return html`<li class="item" part="piece" data-piece=${facts.id}>
    <div class="top">
      <div class="what">${glyph(DRAWN[facts.kind] ?? "file")}<span class="name" tabindex="-1"><bdi>${name}</bdi></span><span class="facts"><bdi>${factsOf(facts, desk)}</bdi></span></div>
      <div class="acts">
        ${file ? html`<button type="button" class="quiet" aria-label=${terms.copyOf(name)} @click=${() => saveCopy(file)}>${terms.copy}</button>` : nothing}
        ${locked ? nothing : html`<button type="button" class="quiet" aria-label=${terms.removeOf(name)} @click=${() => desk.remove(piece)}>${terms.remove}</button>`}
      </div>
    </div>
    ${findingList(own, { slot, voice, terms, count: desk.count, typed: false }, name)}
    ${hints.length === 0 && !lost ? nothing : html`<ul class="findings noticed" aria-label=${terms.hints(hints.length)}>${hints.map(({ text, how }) => line("noticed", terms.noticed, text, how))}${lost ? line("unchecked", terms.noticed, terms.notKept) : nothing}</ul>`}
    ${locked ? drawShown(facts, desk) : html`${drawTold(facts, own, desk)} ${drawDetails(facts, desk)}`}
  </li>`;
}

/** A note and what it shows, where nothing can be changed. */
function drawShown({ note, shows = [] }: Facts, { terms, voice, assessment }: PieceDesk): TemplateResult | typeof nothing {
  const labels = assessment.outline.rows.filter(({ name }) => shows.includes(name)).map(({ label }) => voice.listed(label));
  if (note === undefined && labels.length === 0) return nothing;
  return html`<dl class="more">
    ${note === undefined ? nothing : html`<div><dt>${terms.note}</dt><dd dir="auto">${note}</dd></div>`}
    ${labels.length === 0 ? nothing : html`<div><dt>${terms.shows}</dt><dd>${voice.and(labels)}</dd></div>`}
  </dl>`;
}

/** Fields for what the rules ask and the file cannot tell. */
function drawTold(facts: Facts, own: readonly Finding[], desk: PieceDesk): TemplateResult | typeof nothing {
  const { terms } = desk;
  const all = tellableOf(facts, [...own, ...desk.findings.filter(({ item }) => item === null)]);
  if (all.length === 0) return nothing;
  const change = (what: Tellable) => (event: Event) => {
    const input = event.target as HTMLInputElement;
    const taken = desk.told(facts, what, input.value);
    input.setCustomValidity(taken ? "" : desk.trouble);
    input.toggleAttribute("aria-invalid", !taken);
    if (!taken) input.reportValidity();
  };
  return html`<fieldset class="group">
    <legend>${terms.tell}</legend>
    <small>${terms.tellHint}</small>
    <div class="fields">${all.map((what) => {
      const id = `tell-${what}-${facts.id}`;
      const how = terms.tellHow(what);
      return html`<div class="field">
        <label for=${id}>${terms.tellFact(what)}</label>
        <input id=${id} type=${what === "date" ? "date" : "text"} inputmode=${["pages", "words", "characters"].includes(what) ? "numeric" : nothing} autocomplete="off" .value=${toldText(facts, what)} aria-describedby=${how === "" ? nothing : `${id}-how`} @change=${change(what)} />
        ${how === "" ? nothing : html`<small id=${`${id}-how`}>${how}</small>`}
      </div>`;
    })}</div>
  </fieldset>`;
}

/** With more rows than these, they can be searched. */
const MANY_ROWS = 12;

/** Shows only the rows whose labels have what is written. */
function sift(event: Event): void {
  const input = event.currentTarget as HTMLInputElement;
  const wanted = input.value.trim().toLowerCase();
  for (const label of input.parentElement?.querySelectorAll<HTMLElement>(".ticks label") ?? []) label.hidden = !(label.textContent ?? "").toLowerCase().includes(wanted);
}

function drawDetails(facts: Facts, desk: PieceDesk): TemplateResult {
  const { terms, slot, rows } = desk;
  const asks = (kind: string) => slot.rules.some((rule) => rule.kind === kind);
  const ticks = rows.length > 1 || asks("names rows");
  const shows = new Set(facts.shows ?? []);
  const without = ({ note: _, ...rest }: Facts): Facts => rest;
  const note = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value;
    desk.put(text.trim() === "" ? without(facts) : { ...facts, note: text });
  };
  const tick = (name: string) => (event: Event) => {
    (event.target as HTMLInputElement).checked ? shows.add(name) : shows.delete(name);
    desk.put({ ...facts, shows: rows.map((row) => row.name).filter((row) => shows.has(row)) });
  };
  // Open from the start where the author asks for what is in it.
  return html`<details ?open=${asks("note required") || asks("names rows")}>
    <summary>${ticks ? terms.details : terms.note}</summary>
    <div class="more">
      <div class="field">
        <label for=${`note-${facts.id}`}>${terms.note}</label>
        <textarea id=${`note-${facts.id}`} dir="auto" aria-describedby=${`note-hint-${facts.id}`} .value=${facts.note ?? ""} @change=${note}></textarea>
        <small id=${`note-hint-${facts.id}`}>${terms.noteHint}</small>
      </div>
      ${ticks
        ? html`<fieldset class="group"><legend>${terms.shows}</legend><small>${terms.showsHint}</small>
            ${rows.length > MANY_ROWS ? html`<input type="search" aria-label=${terms.findRow} placeholder=${terms.findRow} @input=${sift} />` : nothing}
            <div class="ticks">${rows.map(({ name, label }) => html`<label><input type="checkbox" .checked=${shows.has(name)} @change=${tick(name)} /><span dir="auto">${label}</span></label>`)}</div>
          </fieldset>`
        : nothing}
    </div>
  </details>`;
}

/** A file while it is read, or when it could not be. */
export function drawArriving({ name, given, state, done }: Arriving, terms: SlotTerms, voice: Voice, { cancel, again }: { cancel(): void; again(): void }): TemplateResult {
  const shown = (typeof given === "string" ? given : name).replace(TURNING, "\ufffd");
  if (state === "failed") {
    return html`<li class="item" part="piece">
      <p class="error" role="alert"><bdi>${terms.unreadable(shown)}</bdi></p>
      <div class="acts"><button type="button" @click=${again}>${terms.again}</button><button type="button" class="quiet" @click=${cancel}>${terms.dismiss}</button></div>
    </li>`;
  }
  const percent = voice.shown(`${Math.round(done * 100)}/100`, true);
  return html`<li class="item" part="piece">
    <div class="top">
      <div class="what">${glyph("file")}<span class="name"><bdi>${state === "waiting" ? terms.waiting(shown) : terms.reading(shown)}</bdi></span><span class="facts">${terms.readingOf(percent)}</span></div>
      <div class="acts"><button type="button" class="quiet" aria-label=${terms.cancelOf(shown)} @click=${cancel}>${terms.cancel}</button></div>
    </div>
    <progress max="1" .value=${done} aria-label=${terms.reading(shown)}></progress>
  </li>`;
}

/** A piece that was removed a moment ago. */
export function drawGone({ facts }: Piece, terms: SlotTerms, undo: () => void, dismiss: () => void): TemplateResult {
  const name = nameOf(facts, terms);
  return html`<li class="item gone" part="piece" data-gone=${facts.id}>
    <div class="top"><span class="what"><bdi>${terms.removed(name)}</bdi></span>
      <div class="acts"><button type="button" @click=${undo}>${terms.undo}</button><button type="button" class="quiet" @click=${dismiss}>${terms.dismiss}</button></div>
    </div>
  </li>`;
}
