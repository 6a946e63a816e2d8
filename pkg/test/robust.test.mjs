// A hundred thousand wrong calls, ten thousand sessions, a memory that is ruined, a stack that runs over, two copies:
// what comes after them is right.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as glue from "../dist/engine/rubricate.js";
import { load, RubricError, RubricFault } from "../dist/node.js";
import { data, full, PDF, SOURCE } from "./given.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const rubricate = await load();
const NAMES = ["low", "mid", "high"];
/** a and b are worth 2 points each: the places of their levels over 4. */
const BY_HAND = ["0", "1/4", "1/2", "3/4", "1"];

/** A thousand scorings, each known by hand. */
function thousand(rubric, count = 1000) {
  for (let turn = 0; turn < count; turn += 1) {
    const [a, b] = [turn % 3, Math.floor(turn / 3) % 3];
    assert.equal(rubric.score({ a: NAMES[a], b: NAMES[b] }).scores.total.exact, BY_HAND[a + b]);
  }
}

describe("100,000 wrong calls", () => {
  it("each refused, and then a right one is right", () => {
    const cyclic = {};
    cyclic.self = cyclic;
    const getter = Object.defineProperty({}, "id", { enumerable: true, get: () => { throw new Error("mine"); } });
    const proxy = new Proxy({}, { get: () => { throw new Error("mine"); }, ownKeys: () => { throw new Error("mine"); } });
    const BAD = [undefined, Number.NaN, Infinity, -1, 1e300, 2 ** 53 + 2, 1n, Symbol("x"), () => 1, {}, [], cyclic, getter, proxy, new Date(0), new Map(), Object.create(null), "__proto__", "constructor", "", "\ud800", "x".repeat(5000), new Uint8Array(3)];
    const rubric = rubricate.compile(SOURCE);
    const one = full(rubric);
    const [before, plain] = [one.outcome, data(one)];
    const gone = rubric.start();
    gone.dispose();
    const CALLS = [
      (bad) => one.rate("a", bad), (bad) => one.rate("c", bad), (bad) => one.rate("n", bad), (bad) => one.rate(bad, "high"), (bad) => one.rate("rich", bad),
      (bad) => one.answer("stage", bad), (bad) => one.answer("begun", bad), (bad) => one.answer(bad, 1), (bad) => one.comment(bad, "so"), (bad) => one.comment("c", `so ${typeof bad}`),
      (bad) => one.attach("plan", { id: "x", kind: "pdf", pages: typeof bad === "number" && bad > 0 ? -bad : typeof bad }), (bad) => one.attach(bad, PDF), (bad) => one.detach("plan", bad), (bad) => one.write(bad, "so"),
      (bad) => one.overrule("badge", bad ?? "gold", { by: "reviewer", reason: "so" }), (bad) => one.overrule(bad, "earned"), (bad) => one.code(bad), (bad) => one.clearCode(bad ?? "x"),
      (bad) => one.notApplicable("c", typeof bad), (bad) => one.explain(bad), (bad) => one.steps("badge", bad), (bad) => one.save({ at: bad ?? 1 }),
      (bad) => gone.rate("a", bad), () => gone.outcome, (bad) => rubricate.check(typeof bad === "string" ? 1 : bad), (bad) => rubricate.compare(bad === null ? 1 : typeof bad === "string" ? 1 : bad, SOURCE),
      (bad) => rubricate.complete(SOURCE, typeof bad === "number" && bad > 0 ? -bad : bad ?? null), (bad) => rubricate.rename(SOURCE, 22, typeof bad === "string" ? 1 : bad), (bad) => rubricate.format(typeof bad === "string" ? 1 : bad),
    ];
    // These begin something before they refuse it, and take a hundred times as long.
    const LONG = [
      (bad) => rubric.score({ a: bad ?? 7 }), (bad) => rubric.score({ [typeof bad === "string" ? bad : "zz"]: 1 }),
      (bad) => rubric.start({ locale: bad ?? 1 }), (bad) => rubric.start({ today: bad ?? 1 }), (bad) => rubric.start({ saved: bad ?? 1 }), (bad) => rubric.start({ rater: bad ?? 1 }), (bad) => rubric.start({ evidence: { plan: [{ ...PDF, pages: typeof bad }] } }),
      (bad) => rubricate.compile(bad), (bad) => rubricate.compile("rubric t { check a; score s = b }", { files: typeof bad === "object" ? {} : bad }), (bad) => rubricate.compare(typeof bad === "string" ? bad : "rubric", SOURCE),
    ];
    const taken = new Set();
    for (let turn = 0; turn < 100_000; turn += 1) {
      const kinds = turn % 50 === 0 ? LONG : CALLS;
      const step = turn % 50 === 0 ? turn / 50 : turn;
      const call = kinds[step % kinds.length];
      const bad = BAD[Math.floor(step / kinds.length) % BAD.length];
      try {
        call(bad);
        taken.add(`${call} of ${typeof bad === "string" ? JSON.stringify(bad.slice(0, 20)) : typeof bad}`);
      } catch (error) {
        if (!(error instanceof RubricError) || error instanceof RubricFault) assert.fail(`${call}: ${error.stack}`);
      }
    }
    assert.deepEqual([...taken], []);
    assert.equal(one.outcome, before);
    assert.deepEqual(data(one), plain);
    // `rich` is met when a is high.
    assert.deepEqual(one.rate("a", "mid").rows, ["a", "rich"]);
    // b is left out: 1 of 2 points.
    assert.equal(one.outcome.scores.total.exact, "1/2");
    thousand(rubric, 100);
  });
});

/** Runs a script with what collects garbage, and gives what it says. */
const alone = (code) => JSON.parse(execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", `
  import { load } from ${JSON.stringify(pathToFileURL(join(dist, "node.js")).href)};
  import * as glue from ${JSON.stringify(pathToFileURL(join(dist, "engine", "rubricate.js")).href)};
  const SOURCE = ${JSON.stringify(SOURCE)};
  const rubricate = await load();
  const rest = () => new Promise((done) => setTimeout(done, 0));
  const measured = async () => { for (let turn = 0; turn < 4; turn += 1) { gc(); await rest(); } return { pages: glue.engine_memory().buffer.byteLength / 65536, heap: process.memoryUsage().heapUsed }; };
  ${code}`], { encoding: "utf8" }));

describe("memory is flat", () => {
  const WORK = 'const use = (rubric) => { const one = rubric.start({ locale: "en", answers: { late: 1 }, evidence: { plan: [{ id: "f1", kind: "pdf", pages: 2 }] } }); one.rate("a", "high"); one.rate("n", 5); one.write("words_", "four words of it"); one.undo(); if (one.outcome.rows.a.level !== "high") throw new Error("wrong"); return one; };';
  const WAYS = {
    "over 10,000 sessions that are disposed of": 'const rubric = rubricate.compile(SOURCE); for (let n = 0; n < count; n += 1) use(rubric).dispose();',
    "over 2,000 sessions that nobody holds any more": 'const rubric = rubricate.compile(SOURCE); for (let n = 0; n < count; n += 1) { use(rubric); if (n % 100 === 0) { gc(); await rest(); } }',
    "over 2,000 scorings in one call": 'const rubric = rubricate.compile(SOURCE); for (let n = 0; n < count; n += 1) rubric.score({ a: "high", n: 3 }, { locale: "en" });',
    "over rubrics that are disposed of, with what is open": 'for (let n = 0; n < count / 20; n += 1) { const rubric = rubricate.compile(SOURCE); const one = use(rubric); rubric.dispose(); one.dispose(); }',
    "over rubrics that nobody holds any more": 'for (let n = 0; n < count / 20; n += 1) { use(rubricate.compile(SOURCE)); gc(); await rest(); }',
  };
  for (const [name, way] of Object.entries(WAYS)) {
    const count = /10,000/.test(name) ? 10_000 : 2000;
    it(name, () => {
      const { early, late } = alone(`${WORK} const run = async (count) => { ${way} }; await run(${count / 4}); const early = await measured(); await run(${count}); const late = await measured(); console.log(JSON.stringify({ early, late }));`);
      assert.equal(late.pages, early.pages, "pages of the engine");
      assert.ok(late.heap - early.heap < 1 << 20, `the heap grew by ${late.heap - early.heap} bytes`);
    });
  }
});

/** Makes nonsense of everything the engine remembers: every pointer, every length. */
const ruin = () => new Uint8Array(glue.engine_memory().buffer).fill(0xff);

describe("a trap", () => {
  it("of a ruined memory leaves drafts as they were, and the next thousand scorings right", () => {
    const rubric = rubricate.compile(SOURCE);
    const other = rubricate.compile(SOURCE);
    const [one, two] = [full(rubric), full(other)];
    const [before, saved] = [data(one), one.save()];
    const calls = [() => one.explain("total"), () => one.steps("badge", "top"), () => one.write("words_", "other words than before"), () => rubric.score({ a: "low" }), () => rubricate.check(SOURCE), () => rubricate.compile(SOURCE), () => rubricate.format(SOURCE), () => rubric.start({ locale: "en" }).rate("a", "low")];
    for (const call of calls) {
      ruin();
      assert.throws(call, (error) => error instanceof RubricFault && error.cause !== null && /started anew/.test(error.message), String(call));
      for (const each of [one, two]) {
        assert.deepEqual(data(each), before, String(call));
        assert.deepEqual(each.save(), saved);
      }
      thousand(rubric, call === calls[0] ? 1000 : 50);
      // Both go on as one that was never in trouble.
      const fresh = full(rubric);
      for (const each of [fresh, one, two]) {
        assert.deepEqual(each.rate("a", "mid").scores, ["total", "late_total"]);
        assert.deepEqual(data(each).scores, data(fresh).scores);
      }
      for (const each of [fresh, one, two]) each.undo();
    }
    one.dispose();
    two.dispose();
  });
});

describe("two copies", () => {
  const folder = mkdtempSync(join(tmpdir(), "rubricate-copies-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  it("of two versions live side by side, and a fault of one is none of the other", async () => {
    cpSync(dist, join(folder, "dist"), { recursive: true });
    symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"), "junction");
    const own = JSON.parse(readFileSync(join(dist, "..", "package.json"), "utf8"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ ...own, version: "0.9.9" }));
    writeFileSync(join(folder, "dist", "load.js"), readFileSync(join(dist, "load.js"), "utf8").replace(/VERSION = "[^"]+"/, 'VERSION = "0.9.9"'));
    const copy = await import(pathToFileURL(join(folder, "dist", "node.js")));
    const other = await copy.load();
    assert.notEqual(other, rubricate);
    assert.deepEqual([rubricate.version, other.version], ["0.1.0", "0.9.9"]);
    const [here, there] = [rubricate.compile(SOURCE), other.compile(SOURCE)];
    const [one, two] = [full(here), full(there)];
    const { engine: _, ...plain } = data(one);
    ruin();
    // The copy does not notice, before the fault is met and after it.
    two.rate("a", "mid");
    two.rate("a", "high");
    assert.throws(() => one.rate("a", "mid"), RubricFault);
    for (const each of [one, two]) {
      const { engine, ...rest } = data(each);
      assert.deepEqual(rest, plain);
    }
    assert.equal(two.outcome.engine, "0.9.9");
    // Documents go from one to the other; objects do not.
    const back = here.start({ saved: two.save(), locale: "en" });
    assert.deepEqual([back.restored.change, back.restored.recorded.engine], ["same", "0.9.9"]);
    assert.throws(() => rubricate.compare(there, here), { name: "RubricError", path: "old" });
    assert.throws(() => two.rate("a", "none"), (error) => error.name === "RubricError" && error.path === "rows.a" && !(error instanceof RubricError));
    thousand(here, 100);
    thousand(there, 100);
  });
});

describe("loading again", () => {
  it("after everything was disposed of goes on with the same engine", async () => {
    const rubric = rubricate.compile(SOURCE);
    const one = full(rubric);
    const saved = one.save();
    one.dispose();
    rubric.dispose();
    const again = await load();
    assert.equal(again, rubricate);
    const fresh = again.compile(SOURCE);
    assert.deepEqual(fresh.start({ saved }).save(), saved);
    thousand(fresh, 100);
  });
});
