// Telling: languages, translations, the order of advice, and that what is told
// is never stale: after any edit it is what a fresh assessment would say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();
const forms = rubricate.compile(readFileSync(new URL("./sentences/forms.rubric", import.meta.url), "utf8"));
const data = (value) => JSON.parse(JSON.stringify(value));

describe("the language of sentences", () => {
  const rubric = rubricate.compile(`rubric t { criterion a "A" { levels { low 0 "Low"; high 1 "High" } }; award w "W" { y "Yes" { needs a is high }; otherwise n } }`);
  const said = (locale) => rubric.score({}, { locale }).awards.w.rungs[0].reasons[0].sentence;
  for (const locale of ["es", "es-MX", "es-419", "ES-es", "es-Latn-AR"]) it(`${locale} is Spanish`, () => assert.equal(said(locale), "A debe tener el nivel High: aún está sin valorar"));
  for (const locale of ["en", "en-GB", "de", "est", "fr-CA", "ar-EG", "und"]) it(`${locale} is told in English`, () => assert.equal(said(locale), "A must be High: it is not rated yet"));
  it("what is no language tag is refused", () => assert.throws(() => rubric.start({ locale: "es_MX!" }), { name: "RubricError", path: "locale" }));
  it("numbers are the reader's, words the catalogue's", () => {
    const plain = rubricate.compile('rubric t { number k "K" 0..1; score s "S" = k * 100%; award w { y { needs s is at least 85.5% }; otherwise n } }');
    const one = (locale) => plain.score({ k: "0.725" }, { locale }).awards.w.rungs[0].reasons[0].sentence;
    assert.equal(one("en"), "S must be at least 85.5%: it is 72.5%, 13 points short");
    assert.equal(one("es"), "S debe ser como mínimo 85,5\u00a0%: es 72,5\u00a0%, faltan 13 puntos");
    assert.equal(one("de"), "S must be at least 85,5\u00a0%: it is 72,5\u00a0%, 13 points short");
    assert.equal(plain.score({ k: "0.845" }, { locale: "en" }).awards.w.rungs[0].reasons[0].sentence, "S must be at least 85.5%: it is 84.5%, 1 point short");
    assert.equal(plain.score({ k: "0.845" }, { locale: "es" }).awards.w.rungs[0].reasons[0].sentence, "S debe ser como mínimo 85,5\u00a0%: es 84,5\u00a0%, falta 1 punto");
  });
});

describe("translations", () => {
  const rubric = rubricate.compile(`rubric homework "Homework" {
    language "en"
    ask stage "Stage" { first "First year"; later "Later" }
    scale s "S" { low 0 "Low"; high 1 "High" }
    part work "Work" { criterion a "Aim" on s { low "Nothing yet." }; criterion sheet 1..2 "Sheet {number}" on s }
    criterion own "Own" { levels { weak 0 "Weak"; strong 1 "Strong" } }
    evidence plan "Plan"
    award w "Award" { y "Yes" { needs every criterion in work is high; needs own is strong; needs stage is later; needs plan is complete }; otherwise n "No" }
    translate "es" { homework "Deberes"; work "Trabajo"; a "Objetivo"; a.low "Nada aún."; sheet "Hoja {number}"; s.high "Alto"; own.strong "Fuerte"; stage "Etapa"; stage.later "Después"; plan "El plan de clase"; w "Premio"; w.y "Sí" }
    translate "es-AR" { a "Propósito" }
  }`);
  it("stand in the outline, and what is missing is as it was", () => {
    const es = rubric.outlineIn("es-ES");
    assert.deepEqual([es.title, es.parts[0].label, es.awards[0].label, es.awards[0].rungs[0].label, es.awards[0].otherwise.label], ["Deberes", "Trabajo", "Premio", "Sí", "No"]);
    assert.deepEqual(es.rows.map(({ label }) => label), ["Objetivo", "Hoja 1", "Hoja 2", "Own"]);
    assert.deepEqual(es.rows[0].levels.map(({ label, descriptor }) => [label, descriptor]), [["Low", "Nada aún."], ["Alto", null]]);
    assert.deepEqual(es.rows[3].levels.map(({ label }) => label), ["Weak", "Fuerte"]);
    assert.deepEqual([es.asks[0].label, es.asks[0].choices[1].label, es.evidence[0].label], ["Etapa", "Después", "El plan de clase"]);
    assert.deepEqual(rubric.outlineIn("es-AR").rows.map(({ label }) => label), ["Propósito", "Sheet 1", "Sheet 2", "Own"]);
    assert.equal(rubric.outlineIn("en-GB"), rubric.outline);
    assert.equal(rubric.outlineIn("fr"), rubric.outline);
    assert.throws(() => rubric.outlineIn(7), { name: "RubricError", path: "locale" });
  });
  it("are what an outcome shows and says", () => {
    const { awards, evidence } = rubric.score({ a: "low", own: "weak" }, { locale: "es", answers: { stage: "first" } });
    assert.deepEqual(awards.w.rungs[0].reasons.map(({ sentence }) => sentence), [
      "Todos los criterios de Trabajo deben tener el nivel Alto: 3 de 3 aún no lo cumplen: Objetivo (Low), Hoja 1 (sin valorar) y Hoja 2 (sin valorar)",
      "Own debe tener el nivel Fuerte: tiene el nivel Weak",
      "Etapa debe ser «Después»: la respuesta es «First year»",
      "El plan de clase debe estar al completo: aún no lo está",
    ]);
    assert.equal(evidence.slots.plan.findings[0].sentence, "Aún no se ha añadido nada a tu plan de clase; debe tener exactamente 1.");
  });
  it("change no result and no hash", () => {
    const [en, es] = ["en", "es"].map((locale) => rubric.score({ a: "low" }, { locale }));
    assert.deepEqual([es.awards.w.rung, es.awards.w.state, es.contentHash, es.rows.a.level], [en.awards.w.rung, en.awards.w.state, en.contentHash, en.rows.a.level]);
  });
});

describe("advice", () => {
  const row = (name, low, middle) => `criterion ${name} "${name}" on m { low "." advise "${low}"; mid "." advise "${middle}" }`;
  const rubric = rubricate.compile(`rubric t {
    scale m { low 0; mid 1; high 2; top 3 }
    ${row("a", "a low", "a mid")}
    ${row("b", "b low", "b mid {total}")}
    ${row("c", "c low", "c mid")}
    score total "Total" = percent of criteria
    award w { best { needs second; needs a is top }; second { needs b is at least high; needs c is at least high }; otherwise none }
    advise "You have {total}." when total is below 90%
  }`);
  const of = (ratings, options = {}) => rubric.score(ratings, { locale: "en", ...options }).advice.map(({ text }) => text);
  it("on rows that are short for the nearest rung comes first, the furthest away before the others", () => {
    // `second` is nearest: c is two levels short, b one; a is not asked for by it.
    assert.deepEqual(of({ a: "low", b: "mid", c: "low" }), ["c low", "b mid 11.11%", "a low", "You have 11.11%."]);
    assert.deepEqual(of({ a: "low", b: "mid", c: "mid" }), ["b mid 22.22%", "c mid", "a low", "You have 22.22%."]);
  });
  it("of the next rung once that is earned, and in order of the file where nothing is short", () => {
    assert.deepEqual(of({ a: "mid", b: "high", c: "high" }), ["a mid", "You have 55.56%."]);
    const plain = rubricate.compile('rubric t { scale m { low 0; mid 1 }; criterion a "A" on m { low "." advise "1" }; criterion b "B" on m { low "." advise "2" }; award w { y { needs a is at least low }; otherwise n } }');
    assert.deepEqual(plain.score({ a: "low", b: "low" }).advice.map(({ text }) => text), ["1", "2"]);
  });
  it("is never more than the reader asked for", () => {
    const ratings = { a: "low", b: "mid", c: "low" };
    assert.deepEqual(of(ratings, { advice: 2 }), ["c low", "b mid 11.11%"]);
    assert.deepEqual(of(ratings, { advice: 0 }), []);
    assert.deepEqual(of(ratings, { advice: 9 }).length, 4);
    for (const wrong of [-1, 1.5, "2", Number.NaN]) assert.throws(() => rubric.start({ advice: wrong }), { name: "RubricError", path: "advice" });
  });
  it("shows values in the reader's locale", () => assert.equal(of({ b: "mid" }, { locale: "es" })[1], "You have 11,11\u00a0%–77,78\u00a0%."));
  it("says when it comes in another order, and only then", () => {
    const plain = rubricate.compile(`rubric t { scale m { low 0; mid 1; high 2 }
      criterion a "A" on m { low "." advise "1" }; criterion b "B" on m { low "." advise "2" }; check c "C"
      award w { top { needs every criterion is high; needs c }; fair { needs b is at least mid; needs c }; otherwise n } }`);
    const one = plain.start({ locale: "en" });
    const texts = () => one.outcome.advice.map(({ text }) => text);
    assert.equal(one.rate("a", "low").advice, true);
    assert.equal(one.rate("b", "low").advice, true);
    assert.deepEqual(texts(), ["2", "1"]);
    const { advice } = one.outcome;
    assert.equal(one.rate("c", true).advice, false);
    assert.equal(one.outcome.advice, advice);
    assert.equal(one.rate("b", "mid").advice, true);
    assert.deepEqual(texts(), ["1"]);
    one.dispose();
  });
});

describe("what is told is never stale", () => {
  /** The same sequence every time. */
  function dice(seed) {
    let state = seed;
    return (sides) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % sides;
  }
  for (const [seed, options] of [[1, {}], [2, { advice: 2 }], [3, { locale: "es" }], [4, { advice: 1 }]]) {
    it(`over 120 edits, seed ${seed}`, () => {
      const roll = dice(seed);
      const common = { locale: "en", today: "2025-08-01", ...options };
      const one = forms.start(common);
      const given = { ratings: {}, answers: {}, comments: {} };
      const rows = forms.outline.rows;
      const answers = { stage: ["first_year", "experienced", null], late: [0, 2, 5, null], handed_in: ["2025-08-01", "2025-09-05", null], team: [true, false, null], years: [0, 3, null] };
      for (let edit = 0; edit < 120; edit += 1) {
        const before = one.outcome;
        let change;
        if (roll(4) === 0) {
          const names = Object.keys(answers);
          const name = names[roll(names.length)];
          given.answers[name] = answers[name][roll(answers[name].length)];
          change = one.answer(name, given.answers[name]);
        } else if (roll(8) === 0) {
          given.comments.aim = given.comments.aim ? "" : "So.";
          change = one.comment("aim", given.comments.aim);
        } else {
          const row = rows[roll(rows.length)];
          const values = row.kind === "criterion" ? row.levels.map(({ name }) => name) : row.kind === "check" ? [true, false] : [0, 2, 5, 8];
          given.ratings[row.name] = roll(6) === 0 ? null : values[roll(values.length)];
          change = one.rate(row.name, given.ratings[row.name]);
        }
        const after = one.outcome;
        const answered = Object.fromEntries(Object.entries(given.answers).filter(([, value]) => value !== null));
        assert.deepEqual(data(after), data(forms.score(given.ratings, { ...common, answers: answered, comments: given.comments })), `edit ${edit}`);
        for (const kind of ["awards", "results", "rows", "scores"]) {
          const moved = Object.keys(after[kind]).filter((name) => JSON.stringify(after[kind][name]) !== JSON.stringify(before[kind][name]));
          for (const name of moved) assert.ok(change[kind].includes(name), `edit ${edit}: ${kind}.${name} moved unsaid`);
        }
        assert.equal(change.advice, JSON.stringify(after.advice) !== JSON.stringify(before.advice), `edit ${edit}: advice`);
      }
      one.dispose();
    });
  }
});
