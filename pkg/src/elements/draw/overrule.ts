import { html, nothing, type TemplateResult } from "lit";
import type { AwardOutcome, OutlineLadder } from "../../types.js";
import type { Desk } from "./desk.js";

/** Deciding an award by hand, for whom the rubric allows it. What was worked out stays beside it. */
export function drawOverrule(desk: Desk, ladder: OutlineLadder, award: AwardOutcome): TemplateResult | typeof nothing {
  const { words, outcome, locked } = desk;
  const { rater, role } = outcome.view;
  if (locked || ladder.overruledBy === null || ladder.overruledBy !== role) return nothing;
  const key = `overrule ${ladder.name}`;
  const id = `o${ladder.ladder}`;
  const { error } = desk.ui(key);
  const rungs = [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])];
  const decide = (event: Event) => {
    const form = (event.currentTarget as HTMLElement).closest("details");
    const to = form?.querySelector("select")?.value ?? "";
    const reason = form?.querySelector("input")?.value.trim() ?? "";
    if (reason === "" && ladder.overruledWithReason) return desk.at(key, { error: words.term("reasonNeeded") });
    const refused = desk.attempt((assessment) => assessment.overrule(ladder.name, to, { by: rater ?? role, ...(reason === "" ? {} : { reason }) }));
    desk.at(key, { error: refused ?? "" });
    if (refused === null && form) form.open = false;
  };
  const lift = () => desk.at(key, { error: desk.attempt((assessment) => assessment.overrule(ladder.name, null)) ?? "" });
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Not the form around the element.
    event.preventDefault();
    decide(event);
  };
  return html`${award.overruled ? html`<button type="button" part="button" @click=${lift}>${words.term("liftDecision")}</button>` : nothing}
    <details class="why overrule" part="overrule"><summary aria-label=${`${words.term("decide")}: ${ladder.label}`}>${words.term("decide")}</summary>
      <div class="decision">
        <label for=${`${id}-to`}>${words.term("decideTo")}</label>
        <select id=${`${id}-to`}>${rungs.map(({ name, label }) => html`<option value=${name} ?selected=${name === (award.overruled?.to ?? award.rung)}>${label}</option>`)}</select>
        <label for=${`${id}-why`}>${words.term("reason")}</label>
        <input type="text" id=${`${id}-why`} dir="auto" autocomplete="off" maxlength="2000" aria-describedby=${`${id}-error`} aria-invalid=${error === "" ? nothing : "true"} @keydown=${keys} />
        <p class="error" id=${`${id}-error`}>${error}</p>
        <button type="button" class="main" part="button" @click=${decide}>${words.term("decide")}</button>
      </div>
    </details>`;
}
