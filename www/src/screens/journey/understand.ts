import { html, nothing } from "lit";
import { webLink } from "../../parts/web-link.js";
import type { StepMaker } from "./step.js";

/** Understand: the rubric as a page to read. */
export const understand: StepMaker = (work) => ({
  render: () => {
    const { about, sources, rows } = work.outline;
    return html`${about ? html`<p class="lead">${about}</p>` : nothing}
      ${rows.map((row) => html`<section class="card" id="row-${row.name}" tabindex="-1"><h2><bdi>${row.label}</bdi></h2>
        ${row.about ? html`<p>${row.about}</p>` : nothing}
        <dl>${row.levels.map(({ label, descriptor, description }) => html`<div><dt><bdi>${label}</bdi></dt><dd>${descriptor ?? description}</dd></div>`)}</dl></section>`)}
      ${sources.length > 0 ? html`<ul>${sources.map(({ text, url }) => html`<li>${webLink(text, url)}</li>`)}</ul>` : nothing}`;
  },
  reveal: (name) => document.getElementById(`row-${name}`)?.focus(),
});
