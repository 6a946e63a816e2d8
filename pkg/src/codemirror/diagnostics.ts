import { type Action, type Diagnostic as Marked, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../types.js";
import { editing, type Editing, filesOf } from "./config.js";

/** A check that took longer than this is not followed by proofs on the page's own thread. */
const SLOW = 60;

/** Underlines what the engine finds, each with its mends. */
export function rubricLinter({ delay = 250 }: { readonly delay?: number } = {}): Extension {
  let slow = false;
  return linter(async (view) => {
    const now = view.state.facet(editing);
    if (!now) return [];
    const { doc } = view.state;
    const source = doc.toString();
    const from = performance.now();
    const found = await (now.check ?? now.engine.check.bind(now.engine))(source, { ...filesOf(now), prove: !slow });
    slow ||= now.check === undefined && performance.now() - from > SLOW;
    if (view.state.doc.eq(doc)) now.onDiagnostics?.(found);
    return found.map((one) => marked(one, doc.length, source));
  }, { delay });
}

/** A finding as CodeMirror shows it. */
export function marked(found: Diagnostic, length: number, source: string): Marked {
  const clamp = (at: number) => Math.min(at, length);
  return {
    from: clamp(found.span.from), to: clamp(found.span.to), severity: found.severity, source: found.code, message: said(found),
    actions: found.fixes.map((fix, index): Action => ({ name: title(fix.title), apply: (view, at) => mend(view, found, index, at, source) })),
  };
}

/** What is wrong, how to mend it, and the other places it is about. */
export function said({ message, help, labels }: Diagnostic): string {
  const related = labels.filter((label) => label.message).map(({ message: text, span }) => `Line ${span.line}: ${text}`);
  return [sentence(message), ...(help ? [sentence(help)] : []), ...related].join("\n");
}

function sentence(text: string): string {
  return title(text) + (/[.?!:]$/.test(text) ? "" : ".");
}

function title(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Mends what was found, also when the text has changed since: then it is looked for again. */
function mend(view: EditorView, found: Diagnostic, index: number, at: number, source: string): void {
  const now = view.state.facet(editing);
  const text = view.state.doc.toString();
  const same = text === source ? found : now && again(now, text, found, at);
  const fix = same?.fixes[index];
  if (fix) applyFix(view, fix);
}

function again(now: Editing, text: string, found: Diagnostic, at: number): Diagnostic | undefined {
  const all = now.engine.check(text, { ...filesOf(now), prove: false });
  return all.find((one) => one.code === found.code && one.span.from === at && one.message === found.message);
}

/** Makes the edits of a mend, as one step to undo. */
export function applyFix(view: EditorView, fix: Diagnostic["fixes"][number]): void {
  view.dispatch({ changes: fix.edits.map(({ from, to, text }) => ({ from, to, insert: text })), userEvent: "input.mend", scrollIntoView: true });
  view.focus();
}
