import { html, nothing, type TemplateResult } from "lit";
import type { Restored } from "../../saved-types.js";
import type { Desk } from "./desk.js";

/** What became of a saved document, where the rubric is not the one it was saved with. */
export function drawRestored({ words, locked }: Desk, restored: Restored, accept: () => void): TemplateResult | typeof nothing {
  const { change, recorded, dropped, moved, accepted, reasons } = restored;
  if ((change === "same" || change === "wording") && dropped.length === 0 && moved.length === 0) return nothing;
  return html`<div class="closed-note restored" part="notice">
    <p><strong>${words.term("restoredAs", recorded.version)}</strong></p>
    ${dropped.length > 0 ? html`<p>${words.term("dropped", dropped.length)}</p>` : nothing}
    ${moved.length > 0 ? html`<p>${words.term("moved", moved.length)}</p>` : nothing}
    ${reasons.length > 0 ? html`<ul>${reasons.slice(0, 5).map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
    ${accepted || locked ? nothing : html`<p class="muted">${words.term("acceptHint")}</p><button type="button" part="button" @click=${accept}>${words.term("accept")}</button>`}
  </div>`;
}
