import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { RubricError, type OutlineRow, type RatingInput } from "rubricate";
import type { Page } from "../../page.js";
import type { Work } from "../../work/work.js";
import type { JourneyStep } from "./step.js";

/** Every row of the rubric with its levels, as native radios. */
export function ratingStep(work: Work, page: Page): JourneyStep {
  const refused = new Map<string, string>();
  const rate = (row: OutlineRow, value: RatingInput) => {
    try {
      refused.delete(row.name);
      work.edit(page.say.work.rated(row.label), (assessment) => assessment.rate(row.name, value));
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      refused.set(row.name, error.message);
      page.update();
    }
  };
  return {
    render: () => html`<p class="lead">${page.say.work.lead}</p>${work.outline.rows.filter(({ workedOut }) => !workedOut).map((row) => drawn(work, row, rate, refused))}`,
    reveal: (name) => document.getElementById(`row-${name}`)?.focus(),
  };
}

function drawn(work: Work, row: OutlineRow, rate: (row: OutlineRow, value: RatingInput) => void, refused: ReadonlyMap<string, string>): TemplateResult {
  const given = work.outcome.rows[row.name];
  return html`<fieldset class="card row" id="row-${row.name}" tabindex="-1" ?disabled=${work.readOnly}>
    <legend><bdi>${row.label}</bdi></legend>
    ${row.about ? html`<p class="muted">${row.about}</p>` : nothing}
    <div class="levels">${choices(row).map(({ name, value, label, text }) => html`<label class="level">
      <input type="radio" name="row-${row.name}" .checked=${live(given?.level === name)} @change=${() => rate(row, value)} />
      <span><strong>${label}</strong>${text ? html`<small>${text}</small>` : nothing}</span></label>`)}
    </div>
    ${row.kind === "number" ? html`<input type="number" aria-label=${row.label} .value=${live(given?.points.exact ?? "")} step="any"
      @change=${(event: Event) => rate(row, (event.target as HTMLInputElement).value === "" ? null : (event.target as HTMLInputElement).value)} />` : nothing}
    ${refused.has(row.name) ? html`<p role="alert">${refused.get(row.name)}</p>` : nothing}
  </fieldset>`;
}

function choices(row: OutlineRow): { name: string; value: RatingInput; label: string; text: string | null }[] {
  if (row.kind === "check") return [{ name: "met", value: true, label: "✓", text: null }, { name: "not met", value: false, label: "✗", text: null }];
  return row.levels.map(({ name, label, descriptor, description }) => ({ name, value: name, label, text: descriptor ?? description }));
}
