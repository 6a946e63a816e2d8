// What an editor waits for, on a rubric of 1,000 lines: the whole check at a
// keystroke, completion, hover and the rest, each beside the check in the same
// round. It fails where completion or hover is not faster than the check.
import assert from "node:assert/strict";
import { availableParallelism, cpus } from "node:os";
import { load } from "../dist/node.js";
import { long } from "./long.mjs";

const ROUNDS = 15;
const FRAME_MS = 16;
const rubricate = await load();
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];

const text = long();
const lines = text.split("\n").length;
const inNeeds = text.indexOf("is at least developing", text.indexOf("silver \"Silver\"")) + "is at least ".length;
const jobs = {
  check: () => rubricate.check(text, { prove: false }),
  "check with proofs": () => rubricate.check(text),
  complete: () => rubricate.complete(text, inNeeds),
  hover: () => rubricate.hover(text, inNeeds),
  references: () => rubricate.references(text, inNeeds),
  tokens: () => rubricate.tokens(text),
  symbols: () => rubricate.symbols(text),
  format: () => rubricate.format(text),
};
assert.deepEqual(rubricate.check(text).filter(({ severity }) => severity === "error"), []);
assert.equal(rubricate.complete(text, inNeeds)[0].label, "not_yet");
assert.equal(rubricate.references(text, inNeeds).length, 1 + 100 + 10);

/** Milliseconds of processor time a call takes. */
function time(work) {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const found = Object.fromEntries(Object.keys(jobs).map((name) => [name, { took: [], ratio: [] }]));
for (let round = -3; round < ROUNDS; round += 1) {
  const check = time(jobs.check);
  for (const [name, work] of Object.entries(jobs)) {
    const took = name === "check" ? check : time(work);
    if (round >= 0) { found[name].took.push(took); found[name].ratio.push(took / check); }
  }
}
console.log(`${lines} lines, ${text.length} characters; Node ${process.version}, ${cpus()[0].model}, ${availableParallelism()} cores, ${ROUNDS} rounds`);
console.log("| what | ms | to the check |\n|---|---|---|");
for (const [name, { took, ratio }] of Object.entries(found)) console.log(`| ${name} | ${median(took).toFixed(1)} | ${median(ratio).toFixed(2)} |`);
console.log(`the check of the whole file takes ${(median(found.check.took) / FRAME_MS).toFixed(1)} frames of ${FRAME_MS} ms`);
for (const name of ["complete", "hover"]) assert.ok(median(found[name].ratio) < 1, `${name} is not faster than the check`);
