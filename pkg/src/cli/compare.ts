import type { Rubric } from "../rubric.js";
import type { Rubricate } from "../load.js";
import type { Exit, Io } from "./io.js";

/** Says how two versions of a rubric stand to each other; with `strict`, ends with 1 when what was saved with the old one has no place in the new. */
export function compare(rubricate: Rubricate, old: Rubric, now: Rubric, options: { readonly json: boolean; readonly strict: boolean }, io: Io): Exit {
  const found = rubricate.compare(old, now);
  if (options.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
  else io.out(`${[found.change, ...found.reasons.map(({ change, path, text }) => `  ${path}: ${text}${change === found.change ? "" : ` (${change})`}`)].join("\n")}\n`);
  return options.strict && found.change === "not comparable" ? 1 : 0;
}
