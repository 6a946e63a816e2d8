import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { EvidenceState, Finding, OutlineEvidence } from "rubricate";
import "rubricate/elements";
import type { RubricEvidenceSlot } from "rubricate/elements";
import type { Page } from "../../page.js";
import { icon, type IconName } from "../../parts/icon.js";
import { addressOf } from "../../router.js";
import { giveBack } from "../../work/evidence.js";
import type { Work } from "../../work/work.js";
import type { JourneyStep, StepMaker } from "./step.js";

/** A drag that says nothing for so long, in milliseconds, is over. */
const OVER = 250;

export const STATE_ICONS: Readonly<Record<EvidenceState, IconName>> = { complete: "earned", incomplete: "failed", "needs a look": "look", unchecked: "look" };

/** Gather: what is asked, what is there, and what is left to do. */
class Gather implements JourneyStep {
  readonly #work: Work;
  readonly #page: Page;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
    // On the document, before the window's own listener opens what is dropped.
    document.addEventListener("dragover", this.#over);
    document.addEventListener("drop", this.#drop);
    document.addEventListener("paste", this.#paste);
    // A portfolio that was just opened may have had its files kept only now.
    void giveBack(work);
  }

  close(): void {
    document.removeEventListener("dragover", this.#over);
    document.removeEventListener("drop", this.#drop);
    document.removeEventListener("paste", this.#paste);
    clearTimeout(this.#timer);
  }

  reveal(name: string): void {
    const section = document.getElementById(`slot-${name}`);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const { evidence } = this.#work.outline;
    if (evidence.length === 0) return html`<p class="lead">${say.gather.none}</p>`;
    const asked = this.#asked();
    const complete = asked.filter(({ name }) => this.#work.outcome.evidence.slots[name]?.state === "complete").length;
    return html`<p class="lead">${say.gather.lead}</p>
      <div class="gather">
        <section class="card gather-side" aria-labelledby="to-do"><h2 id="to-do">${say.gather.list}</h2>
          <div class="pace"><progress aria-hidden="true" max=${Math.max(1, asked.length)} value=${complete}></progress><p class="muted">${say.gather.complete(complete, asked.length)}</p></div>
          ${this.#list()}</section>
        <div class="gather-main"><div class="slots" aria-label=${say.gather.slots} role="group">${evidence.map((slot) => this.#slot(slot))}</div>
          ${this.#rows()}</div>
      </div>`;
  }

  #asked(): readonly OutlineEvidence[] {
    return this.#work.outline.evidence.filter(({ name }) => this.#work.outcome.evidence.slots[name]?.asked === true);
  }

  #slot({ name }: OutlineEvidence): TemplateResult {
    const work = this.#work;
    return html`<section class="slot" id="slot-${name}" tabindex="-1">
      <rubric-evidence-slot .assessment=${work.assessment} name=${name} .locale=${work.locale} heading-level="2" ?readonly=${work.readOnly || work.outcome.closed}></rubric-evidence-slot></section>`;
  }

  /** The precheck as a list to finish: slot by slot what is missing, and what only a person can look at. */
  #list(): TemplateResult {
    const { say } = this.#page;
    const open = this.#asked().flatMap((slot) => {
      const left = leftIn(this.#work, slot.name);
      return left.length === 0 ? [] : [{ slot, left }];
    });
    if (open.length === 0) return html`<p class="all-done">${icon("earned")}${say.gather.listDone}</p>`;
    return html`<ul class="to-do">${open.map(({ slot, left }) => html`<li>
      <a href=${addressOf({ at: "work", id: this.#work.id, step: "gather", row: slot.name })} @click=${(event: Event) => this.#go(event, slot.name)}><bdi>${slot.label}</bdi></a>
      ${slot.optional ? html`<small class="muted">${say.gather.optional}</small>` : nothing}
      <ul>${left.map((finding) => this.#left(slot, finding))}</ul></li>`)}</ul>`;
  }

  #left(slot: OutlineEvidence, finding: Finding): TemplateResult {
    const { say } = this.#page;
    if (finding.holds === "no") {
      const words = finding.soft ? say.gather.advice : say.gather.missing;
      return html`<li class="finding" data-holds=${finding.soft ? "advice" : "no"}>${icon(finding.soft ? "spark" : "failed")}<span><span class="unseen">${words}: </span><bdi>${finding.sentence}</bdi></span></li>`;
    }
    const mark = lookMark(slot.name, finding);
    const looked = this.#work.own.ticked[mark] === true;
    const turn = () => this.#work.keep(say.gather.looked(slot.label), (own) => ({ ...own, ticked: { ...own.ticked, [mark]: !looked } }));
    return html`<li class="finding" data-holds="unknown"><label class="tick"><input type="checkbox" ?disabled=${this.#work.readOnly} .checked=${live(looked)} @change=${turn} aria-label=${say.gather.looked(finding.sentence)} /><span><bdi>${finding.sentence}</bdi><small class="muted">${say.gather.lookedLead}</small></span></label></li>`;
  }

  /** The address may be this one already. */
  #go(event: Event, name: string): void {
    event.preventDefault();
    this.reveal(name);
  }

  /** Rows that have slots to show them, and nothing in any of these. */
  #rows(): TemplateResult | typeof nothing {
    const { say } = this.#page;
    const work = this.#work;
    const bare = bareRows(work);
    if (!work.outline.rows.some(({ shownBy }) => shownBy.length > 0)) return nothing;
    return html`<section class="card" aria-labelledby="bare"><h2 id="bare">${say.gather.rows}</h2>
      ${bare.length === 0 ? html`<p class="all-done">${icon("earned")}${say.gather.rowsDone}</p>` : html`<ul class="bare">${bare.map(({ label, shownBy }) => html`<li><bdi>${label}</bdi>
        <span class="muted">${say.gather.shownBy} ${shownBy.map((name) => html`<a href=${addressOf({ at: "work", id: work.id, step: "gather", row: name })} @click=${(event: Event) => this.#go(event, name)}><bdi>${work.outline.evidence.find((slot) => slot.name === name)?.label ?? name}</bdi></a> `)}</span></li>`)}</ul>`}
    </section>`;
  }

  /* Files may be dropped and pasted anywhere. */

  #slots(): RubricEvidenceSlot[] {
    return [...document.querySelectorAll<RubricEvidenceSlot>(".slots rubric-evidence-slot")].filter(({ open }) => open);
  }

  readonly #over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    for (const slot of this.#slots()) slot.aim(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#calm(), OVER);
    if (event.defaultPrevented) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  };

  #calm(): void {
    clearTimeout(this.#timer);
    for (const slot of document.querySelectorAll<RubricEvidenceSlot>(".slots rubric-evidence-slot")) slot.aim(false);
  }

  readonly #drop = (event: DragEvent): void => {
    this.#calm();
    // A slot that it was dropped on has taken it.
    if (event.defaultPrevented) return;
    this.#take(event, [...(event.dataTransfer?.files ?? [])]);
  };

  readonly #paste = (event: ClipboardEvent): void => {
    if (!event.defaultPrevented) this.#take(event, [...(event.clipboardData?.files ?? [])]);
  };

  #take(event: Event, files: readonly File[]): void {
    if (files.length === 0) return;
    event.preventDefault();
    share(this.#slots(), files);
  }
}

/** Each file to the only slot that may take it; where there are several, the person says. */
function share(slots: readonly RubricEvidenceSlot[], files: readonly File[]): void {
  const [first] = slots;
  if (!first) return;
  const places = files.map((file) => slots.filter((slot) => slot.takes(file)));
  if (slots.length > 1 && places.some((fit) => fit.length !== 1)) return first.ask(files, slots);
  for (const slot of slots) {
    const own = files.filter((_, at) => slots.length === 1 || places[at]?.[0] === slot);
    if (own.length > 0) slot.receive(own);
  }
}

/** What is not in order in a slot: what is missing first, then what nobody could check, then advice. */
export function leftIn(work: Work, slot: string): readonly Finding[] {
  const findings = (work.outcome.evidence.slots[slot]?.findings ?? []).filter(({ holds }) => holds !== "yes");
  const order = ({ holds, soft }: Finding) => (holds === "no" ? (soft ? 2 : 0) : 1);
  return [...findings].sort((a, b) => order(a) - order(b));
}

/** The name under which it is kept that somebody looked. */
export function lookMark(slot: string, { rule, item }: Finding): string {
  return `look ${slot} ${rule ?? "items"} ${item ?? ""}`;
}

/** Rows whose slots are all empty. */
export function bareRows(work: Work): Work["outline"]["rows"] {
  const { evidence } = work.assessment.given;
  return work.outline.rows.filter(({ name, shownBy }) => work.outcome.rows[name]?.state !== "not asked" && shownBy.length > 0 && shownBy.every((slot) => (evidence[slot]?.length ?? 0) === 0));
}

export const gather: StepMaker = (work, page) => new Gather(work, page);
