import type { Rubric } from "../rubric.js";
import type { Num, Outcome, Rung } from "../types.js";
import { type Asked, withAssessment } from "./given.js";
import type { Exit, Io } from "./io.js";

/** Scores what is in a file and says what came out. */
export function score(rubric: Rubric, path: string, asked: Asked, io: Io): Exit {
  const outcome = withAssessment(rubric, path, asked, (assessment) => assessment.outcome);
  io.out(asked.json ? `${JSON.stringify(outcome, null, 2)}\n` : told(rubric, outcome));
  return 0;
}

function told(rubric: Rubric, outcome: Outcome): string {
  const { outline } = rubric;
  const out = [outline.title || outline.name];
  for (const { name, label } of outline.awards) out.push(...ladder(label || name, outcome.awards[name]));
  for (const { name, label } of outline.results) out.push(...ladder(label || name, outcome.results[name]));
  const hidden = new Set(outline.hidden);
  if (!outline.levelsOnly) {
    for (const { name, label } of outline.scores) {
      const found = outcome.scores[name];
      if (found && !hidden.has(name)) out.push(`${label || name}: ${found.state === "open" ? between(found.lowest, found.highest) : found.text || "no score"}`);
    }
  }
  out.push(`${outcome.progress.rated} of ${outcome.progress.total} rated`);
  for (const advice of outcome.advice) out.push(`- ${advice.text}`);
  return `${out.join("\n")}\n`;
}

function between(lowest: Num, highest: Num): string {
  return lowest.text && highest.text ? `between ${lowest.text} and ${highest.text}` : "open";
}

function ladder(label: string, found: { readonly label: string; readonly state: string; readonly rungs: readonly Rung[] } | undefined): string[] {
  if (!found) return [];
  const state = found.state === "decided" ? "" : ` (${found.state})`;
  const short = found.rungs.filter((rung) => rung.state !== "earned");
  return [
    `${label}: ${found.label || "not decided yet"}${state}`,
    ...short.flatMap((rung) => [`  ${rung.label}: ${rung.state}`, ...rung.reasons.map((reason) => `    ${reason.message ?? reason.sentence}`)]),
  ];
}
