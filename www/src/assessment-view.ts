import type { Change, Outline } from "rubricate";
import { announce } from "./announce.js";
import { el, setText, webLink } from "./dom.js";
import { Keeper, type SaveState } from "./keeper.js";
import { dismiss, notice } from "./notices.js";
import { Sheet } from "./rows.js";
import type { By, Session } from "./session.js";
import { Summary } from "./summary.js";
import { awardText, count, scoreText } from "./words.js";

/** One rubric being rated: its sheet, its summary, and its keeping. */
export class AssessmentView {
  readonly element: HTMLElement;
  readonly session: Session;
  readonly #outline: Outline;
  readonly #sheet: Sheet;
  readonly #summary: Summary;
  readonly #keeper: Keeper;
  readonly #saved = el("span", { class: "saved", id: "saved" });
  readonly #startOver = el("button", { type: "button", class: "quiet" }, "Start over");
  #failing = false;

  constructor(session: Session) {
    this.session = session;
    this.#outline = session.rubric.outline;
    this.#sheet = new Sheet(session);
    this.#summary = new Summary(this.#outline, session.outcome, (row) => this.#sheet.focus(row));
    this.#startOver.addEventListener("click", () => this.#clearAll());
    const tools = el("div", { class: "tools" }, this.#saved, this.#startOver);
    this.element = el("div", { class: "assessment" }, el("div", { class: "page" }, masthead(this.#outline), tools, this.#sheet.element), this.#summary.element);
    this.#sheet.element.addEventListener("focusin", () => this.#summary.fold());
    session.onChange((change, by) => this.#sync(change, by));
    this.#sync(everything(this.#outline), "page");
    this.#keeper = new Keeper(session, {
      state: (state) => this.#showState(state),
      setAside: (key) => notice("aside", `What was saved on this device for this rubric could not be read. It was not thrown away: it is kept in this browser's storage as “${key}”.`),
      kept: () => this.#showKept(),
    });
    this.#keeper.restore();
    this.#offerUndo();
  }

  /** Goes to a row; false when there is none of this name. */
  focus(row: string): boolean {
    return this.#sheet.focus(row);
  }

  storageChanged(event: StorageEvent): void {
    this.#keeper.changedElsewhere(event);
  }

  /** After the page was in the background. */
  look(): void {
    this.#keeper.look();
  }

  dispose(): void {
    this.#summary.dispose();
    this.session.dispose();
    for (const key of ["aside", "kept", "undo"]) dismiss(key);
  }

  #sync(change: Change, by: By): void {
    const { outcome } = this.session;
    this.#sheet.sync(change.rows);
    this.#summary.sync(outcome, change);
    this.#startOver.disabled = outcome.progress.rated === 0;
    if (by === "person") announce(this.#sentence());
  }

  #sentence(): string {
    const { scores, awards, progress } = this.session.outcome;
    const score = this.#outline.scores.at(-1);
    const award = this.#outline.awards[0];
    const standing = score && scores[score.name];
    const decided = award && awards[award.name];
    const parts = [`${progress.rated} of ${progress.total} rated`];
    if (score && standing) parts.push(`${score.label} ${scoreText(standing)}`);
    if (award && decided) parts.push(`${award.label}: ${awardText(decided)}`);
    return `${parts.join("; ")}.`;
  }

  #clearAll(): void {
    const before = new Map<string, unknown>(this.session.ratings);
    this.session.before = before;
    this.session.adopt(new Map(), "person");
    this.#offerUndo();
    this.#sheet.element.querySelector("input")?.focus({ preventScroll: true });
  }

  #offerUndo(): void {
    const { before } = this.session;
    if (!before) return;
    notice("undo", `Started over. ${count(before.size, "rating")} can be brought back.`, { action: { label: "Undo", run: () => this.#bringBack(before) } });
  }

  /** What was rated since starting over stays. */
  #bringBack(before: ReadonlyMap<string, unknown>): void {
    this.session.before = null;
    this.session.adopt(new Map([...before, ...this.session.ratings]), "person");
    this.#keeper.save();
    this.#sheet.element.querySelector<HTMLElement>("input:checked, input")?.focus({ preventScroll: true });
  }

  #showKept(): void {
    const { kept } = this.session;
    if (kept.size === 0) return dismiss("kept");
    const list = [...kept].map(([row, value]) => `${row}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
    notice("kept", `${count(kept.size, "saved rating does", "saved ratings do")} not fit this version of the rubric. They count for nothing, and they stay saved in case they fit again.`, { list });
  }

  #showState(state: SaveState): void {
    const failing = state.is === "failed";
    this.#saved.dataset["state"] = state.is;
    setText(this.#saved, stateText(state));
    this.#summary.warn(failing ? `${stateText(state)} Your ratings last until this page is closed.` : "");
    if (failing && !this.#failing) announce(stateText(state));
    this.#failing = failing;
  }
}

function stateText(state: SaveState): string {
  if (state.is === "failed") return `Could not be saved: ${state.why}.`;
  if (state.is === "removed") return "Removed in another tab. Your next rating saves everything again.";
  if (state.is === "empty") return "Ratings are saved on this device, and sent nowhere.";
  if (state.how === "restored") return "Your ratings came back from this device.";
  return state.how === "elsewhere" ? "Saved on this device, with another tab's ratings." : "Saved on this device.";
}

/** Title, about, and who stands behind the rubric. */
function masthead(outline: Outline): HTMLElement {
  const facts: Node[] = [];
  const { issuer, version, fields, licence, sources } = outline;
  if (issuer) facts.push(webLink(issuer.name, issuer.url));
  if (fields.length > 0) facts.push(el("span", {}, fields.join(", ")));
  if (version !== null) facts.push(el("span", {}, `Version ${version}`));
  if (licence !== null) facts.push(el("span", {}, licence));
  const meta = el("ul", { class: "meta" }, ...facts.map((fact) => el("li", {}, fact)));
  const from = el("p", { class: "sources" }, "After: ", ...sources.flatMap(({ text, url }, index) => [index > 0 ? "; " : null, webLink(text, url)]));
  return el(
    "header",
    { class: "masthead" },
    el("h1", { tabindex: "-1" }, outline.title),
    outline.about === null ? null : el("p", { class: "lead" }, outline.about),
    facts.length > 0 ? meta : null,
    sources.length > 0 ? from : null,
  );
}

function everything({ rows, scores, awards }: Outline): Change {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return { rows: names(rows), scores: names(scores), results: [], awards: names(awards), evidence: [], advice: true };
}
