import type { SavedInput, SavedRow } from "../saved-types.js";

/** A range of numbers, in the reader's digits; without an end `null`. */
export interface RangeText {
  readonly from: string;
  readonly to: string | null;
}

/** What differs between two versions of a rubric, as data. Names are those of the file. */
export type ChangeData =
  | { readonly kind: "rubric"; readonly is: string; readonly was: string }
  | { readonly kind: "order" }
  | { readonly kind: "gone" | "new" | "rules" | "words"; readonly what: Piece }
  | { readonly kind: "code on"; readonly name: string; readonly thisRow: boolean }
  | { readonly kind: "code reach"; readonly name: string; readonly row: string }
  | { readonly kind: "rungs"; readonly name: string; readonly is: readonly string[]; readonly was: readonly string[] }
  | { readonly kind: "row kind"; readonly name: string; readonly is: SavedRow["kind"]; readonly was: SavedRow["kind"] }
  | { readonly kind: "worked out"; readonly name: string; readonly is: boolean }
  | { readonly kind: "worth"; readonly name: string; readonly level: string | null; readonly is: Worth; readonly was: Worth }
  | { readonly kind: "range"; readonly name: string; readonly is: RangeText; readonly was: RangeText }
  | { readonly kind: "takes less"; readonly name: string }
  | { readonly kind: "lower"; readonly name: string; readonly is: boolean }
  | { readonly kind: "leave out"; readonly name: string; readonly withReason: boolean }
  | { readonly kind: "no comment"; readonly name: string }
  | { readonly kind: "levels gone" | "levels new" | "levels order"; readonly name: string; readonly levels: readonly string[] }
  | { readonly kind: "reply kind"; readonly name: string; readonly is: SavedInput["kind"]; readonly was: SavedInput["kind"] }
  | { readonly kind: "choices gone" | "choices new"; readonly name: string; readonly choices: readonly string[] }
  | { readonly kind: "in force"; readonly name: string; readonly is: string | null; readonly was: string | null };

/** What something is worth: points, a list of marks, or a range of them. */
export interface Worth {
  readonly points: string;
  readonly to?: string;
  readonly step?: string;
  readonly marks?: readonly string[];
}

/** A piece of a rubric by its name; the head of the rubric, and what is there once and has none. */
export type Piece = { readonly name: string } | { readonly translation: string } | { readonly part: "head" | "raters" | "attempts" | "advice" | "examples" | "rank" | "show" | "other"; readonly word: string };

/** Why something that was given is not taken. */
export type RefusalData =
  | { readonly kind: "takes"; readonly name: string; readonly takes: TakesData; readonly given: string }
  | { readonly kind: "too long"; readonly given: string | null }
  | { readonly kind: "worked out" | "never left out" | "left out with a reason" | "no comment" | "no overruling" | "overruled with a reason"; readonly name: string }
  | { readonly kind: "bands"; readonly name: string; readonly given: string }
  | { readonly kind: "no row" | "no question" | "no setting" | "no slot" | "no code" | "no award" | "no rung"; readonly given: string; readonly names: readonly string[]; readonly more: boolean; readonly of?: string }
  | { readonly kind: "no reach"; readonly name: string; readonly row: string }
  | { readonly kind: "code on the whole" | "code on a row"; readonly name: string }
  | { readonly kind: "another rubric"; readonly is: string; readonly was: string };

/** What a row or a question takes. */
export type TakesData =
  | { readonly kind: "truth" | "day" }
  | { readonly kind: "one of"; readonly all: readonly string[] }
  | { readonly kind: "range"; readonly from: string; readonly to: string | null; readonly step: string | null };

/** The words of versions that differ, and of what is refused, in one language. */
export interface Changed {
  change(data: ChangeData): string;
  refusal(data: RefusalData): string;
}

/** Names as they are written in a file. */
export const named = (all: readonly string[]): string => all.map((one) => `\`${one}\``).join(", ");
