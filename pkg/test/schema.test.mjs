// The published schemas hold for what the package gives, all of it, and for
// nothing that lacks a member, has one too many, or says two things at once.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { load } from "../dist/node.js";
import { data, PDF, SOURCE } from "./given.mjs";

const rubricate = await load();
const folder = new URL("../schema/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
const [outcome, diagnostics] = ["outcome-1.json", "diagnostics-1.json"].map((name) => ajv.compile(read(name)));
const plain = (one) => JSON.parse(JSON.stringify(one));
const source = (written) => (Array.isArray(written) ? written.join("\n") : written);

function holds(valid, one, about) {
  assert.ok(valid(plain(one)), `${about}: ${JSON.stringify(valid.errors?.slice(0, 5))}`);
}

describe("the schema of an outcome", () => {
  it("holds for every vector, in two languages", () => {
    const vectors = new URL("../../tests/vectors/", import.meta.url);
    let count = 0;
    for (const name of readdirSync(vectors).filter((file) => file.endsWith(".json"))) {
      const vector = JSON.parse(readFileSync(new URL(name, vectors), "utf8"));
      const files = Object.fromEntries(Object.entries(vector.files ?? {}).map(([path, text]) => [path, source(text)]));
      const rubric = rubricate.compile(source(vector.rubric), { files });
      for (const { name: title, ratings = {}, answers, settings, evidence, comments, today, close, codes, overrule } of vector.cases) {
        const by = overrule && Object.keys(overrule).length > 0 ? [overrule] : [];
        for (const locale of ["en", "es"]) holds(outcome, rubric.score(ratings, { locale, answers, settings, evidence, comments, today, close, codes, overrule: by }), `${name}: ${title}`);
        count += 1;
      }
    }
    assert.ok(count >= 600, `${count} cases`);
  });
  const rubric = rubricate.compile(SOURCE);
  const one = rubric.start({ locale: "en", evidence: { plan: [PDF, { ...PDF, id: "f2", pages: 9 }] }, rater: { id: "ann", role: "peer" } });
  one.rate("a", "high");
  const full = data(one);
  it("holds for what is open, closed and overruled", () => {
    holds(outcome, full, "open");
    one.overrule("badge", "earned", { by: "reviewer", reason: "seen" });
    one.close();
    holds(outcome, one.outcome, "closed");
    assert.ok(full.evidence.slots.plan.findings.length > 2);
  });
  it("fails without any of its members, and with a stranger in any object", () => {
    const objects = (at, path = "") => (at === null || typeof at !== "object" ? [] : [...(Array.isArray(at) ? [] : [[path, at]]), ...Object.entries(at).flatMap(([name, inner]) => objects(inner, `${path}/${name}`))]);
    const records = /^\/(scores|results|awards|rows|evidence\/slots)$/;
    const optional = new Set(["asks", "evidence", "short", "overruled"]);
    let count = 0;
    for (const [path, at] of objects(full)) {
      if (records.test(path)) continue;
      for (const name of Object.keys(at)) {
        if ((optional.has(name) && path !== "") || /\/data(\/|$)/.test(path)) continue;
        const { [name]: gone } = at;
        delete at[name];
        assert.equal(outcome(full), false, `without ${path}/${name}`);
        at[name] = gone;
        count += 1;
      }
      at.stranger = 1;
      assert.equal(outcome(full), false, `a stranger in ${path || "/"}`);
      delete at.stranger;
    }
    assert.ok(outcome(full));
    assert.ok(count > 150, `${count} members`);
  });
  it("fails for what contradicts itself", () => {
    const wrong = (change) => {
      const copy = structuredClone(full);
      change(copy);
      assert.equal(outcome(copy), false, String(change));
    };
    wrong((one) => { one.scores.total.state = "known"; });
    wrong((one) => { one.scores.total.value = 0.5; });
    wrong((one) => { one.scores.total.lowest.exact = "2/"; });
    wrong((one) => { one.scores.total.lowest.exact = "0.5"; });
    wrong((one) => { one.rows.a.state = "done"; });
    wrong((one) => { one.progress.rated = -1; });
    wrong((one) => { one.contentHash = "x"; });
    wrong((one) => { one.closed = null; });
  });
});

describe("the schema of diagnostics", () => {
  const wrong = new URL("wrong/", import.meta.url);
  const sources = readdirSync(wrong).filter((name) => name.endsWith(".rubric")).map((name) => [name, readFileSync(new URL(name, wrong), "utf8")]);
  it("holds for every wrong file, with what is proved", () => {
    let count = 0;
    for (const [name, text] of [...sources, ["nothing", ""], ["one mark", "\u0000"], ["too deep", "(".repeat(1000)]]) {
      const found = rubricate.check(text);
      holds(diagnostics, found, name);
      count += found.length;
    }
    assert.ok(count >= 60, `${count} diagnostics`);
  });
  it("holds for what an error carries", () => {
    assert.throws(() => rubricate.compile("rubric t { check a; score s = b }"), (error) => {
      holds(diagnostics, error.diagnostics, "an error");
      return error.diagnostics.length > 0;
    });
  });
  it("fails without any member, and with a stranger", () => {
    const [one] = plain(rubricate.check("rubric t { check done; score s = doen }"));
    for (const name of Object.keys(one)) {
      const { [name]: _, ...rest } = one;
      assert.equal(diagnostics([rest]), false, name);
    }
    assert.equal(diagnostics([{ ...one, more: 1 }]), false);
    assert.equal(diagnostics([{ ...one, code: "203" }]), false);
    assert.equal(diagnostics([{ ...one, severity: "fatal" }]), false);
    assert.equal(diagnostics([{ ...one, fixes: [{ ...one.fixes[0], edits: [] }] }]), false);
    assert.equal(diagnostics(one), false);
    assert.ok(diagnostics([one]));
  });
});
