import { render } from "lit";
import type { Page, Screen, Toast } from "./page.js";
import { addressOf, routeOf, sameScreen, type Route } from "./router.js";
import { opener } from "./screens/home/opening.js";
import { screenOf } from "./screens/index.js";
import { shell } from "./shell.js";
import type { Store } from "./store/store.js";
import { tongue, type Strings, type Tongue } from "./strings/index.js";
import { getReady, watchOffline } from "./offline.js";

/** How long something said in passing stays. */
const TOAST_FOR = 12_000;

/** The pages: which screen is shown, and what stands around it. */
export class App implements Page {
  readonly store: Store;
  #tongue: Tongue;
  #route: Route = routeOf(location.hash);
  #screen: Screen;
  #drawing = false;
  #toast: Toast | null = null;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;
  #said = "";
  /** Something is dragged over the page. */
  dragging = false;
  /** A version of the pages that waits: what makes it the one in use. */
  waiting: (() => void) | null = null;
  outdated = false;
  /** Somebody has gone somewhere since the pages were loaded. */
  #moved = false;
  readonly #root: HTMLElement;

  private constructor(root: HTMLElement, store: Store, spoken: Tongue) {
    this.#root = root;
    this.store = store;
    this.#tongue = spoken;
    this.#dress();
    this.#screen = screenOf(this, this.#route);
  }

  static async start(root: HTMLElement, store: Store): Promise<App> {
    const app = new App(root, store, await tongue(store.settings.language));
    app.#listen();
    app.#draw();
    getReady(app);
    return app;
  }

  get say(): Strings {
    return this.#tongue.say;
  }

  get language(): "en" | "es" {
    return this.#tongue.language;
  }

  get locale(): string {
    return this.#tongue.locale;
  }

  get route(): Route {
    return this.#route;
  }

  get screen(): Screen {
    return this.#screen;
  }

  get toastShown(): Toast | null {
    return this.#toast;
  }

  get said(): string {
    return this.#said;
  }

  update(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  go(route: Route): void {
    const address = addressOf(route);
    if (location.hash === address) this.#follow();
    else location.hash = address;
  }

  announce(text: string): void {
    // The same words twice are said twice.
    this.#said = text === this.#said ? `${text}\u00a0` : text;
    this.update();
  }

  toast(toast: Toast): void {
    this.#toast = toast;
    clearTimeout(this.#toastTimer);
    this.#toastTimer = setTimeout(() => this.dismiss(), TOAST_FOR);
    this.announce(toast.text);
  }

  dismiss(): void {
    this.#toast = null;
    this.update();
  }

  open(given: readonly File[] | string): Promise<void> {
    return opener(this).open(given);
  }

  async restyle(): Promise<void> {
    const before = this.#tongue.language;
    this.#tongue = await tongue(this.store.settings.language);
    this.#dress();
    if (before !== this.#tongue.language) await this.#show(this.#route);
    this.update();
  }

  #dress(): void {
    const { documentElement } = document;
    documentElement.lang = this.#tongue.language;
    documentElement.dataset["theme"] = this.store.settings.theme;
  }

  #draw(): void {
    document.title = `${this.#screen.title()} · ${this.say.app.name}`;
    render(shell(this), this.#root);
  }

  async #show(route: Route): Promise<void> {
    await this.#screen.close?.();
    this.#screen = screenOf(this, route);
  }

  #follow(): void {
    const route = routeOf(location.hash);
    this.#moved = true;
    const same = sameScreen(this.#route, route);
    this.#route = route;
    if (same) this.#screen.route?.(route);
    else void this.#screen.close?.(), (this.#screen = screenOf(this, route));
    this.#draw();
    if (!(route.at === "work" && route.row !== null) && !(route.at === "guide" && route.place !== null)) this.#arrive();
  }

  arrive(): void {
    this.#draw();
    const { activeElement } = document;
    // A link of the page that led here has done its work; whoever went on meanwhile is left where she is.
    const idle = activeElement === null || activeElement === document.body || activeElement.matches(".top a, main");
    if (idle && this.#moved) this.#arrive();
  }

  /** Whoever goes somewhere starts at the top of it, with the keyboard and with the ear too. */
  #arrive(): void {
    window.scrollTo({ top: 0, behavior: "instant" });
    const heading = this.#root.querySelector<HTMLElement>("main h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  #listen(): void {
    addEventListener("hashchange", () => this.#follow());
    this.store.onOutdated = () => {
      this.outdated = true;
      this.update();
    };
    this.store.news.listen(({ about }) => {
      if (about === "erased" && this.#route.at === "work") this.go({ at: "home" });
    });
    addEventListener("dragover", (event) => this.#dragged(event, true));
    addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) this.#dragged(event, false);
    });
    addEventListener("drop", (event) => this.#dropped(event));
    watchOffline(this);
  }

  #dragged(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (this.dragging === over) return;
    this.dragging = over;
    this.update();
  }

  /** A screen that takes files itself has prevented the default before this. */
  #dropped(event: DragEvent): void {
    this.dragging = false;
    this.update();
    if (event.defaultPrevented) return;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.open(files);
  }
}
