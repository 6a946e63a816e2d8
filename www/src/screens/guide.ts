import { html, nothing, type TemplateResult } from "lit";
import pages from "virtual:guide";
import type { Page, Screen } from "../page.js";
import { addressOf, type Route } from "../router.js";
import { guideNodes, type GuideEntry, type GuideNode } from "./guide-page.js";

type GuideRoute = Extract<Route, { at: "guide" }>;

/** The guide to the language, and the reference of the package. */
export class GuideScreen implements Screen {
  readonly #page: Page;
  #route: GuideRoute;
  #shown: { readonly slug: string; readonly nodes: readonly GuideNode[] } | null = null;
  #failed = false;

  constructor(page: Page, route: GuideRoute) {
    this.#page = page;
    this.#route = route;
    void this.#load();
  }

  title(): string {
    return this.#entry.title;
  }

  route(route: Route): void {
    if (route.at !== "guide") return;
    this.#route = route;
    void this.#load();
  }

  render(): TemplateResult {
    const { say } = this.#page;
    const entry = this.#entry;
    const shown = this.#shown?.slug === entry.slug ? this.#shown.nodes : null;
    return html`<div class="guide">
      <nav class="guide-nav" aria-label=${say.guide.pages}>
        <ul>${pages.map(({ slug, title }) => html`<li><a href=${address(slug, null)} aria-current=${slug === entry.slug ? "page" : nothing}>${say.guide.names[slug] ?? title}</a></li>`)}</ul>
        <details class="contents" ?open=${innerWidth > 900}><summary>${say.guide.contents}</summary>
          <ul>${entry.headings.filter(({ level }) => level === 2).map(({ id, text }) => html`<li><a href=${address(entry.slug, id)}>${text}</a></li>`)}</ul></details>
      </nav>
      <article class="prose" lang="en" dir="ltr">${say.guide.english === "" ? nothing : html`<p class="muted" lang=${this.#page.language}>${say.guide.english}</p>`}${shown ? guideNodes(shown, address, say.guide) : html`<h1>${entry.title}</h1><p>${this.#failed ? say.guide.couldNot : say.app.loading}</p>`}</article>
    </div>`;
  }

  get #entry(): GuideEntry {
    return pages.find(({ slug }) => slug === this.#route.page) ?? (pages[0] as GuideEntry);
  }

  async #load(): Promise<void> {
    const entry = this.#entry;
    this.#failed = false;
    try {
      if (this.#shown?.slug !== entry.slug) this.#shown = { slug: entry.slug, nodes: (await entry.load()).default };
    } catch {
      this.#failed = true;
    }
    this.#page.update();
    const { place } = this.#route;
    if (place === null) return;
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const there = document.getElementById(place);
    there?.scrollIntoView();
    there?.focus({ preventScroll: true });
  }
}

function address(page: string, place: string | null): string {
  return addressOf({ at: "guide", page, place });
}
