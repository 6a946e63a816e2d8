import { html } from "lit";
import type { StepMaker } from "./step.js";

/** Gather: what each slot of evidence has and lacks. */
export const gather: StepMaker = (work) => ({
  render: () => html`${work.outline.evidence.map(({ name, label, about }) => html`<section class="card" id="slot-${name}" tabindex="-1">
    <h2><bdi>${label}</bdi></h2><p>${about}</p>
    <ul>${(work.outcome.evidence.slots[name]?.findings ?? []).map(({ sentence }) => html`<li><bdi>${sentence}</bdi></li>`)}</ul></section>`)}`,
});
