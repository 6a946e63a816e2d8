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
  assert.deepEqual(ways[0].changes.map(({ sentence }) => sentence), ["Raise “Purpose” to Mid", "Rate “Depth” Mid and give the comment", "Attach “Annotated plan”", "Write “Reflection”: at least 3 words"]);
  assert.deepEqual(ways[0].changes.map(({ kind, name, from, to, levels, comment }) => [kind, name, from, to, levels, comment]), [
    ["row", "a", "low", "mid", 1, false], ["row", "d", null, "mid", 1, true], ["evidence", "plan", null, null, 0, false], ["evidence", "words_", null, null, 0, false],
  ]);
  make(assessment, ways[0].changes);
  assessment.attach("plan", PDF);
  assessment.write("words_", "one two three");
  assert.deepEqual(assessment.steps("badge", "earned"), { state: "reached", shortest: false, reopen: false, sentence: "This is reached already", ways: [], proof: [] });
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
  assert.equal(proof[1].sentence, "This fails, whatever is still rated, answered or attached: Scaled is at least 120%: it can only be from 0% to 100%");
  assert.deepEqual(assessment.steps("w", "some").ways.map(({ changes }) => changes.map(({ name, to }) => [name, to])), [[["a", "mid"]], [["b", "high"]]]);
  assert.equal(assessment.steps("w", "some", { most: 1 }).ways.length, 1);
  assessment.rate("b", "mid");
  assert.deepEqual(assessment.steps("w", "some", { most: 1, ratedFirst: true }).ways[0].changes.map(({ name, from, to }) => [name, from, to]), [["b", "mid", "high"]]);
  for (const [name, rung, options] of [["w", "best"], ["total", "top"], ["x", "top"], [1, "top"], ["w", "top", { most: 0 }], ["w", "top", { most: "3" }], ["w", "top", { ratedFirst: 1 }], ["w", "top", null]]) {
    assert.throws(() => assessment.steps(name, rung, options), { name: "RubricError" }, `${name} ${rung}`);
  }
});

/** What the first way says, change by change. */
const first = ({ ways }) => ways[0]?.changes.map(({ sentence }) => sentence) ?? [];

it("a closed assessment is planned as one that is open again", () => {
  const rubric = rubricate.compile(`rubric t {
    scale m { low 0 "Low"; mid 1 "Mid"; high 2 "High" }
    criterion a "Aims" on m
    criterion b "Plan" on m { unanswered counts as low }
    award w "Award" { high_ "High" { needs every criterion is at least mid } some "Some" { needs b is at least low } otherwise none_ }
    may be overruled by reviewer
  }`.replace("otherwise none_ }\n    may be overruled by reviewer", "otherwise none_ }"));
  const assessment = rubric.start({ locale: "en" });
  assessment.rate("a", "low");
  const open = assessment.steps("w", "high_");
  assessment.close();
  // What counts by policy once it is closed is reached; the rest begins with opening it again.
  assert.equal(assessment.steps("w", "some").state, "reached");
  const found = assessment.steps("w", "high_");
  assert.deepEqual([found.state, found.shortest, found.reopen], ["ways", true, true]);
  assert.equal(found.sentence, "The assessment is closed. Once it is open again: this is the shortest way, with 3 changes");
  assert.deepEqual(first(found), ["Open the assessment again", "Raise “Aims” to Mid", "Rate “Plan” Mid"]);
  assert.deepEqual(found.ways[0].changes.slice(1), open.ways[0].changes);
  assert.equal(found.ways[0].changes[0].kind, "reopen");
  assessment.reopen();
  make(assessment, open.ways[0].changes);
  assert.equal(state(assessment, "w", "high_"), "earned");
});

it("a file that was new enough on the closing day is too old after it", () => {
  const rubric = rubricate.compile(`rubric t { evidence plan "Plan" { accepts pdf; dated within 1 month }
    check c "Consent"
    award w { a_ "A" { needs plan is complete; needs c is met } otherwise b_ } }`);
  const saved = (() => {
    const assessment = rubric.start({ locale: "en", today: "2025-01-10", evidence: { plan: [{ id: "f", kind: "pdf", date: "2025-01-01" }] } });
    assessment.close();
    return assessment.save();
  })();
  assert.deepEqual(first(rubric.start({ locale: "en", saved }).steps("w", "a_")), ["Open the assessment again", "See that “Consent” is met"]);
  const later = first(rubric.start({ locale: "en", saved, today: "2025-06-01" }).steps("w", "a_"));
  assert.deepEqual(later.slice(0, 2), ["Open the assessment again", "See that “Consent” is met"]);
  assert.ok(later.length === 3 && later[2].includes("Plan"), later.join("; "));
});

it("what is inside a slot is planned for, by so many words, pages or pieces", () => {
  const rubric = rubricate.compile(`rubric t {
    evidence essay "Reflection" { accepts text; words 5..20 }
    evidence maps "Maps" { accepts image; items 1..4 }
    evidence plan "Lesson plan" { accepts pdf; optional }
    score length_ "Length" = words of essay
    score far "Far" = words of essay / 10
    award w {
      long "Long" { needs words of essay is at least 12 }
      exact_ "Exact" { needs length_ is 9 }
      three "Three" { needs items of maps is above 2 }
      short_ "Short" { needs words of essay is at most 6 }
      paged "Paged" { needs pages of plan is at least 2 }
      too "Too long" { needs words of essay is at least 30 }
      tenth "Tenth" { needs far is at least 1 }
      otherwise none_
    }
  }`);
  const assessment = rubric.start({ locale: "en" });
  const of = (rung) => first(assessment.steps("w", rung));
  assert.deepEqual(of("long"), ["Write “Reflection”: at least 12 words"]);
  assessment.write("essay", "one two three four five six seven eight");
  assert.deepEqual(of("long"), ["Write at least 4 more words in “Reflection”"]);
  assert.deepEqual(of("exact_"), ["Write 1 more word in “Reflection”"]);
  assert.deepEqual(of("short_"), ["Cut at least 2 words from “Reflection”"]);
  assert.deepEqual(of("three"), ["Attach at least 3 items to “Maps”"]);
  assert.deepEqual(of("paged"), ["Hand in “Lesson plan” with at least 2 pages"]);
  const { changes: [change] } = assessment.steps("w", "long").ways[0];
  assert.deepEqual([change.kind, change.name, change.amounts], ["evidence", "essay", [{ what: "words", count: "12", now: "8", open: true }]]);
  // The slot itself takes no more than 20 words.
  assert.equal(assessment.steps("w", "too").state, "no way");
  // A number behind a number is not settled, and that is said.
  assert.ok(["unknown", "ways"].includes(assessment.steps("w", "tenth").state));
  for (const [rung, text] of [["long", 12], ["exact_", 9], ["short_", 6]]) {
    assessment.write("essay", Array.from({ length: text }, (_, at) => `w${at}`).join(" "));
    assert.equal(state(assessment, "w", rung), "earned", rung);
  }
  assessment.write("essay", "one two");
  assert.equal(of("long")[0], "Write at least 10 more words in “Reflection”");
});

it("numbers of which less is better come down, checks are seen to, and rows of one name are told apart", () => {
  const rubric = rubricate.compile(`rubric t {
    scale m { low 0 "Low"; far 1 "With a friend nearby" }
    ask size "Class size" 1..40 step 1
    part one "One" { number slips "Slips" 0..9 step 1 { lower is better }; check done "Done" }
    part two "Two" { criterion help "Help" on m; check done_2 "Done" }
    award w { a_ "A" { needs slips is at most 2; needs every check is met; needs help is far; needs size is at least 1 } otherwise b_ }
  }`.replace("{ lower is better }", "lower is better"));
  const assessment = rubric.start({ locale: "en" });
  assessment.rate("slips", 5);
  assessment.rate("done", false);
  const found = assessment.steps("w", "a_");
  assert.deepEqual(first(found), ["Bring “Slips” down to 2", "See that “One: Done” is met", "Rate “Help” “With a friend nearby”", "See that “Two: Done” is met"]);
  assert.equal(found.sentence, "This is the shortest way, with 4 changes");
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
