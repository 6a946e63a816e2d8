import type { Rubric } from "../rubric.js";
import type { Num, Outcome, Rung, ScoreOptions } from "../types.js";
import { readText, UsageError } from "./files.js";
import type { Exit, Io } from "./io.js";

/** What was given, as JSON: `{ "ratings": { ... }, "answers": { ... }, ... }`, or the ratings alone. */
export function givenFrom(path: string): { ratings: Record<string, never>; options: ScoreOptions } {
  let read: unknown;
  try {
    read = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new UsageError(`${path} holds no object of ratings`);
  if (!("ratings" in read)) return { ratings: read as Record<string, never>, options: {} };
  const { ratings, ...options } = read;
  return { ratings: ratings as Record<string, never>, options: options as ScoreOptions };
}

/** Scores what is in a file and says what came out. */
export function score(rubric: Rubric, path: string, options: { json: boolean; close: boolean; today?: string; locale?: string }, io: Io): Exit {
  const given = givenFrom(path);
  const outcome = rubric.score(given.ratings, {
    ...given.options,
    ...(options.close ? { close: true } : {}),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  });
  io.out(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : told(rubric, outcome));
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
