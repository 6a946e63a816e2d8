// Files that mean harm: each is answered within a second of processor time,
// with a diagnostic or a rubric, and the next call on the same instance is right.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();
const LIMIT_MS = 1000;
const MIB = 1 << 20;
const HEAD = "rubric t {\n  scale m { low 0; high 1 }\n  criterion x on m\n  check c\n";
const SOUND = `${HEAD}  score s = sum of rows\n}`;

/** A sound file behind every hostile one: the instance still works. */
function stillRight() {
  assert.deepEqual(rubricate.check(SOUND), []);
  const rubric = rubricate.compile(SOUND);
  assert.equal(rubric.score({ x: "high", c: true }).scores.s.exact, "2");
  rubric.dispose();
}

/** The diagnostics, in time. Processor time: another job on the machine is not the engine's fault. */
function answered(source) {
  const from = process.cpuUsage();
  const found = rubricate.check(source);
  const { user, system } = process.cpuUsage(from);
  const took = (user + system) / 1000;
  for (const { code, message, span } of found) {
    assert.match(code, /^R\d{3}$/);
    assert.notEqual(code, "R009", message);
    assert.ok(span.from >= 0 && span.from <= span.to && span.to <= source.length, JSON.stringify(span));
  }
  stillRight();
  assert.ok(took < LIMIT_MS, `took ${took.toFixed(0)} ms`);
  // What was proved of a sound file took its part of the time; the rest is about the text.
  return found.map(({ code }) => code).filter((code) => code < "R405");
}

const score = (text) => `${HEAD}  score s = ${text}\n}`;
const need = (text) => `${HEAD}  award w { yes { needs ${text} }; otherwise no_ }\n}`;
const rows = (count) => `${HEAD}${Array.from({ length: count - 2 }, (_, index) => `  criterion r${index} on m\n`).join("")}  score s = sum of criteria\n}`;

describe("nesting", () => {
  for (const [open, close] of ["()", "{}", "[]"]) {
    for (const depth of [300, 100_000]) {
      it(`${depth} of ${open}${close}`, () => assert.ok(answered(score(`${open.repeat(depth)}1${close.repeat(depth)}`)).length > 0));
      it(`${depth} of ${open}, never closed`, () => assert.ok(answered(score(open.repeat(depth))).length > 0));
      it(`${depth} of ${close}, never opened`, () => assert.ok(answered(score(close.repeat(depth))).length > 0));
    }
  }
  it("63 brackets in the rubric's own are the last that pass", () => {
    assert.deepEqual(answered(score(`${"(".repeat(63)}1${")".repeat(63)}`)), []);
    assert.deepEqual(answered(score(`${"(".repeat(64)}1${")".repeat(64)}`)), ["R002"]);
  });
  it("10,000 parts in parts", () => assert.deepEqual(answered(`rubric t {${"part p {".repeat(10_000)}${"}".repeat(10_001)}`), ["R002"]));
  it("1,000 `if` in `if`", () => assert.deepEqual(answered(score(`${"if c then 1 else ".repeat(1000)}1`)), ["R002"]));
  it("40 `if` in `if` pass", () => assert.deepEqual(answered(score(`${"if c then 1 else ".repeat(40)}1`)), []));
  it("100,000 `not`", () => answered(need(`${"not ".repeat(100_000)}c`)));
  it("100,000 `-`", () => answered(score(`${"- ".repeat(100_000)}1`)));
});

describe("size", () => {
  for (const unit of ["(", "{", "[", "\"", "#", ";", " ", "\n", "a", "a;", "1+", "é", "😀", "\0"]) {
    it(`1 MiB of ${JSON.stringify(unit)}`, () => assert.ok(answered(unit.repeat(MIB / Buffer.byteLength(unit))).length > 0));
  }
  it("1 MiB and a byte", () => assert.deepEqual(answered(`${SOUND}${" ".repeat(MIB + 1 - SOUND.length)}`), ["R001"]));
  it("1 MiB to the byte", () => assert.deepEqual(answered(`${SOUND}${" ".repeat(MIB - SOUND.length)}`), []));
  it("5,000 rows", () => assert.deepEqual(answered(rows(5000)), []));
  it("5,001 rows", () => assert.deepEqual(answered(rows(5001)), ["R003"]));
  it("400 KB on one line", () => assert.deepEqual(answered(`rubric t { about "${"x".repeat(400_000)}"; check c }`), []));
  it("400 KB of statements on one line", () => answered(`rubric t { ${Array.from({ length: 4000 }, (_, index) => `check c${index} "${"x".repeat(80)}"; `).join("")} }`));
  it("100,000 operators", () => assert.deepEqual(answered(score(`${"1+".repeat(100_000)}1`)), ["R003"]));
  it("40,000 operators pass", () => assert.deepEqual(answered(score(`${"1+".repeat(40_000)}1`)), []));
  it("100,000 `and`", () => assert.deepEqual(answered(need(`${"c and ".repeat(100_000)}c`)), ["R003"]));
  it("130,000 members in a list", () => assert.deepEqual(answered(score(`sum of (${"x, ".repeat(130_000)}x)`)), ["R003"]));
  it("65 levels on a scale", () => {
    const levels = Array.from({ length: 65 }, (_, index) => `l${index} ${index}`).join("; ");
    assert.ok(answered(`rubric t { scale m { ${levels} }; criterion x on m }`).length > 0);
  });
  it("3,000 scores in a row, each of the next", () => {
    const scores = Array.from({ length: 3000 }, (_, index) => `  score s${index} = s${index + 1}\n`).join("");
    assert.deepEqual(answered(`${HEAD}${scores}  score s3000 = x\n}`), []);
  });
  it("3,000 scores in a ring", () => {
    const scores = Array.from({ length: 3000 }, (_, index) => `  score s${index} = s${(index + 1) % 3000}\n`).join("");
    assert.ok(answered(`${HEAD}${scores}}`).includes("R207"));
  });
});

describe("numbers", () => {
  it("10,000 digits", () => assert.deepEqual(answered(score("9".repeat(10_000))), ["R307"]));
  it("10,000 decimals", () => assert.deepEqual(answered(score(`0.${"9".repeat(10_000)}`)), ["R307"]));
  it("a product too long to be exact", () => assert.deepEqual(answered(score(`x * ${"1.1 * ".repeat(1000)}1`)), ["R307"]));
  it("squares of squares", () => {
    const scores = Array.from({ length: 300 }, (_, index) => `  score s${index + 1} = s${index} * s${index}\n`).join("");
    assert.deepEqual(answered(`${HEAD}  score s0 = 2 + x\n${scores}}`), ["R307"]);
  });
  it("a rating that makes it too long is refused and changes nothing", () => {
    const rubric = rubricate.compile("rubric t { number n 0..; number k 0..; score s = n * n * k }");
    const assessment = rubric.start();
    assessment.rate("n", 9007199254740991);
    const before = assessment.outcome;
    assert.throws(() => assessment.rate("k", 9007199254740991), { name: "RubricError", path: "rows.k" });
    assert.deepEqual(assessment.outcome, before);
    assessment.rate("k", 2);
    // Above 2^53: the exact text comes from the engine, by BigInt here.
    assert.equal(assessment.outcome.scores.s.exact, String(9007199254740991n ** 2n * 2n));
    rubric.dispose();
  });
});

describe("text", () => {
  it("a lone surrogate", () => {
    for (const text of ["\ud800", "\udc00", `rubric t "\ud800" { check c }`, `${HEAD} score \udfff = 1 }`]) answered(text);
  });
  it("NUL", () => assert.ok(answered(`${HEAD}\0  score s = 1\n}`).length > 0));
  it("names of members every object has", () => {
    // `__proto__` begins with no letter, so it is no name; the others are.
    assert.deepEqual(answered("rubric constructor { check constructor; check toString; check hasOwnProperty }"), []);
    assert.ok(answered("rubric t { check __proto__ }").length > 0);
  });
  it("200 rounds of random bytes, seeded", () => {
    let seed = 42;
    const next = (below) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % below;
    const pieces = [..."(){}[]\";#,.%+-*/<>=!\n 19é😀“–", "rubric", "scale", "score", "sum of", "every", "criteria", "is", "at least", "needs", "award", "if", "then", "\u0000", "\\u{1F600}", '"""'];
    for (let round = 0; round < 200; round += 1) {
      const bytes = Buffer.from(Array.from({ length: next(2000) }, () => next(256)));
      answered(bytes.toString(round % 2 ? "utf8" : "latin1"));
      answered(Array.from({ length: next(300) }, () => pieces[next(pieces.length)]).join(round % 3 ? " " : ""));
      const at = next(SOUND.length);
      answered(SOUND.slice(0, at) + pieces[next(pieces.length)] + SOUND.slice(at + next(4)));
    }
  });
  it("what is no text is refused", () => {
    for (const source of [undefined, null, 1, {}, [], Symbol("x")]) {
      assert.throws(() => rubricate.check(source), { name: "RubricError" });
      assert.throws(() => rubricate.compile(source), { name: "RubricError" });
    }
    stillRight();
  });
});
