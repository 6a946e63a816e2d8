// The Visual Studio Code extension is written from what the engine knows: the
// grammar from its one list of words, the snippets from what it offers. Run it
// when either has changed: node pkg/scripts/vscode.mjs
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const folder = fileURLToPath(new URL("../vscode/", import.meta.url));

/** What begins a declaration that gives a name. */
const DECLARES = ["rubric", "scale", "part", "criterion", "check", "number", "ask", "setting", "evidence", "score", "result", "award"];
const NAME = "\\p{L}[\\p{L}\\p{M}\\p{N}_]*";
/** Not inside a longer word. */
const whole = (inner) => `(?<![\\p{L}\\p{M}\\p{N}_])(?:${inner})(?![\\p{L}\\p{M}\\p{N}_])`;

function grammar(rubricate) {
  const phrases = rubricate.keywords().map(({ word }) => word).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  // Words of a phrase stand by themselves too: "may not be left out" is no phrase of the list, and all its words are.
  const words = [...new Set(phrases.flatMap((phrase) => phrase.split(/[ /]/)))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const missing = DECLARES.filter((word) => !phrases.includes(word));
  if (missing.length > 0) throw new Error(`the engine has no word ${missing.join(", ")}`);
  const text = (begin, end) => ({ name: "string.quoted.double.rubric", begin, end, patterns: [{ include: "#inside-text" }] });
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    name: "Rubricate", scopeName: "source.rubric", fileTypes: ["rubric"],
    patterns: ["comment", "text", "declaration", "date", "number", "keyword", "punctuation", "name"].map((name) => ({ include: `#${name}` })),
    repository: {
      comment: { name: "comment.line.number-sign.rubric", match: "#.*$" },
      text: { patterns: [text('"""', '"""'), { ...text('"', '"|(?=$)') }] },
      "inside-text": {
        patterns: [
          { name: "constant.character.escape.rubric", match: "\\\\(?:[\"\\\\n]|u\\{[0-9A-Fa-f]{1,6}\\})" },
          { name: "variable.other.placeholder.rubric", match: `\\{${NAME}\\}` },
        ],
      },
      declaration: {
        match: `(?<=^|[{;])\\s*(${whole(DECLARES.join("|"))})\\s+(${NAME})`,
        captures: { 1: { name: "storage.type.rubric" }, 2: { name: "entity.name.type.rubric" } },
      },
      date: { name: "constant.numeric.date.rubric", match: "(?<![\\p{L}\\p{N}_])\\d{4}-\\d{2}-\\d{2}(?![\\p{L}\\p{N}_])" },
      number: { name: "constant.numeric.rubric", match: "(?<![\\p{L}\\p{N}_])\\d+(?:\\.\\d+)?(?:\\s*%)?" },
      keyword: { name: "keyword.other.rubric", match: whole([...phrases.filter((phrase) => /[ /]/.test(phrase)).map((phrase) => phrase.replaceAll(" ", "\\s+")), ...words].join("|")) },
      punctuation: {
        patterns: [
          { name: "punctuation.section.block.rubric", match: "[{}]" },
          { name: "punctuation.section.group.rubric", match: "[()]" },
          { name: "punctuation.separator.rubric", match: "[,;]" },
          { name: "keyword.operator.rubric", match: "\\.\\.|[<>=!]=?|[-+*/:.]" },
        ],
      },
      name: { name: "variable.other.rubric", match: NAME },
    },
  };
}

/** Rubrics in the code blocks of Markdown. */
const MARKDOWN = {
  scopeName: "markdown.rubric.codeblock",
  injectionSelector: "L:text.html.markdown",
  patterns: [{ include: "#block" }],
  repository: {
    block: {
      begin: "(^|\\G)(\\s*)(\\`{3,}|~{3,})\\s*(?i:(rubric)((\\s+|:|\\{)[^`~]*)?$)",
      name: "markup.fenced_code.block.markdown",
      end: "(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$",
      beginCaptures: { 3: { name: "punctuation.definition.markdown" }, 4: { name: "fenced_code.block.language.markdown" } },
      endCaptures: { 3: { name: "punctuation.definition.markdown" } },
      patterns: [{ begin: "(^|\\G)(\\s*)(.*)", while: "(^|\\G)(?!\\s*([`~]{3,})\\s*$)", contentName: "meta.embedded.block.rubric", patterns: [{ include: "source.rubric" }] }],
    },
  },
};

const CONFIGURATION = {
  comments: { lineComment: "#" },
  brackets: [["{", "}"], ["(", ")"]],
  autoClosingPairs: [["{", "}"], ["(", ")"], { open: '"', close: '"', notIn: ["string", "comment"] }],
  surroundingPairs: [["{", "}"], ["(", ")"], ['"', '"']],
  wordPattern: "[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*",
  indentationRules: { increaseIndentPattern: "^[^\"#]*(?:\"[^\"]*\"[^\"#]*)*[{(]\\s*(?:#.*)?$", decreaseIndentPattern: "^\\s*[})]" },
  folding: { offSide: false },
};

/** What the engine offers as whole statements, at the beginning of a file and inside a rubric. */
function snippets(rubricate) {
  const inside = "rubric r {\n  ";
  const offered = [...rubricate.complete("", 0), ...rubricate.complete(`${inside}\n}\n`, inside.length)].filter(({ kind }) => kind === "snippet");
  if (offered.length < 3) throw new Error("the engine offers no whole statements");
  return Object.fromEntries(offered.map(({ label, insert, detail }) => [detail.replace(/\.$/, ""), {
    prefix: label.replace(/ \.\.\.$/, ""), description: detail, scope: "rubric",
    body: insert.trimEnd().split("\n").map((line) => line.replace(/^ +/, (blanks) => "\t".repeat(blanks.length / 2)).replaceAll("$", "\\$")),
  }]));
}

function manifest() {
  const { version, license } = JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8"));
  const at = (path) => ({ language: "rubric", path });
  return {
    name: "rubricate", displayName: "Rubricate", description: "Rubrics for assessment: colours, findings with their mends, completion, hovers, formatting and renaming.",
    version, license, publisher: "rubricate", type: "commonjs",
    engines: { vscode: "^1.82.0" }, categories: ["Programming Languages", "Snippets", "Linters", "Formatters"], keywords: ["rubric", "assessment", "grading"],
    main: "./extension.js", activationEvents: [],
    dependencies: { rubricate: version },
    contributes: {
      languages: [{ id: "rubric", aliases: ["Rubric", "rubric"], extensions: [".rubric"], configuration: "./language-configuration.json" }],
      grammars: [
        { ...at("./syntaxes/rubric.tmLanguage.json"), scopeName: "source.rubric" },
        { path: "./syntaxes/markdown.tmLanguage.json", scopeName: MARKDOWN.scopeName, injectTo: ["text.html.markdown"], embeddedLanguages: { "meta.embedded.block.rubric": "rubric" } },
      ],
      snippets: [at("./snippets/rubric.json")],
      configurationDefaults: { "[rubric]": { "editor.tabSize": 2, "editor.insertSpaces": true } },
    },
  };
}

/** The text of every file that is generated, by its path in the folder. */
export function generated(rubricate) {
  const all = {
    "package.json": manifest(),
    "language-configuration.json": CONFIGURATION,
    "syntaxes/rubric.tmLanguage.json": grammar(rubricate),
    "syntaxes/markdown.tmLanguage.json": MARKDOWN,
    "snippets/rubric.json": snippets(rubricate),
  };
  return Object.fromEntries(Object.entries(all).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { load } = await import("../dist/node.js");
  for (const [path, text] of Object.entries(generated(await load()))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(`pkg/vscode/${path}`);
  }
}
