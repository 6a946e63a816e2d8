// An evaluator that shares nothing with the engine, on seeded random rubrics.
// Full ratings: the same scores and rungs, to the digit. Partial ratings:
// every way to complete them stays inside the bounds, and what was earned or
// out of reach stays so.
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "../dist/node.js";
import { evaluate, fr, less, show } from "./naive.mjs";
import { random } from "./random.mjs";

const ROUNDS = Number(process.env.RUBRICATE_ROUNDS ?? 1000);
const rubricate = await load();
const parse = (text) => (text === null ? null : fr(...text.split("/")));
const rungState = (truth) => (truth === null ? "pending" : truth ? "earned" : "out of reach");

function ratings(rubric, given) {
  return Object.fromEntries(Object.entries(given).map(([name, place]) => [name, rubric.rows[name].values[place].rating]));
}

function sameAsNaive(compiled, rubric, given, about) {
  const wanted = evaluate(rubric, given);
  const outcome = compiled.score(ratings(rubric, given), { locale: "en" });
  for (const [name, value] of Object.entries(wanted.scores)) {
    const { exact, state, lowest, highest } = outcome.scores[name];
    assert.deepEqual([exact, state], [show(value), value === null ? "undefined" : "known"], `${name} ${about}`);
    if (value !== null) assert.deepEqual([lowest.exact, highest.exact], [exact, exact], `${name} ${about}`);
  }
  const states = Object.fromEntries(outcome.awards.w.rungs.map(({ name, state }) => [name, state]));
  assert.deepEqual(states, Object.fromEntries(Object.entries(wanted.rungs).map(([name, truth]) => [name, rungState(truth)]).reverse()), about);
  return wanted;
}

function insideBounds(before, after, about) {
  for (const [name, value] of Object.entries(after.scores)) {
    const { state, lowest, highest, exact } = before.scores[name];
    if (state === "known") assert.equal(show(value), exact, `${name} was known ${about}`);
    if (state === "undefined") assert.equal(value, null, `${name} was undefined ${about}`);
    if (value === null) continue;
    const [lo, hi] = [parse(lowest.exact), parse(highest.exact)];
    assert.ok((lo === null || !less(value, lo)) && (hi === null || !less(hi, value)), `${name} = ${show(value)} left ${lowest.exact}..${highest.exact} ${about}`);
  }
  for (const { name, state } of before.awards.w.rungs) {
    const now = rungState(after.rungs[name]);
    if (state === "earned" || state === "out of reach") assert.equal(now, state, `${name} was ${state} ${about}`);
    // Bounds are sound for undefined too: `pending` with open rows stays so.
    if (state === "pending") assert.equal(now, "pending", `${name} was pending ${about}`);
  }
}

it(`${ROUNDS} random rubrics say what the naive evaluator says`, () => {
  let [compared, undefinedOnes, decidedEarly] = [0, 0, 0];
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const { rubric, all, roll } = random(seed);
    const about = `(seed ${seed})\n${rubric.source}`;
    const found = rubricate.check(rubric.source).filter(({ severity }) => severity === "error");
    assert.deepEqual(found.map(({ message }) => message), [], about);
    const compiled = rubricate.compile(rubric.source);
    const complete = (partial) => Object.fromEntries(all.map((name) => [name, partial[name] ?? roll(rubric.rows[name].values.length)]));
    for (let one = 0; one < 2; one += 1) {
      const full = sameAsNaive(compiled, rubric, complete({}), about);
      compared += 1;
      if (Object.values(full.scores).includes(null)) undefinedOnes += 1;
    }
    const partial = Object.fromEntries(all.filter(() => roll(2)).map((name) => [name, roll(rubric.rows[name].values.length)]));
    const before = compiled.score(ratings(rubric, partial), { locale: "en" });
    if (before.awards.w.rungs.some(({ state }) => state === "earned" || state === "out of reach")) decidedEarly += 1;
    for (let one = 0; one < 3; one += 1) insideBounds(before, evaluate(rubric, complete(partial)), `given ${JSON.stringify(ratings(rubric, partial))} ${about}`);
    compiled.dispose();
  }
  // A test that compares nothing interesting would pass as well.
  assert.ok(compared === 2 * ROUNDS && undefinedOnes > 0 && decidedEarly > ROUNDS / 10, `${compared} ${undefinedOnes} ${decidedEarly}`);
});
