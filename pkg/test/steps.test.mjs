// Steps as the package tells them: done one after the other they reach the
// rung, none of them can be spared, and what is impossible says why.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { load } from "../dist/node.js";
import { PDF, SOURCE } from "./given.mjs";
import { fullAnswers, inputs, someAnswers } from "./naive/answers.mjs";
import { dice } from "./naive/generate/dice.mjs";
import { generate } from "./naive/generate/rubric.mjs";
import { print } from "./naive/print/print.mjs";

const ROUNDS = Number(process.env.RUBRICATE_STEPS_ROUNDS ?? 120);
const gallery = join(import.meta.dirname, "..", "..", "www", "rubrics");
const rubricate = await load();
const state = (assessment, name, rung) => {
  const { awards, results } = assessment.outcome;
  return (awards[name] ?? results[name]).rungs.find((one) => one.name === rung).state;
};

/** Makes changes to an assessment; slots cannot be completed without files. */
function make(assessment, changes) {
  for (const { kind, name, to, comment } of changes) {
    if (kind === "ask") assessment.answer(name, to);
    if (kind !== "row") continue;
    if (to !== null) assessment.rate(name, to);
    if (comment) assessment.comment(name, "Seen on Monday: https://a.example");
  }
}

/** Every way of a rung, done on an assessment of its own, whole and with each change left out. */
function tried(steps, start, name, rung, about) {
  for (const { changes, levels } of steps.ways) {
    if (changes.some(({ kind, shown }) => kind === "evidence" || shown)) continue;
    const after = (all) => { const assessment = start(); make(assessment, all); const found = state(assessment, name, rung); assessment.dispose(); return found; };
    assert.equal(after(changes), "earned", `${JSON.stringify(changes)} ${about}`);
    assert.equal(levels, changes.reduce((sum, change) => sum + change.levels, 0));
    if (steps.shortest) changes.forEach((gone) => assert.notEqual(after(changes.filter((one) => one !== gone)), "earned", `without ${gone.name} ${about}`));
  }
}

it("ways through the gallery lead there", () => {
  let [ways, shortest] = [0, 0];
  for (const file of readdirSync(gallery).filter((name) => name.endsWith(".rubric"))) {
    const rubric = rubricate.compile(readFileSync(join(gallery, file), "utf8"));
    const { outline } = rubric;
    const roll = dice(file.length);
    const ratings = outline.rows.filter((row) => !row.workedOut && row.kind !== "number").map((row) => [row.name, row.kind === "check" ? roll(3) > 0 : row.levels[roll(row.levels.length)].name]);
    const start = () => {
      const assessment = rubric.start({ locale: "en", today: "2025-09-01" });
      ratings.forEach(([name, value]) => assessment.rate(name, value));
      return assessment;
    };
    const assessment = start();
    for (const ladder of [...outline.awards, ...outline.results]) {
      for (const { name } of ladder.rungs) {
        const found = assessment.steps(ladder.name, name, { most: 2 });
        assert.equal(found.state === "reached", state(assessment, ladder.name, name) === "earned", `${file} ${ladder.name} ${name}`);
        if (found.state === "no way") assert.notEqual(state(assessment, ladder.name, name), "earned");
        tried(found, start, ladder.name, name, `(${file})`);
        ways += found.ways.length;
        if (found.shortest) shortest += 1;
      }
    }
    rubric.dispose();
  }
  assert.ok(ways > 30 && shortest > 15, `${ways} ${shortest}`);
});

it(`ways through ${ROUNDS} random rubrics lead there`, () => {
  const count = { shortest: 0 };
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const rubric = generate(seed);
    const roll = dice(seed + 1e6);
    const source = print(rubric, () => undefined);
    const compiled = rubricate.compile(source, { prove: false });
    const [ratings, { close: _close, codes: _codes, overrule: _overrule, ...options }] = inputs(rubric, someAnswers(rubric, fullAnswers(rubric, roll), roll, 75), false);
    const start = () => { const assessment = compiled.start(options); Object.entries(ratings).forEach(([name, value]) => assessment.rate(name, value)); return assessment; };
    const assessment = start();
    for (const ladder of [...compiled.outline.awards, ...compiled.outline.results]) {
      // The lines of a table may give the same level: then its name is that of the first.
      for (const rung of new Set(ladder.rungs.map(({ name }) => name))) {
        const found = assessment.steps(ladder.name, rung, { ratedFirst: seed % 2 === 0 });
        assert.equal(found.state === "reached", state(assessment, ladder.name, rung) === "earned", source);
        count[found.state] = (count[found.state] ?? 0) + 1;
        if (found.shortest) count.shortest += 1;
        tried(found, start, ladder.name, rung, `${JSON.stringify([ratings, options])}\n${source}`);
      }
    }
    compiled.dispose();
  }
  console.log(`# ${JSON.stringify(count)}`);
  assert.ok(count.reached > 10 && count.ways > 50 && count.shortest > 40 && count["no way"] > 20, JSON.stringify(count));
});

it("steps name rows, questions, comments and evidence, in sentences", () => {
  const rubric = rubricate.compile(SOURCE);
  const assessment = rubric.start({ locale: "en", answers: { stage: "later" } });
  assessment.rate("a", "low");
  assessment.rate("b", "mid");
  const { state: found, shortest, ways } = assessment.steps("badge", "earned");
  assert.deepEqual([found, shortest], ["ways", true]);
  assert.deepEqual(ways[0].changes.map(({ sentence }) => sentence), ["Raise “Purpose” to Mid", "Rate “Depth” Mid and give the comment", "Complete “Annotated plan”", "Complete “Reflection”"]);
  assert.deepEqual(ways[0].changes.map(({ kind, name, from, to, levels, comment }) => [kind, name, from, to, levels, comment]), [
    ["row", "a", "low", "mid", 1, false], ["row", "d", null, "mid", 1, true], ["evidence", "plan", null, null, 0, false], ["evidence", "words_", null, null, 0, false],
  ]);
  make(assessment, ways[0].changes);
  assessment.attach("plan", PDF);
  assessment.write("words_", "one two three");
  assert.deepEqual(assessment.steps("badge", "earned"), { state: "reached", shortest: false, ways: [], proof: [] });
});

it("what cannot be reached is proven", () => {
  const rubric = rubricate.compile(`rubric t {
    ask stage { first "First"; later "Later" }
    scale m { low 0 "Low"; mid 1 "Mid"; high 2 "High" }
    criterion a "A" on m low..mid
    criterion b "B" on m
    score total "Total" = percent of (a, b)
    score scaled "Scaled" = 50% * b
    award w { top "Top" { needs stage is later message "Later only."; needs scaled is at least 120% } some "Some" { needs b is high or a is mid } otherwise no_ }
  }`);
  const assessment = rubric.start({ locale: "en", answers: { stage: "first" } });
  const { state: found, proof, ways } = assessment.steps("w", "top");
  assert.deepEqual([found, ways], ["no way", []]);
  assert.equal(proof[0].message, "Later only.");
  assert.deepEqual([proof[1].have.highest.text, proof[1].need.text], ["100%", "120%"]);
  assert.equal(proof[1].sentence, "This fails whatever is changed: Scaled is at least 120%: it can only be from 0% to 100%");
  assert.deepEqual(assessment.steps("w", "some").ways.map(({ changes }) => changes.map(({ name, to }) => [name, to])), [[["a", "mid"]], [["b", "high"]]]);
  assert.equal(assessment.steps("w", "some", { most: 1 }).ways.length, 1);
  assessment.rate("b", "mid");
  assert.deepEqual(assessment.steps("w", "some", { most: 1, ratedFirst: true }).ways[0].changes.map(({ name, from, to }) => [name, from, to]), [["b", "mid", "high"]]);
  for (const [name, rung, options] of [["w", "best"], ["total", "top"], ["x", "top"], [1, "top"], ["w", "top", { most: 0 }], ["w", "top", { most: "3" }], ["w", "top", { ratedFirst: 1 }], ["w", "top", null]]) {
    assert.throws(() => assessment.steps(name, rung, options), { name: "RubricError" }, `${name} ${rung}`);
  }
});

it("a very large rubric takes bounded work", () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `check c${index}`).join("\n");
  const rubric = rubricate.compile(`rubric t {\n${rows}\naward w { all_ { needs every check is met } some { needs at least 5 checks are met } otherwise no_ }\n}`);
  const assessment = rubric.start();
  const all = assessment.steps("w", "all_");
  assert.deepEqual([all.state, all.ways[0].changes.length], ["ways", 3000]);
  const some = assessment.steps("w", "some");
  assert.deepEqual([some.state, some.shortest, some.ways[0].changes.length], ["ways", false, 5]);
});
