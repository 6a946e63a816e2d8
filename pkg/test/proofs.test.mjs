// What is proved of a sound rubric: when it is said, and with which witness.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();

/** Two rows of at most 2 points each: nobody has 5, and everybody has 0. */
const SOURCE = `rubric t "T" {
  scale s "S" { low 0; mid 1; high 2 }
  ask early yes/no default no
  criterion a "A" on s
  criterion b "B" on s
  score total "Total" = sum of criteria
  award badge "Badge" {
    gold "Gold" { needs total is at least 5 }
    silver "Silver" { needs total is at least 0; needs a is at least low or early }
    otherwise none "None"
  }
}
`;

describe("proofs", () => {
  const found = rubricate.check(SOURCE);

  it("are given by check, each with its place", () => {
    const told = found.map(({ code, severity, span }) => [code, severity, SOURCE.slice(span.from, span.to)]);
    assert.deepEqual(told, [["R405", "warning", "gold"], ["R406", "warning", "silver"]]);
  });

  it("are asked for by true, and left out by false", () => {
    assert.deepEqual(rubricate.check(SOURCE, { prove: true }), found);
    assert.deepEqual(rubricate.check(SOURCE, { prove: false }), []);
  });

  it("are neither given nor in the way when a rubric is compiled", () => {
    const rubric = rubricate.compile(SOURCE);
    assert.equal(rubric.score({ a: "low", b: "low" }).awards.badge.rung, "silver");
    rubric.dispose();
  });

  it("say nothing beside an error", () => {
    const wrong = SOURCE.replace("sum of criteria", "sum of critria");
    assert.deepEqual(rubricate.check(wrong).map(({ code }) => code), ["R203"]);
  });

  it("name the bound that rules a rung out", () => {
    const [gold] = found;
    assert.deepEqual(gold.witness, []);
    assert.equal(gold.labels[0].message, "this is between 0 and 4, compared with 5");
  });

  it("have a witness that shows it, in the words of an example", () => {
    const [, silver] = found;
    assert.deepEqual(silver.witness, [{ name: "a", value: "low" }, { name: "b", value: "low" }, { name: "early", value: "no" }]);
    const lines = silver.witness.map(({ name, value }) => `${name} ${value}`).join("; ");
    const tested = SOURCE.replace(/\}\n$/, `  example "Witness" { ${lines}; expects badge is silver }\n}\n`);
    assert.deepEqual(rubricate.check(tested, { prove: false }), []);
  });

  it("refuse a `prove` that is no truth value", () => {
    for (const prove of [1, "yes", {}, []]) {
      assert.throws(() => rubricate.check(SOURCE, { prove }), { name: "RubricError", path: "prove" });
    }
    assert.deepEqual(rubricate.check(SOURCE, { prove: null }), found);
  });
});
