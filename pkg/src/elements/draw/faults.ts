import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic } from "../../types.js";
import type { Compiled } from "../compiling.js";
import type { Words } from "../words/words.js";

/** So many findings are shown. */
const MOST = 20;

/** What there is instead of a rubric: nothing yet, a wait, mistakes with their places and mends, or a failure. */
export function drawInstead(words: Words, state: Exclude<Compiled, { is: "ready" }>, again: () => void): TemplateResult {
  switch (state.is) {
    case "nothing":
      return html`<div class="instead" part="empty"><slot name="empty"><p class="muted">${words.term("nothing")}</p></slot></div>`;
    case "loading":
      return html`<div class="instead" part="loading" role="status" aria-busy="true"><slot name="loading"><p class="muted">${words.term("loading")}</p></slot></div>`;
    case "faulty":
      return drawDiagnostics(words, state.diagnostics);
    case "failed":
      return html`<div class="instead faults" part="error" role="alert">
        <p class="error">${words.term("failed")}</p>
        <p>${state.error instanceof Error ? state.error.message : String(state.error)}</p>
        <button type="button" part="button" @click=${again}>${words.term("again")}</button>
      </div>`;
  }
}

/** What is wrong with a rubric, the mistakes before the rest. */
function drawDiagnostics(words: Words, all: readonly Diagnostic[]): TemplateResult {
  const errors = all.filter(({ severity }) => severity === "error");
  return html`<div class="instead faults" part="error" role="alert">
    <p class="error">${words.term("faulty", errors.length)}</p>
    <ol>${errors.slice(0, MOST).map(
      ({ message, help, span, code, fixes }) => html`<li>
        <p class="where"><span>${words.term("place", span.line, span.column)}</span> <code>${code}</code></p>
        <p class="what">${sentence(message)}</p>
        ${help === "" ? nothing : html`<p class="help">${sentence(help)}</p>`}
        ${fixes.map(({ title }) => html`<p class="mend"><strong>${words.term("mend")}</strong> ${quoted(title)}</p>`)}
      </li>`,
    )}</ol>
    ${errors.length > MOST ? html`<p class="muted">${words.term("more", `${errors.length - MOST}`)}</p>` : nothing}
  </div>`;
}

/** A message of the compiler as a sentence of its own. */
function sentence(text: string): unknown {
  const end = /[.!?]$/.test(text) ? "" : ".";
  return html`${quoted(text.replace(/^\p{Ll}/u, (first) => first.toUpperCase()))}${end}`;
}

/** What stands between backticks is text of the rubric. */
function quoted(text: string): unknown {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}
