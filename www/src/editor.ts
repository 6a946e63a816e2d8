import type { Diagnostic, Span } from "rubricate";
import { el } from "./dom.js";

/** The text field of the rubric, with what a plain one lacks: places, and edits that can be undone. */
export class Editor {
  readonly element = el("textarea", {
    id: "source",
    class: "source",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    wrap: "off",
    "aria-describedby": "source-hint",
  });

  get text(): string {
    return this.element.value;
  }

  /** Replaces the whole text, from outside. */
  set(text: string): void {
    if (this.element.value !== text) this.element.value = text;
  }

  onInput(listener: () => void): void {
    this.element.addEventListener("input", listener);
  }

  /** Puts the cursor at a place and brings it into view. */
  show({ from, to, line }: Span): void {
    const { element } = this;
    element.focus({ preventScroll: true });
    element.setSelectionRange(from, to);
    const height = Number.parseFloat(getComputedStyle(element).lineHeight) || 20;
    element.scrollTop = Math.max(0, (line - 1) * height - element.clientHeight / 2);
    element.scrollIntoView({ block: "nearest" });
  }

  /** Edits from the last to the first, so that the offsets of the others stay true. */
  apply(edits: Diagnostic["fixes"][number]["edits"]): void {
    for (const { from, to, text } of [...edits].sort((a, b) => b.from - a.from)) this.#replace(from, to, text);
  }

  #replace(from: number, to: number, text: string): void {
    const { element } = this;
    element.focus();
    element.setSelectionRange(from, to);
    // The old command is the one way that keeps the browser's own undo.
    const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
    if (done) return;
    element.setRangeText(text, from, to, "end");
    element.dispatchEvent(new Event("input"));
  }
}
