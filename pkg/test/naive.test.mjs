// The engine against a naive evaluator that shares nothing with it: no parser
// (the generator makes an object and prints it), no intervals (every way the
// open rows may come out is simply tried), no arithmetic but its own.
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "../dist/node.js";
import { World } from "./naive/evaluate.mjs";
import { Comparer, choices, completions, inputs } from "./naive/compare.mjs";
import { dice, generate } from "./naive/generate.mjs";
import { print } from "./naive/print.mjs";

const RUBRICS = Number(process.env.RUBRICATE_NAIVE_RUBRICS ?? 300);
const FIRST = Number(process.env.RUBRICATE_NAIVE_SEED ?? 1);
const rubricate = await load();

function answer(rubric, roll, share) {
  const names = Object.keys(rubric.given).filter((name) => name === "bar" || roll(100) < share);
  return Object.fromEntries(names.map((name) => { const all = choices(rubric, name); return [name, all[roll(all.length)]]; }));
}

function one(seed, comparer, keep) {
  const rubric = generate(seed);
  keep.text = print(rubric);
  const roll = dice(seed + 1e6);
  const compiled = rubricate.compile(keep.text);
  const score = (given) => { keep.given = given; return compiled.score(...inputs(rubric, given)); };
  for (let time = 0; time < 4; time += 1) {
    const given = answer(rubric, roll, 100);
    comparer.full(score(given), rubric, given);
  }
  for (const share of [30, 60, 85]) {
    const partial = answer(rubric, roll, share);
    const outcome = score(partial);
    const [all, every] = completions(rubric, partial, roll, 200, 12);
    const worlds = all.map((given) => { keep.completed = given; const world = new World(rubric, given); comparer.inside(outcome, rubric, world); return world; });
    if (every) comparer.tight(outcome, rubric, worlds);
    keep.completed = undefined;
  }
  compiled.dispose();
}

it(`${RUBRICS} random rubrics say what a naive evaluator says`, () => {
  const comparer = new Comparer();
  for (let seed = FIRST; seed < FIRST + RUBRICS; seed += 1) {
    const keep = {};
    try {
      one(seed, comparer, keep);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error.message}\ngiven ${JSON.stringify(keep.given)}\ncompleted ${JSON.stringify(keep.completed)}\n${keep.text}`, { cause: error });
    }
  }
  const { count } = comparer;
  console.log(`# ${JSON.stringify(count)}`);
  // A test that compares little, or nothing at a boundary, would pass as well.
  assert.ok(count.all >= 10_000, `only ${count.all} comparisons`);
  assert.ok(count.ties >= 100 && count.tight >= 500 && count.undefined >= 50 && count.decidedEarly >= 500, JSON.stringify(count));
});
