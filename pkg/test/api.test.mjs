// The package's surface: loading, compiling, letting go, five states, plain frozen outcomes.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, RubricError } from "../dist/node.js";

const rubricate = await load();
const SOURCE = `rubric t "T" {
  scale m "M" { low 0 "Low"; mid 1 "Mid"; high 2 "High" }
  part p "P" {
    criterion a "A" on m { low "weak" advise "Do more." }
    criterion b "B" on m
  }
  check c "C" { tags critical }
  number n "N" 0..10 step 0.1
  score of_p = sum of p
  score of_n = n * 2
  award first "First" {
    never when any check tagged critical is not met message "C first."
    yes "Yes" { needs of_p is at least 3 }
    otherwise no_ "No"
  }
  award second "Second" { yes "Yes" { needs n is at least 5 }; otherwise no_ "No" }
  advise "Go on." when b is low
}`;
const rubric = rubricate.compile(SOURCE);
const start = (options) => rubric.start({ locale: "en", ...options });

function deepFrozen(value, path = "outcome") {
  if (value === null || typeof value !== "object") return;
  assert.ok(Object.isFrozen(value), `${path} is not frozen`);
  for (const [key, inner] of Object.entries(value)) deepFrozen(inner, `${path}.${key}`);
}

describe("load and compile", () => {
  it("load is idempotent, also at once", async () => {
    const [one, two] = await Promise.all([load(), load()]);
    assert.equal(one, two);
    assert.equal(one, rubricate);
  });
  it("compile throws a RubricError with its diagnostics", () => {
    const bad = 'rubric t { check c; score s = d + e }';
    const thrown = (() => {
      try {
        rubricate.compile(bad);
      } catch (error) {
        return error;
      }
    })();
    assert.ok(thrown instanceof RubricError && thrown instanceof Error);
    assert.deepEqual(thrown.diagnostics, rubricate.check(bad));
    assert.equal(thrown.diagnostics.length, 2);
    assert.match(thrown.message, /^line 1, column 31: .* \(and 1 more\)$/);
  });
  it("the outline holds what a page needs", () => {
    const { outline } = rubric;
    assert.deepEqual([outline.name, outline.title], ["t", "T"]);
    assert.deepEqual(outline.rows.map(({ name, kind, part }) => [name, kind, part]), [["a", "criterion", 0], ["b", "criterion", 0], ["c", "check", null], ["n", "number", null]]);
    assert.deepEqual(outline.rows[0].levels[0], { name: "low", label: "Low", description: null, descriptor: "weak", advice: "Do more.", learner: null, points: "0", to: null, step: null, marks: [], aligns: [] });
    assert.deepEqual([outline.rows[3].from, outline.rows[3].to, outline.rows[3].step], ["0", "10", "1/10"]);
    assert.deepEqual(outline.awards.map(({ name, rungs, otherwise }) => [name, rungs[0].label, otherwise.name]), [["first", "Yes", "no_"], ["second", "Yes", "no_"]]);
  });
});

describe("what stands in the block of a setting", () => {
  it("is in the outline, and stays when the file is formatted", () => {
    const source = `rubric t "T" { setting stage { about "The school year."; early "Early"; late "Late"; default late "The board" }; check a; award b "B" { yes "Yes" { needs a is met and stage is late }; otherwise no_ "No" } }`;
    for (const text of [source, rubricate.format(source)]) {
      const [setting] = rubricate.compile(text).outline.settings;
      assert.deepEqual([setting.about, setting.choices.map(({ name }) => name), setting.defaults, setting.source], ["The school year.", ["early", "late"], [{ value: "late", from: null }], "The board"]);
    }
  });
});

describe("a change says what differs", () => {
  it("and only that", () => {
    const assessment = start();
    const none = { rows: [], scores: [], results: [], awards: [], evidence: [], advice: false };
    assert.deepEqual(assessment.rate("a", "low"), { ...none, rows: ["a"], scores: ["of_p"], awards: ["first"], advice: true });
    assert.deepEqual(assessment.rate("a", "low"), none);
    assert.deepEqual(assessment.rate("a", "mid"), { ...none, rows: ["a"], scores: ["of_p"], awards: ["first"], advice: true });
    assert.deepEqual(assessment.rate("n", 5), { ...none, rows: ["n"], scores: ["of_n"], awards: ["second"] });
    assert.deepEqual(assessment.rate("c", true), { ...none, rows: ["c"], awards: ["first"] });
    assert.deepEqual(assessment.rate("b", "low"), { ...none, rows: ["b"], scores: ["of_p"], awards: ["first"], advice: true });
    assert.deepEqual(assessment.clear("n"), { ...none, rows: ["n"], scores: ["of_n"], awards: ["second"] });
    assert.deepEqual(assessment.rate("b", null), { ...none, rows: ["b"], scores: ["of_p"], awards: ["first"], advice: true });
    assert.deepEqual(assessment.clear("b"), none);
    // A change names exactly the members whose objects differ, whether or not an outcome was read between.
    const before = assessment.outcome;
    const change = assessment.rate("b", "high");
    const after = assessment.outcome;
    for (const kind of ["rows", "scores", "awards"]) {
      assert.deepEqual(Object.keys(after[kind]).filter((name) => after[kind][name] !== before[kind][name]), change[kind]);
    }
  });
});

describe("an outcome", () => {
  const assessment = start();
  assessment.rate("a", "mid");
  assessment.rate("n", 4.9);
  const { outcome } = assessment;

  it("is frozen through and through", () => {
    deepFrozen(outcome);
    assert.throws(() => {
      "use strict";
      outcome.rows.a.level = "high";
    }, TypeError);
  });
  it("is plain data: structuredClone and JSON keep it", () => {
    assert.deepEqual(structuredClone(outcome.rows.n), { ...outcome.rows.n });
    assert.equal(JSON.stringify(structuredClone(outcome)), JSON.stringify(outcome));
    assert.deepEqual(Object.keys(outcome.scores.of_n.lowest), ["value", "exact", "text"]);
  });
  it("has records without a prototype", () => {
    for (const kind of ["scores", "results", "awards", "rows"]) assert.equal(Object.getPrototypeOf(outcome[kind]), null);
  });
  it("is the same object until something changes, and unchanged members stay the same", () => {
    assert.equal(assessment.outcome, outcome);
    assessment.rate("n", 6);
    const { outcome: after } = assessment;
    assert.notEqual(after, outcome);
    for (const name of ["a", "b", "c"]) assert.equal(after.rows[name], outcome.rows[name]);
    assert.equal(after.scores.of_p, outcome.scores.of_p);
    assert.equal(after.awards.first, outcome.awards.first);
    assert.equal(after.advice, outcome.advice);
    assert.notEqual(after.rows.n, outcome.rows.n);
    assert.notEqual(after.awards.second, outcome.awards.second);
    assert.equal(outcome.rows.n.points.exact, "49/10", "an old snapshot keeps its values");
  });
  it("gives its reasons with the rows that are short or open", () => {
    const [yes] = start().outcome.awards.first.rungs;
    assert.deepEqual(yes.reasons.map(({ text, message, never, state, rows }) => [text, message, never, state, rows.map(({ row }) => row)]), [
      ["any check tagged “critical” is not met", "C first.", true, "open", ["c"]],
      ["of_p is at least 3", null, false, "open", []],
    ]);
    assert.deepEqual([yes.reasons[1].have.lowest.exact, yes.reasons[1].have.highest.exact, yes.reasons[1].need.exact], ["0", "4", "3"]);
  });
  it("tells the states of rows apart, zero included", () => {
    const one = start();
    one.rate("n", 0);
    one.rate("c", false);
    const { rows, progress } = one.outcome;
    assert.deepEqual([rows.a.state, rows.a.level, rows.a.points.exact], ["unanswered", null, null]);
    assert.deepEqual([rows.n.state, rows.n.level, rows.n.points.exact, rows.n.points.text], ["rated", null, "0", "0"]);
    assert.deepEqual([rows.c.state, rows.c.level, rows.c.points.exact], ["rated", "not met", "0"]);
    assert.deepEqual([rows.a.lowest.exact, rows.a.highest.exact, rows.a.comment], ["0", "2", null]);
    assert.deepEqual(progress, { rated: 2, total: 4 });
    one.clear("n");
    assert.equal(one.outcome.rows.n.state, "unanswered");
    assert.deepEqual(one.outcome.progress, { rated: 1, total: 4 });
  });
  it("gives advice with its row, in order of the file", () => {
    const one = start();
    one.rate("b", "low");
    one.rate("a", "low");
    assert.deepEqual(one.outcome.advice, [{ text: "Do more.", row: "a" }, { text: "Go on.", row: null }]);
  });
  it("keeps two assessments apart", () => {
    const [one, two] = [start(), start()];
    one.rate("a", "high");
    assert.equal(two.outcome.rows.a.state, "unanswered");
    two.rate("a", "low");
    assert.equal(one.outcome.rows.a.level, "high");
  });
});

describe("names that every object has", () => {
  const odd = rubricate.compile('rubric t { check constructor; check toString; check hasOwnProperty; score valueOf = sum of checks }');
  it("are rows like any other", () => {
    const outcome = odd.score({ constructor: true, toString: false });
    assert.deepEqual(Object.keys(outcome.rows), ["constructor", "toString", "hasOwnProperty"]);
    assert.deepEqual([outcome.rows.constructor.level, outcome.rows.toString.level, outcome.rows.hasOwnProperty.level], ["met", "not met", null]);
    assert.deepEqual([outcome.scores.valueOf.lowest.exact, outcome.scores.valueOf.highest.exact], ["1", "2"]);
  });
  it("and are no rows where the rubric has none", () => {
    const assessment = start();
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", ""]) {
      assert.throws(() => assessment.rate(name, true), { name: "RubricError", path: `rows.${name}` });
      assert.throws(() => rubric.score(JSON.parse(`{${JSON.stringify(name)}: true}`)), { name: "RubricError" });
    }
    assert.equal({}.polluted, undefined);
  });
});

describe("letting go", () => {
  it("an assessment, more than once, and every use after it is a clear error", () => {
    const assessment = start();
    assessment.dispose();
    assessment.dispose();
    assessment[Symbol.dispose]?.();
    for (const use of [() => assessment.outcome, () => assessment.rate("a", "low"), () => assessment.clear("a"), () => assessment.rate("nobody", 1)]) {
      assert.throws(use, { name: "RubricError", message: /this assessment was disposed of/ });
    }
  });
  it("a rubric, more than once; an assessment already open lives on", () => {
    const own = rubricate.compile(SOURCE);
    const assessment = own.start();
    own.dispose();
    own.dispose();
    for (const use of [() => own.start(), () => own.score({})]) assert.throws(use, { name: "RubricError", message: /this rubric was disposed of/ });
    assessment.rate("a", "high");
    assert.equal(assessment.outcome.rows.a.level, "high");
  });
  it("has Symbol.dispose where the platform has it", () => {
    for (const one of [start(), rubricate.compile(SOURCE)]) assert.equal(typeof one[Symbol.dispose ?? "[object Object]"], Symbol.dispose ? "function" : typeof one[Symbol.dispose]);
  });
  it("10,000 assessments in a row leave the memory of the engine as it was", () => {
    for (let round = 0; round < 200; round += 1) rubric.score({ a: "mid" });
    const before = process.memoryUsage().arrayBuffers;
    for (let round = 0; round < 10_000; round += 1) rubric.score({ a: "mid" });
    assert.ok(process.memoryUsage().arrayBuffers - before < 20 << 20);
  });
});
