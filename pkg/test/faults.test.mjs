// When the engine fails it is started anew, and everything a person gave is
// given to it again: the outcome is the one from before, and the page goes on.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, RubricError, RubricFault } from "../dist/node.js";
import { data, PDF, SOURCE } from "./given.mjs";

const rubricate = await load();
const OWN = TextEncoder.prototype.encodeInto;

/** Makes the next text that crosses to the engine fail inside the glue, as running out of memory would. */
function failing(work) {
  let failed = 0;
  TextEncoder.prototype.encodeInto = function fail() {
    failed += 1;
    throw new RangeError("out of memory");
  };
  try {
    assert.throws(work, (error) => error instanceof RubricFault && error instanceof RubricError && /started anew/.test(error.message));
  } finally {
    TextEncoder.prototype.encodeInto = OWN;
  }
  assert.equal(failed, 1);
}

/** An assessment in which everything is given, each in every way there is. */
function full(rubric) {
  const one = rubric.start({ locale: "en", today: "2025-08-01", settings: { pass: "60%" }, answers: { late: 2 }, evidence: { plan: [PDF, { ...PDF, id: "f2" }] }, comments: { a: "so" } });
  one.answer("stage", "later");
  one.answer("agreed", false);
  one.rate("a", "low");
  one.rate("a", "high");
  one.rate("n", "15/2");
  one.rate("c", true);
  one.clear("c");
  one.notApplicable("b", "one lesson");
  one.comment("d", "https://lakeside.example");
  one.detach("plan", "f1");
  one.write("words_", "Größer als zuvor.");
  one.code("blank", "d");
  one.overrule("badge", "earned", { by: "reviewer", reason: "seen" });
  one.close();
  return one;
}

describe("a fault", () => {
  const rubric = rubricate.compile(SOURCE);
  it("loses nothing that was given, in any assessment", () => {
    const [one, other] = [full(rubric), full(rubric)];
    const before = data(one);
    failing(() => one.write("words_", "Über alles, was war"));
    assert.deepEqual(data(one), before, "the outcome that was read stays");
    // The next edits read the numbers of the new session: they move what they would have moved.
    const [change, same] = [one.rate("a", "mid"), other.rate("a", "mid")];
    assert.deepEqual(change, same);
    assert.deepEqual(data(one), data(other));
    for (const each of [one, other]) {
      each.reopen();
      each.clearCode();
      each.overrule("badge", null);
    }
    assert.deepEqual(data(one), data(other));
    assert.equal(one.outcome.evidence.slots.words_.state, "complete");
  });
  it("may be answered by asking again", () => {
    const one = full(rubric);
    failing(() => one.write("words_", "Ärger"));
    assert.deepEqual(one.write("words_", "Ärger").evidence, ["words_"]);
    assert.equal(one.outcome.evidence.slots.words_.state, "incomplete");
  });
  it("in one assessment does not reach a rubric that is disposed of, but those that live", () => {
    const own = rubricate.compile(SOURCE);
    const [one, two] = [own.start({ locale: "en" }), rubric.start({ locale: "en" })];
    two.rate("a", "high");
    failing(() => one.write("words_", "Öl"));
    assert.equal(two.rate("b", "high").scores.includes("total"), true);
    assert.equal(two.outcome.scores.total.exact, "1");
    assert.equal(own.score({ a: "high", b: "high" }).scores.total.exact, "1");
  });
  it("while files are compiled leaves the engine right", () => {
    const files = { "ä.rubric": "rubric shared { scale m { low 0; high 3 } }" };
    const main = 'rubric t { use "ä.rubric"; criterion a on m; score s = sum of criteria }';
    failing(() => rubricate.compile(main, { files }));
    const compiled = rubricate.compile(main, { files });
    const one = compiled.start();
    one.rate("a", "high");
    failing(() => rubricate.check("rubric t \"ä\" { check c }"));
    // The rubric is compiled again from its source and its files.
    assert.deepEqual(one.clear("a").rows, ["a"]);
    assert.equal(compiled.score({ a: "high" }).scores.s.exact, "3");
  });
  it("at the start of an assessment leaves nothing behind", () => {
    failing(() => rubric.start({ evidence: { words_: [{ id: "ü", kind: "text", text: "ü" }] } }));
    const one = rubric.start({ evidence: { words_: [{ id: "ü", kind: "text", text: "ü b c" }] } });
    assert.equal(one.outcome.evidence.slots.words_.state, "complete");
  });
  it("and dispose of both sides of it is fine", () => {
    const one = full(rubric);
    failing(() => one.write("words_", "Über"));
    one.dispose();
    one.dispose();
    rubric.dispose();
    rubric.dispose();
  });
});
