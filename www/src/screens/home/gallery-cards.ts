import { html, type TemplateResult } from "lit";
import type { GalleryRubric } from "../../gallery.js";
import { emblem } from "../../parts/emblem.js";
import { addressOf } from "../../router.js";
import type { HomeScreen } from "./home.js";

/** The rubrics to start from. */
export function galleryCards(home: HomeScreen, rubrics: readonly GalleryRubric[]): TemplateResult {
  const { say } = home.page;
  return html`<section class="gallery" aria-labelledby="gallery">
    <h2 id="gallery">${say.home.gallery}</h2>
    <p class="muted">${say.home.galleryLead}</p>
    <ul class="cards">${rubrics.map((rubric) => html`<li class="card rubric">
      <div class="picture">${emblem(rubric, demo(rubric))}</div>
      <h3><bdi>${rubric.title}</bdi></h3>
      <p class="line"><bdi>${firstSentence(rubric.about)}</bdi></p>
      <p class="muted facts">${say.home.rows(rubric.rows.length)} · ${say.home.pieces(rubric.evidence)}</p>
      <p class="buttons">
        <button type="button" class="primary" ?disabled=${home.starting !== null} aria-label=${say.home.startWhat(rubric.title)} @click=${() => void home.start(rubric.file)}>${home.starting === rubric.file ? say.app.loading : say.home.start}</button>
        <a class="button quiet" href=${addressOf({ at: "write", id: rubric.file })} aria-label=${say.home.lookWhat(rubric.title)}>${say.home.look}</a>
      </p>
    </li>`)}</ul>
  </section>`;
}

/** Nothing is rated in a rubric of the gallery; its picture shows its shape. */
function demo(rubric: GalleryRubric): (number | null)[] {
  return rubric.rows.map(() => null);
}

function firstSentence(text: string): string {
  const end = text.search(/[.!?](\s|$)/);
  return end < 0 ? text : text.slice(0, end + 1);
}
