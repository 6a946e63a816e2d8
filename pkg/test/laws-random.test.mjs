// The laws of a live assessment over random rubrics and answers, each by itself
// and each seen to have something to hold. Two laws have a file of their own:
// what leaves of an explanation come to is worked out again in explain.test.mjs,
// and undo after every kind of edit is in undo.test.mjs.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";
import { completed, fullAnswers, inputs, someAnswers } from "./naive/answers.mjs";
import { Comparer } from "./naive/compare.mjs";
import { dice } from "./naive/generate/dice.mjs";
import { generate } from "./naive/generate/rubric.mjs";
import { World } from "./naive/ladders.mjs";
import { print } from "./naive/print/print.mjs";
import { narrows } from "./narrows.mjs";

const ROUNDS = Number(process.env.RUBRICATE_LAWS_ROUNDS ?? 120);
const FIRST = Number(process.env.RUBRICATE_LAWS_SEED ?? 1);
const rubricate = await load();

/** Each random rubric with some answers to it, in the package's shape and in the naive world's. */
function each(work, share = 60) {
  for (let seed = FIRST; seed < FIRST + ROUNDS; seed += 1) {
    const rubric = generate(seed);
    const roll = dice(seed + 3e6);
    const source = print(rubric, () => undefined);
    const compiled = rubricate.compile(source, { prove: false });
    const full = { ...fullAnswers(rubric, roll), code: null, overrule: null };
    try {
      work({ rubric, compiled, roll, full, some: someAnswers(rubric, full, roll, share) });
    } catch (error) {
      throw new Error(`seed ${seed}: ${error.message}\n${source}`, { cause: error });
    } finally {
      compiled.dispose();
    }
  }
}

/** An assessment with everything but ratings and answers, and these one by one. */
function begun(rubric, compiled, given) {
  const [ratings, { close: _close, codes: _codes, overrule: _overrule, answers, ...options }] = inputs(rubric, given, false);
  const edits = [...Object.entries(ratings).map(([name, value]) => ["rate", name, value]), ...Object.entries(answers).map(([name, value]) => ["answer", name, value])];
  return { edits, start: () => compiled.start(options), options: { ...options, answers } , ratings };
}

function shuffled(all, roll) {
  const left = [...all];
  return all.map(() => left.splice(roll(left.length), 1)[0]);
}

const make = (assessment, [name, ...given]) => assessment[name](...given);
const worlds = (rubric, given) => new World(rubric, given);
const vague = (world) => Object.keys(world.rubric.rows).some((name) => world.asked(name) === null);

describe(`laws over ${ROUNDS} random rubrics`, () => {
  it("an answer never widens bounds, and what is earned or out of reach stays so", () => {
    let [answers, decided] = [0, 0];
    each(({ rubric, compiled, roll, full }) => {
      const { edits, start } = begun(rubric, compiled, full);
      const live = start();
      for (const edit of shuffled(edits, roll)) {
        const before = live.outcome;
        make(live, edit);
        narrows(before, live.outcome, JSON.stringify(edit));
        answers += 1;
        decided += Object.values({ ...before.results, ...before.awards }).flatMap(({ rungs }) => rungs).filter(({ state }) => state === "earned" || state === "out of reach").length;
      }
      live.dispose();
    });
    assert.ok(answers > ROUNDS * 4 && decided > ROUNDS * 4, `${answers} answers, ${decided} decided`);
  });

  it("whichever way the open ones come out, every value lies in its bounds", () => {
    const comparer = new Comparer();
    each(({ rubric, compiled, roll, some }) => {
      const now = worlds(rubric, some);
      const outcome = compiled.score(...inputs(rubric, some, false));
      for (let time = 0; time < 6; time += 1) {
        const world = worlds(rubric, completed(rubric, some, roll, (name) => now.fits(name)));
        if (!vague(world)) comparer.inside(outcome, world);
      }
    });
    assert.ok(comparer.count.open > ROUNDS * 20, JSON.stringify(comparer.count));
  });

  it("live is afresh, and the order does not matter", () => {
    each(({ rubric, compiled, roll, some }) => {
      const { edits, start, options, ratings } = begun(rubric, compiled, some);
      const [one, other] = [start(), start()];
      // On the way a rating is given that is not meant, and taken back.
      for (const edit of shuffled(edits, roll)) { if (edit[0] === "rate") { make(one, edit); make(one, ["clear", edit[1]]); } make(one, edit); }
      shuffled(edits, roll).forEach((edit) => make(other, edit));
      assert.deepEqual(one.outcome, compiled.score(ratings, options));
      assert.deepEqual(other.outcome, one.outcome);
      one.dispose();
      other.dispose();
    });
  });

  it("undo restores byte for byte, and redo after it", () => {
    let edits = 0;
    each(({ rubric, compiled, roll, full }) => {
      const { edits: all, start } = begun(rubric, compiled, full);
      const live = start();
      const bytes = () => JSON.stringify([live.outcome, live.save()]);
      const seen = [bytes()];
      for (const edit of shuffled(all, roll)) {
        make(live, edit);
        seen.push(bytes());
      }
      for (let at = seen.length - 2; at >= 0; at -= 1) { live.undo(); assert.equal(bytes(), seen[at]); }
      for (let at = 1; at < seen.length; at += 1) { live.redo(); assert.equal(bytes(), seen[at]); }
      edits += all.length;
      live.dispose();
    });
    assert.ok(edits > ROUNDS * 4, `${edits}`);
  });

  it("save and load is the identity", () => {
    each(({ rubric, compiled, some }) => {
      const { edits, start } = begun(rubric, compiled, some);
      const live = start();
      edits.forEach((edit) => make(live, edit));
      const saved = live.save();
      const again = compiled.start({ saved: JSON.parse(JSON.stringify(saved)), locale: "en" });
      assert.deepEqual(again.outcome, live.outcome);
      assert.equal(JSON.stringify(again.save()), JSON.stringify(saved));
      live.dispose();
      again.dispose();
    });
  });

  it("the root of an explanation is the outcome's value, and steps to what is reached are none", () => {
    let seen = 0;
    each(({ rubric, compiled, some }) => {
      const { edits, start } = begun(rubric, compiled, some);
      const live = start();
      edits.forEach((edit) => make(live, edit));
      for (const [name, { exact, lowest, highest }] of Object.entries(live.outcome.scores)) {
        const { value } = live.explain(name);
        assert.deepEqual([value.exact, value.lowest.exact, value.highest.exact], [exact, lowest.exact, highest.exact], name);
        seen += 1;
      }
      live.dispose();
    });
    assert.ok(seen > ROUNDS, `${seen}`);
  });
});

/** Better values of a rated row, by place, each with how many levels up: worked out of the naive rubric alone. */
function better(row, now) {
  const own = row.values[now];
  const places = row.values.map((value, at) => ({ value, at })).filter(({ value }) => !value.open);
  const up = (a, b) => { const sign = a.points.n * b.points.d - b.points.n * a.points.d; return row.lower ? sign < 0n : sign > 0n; };
  if (row.kind === "number") return places.filter(({ value }) => up(value, own)).map(({ value, at }) => ({ at, levels: places.filter((one) => up(one.value, own) && !up(one.value, value)).length }));
  if (row.kind === "check") {
    const good = row.values[1].points.n < 0n ? 0 : 1;
    return now === good ? [] : [{ at: good, levels: 1 }];
  }
  return places.filter(({ value }) => value.level > own.level || (row.ranges && value.level === own.level && (own.open || up(value, own)))).map(({ value, at }) => ({ at, levels: value.level - own.level }));
}

describe("steps, held against every combination of changes in the naive world", () => {
  it("reach the rung, and no smaller set does", () => {
    const count = { reached: 0, shortest: 0, "no way": 0, combos: 0 };
    for (let seed = FIRST; seed < FIRST + ROUNDS * 4; seed += 1) {
      const rubric = generate(seed);
      const roll = dice(seed + 5e6);
      const given = { ...fullAnswers(rubric, roll), code: null, overrule: null };
      const rows = Object.values(rubric.rows).filter((row) => !row.workedOut && given.rows[row.name] !== "left out");
      const world = worlds(rubric, given);
      // All is answered and every slot is complete: what is left is to rate better, and to comment.
      if (!Object.keys(rubric.slots).every((name) => world.fits(name)) || vague(world)) continue;
      const options = rows.map((row) => {
        const ratings = [{ at: given.rows[row.name], levels: 0 }, ...(row.ordinal && row.lower ? [] : better(row, given.rows[row.name]))];
        const comments = given.comments[row.name] ? [false] : [false, true];
        return ratings.flatMap((one) => comments.map((comment) => ({ ...one, name: row.name, comment, some: one.levels > 0 || one.at !== given.rows[row.name] || comment })));
      });
      if (options.reduce((product, all) => product * all.length, 1) > 1500) continue;
      const source = print(rubric, () => undefined);
      const compiled = rubricate.compile(source, { prove: false });
      let combos = [[]];
      for (const all of options) combos = combos.flatMap((before) => all.map((one) => (one.some ? [...before, one] : before)));
      combos = [...new Set(combos)];
      const rank = (changes) => [changes.length, changes.reduce((sum, { levels }) => sum + levels, 0)];
      const best = {};
      for (const changes of combos) {
        const next = { ...given, rows: { ...given.rows }, comments: { ...given.comments } };
        for (const { name, at, comment } of changes) { next.rows[name] = at; if (comment) next.comments[name] = true; }
        const after = worlds(rubric, next);
        count.combos += 1;
        if (vague(after)) continue;
        for (const ladder of rubric.results) {
          for (const [rung, holds] of Object.entries(after.result(ladder.name).truths)) {
            const key = `${ladder.name}.${rung}`;
            const own = rank(changes);
            if (holds === true && (!best[key] || own[0] < best[key][0] || (own[0] === best[key][0] && own[1] < best[key][1]))) best[key] = own;
          }
        }
      }
      const { edits, start } = begun(rubric, compiled, given);
      const live = start();
      edits.forEach((edit) => make(live, edit));
      // Lines of a table have no names of their own.
      const named = rubric.results.filter(({ table }) => !table).map(({ name }) => name);
      for (const ladder of [...compiled.outline.results, ...compiled.outline.awards].filter(({ name }) => named.includes(name))) {
        for (const rung of new Set(ladder.rungs.map(({ name }) => name))) {
          const found = live.steps(ladder.name, rung, { most: 1 });
          const wanted = best[`${ladder.name}.${rung}`];
          // How much is in a file is not tried here.
          if (found.ways[0]?.changes.some(({ kind }) => kind === "evidence")) continue;
          const about = `seed ${seed} ${ladder.name}.${rung}: ${JSON.stringify(found.ways)} ${JSON.stringify(wanted)}\n${JSON.stringify(inputs(rubric, given, false))}\n${source}`;
          if (found.state === "no way") { assert.equal(wanted, undefined, about); count["no way"] += 1; }
          if (found.state === "reached") { assert.deepEqual(wanted, [0, 0], about); count.reached += 1; }
          if (found.shortest && found.state === "ways") {
            assert.deepEqual([found.ways[0].changes.length, found.ways[0].levels], wanted, about);
            count.shortest += 1;
          }
        }
      }
      live.dispose();
      compiled.dispose();
    }
    console.log(`# ${JSON.stringify(count)}`);
    assert.ok(count.reached > 10 && count.shortest > 10 && count["no way"] > 10, JSON.stringify(count));
  });
});
