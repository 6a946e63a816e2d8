import type { Assessment } from "../assessment.js";
import type { Rubric } from "../rubric.js";
import type { Restored, Saved } from "../saved-types.js";
import type { Change, Diagnostic, Outcome } from "../types.js";

/** There is a rubric and a live assessment of it. */
export type RubricReadyEvent = CustomEvent<{
  readonly rubric: Rubric;
  readonly assessment: Assessment;
  /** What became of the saved document it began with; `null` without one. */
  readonly restored: Restored | null;
}>;

/** Something was rated, answered, written, attached, taken back, closed or opened again. */
export type RubricChangeEvent = CustomEvent<{
  readonly assessment: Assessment;
  /** What differs, by name. */
  readonly change: Change;
  readonly outcome: Outcome;
}>;

/** Time to keep what was given: some moments after the last edit, and before the page goes away. */
export type RubricSaveEvent = CustomEvent<{
  readonly saved: Saved;
}>;

/** The rubric cannot be used, or the engine failed. */
export type RubricErrorEvent = CustomEvent<{
  readonly error: unknown;
  /** What is wrong with the rubric, where that is it. */
  readonly diagnostics: readonly Diagnostic[];
}>;

/** Somebody changed the text of an editor. */
export type RubricEditEvent = CustomEvent<{
  readonly value: string;
}>;

/** An editor's text was checked. */
export type RubricDiagnosticsEvent = CustomEvent<{
  /** All there is to say about the text, as `check` gives it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text that was checked. */
  readonly value: string;
}>;

/** Every event of the elements. All of them bubble and leave shadow roots. */
export interface RubricEvents {
  /** There is a rubric and a live assessment of it. */
  "rubric-ready": RubricReadyEvent;
  /** Something that was given changed. */
  "rubric-change": RubricChangeEvent;
  /** It is time to keep what was given. */
  "rubric-save": RubricSaveEvent;
  /** The rubric cannot be used, or the engine failed. */
  "rubric-error": RubricErrorEvent;
  /** Somebody changed the text of an editor. */
  "rubric-edit": RubricEditEvent;
  /** An editor's text was checked. */
  "rubric-diagnostics": RubricDiagnosticsEvent;
}

declare global {
  // They bubble, so any element and the document may listen.
  interface GlobalEventHandlersEventMap extends RubricEvents {}
}
