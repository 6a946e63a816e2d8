// An assessment tells of every edit, and of what it was given.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "rubricate";

const rubricate = await load();
const rubric = rubricate.compile(`rubric t "T" {
  ask mentor "Mentor" yes/no
  scale m { low 0 "Low"; mid 1..3 step 1 "Middle"; high 4 "High" }
  criterion constructor "A row" on m { may be left out }
  criterion b "B" on m
  number n "N" 0..10 step 0.5
  evidence e "E" { accepts text }
  codes { gone "Gone" sets this row to no score }
  score total "Total" = percent of rows
}`);

describe("onChange", () => {
  it("is told of edits, undo and closing, with what each changed, until it ends", () => {
    const assessment = rubric.start({ locale: "en" });
    const told = [];
    const end = assessment.onChange((change) => told.push(change));
    const rated = assessment.rate("b", "high");
    assessment.undo();
    assessment.close();
    assert.equal(told.length, 3);
    assert.equal(told[0], rated);
    assert.deepEqual(told[1].rows, ["b"]);
    end();
    end();
    assessment.reopen();
    assert.equal(told.length, 3);
  });

  it("is not told of what was refused, and sees what the edit came to", () => {
    const assessment = rubric.start();
    const seen = [];
    assessment.onChange(() => seen.push(assessment.outcome.rows.b.level));
    assert.throws(() => assessment.rate("b", "none"));
    assessment.rate("b", "low");
    assert.deepEqual(seen, ["low"]);
  });

  it("does not stop an edit by failing, nor those behind it; its error is not lost", async () => {
    const assessment = rubric.start();
    const seen = [];
    const before = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    const caught = new Promise((resolve) => process.once("uncaughtException", resolve));
    assessment.onChange(() => {
      throw new Error("mine");
    });
    assessment.onChange((change) => seen.push(change.rows));
    assert.deepEqual(assessment.rate("b", "high").rows, ["b"]);
    assert.deepEqual(seen, [["b"]]);
    assert.equal((await caught).message, "mine");
    for (const listener of before) process.on("uncaughtException", listener);
  });
});

describe("given", () => {
  it("is what was given, by name, as a saved document has it", () => {
    const assessment = rubric.start({ today: "2026-11-25" });
    assert.deepEqual(Object.keys(assessment.given.rows), []);
    // Nothing that was not given is there, whatever a row is called.
    assert.equal(assessment.given.rows.constructor, undefined);
    assessment.notApplicable("constructor");
    assessment.rate("b", { points: 2 });
    assessment.rate("n", 4.5);
    assessment.answer("mentor", false);
    assessment.comment("b", "why");
    assessment.write("e", "some words");
    assessment.code("gone", "n");
    const { rows, answers, comments, evidence, codes, today, closed } = assessment.given;
    assert.deepEqual({ ...rows }, { constructor: { leftOut: "" }, b: { points: "2" }, n: "9/2" });
    assert.deepEqual([{ ...answers }, { ...comments }, codes, today, closed], [{ mentor: false }, { b: "why" }, [{ code: "gone", row: "n" }], "2026-11-25", false]);
    assert.equal(evidence.e[0].text, "some words");
    const saved = assessment.save();
    assert.deepEqual({ ...rows }, saved.rows);
    assert.deepEqual({ ...evidence }, saved.evidence);
    assessment.dispose();
    assert.equal(assessment.disposed, true);
    assert.throws(() => assessment.given);
  });
});
