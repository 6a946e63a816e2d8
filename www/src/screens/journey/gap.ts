import { html, type TemplateResult } from "lit";
import type { Page } from "../../page.js";
import type { Work } from "../../work/work.js";
import { GapCheck } from "./gap-check.js";
import { Profile } from "./profile.js";
import { askedRows, ratedAs } from "./rows.js";
import type { JourneyStep, StepMaker } from "./step.js";

/** Find the gap: a quick self-check, one row at a time, and the profile that comes of it. */
class Gap implements JourneyStep {
  readonly #work: Work;
  readonly #page: Page;
  readonly #check: GapCheck;
  readonly #profile: Profile;
  #asking: boolean;

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
    this.#check = new GapCheck(work, page, () => this.#finish());
    this.#profile = new Profile(work, page, (again) => this.#begin(again));
    // Whoever has rated nothing yet begins at once.
    this.#asking = work.outcome.progress.rated === 0 && askedRows(work).length > 0 && !work.outcome.closed;
  }

  render(): TemplateResult {
    const { say } = this.#page;
    if (askedRows(this.#work).length === 0) return html`<p class="lead">${say.gap.nothing}</p>`;
    return this.#asking ? html`<p class="lead">${say.gap.lead}</p>${this.#check.render()}` : this.#profile.render();
  }

  reveal(row: string): void {
    this.#asking = true;
    this.#check.at(row);
  }

  close(): void {
    if (this.#asking) this.#remember();
  }

  #begin(again: boolean): void {
    this.#asking = true;
    this.#check.begin(again);
  }

  #finish(): void {
    this.#remember();
    this.#asking = false;
    this.#page.update();
    queueMicrotask(() => document.getElementById("profile")?.focus());
    scrollTo({ top: 0, behavior: "instant" });
  }

  /** The first self-check is kept as it was, to look back at. */
  #remember(): void {
    const work = this.#work;
    const now = Object.fromEntries(askedRows(work).flatMap((row) => {
      const rated = ratedAs(work, row);
      return rated === null || Object.hasOwn(work.own.first, row.name) ? [] : [[row.name, rated]];
    }));
    if (Object.keys(now).length === 0 || work.readOnly) return;
    work.keep(this.#page.say.gap.profile, (own) => ({ ...own, first: { ...own.first, ...now } }), { undoable: false });
  }
}

export const gap: StepMaker = (work, page) => new Gap(work, page);
