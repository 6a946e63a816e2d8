import type { Assessment } from "../assessment.js";
import { optionsOf } from "../options.js";
import type { Rubric } from "../rubric.js";
import type { ScoreOptions } from "../types.js";
import { readText, UsageError } from "./files.js";

/** What the command line says about an assessment, beside what its file holds. */
export interface Asked {
  readonly json: boolean;
  readonly close: boolean;
  readonly today?: string;
  readonly locale?: string;
}

/** What was given, as JSON: `{ "ratings": { ... }, "answers": { ... }, ... }`, the ratings alone, or a saved assessment. */
function givenFrom(path: string): { readonly ratings: unknown; readonly options: ScoreOptions } {
  let read: unknown;
  try {
    read = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new UsageError(`${path} holds no object of ratings`);
  if ("format" in read && read.format === "rubricate/saved") return { ratings: {}, options: { saved: read } as ScoreOptions };
  if (!("ratings" in read)) return { ratings: read, options: {} };
  const { ratings, ...options } = read;
  return { ratings, options: options as ScoreOptions };
}

/** Gives what is in a file to an assessment, and lets it go when the work is done. */
export function withAssessment<T>(rubric: Rubric, path: string, { close, today, locale }: Asked, work: (assessment: Assessment) => T): T {
  const { ratings, options: given } = givenFrom(path);
  const options = { ...given, ...(close ? { close } : {}), ...(today === undefined ? {} : { today }), ...(locale === undefined ? {} : { locale }) };
  const assessment = rubric.start(options);
  try {
    assessment.scoreAll(ratings, optionsOf(options));
    return work(assessment);
  } finally {
    assessment.dispose();
  }
}
