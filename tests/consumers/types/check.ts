// The types as an application meets them, in every way that TypeScript resolves modules.
import { load, RubricError, type Assessment, type Outcome, type Rubric, type Rubricate } from "rubricate";
import { connect, type RemoteAssessment, type RemoteRubric } from "rubricate/worker";
import { load as inlined } from "rubricate/inline";
import { probe } from "rubricate/evidence";

export async function check(source: string): Promise<string | null> {
  const rubricate: Rubricate = await load(new URL("engine.wasm", "https://example.org/"));
  const rubric: Rubric = rubricate.compile(source);
  const assessment: Assessment = rubric.start({ locale: "en" });
  const outcome: Outcome = assessment.outcome;
  assessment.attach("plan", await probe(new Blob(["text"])));
  const value: number | null | undefined = outcome.scores["total"]?.value;
  // @ts-expect-error a number is no level, a check or null: an object without its member
  assessment.rate("purpose", { left: "reason" });
  // @ts-expect-error outcomes are not to be written to
  outcome.closed = true;
  // @ts-expect-error there is no such option
  rubric.start({ local: "en" });
  try {
    await inlined();
  } catch (error) {
    if (error instanceof RubricError) return error.path;
  }
  return value === null || value === undefined ? null : String(value);
}

export async function remote(source: string, signal: AbortSignal): Promise<readonly string[]> {
  await using_(signal);
  const rubricate = await connect({ signal });
  const rubric: RemoteRubric = await rubricate.compile(source, { signal });
  const assessment: RemoteAssessment = await rubric.start({ locale: "en" });
  const { rows } = await assessment.rate("purpose", "proficient", { signal });
  const outcome: Outcome = await assessment.outcome;
  rubricate.dispose();
  return [...rows, ...Object.keys(outcome.rows)];
}

async function using_(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
}
