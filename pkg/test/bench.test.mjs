// The hand-written side of the benchmark is an implementation of its own: it
// must give the outcome that the engine gives, or what is measured says nothing.
import { test } from "node:test";
import { load } from "../dist/node.js";
import { agree } from "../bench/agree.mjs";
import { edits, job } from "../bench/rubric.mjs";

const rubricate = await load();

for (const size of [12, 40]) {
  test(`the benchmark's peer gives the same outcomes, ${size} rows`, () => {
    const data = job(size);
    agree(rubricate, data, edits(data, 60), 60);
  });
}
