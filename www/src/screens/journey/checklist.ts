// What is still missing or unchecked, said plainly.
import { html, nothing, type TemplateResult } from "lit";
import { evidenceFiles } from "rubricate/elements";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";
import { addressOf, type StepName } from "../../router.js";
import type { Work } from "../../work/work.js";
import { leftIn, lookMark } from "./gather.js";
import { askedRows } from "./rows.js";

/** A place to go to for something. */
interface Place {
  readonly step: StepName;
  readonly name: string;
  readonly label: string;
  readonly sentences: readonly string[];
}

/** One line of the checklist. */
export interface Line {
  readonly name: string;
  /** `look`: nothing is wrong, but nobody looked at it. */
  readonly mark: "done" | "open" | "look";
  readonly text: string;
  readonly places: readonly Place[];
}

/** The checklist, in the order of the journey. */
export function linesOf(work: Work, page: Page): readonly Line[] {
  return [asks(work, page), ratings(work, page), rows(work, page), evidence(work, page), files(work, page), saving(work, page)].filter((line) => line !== null);
}

function line(name: string, places: readonly Place[], done: string, open: string, mark: "open" | "look" = "open"): Line {
  return places.length === 0 ? { name, mark: "done", text: done, places } : { name, mark, text: open, places };
}

function asks(work: Work, { say }: Page): Line | null {
  const { answers } = work.assessment.given;
  if (work.outline.asks.length === 0) return null;
  const open = work.outline.asks.filter(({ name, defaults }) => answers[name] === undefined && defaults.length === 0);
  return line(say.handIn.asks, open.map(({ name, label }) => ({ step: "work", name, label, sentences: [] })), say.handIn.asksDone, say.handIn.asksOpen(open.length));
}

function ratings(work: Work, { say }: Page): Line {
  const open = askedRows(work).filter(({ name }) => work.outcome.rows[name]?.state === "unanswered");
  return line(say.handIn.ratings, open.map(({ name, label }) => ({ step: "work", name, label, sentences: [] })), say.handIn.ratingsDone, say.handIn.ratingsOpen(open.length));
}

/** What stands in the way of a row that is rated, such as a comment that is asked for. */
function rows(work: Work, { say }: Page): Line {
  const short = askedRows(work).flatMap(({ name, label }) => {
    const row = work.outcome.rows[name];
    return row?.short && row.state !== "unanswered" ? [{ step: "work" as const, name, label, sentences: [row.short] }] : [];
  });
  return line(say.handIn.comments, short, say.handIn.commentsDone, say.handIn.commentsOpen);
}

function evidence(work: Work, { say }: Page): Line {
  const { slots } = work.outcome.evidence;
  const asked = work.outline.evidence.filter(({ name }) => slots[name]?.asked === true);
  if (asked.length === 0) return { name: say.handIn.evidence, mark: "done", text: say.handIn.evidenceNone, places: [] };
  const left = asked.flatMap(({ name, label }) => {
    const open = leftIn(work, name).filter((finding) => !finding.soft && !(finding.holds === "unknown" && work.own.ticked[lookMark(name, finding)] === true));
    return open.length === 0 ? [] : [{ place: { step: "gather" as const, name, label, sentences: open.map(({ sentence }) => sentence) }, missing: open.some(({ holds }) => holds === "no") }];
  });
  return line(say.handIn.evidence, left.map(({ place }) => place), say.handIn.evidenceDone, say.handIn.evidenceOpen, left.some(({ missing }) => missing) ? "open" : "look");
}

function files(work: Work, { say }: Page): Line | null {
  if (work.outline.evidence.length === 0) return null;
  const held = evidenceFiles(work.assessment);
  const missing = held.missing().map(({ slot, name }) => ({ step: "gather" as const, name: slot, label: name, sentences: [] }));
  return line(say.handIn.files, missing, say.handIn.filesDone(held.list().length), say.handIn.filesMissing);
}

function saving(work: Work, { say }: Page): Line {
  const kept = work.state.is === "saved" || work.state.is === "saving";
  return { name: say.handIn.saved, mark: kept ? "done" : "open", text: kept ? say.handIn.savedDone : say.handIn.savedNot, places: [] };
}

/** The checklist as it is drawn. */
export function checklist(work: Work, page: Page): TemplateResult {
  const { say } = page;
  const lines = linesOf(work, page);
  const open = lines.filter(({ mark }) => mark !== "done").length;
  return html`<section class="card checklist" aria-labelledby="checklist"><h2 id="checklist">${say.handIn.checklist}</h2>
    <p class="ready">${open === 0 ? say.handIn.ready : say.handIn.notReady(open)}</p>
    <ul class="check-lines">${lines.map(({ name, mark, text, places }) => html`<li data-mark=${mark}>
      <p class="check-head"><span class="badge" data-state=${mark === "done" ? "earned" : mark === "look" ? "possible" : "out of reach"}>${icon(mark === "done" ? "earned" : mark === "look" ? "look" : "failed")}${say.handIn.mark[mark]}</span><strong>${name}</strong> <span>${text}</span></p>
      ${places.length === 0 ? nothing : html`<ul class="check-places">${places.map(({ step, name: to, label, sentences }) => html`<li><a href=${addressOf({ at: "work", id: work.id, step, row: to })} aria-label=${say.check.goTo(label)}><bdi>${label}</bdi></a>
        ${sentences.map((sentence) => html`<span class="muted"><bdi>${sentence}</bdi></span>`)}</li>`)}</ul>`}</li>`)}</ul>
  </section>`;
}
