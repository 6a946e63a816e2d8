import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OutlineRow, RowOutcome } from "../../types.js";
import type { Desk } from "./desk.js";
import { needsComment } from "./row.js";

/** Long enough that a comment is one edit, and not one for each letter. */
const PAUSE = 800;

/** The comment of a row, once there is one or one is asked for. */
export function commentField(desk: Desk, row: OutlineRow, now: RowOutcome, id: string): TemplateResult | typeof nothing {
  const { words, locked, given } = desk;
  const ui = desk.ui(row.name);
  const comment = given.comments[row.name] ?? "";
  if (row.comment === "none" || row.workedOut) return nothing;
  if (comment === "" && !ui.commenting && !now.short && (!needsComment(row) || now.state === "left out")) return nothing;
  if (locked) return comment === "" ? nothing : html`<div class="comment" part="comment"><p class="comment-label">${words.term("comment")}</p><p class="comment-text">${comment}</p></div>`;
  const key = `comment ${row.name}`;
  const commit = () => {
    const text = desk.ui(row.name).comment;
    if (text === null) return;
    const error = desk.attempt((assessment) => assessment.comment(row.name, text)) ?? "";
    desk.at(row.name, { comment: error === "" ? null : text, error });
  };
  const typing = (event: Event) => {
    desk.ui(row.name).comment = (event.currentTarget as HTMLTextAreaElement).value;
    desk.later(key, PAUSE, commit);
  };
  const leave = () => {
    desk.hurry(key);
    // What was written keeps it open; without anything it closes.
    desk.at(row.name, { commenting: false });
  };
  const wanted = now.short ? words.term("commentRequired") : "";
  const link = row.commentWithLink && row.comment === "required" ? words.term("commentLink") : "";
  return html`<div class="comment" part="comment">
    <label class="comment-label" for=${`${id}-comment`}>${words.term("comment")}</label>
    <textarea id=${`${id}-comment`} aria-label=${`${words.term("comment")}: ${row.label}`} part="comment-field" rows="3" dir="auto" aria-describedby=${`${id}-wanted`} aria-required=${needsComment(row) || now.short ? "true" : nothing}
      .value=${live(ui.comment ?? comment)} @input=${typing} @change=${leave} @blur=${leave}></textarea>
    <p class="wanted" id=${`${id}-wanted`}>${[wanted, link].join(" ").trim()}</p>
  </div>`;
}

/** Why a row is left out, where the rubric wants to know. */
export function leaveOutForm(desk: Desk, row: OutlineRow, id: string): TemplateResult | typeof nothing {
  const { words, locked } = desk;
  const ui = desk.ui(row.name);
  if (!ui.leaving || locked) return nothing;
  const close = () => {
    desk.at(row.name, { leaving: false, leaveError: "" });
    desk.go("row", row.name);
  };
  const done = (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest(".leave")?.querySelector("input");
    const reason = field?.value.trim() ?? "";
    if (reason === "") {
      desk.at(row.name, { leaveError: words.term("reasonNeeded") });
      return field?.focus();
    }
    const error = desk.attempt((assessment) => assessment.notApplicable(row.name, reason)) ?? "";
    desk.at(row.name, { leaving: error !== "", leaveError: error });
    if (error === "") desk.go("row", row.name);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter") return;
    // Not the form around the element.
    event.preventDefault();
    done(event);
  };
  return html`<div class="leave">
    <label for=${`${id}-reason`}>${words.term("whyLeftOut")}</label>
    <input type="text" id=${`${id}-reason`} aria-label=${`${words.term("whyLeftOut")} ${row.label}`} dir="auto" autocomplete="off" maxlength="2000" aria-describedby=${`${id}-leave-error`} aria-invalid=${ui.leaveError === "" ? nothing : "true"} @keydown=${keys} />
    <p class="error" id=${`${id}-leave-error`}>${ui.leaveError}</p>
    <div class="row-tools">
      <button type="button" class="main" part="button" @click=${done}>${words.term("leaveOut")}</button>
      <button type="button" class="quiet" part="button" @click=${close}>${words.term("cancel")}</button>
    </div>
  </div>`;
}
