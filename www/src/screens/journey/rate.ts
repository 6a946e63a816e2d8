import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { createRef, ref } from "lit/directives/ref.js";
import "rubricate/elements";
import type { RubricAssessment } from "rubricate/elements";
import type { Page } from "../../page.js";
import { day } from "../../parts/when.js";
import type { Work } from "../../work/work.js";
import { goalsView, setGoals } from "./goals-view.js";
import { NotesView } from "./notes-view.js";
import { progressView } from "./progress-view.js";
import { ratingText } from "./rows.js";
import type { JourneyStep, StepMaker } from "./step.js";

const VIEWS = ["rate", "goals", "progress", "notes"] as const;
type View = (typeof VIEWS)[number];

/** Work on it: every row with its levels, the goals one set, how it goes, and one's own notes. */
class Rate implements JourneyStep {
  readonly #work: Work;
  readonly #page: Page;
  readonly #element = createRef<RubricAssessment>();
  readonly #notes: NotesView;
  #view: View = "rate";

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
    this.#notes = new NotesView(work, page);
  }

  render(): TemplateResult {
    return html`${this.#choice()} ${this.#view === "rate" ? this.#strip() : nothing} ${this.#beside()}
      <div class="rate-view" ?hidden=${this.#view !== "rate"}>${this.#ratings()}</div>`;
  }

  /** A row, a question or a slot of the rubric. */
  reveal(row: string): void {
    this.#view = "rate";
    this.#page.update();
    queueMicrotask(() => {
      const shown = this.#element.value;
      void shown?.updateComplete.then(() => shown.show(row));
    });
  }

  #choice(): TemplateResult {
    const { say } = this.#page;
    const { own } = this.#work;
    const counts: Readonly<Record<View, number>> = { rate: 0, goals: Object.keys(own.goals).length, progress: 0, notes: Object.keys(own.notes).length };
    const show = (view: View) => {
      this.#view = view;
      this.#page.update();
    };
    return html`<fieldset class="segments"><legend class="unseen">${say.plan.show}</legend>${VIEWS.map((view) => html`<label><input type="radio" name="work-view" .checked=${live(this.#view === view)} @change=${() => show(view)} /><span>${say.plan.count(say.plan.views[view], counts[view])}</span></label>`)}</fieldset>`;
  }

  /** The goals in short, above the ratings. */
  #strip(): TemplateResult | typeof nothing {
    const { say, locale } = this.#page;
    const goals = setGoals(this.#work).filter(({ goal }) => !goal.done);
    if (goals.length === 0) return nothing;
    return html`<section class="goal-strip" aria-label=${say.plan.goals}><h2>${say.plan.goals}</h2><ul class="jumps">${goals.map(({ row, goal }) => html`<li><button type="button" class="quiet" @click=${() => this.reveal(row.name)}>
      <bdi>${goal.level ? say.plan.toGoal(row.label, ratingText(row, goal.level, this.#page)) : row.label}</bdi>${goal.by ? html`<small class="muted">${say.plan.until(day(goal.by, locale))}</small>` : nothing}</button></li>`)}</ul></section>`;
  }

  #beside(): TemplateResult | typeof nothing {
    const show = (row: string) => this.reveal(row);
    switch (this.#view) {
      case "rate": return nothing;
      case "goals": return goalsView(this.#work, this.#page, show);
      case "progress": return progressView(this.#work, this.#page, show);
      case "notes": return this.#notes.render();
    }
  }

  #ratings(): TemplateResult {
    const [work, { say }] = [this.#work, this.#page];
    return html`<rubric-assessment ${ref(this.#element)} class="ratings" .assessment=${work.assessment} .locale=${work.locale}
      ?readonly=${work.readOnly} ?hide-numbers=${work.hideNumbers} heading-level="1">
      <p slot="header" class="lead">${say.work.lead}</p>
      <label slot="tools" class="switch"><input type="checkbox" .checked=${work.hideNumbers} ?disabled=${work.readOnly || work.outline.levelsOnly}
        @change=${(event: Event) => work.keep(say.work.hideNumbers, (own) => ({ ...own, hideNumbers: (event.target as HTMLInputElement).checked }))} /> ${say.work.hideNumbers}</label>
    </rubric-assessment>`;
  }
}

export const rate: StepMaker = (work, page) => new Rate(work, page);
