// The engine against a naive evaluator that shares nothing with it: no parser
// (the generator makes an object and prints it), no intervals (the open rows are
// simply filled in, some way or other), no arithmetic but its own.
import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { describe, it } from "node:test";
import { Worker } from "node:worker_threads";
import { load } from "../dist/node.js";
import { Comparer } from "./naive/compare.mjs";
import { FAULTS } from "./naive/faults.mjs";
import { FORMS, TOLD } from "./naive/forms.mjs";
import { Run } from "./naive/run.mjs";

const RUBRICS = Number(process.env.RUBRICATE_NAIVE_RUBRICS ?? 10_000);
const FIRST = Number(process.env.RUBRICATE_NAIVE_SEED ?? 1);
/** So many rubrics are tried with each wrong world before it counts as unnoticed. */
const TRIED = 600;

function share(from, to) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./naive/worker.mjs", import.meta.url), { workerData: { from, to } });
    worker.once("message", (found) => (found.error ? reject(new Error(found.error)) : resolve(found)));
    worker.once("error", reject);
  });
}

function added(all) {
  const sum = {};
  for (const one of all) for (const [name, count] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

describe("the naive evaluator", () => {
  it(`says what the engine says, on ${RUBRICS} random rubrics`, async () => {
    const threads = Math.max(1, Math.min(availableParallelism(), 4));
    const ends = Array.from({ length: threads + 1 }, (_, at) => FIRST + Math.floor((RUBRICS * at) / threads));
    const shares = await Promise.all(ends.slice(1).map((to, at) => share(ends[at], to)));
    const [count, said, seen] = ["count", "said", "seen"].map((name) => added(shares.map((one) => one[name])));
    const vague = shares.reduce((sum, one) => sum + one.vague, 0);
    console.log(`# ${JSON.stringify({ ...count, vague })}`);
    // A test that compares little, or nothing at a boundary, would pass as well.
    for (const [kind, each] of Object.entries({ closed: 20, full: 5, ifClosed: 3, open: 50, tight: 0.5, undefined: 0.5, decidedEarly: 8, ties: 0.5 })) {
      assert.ok(count[kind] >= each * RUBRICS, `only ${count[kind]} comparisons of ${kind}`);
    }
    assert.ok(vague < RUBRICS / 5, `${vague} assessments were not compared`);
    const rare = (all, of) => Object.entries(all).filter(([form, part]) => (of[form] ?? 0) < Math.max(1, Math.floor(RUBRICS * part)));
    assert.deepEqual(rare(FORMS, said).map(([form]) => [form, said[form] ?? 0]), [], "forms that were written too seldom");
    assert.deepEqual(rare(TOLD, seen).map(([form]) => [form, seen[form] ?? 0]), [], "forms that made a difference too seldom");
  });
});

describe("the comparison notices", () => {
  for (const [name, Wrong] of Object.entries(FAULTS)) {
    it(name, async () => {
      const run = new Run(await load(), new Comparer(), Wrong);
      assert.throws(() => run.range(FIRST, FIRST + TRIED), /^Error: seed \d+: .*\b(score|rungs?|outcome|points|state|level|bounds|was|became|outside|if closed)\b/);
    });
  }
});
