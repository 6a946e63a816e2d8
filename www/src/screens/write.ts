import "rubricate/elements";
import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Diagnostic } from "rubricate";
import type { RubricDiagnosticsEvent, RubricEditEvent, RubricEditor } from "rubricate/elements";
import type { RemoteRubricate } from "rubricate/worker";
import { gallerySource } from "../gallery.js";
import type { Page, Screen } from "../page.js";
import { download } from "../parts/download.js";
import { icon } from "../parts/icon.js";
import { troubleText } from "../parts/trouble.js";
import { opener } from "./home/opening.js";
import { keepDraft, keptDraft } from "./write-draft.js";

/** Write a rubric: its text with what is wrong in it, and the rubric beside it. */
export class WriteScreen implements Screen {
  readonly #page: Page;
  readonly #id: string | null;
  readonly #editor = createRef<RubricEditor>();
  #source: string | null = null;
  #diagnostics: readonly Diagnostic[] = [];
  /** The last text without mistakes. */
  #previewed: string | null = null;
  #failed: string | null = null;
  /** Checks in a worker, so that typing does not wait; `null` where there is none, and the engine here does it. */
  #remote: RemoteRubricate | null = null;
  #closed = false;

  constructor(page: Page, id: string | null) {
    this.#page = page;
    this.#id = id;
    void this.#load();
    void this.#connect();
  }

  title(): string {
    return this.#page.say.write.title;
  }

  render(): TemplateResult {
    const { say, locale } = this.#page;
    return html`<div class="write">
      <h1>${say.write.title}</h1>
      <p class="lead">${say.write.lead}</p>
      <p class="buttons">
        <button type="button" class="primary" ?disabled=${this.#broken} @click=${() => void this.#start()}>${say.write.start}</button>
        <button type="button" ?disabled=${this.#source === null} @click=${() => download(this.#name(), this.#source ?? "")}>${icon("down")}${say.write.save}</button>
      </p>
      ${this.#failed === null ? nothing : html`<p class="banner bad" role="alert">${this.#failed}</p>`}
      <div class="write-panes">
        ${this.#source === null ? html`<p class="waiting">${say.app.loading}</p>` : html`<rubric-editor id="source" ${ref(this.#editor)} .label=${say.write.source} .locale=${locale} .check=${this.#check}
          @rubric-edit=${(event: RubricEditEvent) => this.#edited(event.detail.value)} @rubric-diagnostics=${(event: RubricDiagnosticsEvent) => this.#checked(event.detail)}></rubric-editor>`}
        ${this.#previewed === null ? nothing : html`<section class="preview" aria-labelledby="preview"><h2 id="preview">${say.write.preview}</h2>
          <rubric-assessment .source=${this.#previewed} .locale=${locale} heading-level="3"></rubric-assessment></section>`}
      </div>
    </div>`;
  }

  close(): void {
    this.#closed = true;
    this.#remote?.dispose();
  }

  /** The file of the gallery that is looked at; `null` for a text of her own. */
  get #file(): string | null {
    return this.#id?.endsWith(".rubric") ? this.#id : null;
  }

  get #broken(): boolean {
    return this.#source === null || this.#diagnostics.some(({ severity }) => severity === "error");
  }

  readonly #checkThere: NonNullable<RubricEditor["check"]> = async (source, options) => {
    if (!this.#remote) return [];
    try {
      return await this.#remote.check(source, options);
    } catch (error) {
      // Whoever left the screen ended the worker with what it was at.
      if (this.#closed) return [];
      throw error;
    }
  };

  get #check(): RubricEditor["check"] {
    return this.#remote ? this.#checkThere : null;
  }

  async #load(): Promise<void> {
    const { say } = this.#page;
    try {
      const file = this.#file;
      this.#source = keptDraft(file) ?? (file === null ? say.write.fresh : await gallerySource(file));
    } catch (error) {
      this.#failed = troubleText(error, say);
      this.#source = keptDraft() ?? say.write.fresh;
    }
    this.#page.update();
    // The element has the text from here on; drawing again must not take back what is typed.
    await new Promise((drawn) => requestAnimationFrame(drawn));
    if (this.#editor.value) this.#editor.value.value = this.#source;
  }

  async #connect(): Promise<void> {
    try {
      const { connect } = await import("rubricate/worker");
      const remote = await connect();
      if (this.#closed) return void remote.dispose();
      this.#remote = remote;
      this.#page.update();
    } catch {
      // Where no worker starts, the engine on this thread checks.
    }
  }

  #edited(text: string): void {
    this.#source = text;
    keepDraft(text, this.#file);
  }

  #checked({ diagnostics, value }: RubricDiagnosticsEvent["detail"]): void {
    this.#diagnostics = diagnostics;
    if (!diagnostics.some(({ severity }) => severity === "error")) this.#previewed = value;
    this.#page.update();
  }

  async #start(): Promise<void> {
    const { say } = this.#page;
    try {
      await opener(this.#page).startWritten(this.#source ?? "");
    } catch (error) {
      this.#failed = troubleText(error, say);
      this.#page.update();
    }
  }

  #name(): string {
    const named = /\brubric\s+([a-z_][a-z0-9_]*)/i.exec(this.#source ?? "")?.[1];
    return `${named ?? "my_rubric"}.rubric`;
  }
}
