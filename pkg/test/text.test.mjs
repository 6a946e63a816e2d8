// The text of a number: in the reader's locale, and never rounder than the number is.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();
const rubric = rubricate.compile(`rubric t "T" {
  number n "N" 0..
  number k "K" -1..1
  score plain = n + 0
  score share = k * 100%
  award w "W" { yes "Yes" { needs share >= 85% }; otherwise no_ "No" }
}`);
const text = (locale, ratings) => rubric.score(ratings, { locale }).scores;

describe("texts", () => {
  it("in en and de, written out", () => {
    const shown = (locale) => Object.values(text(locale, { n: 1234.5, k: "29/40" })).map((one) => one.text);
    assert.deepEqual(shown("en"), ["1,234.5", "72.5%"]);
    assert.deepEqual(shown("de"), ["1.234,5", "72,5\u00a0%"]);
  });
  for (const locale of ["fr", "de-CH", "ar", "ar-EG", "hi"]) {
    it(`in ${locale}, as Intl writes them there`, () => {
      const scores = text(locale, { n: 1234.5, k: "29/40" });
      assert.equal(scores.plain.text, new Intl.NumberFormat(locale).format(1234.5));
      assert.equal(scores.share.text, new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(0.725));
      assert.deepEqual([scores.share.exact, scores.share.value], ["29/40", 0.725]);
    });
  }
  it("an unknown region is read as its language; what is no language tag is refused", () => {
    assert.equal(text("en-ZZ", { n: 1.5 }).plain.text, "1.5");
    assert.throws(() => text("no locale at all", { n: 1.5 }), { name: "RubricError" });
  });
  it("of no value is empty", () => {
    const { plain } = text("en", {});
    assert.deepEqual([plain.value, plain.exact, plain.text, plain.highest.text], [null, null, "", "∞"]);
  });
});

describe("a text is never rounder than its number", () => {
  // [value, what it must not be shown as]
  const under = ["84999/100000", "849999/1000000", "8499999/10000000", "84999999999/100000000000", "8499999999999/10000000000000", "849/1000"];
  for (const value of under) {
    it(`${value} is not shown as 85%`, () => {
      const outcome = rubric.score({ k: value }, { locale: "en" });
      const { text: shown } = outcome.scores.share;
      assert.notEqual(Number.parseFloat(shown), 85, shown);
      assert.match(shown, /^84\.9/);
      assert.equal(outcome.awards.w.rung, "no_");
      const [{ sentence }] = outcome.awards.w.rungs[0].reasons;
      assert.match(sentence, /84\.9/);
    });
  }
  for (const value of ["85001/100000", "850000001/1000000000", "85000000000001/100000000000000"]) {
    it(`${value} is at least 85%`, () => {
      const outcome = rubric.score({ k: value }, { locale: "en" });
      assert.equal(outcome.awards.w.rung, "yes");
      assert.match(outcome.scores.share.text, /^85/);
    });
  }
  it("below zero too: just above -85% is not shown as -85%", () => {
    for (const value of ["-84999999/100000000", "-8499999999999/10000000000000"]) {
      assert.match(rubric.score({ k: value }, { locale: "en" }).scores.share.text, /^-84\.9/);
    }
  });
  it("near zero: a small share is not shown as 0%", () => {
    // More places than are shown are cut, never rounded up; 0 then stands for less than a millionth.
    assert.equal(rubric.score({ k: "1/100000" }, { locale: "en" }).scores.share.text, "0.001%");
    assert.equal(rubric.score({ k: "99999999999/100000000000" }, { locale: "en" }).scores.share.text, "99.999999%");
  });
  it("a third has two places, a known number no more than it has", () => {
    assert.equal(rubric.score({ k: "1/3" }, { locale: "en" }).scores.share.text, "33.33%");
    assert.equal(rubric.score({ k: "2/3" }, { locale: "en" }).scores.share.text, "66.67%");
    assert.equal(rubric.score({ k: "1/8" }, { locale: "en" }).scores.share.text, "12.5%");
    assert.equal(rubric.score({ k: 1 }, { locale: "en" }).scores.share.text, "100%");
  });
  it("numbers above 2^53 keep their exact text", () => {
    const big = rubricate.compile("rubric t { number a 0..; number b 0..; score s = a * b }");
    const { s } = big.score({ a: 9007199254740991, b: 9007199254740991 }, { locale: "en" }).scores;
    assert.equal(s.exact, String(9007199254740991n ** 2n));
    assert.equal(s.value, Number(9007199254740991n ** 2n));
  });
});
