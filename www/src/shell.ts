import { html, nothing, type TemplateResult } from "lit";
import type { App } from "./app.js";
import { icon, type IconName } from "./parts/icon.js";
import { addressOf, type Route } from "./router.js";

/** What stands around every screen. */
export function shell(app: App): TemplateResult {
  const { say } = app;
  return html`
    <a class="skip" href="#main" @click=${skip}>${say.app.skip}</a>
    <header class="top">
      <a class="brand" href=${addressOf({ at: "home" })}><img src="./favicon.svg" alt="" width="28" height="28" /><span>${say.app.name}</span></a>
      <nav aria-label=${say.app.nav}>
        ${tab(app, { at: "home" }, "home", say.app.home)}
        ${tab(app, { at: "write", id: null }, "pen", say.app.write)}
        ${tab(app, { at: "guide", page: "guide", place: null }, "book", say.app.guide)}
        ${tab(app, { at: "settings" }, "gear", say.app.settings)}
      </nav>
    </header>
    <div class="banners">${banners(app)}</div>
    <main id="main" tabindex="-1">${app.screen.render()}</main>
    <div class="toasts">${toast(app)}</div>
    ${app.dragging ? html`<div class="drop-cover" aria-hidden="true"><p>${icon("open")}${say.home.drop}</p></div>` : nothing}
    <p class="unseen" role="status">${app.said}</p>
  `;
}

function tab(app: App, route: Route, name: IconName, text: string): TemplateResult {
  const current = app.route.at === route.at || (route.at === "home" && app.route.at === "work");
  return html`<a href=${addressOf(route)} aria-current=${app.route.at === route.at ? "page" : current ? "true" : nothing}>${icon(name)}<span>${text}</span></a>`;
}

function banners(app: App): TemplateResult[] {
  const { say, store } = app;
  const found: TemplateResult[] = [];
  if (app.outdated) found.push(banner("tabs", say.app.outdated, say.app.reload, () => location.reload()));
  else if (app.waiting) found.push(banner("spark", say.app.newVersion, say.app.newVersionUse, app.waiting));
  if (store.trouble) {
    const { kind } = store.trouble;
    found.push(banner("failed", `${say.storage.notKept}. ${say.storage.why[kind]} ${say.storage.todo[kind]}`, say.app.tryAgain, () => location.reload(), true));
  }
  return found;
}

function banner(name: IconName, text: string, label: string, run: () => void, bad = false): TemplateResult {
  return html`<div class="banner ${bad ? "bad" : ""}">${icon(name)}<p>${text}</p><button type="button" @click=${run}>${label}</button></div>`;
}

function toast(app: App): TemplateResult | typeof nothing {
  const shown = app.toastShown;
  if (!shown) return nothing;
  const run = () => {
    app.dismiss();
    shown.action?.run();
  };
  return html`<div class="toast">
    <p>${shown.text}</p>
    ${shown.action ? html`<button type="button" @click=${run}>${shown.action.label}</button>` : nothing}
    <button type="button" class="bare" aria-label=${app.say.app.close} @click=${() => app.dismiss()}>${icon("close")}</button>
  </div>`;
}

/** An address is a place of ours, so the link moves the focus by hand. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
