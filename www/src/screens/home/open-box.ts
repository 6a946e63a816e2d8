import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { opener } from "./opening.js";

/** Open a file or a text of one's own. */
export function openBox(page: Page): TemplateResult {
  const { say } = page;
  const { refusal, busy } = opener(page);
  return html`<section class="open-box" aria-labelledby="open">
    <h2 id="open">${say.home.open}</h2>
    <p class="muted">${say.home.openLead}</p>
    ${refusal ? refused(page) : nothing}
    <div class="choose">
      <label class="button primary file-button">${icon("open")}${busy ? say.app.loading : say.home.choose}<input type="file" multiple accept=".rubric,.json,.zip,.txt" @change=${(event: Event) => void chosen(event, page)} /></label>
    </div>
    <details class="paste">
      <summary>${say.home.paste}</summary>
      <form @submit=${(event: SubmitEvent) => void pasted(event, page)}>
        <label for="paste">${say.home.pasteLabel}</label>
        <textarea id="paste" name="text" rows="6" spellcheck="false" required></textarea>
        <button type="submit">${say.home.pasteGo}</button>
      </form>
    </details>
  </section>`;
}

function refused(page: Page): TemplateResult {
  const { say } = page;
  const { refusal } = opener(page);
  if (!refusal) return html``;
  return html`<div class="banner bad refusal" role="alert">${icon("failed")}
    <div><p><strong>${say.opening.failed}.</strong> <bdi>${refusal.text}</bdi></p>
      ${refusal.findings.length > 0 ? html`<ul>${refusal.findings.slice(0, 5).map(({ message, span }) => html`<li>${say.opening.place(span.line, span.column)}: <bdi>${message}</bdi></li>`)}</ul>` : nothing}
      ${refusal.todo === null ? nothing : html`<p>${refusal.todo}</p>`}</div>
    ${refusal.source === null ? nothing : html`<button type="button" @click=${() => opener(page).mend()}>${say.opening.edit}</button>`}
    <button type="button" class="bare" aria-label=${say.app.close} @click=${() => opener(page).dismiss()}>${icon("close")}</button>
  </div>`;
}

async function chosen(event: Event, page: Page): Promise<void> {
  const field = event.target as HTMLInputElement;
  const files = [...(field.files ?? [])];
  // The same file can be chosen again after it was mended.
  field.value = "";
  if (files.length > 0) await page.open(files);
}

async function pasted(event: SubmitEvent, page: Page): Promise<void> {
  event.preventDefault();
  const text = new FormData(event.target as HTMLFormElement).get("text");
  if (typeof text === "string" && text.trim() !== "") await page.open(text);
}
