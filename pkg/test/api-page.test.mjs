// The API reference: it is fresh, and nothing public is missing from it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { page, reference, silent } from "../scripts/api.mjs";

const text = readFileSync(page, "utf8");
const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** The part of the page that is about an entry, or about one name in it. */
function part(entry, name) {
  const section = text.split(/^## /m).find((one) => one.startsWith(`${entry}\n`)) ?? "";
  return name === undefined ? section : (section.split(/^### /m).find((one) => one.startsWith(`${name}\n`)) ?? "");
}

/** What is told of a type, and of those it extends. */
function withBases(name) {
  const own = part("rubricate", name);
  const bases = [...(/^A (?:class|record) with what (.*) has/m.exec(own)?.[1] ?? "").matchAll(/\[(\w+)\]/g)].map(([, base]) => withBases(base));
  return [own, ...bases].join("\n");
}

describe("the API reference", () => {
  it("is fresh", () => assert.equal(text, reference().text, "run node pkg/scripts/api.mjs"));

  it("has every entry of the package that is code to import", () => {
    const wanted = Object.keys(exports).filter((entry) => !/json|wasm|script$/.test(entry)).map((entry) => `rubricate${entry.slice(1)}`);
    assert.deepEqual(reference().entries.map(({ entry }) => entry).sort(), wanted.sort());
  });

  for (const entry of ["rubricate", "rubricate/worker", "rubricate/evidence", "rubricate/codemirror"]) {
    it(`tells everything that ${entry} exports when it runs, and every member of its classes`, async () => {
      const found = await import(entry);
      const missing = [];
      for (const [name, value] of Object.entries(found)) {
        const told = part(entry, name);
        if (!told && !part(entry).includes(`[${name}](#`)) missing.push(name);
        if (typeof value !== "function" || !/^class\b/.test(String(value)) || !told) continue;
        for (const member of Object.getOwnPropertyNames(value.prototype)) if (member !== "constructor" && !told.includes(`| \`${member}`)) missing.push(`${name}.${member}`);
      }
      assert.deepEqual(missing, []);
    });
  }

  it("tells every member of what the engine gives, as it runs", async () => {
    const { load } = await import("rubricate");
    const rubricate = await load();
    const rubric = rubricate.compile('rubric t { evidence e { accepts pdf } check a; score s = a; award w { x { needs a } otherwise y } }');
    const assessment = rubric.start();
    const wanted = {
      Outcome: assessment.outcome, RowOutcome: assessment.outcome.rows.a, ScoreOutcome: assessment.outcome.scores.s, AwardOutcome: assessment.outcome.awards.w, Rung: assessment.outcome.awards.w.rungs[0],
      Outline: rubric.outline, OutlineRow: rubric.outline.rows[0], Change: assessment.rate("a", true), Saved: assessment.save(), Explanation: assessment.explain("s"), Steps: assessment.steps("w", "x"),
      Diagnostic: rubricate.check("")[0], Hover: rubricate.hover("rubric r { check a }", 18), Completion: rubricate.complete("", 0)[0],
    };
    const missing = Object.entries(wanted).flatMap(([name, value]) => Object.keys(value).filter((member) => !new RegExp(`\\| \`${member}\\??:`).test(withBases(name))).map((member) => `${name}.${member}`));
    assert.deepEqual(missing, []);
  });

  it("has no link that leads nowhere", () => {
    const taken = new Map();
    const anchors = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
      const plain = heading.toLowerCase().replace(/[^\w-]/g, "");
      const before = taken.get(plain) ?? 0;
      taken.set(plain, before + 1);
      return before === 0 ? plain : `${plain}-${before}`;
    }));
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link);
    assert.ok(links.length > 200);
    assert.deepEqual([...new Set(links)].filter((link) => !anchors.has(link)), []);
  });

  it("says something of nearly everything", () => {
    // So few are left that a new one is noticed.
    assert.ok(silent().length <= 24, `${silent().length}: ${silent().join(" ")}`);
  });
});
