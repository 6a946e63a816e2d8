import type { Facts, Rater } from "./types.js";

/** A rating in a saved assessment: a level by name, an exact number as text, met or not. */
export type SavedRating = string | boolean | { readonly points: string } | { readonly leftOut: string };

/** A reply in a saved assessment: a choice by name, an exact number as text, yes or no, a day. */
export type SavedReply = string | boolean;

/** What every row of a saved assessment may say. */
export interface SavedRowTraits {
  /** Fewer is better. */
  readonly lower?: true;
  /** It is worked out by the rubric, not rated. */
  readonly workedOut?: true;
  /** It may be left out. */
  readonly leaveOut?: "allowed" | "with a reason";
  /** It takes no comment. */
  readonly noComment?: true;
}

/**
 * A row as a saved assessment remembers it, enough to tell whether another
 * rubric's row takes the same ratings: a criterion by the place of its list of
 * levels, a check by its points, a number by its range.
 */
export type SavedRow =
  | (SavedRowTraits & { readonly kind: "criterion"; readonly levels: number })
  | (SavedRowTraits & { readonly kind: "check"; readonly points: string })
  | (SavedRowTraits & { readonly kind: "number"; readonly range: SavedRange });

/** A range of numbers, exact as text. */
export interface SavedRange {
  /** The lowest; `null` without one. */
  readonly from: string | null;
  /** The highest; `null` without one. */
  readonly to: string | null;
  /** The step from the lowest; `null` where any number will do. */
  readonly step: string | null;
  /** The only values, where they are listed. */
  readonly values: readonly string[];
}

/** A level: its name and points; of a range of marks also the highest, the step, and the marks that were listed. */
export interface SavedLevel {
  /** Its name. */
  readonly name: string;
  /** Its points, or the lowest mark. */
  readonly points: string;
  /** The highest mark. */
  readonly to?: string;
  /** The step between marks. */
  readonly step?: string;
  /** The marks that were listed. */
  readonly marks?: readonly string[];
}

/** An ask or a setting as it is remembered. */
export interface SavedInput {
  /** What it takes. */
  readonly kind: "choice" | "number" | "yes/no" | "date";
  /** The choices by name. */
  readonly choices?: readonly string[];
  /** The numbers it takes. */
  readonly range?: SavedRange;
}

/** The rubric a saved assessment was made with: its names and hashes, and what its rows and questions take. */
export interface SavedRubric {
  /** Its name. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** Its version, as it says itself. */
  readonly version: string | null;
  /** SHA-256 of everything it says. */
  readonly contentHash: string;
  /** SHA-256 of everything that can change a result. */
  readonly structureHash: string;
  /** Lists of levels, which rows point to. */
  readonly levels: readonly (readonly SavedLevel[])[];
  /** What each row takes, by name. */
  readonly rows: Readonly<Record<string, SavedRow>>;
  /** What each question takes, by name. */
  readonly asks: Readonly<Record<string, SavedInput>>;
  /** What each setting takes, by name. */
  readonly settings: Readonly<Record<string, SavedInput>>;
  /** The names of its evidence slots. */
  readonly evidence: readonly string[];
  /** Its condition codes, and the rows they reach. */
  readonly codes: Readonly<Record<string, { readonly thisRow: boolean; readonly rows: readonly string[] }>>;
  /** Rungs by name, `otherwise` last. */
  readonly results: Readonly<Record<string, readonly string[]>>;
  /** Rungs of awards by name, `otherwise` last. */
  readonly awards: Readonly<Record<string, readonly string[]>>;
  /** By kind and name, such as `score total`: a hash of what it decides, and one of all it says. */
  readonly pieces: Readonly<Record<string, readonly [structure: string, content: string]>>;
}

/** Something that was given and has no place in the rubric it was last opened with. */
export interface SavedLeftover {
  /** Where it was, such as `rows.purpose`. */
  readonly path: string;
  /** What was given, as a saved assessment holds it there. */
  readonly value: unknown;
  /** Why it has no place now. */
  readonly why: string;
}

/** What the assessment came to, to be held against what it comes to later. */
export interface SavedStanding {
  /** Exact, as text; `null` where there is no single value. */
  readonly scores: Readonly<Record<string, string | null>>;
  /** The level of each result; `null` while there is none. */
  readonly results: Readonly<Record<string, string | null>>;
  /** The rung of each award; `null` while there is none. */
  readonly awards: Readonly<Record<string, string | null>>;
}

/** A saved assessment: plain data that JSON holds. Its schema is `rubricate/schema/saved-1.json`. */
export interface Saved {
  /** What the document is. */
  readonly format: "rubricate/saved";
  /** The version of the format. */
  readonly version: 1;
  /** The version of the engine that wrote it. */
  readonly engine: string;
  /** The rubric whose ratings these are. */
  readonly rubric: SavedRubric;
  /** Who gave the ratings. */
  readonly rater: Rater | null;
  /** Moments as the caller gave them: of the first save that had one, and of the last. */
  readonly times: { readonly first: string | null; readonly last: string | null };
  /** The day that counts: once closed, the day of closing. */
  readonly today: string | null;
  /** Whether it is closed. */
  readonly closed: boolean;
  /** Ratings by row. */
  readonly rows: Readonly<Record<string, SavedRating>>;
  /** Comments by row. */
  readonly comments: Readonly<Record<string, string>>;
  /** Answers by question. */
  readonly answers: Readonly<Record<string, SavedReply>>;
  /** The settings that were given. */
  readonly settings: Readonly<Record<string, SavedReply>>;
  /** Every setting with the value that counted, defaults included. */
  readonly inForce: Readonly<Record<string, SavedReply | null>>;
  /** SHA-256 of `inForce` as JSON without spaces, names in the order of their code units. Documents of before may lack it. */
  readonly settingsHash?: string;
  /** Facts of each piece of evidence by slot, written texts included. */
  readonly evidence: Readonly<Record<string, readonly Facts[]>>;
  /** Condition codes that were given. */
  readonly codes: readonly { readonly code: string; readonly row?: string }[];
  /** Results and awards that were set by hand. */
  readonly overrides: Readonly<Record<string, { readonly to: string; readonly by: string; readonly reason: string | null }>>;
  /** What it came to. */
  readonly outcome: SavedStanding;
  /** What had no place in the rubric it was opened with last. */
  readonly kept: readonly SavedLeftover[];
}

/** What `save` may be told. */
export interface SaveOptions {
  /** The moment, such as `"2025-08-01T09:30:00Z"`; the package has no clock. */
  readonly at?: string;
}

/**
 * How two versions of a rubric stand to each other.
 *
 * - `same`: nothing differs but comments and layout.
 * - `wording`: texts differ, and nothing that can change a result.
 * - `comparable`: every rating, answer, comment and file of the old one has its
 *   place in the new one and means the same; results may differ.
 * - `not comparable`: something that could be given has no place any more, or
 *   another meaning.
 */
export type VersionChange = "same" | "wording" | "comparable" | "not comparable";

/** One thing that differs. */
export interface Difference {
  /** How much it weighs. */
  readonly change: Exclude<VersionChange, "same">;
  /** What it is about, such as `rows.purpose`, `awards.credential` or `rubric`. */
  readonly path: string;
  /** All of it as one sentence. */
  readonly text: string;
}

/** What `compare` says of two versions. */
export interface Comparison {
  /** The heaviest of the reasons. */
  readonly change: VersionChange;
  /** What differs, the heaviest first. */
  readonly reasons: readonly Difference[];
  /** The rows that a reason is about, by name. */
  readonly rows: readonly string[];
  /** The results and awards that a reason is about, by name. */
  readonly awards: readonly string[];
}

/** What became of a saved assessment when it was opened. */
export interface Restored extends Comparison {
  /** The rubric it was saved with. */
  readonly recorded: { readonly name: string; readonly version: string | null; readonly contentHash: string; readonly structureHash: string; readonly engine: string };
  /** The paths of what was taken over. */
  readonly carried: readonly string[];
  /** What has no place in this rubric. It is kept, and saved again. */
  readonly dropped: readonly SavedLeftover[];
  /** Scores, results and awards that do not come to what they came to when it was saved. */
  readonly moved: readonly { readonly path: string; readonly was: string | null; readonly now: string | null }[];
  /**
   * Whether the assessment counts as one of this rubric. Where results may differ
   * it is so after `accept` only, and what is saved until then names the rubric
   * from before.
   */
  readonly accepted: boolean;
}
