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

/** A mark in the margin: the shape says it too, not the colour alone. */
const mark = (shape: string, ground: string) => ({ content: "normal", backgroundColor: ground, clipPath: shape, width: "0.7em", height: "0.7em", margin: "0.45em 0.15em 0" });
const accent = "var(--rubric-accent, light-dark(#14565c, #82d2ca))";
const onAccent = "var(--rubric-on-accent, light-dark(#ffffff, #0b2224))";
const muted = "var(--rubric-muted, color-mix(in srgb, currentColor 76%, transparent))";
const line = "var(--rubric-line, color-mix(in srgb, currentColor 17%, transparent))";
const lineStrong = "var(--rubric-line-strong, color-mix(in srgb, currentColor 56%, transparent))";
const overlay = "var(--rubric-overlay, light-dark(#ffffff, #172024))";
const ink = "var(--rubric-overlay-ink, light-dark(#16242a, #e6edeb))";
const bad = "var(--rubric-bad, light-dark(#9f2228, #f2a1a1))";
const away = "var(--rubric-away, light-dark(#7d3a16, #eab08c))";
const wait = "var(--rubric-wait, light-dark(#1d5583, #93c5ee))";
const wavy = (ground: string) => ({ backgroundImage: "none", textDecoration: `underline wavy ${ground} 1px`, textDecorationSkipInk: "none", textUnderlineOffset: "0.2em", paddingBottom: "0" });

/**
 * How findings, hovers and the panel for a new name look. What CodeMirror
 * draws with images in `data:` addresses is drawn without, so that a policy of
 * `img-src 'self'` refuses nothing.
 */
export const rubricLook: Extension = EditorView.theme({
  ".cm-rubric-hover": { padding: "0.4em 0.6em", maxWidth: "36em", lineHeight: "1.4" },
  ".cm-rubric-hover-title": { fontFamily: "monospace", fontWeight: "bold" },
  ".cm-rubric-rename": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0.5em", padding: "0.5em" },
  ".cm-rubric-rename input": { font: "inherit", fontFamily: "monospace", padding: "0.2em 0.4em", minWidth: "12em" },
  ".cm-rubric-rename button": { font: "inherit" },
  ".cm-rubric-rename [role=alert]": { flexBasis: "100%" },
  ".cm-rubric-rename [role=alert]:empty": { display: "none" },
  ".cm-rubric-occurrence": { outline: "1px dotted currentColor", outlineOffset: "1px", borderRadius: "0.15em" },
  // A message has lines: what is wrong, how to mend it, where else to look.
  ".cm-diagnosticText": { whiteSpace: "pre-line" },
  ".cm-diagnosticAction": { font: "inherit", color: "inherit", background: "none", border: "1px solid currentColor", borderRadius: "0.3em", padding: "0.1em 0.5em", margin: "0.3em 0.5em 0 0" },
  ".cm-lintRange-error": wavy(bad), ".cm-lintRange-warning": wavy(away), ".cm-lintRange-info": wavy(wait), ".cm-lintRange-hint": wavy(wait),
  ".cm-lint-marker-error": mark("circle(50%)", bad),
  ".cm-lint-marker-warning": mark("polygon(50% 0, 100% 100%, 0 100%)", away),
  ".cm-lint-marker-info": mark("inset(15%)", wait),
});

const soft = (share: number, of = "currentColor") => `color-mix(in srgb, ${of} ${share}%, transparent)`;

/** A whole editor in the colours of the page: its text colour and `color-scheme`, and the custom properties of the elements (`--rubric-accent`, ...) where they are set. */
export const rubricTheme: Extension = EditorView.theme({
  "&": { color: "inherit", backgroundColor: "transparent", fontSize: "var(--rubric-editor-size, 0.9375rem)", maxHeight: "var(--rubric-editor-height, 34rem)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--rubric-mono, ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace)", lineHeight: "1.65", overflow: "auto" },
  ".cm-content": { caretColor: "currentColor", padding: "0.6rem 0", minHeight: "var(--rubric-editor-min-height, 12rem)" },
  ".cm-line": { padding: "0 0.75rem 0 0.4rem" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "currentColor", borderLeftWidth: "2px" },
  ".cm-gutters": { color: muted, backgroundColor: "transparent", borderRight: `1px solid ${line}` },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0.3rem 0 0.6rem", minWidth: "2.2rem" },
  ".cm-foldGutter .cm-gutterElement": { padding: "0 0.3rem", cursor: "pointer" },
  ".cm-activeLine": { backgroundColor: soft(5) },
  ".cm-activeLineGutter": { color: "inherit", backgroundColor: soft(5) },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { backgroundColor: soft(20, accent) },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { backgroundColor: soft(30, accent) },
  "&.cm-focused .cm-matchingBracket": { color: "inherit", backgroundColor: soft(18, accent), borderRadius: "0.2em" },
  "&.cm-focused .cm-nonmatchingBracket": { color: bad, backgroundColor: "transparent", textDecoration: "underline" },
  ".cm-foldPlaceholder": { color: muted, backgroundColor: soft(8), border: `1px solid ${line}`, padding: "0 0.4em" },
  ".cm-tooltip, .cm-panels": { color: ink, backgroundColor: overlay },
  ".cm-tooltip": { border: `1px solid ${lineStrong}`, borderRadius: "0.5rem", boxShadow: "0 0.4rem 1.2rem rgb(0 0 0 / 0.22)", maxWidth: "min(40rem, 92vw)" },
  ".cm-panels.cm-panels-bottom": { borderTop: `1px solid ${line}` },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", borderRadius: "0.45rem", maxHeight: "16rem", maxWidth: "min(40rem, 92vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.6rem", lineHeight: "1.4" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: onAccent, backgroundColor: accent },
  ".cm-completionIcon": { opacity: "0.75" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.85" },
  ".cm-tooltip.cm-completionInfo": { padding: "0.5rem 0.7rem", lineHeight: "1.4" },
  ".cm-diagnostic": { padding: "0.5rem 0.7rem", lineHeight: "1.45" },
  ".cm-diagnostic-error": { borderLeft: `4px solid ${bad}` },
  ".cm-diagnostic-warning": { borderLeft: `4px solid ${away}` },
  ".cm-diagnostic-info": { borderLeft: `4px solid ${wait}` },
  ".cm-diagnosticAction": { color: accent, minHeight: "2rem", cursor: "pointer" },
  ".cm-diagnosticSource": { opacity: "0.8" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: soft(12) },
  ".cm-rubric-rename input": { fontSize: "1rem" },
  // Where there is little room the text has it.
  "@media (max-width: 32rem)": { ".cm-foldGutter, .cm-tooltip.cm-completionInfo": { display: "none !important" }, ".cm-lineNumbers .cm-gutterElement": { padding: "0 0.15rem", minWidth: "1.4rem" } },
  "@media (pointer: coarse)": { "&": { fontSize: "var(--rubric-editor-size, 1rem)" } },
});
