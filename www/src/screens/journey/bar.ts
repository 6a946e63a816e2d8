import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { clock } from "../../parts/when.js";
import type { SaveState } from "../../work/saver.js";
import type { Work } from "../../work/work.js";
import { exportWork } from "../home/export.js";

/** The title of a work, whether it is saved, and undo. */
export function workBar(work: Work, page: Page): TemplateResult {
  const { say } = page;
  const [undo, redo] = [work.canUndo, work.canRedo];
  return html`<div class="work-bar">
    <p class="work-title"><bdi>${work.title}</bdi></p>
    <p class="save-state" data-state=${work.state.is}>${icon(MARKS[work.state.is])}<span>${said(work.state, page)}</span></p>
    <div class="undo">
      <button type="button" class="bare" ?disabled=${undo === null} aria-label=${undo === null ? say.app.undo : say.app.undoWhat(undo)} title=${undo === null ? say.app.undo : say.app.undoWhat(undo)} @click=${() => back(work, page)}>${icon("undo")}</button>
      <button type="button" class="bare" ?disabled=${redo === null} aria-label=${redo === null ? say.app.redo : say.app.redoWhat(redo)} title=${redo === null ? say.app.redo : say.app.redoWhat(redo)} @click=${() => work.redo()}>${icon("redo")}</button>
    </div>
  </div>
  ${trouble(work, page)}`;
}

const MARKS = { saved: "saved", saving: "saving", memory: "failed", failed: "failed", elsewhere: "tabs" } as const;

function said(state: SaveState, { say, locale }: Page): string {
  switch (state.is) {
    case "saved": return state.at ? say.storage.savedAt(clock(state.at, locale)) : say.storage.saved;
    case "saving": return say.storage.saving;
    case "memory": return say.storage.memory;
    case "failed": return say.storage.failed;
    case "elsewhere": return say.storage.elsewhere;
  }
}

function back(work: Work, page: Page): void {
  const what = work.canUndo;
  work.undo();
  if (what !== null) page.announce(page.say.app.undone(what));
}

/** What is wrong with keeping it, why, and what to do. */
function trouble(work: Work, page: Page): TemplateResult | typeof nothing {
  const { say } = page;
  const { state } = work;
  if (state.is === "elsewhere") {
    const take = async () => {
      await work.takeOver();
      page.announce(say.storage.took);
    };
    return html`<div class="banner" role="status">${icon("tabs")}<p>${say.storage.readOnly}</p><button type="button" class="primary" @click=${take}>${say.storage.takeOver}</button></div>`;
  }
  if (state.is !== "failed") return nothing;
  return html`<div class="banner bad" role="alert">${icon("failed")}
    <p><strong>${say.storage.failed}.</strong> ${say.storage.why[state.why.kind]} ${say.storage.todo[state.why.kind]}</p>
    <button type="button" @click=${() => work.retry()}>${say.app.tryAgain}</button>
    <button type="button" class="primary" @click=${() => void exportWork(work.document(), page)}>${say.storage.copy}</button>
  </div>`;
}
