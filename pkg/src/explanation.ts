import type { Num, Overruled, RowState, Span } from "./types.js";

/**
 * How a value follows from its inputs.
 *
 * Named things: `row`, `score`, `result`, `award`, `worked out` (the rule of a row that is not rated by hand), `ask`,
 * `setting`, `part`, `evidence`. Numbers: `constant`, `no score`, `today`, `counted` (something counted of a slot), `add`,
 * `multiply`, `divide` (of two), `negate`, `months` (a day so many months later), `round`, `at least` (the larger of two),
 * `at most` (the smaller), `if` (a condition and two values; of tests any number of conditions, each with its test, and the last), `first of` with its `case`s (a condition and a value), and
 * of sets `sum`, `mean`, `median`, `lowest`, `highest`, `weighted mean`, `weighted sum`, `percent`, `weighted percent`,
 * `count`. Conditions: `truth`, `all`, `any`, `not`, `compare`, `test`, `how many`, `complete`. Ladders: `rung`, `need`,
 * `never`, `comment`. Of a row: `only when`, `counts as`, `capped` (`at most LEVEL when`).
 */
export type ExplanationRule =
  | "row" | "score" | "result" | "award" | "worked out" | "ask" | "setting" | "part" | "evidence"
  | "constant" | "no score" | "today" | "counted" | "add" | "multiply" | "divide" | "negate" | "months" | "round"
  | "at least" | "at most" | "if" | "first of" | "case"
  | "sum" | "mean" | "median" | "lowest" | "highest" | "weighted mean" | "weighted sum" | "percent" | "weighted percent" | "count"
  | "truth" | "all" | "any" | "not" | "compare" | "test" | "how many" | "complete"
  | "rung" | "need" | "never" | "comment" | "only when" | "counts as" | "capped";

/** A number with what it may still become. */
export interface ExplainedNumber extends Num {
  /** Tells the three kinds of value apart. */
  readonly kind: "number";
  /** `open` while it depends on what is not given yet; `undefined`: it has no value. */
  readonly state: "known" | "open" | "undefined";
  /** Both ends of what it may become; the value itself once it is known. */
  readonly lowest: Num;
  /** The most it may become. */
  readonly highest: Num;
  /** Whether it may also come to no value. */
  readonly mayBeUndefined: boolean;
}

/** A level, or a choice. */
export interface ExplainedLevel {
  /** Tells the three kinds of value apart. */
  readonly kind: "level";
  /** `open` while it depends on what is not given yet; `undefined`: there is none. */
  readonly state: "known" | "open" | "undefined";
  /** Its name; `null` while several are possible, or none. */
  readonly level: string | null;
  /** The level as readers see it. */
  readonly label: string;
  /** The names of all that are possible, from the lowest. */
  readonly possible: readonly string[];
}

/** Whether something holds. */
export interface ExplainedTruth {
  /** Tells the three kinds of value apart. */
  readonly kind: "truth";
  /** `open` while it depends on what is not given yet; `undefined`: it is neither. */
  readonly state: "known" | "open" | "undefined";
  /** `null` while it is open, or undefined. */
  readonly holds: boolean | null;
}

/** What a node comes to. */
export type ExplainedValue = ExplainedNumber | ExplainedLevel | ExplainedTruth;

/**
 * Why an input does not count: the row is not asked, only shown, or left out; the part around it chose others; it does
 * not pass the filter of the set; it is not among the best or the newest few; it adds nothing to numbers; or, of a
 * part, nothing in it counts.
 */
export type ExplanationWhy = "not asked" | "not scored" | "left out" | "not chosen" | "filtered" | "not among" | "adds nothing" | "empty";

/** One step of a calculation, with its inputs: a tree. Plain data, frozen. */
export interface Explanation {
  /** How the value follows from the inputs. */
  readonly rule: ExplanationRule;
  /** The name it belongs to, if it has one; of a rung `award.rung`, of a need `award.rung.0`. */
  readonly name: string | null;
  /** The same for a reader. */
  readonly label: string | null;
  /** The rule in the reader's words: the label of what has one, else the expression. */
  readonly text: string;
  /** What it comes to. */
  readonly value: ExplainedValue;
  /** What it follows from, in the order of the rule; of sets every member, whether it counts or not. */
  readonly inputs: readonly Explanation[];
  /** As an input of the node around it: whether it counts. Of a branch: whether it is taken. */
  readonly counts: "yes" | "no" | "open";
  /** Why it does not count; of a row that a rule names by itself, why it has no value there. */
  readonly why: ExplanationWhy | null;
  /**
   * As an input of a sum, mean, count or percent: what it adds above and below. The sum of what all add above is the
   * value of a `sum`, `weighted sum` or `count`; divided by the sum of what all add below it is that of the others.
   */
  readonly adds: { readonly above: ExplainedNumber; readonly below: Num } | null;
  /** What it weighs among the inputs around it. */
  readonly weight: Num | null;
  /** Of `round`: to multiples of `step`; the input is the value before. */
  readonly rounding: { readonly step: Num; readonly direction: "ties up" | "ties down" | "ties even" | "up" | "down" } | null;
  /** Of `compare` and `test`: how the first stands to the second, or to `level`. */
  readonly comparison: "at least" | "above" | "at most" | "below" | "is" | "is not" | null;
  /** Of a `test` of a level: that level, by name. */
  readonly level: string | null;
  /** Of a `test`: what is tested. */
  readonly test: "level" | "points" | "met" | "answered" | "left out" | "has a comment" | "shown" | "has a score" | null;
  /** Of `how many`: how it is said. */
  readonly quantity: "every" | "most" | "at least" | "at most" | "exactly" | null;
  /** Of `how many`: from how few to how many of the inputs that count have to hold; no number of them does where `least` is above `most`. */
  readonly needed: { readonly least: number; readonly most: number; readonly of: number } | null;
  /** Of `months`: how many. */
  readonly months: number | null;
  /** Of `counted`: what is counted of the slot. */
  readonly counted: "words" | "pages" | "items" | "sentences" | "characters" | "length" | "size" | null;
  /** Of a set: that the best or the newest few of it are picked. Where one that could be among the best has no value, there are no best. */
  readonly pick: "best" | "newest" | null;
  /** Of a percent: measured from the lowest possible. */
  readonly fromLowest: boolean;
  /** Of a row: its state, what it was given, what counts where that differs, and the code that set it. */
  readonly row: { readonly state: RowState; readonly level: string | null; readonly counted: string | null; readonly code: string | null } | null;
  /** Of a result or an award that somebody overruled: by whom, to what and why. The rungs say what was worked out. */
  readonly overruled: Overruled | null;
  /** Where it stands in the rubric: the expression of a score, the words of a set, else the name where it is declared. */
  readonly place: Span | null;
  /** Its inputs stand elsewhere in the tree, at the node with the same rule and name. */
  readonly shared: boolean;
  /** Its inputs, or some of them, are left out: the tree would be too large. The value is right all the same. */
  readonly cut: boolean;
}
