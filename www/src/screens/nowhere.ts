import { html, type TemplateResult } from "lit";
import type { Page, Screen } from "../page.js";
import { addressOf } from "../router.js";

/** There is no such place. */
export function nowhere(page: Page): Screen {
  const { say } = page;
  return {
    title: () => say.app.nowhere,
    render: () => sorry(say.app.nowhere, say.app.nowhereWhy, html`<a class="button primary" href=${addressOf({ at: "home" })}>${say.app.toHome}</a>`),
  };
}

/** A page that says what is not there, why, and what can be done. */
export function sorry(heading: string, why: string, todo: TemplateResult, detail: string | null = null): TemplateResult {
  return html`<section class="sorry">
    <h1>${heading}</h1>
    <p class="lead">${why}</p>
    ${detail === null ? null : html`<p class="muted detail">${detail}</p>`}
    <p class="buttons">${todo}</p>
  </section>`;
}
