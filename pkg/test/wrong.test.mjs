// Deliberately wrong rubrics, each with everything the compiler says of it, as
// `rubricate check` prints it, and with what is left when every mend on offer is
// taken. The texts are read and approved by people: `UPDATE=1 node --test
// pkg/test/wrong.test.mjs` writes them anew, and `git diff` shows what changed.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { frame } from "../dist/cli/frame.js";
import { load } from "../dist/node.js";

const rubricate = await load();
/** What is wrong, without what is proved of a sound rubric. */
const check = (source) => rubricate.check(source, { prove: false });
const folder = new URL("wrong/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".rubric")).sort();

/** What is wrong with these is the rubric, not the file: it is proved. */
const PROVED = ["unreachable_award.rubric", "weights_over_all.rubric"];
const said = (name, source) => rubricate.check(source, { prove: PROVED.includes(name) });

/** The source with the first mend of every finding, from the last place to the first. */
function mended(source, found) {
  const edits = found.flatMap((one) => one.fixes.slice(0, 1).flatMap((fix) => fix.edits));
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), source);
}

/** What is left when all mends are taken, again and again while they change something. */
function afterMends(source) {
  let text = source;
  for (let round = 0; round < 8; round += 1) {
    const next = mended(text, rubricate.check(text, { prove: false }));
    if (next === text) break;
    text = next;
  }
  return text;
}

/** A sentence with its data put in, as a host would do it. */
const filled = ({ key, data }) => data.reduce((text, piece) => text.replace("{}", () => piece), key);

describe("wrong rubrics", () => {
  it("are told as data too, from which the sentences follow", () => {
    const keys = new Set();
    for (const name of names) {
      for (const one of said(name, readFileSync(new URL(name, folder), "utf8"))) {
        assert.equal(filled(one.said), one.message);
        assert.equal(filled(one.advised), one.help);
        for (const label of one.labels) assert.equal(filled(label.said), label.message);
        for (const fix of one.fixes) assert.equal(filled(fix.said), fix.title);
        keys.add(one.said.key);
      }
    }
    // A host can translate by the key: no name of a rubric stands in one.
    for (const key of keys) assert.doesNotMatch(key, /purpose|consent|badge|mastery|totl|proficient/);
    assert.ok(keys.size >= 35, `${keys.size} keys`);
  });
  it("are many", () => assert.ok(names.length >= 60, `${names.length} files`));
  for (const name of names) {
    it(name.replace(".rubric", "").replaceAll("_", " "), () => {
      const source = readFileSync(new URL(name, folder), "utf8");
      const found = said(name, source);
      assert.ok(found.length > 0, "nothing is said");
      const after = afterMends(source);
      const left = said(name, after);
      const offered = found.every((one) => one.fixes.length > 0);
      if (offered) assert.deepEqual(left.map((one) => one.message), [], "every finding has a mend, and something is left");
      const end = after === source ? "" : left.length === 0 ? "With the mends taken there is nothing to mend.\n" : `With the mends taken there is left: ${left.map((one) => one.message).join("; ")}\n`;
      const told = `${found.map((one) => `${frame(source, name, one)}\n\n`).join("")}${end}`;
      const path = new URL(name.replace(".rubric", ".txt"), folder);
      if (process.env.UPDATE) writeFileSync(path, told);
      assert.equal(told, readFileSync(path, "utf8"));
    });
  }
});
