import { RubricError, type Rubric, type Rubricate } from "rubricate";
import gallery from "../rubrics/checking.rubric?raw";
import { AssessmentView } from "./assessment-view.js";
import { byId } from "./dom.js";
import { dismiss, notice } from "./notices.js";
import { Session } from "./session.js";
import * as store from "./store.js";
import { TextView } from "./text-view.js";

type View = "assessment" | "text";

/** The page with a running engine: which rubric is in use, and which view is shown. */
export class App {
  readonly #rubricate: Rubricate;
  readonly #text: TextView;
  #assessment: AssessmentView;
  #source = gallery;
  #view: View | null = null;

  constructor(rubricate: Rubricate) {
    this.#rubricate = rubricate;
    const { rubric, source } = this.#first();
    this.#source = source;
    this.#assessment = this.#open(rubric);
    this.#text = new TextView({ use: (text) => this.#use(text), gallery: () => this.#backToGallery() });
    byId("text").replaceChildren(this.#text.element);
    const draft = store.read(store.DRAFT_KEY);
    this.#text.show(source, source === gallery, (draft.ok ? draft.value : null) ?? source);
    this.#listen();
    this.#route(false);
  }

  #listen(): void {
    addEventListener("hashchange", () => this.#route(true));
    document.querySelector(".skip")?.addEventListener("click", (event) => {
      // The address belongs to the views.
      event.preventDefault();
      byId("main").focus();
    });
    addEventListener("storage", (event) => this.#assessment.storageChanged(event));
    addEventListener("pageshow", () => this.#assessment.look());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#assessment.look();
    });
  }

  /** The rubric of last time, or the gallery's when there is none that works. */
  #first(): { rubric: Rubric; source: string } {
    const kept = store.read(store.SOURCE_KEY);
    if (kept.ok && kept.value !== null) {
      try {
        return { rubric: this.#rubricate.compile(kept.value), source: kept.value };
      } catch (error) {
        if (!(error instanceof RubricError)) throw error;
        const aside = store.setAside(store.SOURCE_KEY, kept.value);
        const where = aside.ok ? ` It is kept in this browser's storage as “${aside.value}”.` : "";
        notice("source", `The rubric you used last cannot be read any more, so this is the gallery's. ${error.message}.${where}`);
      }
    }
    return { rubric: this.#rubricate.compile(gallery), source: gallery };
  }

  #open(rubric: Rubric): AssessmentView {
    const view = new AssessmentView(new Session(rubric));
    byId("assessment").replaceChildren(view.element);
    return view;
  }

  #use(source: string): string | null {
    try {
      this.#switch(this.#rubricate.compile(source), source);
    } catch (error) {
      if (error instanceof RubricError) return error.message;
      throw error;
    }
    return null;
  }

  #switch(rubric: Rubric, source: string): void {
    dismiss("source");
    this.#assessment.dispose();
    this.#assessment = this.#open(rubric);
    this.#source = source;
    const done = source === gallery ? store.remove(store.SOURCE_KEY) : store.write(store.SOURCE_KEY, source);
    store.remove(store.DRAFT_KEY);
    if (!done.ok) notice("source", `This rubric is in use, but it could not be saved: ${done.why}.`);
    this.#text.show(source, source === gallery);
    location.hash = "#/";
  }

  #backToGallery(): void {
    const before = this.#text.text;
    const used = this.#source;
    if (used === gallery) {
      this.#text.write(gallery);
      return notice("source", "This is the gallery rubric's text again.", { action: { label: "Bring my text back", run: () => this.#text.write(before) } });
    }
    this.#switch(this.#rubricate.compile(gallery), gallery);
    const bringBack = () => {
      this.#switch(this.#rubricate.compile(used), used);
      this.#text.write(before);
      location.hash = "#/text";
    };
    notice("source", "This is the gallery rubric again. Your ratings of the other one stay saved.", { action: { label: "Bring my rubric back", run: bringBack } });
  }

  /** `#/text` is the text, `#row-NAME` a row; anything else is the assessment. */
  #route(moved: boolean): void {
    const hash = decode(location.hash);
    const row = hash.startsWith("#row-") ? hash.slice(5) : null;
    this.#show(hash === "#/text" ? "text" : "assessment", moved && row === null);
    if (row !== null) this.#assessment.focus(row);
  }

  #show(view: View, moved: boolean): void {
    if (view === this.#view) return;
    this.#view = view;
    byId("assessment").hidden = view !== "assessment";
    byId("text").hidden = view !== "text";
    for (const link of document.querySelectorAll<HTMLElement>("[data-view]")) {
      if (link.dataset["view"] === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const heading = byId(view).querySelector("h1");
    document.title = `${heading?.textContent ?? ""} – Rubricate`;
    if (!moved) return;
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  }
}

function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
