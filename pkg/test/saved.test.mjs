// Saving and returning: save, start and save again is the identity; the schema
// holds for what is written; and what is no document of ours is refused with
// its path, whatever it is, while nothing is lost.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { load, RubricError } from "../dist/node.js";
import { randomEdit } from "./edits.mjs";
import { data, PDF, SOURCE } from "./given.mjs";
import { dice } from "./naive/generate/dice.mjs";
import { generate } from "./naive/generate/rubric.mjs";
import { print } from "./naive/print/print.mjs";

const rubricate = await load();
const rubric = rubricate.compile(SOURCE);
const schema = JSON.parse(readFileSync(new URL("../schema/saved-1.json", import.meta.url), "utf8"));
const valid = new Ajv({ strict: true, allErrors: true }).compile(schema);
const text = (document) => JSON.stringify(document);

function holds(document, about = "") {
  assert.ok(valid(JSON.parse(text(document))), `${about}: ${JSON.stringify(valid.errors)}`);
}

/** An assessment in which everything there is was given. */
function full(of = rubric) {
  const one = of.start({
    locale: "en", today: "2025-08-01", rater: { id: "ann", role: "reviewer" }, settings: { pass: "60%" }, answers: { stage: "later", late: 2, agreed: false, begun: "2025-07-01" },
    evidence: { plan: [{ ...PDF, name: "Plan.pdf", bytes: 12.5e5, sha256: "ab".repeat(32), date: "2025-06-01", shows: ["a", "b"], people: [], told: ["pages"], undetermined: [{ what: "words", why: "a picture" }] }, { ...PDF, id: "f0", encrypted: false, place: "Room 4" }] },
    comments: { a: "so", d: "https://lakeside.example" },
  });
  one.rate("a", 2);
  one.notApplicable("b", "one lesson");
  one.rate("c", true);
  one.rate("n", "7.50");
  one.write("words_", "Größer als zuvor \ud83d\ude00 \ud800");
  one.code("blank", "d");
  one.overrule("badge", "earned", { by: "reviewer", reason: "seen" });
  return one;
}

describe("what is saved", () => {
  const saved = full().save({ at: "2025-08-01T09:30:00Z" });
  it("is what was given, by name and exactly", () => {
    assert.deepEqual(saved.rows, { a: "high", b: { leftOut: "one lesson" }, c: true, n: "15/2" });
    assert.deepEqual(saved.answers, { stage: "later", late: "2", agreed: false, begun: "2025-07-01" });
    assert.deepEqual([saved.settings, saved.inForce], [{ pass: "3/5" }, { pass: "3/5" }]);
    // Node's own SHA-256 of the settings in force.
    assert.equal(saved.settingsHash, createHash("sha256").update('{"pass":"3/5"}').digest("hex"));
    assert.deepEqual(saved.evidence.plan.map(({ id, bytes, people }) => [id, bytes, people]), [["f1", 1250000, []], ["f0", undefined, undefined]]);
    assert.deepEqual(saved.evidence.words_, [{ id: "text", kind: "text", text: "Größer als zuvor \ud83d\ude00 \ud800" }]);
    assert.deepEqual(saved.codes, [{ code: "blank", row: "d" }]);
    assert.deepEqual(saved.overrides, { badge: { to: "earned", by: "reviewer", reason: "seen" } });
    assert.deepEqual([saved.today, saved.closed, saved.rater, saved.times], ["2025-08-01", false, { id: "ann", role: "reviewer" }, { first: "2025-08-01T09:30:00Z", last: "2025-08-01T09:30:00Z" }]);
    assert.deepEqual([saved.rubric.name, saved.rubric.contentHash, saved.rubric.structureHash, saved.engine], ["t", rubric.contentHash, rubric.structureHash, rubricate.version]);
    // Only b was left out and a is at its best: 2 of 2 points.
    assert.deepEqual(saved.outcome, { scores: { total: "1", late_total: "49/50" }, results: { quality: "good" }, awards: { badge: "earned" } });
  });
  it("is frozen, plain data of its own", () => {
    assert.equal(text(structuredClone(saved)), text(saved));
    const frozen = (one) => typeof one !== "object" || one === null || (Object.isFrozen(one) && Object.values(one).every(frozen));
    assert.ok(frozen(saved));
  });
  it("holds to the schema, empty and full", () => {
    holds(saved);
    holds(rubric.start().save());
    assert.equal(valid({ ...JSON.parse(text(saved)), more: 1 }), false);
  });
  it("comes back from an object and from its text, and once more", () => {
    const before = data(full());
    for (const form of [saved, text(saved), JSON.parse(text(saved)), structuredClone(saved)]) {
      const one = rubric.start({ saved: form, locale: "en" });
      assert.equal(text(one.save()), text(saved));
      assert.deepEqual(data(one), before);
      assert.deepEqual([one.restored.change, one.restored.reasons, one.restored.dropped, one.restored.moved, one.restored.accepted], ["same", [], [], [], true]);
      one.dispose();
    }
  });
  it("knows the moments of the first and the last save, as they were given", () => {
    const one = rubric.start({ saved });
    assert.deepEqual(one.save().times, saved.times);
    assert.deepEqual(one.save({ at: "2025-08-02T10:00:00+02:00" }).times, { first: "2025-08-01T09:30:00Z", last: "2025-08-02T10:00:00+02:00" });
    assert.equal(one.save().times.last, "2025-08-02T10:00:00+02:00");
    assert.deepEqual(rubric.start().save().times, { first: null, last: null });
    for (const at of ["2025-08-01", "now", 1, null, "2025-13-01T00:00:00Z", "2025-08-01T09:30:00"]) assert.throws(() => one.save({ at }), { name: "RubricError", path: "at" });
  });
  it("has the day of closing once it is closed", () => {
    const one = rubric.start({ today: "2025-08-01" });
    one.close();
    const closed = one.save();
    assert.deepEqual([closed.today, closed.closed], ["2025-08-01", true]);
    // A year later the day of closing still counts, until it is opened again.
    const later = rubric.start({ saved: closed, today: "2026-08-01" });
    assert.equal(text(later.save()), text(closed));
    later.reopen();
    assert.equal(later.save().today, "2026-08-01");
    later.undo();
    assert.equal(text(later.save()), text(closed));
    assert.equal(rubric.start({ saved: rubric.start({ today: "2025-08-01" }).save(), today: "2026-08-01" }).save().today, "2026-08-01", "an open one goes on with the days");
  });
  it("counts the age of evidence from the day of closing", () => {
    const aged = rubricate.compile("rubric t { check c; evidence plan { accepts pdf; dated within 1 years } }");
    const one = aged.start({ today: "2025-08-01", evidence: { plan: [{ ...PDF, date: "2025-01-01" }] } });
    one.close();
    const state = (of) => of.outcome.evidence.slots.plan.state;
    const later = aged.start({ saved: one.save(), today: "2026-08-01" });
    assert.deepEqual([state(one), state(later)], ["complete", "complete"]);
    assert.deepEqual(later.reopen().evidence, ["plan"]);
    assert.equal(state(later), "incomplete");
    assert.deepEqual(later.close().evidence, []);
    assert.equal(later.save().today, "2026-08-01");
  });
  it("is a start like another: options are laid over it", () => {
    const one = rubric.start({ saved, rater: { id: "bo", role: "peer" }, answers: { late: 3 }, comments: { a: "other" }, evidence: { plan: [{ ...PDF, pages: 1 }] } });
    const { rater, answers, comments, evidence } = one.save();
    assert.deepEqual([rater.id, answers.late, answers.stage, comments, evidence.plan.map(({ id, pages }) => [id, pages])], ["bo", "3", "later", { a: "other", d: "https://lakeside.example" }, [["f1", 1], ["f0", 2]]]);
    assert.equal(one.canUndo, false);
    assert.equal(rubric.score({ n: 1 }, { saved, locale: "en" }).rows.a.level, "high");
  });
});

describe("save and load over random rubrics and edits", () => {
  it("is the identity, in text, in outcome, and to the schema", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed * 13);
      const made = seed % 2 ? rubricate.compile(print(generate(seed))) : rubric;
      const one = made.start({ locale: "en" });
      for (let edit = 0; edit < 60; edit += 1) {
        try {
          randomEdit(roll, made.outline).run(one);
        } catch (error) {
          if (!(error instanceof RubricError)) throw error;
        }
      }
      const saved = one.save();
      holds(saved, `seed ${seed}`);
      const other = made.start({ saved: text(saved), locale: "en" });
      assert.equal(text(other.save()), text(saved));
      assert.deepEqual(data(other), data(one));
      // And both go on alike.
      const edit = randomEdit(roll, made.outline);
      const told = (of) => { try { return edit.run(of); } catch (error) { return error.message; } };
      assert.deepEqual(told(other), told(one));
      assert.deepEqual(data(other), data(one));
      one.dispose();
      other.dispose();
    }
  });
  it("is the identity for every rubric of the gallery, also after all was undone and done again", () => {
    const folder = new URL("../../www/rubrics/", import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith(".rubric"));
    assert.ok(files.length > 8);
    for (const [index, file] of files.entries()) {
      const made = rubricate.compile(readFileSync(new URL(file, folder), "utf8"));
      const roll = dice(index + 5);
      const one = made.start({ locale: "en", today: "2025-08-01" });
      const empty = [text(one.save()), data(one)];
      for (let edit = 0; edit < 150; edit += 1) {
        try {
          randomEdit(roll, made.outline).run(one);
        } catch (error) {
          if (!(error instanceof RubricError)) throw error;
        }
      }
      const [saved, outcome] = [one.save(), data(one)];
      assert.ok(text(saved) !== empty[0] && one.canUndo, file);
      holds(saved, file);
      const other = made.start({ saved: text(saved), locale: "en" });
      assert.equal(text(other.save()), text(saved), file);
      assert.deepEqual(data(other), outcome, file);
      while (one.canUndo) one.undo();
      assert.deepEqual([text(one.save()), data(one)], empty, file);
      while (one.canRedo) one.redo();
      assert.deepEqual([text(one.save()), data(one)], [text(saved), outcome], file);
      assert.equal(rubricate.compare(made, made).change, "same");
    }
  });
  it("does not depend on the order in which things were given", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const roll = dice(seed * 31);
      const made = seed % 2 ? rubricate.compile(print(generate(seed))) : rubric;
      // The last edit of each thing counts; pieces of evidence keep their order.
      const edits = new Map();
      for (let edit = 0; edit < 40; edit += 1) {
        const one = randomEdit(roll, made.outline);
        if (["detach", "clear", "clearCode", "close", "reopen", "code"].includes(one.name)) continue;
        const about = one.name === "attach" ? `${one.given[0]} ${one.given[1].id}` : one.name === "notApplicable" ? `rate ${one.given[0]}` : `${one.name} ${one.given[0]}`;
        const slot = one.name === "attach" || one.name === "write" ? one.given[0] : null;
        try {
          const trial = made.start();
          one.run(trial);
          trial.dispose();
          if (!(slot && [...edits.values()].some((other) => other.slot === slot))) edits.set(about, { ...one, slot });
        } catch (error) {
          if (!(error instanceof RubricError)) throw error;
        }
      }
      const inOrder = (all) => {
        const one = made.start({ locale: "en" });
        for (const edit of all) edit.run(one);
        const found = { text: text(one.save()), outcome: data(one) };
        one.dispose();
        return found;
      };
      const all = [...edits.values()];
      const shuffled = all.map((edit) => [roll(1000), edit]).sort(([a], [b]) => a - b).map(([, edit]) => edit);
      assert.deepEqual(inOrder(shuffled), inOrder(all));
    }
  });
});

describe("documents that are none", () => {
  const saved = full().save();
  const fresh = () => JSON.parse(text(saved));

  /** Starts with a document: nothing, or the error, which has a path and changed nothing. */
  function refused(given, about) {
    let before = null;
    try {
      before = structuredClone(given);
    } catch {
      // What cannot be cloned cannot be held against what it was.
    }
    try {
      rubric.start({ saved: given, locale: "en" }).dispose();
      return null;
    } catch (error) {
      assert.equal(error.name, "RubricError", `${about}: ${error.stack}`);
      assert.match(error.path, /^saved/, `${about}: ${error.message}`);
      assert.ok(error.message.length < 400, `${about}: ${error.message.length} characters`);
      if (before !== null) assert.deepEqual(given, before, about);
      return error;
    }
  }

  it("by form", () => {
    const cyclic = fresh();
    cyclic.rows = cyclic;
    const deep = fresh();
    deep.kept = [{ path: "rows.a", value: JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`), why: "x" }];
    const getter = Object.defineProperty(fresh(), "rows", { enumerable: true, get: () => assert.fail("a getter") });
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    const cases = [
      ["a number", 7, "saved"], ["a list", [], "saved"], ["a function", () => 1, "saved"], ["a map", new Map(), "saved"], ["an empty object", {}, "saved.format"],
      ["no JSON", "hello", "saved"], ["an empty text", "", "saved"], ["another JSON", '{"a": 1}', "saved.format"], ["another list", "[1]", "saved"],
      ["another format", { ...fresh(), format: "openbadges" }, "saved.format"], ["a later version", { ...fresh(), version: 2, news: 1 }, "saved.version"], ["no version", { ...fresh(), version: "1" }, "saved.version"],
      ["a cycle", cyclic, "saved.rows"], ["too deep", deep, `saved.kept[0].value${"[0]".repeat(13)}`], ["a getter", getter, "saved.rows"], ["a revoked proxy", revoked, "saved"],
      ["NaN", { ...fresh(), rows: { n: Number.NaN } }, "saved.rows.n"], ["a number for an exact text", { ...fresh(), rows: { n: 7.5 } }, "saved.rows.n"], ["undefined", { ...fresh(), rows: undefined }, "saved.rows"], ["a bigint", { ...fresh(), today: 1n }, "saved.today"], ["a Date", { ...fresh(), today: new Date(0) }, "saved.today"],
      ["a member too many", { ...fresh(), more: 1 }, "saved.more"], ["an unknown fact", { ...fresh(), evidence: { plan: [{ ...PDF, colour: "red" }] } }, "saved.evidence.plan[0].colour"],
      ["a polluted record", JSON.parse(text(fresh()).replace('"rows":{"a"', '"rows":{"__proto__":{"polluted":1},"a"')), "saved.rubric.rows.__proto__"],
      ["a prototype by name", { ...fresh(), rows: JSON.parse('{"__proto__": "high"}') }, "saved.rows.__proto__"],
      ["`constructor`, which is only a name", { ...fresh(), rows: { constructor: "high" } }, "saved.rows.constructor"],
      ["a day that is none", { ...fresh(), today: "2025-02-30" }, "saved.today"], ["a hash that is none", { ...fresh(), rubric: { ...fresh().rubric, structureHash: "x" } }, "saved.rubric.structureHash"],
      ["two pieces of one id", { ...fresh(), evidence: { plan: [PDF, PDF] } }, "saved.evidence.plan[1].id"], ["a code twice", { ...fresh(), codes: [{ code: "off" }, { code: "off" }] }, "saved.codes[1]"],
      ["a rating that the same rubric does not take", { ...fresh(), rows: { a: "good" } }, "saved.rows.a"], ["a row that it does not have", { ...fresh(), rows: { z: "good" } }, "saved.rows.z"],
      ["a slot that it does not have", { ...fresh(), evidence: { film: [PDF] } }, "saved.evidence.film"], ["an answer off the range", { ...fresh(), answers: { late: "11" } }, "saved.answers.late"],
      ["a comment where none is taken", { ...fresh(), comments: { c: "so" } }, "saved.comments.c"], ["a rung that it does not have", { ...fresh(), overrides: { badge: { to: "gold", by: "reviewer", reason: "so" } } }, "saved.overrule.badge"],
      ["a leftover of nowhere", { ...fresh(), kept: [{ path: "scores.total", value: 1, why: "x" }] }, "saved.kept[0].path"],
    ];
    for (const [about, given, path] of cases) {
      const error = refused(given, about);
      assert.ok(error, `${about} was taken`);
      assert.equal(error.path, path, `${about}: ${error.message}`);
    }
    assert.equal({}.polluted, undefined);
    assert.equal(rubric.start({ saved: null }).restored, null, "nothing was saved yet");
  });
  it("cut off at any place", () => {
    const whole = text(saved);
    for (let length = 0; length < whole.length; length += 37) assert.ok(refused(whole.slice(0, length), `the first ${length}`));
    assert.equal(refused(whole, "the whole"), null);
  });
  it("too large, as a text and as an object, in time", () => {
    const long = "x".repeat((1 << 24) + 1);
    const deep = { ...fresh(), kept: Array.from({ length: 1000 }, () => ({ path: "rows.a", value: Array.from({ length: 1000 }, () => 1), why: "" })) };
    const cases = [
      [long, "saved", /longer than 16777216/], [{ ...fresh(), comments: { a: long } }, "saved.comments.a", /no more than/], [{ ...fresh(), codes: new Array(600_000).fill(0) }, "saved.codes", /no more than/],
      [{ ...fresh(), rows: Object.fromEntries(Array.from({ length: 600_000 }, (_, index) => [`r${index}`, true])) }, "saved.rows", /no more than/], [deep, /^saved\.kept\[\d+\]/, /no more than/],
    ];
    for (const [given, path, message] of cases) {
      const from = process.cpuUsage();
      assert.throws(() => rubric.start({ saved: given }), { name: "RubricError", path, message });
      const { user, system } = process.cpuUsage(from);
      assert.ok((user + system) / 1000 < 2000, `${path} took ${(user + system) / 1000} ms`);
    }
  });
  it("are not written either: what does not fit is refused when it is saved", () => {
    const one = rubricate.compile("rubric t { check c; evidence film { accepts any file; items 0..9 } }").start();
    const facts = (index) => ({ id: `f${index}`, kind: "video", note: "x".repeat(16_000), told: Array.from({ length: 100 }, () => "y".repeat(16_000)) });
    for (let index = 0; index < 11; index += 1) one.attach("film", facts(index));
    assert.throws(() => one.save(), { name: "RubricError", path: "saved", message: /16777216 characters/ });
    one.undo();
    const saved = one.save();
    assert.equal(text(one.save()), text(saved));
  });
  it("changed anywhere: taken only if the schema holds, and then the same again", () => {
    const values = [null, true, 0, -1, 1e21, "", "x", "2025-02-30", "1/0", [], {}, [null], { points: 1 }, { leftOut: "x", more: 1 }];
    let [taken, turned] = [0, 0];
    const places = (one, at = []) => (typeof one === "object" && one !== null ? Object.keys(one).flatMap((name) => [[...at, name], ...places(one[name], [...at, name])]) : []);
    for (const [index, place] of places(fresh()).entries()) {
      for (const [which, value] of [...values.entries(), [values.length, undefined]]) {
        if ((index + which) % 3 !== 0) continue;
        const changed = fresh();
        const last = place.at(-1);
        const owner = place.slice(0, -1).reduce((one, name) => one[name], changed);
        if (value === undefined) delete owner[last];
        else owner[last] = value;
        const about = `${place.join(".")} = ${JSON.stringify(value)}`;
        const given = Array.isArray(owner) && value === undefined ? (owner.splice(Number(last), 1), changed) : changed;
        const error = refused(given, about);
        if (error) turned += 1;
        else {
          assert.ok(valid(JSON.parse(text(given))), `${about} was taken: ${JSON.stringify(valid.errors)}`);
          const one = rubric.start({ saved: given });
          assert.equal(text(rubric.start({ saved: one.save() }).save()), text(one.save()), about);
          one.dispose();
          taken += 1;
        }
      }
    }
    assert.ok(turned > 300 && taken > 50, `${turned} refused, ${taken} taken`);
  });
  it("leave the engine and the assessment before as they were", () => {
    const one = full();
    const before = [text(one.save()), data(one)];
    for (let round = 0; round < 500; round += 1) assert.throws(() => rubric.start({ saved: { ...fresh(), rows: { a: "good" } } }), RubricError);
    assert.deepEqual([text(one.save()), data(one)], before);
  });
});
