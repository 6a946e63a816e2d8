// Two versions of a rubric: how they stand to each other, and what becomes of
// an assessment that was saved under the one and is opened under the other.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, RubricError } from "../dist/node.js";
import { randomEdit } from "./edits.mjs";
import { data, PDF, SOURCE } from "./given.mjs";
import { dice } from "./naive/generate/dice.mjs";

const rubricate = await load();
const text = (document) => JSON.stringify(document);

/** A change of the source, which has to be one. */
function changed(...pairs) {
  return pairs.reduce((source, [from, to]) => {
    assert.ok(source.includes(from), `${from} is not in the source`);
    return source.replaceAll(from, to);
  }, SOURCE);
}

// What a change is to a teacher whose assessment is stored, decided by hand:
// each with the reason that says so, by its path and by words in it.
const CASES = [
  ["nothing", SOURCE, "same"],
  ["comments and layout", `# a comment\n${SOURCE.replaceAll("; ", "\n")}`, "same"],
  ["a label", changed(['"Purpose"', '"Aim"']), "wording", "rows.a", /worded differently/],
  ["the title", changed(['rubric t "T"', 'rubric t "Test"']), "wording", "rubric", /the head of the rubric/],
  ["a level's label", changed(['mid 1 "Mid"', 'mid 1 "Middle"']), "wording", "scales.m", /worded differently/],
  ["advice", changed(["You are at", "You stand at"]), "wording", "advice", /worded differently/],
  ["no advice", SOURCE.replace(/ {2}advise .*\n/, ""), "wording", "advice", /not there any more/],
  ["a message of a slot", changed(["Keep it short.", "Be short."]), "wording", "evidence.plan", /worded/],
  ["the order of rows that is only seen", changed(['  check c "Consent" { comment none }\n', ""], ['  criterion a "Purpose"', '  check c "Consent" { comment none }\n  criterion a "Purpose"']), "comparable", "rubric", /another order/],
  ["a weight", changed(['criterion a "Purpose" on m {', 'criterion a "Purpose" on m { weight 2;']), "comparable", "rows.a", /other rules/],
  ["a rule of a score", changed(["1% * late", "2% * late"]), "comparable", "scores.late_total", /other rules/],
  ["a need", changed(["needs every criterion is at least mid", "needs every criterion is at least high"]), "comparable", "awards.badge", /other rules/],
  ["a new row", changed(['check c "Consent"', 'check e "Extra"\n  check c "Consent"']), "comparable", "rows.e", /`e` is new/],
  ["a new question", changed(['ask agreed "Agreed" yes/no', 'ask agreed "Agreed" yes/no\n  ask other "Other" yes/no']), "comparable", "asks.other", /is new/],
  ["a new choice", changed(['later "Experienced"', 'later "Experienced"; last "Last"']), "comparable", "asks.stage", /new choice `last`/],
  ["a wider question", changed(["0..10 step 1", "0..20 step 1"]), "comparable", "asks.late", /other rules/],
  ["a finer question", changed(["0..10 step 1", "0..10 step 0.5"]), "comparable", "asks.late", /other rules/],
  ["a finer step of a number", changed(["0..10 step 0.5", "0..10 step 0.25"]), "comparable", "rows.n", /other rules/],
  ["a default of a setting", changed(["default 50%", "default 55%"]), "comparable", "settings.pass", /other rules/],
  ["a narrower setting", changed(["0%..100% default 50%", "50%..100% default 50%"]), "comparable", "settings.pass", /every number/],
  ["no setting", changed(['  setting pass "Pass mark" 0%..100% default 50%\n', ""], ["{ good pass", "{ good 50%"], [" of {pass}", ""]), "comparable", "settings.pass", /not there any more/],
  ["a rung with another name", changed(['earned "Earned"', 'passed "Earned"'], ["needs earned", "needs passed"]), "comparable", "awards.badge", /goes by top, passed, not_yet now, and went by top, earned, not_yet/],
  ["leaving out, allowed", changed(['criterion d "Depth" on m {', 'criterion d "Depth" on m { may be left out;']), "comparable", "rows.d", /other rules/],
  ["a rule of evidence", changed(["pages 1..3", "pages 1..5"]), "comparable", "evidence.plan", /other rules/],
  ["what a check is worth", changed(['check c "Consent"', 'check c "Consent" 3']), "comparable", "rows.c", /worth 3 now, and was worth 1/],
  ["another rubric", changed(['rubric t "T"', 'rubric u "T"']), "not comparable", "rubric", /another rubric: `u`, not `t`/],
  ["a row gone", changed(['  number n "Pace" 0..10 step 0.5\n', ""], ["when n is at least 0", "when c is met"]), "not comparable", "rows.n", /not there any more/],
  ["a row with another name", changed(['number n "Pace"', 'number pace "Pace"'], ["when n is", "when pace is"]), "not comparable", "rows.n", /not there any more/],
  ["a row of another kind", changed(['number n "Pace" 0..10 step 0.5', 'check n "Pace"'], ["when n is at least 0", "when n is met"]), "not comparable", "rows.n", /is a check now, and was a number/],
  ["a level gone", changed(['low 0 "Low"; ', ""], ["when below mid", ""]), "not comparable", "rows.d", /no level `low` any more/],
  ["a new level", changed(['high 2 "High"', 'high 2 "High"; top_ 3 "Top"']), "not comparable", "rows.a", /new level `top_`/],
  ["levels in another order", changed(['low 0 "Low"; mid 1 "Mid"', 'mid 0 "Mid"; low 1 "Low"']), "not comparable", "rows.b", /another order: mid, low, high/],
  ["points of a level", changed(["mid 1", "mid 1.5"]), "not comparable", "rows.a", /`mid` of `a` is worth 1\.5 now, and was worth 1/],
  ["a shorter range", changed(['"Pace" 0..10', '"Pace" 0..5']), "not comparable", "rows.n", /goes from 0 to 5 now, and went from 0 to 10/],
  ["a longer range, of which a 5 is a smaller share", changed(['"Pace" 0..10', '"Pace" 0..20']), "not comparable", "rows.n", /from 0 to 20/],
  ["a coarser step", changed(["0..10 step 0.5", "0..10 step 1"]), "not comparable", "rows.n", /every number/],
  ["fewer is better", changed(["0..10 step 0.5", "0..10 step 0.5 lower is better"]), "not comparable", "rows.n", /fewer is better/],
  ["a row worked out", changed(['check c "Consent" { comment none }', 'check c "Consent" met when a is high']), "not comparable", "rows.c", /worked out now/],
  ["leaving out, not allowed", changed(["comment required when below mid; may be left out }", "comment required when below mid }"]), "not comparable", "rows.a", /may not be left out/],
  ["leaving out, with a reason only", changed(["below mid; may be left out }", "below mid; may be left out, with a reason }"]), "not comparable", "rows.a", /with a reason only/],
  ["no comment", changed(["{ comment required with a link }", "{ comment none }"]), "not comparable", "rows.d", /takes no comment/],
  ["a question gone", changed(['  ask agreed "Agreed" yes/no\n', ""]), "not comparable", "asks.agreed", /not there any more/],
  ["a choice gone", changed(['first "First-year"', 'early "First-year"']), "not comparable", "asks.stage", /no choice `first`/],
  ["a question of another kind", changed(['"Agreed" yes/no', '"Agreed" date']), "not comparable", "asks.agreed", /another kind of reply/],
  ["a shorter question", changed(["0..10 step 1 ", "0..5 step 1 "]), "not comparable", "asks.late", /every number/],
  ["a slot gone", changed(['  evidence words_ "Reflection" { accepts text; words 3..10 }\n', ""]), "not comparable", "evidence.words_", /not there any more/],
  ["a code gone", changed(['; blank "Blank" sets this row to 0', ""]), "not comparable", "codes.blank", /not there any more/],
  ["a code that reaches less", changed(["sets a, b to 0", "sets a to 0"]), "not comparable", "codes.off", /does not reach `b`/],
];

describe("compare", () => {
  for (const [name, source, change, path, says] of CASES) {
    it(`${name}: ${change}`, () => {
      const found = rubricate.compare(SOURCE, source);
      assert.equal(found.change, change, text(found.reasons));
      if (path === undefined) assert.deepEqual(found, { change: "same", reasons: [], rows: [], awards: [] });
      else {
        const reason = found.reasons.find((one) => one.path === path && says.test(one.text));
        assert.ok(reason, text(found.reasons));
        assert.equal(reason.change, change);
        assert.equal(found.reasons[0].change, change, "the heaviest comes first");
      }
      if (path?.startsWith("rows.")) assert.ok(found.rows.includes(path.slice(5)));
      if (path?.startsWith("awards.")) assert.deepEqual(found.awards, [path.slice(7)]);
    });
  }
  it("names the rows of a scale, a series and a part", () => {
    const source = (weight, about, levels) => `rubric t { scale m { ${levels} } part p { weight ${weight}; criterion x 1..2 "X {number}" on m { about "${about}" } part q { check y } } part r { weight 30%; check z } score s = weighted percent of parts }`;
    const compare = (...now) => rubricate.compare(source("70%", "A", "low 0; high 1"), source(...now));
    assert.deepEqual(compare("80%", "A", "low 0; high 1").rows, ["x_1", "x_2", "y"]);
    assert.deepEqual(compare("70%", "B", "low 0; high 1").rows, ["x_1", "x_2"]);
    assert.deepEqual(compare("70%", "A", 'low 0 "Low"; high 1').rows, ["x_1", "x_2"]);
    const levels = compare("70%", "A", "low 0; high 2");
    assert.deepEqual([levels.change, levels.rows], ["not comparable", ["x_1", "x_2"]]);
    assert.equal(levels.reasons.length, 2, "what follows from the levels is not said again of the scale");
  });
  it("takes compiled rubrics as well, and files, and leaves them be", () => {
    const [one, two] = [rubricate.compile(SOURCE), rubricate.compile(CASES[2][1])];
    assert.equal(rubricate.compare(one, two).change, "wording");
    assert.equal(rubricate.compare(one, SOURCE).change, "same");
    assert.equal(two.score({ n: 1 }).progress.rated, 1);
    const used = (points) => ({ files: { "m.rubric": `rubric shared { scale m { low 0; high ${points} } }` } });
    const main = 'rubric t { use "m.rubric"; criterion a on m }';
    assert.equal(rubricate.compare(main, main, used(1)).change, "same");
    assert.equal(rubricate.compare(rubricate.compile(main, used(1)), main, used(2)).change, "not comparable");
  });
  it("refuses what is no version", () => {
    for (const value of [null, 1, {}, [], undefined]) {
      assert.throws(() => rubricate.compare(value, SOURCE), { name: "RubricError", path: "old" });
      assert.throws(() => rubricate.compare(SOURCE, value), { name: "RubricError", path: "now" });
    }
    assert.throws(() => rubricate.compare(SOURCE, "rubric t {"), (error) => error instanceof RubricError && error.diagnostics.length > 0);
  });
});

describe("a saved assessment under another version", () => {
  const old = rubricate.compile(SOURCE);
  /** Everything given that the cases above may lose. */
  function given() {
    const one = old.start({ locale: "en", today: "2025-08-01", settings: { pass: "40%" }, answers: { stage: "first", late: 7, agreed: true }, evidence: { plan: [{ ...PDF, shows: ["n"] }], words_: [{ id: "text", kind: "text", text: "one two three" }] }, comments: { d: "https://lakeside.example" } });
    one.notApplicable("a");
    one.rate("b", "low");
    one.rate("d", "mid");
    one.rate("c", true);
    one.rate("n", "7.5");
    one.code("off");
    one.code("blank", "n");
    one.overrule("badge", "earned", { by: "reviewer", reason: "seen" });
    return one.save({ at: "2025-08-01T09:30:00Z" });
  }
  const saved = given();

  for (const [name, source, change] of CASES.filter(([name]) => name !== "another rubric")) {
    it(`${name}: what fits is carried over, and nothing is lost`, () => {
      const rubric = rubricate.compile(source);
      const one = rubric.start({ saved, locale: "en" });
      const { restored } = one;
      assert.equal(restored.change, change);
      assert.deepEqual(restored.recorded, { name: "t", version: null, contentHash: old.contentHash, structureHash: old.structureHash, engine: rubricate.version });
      const count = restored.carried.length + restored.dropped.length;
      assert.equal(count, old.start({ saved }).restored.carried.length, "each thing is carried over or dropped");
      // Where it is comparable only what the host set, and what stands on a rung, may have no place.
      if (change !== "not comparable") assert.deepEqual(restored.dropped.filter(({ path }) => !/^(settings|overrides)\./.test(path)), []);
      // Nothing is rescored behind anybody's back: what is saved names the old rubric until that is accepted.
      const [again, settled] = [one.save(), change === "same" || change === "wording"];
      assert.equal(restored.accepted, settled);
      assert.equal(again.rubric.structureHash, settled ? rubric.structureHash : old.structureHash);
      if (!settled) assert.deepEqual([again.outcome, again.inForce, again.rubric], [saved.outcome, saved.inForce, saved.rubric]);
      // Opened again under this version it is the same again.
      const second = rubric.start({ saved: again, locale: "en" });
      assert.equal(text(second.save()), text(again));
      assert.deepEqual(data(second), data(one));
      assert.deepEqual(second.restored.reasons, settled ? [] : restored.reasons);
      assert.deepEqual(second.restored.dropped, restored.dropped);
      // And back under the first version all of it is there again.
      assert.deepEqual(old.start({ saved: again, locale: "en" }).save().rows, saved.rows);
      if (settled) return;
      assert.equal(text({ ...old.start({ saved: again, locale: "en" }).save(), codes: 0 }), text({ ...saved, codes: 0 }));
      // Accepted, it is an assessment of this version that still holds what was dropped.
      one.accept();
      const accepted = one.save();
      assert.deepEqual([one.restored.accepted, accepted.rubric.structureHash, accepted.kept], [true, rubric.structureHash, restored.dropped]);
      const third = rubric.start({ saved: accepted, locale: "en" });
      assert.deepEqual([third.restored.change, third.restored.accepted, third.restored.dropped], ["same", true, restored.dropped]);
      assert.equal(text(third.save()), text(accepted));
      assert.deepEqual(data(third), data(one));
    });
  }

  it("lists what has no place with its value and the reason", () => {
    const rubric = rubricate.compile(changed(['low 0 "Low"; mid 1', 'base 0 "Low"; mid 1'], ['"Pace" 0..10', '"Pace" 0..5'], ['  ask agreed "Agreed" yes/no\n', ""], ['evidence words_ "Reflection"', 'evidence essay "Reflection"']));
    const one = rubric.start({ saved, locale: "en" });
    assert.deepEqual(one.restored.dropped.map(({ path, value }) => [path, value]), [
      ["answers.agreed", true], ["rows.b", "low"], ["rows.n", "15/2"], ["evidence.words_", { id: "text", kind: "text", text: "one two three" }],
    ]);
    assert.match(one.restored.dropped[1].why, /`b` takes one of base, mid, high, not "low"/);
    assert.equal(one.save().rows.b, undefined);
    assert.deepEqual(one.save().kept, one.restored.dropped);
    // What was dropped comes back where it fits and nothing else was given since.
    one.rate("b", "mid");
    const back = old.start({ saved: one.save(), locale: "en" });
    assert.deepEqual([back.save().rows.b, back.save().rows.n], ["mid", "15/2"]);
    assert.deepEqual(back.save().kept.map(({ path }) => path), ["rows.b"]);
  });
  it("keeps a file that shows a row that is gone, and says again what it shows once the row is there", () => {
    const source = (row) => `rubric t { check a; ${row} evidence plan { accepts pdf; names rows } award w { yes { needs every check is shown }; otherwise no_ } }`;
    const [two, one] = [rubricate.compile(source("check b;")), rubricate.compile(source(""))];
    const first = two.start({ evidence: { plan: [{ ...PDF, shows: ["a", "b"] }] } });
    const there = one.start({ saved: first.save() });
    assert.deepEqual([there.restored.change, there.restored.dropped, there.outcome.awards.w.rung], ["not comparable", [], "yes"]);
    there.accept();
    assert.deepEqual(one.start({ saved: there.save() }).save(), there.save());
    assert.equal(text(two.start({ saved: there.save() }).save().evidence), text(first.save().evidence));
  });
  it("is refused where it is another rubric", () => {
    const other = rubricate.compile(CASES.find(([name]) => name === "another rubric")[1]);
    assert.throws(() => other.start({ saved }), { name: "RubricError", path: "saved.rubric.name", message: /an assessment of the rubric `t`, not of `u`/ });
  });
  it("says which outcomes are not what they were", () => {
    const source = (least) => `rubric t { check a; check b; score s = percent of checks; award w { yes { needs s is at least ${least} }; otherwise no_ } }`;
    const first = rubricate.compile(source("50%")).start();
    first.rate("a", true);
    first.rate("b", false);
    const second = rubricate.compile(source("60%")).start({ saved: first.save() });
    assert.deepEqual(second.restored.moved, [{ path: "awards.w", was: "yes", now: "no_" }]);
    assert.deepEqual([second.restored.change, second.restored.awards, second.restored.accepted], ["comparable", ["w"], false]);
    assert.equal(second.save().outcome.awards.w, "yes", "what it came to stays on record until it is accepted");
    second.accept();
    assert.equal(second.save().outcome.awards.w, "no_");
  });
  it("says which settings count otherwise, on another day or set by the host", () => {
    const rubric = rubricate.compile("rubric t { setting pass 0%..100% default 50%, 60% from 2026-01-01; check a; result r from percent of checks { good pass; otherwise poor } }");
    const first = rubric.start({ today: "2025-08-01" }).save();
    const later = rubric.start({ saved: first, today: "2026-08-01" });
    assert.deepEqual(later.restored.reasons, [{ change: "comparable", path: "settings.pass", text: "`pass` counts as 60% now, and counted as 50%" }]);
    assert.deepEqual([later.restored.change, later.restored.accepted], ["comparable", false]);
    assert.equal(rubric.start({ saved: first, today: "2025-12-31" }).restored.change, "same");
    assert.equal(rubric.start({ saved: first, settings: { pass: "70%" } }).restored.reasons[0].text, "`pass` counts as 70% now, and counted as 50%");
  });
  it("drops a setting that would put the bands of the new version out of order, and opens", () => {
    const source = (bands) => `rubric t { setting pass 0%..100% default 50%; check a; result r from percent of checks { ${bands}; good pass; otherwise poor } }`;
    const saved = rubricate.compile(source("best 100%")).start({ settings: { pass: "90%" } }).save();
    const one = rubricate.compile(source("best 80%")).start({ saved });
    assert.deepEqual(one.restored.dropped.map(({ path, value }) => [path, value]), [["settings.pass", "9/10"]]);
    assert.match(one.restored.dropped[0].why, /bands of a result/);
  });
  it("of any kind of edits and of any of these changes at once keeps all that was given", () => {
    // Changes that stand apart from each other, drawn several at a time.
    const pool = [
      ["mid 1", "mid 1.5"], ['"Pace" 0..10', '"Pace" 0..5'], ['"Agreed" yes/no', '"Agreed" date'], ["1% * late", "2% * late"], ['"Purpose"', '"Aim"'], ["sets a, b to 0", "sets a to 0"], ["0..10 step 1 ", "0..5 step 1 "],
      ['check c "Consent"', 'check e "Extra"\n  check c "Consent"'], ["{ comment required with a link }", "{ comment none }"], ['first "First-year"', 'early "First-year"'], ["pages 1..3", "pages 1..5"], ["default 50%", "default 55%"],
    ];
    const seen = new Set();
    for (let seed = 1; seed <= 120; seed += 1) {
      const roll = dice(seed * 17);
      const source = changed(...(seed % 4 ? pool.filter(() => roll(seed % 3 ? 8 : 3) === 0) : [['"Purpose"', '"Aim"']]));
      const rubric = rubricate.compile(source);
      const one = old.start({ locale: "en", today: "2025-08-01" });
      for (let edit = 0; edit < 50; edit += 1) {
        try {
          randomEdit(roll, old.outline).run(one);
        } catch (error) {
          if (!(error instanceof RubricError)) throw error;
        }
      }
      const saved = one.save();
      const there = rubric.start({ saved: text(saved), locale: "en" });
      const { change, dropped } = there.restored;
      seen.add(change);
      assert.equal(change, rubricate.compare(old, rubric).change);
      if (change !== "not comparable") assert.deepEqual(dropped, [], `seed ${seed}`);
      if (change === "same" || change === "wording") assert.deepEqual(there.restored.moved, []);
      const back = old.start({ saved: text(there.save()), locale: "en" });
      const { codes, ...rest } = back.save();
      const { codes: before, ...wanted } = saved;
      const sorted = (all) => all.map(text).sort();
      // Evidence and codes that were dropped come back behind the others.
      const slots = (document) => ({ ...document, rubric: 0, evidence: Object.fromEntries(Object.entries(document.evidence).map(([slot, items]) => [slot, sorted(items)])) });
      assert.deepEqual(slots(rest), slots(wanted));
      assert.deepEqual(sorted(codes), sorted(before));
      for (const each of [one, there, back, rubric]) each.dispose();
    }
    assert.deepEqual([...seen].sort(), ["comparable", "not comparable", "same", "wording"]);
  });
});
