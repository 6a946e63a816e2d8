// The CodeMirror language without a page: the tree that is made of the engine's
// tokens, and what CodeMirror makes of it. What needs a page is tried in Chromium.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, describe, it } from "node:test";
import { CompletionContext } from "@codemirror/autocomplete";
import { foldable, getIndentation, LanguageSupport, matchBrackets, syntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { formatRubric, rubric, rubricCompletions, rubricLanguage } from "../dist/codemirror/index.js";
import { lineChanges } from "../dist/codemirror/format.js";
import { marked, said } from "../dist/codemirror/diagnostics.js";
import { load } from "../dist/node.js";
import { dice } from "./naive/generate/dice.mjs";

const rubricate = await load();
const folder = new URL("../../www/rubrics/", import.meta.url);
const gallery = readdirSync(folder).filter((name) => name.endsWith(".rubric")).map((name) => readFileSync(new URL(name, folder), "utf8"));

const SOURCE = `rubric r "R" {  # first
  scale m { low 0; high 1 }
  criterion a "A" on m {
    tags core
    low "Nothing."
  }
  score s = round sum of (
    a, a
  ) to nearest 1
  award w { x { needs a is high }; otherwise y }
}
`;
const state = (doc, options) => EditorState.create({ doc, extensions: rubric(rubricate, options) });
const classes = tagHighlighter([
  { tag: tags.keyword, class: "keyword" }, { tag: tags.variableName, class: "name" }, { tag: tags.atom, class: "level" }, { tag: tags.labelName, class: "tag" },
  { tag: tags.string, class: "string" }, { tag: tags.number, class: "number" }, { tag: tags.lineComment, class: "comment" }, { tag: tags.operator, class: "operator" },
  { tag: tags.brace, class: "brace" }, { tag: tags.paren, class: "paren" }, { tag: tags.separator, class: "separator" },
]);
function painted(doc, line) {
  const found = [];
  const { from, to } = EditorState.create({ doc }).doc.line(line);
  highlightTree(syntaxTree(state(doc)), classes, (start, end, style) => start >= from && end <= to && found.push(`${style}:${doc.slice(start, end)}`));
  return found.join(" ");
}

describe("the language", () => {
  it("colours what the engine tells apart", () => {
    assert.equal(painted(SOURCE, 1), 'keyword:rubric name:r string:"R" brace:{ comment:# first');
    assert.equal(painted(SOURCE, 2), "keyword:scale name:m brace:{ level:low number:0 separator:; level:high number:1 brace:}");
    assert.equal(painted(SOURCE, 4), "keyword:tags tag:core");
    assert.equal(painted(SOURCE, 10), "keyword:award name:w brace:{ level:x brace:{ keyword:needs name:a keyword:is level:high brace:} separator:; keyword:otherwise level:y brace:}");
  });

  it("folds blocks and brackets", () => {
    const now = state(SOURCE);
    const folded = (line) => {
      const { from, to } = now.doc.line(line);
      const range = foldable(now, from, to);
      return range && SOURCE.slice(range.from, range.to);
    };
    assert.equal(folded(3), '\n    tags core\n    low "Nothing."\n  ');
    assert.equal(folded(7), "\n    a, a\n  ");
    assert.equal(folded(4), null);
  });

  it("indents as the formatter does", () => {
    const now = state(SOURCE);
    const at = (line) => getIndentation(now, now.doc.line(line).from);
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(at), [0, 2, 2, 4, 4, 2, 2, 4, 2, 2, 0]);
    const going = state("rubric r {\n  score s = a\n    + b\n  score t =\na\n  field \"A\",\n\"B\"\n}\n");
    assert.deepEqual([5, 7, 8].map((line) => getIndentation(going, going.doc.line(line).from)), [4, 4, 0]);
  });

  it("keeps the indent of every line of the gallery that begins a statement", () => {
    let lines = 0;
    for (const source of gallery) {
      const now = state(rubricate.format(source));
      for (let number = 1; number <= now.doc.lines; number += 1) {
        const line = now.doc.line(number);
        // Lines that go on, comments and long texts are set by hand.
        if (!/^\s*[a-z}][^"]*/.test(line.text) || /^\s*(?:and|or|then|else|when|message)\b/.test(line.text)) continue;
        const before = number > 1 ? now.doc.line(number - 1).text : "";
        if (/[,=+*/(-]\s*$|\b(?:and|or|then|else|when)\s*$/.test(before) || (syntaxTree(now).resolveInner(line.from, -1).name === "String")) continue;
        assert.equal(getIndentation(now, line.from), /^\s*/.exec(line.text)[0].length, `${number}: ${line.text}`);
        lines += 1;
      }
    }
    assert.ok(lines > 800, `only ${lines} lines`);
  });

  it("matches brackets, and lives with those that match nothing", () => {
    const now = state(SOURCE);
    const open = SOURCE.indexOf("{");
    assert.deepEqual(matchBrackets(now, open, 1).end, { from: SOURCE.lastIndexOf("}"), to: SOURCE.lastIndexOf("}") + 1 });
    for (const text of ["rubric r { scale s {", "}}} rubric", "rubric r { ( } )", "", "(((", '"never closed']) {
      const tree = syntaxTree(state(text));
      assert.equal(tree.length, text.length);
    }
  });

  it("moves the colours of a very long text along while it is written, and reads it when it rests", async () => {
    const [now, text] = [performance.now, 'rubric r {\n  check a "A"\n  check b\n}\n'];
    let clock = 0;
    performance.now = () => (clock += 100); // Every reading takes 100 ms.
    try {
      const before = state(text);
      const at = text.indexOf("check b");
      const words = ({ state: { doc }, tree = syntaxTree(before) }) => { const all = []; tree.iterate({ enter: ({ name, from, to, node }) => { if (!node.firstChild && node.parent) all.push(`${name} ${doc.sliceString(from, to)}`); } }); return all; };
      const after = before.update({ changes: { from: at, insert: "number " } }).state;
      const moved = words({ state: after, tree: syntaxTree(after) });
      assert.deepEqual(moved, ["Keyword rubric", "Name r", "{ {", "Keyword check", "Name a", 'String "A"', "Keyword check", "Name b", "} }"]);
      await new Promise((resolve) => setTimeout(resolve, 250));
      const rested = after.update({ changes: { from: at, insert: " " } }).state;
      assert.ok(words({ state: rested, tree: syntaxTree(rested) }).includes("Keyword number"));
    } finally {
      performance.now = now;
    }
  });

  it("always has a tree that covers the text, whatever is written", () => {
    const clock = performance.now;
    performance.now = () => 0; // No reading is slow.
    after(() => (performance.now = clock));
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed);
      let now = state(gallery[roll(gallery.length)]);
      for (let edit = 0; edit < 5; edit += 1) {
        const at = roll(now.doc.length + 1);
        const insert = ["{", "}", "(", ")", '"', "#", "\n", "é😀", "is at least ", ""][roll(10)];
        now = now.update({ changes: { from: at, to: Math.min(now.doc.length, at + roll(4)), insert } }).state;
        const text = now.doc.toString();
        const tree = syntaxTree(now);
        let end = 0;
        const leaves = [];
        tree.iterate({ enter: ({ from, to, node }) => { assert.ok(from <= to && to <= text.length); if (!node.firstChild && node.parent) { assert.ok(from >= end); end = to; leaves.push(from, to); } } });
        assert.deepEqual(leaves, rubricate.tokens(text).flatMap(({ from, to }) => [from, to]));
      }
    }
  });

  it("knows the levels of used files", () => {
    const files = { "s.rubric": "rubric s { scale m { low 0; high 1 } }" };
    const text = 'rubric r { use "s.rubric"; criterion a on m; award w { x { needs a is high }; otherwise y } }';
    const name = (options) => syntaxTree(state(text, options)).resolveInner(text.indexOf("high"), 1).name;
    assert.equal(name({}), "Name");
    assert.equal(name({ files }), "Level");
    assert.equal(name({ files: () => files }), "Level");
  });

  it("stands by itself too", () => {
    const language = rubricLanguage(rubricate);
    const support = new LanguageSupport(language);
    const now = EditorState.create({ doc: SOURCE, extensions: support });
    assert.equal(syntaxTree(now).topNode.name, "Rubric");
    assert.deepEqual(now.languageDataAt("commentTokens", 5), [{ line: "#" }]);
    assert.equal(language.parser.parse("rubric r {}").topNode.getChild("Block")?.from, 9);
  });
});

describe("completion", () => {
  const offered = (text, explicit = false, options = {}) => {
    const pos = text.indexOf("|");
    return rubricCompletions(new CompletionContext(state(text.replace("|", ""), options), pos, explicit));
  };
  it("offers what fits, in the engine's order, from where the word begins", () => {
    const found = offered(SOURCE.replace("is high", "is h|"));
    assert.deepEqual([found.from, found.filter, found.options[0]], [SOURCE.indexOf("is high") + 3, false, { label: "high", type: "constant", detail: "1", apply: "high" }]);
  });
  it("comes by itself while a word is written, and not between a finished word and a new line", () => {
    assert.equal(offered(SOURCE.replace("is high", "is |")), null);
    assert.equal(offered(SOURCE.replace("is high", "is high|")), null);
    assert.deepEqual(offered(SOURCE.replace("is high", "is |"), true).options.slice(0, 2).map(({ label }) => label), ["low", "high"]);
    assert.equal(offered(SOURCE.replace("# first", "# fi|rst"), true), null);
  });
  it("offers files in the quotes of use", () => {
    assert.deepEqual(offered('rubric r { use "|" }', false, { files: { "a.rubric": "", "b.rubric": "" } }).options.map(({ label }) => label), ["a.rubric", "b.rubric"]);
  });
});

describe("the format command", () => {
  const formatted = (doc) => {
    let now = state(doc);
    const before = now;
    const done = formatRubric({ state: now, dispatch: (transaction) => (now = transaction.state) });
    return { done, text: now.doc.toString(), touched: now !== before, now };
  };
  it("gives what the engine gives, for every rubric, neat or not", () => {
    for (const source of gallery) {
      const untidy = source.replace(/^ +/gm, (blanks) => " ".repeat((blanks.length * 7) % 5)).replaceAll("\n\n", "\n\n\n\n");
      for (const text of [source, untidy]) assert.equal(formatted(text).text, rubricate.format(text));
    }
  });
  it("touches nothing that is neat", () => assert.deepEqual([formatted(SOURCE).done, formatted(rubricate.format(SOURCE)).touched], [true, false]));
  it("keeps the cursor at its word", () => {
    let now = state("rubric r {\ncheck a\n      check b\n}\n");
    now = now.update({ selection: { anchor: now.doc.toString().indexOf("b") } }).state;
    formatRubric({ state: now, dispatch: (transaction) => (now = transaction.state) });
    assert.equal(now.doc.toString(), "rubric r {\n  check a\n  check b\n}\n");
    assert.equal(now.doc.sliceString(now.selection.main.head, now.selection.main.head + 1), "b");
  });
  it("finds changes between any two texts", () => {
    const bits = ["a", "b", "  a", "", "c d", "é"];
    for (let seed = 1; seed <= 300; seed += 1) {
      const roll = dice(seed);
      const [old, now] = [0, 1].map(() => Array.from({ length: roll(6) + 1 }, () => bits[roll(bits.length)]).join("\n"));
      const from = EditorState.create({ doc: old });
      const to = EditorState.create({ doc: now });
      assert.equal(from.update({ changes: lineChanges(from.doc, to.doc) }).state.doc.toString(), now, JSON.stringify([old, now]));
    }
  });
  it("leaves a text alone that may only be read", () => {
    const now = EditorState.create({ doc: "rubric r{}", extensions: [rubric(rubricate), EditorState.readOnly.of(true)] });
    assert.equal(formatRubric({ state: now, dispatch: () => assert.fail("it wrote") }), false);
  });
});

describe("findings", () => {
  it("are shown with their code, how to mend them, and mends by name", () => {
    const text = "rubric t { check done; score s = doen }";
    const [found] = rubricate.check(text);
    const shown = marked(found, text.length, text);
    assert.deepEqual([text.slice(shown.from, shown.to), shown.severity, shown.source, shown.message], ["doen", "error", "R203", "Nothing here is called `doen`.\nDid you mean `done`?"]);
    assert.deepEqual(shown.actions.map(({ name }) => name), ["Change to `done`"]);
  });
  it("name the other places they are about", () => {
    const [found] = rubricate.check("rubric t {\n  check a\n  check a\n}").filter(({ labels }) => labels.length > 0);
    assert.match(said(found), /\nLine 2: /);
  });
});
