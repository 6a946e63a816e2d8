import type { Rubric } from "../rubric.js";
import type { AwardOutcome, Num, Outcome, Outline, ResultOutcome } from "../types.js";
import { type Asked, withAssessment } from "./given.js";
import type { Exit, Io } from "./io.js";
import { type Said, saidIn } from "./words.js";

/** Scores what is in a file and says what came out. */
export function score(rubric: Rubric, path: string, asked: Asked, io: Io): Exit {
  const outcome = withAssessment(rubric, path, asked, (assessment) => assessment.outcome);
  io.out(asked.json ? `${JSON.stringify(outcome, null, 2)}\n` : told(asked.locale === undefined ? rubric.outline : rubric.outlineIn(asked.locale), outcome, saidIn(asked.locale)));
  return 0;
}

function told(outline: Outline, outcome: Outcome, said: Said): string {
  const out = [outline.title || outline.name];
  for (const { name, label } of outline.awards) out.push(...ladder(label || name, outcome.awards[name], said));
  for (const { name, label } of outline.results) out.push(...ladder(label || name, outcome.results[name], said));
  const hidden = new Set(outline.hidden);
  if (!outline.levelsOnly) {
    for (const { name, label } of outline.scores) {
      const found = outcome.scores[name];
      if (found && !hidden.has(name)) out.push(`${label || name}: ${found.state === "open" ? between(found.lowest, found.highest, said) : found.text || said.noScore}`);
    }
  }
  out.push(said.rated(outcome.progress.rated, outcome.progress.total));
  for (const advice of outcome.advice) out.push(`- ${advice.text}`);
  return `${out.join("\n")}\n`;
}

function between(lowest: Num, highest: Num, said: Said): string {
  return lowest.text && highest.text ? said.between(lowest.text, highest.text) : said.open;
}

function ladder(label: string, found: AwardOutcome | ResultOutcome | undefined, said: Said): string[] {
  if (!found) return [];
  const state = found.state === "decided" ? "" : ` (${found.state === "open" ? said.open : said.pending})`;
  const short = found.rungs.filter((rung) => rung.state !== "earned");
  return [
    `${label}: ${found.label || said.undecided}${state}`,
    ...short.flatMap((rung) => [`  ${rung.label}: ${said.rung(rung.state)}`, ...rung.reasons.map((reason) => `    ${reason.message ?? reason.sentence}`)]),
  ];
}
