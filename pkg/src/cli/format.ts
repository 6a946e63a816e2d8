import { writeFileSync } from "node:fs";
import type { Rubricate } from "../load.js";
import { readText, UsageError } from "./files.js";
import { coloured, frame, plain } from "./frame.js";
import type { Exit, Io } from "./io.js";

/** How files are put into one style. */
export interface FormatAsked {
  /** Nothing is written; what is in another style is named. */
  readonly check: boolean;
  /** The text goes to standard output, and no file is written. */
  readonly stdout: boolean;
  readonly json: boolean;
}

/** Puts files into one style; 1 when one cannot be read as a rubric, or with `check` is in another style. */
export function format(rubricate: Rubricate, paths: readonly string[], asked: FormatAsked, io: Io): Exit {
  if (asked.stdout && paths.length > 1) throw new UsageError("format --stdout takes one file");
  const all = paths.map((path) => one(rubricate, path, asked, io));
  if (asked.json) io.out(`${JSON.stringify(all, null, 2)}\n`);
  else if (asked.check) io.err(`${summary(all.filter(({ changed }) => changed).length)}\n`);
  return all.some(({ readable, changed }) => !readable || (asked.check && changed)) ? 1 : 0;
}

function one(rubricate: Rubricate, path: string, asked: FormatAsked, io: Io): { readonly path: string; readonly changed: boolean; readonly readable: boolean } {
  const source = readText(path);
  // Half of a file in a new style would be worse than none of it; names that mean nothing are no matter of style.
  const wrong = rubricate.check(source, { prove: false }).filter(({ severity, code }) => severity === "error" && /^R[01]/.test(code));
  for (const found of wrong) io.err(`${frame(source, path, found, io.colours ? coloured : plain)}\n\n`);
  const readable = wrong.length === 0;
  const text = readable ? rubricate.format(source) : source;
  const changed = text !== source;
  if (asked.check) {
    if (changed && !asked.json) io.out(`${path}\n`);
  } else if (asked.stdout || path === "-") {
    if (readable && !asked.json) io.out(text);
  } else if (changed) writeFileSync(path, text);
  return { path, changed, readable };
}

function summary(changed: number): string {
  if (changed === 0) return "nothing to format";
  return changed === 1 ? "1 file is in another style" : `${changed} files are in another style`;
}
