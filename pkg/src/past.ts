import type { Edits } from "./edits.js";
import { RubricError } from "./errors.js";
import type { Voice } from "./texts/voice.js";
import { isSame, reportOf, type Taken, takeOver } from "./restore.js";
import type { Rubric } from "./rubric.js";
import { documentOf, type Recorded, type Standing, standingOf } from "./save.js";
import type { Restored, Saved } from "./saved-types.js";
import type { Given } from "./store.js";
import type { Outcome, View } from "./types.js";

/**
 * What an assessment knows of the document it came from, and writes into the
 * one it is saved to. Where another rubric may give other results, the document
 * goes on to name the rubric it was saved with until that is accepted: nothing
 * is rescored behind anybody's back.
 */
export class Past {
  readonly #rubric: Rubric;
  readonly #given: Given;
  readonly #voice: Voice;
  readonly #saved: Saved | null;
  #times: Saved["times"];
  #taken: Taken = { carried: [], dropped: [] };
  #restored: Restored | null = null;

  constructor(rubric: Rubric, given: Given, voice: Voice, saved: Saved | null) {
    if (saved && saved.rubric.name !== rubric.outline.name) {
      throw new RubricError(voice.texts.changed.refusal({ kind: "another rubric", is: rubric.outline.name, was: saved.rubric.name.slice(0, 100) }), { path: "saved.rubric.name" });
    }
    this.#rubric = rubric;
    this.#given = given;
    this.#voice = voice;
    this.#saved = saved;
    this.#times = saved?.times ?? { first: null, last: null };
  }

  /** What became of the document; `null` where there was none. */
  get restored(): Restored | null {
    return this.#restored;
  }

  /** Settings of another rubric go in one by one: each may put its bands out of order. */
  settings(edits: Edits): void {
    const saved = this.#saved;
    if (saved && !isSame(saved, this.#rubric)) this.#take(saved, edits, true);
  }

  /** Everything else, while the outcome is held back. */
  takeOver(edits: Edits): void {
    const saved = this.#saved;
    if (!saved) return;
    if (isSame(saved, this.#rubric)) this.#take(saved, edits, true);
    this.#take(saved, edits, false);
    if (saved.closed) edits.close(true, saved.today);
  }

  /** Says what became of it, with what it comes to now. */
  report(outcome: Outcome): void {
    if (this.#saved) this.#restored = reportOf(this.#saved, this.#rubric, this.#standing(outcome), this.#taken, this.#voice);
  }

  accept(): void {
    if (this.#restored) this.#restored = Object.freeze({ ...this.#restored, accepted: true });
  }

  save(view: View, outcome: Outcome, at: string | null): Saved {
    const times = at === null ? this.#times : Object.freeze({ first: this.#times.first ?? at, last: at });
    const open = this.#restored !== null && !this.#restored.accepted;
    const record: Recorded = open && this.#saved ? this.#saved : { engine: this.#rubric.version, rubric: this.#rubric.digest(), ...this.#standing(outcome) };
    const saved = documentOf(this.#rubric, this.#given, view, times, record, this.#taken.dropped);
    this.#times = times;
    return saved;
  }

  #standing(outcome: Outcome): Standing {
    return standingOf(this.#rubric, this.#given, outcome, this.#voice);
  }

  #take(saved: Saved, edits: Edits, settings: boolean): void {
    const { carried, dropped } = takeOver(saved, { rubric: this.#rubric, edits, given: this.#given }, settings);
    this.#taken = { carried: [...this.#taken.carried, ...carried], dropped: [...this.#taken.dropped, ...dropped] };
  }
}
