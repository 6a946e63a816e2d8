// The editor services through the package: offsets in UTF-16, unfinished files,
// and the formatter on random rubrics.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";
import { dice } from "./naive/generate/dice.mjs";
import { generate } from "./naive/generate/rubric.mjs";
import { print } from "./naive/print/print.mjs";

const rubricate = await load();
const folder = new URL("../../www/rubrics/", import.meta.url);
const gallery = readdirSync(folder).filter((name) => name.endsWith(".rubric")).map((name) => readFileSync(new URL(name, folder), "utf8"));

const SOURCE = `rubric r "Ünïcode 😀" { # 😀 before
  scale s "S" { low 0 "Low"; high 1 "High 😀" }
  criterion a "A 😀" on s; criterion b on s
  score t = sum of (a, b)
  award w { x { needs a is at least high and t >= 1 }; otherwise y }
}
`;

describe("an editor", () => {
  it("counts as JavaScript does", () => {
    const at = SOURCE.indexOf("high and");
    assert.deepEqual(rubricate.references(SOURCE, at).map(({ from, to, declared }) => [SOURCE.slice(from, to), declared]), [["high", true], ["high", false]]);
    const hover = rubricate.hover(SOURCE, at);
    assert.equal(SOURCE.slice(hover.from, hover.to), "high");
    assert.equal(hover.text, 'A level of scale s "S", worth 1.');
    assert.deepEqual([hover.declared.line, SOURCE.slice(hover.declared.from, hover.declared.to)], [2, "high"]);
    const [first] = rubricate.complete(SOURCE, at + 1);
    assert.deepEqual(first, { label: "high", kind: "level", insert: "high", from: at, to: at + 1, detail: "High 😀, 1" });
    const [tree] = rubricate.symbols(SOURCE);
    assert.deepEqual(tree.children.map(({ kind, name }) => [kind, name]), [["scale", "s"], ["criterion", "a"], ["criterion", "b"], ["score", "t"], ["award", "w"]]);
    assert.equal(SOURCE.slice(tree.children[1].selection.from, tree.children[1].selection.to), "a");
    const comment = rubricate.tokens(SOURCE).find(({ kind }) => kind === "comment");
    assert.equal(SOURCE.slice(comment.from, comment.to), "# 😀 before");
  });

  it("renames everywhere or says why not", () => {
    const at = SOURCE.indexOf("a \"A");
    const { edits, refused } = rubricate.rename(SOURCE, at, "aim");
    assert.equal(refused, null);
    assert.deepEqual(edits.map(({ from, to, text }) => [SOURCE.slice(from, to), text]), [["a", "aim"], ["a", "aim"], ["a", "aim"]]);
    assert.deepEqual(rubricate.rename(SOURCE, at, "t"), { edits: [], refused: "the name `t` is taken by score t" });
    assert.deepEqual(rubricate.references(SOURCE, 0), []);
    assert.equal(rubricate.hover(SOURCE, SOURCE.length), null);
  });

  it("knows the files that a rubric uses", () => {
    const files = { "shared/scales.rubric": 'rubric shared { # 😀\n  scale mastery "Mastery" { low 0 "Low"; good 1 "Good" }\n}\n' };
    const source = 'rubric r "😀" {\n  use "shared/scales.rubric"\n  criterion aim on mastery\n  award w { x { needs aim is good }; otherwise y }\n}\n';
    const at = source.indexOf("good");
    assert.equal(rubricate.hover(source, at), null);
    const hover = rubricate.hover(source, at, { files });
    const [path] = Object.keys(files);
    assert.deepEqual([hover.title, hover.file, hover.declared.line, hover.declared.column], ['level good "Good"', path, 2, 42]);
    assert.equal(files[path].slice(hover.declared.from, hover.declared.to), "good");
    assert.deepEqual(rubricate.complete(source, at, { files }).slice(0, 2).map(({ label, detail }) => [label, detail]), [["low", "Low, 0"], ["good", "Good, 1"]]);
    assert.deepEqual(rubricate.references(source, at, { files }), [{ from: at, to: at + 4, declared: false }]);
    assert.deepEqual(rubricate.rename(source, at, "fine", { files }), { edits: [], refused: "it is declared in `shared/scales.rubric`; rename it there" });
    const inside = source.indexOf("shared/");
    assert.deepEqual(rubricate.complete(source, inside, { files }), [{ label: path, kind: "file", insert: path, from: inside, to: inside, detail: "" }]);
    assert.equal(rubricate.tokens(source, { files }).find(({ from }) => from === at).kind, "level");
    assert.throws(() => rubricate.hover(source, at, { files: { a: 1 } }), { name: "RubricError", path: "files.a" });
  });

  it("formats, and keeps the comments", () => {
    assert.equal(
      rubricate.format(SOURCE),
      `rubric r "Ünïcode 😀" {  # 😀 before
  scale s "S" { low 0 "Low"; high 1 "High 😀" }
  criterion a "A 😀" on s; criterion b on s
  score t = sum of (a, b)
  award w {
    x { needs a is at least high and t is at least 1 }
    otherwise y
  }
}
`,
    );
  });

  it("knows the words of the language", () => {
    const words = rubricate.keywords();
    assert.ok(words.length > 150);
    for (const { word, meaning } of words) assert.match(`${word}: ${meaning}`, /^[a-z/ ]+: [A-Z].*\.$/);
    assert.equal(new Set(words.map(({ word }) => word)).size, words.length);
  });

  it("refuses what is no text and no offset", () => {
    assert.throws(() => rubricate.format(1), { name: "RubricError", path: "source" });
    for (const offset of [-1, 1.5, "1", Number.NaN]) assert.throws(() => rubricate.complete("", offset), { path: "offset" });
    assert.throws(() => rubricate.rename("", 0, null), { path: "newName" });
    assert.deepEqual(rubricate.complete("", 1e9).map(({ label }) => label), ["rubric", "rubric ..."]);
  });
});

const hashes = (source) => { const rubric = rubricate.compile(source); const found = [rubric.contentHash, rubric.structureHash]; rubric.dispose(); return found; };

describe("the formatter", () => {
  it("keeps the hashes of the gallery and of 80 random rubrics, with comments put in", () => {
    const random = Array.from({ length: 80 }, (_, seed) => print(generate(seed + 1)));
    for (const [index, source] of [...gallery, ...random].entries()) {
      const roll = dice(index + 5);
      const lines = source.split("\n");
      const noisy = lines.map((line, number) => (roll(4) === 0 && !source.includes('"""') ? `${line} # note ${number}` : line)).join("\n");
      const once = rubricate.format(noisy);
      assert.equal(rubricate.format(once), once, noisy);
      assert.deepEqual(hashes(once), hashes(source), noisy);
      assert.deepEqual(once.match(/# note \d+/g), noisy.match(/# note \d+/g), once);
    }
  });
});

const BITS = ["\n", " ", "{", "}", "(", ")", "\"", "#", ";", ",", ".", "is ", "at least ", "tagged ", "😀", "é", "\ud83d", "\r\n", "\t", "\"\"\"", "\\", "%", "1", "of "];

/** Places are whole numbers in the text, and split no pair. */
function fits(text, { from, to }) {
  const whole = (at) => Number.isInteger(at) && at >= 0 && at <= text.length && !(/[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? ""));
  assert.ok(from <= to && whole(from) && whole(to), `${from}..${to} in ${JSON.stringify(text)}`);
}

function walk(text, symbols) {
  for (const { span, selection, children } of symbols) { fits(text, span); fits(text, selection); walk(text, children); }
}

it("edits of real rubrics, character by character, never break an editor", () => {
  const until = performance.now() + Number(process.env.RUBRICATE_EDITOR_MS ?? 8000);
  let rounds = 0;
  for (let seed = 1; performance.now() < until && rounds < 1500; seed += 1) {
    const roll = dice(seed);
    let text = gallery[roll(gallery.length)];
    for (let edit = 0; edit < 6 && performance.now() < until; edit += 1, rounds += 1) {
      const at = roll(text.length + 1);
      text = roll(2) ? text.slice(0, at) + BITS[roll(BITS.length)] + text.slice(at) : text.slice(0, at) + text.slice(at + 1 + roll(3));
      const from = performance.now();
      for (const { span, labels } of rubricate.check(text)) { fits(text, span); for (const label of labels) fits(text, label.span); }
      const offset = roll(4) ? at : roll(text.length + 1);
      for (const found of rubricate.complete(text, offset)) fits(text, found);
      const hover = rubricate.hover(text, offset);
      if (hover) { fits(text, hover); if (hover.declared) fits(text, hover.declared); }
      for (const found of rubricate.references(text, offset)) fits(text, found);
      for (const found of rubricate.rename(text, offset, "quite_new").edits) fits(text, found);
      walk(text, rubricate.symbols(text));
      let end = 0;
      for (const token of rubricate.tokens(text)) { fits(text, token); assert.ok(token.from >= end && token.to > token.from); end = token.to; }
      const once = rubricate.format(text);
      assert.equal(rubricate.format(once), once);
      assert.ok(performance.now() - from < 5000, "it hangs");
    }
  }
  assert.ok(rounds > 15, `only ${rounds} edits`);
});
