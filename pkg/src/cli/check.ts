import type { Rubricate } from "../load.js";
import type { Diagnostic } from "../types.js";
import { readText, usedFiles } from "./files.js";
import { coloured, frame, plain } from "./frame.js";
import type { Exit, Io } from "./io.js";
import { type Checked, sarif } from "./sarif.js";

/** How findings are written. */
export type Format = "text" | "json" | "sarif";

/** Checks files; 1 when one has an error, or with `strict` a warning. */
export function check(rubricate: Rubricate, paths: readonly string[], options: { format: Format; strict: boolean }, io: Io): Exit {
  const all: Checked[] = paths.map((path) => {
    const source = readText(path);
    return { path, source, diagnostics: rubricate.check(source, { files: usedFiles(path, source) }) };
  });
  if (options.format === "sarif") io.out(`${JSON.stringify(sarif(all, rubricate.version), null, 2)}\n`);
  else if (options.format === "json") io.out(`${JSON.stringify(all.map(({ path, diagnostics }) => ({ path, diagnostics })), null, 2)}\n`);
  else told(all, io);
  const found = all.flatMap(({ diagnostics }) => diagnostics);
  const bad = found.some(({ severity }) => severity === "error" || (options.strict && severity === "warning"));
  return bad ? 1 : 0;
}

function told(all: readonly Checked[], io: Io): void {
  const paint = io.colours ? coloured : plain;
  for (const { path, source, diagnostics } of all) for (const found of diagnostics) io.out(`${frame(source, path, found, paint)}\n\n`);
  io.err(`${summary(all)}\n`);
}

function summary(all: readonly Checked[]): string {
  const count = (severity: Diagnostic["severity"]) => all.flatMap(({ diagnostics }) => diagnostics).filter((found) => found.severity === severity).length;
  const said = (["error", "warning", "info"] as const).flatMap((severity) => {
    const found = count(severity);
    const word = severity === "info" ? "note" : severity;
    return found > 0 ? [`${found} ${word}${found > 1 ? "s" : ""}`] : [];
  });
  const files = all.length > 1 ? ` in ${all.length} files` : "";
  return said.length > 0 ? `${said.join(", ")}${files}` : `nothing to mend${files}`;
}
