// Everything a person may give, one by one: what it does to the outcome and
// what the change says of it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";
import { data, PDF, SOURCE } from "./given.mjs";

const rubricate = await load();
const rubric = rubricate.compile(SOURCE);
const start = (options) => rubric.start({ locale: "en", ...options });
const NONE = { rows: [], scores: [], results: [], awards: [], evidence: [], advice: false };
const KINDS = ["rows", "scores", "results", "awards"];

/** An edit, and that its change names exactly the members whose objects differ. */
function edit(assessment, work) {
  const before = assessment.outcome;
  const change = work(assessment);
  const after = assessment.outcome;
  for (const kind of KINDS) assert.deepEqual(change[kind], Object.keys(after[kind]).filter((name) => after[kind][name] !== before[kind][name]), kind);
  const { slots } = after.evidence;
  assert.deepEqual(change.evidence, Object.keys(slots).filter((name) => slots[name] !== before.evidence.slots[name]), "evidence");
  assert.equal(change.advice, after.advice !== before.advice, "advice");
  return change;
}

describe("rows", () => {
  it("a rating object: left out, or by its points", () => {
    const { rows } = rubric.score({ a: { leftOut: "" }, b: { leftOut: "one lesson" }, d: { points: 1 }, n: { points: "15/2" } });
    assert.deepEqual([rows.a.state, rows.a.reason, rows.b.state, rows.b.reason], ["left out", null, "left out", "one lesson"]);
    assert.deepEqual([rows.d.level, rows.n.points.exact], ["mid", "15/2"]);
  });
  it("a row is left out, with another reason, and back in", () => {
    const one = start();
    assert.deepEqual(edit(one, () => one.notApplicable("b", "one lesson")).rows, ["b"]);
    assert.deepEqual(edit(one, () => one.notApplicable("b", "two lessons")), { ...NONE, rows: ["b"] });
    assert.deepEqual(edit(one, () => one.notApplicable("b", "two lessons")), NONE);
    assert.equal(one.outcome.rows.b.reason, "two lessons");
    assert.deepEqual(edit(one, () => one.rate("b", "low")).rows, ["b"]);
    assert.deepEqual([one.outcome.rows.b.state, one.outcome.rows.b.reason], ["rated", null]);
    one.notApplicable("b", "no");
    assert.deepEqual(edit(one, () => one.clear("b")).rows, ["b"]);
    assert.deepEqual([one.outcome.rows.b.state, one.outcome.rows.b.reason], ["unanswered", null]);
  });
  it("progress leaves out what is left out", () => {
    const one = start();
    assert.deepEqual(one.outcome.progress, { rated: 0, total: 5 });
    one.notApplicable("a");
    one.rate("n", 5);
    assert.deepEqual(one.outcome.progress, { rated: 1, total: 4 });
  });
});

describe("comments", () => {
  it("one that is required is missing once its row asks for it", () => {
    const one = start();
    one.rate("a", "low");
    assert.equal(one.outcome.rows.a.short, "Purpose still needs a comment");
    assert.ok(one.outcome.awards.badge.rungs[1].reasons.some(({ sentence }) => sentence === "Purpose still needs a comment"));
    const change = edit(one, () => one.comment("a", "It was short."));
    assert.deepEqual(change, { ...NONE, rows: ["a"], awards: ["badge"] });
    assert.deepEqual([one.outcome.rows.a.comment, "short" in one.outcome.rows.a], ["It was short.", false]);
    assert.deepEqual(edit(one, () => one.comment("a", "It was too short.")), { ...NONE, rows: ["a"] });
    assert.deepEqual(edit(one, () => one.comment("a", "It was too short.")), NONE);
    assert.deepEqual(edit(one, () => one.comment("a", " ")).rows, ["a"]);
    assert.deepEqual([one.outcome.rows.a.comment, one.outcome.rows.a.short], [null, "Purpose still needs a comment"]);
  });
  it("above the level it is required below, none is missing", () => assert.equal(rubric.score({ a: "mid" }).rows.a.short, undefined));
  it("one that needs a link is missing without it", () => {
    const short = (text) => rubric.score({ d: "mid" }, { comments: { d: text } }).rows.d.short;
    assert.equal(short("see the film"), "Depth still needs a comment");
    assert.equal(short("see https://video.lakeside.example/1"), undefined);
  });
  it("several that are missing are named in one reason", () => {
    const { reasons } = rubric.score({ a: "low", d: "mid" }, { locale: "en" }).awards.badge.rungs[1];
    assert.ok(reasons.some(({ sentence, rows }) => sentence === "Purpose and Depth still need a comment" && rows.length === 2));
  });
});

describe("answers and settings", () => {
  it("each kind takes its own values, and null takes the answer back", () => {
    const one = start();
    for (const [name, values] of Object.entries({ stage: ["first", "later"], late: [0, 3, "3", "6/2", 10], agreed: [true, false, "yes", "no"], begun: ["2025-08-01", "2024-02-29"] })) {
      for (const value of values) one.answer(name, value);
      one.answer(name, null);
    }
    assert.deepEqual(data(one), data(start()));
  });
  it("an answer moves the scores that use it", () => {
    const one = start({ answers: { late: 2 } });
    one.rate("a", "high");
    one.rate("b", "mid");
    assert.equal(one.outcome.scores.late_total.exact, "73/100");
    assert.deepEqual(edit(one, () => one.answer("late", 3)).scores, ["late_total"]);
    assert.equal(one.outcome.scores.late_total.exact, "18/25");
  });
  it("a default counts at closing only", () => {
    const one = start();
    one.rate("a", "high");
    one.rate("b", "high");
    assert.deepEqual([one.outcome.scores.late_total.state, one.outcome.scores.late_total.ifClosed.exact], ["open", "1"]);
    edit(one, () => one.close());
    assert.deepEqual([one.outcome.scores.late_total.exact, one.outcome.closed], ["1", true]);
    edit(one, () => one.reopen());
    assert.deepEqual([one.outcome.scores.late_total.state, one.outcome.closed], ["open", false]);
    const kept = one.outcome;
    one.reopen();
    assert.equal(one.outcome, kept, "it was open already");
  });
  it("a setting is a number, a fraction or a percent", () => {
    for (const pass of [0.8, "4/5", "80%", " 80 % "]) assert.equal(rubric.score({ a: "high", b: "mid" }, { settings: { pass } }).results.quality.level, "poor", String(pass));
    assert.equal(rubric.score({ a: "high", b: "mid" }).results.quality.level, "good");
  });
  it("a setting that puts bands out of order is refused with its name", () => {
    const bands = rubricate.compile('rubric t { setting high 0..10 default 8; setting low 0..10 default 5; number n 0..10; result r from n { good high; fair low; otherwise poor } }');
    assert.throws(() => bands.start({ settings: { low: 9 } }), { name: "RubricError", path: "settings", message: /out of order/ });
    assert.equal(bands.score({ n: 6 }, { settings: { low: 6, high: 7 } }).results.r.level, "fair");
  });
});

describe("evidence", () => {
  it("a piece comes, is replaced and goes; a change names its slot only", () => {
    const one = start();
    const { slots } = one.outcome.evidence;
    assert.deepEqual([slots.plan.state, slots.words_.state, one.outcome.evidence.state], ["incomplete", "incomplete", "incomplete"]);
    assert.deepEqual(edit(one, () => one.attach("plan", PDF)).evidence, ["plan"]);
    assert.equal(one.outcome.evidence.slots.plan.state, "complete");
    assert.deepEqual(edit(one, () => one.attach("plan", PDF)), NONE);
    edit(one, () => one.attach("plan", { ...PDF, pages: 4 }));
    const [long] = one.outcome.evidence.slots.plan.findings.filter(({ holds }) => holds === "no");
    assert.deepEqual([one.outcome.evidence.slots.plan.state, long.rule, long.message], ["incomplete", 1, "Keep it short."]);
    assert.match(long.sentence, /^Keep it short\./);
    edit(one, () => one.attach("plan", { ...PDF, pages: 5 }));
    edit(one, () => one.detach("plan", "f1"));
    assert.deepEqual(data(one).evidence, data(start()).evidence);
  });
  it("the first edit of an assessment names its slot only, whether or not an outcome was read before", () => assert.deepEqual(start().attach("plan", PDF).evidence, ["plan"]));
  it("a text is written, written over and taken away", () => {
    const one = start();
    edit(one, () => one.write("words_", "I asked them why."));
    assert.equal(one.outcome.evidence.slots.words_.state, "complete");
    edit(one, () => one.write("words_", "Too few"));
    assert.equal(one.outcome.evidence.slots.words_.state, "incomplete");
    edit(one, () => one.write("words_", ""));
    assert.deepEqual(edit(one, () => one.write("words_", "")), NONE);
    assert.deepEqual(data(one).evidence, data(start()).evidence);
  });
  it("it comes with the start too, and the rows it shows by either way", () => {
    const shown = rubricate.compile('rubric t { check a; check b; evidence e { accepts any file; names rows }; award w { yes { needs every check is shown }; otherwise no_ } }');
    const rung = (assessment) => assessment.outcome.awards.w.rungs[0].state;
    assert.equal(rung(shown.start({ evidence: { e: [{ id: "1", kind: "pdf", shows: ["a", "b"] }] } })), "earned");
    const one = shown.start();
    one.attach("e", { id: "1", kind: "pdf" }, { shows: ["a"] });
    assert.notEqual(rung(one), "earned");
    one.attach("e", { id: "1", kind: "pdf", shows: ["a"] }, { shows: ["a", "b"] });
    assert.equal(rung(one), "earned");
  });
});

describe("codes and overrides", () => {
  it("a code reaches its rows and gives them back", () => {
    const one = start();
    one.rate("a", "high");
    const before = data(one);
    assert.deepEqual(edit(one, () => one.code("off")).rows.filter((row) => row !== "rich"), ["a", "b"]);
    assert.deepEqual([one.outcome.rows.a.code, one.outcome.rows.a.level, one.outcome.rows.a.points.exact], ["off", "low", "0"]);
    assert.deepEqual(edit(one, () => one.code("off")), NONE);
    edit(one, () => one.clearCode());
    assert.deepEqual(data(one), before);
    assert.deepEqual(edit(one, () => one.clearCode()), NONE);
  });
  it("one of two codes is taken back", () => {
    const one = start();
    one.code("off");
    one.code("blank", "d");
    edit(one, () => one.clearCode("blank", "d"));
    assert.deepEqual([one.outcome.rows.a.code, one.outcome.rows.d.code], ["off", null]);
  });
  it("an override stands beside what was worked out", () => {
    const one = start();
    const by = { by: "reviewer", reason: "seen in class" };
    assert.deepEqual(edit(one, () => one.overrule("badge", "earned", by)), { ...NONE, awards: ["badge"] });
    const { badge } = one.outcome.awards;
    assert.deepEqual([badge.rung, badge.label, badge.state, badge.overruled], ["earned", "Earned", "decided", { by: "reviewer", to: "earned", reason: "seen in class" }]);
    assert.deepEqual(badge.rungs.map(({ state }) => state), ["possible", "possible"]);
    assert.deepEqual(edit(one, () => one.overrule("badge", "earned", by)), NONE);
    edit(one, () => one.overrule("badge", "earned", { ...by, reason: "seen twice" }));
    edit(one, () => one.overrule("badge", "not_yet", by));
    assert.equal(one.outcome.awards.badge.rung, "not_yet");
    edit(one, () => one.overrule("badge", null));
    assert.deepEqual([one.outcome.awards.badge.rung, one.outcome.awards.badge.label, "overruled" in one.outcome.awards.badge], [null, "Wait", false]);
  });
  it("score takes them by name, one or several", () => {
    const by = { award: "badge", to: "earned", by: "reviewer", reason: "seen" };
    for (const overrule of [by, [by]]) assert.equal(rubric.score({}, { overrule }).awards.badge.rung, "earned");
    for (const codes of [["off"], [{ code: "off" }, { code: "blank", row: "d" }]]) assert.equal(rubric.score({}, { codes }).rows.a.code, "off");
  });
});

describe("what stands beside", () => {
  it("whose view it is", () => {
    assert.deepEqual(start().outcome.view, { rater: null, role: "self" });
    assert.deepEqual(start({ rater: { id: "r1", role: "reviewer" } }).outcome.view, { rater: "r1", role: "reviewer" });
  });
  it("the hashes of the rubric", () => {
    const { contentHash, structureHash } = start().outcome;
    assert.match(contentHash, /^[0-9a-f]{64}$/);
    assert.deepEqual([contentHash, structureHash], [rubric.contentHash, rubric.structureHash]);
  });
  it("one call gives what the edits one by one give", () => {
    const given = {
      answers: { stage: "later", late: 1 }, settings: { pass: "60%" }, comments: { a: "so" }, today: "2025-08-01",
      evidence: { plan: [PDF], words_: [{ id: "text", kind: "text", text: "one two three" }] },
    };
    const one = start({ settings: given.settings, today: given.today });
    for (const [name, value] of Object.entries(given.answers)) one.answer(name, value);
    one.attach("plan", PDF);
    one.write("words_", "one two three");
    one.comment("a", "so");
    one.rate("a", "low");
    one.close();
    assert.deepEqual(data(one), JSON.parse(JSON.stringify(rubric.score({ a: "low" }, { ...given, locale: "en", close: true }))));
  });
});

describe("advice shows values", () => {
  const text = (assessment) => assessment.outcome.advice.find(({ row }) => row === null)?.text;
  it("of scores, results, questions and settings, and says when they move", () => {
    const one = start();
    one.rate("n", 1);
    assert.equal(text(one), "You are at 0%–100%, –, as –, – late of 50%.");
    assert.equal(edit(one, () => one.answer("stage", "first")).advice, true);
    assert.equal(edit(one, () => one.rate("a", "high")).advice, true);
    assert.equal(edit(one, () => one.rate("b", "mid")).advice, true);
    assert.equal(text(one), "You are at 75%, Good, as First-year, – late of 50%.");
    assert.equal(edit(one, () => one.rate("c", true)).advice, false);
    assert.equal(edit(one, () => one.close()).advice, true);
    assert.equal(text(one), "You are at 75%, Good, as First-year, 0 late of 50%.");
  });
  it("and is the same object while it says the same", () => {
    const one = start();
    one.rate("n", 1);
    const { advice } = one.outcome;
    one.rate("n", 2);
    assert.equal(one.outcome.advice, advice);
  });
});

describe("reasons", () => {
  const reasons = (outcome, rung) => outcome.awards.badge.rungs[rung].reasons.map(({ sentence }) => sentence);
  const full = { a: "high", b: "high", d: "high" };
  const comments = { d: "https://lakeside.example" };
  it("name the question that is open, and what was answered otherwise", () => {
    const [, open] = reasons(rubric.score(full, { comments, locale: "en" }), 0);
    assert.equal(open, "Career stage must be “Experienced”: it is not answered yet");
    const outcome = rubric.score(full, { comments, answers: { stage: "first" }, locale: "en" });
    assert.equal(reasons(outcome, 0)[1], "Career stage must be “Experienced”: it is “First-year”");
    assert.deepEqual(outcome.awards.badge.rungs[0].reasons[1].asks, [{ ask: "stage", label: "Career stage", answer: "First-year" }]);
  });
  it("name the slots that are not complete", () => {
    const one = start({ comments });
    for (const [row, level] of Object.entries(full)) one.rate(row, level);
    assert.equal(reasons(one.outcome, 1)[0], "All evidence must be complete: Annotated plan and Reflection are not yet");
    assert.deepEqual(edit(one, () => one.attach("plan", PDF)).awards, ["badge"]);
    assert.equal(reasons(one.outcome, 1)[0], "All evidence must be complete: Reflection is not yet");
    assert.deepEqual(one.outcome.awards.badge.rungs[1].reasons[0].evidence, [{ slot: "words_", label: "Reflection", state: "incomplete" }]);
  });
  it("name as a caveat what nobody could look into", () => {
    const { rungs } = rubric.score(full, { comments, evidence: { plan: [{ id: "f", kind: "pdf" }], words_: [{ id: "t", kind: "text", text: "one two three" }] } }).awards.badge;
    assert.deepEqual([rungs[1].state, rungs[1].reasons.map(({ state, sentence }) => [state, sentence])], ["earned", [["caveat", "All evidence is complete, but somebody still has to look at Annotated plan"]]]);
  });
});

describe("files", () => {
  const main = 'rubric t { use "scales.rubric"; criterion a on m; score s = sum of criteria }';
  it("are what `use` may name", () => {
    const files = { "scales.rubric": 'rubric shared { scale m { low 0; high 3 } }' };
    assert.deepEqual(rubricate.check(main, { files }), []);
    assert.equal(rubricate.compile(main, { files }).score({ a: "high" }).scores.s.exact, "3");
    assert.ok(rubricate.check(main).length > 0);
    assert.throws(() => rubricate.compile(main), { name: "RubricError" });
  });
});
