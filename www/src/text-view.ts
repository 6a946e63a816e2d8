import type { Diagnostic } from "rubricate";
import { Checker } from "./checker.js";
import { el, setText } from "./dom.js";
import { Editor } from "./editor.js";
import { findings, tally } from "./findings.js";
import * as store from "./store.js";

/** Long enough not to check half a word. */
const PAUSE = 300;

export interface Uses {
  /** Takes a source into use, or says why not. */
  use(source: string): string | null;
  /** Goes back to the rubric that comes with the page. */
  gallery(): void;
}

/** The rubric's own text: write, see what is wrong, use it. */
export class TextView {
  readonly element: HTMLElement;
  readonly #editor = new Editor();
  readonly #checker = new Checker();
  readonly #uses: Uses;
  readonly #state = el("p", { class: "check-state", role: "status" });
  readonly #list = el("div", { class: "check-list" });
  readonly #use = el("button", { type: "button", class: "primary" }, "Use this rubric");
  readonly #gallery = el("button", { type: "button" }, "Back to the gallery rubric");
  readonly #inUse = el("span", { class: "in-use" });
  #used = "";
  #usesGallery = true;
  #timer = 0;

  constructor(uses: Uses) {
    this.#uses = uses;
    this.#editor.onInput(() => this.#edited());
    this.#use.addEventListener("click", () => void this.#take());
    this.#gallery.addEventListener("click", () => this.#uses.gallery());
    const hint = el("p", { class: "hint", id: "source-hint" }, "A rubric is plain text. It is checked while you type, on this device.");
    const tools = el("div", { class: "tools" }, this.#use, this.#gallery, this.#inUse);
    const write = el("div", { class: "write" }, el("label", { for: "source", class: "source-label" }, "Source"), this.#editor.element, tools);
    const check = el("section", { class: "check", "aria-labelledby": "check-title" }, el("h2", { id: "check-title" }, "Check"), this.#state, this.#list);
    this.element = el("div", { class: "text-view" }, el("header", { class: "masthead" }, el("h1", { tabindex: "-1" }, "Rubric text"), hint), el("div", { class: "bench" }, write, check));
  }

  /** The source that is in use; `text` is what to edit, when that is another. */
  show(used: string, isGallery: boolean, text: string = used): void {
    this.#used = used;
    this.#usesGallery = isGallery;
    this.#editor.set(text);
    this.#sayInUse();
    void this.#check();
  }

  get text(): string {
    return this.#editor.text;
  }

  /** Puts a text in place of the one that is there, as if it had been typed. */
  write(text: string): void {
    this.#editor.set(text);
    this.#keepDraft();
    void this.#check();
  }

  #edited(): void {
    this.#sayInUse();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#keepDraft();
      void this.#check();
    }, PAUSE);
  }

  #keepDraft(): void {
    const done = this.#editor.text === this.#used ? store.remove(store.DRAFT_KEY) : store.write(store.DRAFT_KEY, this.#editor.text);
    this.#sayInUse(done.ok ? null : done.why);
  }

  #sayInUse(why: string | null = null): void {
    const same = this.#editor.text === this.#used;
    this.#gallery.disabled = same && this.#usesGallery;
    const text = same ? "This text is in use." : "This text is not in use yet.";
    setText(this.#inUse, why === null ? text : `${text} It could not be saved: ${why}.`);
  }

  async #check(): Promise<readonly Diagnostic[] | null> {
    const source = this.#editor.text;
    const checked = await this.#checker.check(source);
    if (checked === null) return null;
    if ("error" in checked) {
      setText(this.#state, `The check did not work: ${checked.error}.`);
      return null;
    }
    this.#showFindings(source, checked.diagnostics);
    return checked.diagnostics;
  }

  #showFindings(source: string, diagnostics: readonly Diagnostic[]): void {
    setText(this.#state, `${tally(diagnostics)}.`);
    this.#state.dataset["state"] = diagnostics.length === 0 ? "good" : "bad";
    const list = findings(diagnostics, {
      show: (span) => this.#editor.show(span),
      apply: (fix) => {
        // Offsets are about the text that was checked, and no other.
        if (this.#editor.text === source) this.#editor.apply(fix.edits);
      },
    });
    this.#list.replaceChildren(list);
  }

  async #take(): Promise<void> {
    clearTimeout(this.#timer);
    this.#keepDraft();
    const source = this.#editor.text;
    const found = await this.#check();
    if (this.#editor.text !== source) return;
    if (found?.some((one) => one.severity === "error")) {
      setText(this.#state, `${tally(found)}. The rubric in use stays as it was.`);
      return;
    }
    const why = this.#uses.use(source);
    if (why !== null) setText(this.#state, `This rubric cannot be used: ${why}. The one in use stays as it was.`);
  }
}
