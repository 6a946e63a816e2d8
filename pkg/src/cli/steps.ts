import type { Rubric } from "../rubric.js";
import type { Steps, StepsOptions } from "../steps.js";
import type { Outcome } from "../types.js";
import { UsageError } from "./files.js";
import { type Asked, withAssessment } from "./given.js";
import type { Exit, Io } from "./io.js";

/** Says what to change to reach a rung, `award.rung`; without one the next rung of the first award. */
export function steps(rubric: Rubric, path: string, wanted: string | undefined, asked: Asked & { readonly ways: StepsOptions }, io: Io): Exit {
  return withAssessment(rubric, path, asked, (assessment) => {
    const [name, rung] = wanted === undefined ? next(rubric, assessment.outcome) : named(wanted);
    const found = assessment.steps(name, rung, asked.ways);
    if (asked.json) io.out(`${JSON.stringify({ award: name, rung, ...found }, null, 2)}\n`);
    else io.out(`${told(title(rubric, name, rung), found).join("\n")}\n`);
    return 0;
  });
}

function named(wanted: string): readonly [string, string] {
  const [name, rung, ...more] = wanted.split(".");
  if (!name || !rung || more.length > 0) throw new UsageError(`a rung is named with its award, such as \`badge.earned\`, not ${JSON.stringify(wanted)}`);
  return [name, rung];
}

/** The lowest rung of the headline that is not earned; the highest, where all are. */
function next({ outline }: Rubric, outcome: Outcome): readonly [string, string] {
  const award = outline.awards[0];
  const rungs = award && outcome.awards[award.name]?.rungs;
  const rung = rungs?.findLast(({ state }) => state !== "earned") ?? rungs?.[0];
  if (!award || !rung) throw new UsageError("this rubric has no award; say which rung of which result, such as `band.strong`");
  return [award.name, rung.name];
}

function title({ outline }: Rubric, name: string, rung: string): string {
  const ladder = [...outline.awards, ...outline.results].find((one) => one.name === name);
  const label = ladder?.rungs.find((one) => one.name === rung)?.label;
  return `${ladder?.label || name}, ${label || rung}`;
}

function told(rung: string, { sentence, ways, proof }: Steps): string[] {
  const numbered = ways.flatMap(({ changes }, at) => changes.map((change, index) => `${index === 0 ? `${at + 1}.` : "  "} ${change.sentence}`));
  return [rung, sentence, ...numbered, ...proof.map((block) => `- ${block.message ?? block.sentence}`)];
}
