import type { Diagnostic } from "rubricate";

/** What the page asks the worker. */
export interface Question {
  readonly id: number;
  readonly source: string;
}

/** What the worker answers; `error` when the engine could not. */
export type Answer =
  | { readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly id: number; readonly error: string };
