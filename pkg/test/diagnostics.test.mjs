// What the compiler says about mistakes: how many, where, and how to mend them.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();

/** What is wrong with the text; what is proved of a sound one has tests of its own. */
const check = (source) => rubricate.check(source, { prove: false });

/** A sound file with places for a mistake. */
function file({ on = "m", rules = "" } = {}) {
  return `rubric t "😀 T" {\n  scale m "M" { low 0; high 1 }\n  criterion alpha "A" on ${on} { tags key }\n  criterion beta "B" on m\n  check gamma "G"\n${rules}\n}\n`;
}

/** Each mistake with its line, its text and the word that mends it. */
const FIVE = `rubric t "T 😀" { # 🎉
  scale mastery "😀" { low 0; high 1 }
  criterion alpha "😀 A" on mastery
  criterion beta "😀" on mastery { wieght 2 }
  award w "😀 W" {
    yes "😀" { needs alpha is at least hihg }
    otherwise no_ "N"
  }
  advise "😀" when alhpa is low
  criterion delta "😀" on mastrey
  scroe s = sum of (alpha, beta)
}
`;
const MISTAKES = [
  { line: 4, text: "wieght", mend: "weight" },
  { line: 6, text: "hihg", mend: "high" },
  { line: 9, text: "alhpa", mend: "alpha" },
  { line: 10, text: "mastrey", mend: "mastery" },
  { line: 11, text: "scroe", mend: "score" },
];

function mended(source, diagnostics) {
  const edits = diagnostics.flatMap((found) => found.fixes[0]?.edits ?? []);
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), source);
}

describe("five mistakes in one file", () => {
  const found = check(FIVE);

  it("give exactly five diagnostics, in order of the file", () => {
    assert.deepEqual(found.map(({ span }) => FIVE.slice(span.from, span.to)), MISTAKES.map(({ text }) => text));
  });

  it("stand at the right line, column and UTF-16 offset behind an emoji", () => {
    for (const [index, { line, text }] of MISTAKES.entries()) {
      const { span } = found[index];
      const from = FIVE.indexOf(text);
      const start = FIVE.lastIndexOf("\n", from) + 1;
      assert.deepEqual([span.line, span.from, span.to], [line, from, from + text.length]);
      // Columns count UTF-16 units too, as editors do; the emoji before the place is two.
      assert.equal(span.column, from - start + 1, text);
    }
  });

  it("have a severity, a stable code, a message and help", () => {
    for (const { severity, code, message, help, labels } of found) {
      assert.equal(severity, "error");
      assert.match(code, /^R\d{3}$/);
      assert.ok(message.length > 0 && help && Array.isArray(labels));
    }
  });

  it("suggest the nearest name, and the mends leave a clean file", () => {
    for (const [index, { mend }] of MISTAKES.entries()) assert.equal(found[index].help, `did you mean \`${mend}\`?`);
    assert.deepEqual(check(mended(FIVE, found)), []);
  });
});

describe("one mistake gives one diagnostic", () => {
  const award = (need) => `  award w "W" { yes "Y" { needs ${need} }; otherwise no_ "N" }`;
  const cases = [
    ["a scale that is not there", { on: "n" }, "n"],
    ["a row that is not there", { rules: "  score s = alpa" }, "alpa"],
    ["a set that is not there", { rules: "  score s = sum of critria" }, "critria"],
    ["a tag that no row has", { rules: "  score s = sum of criteria tagged kee" }, "kee"],
    ["a level that is not there", { rules: award("alpha is hgh") }, "hgh"],
    ["a name used twice", { rules: "  score alpha = 1" }, "alpha"],
    ["a rounding without its ties", { rules: "  score s = round alpha to nearest 1" }, "round alpha to nearest 1"],
    ["an award without otherwise", { rules: '  award w "W" { yes "Y" { needs gamma } }' }, "w"],
    ["a misspelt otherwise", { rules: '  award w "W" { yes "Y" { needs gamma }; otherwize no_ "N" }' }, "otherwize"],
    ["a bracket never closed", { rules: "  score s = (1 + 2\n  score u = 3" }, "("],
    ["a score of itself", { rules: "  score s = s + 1" }, "s"],
    ["no statement", { rules: "  hello" }, "hello"],
  ];
  for (const [name, parts, text] of cases) {
    it(name, () => {
      const source = file(parts);
      const found = check(source);
      assert.deepEqual(found.map(({ span }) => source.slice(span.from, span.to)), [text], JSON.stringify(found));
    });
  }

  it("and a mistake elsewhere hides no other", () => {
    const source = file({ on: "mm", rules: "  score s = sum of critria" });
    assert.deepEqual(check(source).map(({ span }) => source.slice(span.from, span.to)), ["mm", "critria"]);
  });
});

describe("certain mends", () => {
  const award = (need) => `  award w "W" { yes "Y" { needs ${need} }; otherwise no_ "N" }`;
  const cases = [
    ["a decimal comma", "  score s = 1,5 + alpha"],
    ["curly quotes", '  about “Hello”\n  score s = 1'],
    ["a dash in a range", "  number n 0–5"],
    ["ties", "  score s = round alpha to nearest 1"],
    ["a percent compared with 85", `  score s = percent of criteria\n${award("s >= 85")}`],
    ["a keyword with a capital", "  Score s = 1"],
    ["a keyword with a capital inside a rule", award("Every criterion is high")],
  ];
  for (const [name, rules] of cases) {
    it(name, () => {
      const source = file({ rules });
      const found = check(source);
      assert.equal(found.length, 1, JSON.stringify(found));
      assert.deepEqual(check(mended(source, found)), []);
    });
  }
});

describe("what people paste", () => {
  const clean = file({ rules: "  score s = sum of criteria" });
  for (const [name, source] of [
    ["CRLF", clean.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${clean}`],
    ["no-break spaces", clean.replaceAll("  ", "\u00a0 ")],
    ["tabs", clean.replaceAll("  ", "\t")],
    ["no line end at the end", clean.trimEnd()],
  ]) {
    it(`${name} is accepted`, () => assert.deepEqual(check(source), []));
  }

  it("offsets stay true behind a byte order mark and CRLF", () => {
    const source = `\ufeff${file({ rules: "  score s = alpa" }).replaceAll("\n", "\r\n")}`;
    const [{ span }] = check(source);
    assert.deepEqual([source.slice(span.from, span.to), span.line, span.column], ["alpa", 6, 13]);
  });

  it("a warning does not stop a rubric", () => {
    const rules = '  score s = percent of criteria\n  award w "W" { yes "Y" { needs s >= 85 }; otherwise no_ "N" }';
    const rubric = rubricate.compile(file({ rules }));
    assert.deepEqual(rubric.diagnostics.map(({ code, severity }) => [code, severity]), [["R401", "warning"]]);
  });
});
