// What is refused: each with its path and its reason, nothing changed, and the
// next call on the same assessment right. Whatever is handed over.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";
import { data, PDF, SOURCE } from "./given.mjs";

const rubricate = await load();
const rubric = rubricate.compile(SOURCE);

/** A value as a title shows it: these values do not like to be looked at. */
function title(value) {
  try {
    return (typeof value === "function" ? "a function" : typeof value === "object" ? JSON.stringify(value) : String(value)).slice(0, 50);
  } catch (error) {
    return `what cannot be shown (${error.name})`;
  }
}

/** An assessment in which everything is given. */
function full() {
  const one = rubric.start({ locale: "en", answers: { stage: "later" }, evidence: { plan: [PDF] }, comments: { a: "so" } });
  one.rate("a", "low");
  one.notApplicable("b", "one lesson");
  one.code("blank", "d");
  one.overrule("badge", "earned", { by: "reviewer", reason: "seen" });
  return one;
}

function refused(work, path, message) {
  const one = full();
  const [before, plain] = [one.outcome, data(one)];
  assert.throws(() => work(one), (error) => {
    assert.equal(error.name, "RubricError", error.stack);
    assert.equal(error.path, path, error.message);
    assert.match(error.message, message);
    assert.ok(error.message.length < 400, `${error.message.length} characters`);
    return true;
  });
  assert.equal(one.outcome, before, "the outcome is the same object");
  assert.deepEqual(data(one), plain);
  // And the engine's side is as it was: one edit later both agree.
  const other = full();
  assert.deepEqual(one.rate("n", 5), other.rate("n", 5));
  assert.deepEqual(data(one), data(other));
  one.dispose();
  other.dispose();
}

describe("edits that the rubric does not allow", () => {
  const cases = [
    ["a worked-out row", (one) => one.rate("rich", true), "rows.rich", /worked out by the rubric/],
    ["a row that is not there", (one) => one.rate("e", 1), "rows.e", /no row `e`.*a, b, d/],
    ["no reason where one is asked for", (one) => one.notApplicable("b"), "rows.b", /with a reason only/],
    ["a blank reason", (one) => one.notApplicable("b", "  \n"), "rows.b", /with a reason only/],
    ["leaving out where it is not allowed", (one) => one.notApplicable("c", "why not"), "rows.c", /may not be left out/],
    ["the same as a rating", (one) => one.rate("c", { leftOut: "why not" }), "rows.c", /may not be left out/],
    ["points of a check", (one) => one.rate("c", { points: 1 }), "rows.c", /true or false/],
    ["a comment where none is taken", (one) => one.comment("c", "so"), "comments.c", /takes no comment/],
    ["a comment on a row that is not there", (one) => one.comment("e", "so"), "comments.e", /no row `e`/],
    ["a question that is not there", (one) => one.answer("where", "here"), "answers.where", /stage, late, agreed, begun/],
    ["a setting is no question", (one) => one.answer("pass", 0.5), "answers.pass", /no question/],
    ["a choice that is not there", (one) => one.answer("stage", "middle"), "answers.stage", /one of first, later, not "middle"/],
    ["a number off the range", (one) => one.answer("late", 11), "answers.late", /from 0 to 10 in steps of 1, not 11/],
    ["a number off the step", (one) => one.answer("late", 0.5), "answers.late", /in steps of 1/],
    ["a percent where none is asked", (one) => one.answer("late", "5%"), "answers.late", /not a number/],
    ["a 1 for yes", (one) => one.answer("agreed", 1), "answers.agreed", /true or false, not 1/],
    ["a day that is none", (one) => one.answer("begun", "2025-02-29"), "answers.begun", /a day is written as 2025-08-01/],
    ["a moment", (one) => one.answer("begun", "2025-02-28T00:00:00Z"), "answers.begun", /a day/],
    ["a year 0", (one) => one.answer("begun", "0000-01-01"), "answers.begun", /a day/],
    ["a Date", (one) => one.answer("begun", new Date(0)), "answers.begun", /a day/],
    ["a slot that is not there", (one) => one.attach("film", PDF), "evidence.film", /there is plan, words_/],
    ["nothing to detach", (one) => one.detach("plan", "f2"), "evidence.plan", /nothing with the id "f2"/],
    ["writing nowhere", (one) => one.write("film", "so"), "evidence.film", /no evidence slot/],
    ["a code that is not there", (one) => one.code("on"), "codes.on", /there is off, blank/],
    ["a code without its row", (one) => one.code("blank"), "codes.blank", /say which/],
    ["a code on a row that is not there", (one) => one.code("blank", "e"), "codes.blank", /no row `e`/],
    ["a code for all on one row", (one) => one.code("off", "a"), "codes.off", /on the whole/],
    ["taking back a code that is not there", (one) => one.clearCode("on"), "codes.on", /no code "on"/],
    ["overruling what is not there", (one) => one.overrule("medal", "earned", { by: "reviewer", reason: "so" }), "overrule.medal", /badge, quality/],
    ["overruling where it is not allowed", (one) => one.overrule("quality", "good", { by: "reviewer", reason: "so" }), "overrule.quality", /does not allow/],
    ["a rung that is not there", (one) => one.overrule("badge", "gold", { by: "reviewer", reason: "so" }), "overrule.badge", /no rung "gold"; there is top, earned, not_yet/],
    ["nobody who overrules", (one) => one.overrule("badge", "earned"), "overrule.badge.by", /by: "reviewer"/],
    ["no reason to overrule", (one) => one.overrule("badge", "earned", { by: "reviewer" }), "overrule.badge.reason", /with a reason only/],
    ["a reason that is no text", (one) => one.overrule("badge", "earned", { by: "reviewer", reason: 1 }), "overrule.badge.reason", /is a text/],
  ];
  for (const [name, work, path, message] of cases) it(name, () => refused(work, path, message));
});

const cyclic = {};
cyclic.self = cyclic;
cyclic.id = cyclic;
const throwing = Object.defineProperty({}, "id", { enumerable: true, get: () => assert.fail("a getter that throws") });
const proxy = new Proxy({}, { get: () => assert.fail("a proxy"), ownKeys: () => assert.fail("a proxy") });
const revoked = (() => {
  const { proxy: gone, revoke } = Proxy.revocable({}, {});
  revoke();
  return gone;
})();
const HOSTILE = [undefined, Number.NaN, Infinity, 2 ** 53 + 2, 1n, Symbol("x"), () => 1, {}, [], cyclic, throwing, proxy, revoked, new Date(0), new Map(), Object.create(null), "__proto__", "constructor", "\ud800", "x".repeat(100_000)];

describe("values that mean harm", () => {
  for (const value of HOSTILE) {
    const about = title(value);
    it(`as a rating: ${about}`, () => {
      for (const row of ["a", "b", "c", "d", "n"]) refused((one) => one.rate(row, value), `rows.${row}`, /./);
    });
    it(`as an answer: ${about}`, () => {
      for (const ask of ["stage", "late", "agreed", "begun"]) refused((one) => one.answer(ask, value), `answers.${ask}`, /./);
    });
    if (typeof value !== "string" && value !== undefined) {
      it(`as a text: ${about}`, () => {
        refused((one) => one.comment("a", value), "comments.a", /a comment is a text/);
        refused((one) => one.notApplicable("b", value), "rows.b", /a reason is a text/);
        refused((one) => one.write("words_", value), "evidence.words_", /a text is written here/);
        refused((one) => one.detach("plan", value), "evidence.plan", /nothing with the id/);
      });
    }
    if (typeof value !== "string") {
      it(`as facts: ${about}`, () => assert.throws(() => full().attach("plan", value), { name: "RubricError", path: /^evidence\.plan/ }));
    }
    it(`as a name: ${about}`, () => {
      for (const work of [
        (one) => one.rate(value, 1), (one) => one.clear(value), (one) => one.notApplicable(value), (one) => one.comment(value, "so"), (one) => one.answer(value, 1),
        (one) => one.attach(value, PDF), (one) => one.detach(value, "f1"), (one) => one.write(value, "so"), (one) => one.code(value), (one) => one.overrule(value, "earned", { by: "reviewer", reason: "so" }),
      ]) {
        assert.throws(() => work(full()), { name: "RubricError" });
      }
    });
  }
  it("nothing of it reaches the prototype of all objects", () => assert.equal({}.polluted ?? {}.self ?? {}.id, undefined));
});

describe("facts, each with its path", () => {
  const cases = [
    ["id", undefined, "needs an `id`"], ["id", "", "needs an `id`"], ["id", 1, "is a text"],
    ["kind", undefined, "needs a `kind`"], ["kind", 1, "is a text"],
    ["pages", "2", "is a number"], ["pages", Number.NaN, "NaN"], ["pages", -1, "below 0"], ["pages", Infinity, "Infinity"], ["pages", 1n, "is a number"], ["bytes", 2 ** 60, "too many digits"],
    ["words", {}, "is a number"], ["seconds", [], "is a number"], ["width", true, "is a number"],
    ["name", 1, "is a text"], ["url", {}, "is a text"], ["note", "x".repeat(20_000), "longer than"], ["text", "x".repeat((1 << 22) + 1), "longer than"],
    ["date", "yesterday", "a day"], ["date", 20250101, "a day"], ["encrypted", "yes", "true or false"],
    ["people", "Ann", "is a list"], ["people", [1], "is a text", "[0]"], ["told", [cyclic], "is a text", "[0]"], ["people", new Array(10_001), "more than"],
    ["shows", ["a", "e"], "no row `e`", "[1]"], ["shows", ["__proto__"], "no row", "[0]"],
    ["undetermined", [{}], "`what` is a text", "[0].what"], ["undetermined", [{ what: "pages" }], "`why` is a text", "[0].why"], ["undetermined", [1], "lists what", "[0]"],
  ];
  for (const [fact, value, message, place = ""] of cases) {
    it(`${fact}: ${title(value)}`, () => {
      const facts = { ...PDF, [fact]: value };
      const says = new RegExp(message.replaceAll(/[[\]]/g, "\\$&"));
      refused((one) => one.attach("plan", facts), `evidence.plan.${fact}${place}`, says);
      assert.throws(() => rubric.start({ evidence: { plan: [PDF, facts] } }), { name: "RubricError", path: `evidence.plan[1].${fact}${place}`, message: says });
    });
  }
  it("null and undefined are facts that are not given", () => {
    const one = rubric.start();
    one.attach("plan", { ...PDF, name: null, words: undefined, people: null });
    assert.equal(one.outcome.evidence.slots.plan.state, "complete");
  });
  it("each is read once", () => {
    const reads = [];
    const facts = new Proxy({ ...PDF }, { get: (target, name) => (reads.push(name), target[name]) });
    rubric.start().attach("plan", facts);
    assert.equal(new Set(reads).size, reads.length, String(reads));
  });
});

describe("options, each with its path", () => {
  const cases = [
    [{ answers: { stage: "middle" } }, "answers.stage"], [{ answers: [] }, "answers"], [{ answers: "x" }, "answers"], [{ answers: JSON.parse('{"__proto__": 1}') }, "answers.__proto__"],
    [{ settings: { pass: 2 } }, "settings.pass"], [{ settings: { pass: "120%" } }, "settings.pass"], [{ settings: { mark: 1 } }, "settings.mark"], [{ settings: proxy }, "settings"],
    [{ evidence: { plan: PDF } }, "evidence.plan"], [{ evidence: { plan: [null] } }, "evidence.plan[0]"], [{ evidence: { film: [PDF] } }, "evidence.film"],
    [{ comments: { a: 1 } }, "comments.a"], [{ comments: { e: "so" } }, "comments.e"], [{ comments: { c: "so" } }, "comments.c"],
    [{ today: "today" }, "today"], [{ today: new Date() }, "today"], [{ today: 20250801 }, "today"],
    [{ locale: "no locale at all" }, "locale"], [{ locale: 1 }, "locale"],
    [{ rater: "me" }, "rater"], [{ rater: {} }, "rater"], [{ rater: { id: 1, role: "self" } }, "rater"], [{ rater: { id: "me" } }, "rater"], [{ rater: proxy }, "rater.id"],
    [proxy, "answers"], [revoked, "answers"], [1, "options"], ["x", "options"], [null, "options"], [[], "options"],
    [Object.defineProperty({}, "today", { get: () => assert.fail("a getter") }), "today"],
  ];
  for (const [options, path] of cases) {
    it(`start: ${title(options)}`, () => {
      assert.throws(() => rubric.start(options), { name: "RubricError", path });
      assert.throws(() => rubric.score({}, options), { name: "RubricError", path });
    });
  }
  const scored = [
    [{ close: "yes" }, "close"], [{ close: 1 }, "close"], [{ codes: 5 }, "codes"], [{ codes: ["on"] }, "codes.on"], [{ codes: [7] }, "codes"], [{ codes: [{ code: "blank" }] }, "codes.blank"],
    [{ overrule: 5 }, "overrule"], [{ overrule: ["badge"] }, "overrule[0]"], [{ overrule: { award: "badge", to: "gold", by: "reviewer" } }, "overrule.badge"],
    [{ overrule: [{ award: "badge", to: "top", by: 1 }] }, "overrule.badge.by"],
  ];
  for (const [options, path] of scored) it(`score: ${title(options)}`, () => assert.throws(() => rubric.score({}, options), { name: "RubricError", path }));
  for (const ratings of [proxy, revoked, () => 1, 1n, Symbol("x")]) it(`ratings: ${title(ratings)}`, () => assert.throws(() => rubric.score(ratings), { name: "RubricError", path: "rows" }));
  it("ratings that throw when they are read", () => {
    const ratings = Object.defineProperty({ a: "mid" }, "b", { enumerable: true, get: () => assert.fail("a getter") });
    assert.throws(() => rubric.score(ratings), { name: "RubricError", path: "rows.b" });
  });
  it("files that are none", () => {
    for (const [options, path] of [[{ files: [] }, "files"], [{ files: { a: 1 } }, "files.a"], [{ files: proxy }, "files"], [1, "options"], [null, "options"]]) {
      assert.throws(() => rubricate.check("rubric t { check c }", options), { name: "RubricError", path });
      assert.throws(() => rubricate.compile("rubric t { check c }", options), { name: "RubricError", path });
    }
  });
  it("10,000 starts that fail leave the memory of the engine as it was", () => {
    const fail = () => assert.throws(() => rubric.start({ evidence: { plan: [PDF, { ...PDF, pages: -1 }] } }));
    for (let round = 0; round < 200; round += 1) fail();
    const before = process.memoryUsage().arrayBuffers;
    for (let round = 0; round < 10_000; round += 1) fail();
    assert.ok(process.memoryUsage().arrayBuffers - before < 20 << 20);
  });
});

describe("after it was let go", () => {
  it("every use is a clear error", () => {
    const one = full();
    one.dispose();
    one.dispose();
    const uses = [
      () => one.outcome, () => one.rate("a", "low"), () => one.clear("a"), () => one.notApplicable("a"), () => one.comment("a", "so"), () => one.answer("stage", "first"), () => one.attach("plan", PDF),
      () => one.detach("plan", "f1"), () => one.write("words_", "so"), () => one.overrule("badge", null), () => one.code("off"), () => one.clearCode(), () => one.close(), () => one.reopen(),
    ];
    for (const use of uses) assert.throws(use, { name: "RubricError", message: /this assessment was disposed of/ });
  });
});
