// Laws of a live assessment, over every rubric of the gallery and many walks
// from nothing given to everything answered:
//
// - an answer never widens the bounds of a score, nor what a ladder may come to;
// - what was earned stays earned and what was out of reach stays so;
// - the order of answering does not matter;
// - what came about edit by edit is what is worked out afresh.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";
import { dice } from "./naive/generate/dice.mjs";
import { narrows, parts } from "./narrows.mjs";

const WALKS = 12;
const rubricate = await load();
const folder = new URL("../../www/rubrics/", import.meta.url);
const gallery = readdirSync(folder).filter((name) => name.endsWith(".rubric"));

/** As a double; the marks of the gallery are short decimals. */
const double = (exact) => { const [top, bottom] = parts(exact); return Number(top) / Number(bottom); };

/** A value that an input or a number row takes. */
function numberIn({ from, to, step, values }, roll) {
  if (values.length > 0) return values[roll(values.length)];
  const low = double(from);
  const high = to === null ? low + 20 : double(to);
  const by = step === null ? (high - low) / 4 : double(step);
  return String(Math.round((low + by * roll(Math.floor((high - low) / by + 1e-9) + 1)) * 1e6) / 1e6);
}

function ratingOf(row, roll) {
  if (row.leaveOut !== null && roll(6) === 0) return { leftOut: "this does not apply here" };
  if (row.kind === "check") return roll(3) > 0;
  if (row.kind === "number") return numberIn(row, roll);
  const level = row.levels[Math.min(roll(row.levels.length), roll(row.levels.length + 2))] ?? row.levels.at(-1);
  return level.to !== null && roll(2) === 0 ? { points: level.points } : level.name;
}

function replyOf(ask, roll) {
  if (ask.kind === "choice") return ask.choices[roll(ask.choices.length)].name;
  if (ask.kind === "yes/no") return roll(2) === 0;
  if (ask.kind === "date") return `2025-0${1 + roll(9)}-1${roll(9)}`;
  return numberIn(ask, roll);
}

/** What may be answered now: asked rows that are open, and asks without a reply. */
function open(outline, outcome, replied) {
  const rows = outline.rows.filter((row) => !row.workedOut && outcome.rows[row.name].state === "unanswered");
  return [...rows.map((row) => ({ row })), ...outline.asks.filter((ask) => !replied.has(ask.name)).map((ask) => ({ ask }))];
}

function give(assessment, { row, ask, value }) {
  return row ? assessment.rate(row.name, value) : assessment.answer(ask.name, value);
}

for (const name of gallery) {
  describe(name, () => {
    const rubric = rubricate.compile(readFileSync(new URL(name, folder), "utf8"));
    const { outline } = rubric;
    const start = () => rubric.start({ today: "2025-09-01" });

    it("answers narrow what is open, in any order, and live is afresh", () => {
      let answers = 0;
      for (let walk = 0; walk < WALKS; walk += 1) {
        const roll = dice(walk * 977 + name.length);
        const live = start();
        const given = [];
        const replied = new Set();
        for (let left = open(outline, live.outcome, replied); left.length > 0; left = open(outline, live.outcome, replied)) {
          const one = left[roll(left.length)];
          one.value = one.row ? ratingOf(one.row, roll) : replyOf(one.ask, roll);
          const before = live.outcome;
          give(live, one);
          if (one.ask) replied.add(one.ask.name);
          given.push(one);
          narrows(before, live.outcome, `walk ${walk}, ${given.map(({ row, ask, value }) => `${(row ?? ask).name} ${JSON.stringify(value)}`).join(", ")}`);
          answers += 1;
        }
        const ratings = Object.fromEntries(given.flatMap(({ row, value }) => (row ? [[row.name, value]] : [])));
        const replies = Object.fromEntries(given.flatMap(({ ask, value }) => (ask ? [[ask.name, value]] : [])));
        assert.deepEqual(rubric.score(ratings, { answers: replies, today: "2025-09-01" }), live.outcome);
        const other = start();
        // Asks first: a row that is not asked yet takes a rating all the same, and keeps it.
        for (const one of given.toSorted((a, b) => ((a.row ?? a.ask).name < (b.row ?? b.ask).name ? 1 : -1))) give(other, one);
        assert.deepEqual(other.outcome, live.outcome);
        live.dispose();
        other.dispose();
      }
      assert.ok(answers >= WALKS * 3, `${answers} answers`);
    });
  });
}
