// What the engine knows of a rubric, for Visual Studio Code: findings with their
// mends, completion, hovers, declarations, references, renaming, formatting and
// the outline. Everything runs in the editor's own process; nothing is sent.
"use strict";
const vscode = require("vscode");

const SELECTOR = { language: "rubric" };
const REST = 200;
const USE = /^\s*use\s+"((?:[^"\\\n]|\\.)+)"/gm;
/** So many files may be drawn in by `use`. */
const MOST_FILES = 64;

/** The kinds of completions and symbols, by what the engine calls them. */
const COMPLETION = {
  rubric: "Module", scale: "Enum", level: "EnumMember", part: "Class", row: "Field", ask: "Interface", setting: "Property", choice: "EnumMember", slot: "File", score: "Function",
  result: "Function", award: "Class", rung: "EnumMember", tag: "Text", code: "Constant", keyword: "Keyword", property: "Property", snippet: "Snippet", file: "File",
};
const SYMBOL = {
  rubric: "Module", scale: "Enum", level: "EnumMember", part: "Namespace", criterion: "Field", check: "Boolean", number: "Number", ask: "Interface", setting: "Property", choice: "EnumMember",
  slot: "File", score: "Function", result: "Function", award: "Class", rung: "EnumMember", tag: "String", code: "Constant", example: "Event",
};
const SEVERITY = { error: "Error", warning: "Warning", info: "Information" };

/** Called by the editor when the first rubric is opened. */
async function activate(context) {
  const rubricate = await (await import("rubricate")).load();
  const found = vscode.languages.createDiagnosticCollection("rubric");
  const known = new Map();
  const waiting = new Map();

  const at = (document, offset) => document.positionAt(offset);
  const range = (document, { from, to }) => new vscode.Range(at(document, from), at(document, to));
  const edits = (document, all) => {
    const edit = new vscode.WorkspaceEdit();
    for (const { from, to, text } of all) edit.replace(document.uri, range(document, { from, to }), text);
    return edit;
  };

  async function check(document) {
    if (document.languageId !== "rubric") return;
    const { version } = document;
    const files = await usedFiles(document);
    if (document.isClosed || document.version !== version) return;
    const all = rubricate.check(document.getText(), { files });
    known.set(document.uri.toString(), { version, all });
    found.set(document.uri, all.map((one) => {
      const shown = new vscode.Diagnostic(range(document, one.span), one.help ? `${one.message}\n${one.help}` : one.message, vscode.DiagnosticSeverity[SEVERITY[one.severity]]);
      shown.code = one.code;
      shown.source = "rubricate";
      shown.relatedInformation = one.labels.map(({ span, message }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, range(document, span)), message));
      return shown;
    }));
  }

  function later(document) {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(key, setTimeout(() => { waiting.delete(key); check(document); }, REST));
  }

  function forget({ uri }) {
    clearTimeout(waiting.get(uri.toString()));
    waiting.delete(uri.toString());
    known.delete(uri.toString());
    found.delete(uri);
  }

  const asked = async (document, position) => [document.getText(), document.offsetAt(position), { files: await usedFiles(document) }];
  const { languages, workspace } = vscode;
  context.subscriptions.push(
    found,
    { dispose: () => { for (const timer of waiting.values()) clearTimeout(timer); } },
    workspace.onDidOpenTextDocument(check),
    workspace.onDidChangeTextDocument(({ document }) => document.languageId === "rubric" && later(document)),
    // What uses the file that was saved may say something else now.
    workspace.onDidSaveTextDocument(() => { for (const document of workspace.textDocuments) if (document.languageId === "rubric") later(document); }),
    workspace.onDidCloseTextDocument(forget),
    languages.registerCodeActionsProvider(SELECTOR, {
      provideCodeActions(document, wanted) {
        const last = known.get(document.uri.toString());
        if (last?.version !== document.version) return [];
        return last.all.filter(({ span }) => wanted.intersection(range(document, span))).flatMap(({ fixes }) => fixes).map((fix) => {
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          action.edit = edits(document, fix.edits);
          return action;
        });
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    languages.registerCompletionItemProvider(SELECTOR, {
      async provideCompletionItems(document, position) {
        return rubricate.complete(...(await asked(document, position))).map((one, index) => {
          const item = new vscode.CompletionItem(one.label, vscode.CompletionItemKind[COMPLETION[one.kind]]);
          Object.assign(item, { detail: one.detail, insertText: one.insert, range: range(document, one), filterText: one.insert.split("\n")[0], sortText: String(index).padStart(4, "0") });
          return item;
        });
      },
    }, " ", '"', "."),
    languages.registerHoverProvider(SELECTOR, {
      async provideHover(document, position) {
        const hover = rubricate.hover(...(await asked(document, position)));
        if (!hover) return null;
        // What an author wrote is shown as it is, and never as a link or a picture.
        const text = new vscode.MarkdownString().appendCodeblock(hover.title, "rubric").appendText(hover.text);
        return new vscode.Hover(text, range(document, hover));
      },
    }),
    languages.registerDefinitionProvider(SELECTOR, {
      async provideDefinition(document, position) {
        const hover = rubricate.hover(...(await asked(document, position)));
        if (!hover?.declared) return null;
        const target = hover.file === null ? document : await workspace.openTextDocument(vscode.Uri.joinPath(document.uri, "..", hover.file));
        return new vscode.Location(target.uri, range(target, hover.declared));
      },
    }),
    languages.registerReferenceProvider(SELECTOR, {
      async provideReferences(document, position, { includeDeclaration }) {
        const all = rubricate.references(...(await asked(document, position)));
        return all.filter(({ declared }) => includeDeclaration || !declared).map((one) => new vscode.Location(document.uri, range(document, one)));
      },
    }),
    languages.registerRenameProvider(SELECTOR, {
      async provideRenameEdits(document, position, name) {
        const [source, offset, options] = await asked(document, position);
        const renamed = rubricate.rename(source, offset, name, options);
        if (renamed.refused !== null) throw new Error(renamed.refused);
        return edits(document, renamed.edits);
      },
    }),
    languages.registerDocumentFormattingEditProvider(SELECTOR, {
      provideDocumentFormattingEdits(document) {
        const source = document.getText();
        const text = rubricate.format(source);
        return text === source ? [] : [vscode.TextEdit.replace(range(document, { from: 0, to: source.length }), text)];
      },
    }),
    languages.registerDocumentSymbolProvider(SELECTOR, {
      provideDocumentSymbols(document) {
        const symbol = ({ name, label, kind, span, selection, children }) => {
          const one = new vscode.DocumentSymbol(name || kind, label === name ? "" : label, vscode.SymbolKind[SYMBOL[kind]], range(document, span), range(document, selection));
          one.children = children.map(symbol);
          return one;
        };
        return rubricate.symbols(document.getText()).map(symbol);
      },
    }),
  );
  await Promise.all(workspace.textDocuments.map(check));
}

/** The files that `use` names beside a file, and those they name; one that is not there is left to the engine to say. */
async function usedFiles(document) {
  const files = {};
  const queue = [document.getText()];
  for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
    for (const [, name] of text.matchAll(USE)) {
      if (Object.hasOwn(files, name) || Object.keys(files).length >= MOST_FILES) continue;
      try {
        const other = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(document.uri, "..", name));
        files[name] = other.getText();
        queue.push(files[name]);
      } catch {
        // Said where it is used.
      }
    }
  }
  return files;
}

module.exports = { activate, deactivate() {} };
