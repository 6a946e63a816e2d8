import type { Facts, OutlineEvidence, Said } from "./types.js";

/** What was noticed about a piece of evidence and is no fact the engine judges: a warning to show beside it. */
export interface Note extends Said {
  /** The sentence with its data in place. */
  readonly sentence: string;
}

/** What `probe` gives: facts to attach, and what to tell the person at once. */
export interface Probed extends Facts {
  /** Sentences to show at once. */
  readonly notes: readonly Note[];
}

/** The slot it is for, as `rubric.outline.evidence` has it. */
export type ProbeSlot = Pick<OutlineEvidence, "name" | "rules">;

/** What `probe` may be told. */
export interface ProbeOptions {
  /** Stops it: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with how much is done, from 0 to 1; never fewer than before. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Names of people, such as the students of a class: where a text has one, a note says so. Nothing else is done with them. */
  readonly names?: readonly string[] | undefined;
  /** The `id` of the facts; one is made up when left out. */
  readonly id?: string | undefined;
  /** The language of the notes and reasons, such as `"es-MX"`; English unless said. */
  readonly locale?: string | undefined;
  /** The file name, for a `Blob` that has none. */
  readonly name?: string | undefined;
}
