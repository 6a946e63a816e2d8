/** What an editor is told. All offsets are UTF-16, as JavaScript counts, and on the border of a character. */
import type { Span } from "./types.js";

/** What something offered, hovered or declared is. */
export type EditorKind =
  | "rubric" | "scale" | "level" | "part" | "row" | "ask" | "setting" | "choice" | "slot" | "score" | "result" | "award" | "rung"
  | "tag" | "code" | "keyword" | "property" | "snippet" | "file";

/** Something that fits at a place. */
export interface Completion {
  /** What it is called in a list. */
  readonly label: string;
  /** What it is. */
  readonly kind: EditorKind;
  /** The text that goes from `from` to `to`. */
  readonly insert: string;
  /** Where what it replaces begins. */
  readonly from: number;
  /** Where that ends. */
  readonly to: number;
  /** The label of what is declared, or what a word means; may be empty. */
  readonly detail: string;
}

/** What stands at a place. */
export interface Hover {
  /** Where the word or the phrase begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** What it is. */
  readonly kind: EditorKind;
  /** The declaration in a line, or the words of the language. */
  readonly title: string;
  /** What it is, in sentences. */
  readonly text: string;
  /** Where it is declared; `null` for words of the language. */
  readonly declared: Span | null;
  /** The file that `declared` is a place of, as `use` names it; `null` for this one. */
  readonly file: string | null;
}

/** Something declared. */
export interface DocumentSymbol {
  /** The name; of an example its label. */
  readonly name: string;
  /** What readers call it; may be empty. */
  readonly label: string;
  /** What it is. */
  readonly kind: EditorKind | "criterion" | "check" | "number" | "example";
  /** All of it, its block included. */
  readonly span: Span;
  /** Its name. */
  readonly selection: Span;
  /** What is declared in it. */
  readonly children: readonly DocumentSymbol[];
}

/** A place of a name. Of `unit_1_plan`, a place of `plan` is the piece that names it. */
export interface Reference {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** Whether it is declared here. */
  readonly declared: boolean;
}

/** What comes of another name: edits in the order of the text, or the reason why not. */
export interface Rename {
  /** Where the new name goes. */
  readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  /** Why it cannot be called so; `null` when it can. */
  readonly refused: string | null;
}

/** What a piece of the text is, for its colour. */
export type TokenKind = "keyword" | "name" | "level" | "tag" | "string" | "number" | "comment" | "operator";

/** A piece of the text. `level` is also choices and rungs. */
export interface Token {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** What it is. */
  readonly kind: TokenKind;
}

/** A word or phrase of the language. */
export interface Keyword {
  /** The word, or the phrase. */
  readonly word: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
}

const KINDS: readonly TokenKind[] = ["keyword", "name", "level", "tag", "string", "number", "comment", "operator"];

/** Threes of numbers, as the engine hands them over. */
function threes<T>(all: Uint32Array, make: (from: number, to: number, third: number) => T): T[] {
  return Array.from({ length: all.length / 3 }, (_, index) => make(all[3 * index] ?? 0, all[3 * index + 1] ?? 0, all[3 * index + 2] ?? 0));
}

export function tokensOf(all: Uint32Array): Token[] {
  return threes(all, (from, to, kind) => ({ from, to, kind: KINDS[kind] ?? "name" }));
}

export function referencesOf(all: Uint32Array): Reference[] {
  return threes(all, (from, to, declared) => ({ from, to, declared: declared === 1 }));
}

export function renameOf(found: { edits: number[]; refused: string | null }, text: string): Rename {
  const pairs = Array.from({ length: found.edits.length / 2 }, (_, index) => found.edits.slice(2 * index, 2 * index + 2));
  return { edits: pairs.map(([from, to]) => ({ from: from ?? 0, to: to ?? 0, text })), refused: found.refused };
}

export function keywordsOf(all: string[]): Keyword[] {
  return Array.from({ length: all.length / 2 }, (_, index) => ({ word: all[2 * index] ?? "", meaning: all[2 * index + 1] ?? "" }));
}
