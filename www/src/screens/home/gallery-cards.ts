import { html, nothing, type TemplateResult } from "lit";
import type { GalleryRubric } from "../../gallery.js";
import { emblem } from "../../parts/emblem.js";
import { addressOf } from "../../router.js";
import type { HomeScreen } from "./home.js";

/** So many are shown at first. */
const FIRST = 6;

/** The rubrics to start from. */
export function galleryCards(home: HomeScreen, rubrics: readonly GalleryRubric[]): TemplateResult {
  const { say } = home.page;
  const shown = home.allRubrics ? rubrics : rubrics.slice(0, FIRST);
  const all = () => {
    home.allRubrics = true;
    home.page.update();
    // Whoever asked for more goes on at the first of them.
    requestAnimationFrame(() => document.querySelectorAll<HTMLElement>(".card.rubric button")[FIRST]?.focus());
  };
  return html`<section class="gallery" aria-labelledby="gallery">
    <h2 id="gallery">${say.home.gallery}</h2>
    <p class="muted">${say.home.galleryLead}</p>
    <ul class="cards">${shown.map((rubric) => html`<li class="card rubric">
      <div class="picture">${emblem(rubric)}</div>
      <h3><bdi>${rubric.title}</bdi></h3>
      <p class="line"><bdi>${firstSentence(rubric.about)}</bdi></p>
      <p class="muted facts">${say.home.rows(rubric.rows.length)} · ${say.home.pieces(rubric.evidence)}</p>
      <p class="buttons">
        <button type="button" class="primary" ?disabled=${home.starting !== null} aria-label=${say.home.startWhat(rubric.title)} @click=${() => void home.start(rubric.file)}>${home.starting === rubric.file ? say.app.loading : say.home.start}</button>
        <a class="button quiet" href=${addressOf({ at: "write", id: rubric.file })} aria-label=${say.home.lookWhat(rubric.title)}>${say.home.look}</a>
      </p>
    </li>`)}</ul>
    ${home.allRubrics ? nothing : html`<p class="all"><button type="button" @click=${all}>${say.home.all(rubrics.length)}</button></p>`}
  </section>`;
}

function firstSentence(text: string): string {
  const end = text.search(/[.!?](\s|$)/);
  return end < 0 ? text : text.slice(0, end + 1);
}
