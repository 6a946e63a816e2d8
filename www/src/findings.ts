import type { Diagnostic, Span } from "rubricate";
import { el, type Child } from "./dom.js";
import { count } from "./words.js";

type Fix = Diagnostic["fixes"][number];

export interface Act {
  /** Puts the cursor at a place. */
  show(span: Span): void;
  apply(fix: Fix): void;
}

/** More than anybody reads at once; the rest shows as these are mended. */
const MOST = 100;

/** What the compiler found, each with its place, its help and its mends. */
export function findings(diagnostics: readonly Diagnostic[], act: Act): HTMLElement {
  const shown = diagnostics.slice(0, MOST).map((diagnostic) => item(diagnostic, act));
  if (diagnostics.length > MOST) shown.push(el("li", { class: "muted" }, `and ${diagnostics.length - MOST} more`));
  return el("ol", { class: "findings" }, ...shown);
}

/** "5 errors, 1 warning". */
export function tally(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((found) => found.severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : "No mistakes found";
}

function item(found: Diagnostic, act: Act): HTMLElement {
  const place = el("span", { class: "place" }, `${found.span.line}:${found.span.column}`);
  const severity = el("span", { class: `severity ${found.severity}` }, found.severity === "error" ? "Error" : "Warning");
  const go = el("button", { type: "button", class: "finding" }, place, severity, el("span", { class: "message" }, ...coded(sentence(found.message))));
  go.addEventListener("click", () => act.show(found.span));
  const box = el("li", {}, go);
  box.append(el("p", { class: "help" }, ...coded(sentence(found.help))));
  for (const label of found.labels) box.append(el("p", { class: "help" }, `${label.span.line}:${label.span.column} `, ...coded(label.message)));
  for (const fix of found.fixes) {
    const button = el("button", { type: "button", class: "fix" }, "Fix: ", ...coded(fix.title));
    button.addEventListener("click", () => act.apply(fix));
    box.append(button);
  }
  return box;
}

function sentence(text: string): string {
  return `${text[0]?.toLocaleUpperCase() ?? ""}${text.slice(1)}`;
}

/** Words in backticks are code. */
function coded(text: string): Child[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? el("code", {}, part) : part));
}
