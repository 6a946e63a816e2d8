import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { pickedCompletion } from "@codemirror/autocomplete";
import { indentString } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import type { Completion as Offered, EditorKind } from "../editor.js";
import { editing, filesOf } from "./config.js";

/** The icons that CodeMirror knows, for what the engine tells apart. */
const TYPES: Readonly<Record<EditorKind, string>> = {
  rubric: "namespace", scale: "enum", level: "constant", part: "class", row: "variable", ask: "interface", setting: "property", choice: "constant", slot: "interface",
  score: "function", result: "function", award: "class", rung: "constant", tag: "text", code: "keyword", keyword: "keyword", property: "property", snippet: "text", file: "text",
};

/** What the engine offers at a place, in its order. */
export function rubricCompletions(context: CompletionContext): CompletionResult | null {
  const now = context.state.facet(editing);
  if (!now) return null;
  const offered = now.engine.complete(context.state.doc.toString(), context.pos, filesOf(now));
  const [first] = offered;
  if (!first) return null;
  // While nothing is asked for, a list must not come between a finished word, or a new line, and the Enter key.
  const written = context.state.sliceDoc(first.from, context.pos);
  if (!context.explicit && (written === "" ? first.kind !== "file" : offered.some(({ insert }) => insert === written))) return null;
  // The engine has picked and sorted them by what was written.
  return { from: first.from, to: first.to, options: offered.map(option), filter: false };
}

function option({ label, kind, insert, detail }: Offered): Completion {
  const long = insert.includes("\n");
  return { label, type: TYPES[kind], ...(detail ? (kind === "keyword" || kind === "property" ? { info: detail } : { detail }) : {}), apply: long ? indented(insert) : insert };
}

/** Puts lines in at the indent of the line they begin on. */
function indented(insert: string) {
  return (view: EditorView, completion: Completion, from: number, to: number): void => {
    const line = view.state.doc.lineAt(from).text;
    const columns = /^\s*/.exec(line)?.[0].length ?? 0;
    const text = insert.replaceAll("\n", `\n${indentString(view.state, columns)}`);
    view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, annotations: pickedCompletion.of(completion), userEvent: "input.complete", scrollIntoView: true });
  };
}
