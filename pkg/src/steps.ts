import type { Explanation } from "./explanation.js";
import type { Num } from "./types.js";

/** How steps are looked for. */
export interface StepsOptions {
  /** So many ways at most; 3 unless said. */
  readonly most?: number;
  /** Of ways with as many changes and levels, those that raise rated rows stand before those that rate new ones. */
  readonly ratedFirst?: boolean;
}

/** One thing to do. A row may be rated, commented on and shown by evidence at once; that is one change. */
export interface StepChange {
  /** What is changed: a row is rated, a question is answered, a slot is completed or gets more; or the assessment, which is closed, is opened again. */
  readonly kind: "row" | "ask" | "evidence" | "reopen";
  /** The row, question or slot, by name. */
  readonly name: string;
  /** The same, as readers see it. */
  readonly label: string;
  /** Of a row: the level it has (or `"met"`, `"not met"`, or its number, exact); `null` where it has none. */
  readonly from: string | null;
  /** What `rate` or `answer` takes: a level's or a choice's name, an exact number, `true` or `false`; `null` where it keeps what it has. */
  readonly to: string | boolean | null;
  /** The same for a reader. */
  readonly toLabel: string;
  /** How many levels up; of a number, steps. A first rating counts from the lowest. */
  readonly levels: number;
  /** A comment is to be given. */
  readonly comment: boolean;
  /** A piece of evidence is to name the row. */
  readonly shown: boolean;
  /** Of a slot: how much of what rules count is to be in it. */
  readonly amounts: readonly StepAmount[];
  /** All of it as one sentence. */
  readonly sentence: string;
}

/** How much of something is to be in a slot. */
export interface StepAmount {
  /** What is counted. */
  readonly what: NonNullable<Explanation["counted"]>;
  /** So much is to be there, exact: seconds, bytes, pieces. */
  readonly count: string;
  /** So much there is; `null` where nobody knows. */
  readonly now: string | null;
  /** More than that does as well; of what is too much, less. */
  readonly open: boolean;
}

/** Changes that reach the rung together. */
export interface StepWay {
  /** Rows first, in order of the file; before all, where it is closed, opening it again. */
  readonly changes: readonly StepChange[];
  /** Levels up, all together. */
  readonly levels: number;
}

/** A condition that fails whatever is changed. */
export interface StepBlock {
  /** The condition, in the reader's words. */
  readonly text: string;
  /** The author's reason, if there is one. */
  readonly message: string | null;
  /** Whether it is a `never`: what must not be. */
  readonly never: boolean;
  /** Of a comparison: what can be had, from lowest to highest. */
  readonly have: { readonly lowest: Num; readonly highest: Num } | null;
  /** Of a comparison: what is needed. */
  readonly need: Num | null;
  /** All of it as one sentence. */
  readonly sentence: string;
}

/** What it takes to reach a rung. */
export interface Steps {
  /**
   * `reached`: it is earned already. `ways`: there are ways. `no way`: none of the changes that are looked at reaches
   * it, and `proof` says why. `unknown`: none was met, and it is not ruled out; the rubric is very large, or the rung
   * rests on what will be inside a file in a way that no number settles.
   */
  readonly state: "reached" | "ways" | "no way" | "unknown";
  /** Whether the first way is proven to have the fewest changes and, among those, the fewest levels. Else it is a way. */
  readonly shortest: boolean;
  /** Whether the assessment is closed, and each way therefore begins with opening it again. */
  readonly reopen: boolean;
  /** How it stands, as one sentence: that it is the shortest way, a way, or no way. */
  readonly sentence: string;
  /** The ways, the best first. None needs all that another one of them needs. */
  readonly ways: readonly StepWay[];
  /** Where there is no way: each condition that rules it out by itself. Empty where every combination of changes was tried instead. */
  readonly proof: readonly StepBlock[];
}
