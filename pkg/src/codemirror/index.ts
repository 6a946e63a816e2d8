import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { crosshairCursor, drawSelection, dropCursor, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, type KeyBinding, lineNumbers } from "@codemirror/view";
import { rubricCompletions } from "./completion.js";
import { editing, type EditorEngine, type RubricOptions } from "./config.js";
import { rubricLinter } from "./diagnostics.js";
import { formatRubric } from "./format.js";
import { goToDeclaration, rubricHover } from "./hover.js";
import { rubricLanguage } from "./language.js";
import { rubricOccurrences } from "./occurrences.js";
import { renameName, rubricRename } from "./rename.js";
import { rubricHighlight, rubricLook, rubricTheme } from "./theme.js";

export { rubricCompletions } from "./completion.js";
export type { EditorEngine, EditorFiles, RubricOptions } from "./config.js";
export { applyFix, rubricLinter } from "./diagnostics.js";
export { formatRubric } from "./format.js";
export { goToDeclaration, rubricHover } from "./hover.js";
export { rubricLanguage } from "./language.js";
export { rubricOccurrences } from "./occurrences.js";
export { renameName, renameTo } from "./rename.js";
export { rubricHighlight, rubricTheme } from "./theme.js";

/** Shift-Alt-f formats, F2 renames, F12 goes to the declaration. */
export const rubricKeymap: readonly KeyBinding[] = [
  { key: "Shift-Alt-f", run: formatRubric },
  { key: "F2", run: renameName },
  { key: "F12", run: goToDeclaration },
];

/**
 * The language with everything the engine knows of a rubric: colours, folding, indentation, completion, hovers, findings
 * with their mends, the other places of a name, and the keys of `rubricKeymap`. It stands beside whatever else an editor is set up with, such as
 * `basicSetup`; `autocompletion()` shows what is offered, and `lintGutter()` marks the lines.
 *
 * ```ts
 * new EditorView({ doc, extensions: [basicSetup, rubric(await load())], parent });
 * ```
 */
export function rubric(engine: EditorEngine, options: RubricOptions = {}): LanguageSupport {
  const language = rubricLanguage(engine, options);
  return new LanguageSupport(language, [
    editing.of({ ...options, engine }),
    language.data.of({ autocomplete: rubricCompletions }),
    indentUnit.of("  "),
    rubricHover(),
    rubricLinter(options),
    rubricRename(),
    rubricOccurrences(),
    rubricLook,
    syntaxHighlighting(rubricHighlight, { fallback: true }),
    keymap.of(rubricKeymap),
  ]);
}

/** A whole editor for rubrics, for pages that have no set-up of their own. Tab leaves it, as on the rest of the page; Ctrl-] and Ctrl-[ indent. */
export function rubricSetup(engine: EditorEngine, options: RubricOptions = {}): Extension {
  return [
    lineNumbers(), foldGutter(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter(), highlightSpecialChars(),
    history(), drawSelection(), dropCursor(), crosshairCursor(), indentOnInput(), bracketMatching(), closeBrackets(), autocompletion({ icons: false }),
    EditorView.lineWrapping,
    // It is a tab stop anyway; said so, what scrolls around it counts as reachable.
    EditorView.contentAttributes.of({ tabindex: "0" }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]),
    rubric(engine, options),
    rubricTheme,
  ];
}
