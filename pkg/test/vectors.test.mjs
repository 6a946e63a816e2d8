// Every hand-derived vector through the package: in one call, given piece by
// piece in the order of the file, and reversed. All three must say the same.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const folder = new URL("../../tests/vectors/", import.meta.url);
const rubricate = await load();
const source = (written) => (Array.isArray(written) ? written.join("\n") : written);

/** An outcome in the shape of a vector: numbers by their exact text, lists by name. */
function told({ scores, results, awards, rows, evidence, progress, advice }) {
  const each = (all, read) => Object.fromEntries(Object.entries(all).map(([name, one]) => [name, read(one)]));
  const exact = ({ exact }) => exact;
  const ladder = (one) => ({
    state: one.state, level: one.level ?? one.rung, rung: one.rung ?? one.level, possible: one.possible, ifClosed: one.ifClosed,
    rungs: Object.fromEntries(one.rungs.map(({ name, state }) => [name, state])), overruled: one.overruled ?? null,
  });
  return {
    scores: each(scores, (one) => ({ state: one.state, exact: one.exact, lowest: exact(one.lowest), highest: exact(one.highest), ifClosed: exact(one.ifClosed) })),
    results: each(results, ladder),
    awards: each(awards, ladder),
    rows: each(rows, (one) => ({ ...one, points: exact(one.points), lowest: exact(one.lowest), highest: exact(one.highest) })),
    evidence: { state: evidence.state, slots: each(evidence.slots, ({ state }) => ({ state })) },
    progress,
    advice: advice.filter(({ row }) => row === null).map(({ text }) => text),
  };
}

/** What is written has to be found; what is not written is not spoken of. */
function differences(path, wanted, found, all = []) {
  if (wanted !== null && typeof wanted === "object" && !Array.isArray(wanted)) {
    for (const [name, inner] of Object.entries(wanted)) differences(`${path}.${name}`, inner, found?.[name], all);
  } else if (JSON.stringify(wanted) !== JSON.stringify(found ?? null)) {
    all.push(`${path}: wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
  }
  return all;
}

function live(rubric, one, turned) {
  const order = (all) => (turned ? [...all].reverse() : all);
  const entries = (given) => order(Object.entries(given ?? {}));
  const assessment = rubric.start({ locale: "en", settings: one.settings, today: one.today });
  const steps = [
    () => { for (const [name, value] of entries(one.answers)) assessment.answer(name, value); },
    () => { for (const [name, items] of Object.entries(one.evidence ?? {})) for (const facts of items) assessment.attach(name, facts); },
    () => { for (const [name, text] of entries(one.comments)) assessment.comment(name, text); },
    () => { for (const [name, value] of entries(one.ratings)) assessment.rate(name, value); },
    () => { for (const { code, row } of one.codes ?? []) assessment.code(code, row); },
    () => { for (const by of overrules(one)) assessment.overrule(by.award, by.to, by); },
  ];
  for (const step of order(steps)) step();
  if (one.close) assessment.close();
  const { outcome } = assessment;
  assessment.dispose();
  return outcome;
}

const overrules = ({ overrule }) => (overrule && Object.keys(overrule).length > 0 ? [overrule] : []);

let cases = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  const vector = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const files = Object.fromEntries(Object.entries(vector.files ?? {}).map(([path, text]) => [path, source(text)]));
  describe(name, () => {
    let compiled;
    const rubric = () => (compiled ??= rubricate.compile(source(vector.rubric), { files }));
    for (const one of vector.cases) {
      cases += 1;
      it(one.name, () => {
        const { ratings = {}, answers, settings, evidence, comments, today, close, codes } = one;
        const scored = rubric().score(ratings, { locale: "en", answers, settings, evidence, comments, today, close, codes, overrule: overrules(one) });
        assert.deepEqual(differences("", one.expect, told(scored)), [], one.by_hand);
        assert.deepEqual(live(rubric(), one, false), scored);
        assert.deepEqual(live(rubric(), one, true), scored);
      });
    }
  });
}
it("has vectors to run", () => assert.ok(cases >= 900, `${cases} cases`));
