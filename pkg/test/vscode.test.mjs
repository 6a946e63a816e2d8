// The Visual Studio Code extension: its generated files are fresh, the grammar
// colours the gallery as the engine does, and its code runs against an editor
// made of plain objects.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { load } from "../dist/node.js";
import { folder, generated } from "../scripts/vscode.mjs";

const require = createRequire(import.meta.url);
const rubricate = await load();
const pages = new URL("../../www/rubrics/", import.meta.url);
const gallery = readdirSync(pages).filter((name) => name.endsWith(".rubric")).map((name) => [name, readFileSync(new URL(name, pages), "utf8")]);
const read = (path) => readFileSync(join(folder, path), "utf8");

describe("the generated files", () => {
  it("are fresh", () => {
    for (const [path, text] of Object.entries(generated(rubricate))) assert.equal(read(path), text, `run node pkg/scripts/vscode.mjs: ${path}`);
  });
  it("name only files that are there", () => {
    const { contributes, main } = JSON.parse(read("package.json"));
    const named = [main, ...contributes.languages.map(({ configuration }) => configuration), ...contributes.grammars.map(({ path }) => path), ...contributes.snippets.map(({ path }) => path)];
    assert.equal(named.length, 5);
    for (const path of named) assert.ok(read(path).length > 0);
    assert.equal(JSON.parse(read("syntaxes/rubric.tmLanguage.json")).scopeName, contributes.grammars[0].scopeName);
  });
  it("hold a word list that has every word of the language", () => {
    const { match } = JSON.parse(read("syntaxes/rubric.tmLanguage.json")).repository.keyword;
    for (const word of ["criterion", "weighted\\s+percent\\s+of", "at\\s+least", "proficient"]) assert.equal(match.includes(`|${word}|`) || match.includes(`:${word}|`), word !== "proficient", word);
  });
  it("hold snippets that are sound rubrics, or stand in one", () => {
    const all = Object.values(JSON.parse(read("snippets/rubric.json")));
    const whole = all.find(({ prefix }) => prefix === "rubric").body.join("\n").replaceAll("\t", "  ");
    assert.deepEqual(rubricate.check(whole).filter(({ severity }) => severity === "error"), []);
    assert.ok(all.length >= 4);
  });
});

describe("the grammar", async () => {
  const { OnigScanner, OnigString, loadWASM } = require("vscode-oniguruma");
  const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate");
  await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  const grammars = { "source.rubric": "syntaxes/rubric.tmLanguage.json" };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (sources) => new OnigScanner(sources), createOnigString: (text) => new OnigString(text) }),
    loadGrammar: async (scope) => (grammars[scope] ? parseRawGrammar(read(grammars[scope]), grammars[scope]) : null),
  });
  const grammar = await registry.loadGrammar("source.rubric");

  /** The innermost scope at each offset of a text. */
  function scopes(text) {
    const all = Array(text.length).fill("");
    let [stack, from] = [INITIAL, 0];
    for (const line of text.split("\n")) {
      const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack);
      assert.ok(!stoppedEarly);
      for (const { startIndex, endIndex, scopes: found } of tokens) for (let at = startIndex; at < Math.min(endIndex, line.length); at += 1) all[from + at] = found.slice(1).join(" ");
      [stack, from] = [ruleStack, from + line.length + 1];
    }
    return all;
  }

  const text = 'rubric r "A \\"b\\" {name}" { # c\n  score s = round 72.5 % to nearest 2\n  about """x\n  y""" ; check lüge_2 2025-01-31 }';
  const at = (word) => scopes(text)[text.indexOf(word)];
  it("tells the pieces apart", () => {
    assert.equal(at("rubric"), "storage.type.rubric");
    assert.equal(at("r \"A"), "entity.name.type.rubric");
    assert.equal(at('\\"b'), "string.quoted.double.rubric constant.character.escape.rubric");
    assert.equal(at("{name}"), "string.quoted.double.rubric variable.other.placeholder.rubric");
    assert.equal(at("# c"), "comment.line.number-sign.rubric");
    assert.equal(at("round"), "keyword.other.rubric");
    assert.equal(at("72.5 %"), "constant.numeric.rubric");
    assert.equal(at("y\"\"\""), "string.quoted.double.rubric");
    assert.equal(at("lüge_2"), "entity.name.type.rubric");
    assert.equal(at("2025"), "constant.numeric.date.rubric");
  });

  const FITS = {
    comment: /^comment/, string: /^string/, number: /^constant\.numeric/, keyword: /^(?:keyword\.other|storage)/, operator: /^(?:punctuation|keyword\.other|keyword\.operator|constant\.numeric)/,
  };
  for (const [name, source] of gallery) {
    it(`colours ${name} as the engine does`, () => {
      const found = scopes(source);
      const wrong = [];
      let [names, mistaken] = [0, 0];
      for (const { from, to, kind } of rubricate.tokens(source)) {
        const fits = FITS[kind];
        if (fits && !fits.test(found[from])) wrong.push(`${kind} ${JSON.stringify(source.slice(from, to))} is ${found[from] || "nothing"}`);
        if (fits) continue;
        names += 1;
        if (FITS.keyword.test(found[from])) mistaken += 1;
      }
      assert.deepEqual(wrong, []);
      // Only the engine knows that here `complete`, or `on`, is somebody's name.
      assert.ok(mistaken <= names * 0.15, `${mistaken} of ${names} names look like words of the language`);
    });
  }
});

/** A text document as the editor has it; only lines are needed beside offsets. */
class Document {
  constructor(path, text, version = 1) {
    Object.assign(this, { uri: { path, toString: () => path }, text, version, languageId: "rubric", isClosed: false });
  }
  getText() { return this.text; }
  positionAt(offset) { const before = this.text.slice(0, offset).split("\n"); return { line: before.length - 1, character: before.at(-1).length }; }
  offsetAt({ line, character }) { return this.text.split("\n").slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character; }
}

/** As much of the editor as the extension asks for. */
function editor(documents) {
  const providers = {};
  const listeners = {};
  const found = new Map();
  const kinds = () => new Proxy({}, { get: (_, name) => name });
  const register = (name) => (_, provider) => { providers[name] = provider; return { dispose() {} }; };
  const listen = (name) => (listener) => { listeners[name] = listener; return { dispose() {} }; };
  class Range { constructor(start, end) { Object.assign(this, { start, end }); } intersection({ start, end }) { return this.start.line <= end.line && start.line <= this.end.line; } }
  class Plain { constructor(...all) { this.all = all; } }
  class MarkdownString { value = ""; appendCodeblock(text) { this.value += `[${text}]`; return this; } appendText(text) { this.value += text; return this; } }
  class WorkspaceEdit { edits = []; replace(uri, range, text) { this.edits.push([uri.path, range, text]); } }
  const vscode = {
    Range, MarkdownString, WorkspaceEdit,
    Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } },
    DiagnosticRelatedInformation: Plain, Hover: class { constructor(text, range) { Object.assign(this, { text, range }); } },
    Location: class { constructor(uri, range) { Object.assign(this, { uri, range }); } },
    CodeAction: class { constructor(title, kind) { Object.assign(this, { title, kind }); } },
    CompletionItem: class { constructor(label, kind) { Object.assign(this, { label, kind }); } },
    DocumentSymbol: class { constructor(name, detail, kind, range, selection) { Object.assign(this, { name, detail, kind, range, selection }); } },
    TextEdit: { replace: (range, text) => ({ range, text }) },
    DiagnosticSeverity: kinds(), CompletionItemKind: kinds(), SymbolKind: kinds(), CodeActionKind: kinds(),
    Uri: { joinPath: ({ path }, up, name) => ({ path: join(path, up, name) }) },
    languages: {
      createDiagnosticCollection: () => ({ set: (uri, all) => found.set(uri.path, all), delete: (uri) => found.delete(uri.path), dispose() {} }),
      ...Object.fromEntries(["CodeActionsProvider", "CompletionItemProvider", "HoverProvider", "DefinitionProvider", "ReferenceProvider", "RenameProvider", "DocumentFormattingEditProvider", "DocumentSymbolProvider"].map((name) => [`register${name}`, register(name)])),
    },
    workspace: {
      textDocuments: documents,
      openTextDocument: async (uri) => documents.find((one) => one.uri.path === uri.path) ?? Promise.reject(new Error("no file")),
      ...Object.fromEntries(["onDidOpenTextDocument", "onDidChangeTextDocument", "onDidSaveTextDocument", "onDidCloseTextDocument"].map((name) => [name, listen(name)])),
    },
  };
  return { vscode, providers, listeners, found };
}

describe("the extension", async () => {
  const scales = new Document("/d/scales.rubric", 'rubric scales {\n  scale mastery "Mastery" { low 0 "Low"; high 1 "High" }\n}\n');
  const main = new Document("/d/main.rubric", 'rubric main {\n  use "scales.rubric"\n  criterion aim on mastery\n  award w { x { needs aim is high; needs ain is low }; otherwise y }\n}\n');
  const documents = [scales, main];
  const { vscode, providers, listeners, found } = editor(documents);
  const original = Module._load;
  Module._load = (request, ...rest) => (request === "vscode" ? vscode : original(request, ...rest));
  const extension = require(join(folder, "extension.js"));
  Module._load = original;
  const context = { subscriptions: [] };
  await extension.activate(context);
  after(() => context.subscriptions.forEach((one) => one.dispose()));
  const place = (word) => main.positionAt(main.text.indexOf(word));
  const textOf = (document, { start, end }) => document.text.slice(document.offsetAt(start), document.offsetAt(end));

  it("shows what is wrong in open rubrics, used files known", () => {
    assert.deepEqual(found.get("/d/scales.rubric").filter(({ severity }) => severity === "Error"), []);
    const [one, ...more] = found.get("/d/main.rubric").filter(({ severity }) => severity === "Error");
    assert.deepEqual([textOf(main, one.range), one.code, one.severity, one.message, more], ["ain", "R203", "Error", "nothing here is called `ain`\ndid you mean `aim`?", []]);
  });
  it("offers the mend", () => {
    const [action] = providers.CodeActionsProvider.provideCodeActions(main, new vscode.Range(place("ain is"), place("ain is")));
    const [[path, range, text]] = action.edit.edits;
    assert.deepEqual([action.title, path, textOf(main, range), text], ["change to `aim`", "/d/main.rubric", "ain", "aim"]);
  });
  it("completes, hovers, and goes to the declaration in the used file", async () => {
    const items = await providers.CompletionItemProvider.provideCompletionItems(main, place("high;"));
    assert.deepEqual(items.slice(0, 2).map(({ label, kind }) => [label, kind]), [["low", "EnumMember"], ["high", "EnumMember"]]);
    const hover = await providers.HoverProvider.provideHover(main, place("high;"));
    assert.equal(hover.text.value, '[level high "High"]A level of scale mastery "Mastery", worth 1. From scales.rubric.');
    const { uri, range } = await providers.DefinitionProvider.provideDefinition(main, place("high;"));
    assert.deepEqual([uri.path, textOf(scales, range)], ["/d/scales.rubric", "high"]);
  });
  it("finds, renames, or says why not", async () => {
    const all = await providers.ReferenceProvider.provideReferences(main, place("aim on"), { includeDeclaration: false });
    assert.deepEqual(all.map(({ range }) => textOf(main, range)), ["aim"]);
    const { edits } = await providers.RenameProvider.provideRenameEdits(main, place("aim on"), "goal");
    assert.deepEqual(edits.map(([, range, text]) => [textOf(main, range), text]), [["aim", "goal"], ["aim", "goal"]]);
    await assert.rejects(providers.RenameProvider.provideRenameEdits(main, place("high;"), "top"), /declared in `scales\.rubric`/);
  });
  it("formats and outlines", () => {
    const [edit] = providers.DocumentFormattingEditProvider.provideDocumentFormattingEdits(new Document("/d/x", "rubric r{check a}"));
    assert.equal(edit.text, "rubric r { check a }\n");
    const [tree] = providers.DocumentSymbolProvider.provideDocumentSymbols(main);
    assert.deepEqual([tree.name, tree.kind, tree.children.map(({ name, kind }) => [name, kind])], ["main", "Module", [["aim", "Field"], ["w", "Class"]]]);
  });
  it("checks again after a change, and forgets what is closed", async () => {
    Object.assign(main, { text: main.text.replace("ain is", "aim is"), version: 2 });
    listeners.onDidChangeTextDocument({ document: main });
    assert.deepEqual(providers.CodeActionsProvider.provideCodeActions(main, new vscode.Range(place("aim on"), place("aim on"))), []);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(found.get("/d/main.rubric").filter(({ severity, code }) => severity === "Error" && code === "R203"), []);
    listeners.onDidCloseTextDocument(main);
    assert.equal(found.has("/d/main.rubric"), false);
  });
});
