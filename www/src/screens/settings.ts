import { html, nothing, type TemplateResult } from "lit";
import type { Page, Screen } from "../page.js";
import { troubleText } from "../parts/trouble.js";
import { troubleOf } from "../store/trouble.js";
import type { Settings } from "../store/schema.js";

/** Language, colours, and what is kept. */
export class SettingsScreen implements Screen {
  readonly #page: Page;
  #used: number | null = null;
  #persisted: boolean | null = null;
  #asking = false;

  constructor(page: Page) {
    this.#page = page;
    void this.#look();
  }

  title(): string {
    return this.#page.say.settings.title;
  }

  render(): TemplateResult {
    const { say, store } = this.#page;
    return html`<div class="settings narrow">
      <h1>${say.settings.title}</h1>
      ${this.#choice("language", say.settings.language, say.settings.languages)}
      ${this.#choice("theme", say.settings.theme, say.settings.themes)}
      <div class="card"><label class="switch"><input type="checkbox" .checked=${store.settings.hideNumbers} @change=${(event: Event) => void this.#keep({ hideNumbers: (event.target as HTMLInputElement).checked })} />
        <span><strong>${say.settings.hideNumbers}</strong><br /><small class="muted">${say.settings.hideNumbersWhy}</small></span></label></div>
      <section class="card" aria-labelledby="kept"><h2 id="kept">${say.settings.storage}</h2>
        ${this.#used === null ? nothing : html`<p>${say.settings.used(this.#size(this.#used))}</p>`}
        ${this.#persisted === null ? nothing : html`<p>${this.#persisted ? say.storage.persisted : say.storage.notPersisted}</p>`}
        <p class="buttons">${this.#persisted === false ? html`<button type="button" @click=${() => void this.#persist()}>${say.settings.askPersist}</button>` : nothing}
          <button type="button" class="danger" @click=${() => this.#ask()}>${say.settings.eraseAll}</button></p>
      </section>
      ${this.#asking ? this.#dialog() : nothing}
    </div>`;
  }

  #choice<K extends "language" | "theme">(name: K, label: string, choices: Readonly<Record<Settings[K], string>>): TemplateResult {
    const { settings } = this.#page.store;
    return html`<fieldset class="card choice"><legend>${label}</legend>
      ${Object.entries<string>(choices).map(([value, text]) => html`<label><input type="radio" name=${name} value=${value} .checked=${settings[name] === value}
        @change=${() => void this.#keep({ [name]: value } as Partial<Settings>)} /><span>${text}</span></label>`)}
    </fieldset>`;
  }

  #dialog(): TemplateResult {
    const { say } = this.#page;
    return html`<dialog class="ask" aria-labelledby="ask" @close=${() => this.#answered()}>
      <h2 id="ask">${say.settings.eraseTitle}</h2><p>${say.settings.eraseWhy}</p>
      <form method="dialog" class="buttons"><button value="no" autofocus>${say.app.cancel}</button><button value="yes" class="danger" @click=${() => void this.#erase()}>${say.settings.eraseGo}</button></form>
    </dialog>`;
  }

  #ask(): void {
    this.#asking = true;
    this.#page.update();
    requestAnimationFrame(() => document.querySelector<HTMLDialogElement>("dialog.ask")?.showModal());
  }

  #answered(): void {
    this.#asking = false;
    this.#page.update();
  }

  async #erase(): Promise<void> {
    try {
      await this.#page.store.eraseAll();
    } catch (error) {
      this.#page.toast({ text: troubleText(troubleOf(error), this.#page.say) });
      return;
    }
    this.#page.announce(this.#page.say.settings.erased);
    this.#page.go({ at: "home" });
  }

  async #keep(change: Partial<Settings>): Promise<void> {
    await this.#page.store.keepSettings(change).catch(() => {});
    await this.#page.restyle();
  }

  async #persist(): Promise<void> {
    await navigator.storage?.persist?.();
    await this.#look();
  }

  async #look(): Promise<void> {
    this.#used = (await navigator.storage?.estimate?.().catch(() => null))?.usage ?? null;
    this.#persisted = (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
    this.#page.update();
  }

  #size(bytes: number): string {
    const [unit, by] = bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
    return new Intl.NumberFormat(this.#page.locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / by);
  }
}
