import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Something the command was given that cannot be used. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const opened = new Set<string>();

/** The files that were read or looked for so far: what `--watch` has to watch. */
export function openedFiles(): readonly string[] {
  return [...opened];
}

/** Reads a file as text; `-` is standard input. */
export function readText(path: string): string {
  if (path !== "-") opened.add(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path === "-" ? 0 : path));
  } catch (error) {
    const why = error instanceof TypeError ? "it is not UTF-8 text" : ((error as NodeJS.ErrnoException).code ?? String(error));
    throw new UsageError(`${path === "-" ? "standard input" : path} cannot be read: ${WHY[why] ?? why}`);
  }
}

const WHY: Record<string, string> = { ENOENT: "there is no such file", EISDIR: "it is a folder", EACCES: "reading it is not allowed" };
const USE = /^\s*use\s+"((?:[^"\\\n]|\\.)+)"/gm;
/** So many files may be drawn in by `use`. */
const MOST_FILES = 64;

/** The files that `use` names, and those they name, beside the file that names them; one that is not there is left to the compiler to say. */
export function usedFiles(path: string, source: string): Record<string, string> {
  const files: Record<string, string> = {};
  const queue = [source];
  const folder = path === "-" ? "." : dirname(path);
  for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
    for (const [, name] of text.matchAll(USE)) {
      if (name === undefined || Object.hasOwn(files, name) || Object.keys(files).length >= MOST_FILES) continue;
      try {
        const found = readText(join(folder, name));
        Object.defineProperty(files, name, { value: found, enumerable: true });
        queue.push(found);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
    }
  }
  return files;
}
