import "rubricate/elements";
import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, Rubricate } from "rubricate";
import { engine } from "../engine.js";
import { gallerySource } from "../gallery.js";
import type { Page, Screen } from "../page.js";
import { download } from "../parts/download.js";
import { icon } from "../parts/icon.js";
import { opener } from "./home/opening.js";
import { keepDraft, keptDraft } from "./write-draft.js";

/** After so long without a letter the text is checked. */
const QUIET = 250;

/** Write a rubric: its text with what is wrong in it. */
export class WriteScreen implements Screen {
  readonly #page: Page;
  readonly #id: string | null;
  #source: string | null = null;
  #findings: readonly Diagnostic[] = [];
  #rubricate: Rubricate | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last text without mistakes. */
  #previewed: string | null = null;
  #failed: string | null = null;

  constructor(page: Page, id: string | null) {
    this.#page = page;
    this.#id = id;
    void this.#load();
  }

  title(): string {
    return this.#page.say.write.title;
  }

  render(): TemplateResult {
    const { say } = this.#page;
    return html`<div class="write">
      <h1>${say.write.title}</h1>
      <p class="lead">${say.write.lead}</p>
      <p class="buttons">
        <button type="button" class="primary" ?disabled=${this.#broken} @click=${() => void opener(this.#page).startWritten(this.#source ?? "")}>${say.write.start}</button>
        <button type="button" @click=${() => this.#tidy()}>${say.write.tidy}</button>
        <button type="button" @click=${() => download(this.#name(), this.#source ?? "")}>${icon("down")}${say.write.save}</button>
      </p>
      ${this.#failed === null ? nothing : html`<p class="banner bad" role="alert">${this.#failed}</p>`}
      <div class="write-panes">
        <div><label for="source">${say.write.source}</label>
          <textarea id="source" spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off" .value=${this.#source ?? ""} ?disabled=${this.#source === null} @input=${(event: Event) => this.#typed((event.target as HTMLTextAreaElement).value)}></textarea></div>
        <div class="write-side"><section aria-labelledby="found"><div role="status"><h2 id="found">${this.#findings.length === 0 ? say.write.none : say.write.found(this.#findings.length)}</h2></div>
          <ol class="findings">${this.#findings.slice(0, 50).map((found) => this.#finding(found))}</ol></section>
          ${this.#previewed === null ? nothing : html`<section class="preview" aria-labelledby="preview"><h2 id="preview">${say.write.preview}</h2>
            <rubric-assessment .source=${this.#previewed} .locale=${this.#page.locale} heading-level="3"></rubric-assessment></section>`}</div>
      </div>
    </div>`;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  get #broken(): boolean {
    return this.#source === null || this.#findings.some(({ severity }) => severity === "error");
  }

  #finding(found: Diagnostic): TemplateResult {
    const { say } = this.#page;
    const { line, column, from, to } = found.span;
    return html`<li data-severity=${found.severity}><button type="button" class="quiet" @click=${() => this.#show(from, to)}>${say.write.place(line, column)}</button>
      <p><strong><bdi>${found.message}</bdi></strong></p><p class="muted"><bdi>${found.help}</bdi></p>
      ${found.fixes.map(({ title, edits }) => html`<button type="button" @click=${() => this.#mend(edits)}>${title}</button>`)}</li>`;
  }

  async #load(): Promise<void> {
    const { say } = this.#page;
    try {
      const shipped = this.#id !== null && this.#id.endsWith(".rubric") ? await gallerySource(this.#id) : null;
      this.#source = shipped ?? keptDraft() ?? say.write.fresh;
      this.#page.update();
      this.#rubricate = await engine();
      this.#check();
    } catch (error) {
      this.#failed = `${say.app.engineFailed}. ${error instanceof Error ? error.message : ""}`;
      this.#source ??= keptDraft() ?? say.write.fresh;
    }
    this.#page.update();
  }

  #typed(text: string): void {
    this.#source = text;
    keepDraft(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#check();
      this.#page.update();
    }, QUIET);
  }

  #check(): void {
    if (!this.#rubricate || this.#source === null) return;
    this.#findings = this.#rubricate.check(this.#source, { prove: false });
    if (!this.#broken) this.#previewed = this.#source;
  }

  #tidy(): void {
    if (this.#rubricate && this.#source !== null) this.#replace(this.#rubricate.format(this.#source));
  }

  #mend(edits: Diagnostic["fixes"][number]["edits"]): void {
    const last = [...edits].sort((a, b) => b.from - a.from);
    this.#replace(last.reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), this.#source ?? ""));
  }

  #replace(text: string): void {
    this.#typed(text);
    this.#check();
    this.#page.update();
  }

  #show(from: number, to: number): void {
    const field = document.getElementById("source") as HTMLTextAreaElement | null;
    field?.focus();
    field?.setSelectionRange(from, to);
  }

  #name(): string {
    const named = /\brubric\s+([a-z_][a-z0-9_]*)/i.exec(this.#source ?? "")?.[1];
    return `${named ?? "my_rubric"}.rubric`;
  }
}
