import type { TemplateResult } from "lit";
import type { Route } from "./router.js";
import type { Store } from "./store/store.js";
import type { Strings } from "./strings/index.js";

/** Something that was said in passing, with one thing that can be done about it. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What every screen is given: words, the store, and the way to draw, to go and to speak. */
export interface Page {
  readonly say: Strings;
  readonly language: "en" | "es";
  readonly locale: string;
  readonly store: Store;
  /** Draws again, once, soon. */
  update(): void;
  go(route: Route): void;
  /** What was still loading is there: whoever waited for it starts at the top of it. */
  arrive(): void;
  /** Says something to those who listen to the page. */
  announce(text: string): void;
  /** Shows and says something in passing. */
  toast(toast: Toast): void;
  /** Opens files or a text that a person handed over, wherever she is. */
  open(given: readonly File[] | string): Promise<void>;
  /** The language or the colours were changed. */
  restyle(): Promise<void>;
}

/** One screen. It keeps its own state and is drawn whole whenever something changed. */
export interface Screen {
  /** What stands in the tab. */
  title(): string;
  render(): TemplateResult;
  /** The address changed within the screen. */
  route?(route: Route): void;
  /** It is left. */
  close?(): void | Promise<void>;
}
