import { html, type TemplateResult } from "lit";
import type { Member } from "./region.js";
import type { SlotTerms } from "./terms.js";

/** Files that were dropped on the whole, and the slots that may take them. */
export interface Asked {
  readonly files: readonly File[];
  readonly members: readonly Member[];
}

/** The slot that is proposed: one that takes such a file, and lacks something if there is one. */
function proposed(file: File, members: readonly Member[]): number {
  const fits = members.map((member, at) => ({ member, at })).filter(({ member }) => member.takes(file));
  return (fits.find(({ member }) => member.wanting) ?? fits[0])?.at ?? -1;
}

/** Asks where each of several files belongs. */
export function drawWhere({ files, members }: Asked, terms: SlotTerms, closed: () => void): TemplateResult {
  const answered = (event: Event): void => {
    const dialog = event.currentTarget as HTMLDialogElement;
    const chosen = [...dialog.querySelectorAll("select")].map(({ value }) => Number(value));
    closed();
    if (dialog.returnValue !== "yes") return;
    members.forEach((member, at) => {
      const own = files.filter((_, index) => chosen[index] === at);
      if (own.length > 0) member.receive(own);
    });
  };
  return html`<dialog aria-labelledby="where" @close=${answered}>
    <form method="dialog">
      <h2 id="where">${terms.where}</h2>
      <p class="muted">${terms.whereHint}</p>
      ${files.map((file, index) => {
        const best = proposed(file, members);
        return html`<div class="field">
          <label for=${`for-${index}`}><bdi>${file.name}</bdi></label>
          <select id=${`for-${index}`}>
            ${members.map((member, at) => html`<option value=${at} ?selected=${best === at}>${member.label}</option>`)}
            <option value="-1" ?selected=${best < 0}>${terms.nowhere}</option>
          </select>
        </div>`;
      })}
      <div class="acts"><button value="no" formnovalidate>${terms.cancel}</button><button class="main" value="yes">${terms.attach}</button></div>
    </form>
  </dialog>`;
}
