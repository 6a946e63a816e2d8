import { html, nothing, type TemplateResult } from "lit";
import type { Voice } from "../../texts/voice.js";
import type { Finding, OutlineEvidence } from "../../types.js";
import { pickerOf, waysOf } from "./asks.js";
import { findingList, glyph } from "./findings.js";
import type { SlotTerms } from "./terms.js";

/** What the ways to give something are drawn with. */
export interface GiveDesk {
  readonly slot: OutlineEvidence;
  readonly terms: SlotTerms;
  readonly voice: Voice;
  /** How many pieces the slot has. */
  readonly count: number;
  /** What is written here, how long that is, and what was found in it. */
  readonly text: string;
  readonly tally: string;
  readonly findings: readonly Finding[];
  /** Why an address was not taken. */
  readonly linkTrouble: string;
  receive(files: readonly File[]): void;
  /** Takes an address; `false` where it is none. */
  link(address: string): boolean;
  type(text: string): void;
  commit(): void;
}

/** The ways to give something that a slot has: writing, files, an address. */
export function drawGive(desk: GiveDesk): TemplateResult {
  const ways = waysOf(desk.slot);
  return html`<div class="give" part="give">${ways.text ? drawText(desk) : nothing} ${ways.files ? drawDrop(desk) : nothing} ${ways.link ? drawLink(desk) : nothing}</div>`;
}

function drawDrop({ slot, terms, receive }: GiveDesk): TemplateResult {
  const choose = (event: Event): void => (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>("#picker")?.click();
  const picked = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again.
    input.value = "";
    receive(files);
  };
  return html`<div class="drop" part="drop">
    <span>${terms.drop} ${terms.dropOr}</span>
    <button type="button" class="choose" part="button choose" aria-label=${terms.chooseFor(slot.label)} @click=${choose}>${glyph("file")}${terms.choose}</button>
    <input id="picker" type="file" hidden multiple tabindex="-1" accept=${pickerOf(slot) ?? nothing} @change=${picked} />
  </div>`;
}

function drawLink({ terms, linkTrouble, link }: GiveDesk): TemplateResult {
  const linked = (event: Event): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLElement).querySelector<HTMLInputElement>("#link");
    if (!input) return;
    if (link(input.value)) input.value = "";
    input.focus();
  };
  const fine = linkTrouble === "";
  return html`<form class="linkfield" novalidate @submit=${linked}>
    <div class="field">
      <label for="link">${terms.link}</label>
      <input id="link" name="link" type="url" inputmode="url" autocomplete="off" placeholder="https://" aria-describedby="link-hint" aria-invalid=${fine ? nothing : "true"} />
      <small id="link-hint" class=${fine ? "muted" : "error"}>${fine ? terms.linkHint : linkTrouble}</small>
    </div>
    <button type="submit" part="button">${glyph("link")}${terms.addLink}</button>
  </form>`;
}

function drawText(desk: GiveDesk): TemplateResult {
  const { slot, terms, voice, count, text, tally, findings } = desk;
  // Of mentions all words are shown, whether they are there or not.
  const mentions = slot.rules.flatMap((rule, index) => {
    const finding = rule.kind === "mentions" ? findings.find((one) => one.rule === index) : undefined;
    // Where it holds, the words are those that were found, else those that are missing.
    const has = (word: string) => finding !== undefined && (finding.data.words ?? []).includes(word) === (finding.holds === "yes");
    return rule.kind === "mentions" ? rule.values.map((word) => ({ word, has: has(word) })) : [];
  });
  return html`<div class="field" part="text">
    <label for="text">${terms.write(slot.label)}</label>
    <textarea id="text" class="reflection" dir="auto" aria-describedby="tally" .value=${text} @input=${(event: InputEvent) => desk.type((event.target as HTMLTextAreaElement).value)} @blur=${desk.commit}></textarea>
    <div class="tally" id="tally"><span>${tally}</span><span>${terms.keptAsWritten}</span></div>
    ${mentions.length === 0
      ? nothing
      : html`<ul class="words">${mentions.map(({ word, has }) => html`<li class="word" ?data-found=${has}>${glyph(has ? "done" : "unchecked")}<span dir="auto">${has ? terms.found(word) : terms.notFound(word)}</span></li>`)}</ul>`}
    ${findingList(findings, { slot, voice, terms, count, typed: true }, terms.typed)}
  </div>`;
}
