// Undo and redo: what stood before stands again, byte for byte, whatever was
// done in between, and each state is the one a fresh assessment comes to.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, RubricError, RubricFault } from "../dist/node.js";
import { History } from "../dist/history.js";
import { randomEdit } from "./edits.mjs";
import { data, PDF, SOURCE } from "./given.mjs";
import { dice } from "./naive/generate/dice.mjs";
import { generate } from "./naive/generate/rubric.mjs";
import { print } from "./naive/print/print.mjs";

const rubricate = await load();
const SEEDS = 40;
const EDITS = 40;

/** All there is to see of an assessment. */
const state = (one) => ({ text: JSON.stringify(one.save()), outcome: data(one) });

/** The names in each record of an outcome whose members differ. */
function differing(before, after) {
  const names = (was, is) => Object.keys(is).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return {
    rows: names(before.rows, after.rows), scores: names(before.scores, after.scores), results: names(before.results, after.results), awards: names(before.awards, after.awards),
    evidence: names(before.evidence.slots, after.evidence.slots), advice: JSON.stringify(before.advice) !== JSON.stringify(after.advice),
  };
}

/**
 * Holds that a change names what differs. Of results and awards it may name one
 * whose reasons were only read again, and of slots one that is not asked.
 */
function names(change, before, after) {
  const { rows, scores, advice, ...others } = differing(before, after);
  assert.deepEqual({ rows: change.rows, scores: change.scores, advice: change.advice }, { rows, scores, advice });
  for (const [kind, all] of Object.entries(others)) assert.deepEqual(all.filter((name) => !change[kind].includes(name)), [], kind);
}

/** Runs an edit; whether it was taken. */
function tried(edit, one) {
  try {
    edit.run(one);
    return true;
  } catch (error) {
    assert.ok(error instanceof RubricError && !(error instanceof RubricFault), `${edit.title}: ${error.stack}`);
    return false;
  }
}

/** Random edits with the state before each that changed anything, and the last. */
function walked(one, rubric, roll, count) {
  const states = [state(one)];
  let refusals = 0;
  for (let done = 0; done < count; done += 1) {
    const edit = randomEdit(roll, rubric.outline);
    const [before, could] = [states.at(-1), one.canUndo];
    const taken = tried(edit, one);
    const after = state(one);
    if (!taken) refusals += 1;
    if (after.text === before.text) {
      assert.deepEqual(after, before, `${edit.title} changes nothing`);
      assert.equal(one.canUndo, could);
      continue;
    }
    assert.ok(taken, `${edit.title} was refused and changed something`);
    assert.ok(one.canUndo && !one.canRedo);
    states.push(after);
  }
  return { states, refusals };
}

/** Undoes everything and does it again, holding each state and each change against what it was. */
function thereAndBack(one, states) {
  for (let at = states.length - 2; at >= 0; at -= 1) {
    assert.ok(one.canUndo);
    const change = one.undo();
    assert.deepEqual(state(one), states[at]);
    names(change, states[at + 1].outcome, states[at].outcome);
  }
  assert.ok(!one.canUndo);
  for (let at = 1; at < states.length; at += 1) {
    assert.ok(one.canRedo);
    const change = one.redo();
    assert.deepEqual(state(one), states[at]);
    names(change, states[at - 1].outcome, states[at].outcome);
  }
  assert.ok(!one.canRedo);
}

describe("undo and redo over random rubrics and edits", () => {
  it("restore every state byte for byte, and say what that changed", () => {
    let [kept, refused] = [0, 0];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const rubric = rubricate.compile(print(generate(seed)));
      const one = rubric.start({ locale: "en" });
      const { states, refusals } = walked(one, rubric, dice(seed), EDITS);
      thereAndBack(one, states);
      kept += states.length - 1;
      refused += refusals;
      one.dispose();
      rubric.dispose();
    }
    assert.ok(kept > SEEDS * EDITS * 0.3 && refused > SEEDS, `${kept} edits, ${refused} refusals`);
  });
  it("also with asks, evidence, codes, overrides and closing", () => {
    const rubric = rubricate.compile(SOURCE);
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const one = rubric.start({ locale: "en", today: "2025-08-01", answers: { stage: "later" }, evidence: { plan: [PDF] }, comments: { a: "so" } });
      thereAndBack(one, walked(one, rubric, dice(seed * 7), EDITS).states);
      one.dispose();
    }
  });
  it("leave the assessment as one that was given the same afresh", () => {
    const rubric = rubricate.compile(SOURCE);
    const roll = dice(99);
    const one = rubric.start({ locale: "en" });
    for (let done = 0; done < 400; done += 1) {
      const way = roll(4);
      if (way === 0) one.undo();
      else if (way === 1) one.redo();
      else tried(randomEdit(roll, rubric.outline), one);
      const fresh = rubric.start({ saved: one.save(), locale: "en" });
      assert.deepEqual(state(fresh), state(one));
      fresh.dispose();
    }
  });
});

describe("undo", () => {
  const rubric = rubricate.compile(SOURCE);
  it("with nothing to undo changes nothing", () => {
    const one = rubric.start({ answers: { stage: "later" } });
    const none = { rows: [], scores: [], results: [], awards: [], evidence: [], advice: false };
    assert.deepEqual([one.canUndo, one.canRedo, one.undo(), one.redo()], [false, false, none, none]);
    assert.equal(one.save().answers.stage, "later", "what it started with stays");
  });
  it("is forgotten by a new edit, not by one that changes nothing or is refused", () => {
    const one = rubric.start();
    one.rate("a", "mid");
    one.undo();
    assert.throws(() => one.rate("a", "good"), RubricError);
    one.clear("a");
    one.comment("a", " ");
    assert.deepEqual([one.canUndo, one.canRedo], [false, true]);
    one.rate("n", 1);
    assert.deepEqual([one.canUndo, one.canRedo], [true, false]);
    one.rate("n", "2/2");
    one.undo();
    assert.equal(one.canUndo, false, "the same number said otherwise is no edit");
  });
  it("knows a level by its name and by its points as the same", () => {
    const one = rubric.start();
    one.rate("a", "high");
    one.rate("a", 2);
    one.rate("a", { points: "2" });
    one.undo();
    assert.equal(one.canUndo, false);
  });
  it("knows a fact more, or one less, as an edit", () => {
    const one = rubric.start();
    const facts = () => one.save().evidence.plan[0];
    one.attach("plan", { id: "f", kind: "pdf" });
    one.attach("plan", { id: "f", kind: "pdf", pages: 2 });
    assert.deepEqual(facts(), { id: "f", kind: "pdf", pages: 2 });
    one.attach("plan", { id: "f", kind: "pdf", people: [] });
    assert.deepEqual(facts(), { id: "f", kind: "pdf", people: [] });
    one.attach("plan", { id: "f", kind: "pdf" });
    assert.deepEqual(facts(), { id: "f", kind: "pdf" });
    one.undo();
    one.undo();
    assert.deepEqual(facts(), { id: "f", kind: "pdf", pages: 2 });
  });
  it("puts evidence back in its place", () => {
    const one = rubric.start({ evidence: { plan: ["x", "y", "z"].map((id) => ({ ...PDF, id })) } });
    const order = () => one.save().evidence.plan.map(({ id, pages }) => `${id}${pages}`).join(" ");
    one.detach("plan", "y");
    one.attach("plan", { ...PDF, id: "x", pages: 3 });
    assert.equal(order(), "x3 z2");
    one.undo();
    one.undo();
    assert.equal(order(), "x2 y2 z2");
    assert.deepEqual(one.outcome.evidence.slots.plan.findings, rubric.start({ evidence: { plan: ["x", "y", "z"].map((id) => ({ ...PDF, id })) } }).outcome.evidence.slots.plan.findings);
  });
  it("remembers 1,000 edits", () => {
    const one = rubric.start();
    for (let edit = 0; edit < 1010; edit += 1) one.rate("n", (edit % 20) / 2);
    let undone = 0;
    while (one.canUndo) {
      one.undo();
      undone += 1;
    }
    assert.equal(undone, 1000);
    assert.equal(one.save().rows.n, "9/2", "edit 9 of 0 to 1009 stays");
    while (one.canRedo) one.redo();
    assert.equal(one.save().rows.n, "9/2", "edit 1009 again");
  });
  it("remembers so much text and no more, but always the last edit", () => {
    const history = new History();
    const written = (text) => ({ kind: "slots", at: 0, before: [{ id: "text", kind: "text", text }], after: [] });
    const undone = () => {
      let count = 0;
      while (history.toUndo) {
        history.undid();
        count += 1;
      }
      return count;
    };
    // Each edit holds the text before it: four of 4 million units are below 2^24.
    for (const letter of "abcdefgh") history.did(written(letter.repeat(4_000_000)));
    assert.equal(undone(), 4);
    history.did(written("x".repeat(20_000_000)));
    assert.equal(undone(), 1);
  });
  it("works after a fault of the engine", () => {
    const OWN = TextEncoder.prototype.encodeInto;
    const failing = (work) => {
      TextEncoder.prototype.encodeInto = () => {
        throw new RangeError("out of memory");
      };
      try {
        assert.throws(work, RubricFault);
      } finally {
        TextEncoder.prototype.encodeInto = OWN;
      }
    };
    const one = rubric.start({ locale: "en" });
    const { states } = walked(one, rubric, dice(5), 60);
    failing(() => one.write("words_", "Über alles"));
    assert.deepEqual(state(one), states.at(-1), "what failed is not in it");
    thereAndBack(one, states);
    // A fault while undoing: nothing is undone, and it may be tried again.
    one.write("words_", "Öl auf dem Wasser");
    one.write("words_", "");
    const before = state(one);
    failing(() => one.undo());
    assert.deepEqual(state(one), before);
    assert.ok(one.canUndo);
    one.undo();
    assert.equal(one.save().evidence.words_.at(-1).text, "Öl auf dem Wasser");
  });
  it("is refused after the assessment was let go", () => {
    const one = rubric.start();
    one.rate("a", "mid");
    one.dispose();
    for (const use of [() => one.undo(), () => one.redo(), () => one.save(), () => one.accept()]) assert.throws(use, { name: "RubricError", message: /disposed of/ });
  });
});
