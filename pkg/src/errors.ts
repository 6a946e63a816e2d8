import type { Diagnostic } from "./types.js";

/** Something that was asked cannot be done. Nothing has changed. */
export class RubricError extends Error {
  /** `"RubricError"`. */
  override readonly name: string = "RubricError";
  /** What is wrong with the source, when it is about a source. */
  readonly diagnostics: readonly Diagnostic[];
  /** What it is about, such as `rows.purpose`. */
  readonly path: string | null;

  constructor(message: string, about: { diagnostics?: readonly Diagnostic[]; path?: string } = {}) {
    super(message);
    this.diagnostics = about.diagnostics ?? [];
    this.path = about.path ?? null;
  }
}

/** The engine failed and was started anew. Rubrics and answers are kept; the call may be repeated. */
export class RubricFault extends RubricError {
  /** `"RubricFault"`. */
  override readonly name = "RubricFault";
}

/** The engine could not be started: its module was not found, or is none. `cause` is what the environment said. It may be tried again. */
export class RubricLoadError extends RubricError {
  /** `"RubricLoadError"`. */
  override readonly name = "RubricLoadError";

  constructor(cause: unknown) {
    super(`the engine could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, { path: "module" });
    this.cause = cause;
  }
}
