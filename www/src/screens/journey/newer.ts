import { html, nothing, type TemplateResult } from "lit";
import type { Comparison } from "rubricate";
import { engine } from "../../engine.js";
import { galleryNames, gallerySource } from "../../gallery.js";
import type { Page } from "../../page.js";
import { troubleText } from "../../parts/trouble.js";
import type { RubricRecord } from "../../store/schema.js";
import { rubricRecord } from "../../work/begin.js";
import type { Work } from "../../work/work.js";

/** Another version of a work's rubric, with what it changes and the choice. */
export interface Newer {
  render(): TemplateResult | typeof nothing;
}

/** The newest other version of the rubric on this device or in the gallery; `null` where there is none. */
export async function newerVersion(work: Work, page: Page): Promise<Newer | null> {
  const found = await otherVersion(work, page).catch(() => null);
  if (!found) return null;
  const rubricate = await engine();
  const comparison = rubricate.compare(work.source.source, found.source);
  const name = `stay with ${work.source.id} not ${found.id}`;
  if (comparison.change === "same" || work.own.ticked[name]) return null;
  return offer(work, page, found, comparison, name);
}

async function otherVersion(work: Work, page: Page): Promise<RubricRecord | null> {
  const { source } = work;
  const kept = (await page.store.rubrics()).filter(({ name, id, added }) => name === source.name && id !== source.id && added > source.added);
  const [newest] = kept.sort((a, b) => (a.added < b.added ? 1 : -1));
  if (newest) return newest;
  const shipped = galleryNames().find(({ name, contentHash }) => name === source.name && contentHash !== source.id);
  if (!shipped || source.origin.kind !== "gallery") return null;
  const text = await gallerySource(shipped.file);
  const rubricate = await engine();
  const rubric = rubricate.compile(text);
  const record = rubricRecord(rubric, text, { kind: "gallery", name: shipped.file });
  rubric.dispose();
  return record;
}

function offer(work: Work, page: Page, found: RubricRecord, comparison: Comparison, name: string): Newer {
  const { say } = page;
  let gone = false;
  const move = async () => {
    gone = true;
    const before = work.source;
    try {
      await work.moveTo(found);
    } catch (error) {
      gone = false;
      return page.toast({ text: troubleText(error, say) });
    }
    const dropped = work.assessment.restored?.dropped.length ?? 0;
    const text = dropped > 0 ? `${say.versions.moved} ${say.versions.dropped(dropped)}` : say.versions.moved;
    page.toast({ text, action: { label: say.app.undo, run: () => void work.moveTo(before) } });
  };
  const stay = () => {
    gone = true;
    work.keep(say.versions.stay, (own) => ({ ...own, ticked: { ...own.ticked, [name]: true } }), { undoable: false });
    page.update();
  };
  return {
    render: () => gone ? nothing : html`<section class="newer" aria-labelledby="newer">
      <h2 id="newer">${say.versions.title}</h2>
      <p>${say.versions.newer(found.title)} ${say.versions.was}: ${say.versions.version(work.source.version)}. ${say.versions.now}: ${say.versions.version(found.version)}.</p>
      <p><strong>${say.versions.change[comparison.change]}</strong></p>
      <details><summary>${say.versions.reasons} (${comparison.reasons.length})</summary>
        <ul>${comparison.reasons.slice(0, 40).map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul></details>
      <p class="buttons"><button type="button" class="primary" ?disabled=${work.readOnly} @click=${move}>${say.versions.move}</button>
        <button type="button" ?disabled=${work.readOnly} @click=${stay}>${say.versions.stay}</button></p>
    </section>`,
  };
}
