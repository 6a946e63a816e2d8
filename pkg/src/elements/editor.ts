import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { load } from "../index.js";
import type { CheckOptions } from "../load.js";
import type { Diagnostic } from "../types.js";
import { RubricControl } from "./control.js";
import type { Desk, Shown } from "./editor-view.js";
import { editorStyles } from "./editor-styles.js";
import { tokens } from "./styles.js";
import { type EditorTerms, editorTerms } from "./words/editor.js";

const NO_FILES: Readonly<Record<string, string>> = Object.freeze({});
/** So many findings are listed; the rest is counted. */
const MOST_LISTED = 100;

/**
 * A rubric to be written: with colours, what is wrong and how to mend it,
 * completion and hovers. Tab leaves it, so that nobody is caught in it. In a
 * form it is a control whose value is the text, and which is not valid while
 * the rubric has mistakes; as any field, it tells of `input` and `change`.
 *
 * @fires {RubricEditEvent} rubric-edit - Somebody changed the text.
 * @fires {RubricDiagnosticsEvent} rubric-diagnostics - The text was checked.
 * @fires {RubricErrorEvent} rubric-error - The engine, or CodeMirror, could not be loaded; it is a plain text field then.
 *
 * @csspart editor - All of it.
 * @csspart text - The text.
 * @csspart tools - The buttons.
 * @csspart problems - What is wrong.
 * @csspart problem - One mistake.
 * @csspart mend - A button that mends it.
 *
 * @cssprop --rubric-editor-height - How high the text may grow before it scrolls.
 * @cssprop --rubric-editor-min-height - How high it is at least.
 * @cssprop --rubric-editor-size - The size of its letters.
 * @cssprop --rubric-mono - The font of the text.
 * @cssprop --rubric-syntax-keyword - The colour of words of the language; likewise `name`, `level`, `tag`, `string`, `number`, `comment` and `operator`.
 * @cssprop --rubric-accent - What can be clicked, and what is chosen.
 * @cssprop --rubric-on-accent - Text on the accent.
 * @cssprop --rubric-accent-soft - Behind what is chosen.
 * @cssprop --rubric-surface - Behind rows and the summary; transparent unless said.
 * @cssprop --rubric-overlay - Behind what lies over the page: the bar of a narrow page and its panel.
 * @cssprop --rubric-overlay-ink - Text on it.
 * @cssprop --rubric-muted - Quiet text.
 * @cssprop --rubric-line - Thin lines.
 * @cssprop --rubric-line-strong - Frames of what can be used.
 * @cssprop --rubric-good - Earned, complete.
 * @cssprop --rubric-wait - Possible, pending.
 * @cssprop --rubric-away - Out of reach, incomplete.
 * @cssprop --rubric-bad - Mistakes.
 * @cssprop --rubric-radius - Rounding of cards.
 * @cssprop --rubric-gap - Between cards.
 */
export class RubricEditor extends RubricControl {
  static override shadowRootOptions: ShadowRootInit = { ...RubricControl.shadowRootOptions, delegatesFocus: true };
  static override properties: PropertyDeclarations = {
    value: { type: String, noAccessor: true },
    files: { attribute: false },
    check: { attribute: false },
    label: { type: String },
    name: { type: String, reflect: true },
    readonly: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean, reflect: true },
    loaded: { state: true },
    failed: { state: true },
    found: { state: true },
    undoable: { state: true },
    redoable: { state: true },
  };
  static override styles = [tokens, editorStyles];

  /** What `use "path.rubric"` in the text may name: texts by path. */
  declare files: Readonly<Record<string, string>> | null;
  /** Checks the text elsewhere, such as in a worker; without it the engine does on this thread. */
  declare check: ((source: string, options: CheckOptions) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>) | null;
  /** What the editor is called for those who cannot see it; without it the text of its `<label>`. */
  declare label: string | null;
  /** The name in a form. */
  declare name: string | null;
  /** It can be read and not changed. */
  declare readonly: boolean;
  /** It cannot be changed, and a form leaves it out. */
  declare disabled: boolean;
  /** A form is not valid while it is empty. */
  declare required: boolean;
  protected declare loaded: boolean;
  protected declare failed: boolean;
  protected declare found: readonly Diagnostic[];
  protected declare undoable: boolean;
  protected declare redoable: boolean;

  #value = "";
  #first = "";
  #given = false;
  #desk: Desk | null = null;
  #loading: Promise<void> | null = null;
  #left = "";
  /** The text that the findings are of. */
  #checked = "";

  constructor() {
    super();
    this.files = this.check = this.label = this.name = null;
    this.readonly = this.disabled = this.required = this.loaded = this.failed = this.undoable = this.redoable = false;
    this.found = [];
  }

  /* What a page may call. */

  /** The text. Setting it begins anew, with nothing to undo and no event. */
  get value(): string {
    return this.#value;
  }
  set value(value: string | null) {
    const text = (value ?? "").replace(/\r\n?/g, "\n");
    this.#given = true;
    if (text === this.#value) return;
    this.#value = this.#left = text;
    this.#desk?.set(text);
    this.#settle();
    this.requestUpdate();
  }

  /** What the last check found; empty before it. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  /** Puts the text into the one style. */
  format(): void {
    this.#desk?.format();
  }

  /** Brings a place into view and puts the cursor on it; `to` is where the selection ends. */
  goTo(from: number, to = from): void {
    this.#desk?.goTo(from, to);
  }

  /** Puts the cursor into the text. */
  override focus(options?: FocusOptions): void {
    if (this.#desk) this.#desk.view.focus();
    else super.focus(options);
  }

  /* As form controls have it. */

  formResetCallback(): void {
    this.value = this.#first;
  }
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === "string") this.value = state;
  }

  /* Coming and going. */

  override connectedCallback(): void {
    super.connectedCallback();
    // The text it begins with: the attribute, or a script in it that no browser runs.
    if (!this.#given && this.#value === "") this.value = undent(this.querySelector(`:scope > script[type="text/rubric"]`)?.textContent ?? "");
    this.#first = this.getAttribute("value") ?? this.#value;
    if (!this.hasUpdated || this.#desk) return;
    this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // One that only moves in the page is connected again before this comes.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#desk?.view.destroy();
      this.#desk = null;
      this.#loading = null;
      this.loaded = false;
    });
  }

  protected override firstUpdated(): void {
    this.#load();
  }

  #load(): void {
    this.#loading ??= this.#start().catch((error: unknown) => {
      this.failed = true;
      this.emit("rubric-error", { error, diagnostics: [] });
    });
  }

  async #start(): Promise<void> {
    const [engine, { Desk }] = await Promise.all([load(), import("./editor-view.js")]);
    const parent = this.renderRoot.querySelector<HTMLElement>(".place");
    if (!this.isConnected || !parent || this.#desk || !(this.renderRoot instanceof ShadowRoot)) return;
    const plain = this.renderRoot.querySelector("textarea");
    const within = plain !== null && this.renderRoot.activeElement === plain;
    const [from, to] = [plain?.selectionStart ?? 0, plain?.selectionEnd ?? 0];
    const desk = new Desk(parent, this.renderRoot, this.#value, engine, {
      files: () => this.files ?? NO_FILES,
      check: (source, options) => (this.check ?? engine.check.bind(engine))(source, options),
      onDiagnostics: (found) => this.#told(found),
    }, this.#shown(), {
      changed: (value) => this.#changed(value),
      left: () => this.#blurred(),
      depths: (undoable, redoable) => Object.assign(this, { undoable, redoable }),
    });
    this.#desk = desk;
    this.loaded = true;
    if (within) desk.goTo(from, to);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("files") || changed.has("check")) {
      if (changed.get("files") !== undefined || changed.get("check") !== undefined) this.#desk?.again();
    }
    this.#desk?.show(this.#shown());
    this.#settle();
  }

  /* What happens. */

  #changed(value: string): void {
    if (value === this.#value) return;
    this.#value = value;
    this.#settle();
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.emit("rubric-edit", { value });
  }

  #blurred(): void {
    if (this.#left === this.#value) return;
    this.#left = this.#value;
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #told(found: readonly Diagnostic[]): void {
    this.found = found;
    this.#checked = this.#value;
    this.emit("rubric-diagnostics", { diagnostics: found, value: this.#value });
  }

  /** What was found in an earlier text has its edits in other places: of that, the new check tells anew. */
  #mend(fix: Diagnostic["fixes"][number]): void {
    if (this.#checked === this.#value) this.#desk?.mend(fix);
  }

  /** The form's view of it. */
  #settle(): void {
    const off = this.disabled || this.outside;
    this.internals.setFormValue(off ? null : this.#value);
    const { required, faulty } = this.#terms;
    const errors = this.found.filter(({ severity }) => severity === "error").length;
    const anchor = this.renderRoot?.querySelector<HTMLElement>(".cm-content, textarea") ?? undefined;
    if (this.required && this.#value.trim() === "") this.internals.setValidity({ valueMissing: true }, required, anchor);
    else if (errors > 0) this.internals.setValidity({ customError: true }, faulty(errors), anchor);
    else this.internals.setValidity({});
  }

  get #terms(): EditorTerms {
    return editorTerms(this.words.lang());
  }

  get #fixed(): boolean {
    return this.readonly || this.disabled || this.outside;
  }

  #name(): string {
    const labels = [...(this.internals.labels ?? [])].map((label) => label.textContent?.trim() ?? "");
    return this.label ?? (labels.filter(Boolean).join(" ") || this.#terms.label);
  }

  #shown(): Shown {
    return { readonly: this.#fixed, label: this.#name(), describedby: "keys", phrases: this.#terms.phrases };
  }

  /* What is seen. */

  protected override render(): TemplateResult {
    const terms = this.#terms;
    const count = (severity: Diagnostic["severity"]) => this.found.filter((one) => one.severity === severity).length;
    const counts = terms.counts(count("error"), count("warning"), count("info"));
    return html`
      <div class="desk" part="editor">
        ${this.loaded && !this.#fixed ? this.#tools(terms, counts) : nothing}
        <div class="place" part="text" dir="ltr"></div>
        ${this.loaded ? nothing : html`<textarea class="plain" part="text" dir="ltr" spellcheck="false" aria-label=${this.#name()} .value=${this.#value} ?readonly=${this.#fixed} ?disabled=${this.disabled || this.outside}
          @input=${(event: InputEvent) => this.#plain(event)} @change=${() => this.#blurred()}></textarea>`}
        ${this.failed ? html`<p class="note" role="alert">${terms.failed}</p>` : nothing}
        <p class="unseen" id="keys">${terms.keys}</p>
        <p class="unseen" role="status">${this.loaded ? counts : ""}</p>
        ${this.found.length > 0 ? this.#problems(terms, counts) : nothing}
      </div>`;
  }

  #plain(event: InputEvent): void {
    event.stopPropagation();
    this.#changed((event.target as HTMLTextAreaElement).value);
  }

  #tools(terms: EditorTerms, counts: string): TemplateResult {
    return html`
      <div class="tools" part="tools" role="toolbar" aria-label=${terms.toolbar}>
        <button type="button" ?disabled=${!this.undoable} @click=${() => this.#desk?.undo()}>${terms.undo}</button>
        <button type="button" ?disabled=${!this.redoable} @click=${() => this.#desk?.redo()}>${terms.redo}</button>
        <button type="button" @click=${() => this.format()}>${terms.format}</button>
        <button type="button" @click=${() => this.#desk?.rename()}>${terms.rename}</button>
        <span class="counts muted" aria-hidden="true">${this.found.length === 0 ? counts : nothing}</span>
      </div>`;
  }

  #problems(terms: EditorTerms, counts: string): TemplateResult {
    const more = this.found.length - MOST_LISTED;
    return html`
      <details class="problems" part="problems" open>
        <summary>${terms.problems}: ${counts}</summary>
        <ol>${this.found.slice(0, MOST_LISTED).map((one) => this.#problem(one))}</ol>
        ${more > 0 ? html`<p class="note">+ ${more}</p>` : nothing}
      </details>`;
  }

  #problem(found: Diagnostic): TemplateResult {
    const { span, severity, message, help, fixes, code } = found;
    return html`
      <li part="problem" data-severity=${severity}>
        <button type="button" class="jump" @click=${() => this.goTo(span.from, span.to)}>
          <span class="severity">${this.words.term("severity", severity)}</span> <span class="muted">${this.words.term("place", span.line, span.column)} · ${code}</span><br>
          <span class="message">${coded(message)}</span>${help ? html`<br>${coded(help)}` : nothing}
        </button>
        ${this.#fixed ? nothing : fixes.map((fix) => html`<button type="button" class="mend" part="mend" @click=${() => this.#mend(fix)}>${coded(fix.title)}</button>`)}
      </li>`;
  }
}

/** A sentence with what stands in backticks as code. */
function coded(text: string): unknown[] {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return sentence.split("`").map((piece, index) => (index % 2 === 0 ? piece : html`<code>${piece}</code>`));
}

/** A text in a page is indented with the page. */
function undent(text: string): string {
  const lines = text.replace(/^\s*\n/, "").replace(/\s+$/, "").split("\n");
  const common = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  return lines.join("").trim() === "" ? "" : `${lines.map((line) => line.slice(common)).join("\n")}\n`;
}
