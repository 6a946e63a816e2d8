import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../../page.js";
import { icon } from "../../parts/icon.js";

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallEvent | null = null;
let tell: () => void = () => {};

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offered = event as InstallEvent;
  tell();
});
addEventListener("appinstalled", () => {
  offered = null;
  tell();
});

/** A button that installs the pages, where the browser offers it. */
export function installOffer(page: Page): TemplateResult | typeof nothing {
  tell = () => page.update();
  if (!offered) return nothing;
  return html`<button type="button" @click=${() => void offered?.prompt()}>${icon("spark")}${page.say.home.install}</button>`;
}
