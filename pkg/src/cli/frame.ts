import type { Diagnostic, Span } from "../types.js";

/** Puts a colour on, or leaves a text as it is. */
export type Paint = (style: "error" | "warning" | "info" | "place" | "strong", text: string) => string;

/** No colours. */
export const plain: Paint = (_, text) => text;

const CODES = { error: "1;31", warning: "1;33", info: "1;36", place: "34", strong: "1" } as const;

/** Colours of a terminal. */
export const coloured: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;

const WORDS = { error: "error", warning: "warning", info: "note" } as const;
/** A line is shown around its mark, never in full when it is longer. */
const WIDEST = 160;

/** A diagnostic with its place in the file, the line it is about, and how to mend it. */
export function frame(source: string, path: string, found: Diagnostic, paint: Paint = plain): string {
  const lines = source.split(/\r\n|\n|\r/);
  const marks = [{ span: found.span, message: "", main: true }, ...found.labels.map((label) => ({ ...label, main: false }))];
  const gutter = String(Math.max(...marks.map((mark) => mark.span.line))).length;
  const bar = paint("place", `${" ".repeat(gutter)} |`);
  const out = [
    `${paint(found.severity, `${WORDS[found.severity]}[${found.code}]`)}${paint("strong", `: ${safe(found.message)}`)}`,
    `${paint("place", `${" ".repeat(gutter)}-->`)} ${safe(path)}:${found.span.line}:${found.span.column}`,
    bar,
  ];
  for (const { span, message, main } of marks) {
    const [line, under] = marked(lines[span.line - 1] ?? "", span, main ? "^" : "-");
    out.push(`${paint("place", `${String(span.line).padStart(gutter)} |`)} ${line}`);
    out.push(`${bar} ${paint(main ? found.severity : "place", `${under}${message ? ` ${safe(message)}` : ""}`)}`);
  }
  if (found.help) out.push(`${paint("place", `${" ".repeat(gutter)} =`)} ${paint("strong", "help")}: ${safe(found.help)}`);
  // What only says again what the help said is left out.
  for (const fix of found.fixes) if (!found.help.includes(fix.title)) out.push(`${paint("place", `${" ".repeat(gutter)} =`)} ${paint("strong", "mend")}: ${safe(fix.title)}`);
  return out.join("\n");
}

/** The line and the marks under it, cut to what fits. */
function marked(line: string, span: Span, sign: string): readonly [line: string, under: string] {
  const from = Math.max(0, span.column - 1);
  const cut = Math.max(0, Math.min(from - 40, line.length - WIDEST));
  const start = line.length > WIDEST ? boundary(line, cut) : 0;
  const end = boundary(line, Math.min(line.length, start + WIDEST));
  const length = Math.max(1, Math.min(span.to - span.from, end - from));
  const before = `${start > 0 ? "..." : ""}${line.slice(start, from)}`;
  const under = `${" ".repeat(wide(before))}${sign.repeat(Math.max(1, wide(line.slice(from, from + length))))}`;
  return [`${start > 0 ? "..." : ""}${safe(line.slice(start, end))}${end < line.length ? "..." : ""}`, under];
}

/** Not inside a pair of surrogates. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** What a terminal would take as an order is shown as a sign; a tab stands for one column. */
function safe(text: string): string {
  return text.replace(/\t/g, " ").replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}|[\uff01-\uff60]/u;

/** How many columns a text takes in a terminal. */
function wide(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}
