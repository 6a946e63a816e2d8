// What a row takes and what it refuses: a refused value names its path and changes nothing.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();
const rubric = rubricate.compile(`rubric t "T" {
  scale m "M" { low 0; mid 1; same 1; high 2.5 }
  criterion a "A" on m
  check c "C"
  number n "N" 0..10 step 0.1
  number free "Free" -100..
  score total = sum of rows
}`);

describe("values that are taken", () => {
  const cases = [
    ["a", "mid", "1"], ["a", "same", "1"], ["a", 2.5, "5/2"], ["a", 0, "0"],
    ["c", true, "1"], ["c", false, "0"], ["c", "met", "1"], ["c", "not met", "0"],
    ["n", 4.9, "49/10"], ["n", "49/10", "49/10"], ["n", "4.9", "49/10"], ["n", "98/20", "49/10"], ["n", 1e-1, "1/10"], ["n", 0, "0"], ["n", 10, "10"],
    ["n", -0, "0"], ["n", 0.1 + 0.2 - 0.30000000000000004 + 0.3, "3/10"],
    ["free", 1e15, "1000000000000000"], ["free", "1/3", "1/3"], ["free", -100, "-100"], ["free", "1e2", "100"], ["free", 1e-7, "1/10000000"], ["free", 0.1, "1/10"],
  ];
  for (const [row, value, exact] of cases) {
    it(`${row}: ${Object.is(value, -0) ? "-0" : JSON.stringify(value)} is ${exact}`, () => {
      const { points, state } = rubric.score({ [row]: value }).rows[row];
      assert.deepEqual([points.exact, state], [exact, "rated"]);
    });
  }
  it("-0 is 0, not a zero of its own", () => {
    const { points } = rubric.score({ n: -0 }).rows.n;
    assert.ok(Object.is(points.value, 0));
    assert.equal(points.text, "0");
  });
});

describe("values that are refused", () => {
  const cases = [
    ["a", "lowest"], ["a", ""], ["a", 1, "two levels are worth 1"], ["a", 7], ["a", NaN], ["a", true], ["a", "__proto__"], ["a", "Low"],
    ["c", 1], ["c", 0], ["c", "yes"], ["c", "true"],
    ["n", NaN], ["n", Infinity], ["n", -Infinity], ["n", 1e400], ["n", "1e400"], ["n", 10.1], ["n", -0.1], ["n", 4.95, "between two steps"], ["n", "1/3"], ["n", "x"], ["n", ""], ["n", " "],
    ["n", "1/0"], ["n", "0/0"], ["n", "1/2/3"], ["n", "0x10"], ["n", true], ["n", "9".repeat(10_000)], ["n", "1e999999"], ["n", 0.1 + 0.2, "0.30000000000000004"],
    ["free", 2 ** 60], ["free", "12345678901234567890"], ["free", `1/${"9".repeat(30)}`],
  ];
  const wrong = [undefined, {}, [], [1], 1n, Symbol("x"), () => 1, new Date(0), { points: "x" }, { leftOut: 1 }, Object("mid")];
  for (const row of ["a", "c", "n"]) for (const value of wrong) cases.push([row, value]);

  for (const [row, value, why = ""] of cases) {
    it(`${row}: ${String(typeof value === "object" ? JSON.stringify(value) : value).slice(0, 30)} (${typeof value}) ${why}`, () => {
      const assessment = rubric.start({ locale: "en" });
      assessment.rate(row, row === "a" ? "mid" : row === "c" ? true : 4);
      const before = assessment.outcome;
      assert.throws(() => assessment.rate(row, value), (error) => {
        assert.equal(error.name, "RubricError", error.stack);
        assert.equal(error.path, `rows.${row}`);
        assert.ok(error.message.length < 300, `${error.message.length} characters`);
        return true;
      });
      assert.equal(assessment.outcome, before, "nothing changes");
      assert.equal(assessment.rate(row, null).rows[0], row, "and the next call works");
    });
  }

  it("a row that is not there, with the rows that are", () => {
    assert.throws(() => rubric.start().rate("b", "mid"), { name: "RubricError", path: "rows.b", message: /its rows are a, c, n/ });
    assert.throws(() => rubric.start().clear("b"), { name: "RubricError", path: "rows.b" });
  });
  it("one wrong value in a whole score", () => {
    assert.throws(() => rubric.score({ a: "mid", n: 11 }), { name: "RubricError", path: "rows.n" });
  });
  for (const ratings of [null, undefined, 5, "a", [1]]) {
    it(`ratings that are ${JSON.stringify(ratings)}`, () => assert.throws(() => rubric.score(ratings), { name: "RubricError" }));
  }
});
