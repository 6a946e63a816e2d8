// Every hand-derived vector through the package: in one call, rated row by row
// in the order of the file, and reversed. All three must say the same.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const folder = new URL("../../tests/vectors/", import.meta.url);
const rubricate = await load();

function score({ state, exact, lowest, highest }) {
  return { state, exact, lowest: lowest.exact, highest: highest.exact };
}

function award({ state, rung, rungs }) {
  return { state, rung, rungs: Object.fromEntries(rungs.map((one) => [one.name, one.state])) };
}

function row({ state, level, points }) {
  return { state, level, points: points.exact };
}

/** What of an outcome a vector speaks of. */
function told(outcome, expect) {
  const pick = (kind, read) => Object.fromEntries(Object.keys(expect[kind] ?? {}).map((name) => [name, read(outcome[kind][name])]));
  return { scores: pick("scores", score), awards: pick("awards", award), rows: pick("rows", row) };
}

function live(rubric, ratings) {
  const assessment = rubric.start({ locale: "en" });
  for (const [name, value] of ratings) assessment.rate(name, value);
  const { outcome } = assessment;
  assessment.dispose();
  return outcome;
}

let cases = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  const vector = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  describe(name, () => {
    const compiled = (() => {
      try {
        return { rubric: rubricate.compile(vector.rubric) };
      } catch (error) {
        return { error };
      }
    })();
    for (const one of vector.cases) {
      cases += 1;
      it(one.name, () => {
        if (compiled.error) throw compiled.error;
        const { rubric } = compiled;
        const wanted = { scores: {}, awards: {}, rows: {}, ...one.expect };
        const scored = rubric.score(one.ratings, { locale: "en" });
        assert.deepEqual(told(scored, one.expect), wanted, one.by_hand);
        const ratings = Object.entries(one.ratings);
        assert.deepEqual(live(rubric, ratings), scored);
        assert.deepEqual(live(rubric, ratings.reverse()), scored);
      });
    }
  });
}
it("has vectors to run", () => assert.ok(cases >= 60, `${cases} cases`));
