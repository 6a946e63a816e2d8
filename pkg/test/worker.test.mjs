// The engine in a worker: it says what the engine says on the page, whatever is cancelled on the way, and whether the
// engine fails, the worker dies, or nothing happens.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { Worker } from "node:worker_threads";
import { load, RubricError, RubricFault } from "../dist/node.js";
import { RemoteRubricate } from "../dist/worker/client.js";
import { connect } from "../dist/worker/node.js";
import { randomEdit } from "./edits.mjs";
import { data, PDF, SOURCE } from "./given.mjs";
import { dice } from "./naive/generate/dice.mjs";

const rubricate = await load();
const plain = (one) => JSON.parse(JSON.stringify(one));

/** A worker that can be broken: `ruin`, `die` and `mute` are for the tests. */
async function breakable() {
  const seats = [];
  let mute = false;
  const open = (hear, failed) => {
    const worker = new Worker(new URL("worker/breaking.mjs", import.meta.url), { stderr: true });
    worker.on("message", (answer) => hear(answer));
    worker.on("error", (error) => failed(error.message));
    worker.on("exit", () => failed("it was ended"));
    seats.push(worker);
    // One that is mute has heard nothing: as one that is busy for ever.
    return { post: (asked) => { if (!mute) worker.postMessage(asked); }, busy: (on) => (on ? worker.ref() : worker.unref()), end: () => void worker.terminate() };
  };
  const remote = await new RemoteRubricate(open, undefined).begin();
  const tell = (what) => seats.at(-1).postMessage(what);
  return { remote, started: () => seats.length, ruin: () => tell({ ruin: true }), die: (how) => tell({ die: how }), mute: (on) => { mute = on; } };
}

const remote = await connect();
after(() => remote.dispose());

describe("a worker", () => {
  it("has every member of the surface", async () => {
    const rubric = rubricate.compile(SOURCE);
    const far = await remote.compile(SOURCE);
    const members = (one) => new Set([...Object.keys(one), ...Object.getOwnPropertyNames(Object.getPrototypeOf(one))]);
    const hidden = ["handle", "row", "scoreAll", "digest", "rowAt", "edits", "hashOf", "layout", "source"];
    const farther = await far.start();
    for (const [near, away] of [[rubricate, remote], [rubric, far], [rubric.start(), farther]]) {
      const missing = [...members(near)].filter((name) => !hidden.includes(name) && !members(away).has(name) && !(name === "version" && near === rubric));
      assert.deepEqual(missing, []);
    }
    assert.equal(remote.version, rubricate.version);
  });
  it("says of a source what the engine says", async () => {
    const faulty = 'rubric t { check done; score s = doen }';
    assert.deepEqual(await remote.check(faulty), rubricate.check(faulty));
    assert.deepEqual(await remote.check(SOURCE, { prove: false }), rubricate.check(SOURCE, { prove: false }));
    assert.deepEqual(await remote.format(SOURCE), rubricate.format(SOURCE));
    assert.deepEqual(await remote.complete(SOURCE, 40), rubricate.complete(SOURCE, 40));
    assert.deepEqual(await remote.hover(SOURCE, 22), rubricate.hover(SOURCE, 22));
    assert.deepEqual(await remote.symbols(SOURCE), rubricate.symbols(SOURCE));
    assert.deepEqual(await remote.references(SOURCE, 22), rubricate.references(SOURCE, 22));
    assert.deepEqual(await remote.rename(SOURCE, 22, "time"), rubricate.rename(SOURCE, 22, "time"));
    assert.deepEqual(await remote.tokens(SOURCE), rubricate.tokens(SOURCE));
    assert.deepEqual(await remote.keywords(), rubricate.keywords());
    assert.deepEqual(await remote.compare(SOURCE, SOURCE.replace("50%", "60%")), rubricate.compare(SOURCE, SOURCE.replace("50%", "60%")));
    const far = await remote.compile(SOURCE);
    assert.deepEqual(await remote.compare(far, SOURCE), rubricate.compare(SOURCE, SOURCE));
    const near = rubricate.compile(SOURCE);
    assert.deepEqual([plain(far.outline), far.contentHash, far.structureHash, plain(far.diagnostics)], [plain(near.outline), near.contentHash, near.structureHash, plain(near.diagnostics)]);
    assert.deepEqual(await far.score({ a: "high", b: 1 }, { locale: "en" }), near.score({ a: "high", b: 1 }, { locale: "en" }));
    assert.deepEqual(await far.outlineIn("es"), near.outlineIn("es"));
    far.dispose();
    far.dispose();
    await assert.rejects(far.start(), { name: "RubricError", message: "this rubric was disposed of" });
  });
  it("refuses with the same errors", async () => {
    const far = await remote.compile(SOURCE);
    const near = rubricate.compile(SOURCE);
    const [one, other] = [await far.start({ locale: "en" }), near.start({ locale: "en" })];
    for (const [method, ...args] of [["rate", "a", "good"], ["rate", "n", 7.3], ["rate", "zzz", 1], ["answer", "late", 99], ["attach", "plan", {}], ["detach", "plan", "x"], ["overrule", "badge", "top"], ["explain", "zzz"], ["steps", "badge", "zzz"], ["save", { at: "now" }]]) {
      let said;
      assert.throws(() => other[method](...args), (error) => ((said = error), true));
      await assert.rejects(one[method](...args), (error) => {
        assert.ok(error instanceof RubricError);
        assert.deepEqual([error.name, error.message, error.path], [said.name, said.message, said.path]);
        return true;
      });
    }
    await assert.rejects(remote.compile("rubric t { check done; score s = doen }"), (error) => error instanceof RubricError && error.diagnostics[0].code === "R203");
    await assert.rejects(one.rate("a", () => 1), { name: "RubricError", path: "rate", message: /cannot be sent to a worker/ });
    await assert.rejects(one.rate("a", Symbol("x")), { name: "RubricError" });
    await assert.rejects(remote.check(7), { name: "RubricError", path: "source" });
    one.dispose();
    one.dispose();
    await assert.rejects(one.rate("a", "high"), { name: "RubricError", message: /disposed/ });
    await assert.rejects(one.outcome, { name: "RubricError", message: /disposed/ });
  });
  it("keeps the order of calls, and members of an outcome that did not change", async () => {
    const far = await remote.compile(SOURCE);
    const one = await far.start({ locale: "en" });
    void one.rate("a", "low");
    const early = one.outcome;
    void one.rate("a", "high");
    const late = one.outcome;
    const [before, after_] = [await early, await late];
    assert.deepEqual([before.rows.a.level, after_.rows.a.level], ["low", "high"]);
    assert.equal(before.rows.b, after_.rows.b);
    assert.equal(before.evidence, after_.evidence);
    assert.equal(await one.outcome, after_, "nothing changed");
    assert.ok(Object.isFrozen(after_) && Object.isFrozen(after_.rows) && Object.isFrozen(after_.rows.a.points));
    assert.equal(Object.getPrototypeOf(after_.rows), null);
    assert.equal(after_.rows.constructor, undefined);
  });
  it("tells of edits, and gives what was given", async () => {
    const far = await remote.compile(SOURCE);
    const [one, other] = [await far.start({ locale: "es" }), rubricate.compile(SOURCE).start({ locale: "es" })];
    const heard = [];
    const end = one.onChange(({ rows }) => heard.push(rows));
    await one.rate("a", "low");
    await one.undo();
    await assert.rejects(one.rate("a", "none"));
    end();
    await one.rate("a", "high");
    other.rate("a", "high");
    // `rich` is worked out from a.
    assert.deepEqual(heard, [["a", "rich"], ["a", "rich"]]);
    assert.deepEqual(await one.given, other.given);
    assert.deepEqual(plain(one.outline), plain(other.outline));
    assert.equal(one.rubric, far);
  });
  it("takes what is given as it is at the time", async () => {
    const far = await remote.compile(SOURCE);
    const one = await far.start();
    const facts = { ...PDF };
    const edit = one.attach("plan", facts);
    facts.pages = 99;
    await edit;
    assert.equal((await one.save()).evidence.plan[0].pages, 2);
  });
});

/** Random edits, the same to an assessment here and to one in a worker; what each said. */
async function alike(seed, far, between = async () => {}) {
  const roll = dice(seed);
  const near = rubricate.compile(SOURCE);
  const options = { locale: "en", today: "2025-08-01" };
  const [one, other] = [await far.start(options), near.start(options)];
  for (let count = 0; count < 120; count += 1) {
    const edit = roll(5) === 0 ? { name: roll(3) ? "undo" : "redo", given: [] } : randomEdit(roll, near.outline);
    let wanted;
    try {
      wanted = other[edit.name](...edit.given);
    } catch (error) {
      wanted = error;
    }
    await between(count, one);
    const got = await one[edit.name](...edit.given).catch((error) => error);
    if (wanted instanceof Error) assert.equal(got.message, wanted.message, edit.title);
    else assert.deepEqual(got, plain(wanted), edit.title);
    if (count % 10 === 0) assert.deepEqual(plain(await one.outcome), data(other), edit.title);
    assert.deepEqual([one.canUndo, one.canRedo], [other.canUndo, other.canRedo]);
  }
  assert.deepEqual(plain(await one.outcome), data(other));
  assert.deepEqual(plain(await one.save()), plain(other.save()));
  // All the way back and forth again.
  for (const turn of ["undo", "redo"]) {
    for (let count = 0; count < 130; count += 1) assert.deepEqual(await one[turn](), plain(other[turn]()));
    assert.deepEqual(plain(await one.outcome), data(other));
  }
  one.dispose();
}

describe("random edits in a worker", () => {
  it("do what they do on the page", async () => {
    const far = await remote.compile(SOURCE);
    for (let seed = 1; seed <= 8; seed += 1) await alike(seed, far);
  });
  it("and again where the engine traps, the thread dies, or is stopped in between", async () => {
    const { remote: weak, started, ruin, die } = await breakable();
    const far = await weak.compile(SOURCE);
    const roll = dice(7);
    let faults = 0;
    for (let seed = 11; seed <= 14; seed += 1) {
      await alike(seed, far, async (count, one) => {
        if (count % 30 !== 29) return;
        const how = roll(3);
        if (how === 0) {
          ruin();
          await assert.rejects(one.explain("total"), (error) => error instanceof RubricFault && /started anew/.test(error.message));
        } else {
          die(how === 1 ? "throw" : "exit");
          await assert.rejects(weak.check(SOURCE), (error) => error instanceof RubricFault && /came to an end/.test(error.message));
        }
        faults += 1;
      });
    }
    assert.equal(faults, 16);
    assert.ok(started() > 5, `${started()} threads`);
    weak.dispose();
  });
});

describe("a fault in a worker", () => {
  it("leaves drafts as they were, and the next thousand scorings right", async () => {
    const { remote: weak, ruin, die } = await breakable();
    const far = await weak.compile(SOURCE);
    const one = await far.start({ locale: "en", evidence: { plan: [PDF] }, comments: { a: "so" } });
    await one.rate("a", "mid");
    await one.save({ at: "2025-08-01T09:30:00Z" });
    const [before, saved] = [plain(await one.outcome), await one.save()];
    for (const harm of [ruin, () => die("throw")]) {
      harm();
      await assert.rejects(far.score({ a: "low" }), RubricFault);
      assert.deepEqual(plain(await one.outcome), before);
      assert.deepEqual(await one.save(), saved);
      const names = ["low", "mid", "high"];
      // a and b are worth 2 points each: the places of their levels over 4.
      for (let turn = 0; turn < 1000; turn += 1) {
        const [a, b] = [turn % 3, Math.floor(turn / 3) % 3];
        const { exact } = (await far.score({ a: names[a], b: names[b] })).scores.total;
        assert.equal(exact, ["0", "1/4", "1/2", "3/4", "1"][a + b]);
      }
    }
    weak.dispose();
  });
  it("that loads nothing is said, and each later call tries again", async () => {
    await assert.rejects(connect({ module: new Uint8Array([1, 2, 3]) }), { name: "RubricLoadError", path: "module", message: /^the engine could not be loaded: (?!the engine)/ });
    await assert.rejects(connect({ module: 7 }), { name: "RubricError", path: "module" });
    const module = await WebAssembly.compile((await import("node:fs")).readFileSync(new URL("../dist/engine/rubricate_bg.wasm", import.meta.url)));
    const one = await connect({ module });
    assert.deepEqual(await one.check("rubric r { check c; score s = c }"), []);
    one.dispose();
    await assert.rejects(one.format(""), { name: "RubricError", message: /disposed/ });
  });
});

describe("a call that is taken back", () => {
  const reason = (signal) => (error) => error === signal.reason;
  it("before it is made, is not made", async () => {
    const far = await remote.compile(SOURCE);
    const one = await far.start();
    const signal = AbortSignal.abort();
    await assert.rejects(one.rate("a", "high", { signal }), reason(signal));
    assert.equal((await one.outcome).rows.a.state, "unanswered");
  });
  it("while it waits, is not made, and what waits behind it is", async () => {
    const far = await remote.compile(SOURCE);
    const one = await far.start();
    const control = new AbortController();
    const calls = [one.rate("a", "low"), one.rate("a", "high", { signal: control.signal }), one.rate("n", 5)];
    control.abort();
    await assert.rejects(calls[1], reason(control.signal));
    await Promise.all([calls[0], calls[2]]);
    const { rows } = await one.outcome;
    assert.deepEqual([rows.a.level, rows.n.points.exact], ["low", "5"]);
  });
  it("while it runs, ends with its worker; everything else stands as it stood", async () => {
    const { remote: weak, started, mute } = await breakable();
    const far = await weak.compile(SOURCE);
    const one = await far.start({ locale: "en" });
    for (const level of ["low", "high", "mid"]) await one.rate("a", level);
    await one.undo();
    const before = plain(await one.outcome);
    mute(true);
    const control = new AbortController();
    const stuck = weak.check(SOURCE, { signal: control.signal });
    const behind = one.explain("total");
    setTimeout(() => { mute(false); control.abort(new Error("too slow")); }, 20);
    await assert.rejects(stuck, { message: "too slow" });
    assert.equal((await behind).value.lowest.exact, before.scores.total.lowest.exact);
    assert.equal(started(), 2);
    assert.deepEqual(plain(await one.outcome), before);
    await one.redo();
    assert.equal((await one.outcome).rows.a.level, "mid");
    assert.equal(one.canRedo, false);
    // A timeout is a signal like another.
    mute(true);
    const late = weak.compile(SOURCE, { signal: AbortSignal.timeout(20) });
    setTimeout(() => mute(false), 30);
    await assert.rejects(late, { name: "TimeoutError" });
    assert.equal((await one.explain("a")).value.lowest.exact, "1");
    assert.equal(started(), 3);
    weak.dispose();
  });
  it("leaves no rubric and no assessment behind when it came to an end in time", async () => {
    const { remote: weak, started } = await breakable();
    for (let turn = 0; turn < 20; turn += 1) {
      const control = new AbortController();
      const call = weak.compile(SOURCE, { signal: control.signal });
      setImmediate(() => control.abort());
      await call.then((far) => far.dispose(), (error) => assert.equal(error, control.signal.reason));
    }
    assert.equal((await (await weak.compile(SOURCE)).score({ a: "high", b: "low" })).scores.total.exact, "1/2");
    assert.equal(started(), 1);
    weak.dispose();
  });
});

describe("what a worker is given again", () => {
  it("stays short over many edits, with all of its undo", async () => {
    const { remote: weak, die } = await breakable();
    const far = await weak.compile(SOURCE);
    const near = rubricate.compile(SOURCE);
    const [one, other] = [await far.start({ locale: "en", settings: { pass: "60%" } }), near.start({ locale: "en", settings: { pass: "60%" } })];
    for (let count = 0; count < 4000; count += 1) {
      const value = (count % 21) / 2;
      other.rate("n", value);
      await one.rate("n", value);
    }
    assert.ok([...one.again()].length <= 3003, `${[...one.again()].length} calls`);
    await one.save();
    die("exit");
    await assert.rejects(weak.check(SOURCE), RubricFault);
    assert.deepEqual(plain(await one.outcome), data(other));
    for (let count = 0; count < 1001; count += 1) assert.deepEqual(await one.undo(), plain(other.undo()));
    assert.deepEqual(plain(await one.outcome), data(other));
    assert.equal(one.canUndo, other.canUndo);
    // The last undo found nothing to take back, in another worker neither.
    die("exit");
    await assert.rejects(weak.check(SOURCE), RubricFault);
    assert.deepEqual(plain(await one.outcome), data(other));
    assert.deepEqual(await one.redo(), plain(other.redo()));
    assert.deepEqual(plain(await one.outcome), data(other));
    weak.dispose();
  });
  it("keeps what was restored and whether it was accepted", async () => {
    const { remote: weak, die } = await breakable();
    const old = rubricate.compile(SOURCE).start();
    old.rate("a", "high");
    const saved = old.save({ at: "2025-08-01T09:30:00Z" });
    const far = await weak.compile(SOURCE.replace("50%", "60%").replace("check c \"Consent\" { comment none }", "check c \"Consent\" { weight 3; comment none }"));
    const one = await far.start({ saved });
    assert.deepEqual([one.restored.change, one.restored.accepted], ["comparable", false]);
    die("exit");
    await assert.rejects(weak.check(SOURCE), RubricFault);
    assert.equal((await one.save()).rubric.structureHash, saved.rubric.structureHash);
    await one.accept();
    assert.equal(one.restored.accepted, true);
    await one.save({ at: "2025-09-01T09:30:00Z" });
    die("exit");
    await assert.rejects(weak.check(SOURCE), RubricFault);
    const now = await one.save();
    assert.deepEqual([now.rubric.structureHash, now.times], [far.structureHash, { first: "2025-08-01T09:30:00Z", last: "2025-09-01T09:30:00Z" }]);
    // A rubric that is let go lives on in what is open of it.
    far.dispose();
    await weak.format(SOURCE);
    die("exit");
    await assert.rejects(weak.check(SOURCE), RubricFault);
    assert.equal((await one.outcome).rows.a.level, "high");
    weak.dispose();
  });
});
