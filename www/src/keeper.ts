import * as saved from "./saved.js";
import type { Session } from "./session.js";
import * as store from "./store.js";

/** Whether the ratings are safe, as it truly is. */
export type SaveState =
  | { readonly is: "empty" }
  | { readonly is: "saved"; readonly how: "here" | "elsewhere" | "restored" }
  | { readonly is: "removed" }
  | { readonly is: "failed"; readonly why: string };

export interface Told {
  state(state: SaveState): void;
  /** Saved data that could not be read was put aside. */
  setAside(key: string): void;
  /** The ratings that do not fit changed. */
  kept(): void;
}

/**
 * Keeps a session's ratings on this device, also when several tabs rate at
 * once: before every write it takes in what another tab wrote since, so no
 * tab ever overwrites a row that it did not touch.
 */
export class Keeper {
  readonly #session: Session;
  readonly #told: Told;
  readonly #key: string;
  /** Rows changed here and not yet written. */
  readonly #unsaved = new Set<string>();
  #seen: string | null = null;
  #busy = false;

  constructor(session: Session, told: Told) {
    this.#session = session;
    this.#told = told;
    this.#key = store.ratingsKey(session.rubric.outline.name);
    session.onChange((change, by) => {
      if (by === "page") return;
      for (const row of change.rows) this.#unsaved.add(row);
      this.save();
    });
  }

  /** Brings back what was saved. */
  restore(): void {
    this.#take();
  }

  /** What another tab wrote. */
  changedElsewhere(event: StorageEvent): void {
    if (event.key !== this.#key && event.key !== null) return;
    this.#take();
  }

  /** Looks again, as when the page comes back from the background. False when nothing may be written. */
  look(): boolean {
    const found = store.read(this.#key);
    return found.ok && found.value === this.#seen ? true : this.#take();
  }

  save(): void {
    if (this.#busy || !this.look()) return;
    const text = saved.write(this.#session.rubric.outline.name, this.#session);
    const done = store.write(this.#key, text);
    if (!done.ok) return this.#told.state({ is: "failed", why: done.why });
    this.#seen = text;
    this.#unsaved.clear();
    this.#told.state({ is: "saved", how: "here" });
  }

  /** Takes in what is stored; rows that were changed here and not written stay as they are here. */
  #take(): boolean {
    const found = store.read(this.#key);
    if (!found.ok) return this.#failed(found.why);
    const first = this.#seen === null;
    if (found.value === null) {
      this.#seen = null;
      this.#told.state({ is: first ? "empty" : "removed" });
      return true;
    }
    const read = saved.parse(found.value, this.#session.rubric.outline.name);
    if (!read) return this.#putAside(found.value);
    this.#seen = found.value;
    this.#adopt(read);
    this.#told.state({ is: "saved", how: first ? "restored" : "elsewhere" });
    return true;
  }

  #failed(why: string): false {
    this.#told.state({ is: "failed", why });
    return false;
  }

  #adopt(read: saved.Saved): void {
    this.#busy = true;
    this.#session.kept = new Map();
    this.#session.before = read.before;
    // A rating that once did not fit may fit the rubric as it is now.
    this.#session.adopt(new Map([...read.kept, ...read.ratings]), "page", this.#unsaved);
    this.#busy = false;
    this.#told.kept();
  }

  /** Nothing is written over data that could not be copied. */
  #putAside(text: string): boolean {
    const aside = store.setAside(this.#key, text);
    if (!aside.ok) return this.#failed(aside.why);
    store.remove(this.#key);
    this.#seen = null;
    this.#told.setAside(aside.value);
    this.#told.state({ is: "empty" });
    return true;
  }
}
