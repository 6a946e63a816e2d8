import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Page } from "../../page.js";
import type { Work } from "../../work/work.js";

/** Her own notes, on the whole and on rows. */
export class NotesView {
  readonly #work: Work;
  readonly #page: Page;
  /** Notes that were begun and hold nothing yet. */
  readonly #begun = new Set<string>([""]);

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const work = this.#work;
    const places = [{ name: "", label: say.plan.whole }, ...work.outline.rows.map(({ name, label }) => ({ name, label }))];
    const shown = places.filter(({ name }) => this.#begun.has(name) || Object.hasOwn(work.own.notes, name));
    const rest = places.filter((place) => !shown.includes(place));
    return html`<section class="card notes" aria-labelledby="notes"><h2 id="notes">${say.plan.notes}</h2><p class="muted">${say.plan.notesLead}</p>
      ${shown.map(({ name, label }) => html`<label class="pick" for="note-${name}"><span><bdi>${label}</bdi></span>
        <textarea id="note-${name}" rows="3" maxlength="20000" dir="auto" aria-label=${say.plan.noteOf(label)} ?disabled=${work.readOnly} .value=${live(Object.hasOwn(work.own.notes, name) ? (work.own.notes[name] ?? "") : "")} @input=${(event: Event) => this.#write(name, label, (event.target as HTMLTextAreaElement).value)}></textarea></label>`)}
      ${rest.length === 0 || work.readOnly ? nothing : html`<label class="pick" for="note-add"><span class="muted">${say.plan.noteAdd}</span><select id="note-add" @change=${(event: Event) => this.#add(event.target as HTMLSelectElement)}>
        <option value="" selected>${say.gap.choose}</option>${rest.map(({ name, label }) => html`<option value=${name}>${label}</option>`)}</select></label>`}
    </section>`;
  }

  #write(name: string, label: string, text: string): void {
    this.#begun.add(name);
    this.#work.keep(this.#page.say.plan.noteFor(label), (own) => {
      const { [name]: _, ...notes } = own.notes;
      return { ...own, notes: text === "" ? notes : { ...notes, [name]: text } };
    }, { typing: true });
  }

  #add(select: HTMLSelectElement): void {
    const name = select.value;
    if (name === "") return;
    this.#begun.add(name);
    select.value = "";
    this.#page.update();
    queueMicrotask(() => document.getElementById(`note-${name}`)?.focus());
  }
}
