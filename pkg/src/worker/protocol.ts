// What the page and its worker say to each other.
import type { Change, Diagnostic, Outcome, Outline } from "../types.js";
import type { Restored } from "../saved-types.js";
import type { OutcomePart } from "./parts.js";

/** What a call is made on. */
export type On = "load" | "engine" | "rubric" | "assessment";

/** One call. `id` names what it is made on, `make` what it makes; both are the page's numbers. */
export interface Call {
  readonly on: On;
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly make?: number;
}

/** A call with its number, by which the answer is known. */
export interface Asked extends Call {
  readonly call: number;
}

/** An error as plain data. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly path: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The answer to a call. */
export type Answer = { readonly call: number; readonly value: unknown } | { readonly call: number; readonly failed: Failure };

/** What a compiled rubric is to the page. */
export interface MadeRubric {
  readonly outline: Outline;
  readonly diagnostics: readonly Diagnostic[];
  readonly contentHash: string;
  readonly structureHash: string;
}

/** What an assessment is to the page when it begins. */
export interface MadeAssessment {
  readonly outline: Outline;
  readonly restored: Restored | null;
}

/** What an edit did. `recorded`: it changed what is given, or what can be undone. */
export interface Edited {
  readonly change: Change;
  readonly recorded: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A rubric among the arguments of a call: its number. */
export interface RubricNumber {
  readonly rubricNumber: number;
}

export type { Outcome, OutcomePart };
