import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../parts/icon.js";
import { exportAll } from "./export.js";
import type { HomeScreen } from "./home.js";
import { installOffer } from "./install.js";

/** Everything as one file, back again, and installing. */
export function everything(home: HomeScreen): TemplateResult {
  const { page } = home;
  const { say } = page;
  const some = (home.works ?? []).length > 0;
  const chosen = async (event: Event) => {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = "";
    if (files.length > 0) await page.open(files);
    await home.refresh();
  };
  return html`<section class="everything" aria-labelledby="everything">
    <h2 id="everything">${say.home.everything}</h2>
    <p class="buttons">
      <button type="button" ?disabled=${!some} @click=${() => void exportAll(page)}>${icon("down")}${say.home.exportAll}</button>
      <label class="button file-button">${icon("open")}${say.home.importAll}<input type="file" accept=".zip" @change=${chosen} /></label>
      ${installOffer(page)}
    </p>
    <p class="muted private">${icon("lock")}${say.app.private}</p>
  </section>`;
}

/** What was deleted and can come back. */
export function bin(home: HomeScreen): TemplateResult | typeof nothing {
  const { say, store } = home.page;
  const gone = (home.works ?? []).filter(({ deleted }) => deleted !== null);
  if (gone.length === 0) return nothing;
  const back = async (id: string, title: string) => {
    await store.discard(id, null);
    await home.refresh();
    home.page.announce(say.home.restored(title));
  };
  return html`<details class="bin"><summary>${say.home.bin(gone.length)}</summary>
    <p class="muted">${say.home.binLead}</p>
    <ul>${gone.map(({ id, title }) => html`<li><bdi>${title}</bdi>
      <button type="button" aria-label=${say.home.bringBackWhat(title)} @click=${() => void back(id, title)}>${say.home.bringBack}</button></li>`)}</ul>
  </details>`;
}
