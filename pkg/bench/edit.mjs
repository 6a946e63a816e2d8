// Four jobs against hand-written JavaScript, interleaved in one process: a
// ratio is taken inside a round, so that a slow moment of the machine is in
// both of its sides. It fails past 1.15 times what was reached; with `--must`
// past 1.15 times what is asked, which is not met yet (BENCHMARKS.md).
import assert from "node:assert/strict";
import { availableParallelism, cpus } from "node:os";
import { load } from "../dist/node.js";
import { agree } from "./agree.mjs";
import { prepare } from "./peer.mjs";
import { edits, job, source } from "./rubric.mjs";

const ROUNDS = 9;
const SLICE_MS = 12;
const WARM = 60;
const GATE = 1.15;
const MUST = { rating: { 12: 2.5, 40: 2.5, 200: 1.5 }, compile: { 12: 4, 40: 4, 200: 4 } };
/** What was reached: kept, until it is better. */
const REACHED = {
  rating: { 12: 9.3, 40: 6.7, 200: 3.4 },
  score: { 12: 140, 40: 106, 200: 35 },
  compile: { 12: 70, 40: 50, 200: 33 },
  check: { 12: 135, 40: 105, 200: 86 },
};
const AIM = { rating: { 12: 1.3, 40: 1.3, 200: 0.4 }, compile: { 12: 2, 40: 2, 200: 2 } };

const jobs = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const rubricate = await load();
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
let kept = null;

/** Processor time so far, in microseconds: another job on the machine is not in it. */
function clock() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds a call, over a slice of time. */
function slice(work) {
  const from = clock();
  let calls = 0;
  let batch = 1;
  let took = 0;
  while (took < SLICE_MS * 1000) {
    // The clock costs more than a fast call: it is read once in so many.
    for (let again = 0; again < batch; again += 1) kept = work(calls++);
    took = clock() - from;
    if (took * 8 < SLICE_MS * 1000) batch *= 2;
  }
  return took / calls;
}

/** Both sides in turn, the first one changing, after a warm-up of both. */
function compare(name, ours, peer) {
  if (jobs.length > 0 && !jobs.includes(name)) return null;
  // Both compilers of both sides work in the background: the warm-up is long
  // enough for them to be done, also where other jobs take their turn.
  for (let warm = 0; warm < WARM; warm += 1) {
    slice(ours);
    slice(peer);
  }
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    if (round % 2 === 0) {
      const one = slice(ours);
      return { ours: one, peer: slice(peer) };
    }
    const other = slice(peer);
    return { ours: slice(ours), peer: other };
  });
  const ratios = rounds.map((round) => round.ours / round.peer).sort((a, b) => a - b);
  return { ours: median(rounds.map((round) => round.ours)), peer: median(rounds.map((round) => round.peer)), ratio: ratios[ROUNDS >> 1], from: ratios[ROUNDS >> 2], to: ratios[ROUNDS - 1 - (ROUNDS >> 2)] };
}

function measure(size) {
  const data = job(size);
  const json = JSON.stringify(data);
  const text = source(data);
  assert.deepEqual(rubricate.check(text, { prove: false }), []);
  const plan = edits(data, 1024);
  agree(rubricate, data, plan, 150);

  const rubric = rubricate.compile(text);
  const live = rubric.start({ locale: "en" });
  const begin = prepare(data);
  const peer = begin();
  for (const [name, value] of plan.first) {
    live.rate(name, value);
    peer.rate(name, value);
  }
  const ratings = Object.fromEntries(plan.first);
  return {
    rating: compare(
      "rating",
      (call) => {
        const [name, value] = plan.then[call & 1023];
        live.rate(name, value);
        return live.outcome;
      },
      (call) => {
        const [name, value] = plan.then[call & 1023];
        peer.rate(name, value);
        return peer.outcome();
      },
    ),
    score: compare(
      "score",
      () => rubric.score(ratings, { locale: "en" }),
      () => {
        const once = begin();
        for (const [name, value] of Object.entries(ratings)) once.rate(name, value);
        return once.outcome();
      },
    ),
    compile: compare(
      "compile",
      () => {
        const own = rubricate.compile(text);
        const assessment = own.start({ locale: "en" });
        const { outcome } = assessment;
        assessment.dispose();
        own.dispose();
        return outcome;
      },
      () => prepare(JSON.parse(json))().outcome(),
    ),
    check: compare("check", () => rubricate.check(text, { prove: false }), () => JSON.parse(json)),
  };
}

const two = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const say = (line) => console.log(line);
say(`Node ${process.version}, ${availableParallelism()} CPUs (${cpus()[0]?.model.trim() ?? "unknown"}), median of ${ROUNDS} rounds\n`);
for (const line of ["| job | rows | Rubricate, us | hand-written, us | ratio (25-75%) | must | aim |", "|---|---:|---:|---:|---:|---:|---:|"]) say(line);
const missed = [];
for (const size of [12, 40, 200]) {
  for (const [name, found] of Object.entries(measure(size))) {
    if (found === null) continue;
    const must = MUST[name]?.[size];
    const limit = process.argv.includes("--must") ? must : REACHED[name][size];
    say(`| ${name} | ${size} | ${two(found.ours)} | ${two(found.peer)} | ${two(found.ratio)} (${two(found.from)}-${two(found.to)}) | ${must ?? ""} | ${AIM[name]?.[size] ?? ""} |`);
    // The lower quartile: what one slow moment did is not what the code does.
    if (limit !== undefined && found.from > limit * GATE) missed.push(`${name}, ${size} rows: ${two(found.from)} x and more in three rounds of four, the gate is ${two(limit * GATE)} x`);
  }
}
if (missed.length > 0) console.log(`\npast the gate:\n${missed.map((line) => `  ${line}`).join("\n")}`);
if (missed.length > 0) process.exitCode = 1;
if (kept === null) process.exitCode = 1;
