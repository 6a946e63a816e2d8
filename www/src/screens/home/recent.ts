import { html, nothing, type TemplateResult } from "lit";
import { emblem, type Shape } from "../../parts/emblem.js";
import { icon } from "../../parts/icon.js";
import { troubleText } from "../../parts/trouble.js";
import { when } from "../../parts/when.js";
import { galleryNames } from "../../gallery.js";
import { addressOf } from "../../router.js";
import type { WorkRecord } from "../../store/schema.js";
import { exportWork } from "./export.js";
import type { HomeScreen } from "./home.js";

/** What was worked on, the newest first. */
export function recent(home: HomeScreen, works: readonly WorkRecord[]): TemplateResult {
  const { say } = home.page;
  return html`<section class="recent" aria-labelledby="recent">
    <h2 id="recent">${say.home.recent}</h2>
    <ul class="works">${works.map((work) => html`<li class="card work">${card(home, work)}</li>`)}</ul>
  </section>`;
}

function card(home: HomeScreen, work: WorkRecord): TemplateResult {
  const { say, locale } = home.page;
  const { standing, title } = work;
  const address = addressOf({ at: "work", id: work.id, step: standing.rated > 0 ? "work" : "gap", row: null });
  return html`
    <div class="picture">${emblem(shapeOf(work), standing.rows)}</div>
    <div class="about">
      ${home.renaming === work.id ? renaming(home, work) : html`<h3><a class="whole" href=${address} aria-label=${say.home.goOnWhat(title)}><bdi>${title}</bdi></a></h3>`}
      <p class="state">${standing.award === null ? nothing : html`<strong><bdi>${standing.award}</bdi></strong> · `}${standing.rated === 0 ? say.home.notStarted : say.home.progress(standing.rated, standing.total)}${standing.closed ? ` · ${say.home.closed}` : nothing}</p>
      <p class="muted">${say.home.changed(when(work.changed, locale))}</p>
      ${standing.total > 0 ? html`<progress aria-hidden="true" max=${standing.total} value=${standing.rated}></progress>` : nothing}
    </div>
    <details class="menu" @focusout=${fold} @keydown=${escape}>
      <summary aria-label=${say.home.more(title)}>${icon("more")}</summary>
      <div class="menu-items">
        <button type="button" @click=${(event: Event) => { shut(event); home.renaming = work.id; home.page.update(); }}>${icon("pen")}${say.home.rename}</button>
        <button type="button" ?disabled=${work.seq === 0 && work.saved === null} @click=${(event: Event) => { shut(event); void save(home, work); }}>${icon("down")}${say.home.exportOne}</button>
        <button type="button" @click=${(event: Event) => { shut(event); void remove(home, work); }}>${icon("bin")}${say.home.remove}</button>
      </div>
    </details>`;
}

/** What is known without the engine: the gallery's shape, else one column for each row. */
export function shapeOf(work: WorkRecord): Shape {
  const known = galleryNames().find(({ contentHash, name }) => contentHash === work.rubric || name === work.name);
  if (known && known.rows.length === work.standing.rows.length) return known;
  return { rows: work.standing.rows.map(() => 4), parts: work.standing.rows.map(() => 0) };
}

function renaming(home: HomeScreen, work: WorkRecord): TemplateResult {
  const { say } = home.page;
  const done = async (event: SubmitEvent) => {
    event.preventDefault();
    const title = new FormData(event.target as HTMLFormElement).get("title");
    home.renaming = null;
    if (typeof title === "string" && title.trim() !== "") await rename(home, work, title.trim());
    await home.refresh();
  };
  return html`<form class="rename" @submit=${done}>
    <label for="rename-${work.id}" class="unseen">${say.home.renameLabel}</label>
    <input id="rename-${work.id}" name="title" .value=${work.title} maxlength="200" autofocus />
    <button type="submit">${say.home.save}</button>
  </form>`;
}

/** A refusal is said, with the way to try again. */
async function rename(home: HomeScreen, work: WorkRecord, title: string): Promise<void> {
  const { page } = home;
  try {
    await page.store.rename(work.id, title);
  } catch (error) {
    page.toast({ text: troubleText(error, page.say), action: { label: page.say.app.tryAgain, run: () => void rename(home, work, title).then(() => home.refresh()) } });
  }
}

async function save(home: HomeScreen, work: WorkRecord): Promise<void> {
  const whole = await home.page.store.work(work.id).catch(() => undefined);
  if (whole) await exportWork(whole, home.page);
}

async function remove(home: HomeScreen, work: WorkRecord): Promise<void> {
  const { say, store } = home.page;
  await store.discard(work.id, new Date().toISOString());
  const back = async () => {
    await store.discard(work.id, null);
    await home.refresh();
    home.page.announce(say.home.restored(work.title));
  };
  home.page.toast({ text: say.home.removed(work.title), action: { label: say.app.undo, run: () => void back() } });
  await home.refresh();
}

function shut(event: Event): void {
  (event.currentTarget as HTMLElement).closest("details")?.removeAttribute("open");
}

/** A menu that the focus leaves is folded. */
function fold(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
}

function escape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}
