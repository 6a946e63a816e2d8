import { Facet } from "@codemirror/state";
import type { CheckOptions, Rubricate } from "../load.js";
import type { Diagnostic, Span } from "../types.js";

/** What the editor asks of the engine: a loaded `Rubricate`, or something that answers as it does. */
export type EditorEngine = Pick<Rubricate, "check" | "complete" | "format" | "hover" | "references" | "rename" | "tokens">;

/** The files that `use` may name, their text by path; a function when they change. */
export type EditorFiles = Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);

/** How rubrics are edited. */
export interface RubricOptions {
  /** The files that `use "path.rubric"` may name. */
  readonly files?: EditorFiles;
  /** Checks the text elsewhere, such as in a worker; without it the engine checks it on this thread, proofs included. */
  readonly check?: (source: string, options: CheckOptions) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  /** How many milliseconds of rest come before a check; 250 unless said. */
  readonly delay?: number;
  /** Hears what every check found. */
  readonly onDiagnostics?: (found: readonly Diagnostic[]) => void;
  /** Opens a used file at a place, when somebody goes to what is declared in it. */
  readonly onOpenFile?: (path: string, place: Span) => void;
}

/** The engine and the options of an editor, for its commands. */
export interface Editing extends RubricOptions {
  readonly engine: EditorEngine;
}

/** What the commands and sources of an editor work with. */
export const editing = Facet.define<Editing, Editing | null>({ combine: (all) => all[0] ?? null });

const NONE: Readonly<Record<string, string>> = {};

/** The files as they are now, as an option of the engine. */
export function filesOf({ files }: RubricOptions): { readonly files: Readonly<Record<string, string>> } {
  return { files: typeof files === "function" ? files() : (files ?? NONE) };
}
