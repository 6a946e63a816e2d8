import { HighlightStyle } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Each pair has a contrast of 4.5 or more on white and on a near-black ground;
// `light-dark` follows the host's `color-scheme`.
const colour = (name: string, light: string, dark: string) => `var(--rubric-syntax-${name}, light-dark(${light}, ${dark}))`;

/** Colours for rubrics. They follow the `color-scheme` of the page, and `--rubric-syntax-*` where those are set. */
export const rubricHighlight: HighlightStyle = HighlightStyle.define([
  { tag: tags.keyword, color: colour("keyword", "#7c2d8f", "#d8a7ea") },
  { tag: tags.variableName, color: colour("name", "#1d4f91", "#8ec1ff") },
  { tag: tags.atom, color: colour("level", "#8a3b12", "#f0b183") },
  { tag: tags.labelName, color: colour("tag", "#5f5200", "#d9cb6a") },
  { tag: tags.string, color: colour("string", "#256029", "#9ad69e") },
  { tag: tags.number, color: colour("number", "#a1234f", "#f59ab8") },
  { tag: tags.lineComment, color: colour("comment", "#5c6470", "#a3acb8"), fontStyle: "italic" },
  { tag: [tags.operator, tags.separator, tags.brace, tags.paren], color: colour("operator", "#4a5260", "#b4bdc9") },
]);

/** How hovers and the panel for a new name look. */
export const rubricLook: Extension = EditorView.baseTheme({
  ".cm-rubric-hover": { padding: "0.4em 0.6em", maxWidth: "36em", lineHeight: "1.4" },
  ".cm-rubric-hover-title": { fontFamily: "monospace", fontWeight: "bold" },
  ".cm-rubric-rename": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0.5em", padding: "0.5em" },
  ".cm-rubric-rename input": { font: "inherit", fontFamily: "monospace", padding: "0.2em 0.4em", minWidth: "12em" },
  ".cm-rubric-rename button": { font: "inherit" },
  ".cm-rubric-rename [role=alert]": { flexBasis: "100%" },
  ".cm-rubric-rename [role=alert]:empty": { display: "none" },
  // A message has lines: what is wrong, how to mend it, where else to look.
  ".cm-diagnosticText": { whiteSpace: "pre-line" },
});
