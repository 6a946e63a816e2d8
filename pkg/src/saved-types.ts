import type { Facts, Rater } from "./types.js";

/** A rating in a saved assessment: a level by name, an exact number as text, met or not. */
export type SavedRating = string | boolean | { readonly points: string } | { readonly leftOut: string };

/** A reply in a saved assessment: a choice by name, an exact number as text, yes or no, a day. */
export type SavedReply = string | boolean;

/** What every row of a saved assessment may say. */
export interface SavedRowTraits {
  /** Fewer is better. */
  readonly lower?: true;
  /** It is worked out by the rubric. */
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
  /** The lowest. */
  readonly from: string | null;
  /** The highest; `null` without a top. */
  readonly to: string | null;
  /** Between two numbers; `null` where it takes any. */
  readonly step: string | null;
  /** The only numbers it takes. */
  readonly values: readonly string[];
}

/** A level: its name and points; of a range of marks also the highest, the step, and the marks that were listed. */
export interface SavedLevel {
  /** Its name. */
  readonly name: string;
  /** Its points; of a range of marks the lowest. */
  readonly points: string;
  /** The highest mark. */
  readonly to?: string;
  /** Between two marks. */
  readonly step?: string;
  /** The marks, where they were listed. */
  readonly marks?: readonly string[];
}

/** An ask or a setting as it is remembered. */
export interface SavedInput {
  /** What a reply is. */
  readonly kind: "choice" | "number" | "yes/no" | "date";
  /** What may be chosen, by name. */
  readonly choices?: readonly string[];
  /** The numbers it takes. */
  readonly range?: SavedRange;
}

/** The rubric a saved assessment was made with: its names and hashes, and what its rows and questions take. */
export interface SavedRubric {
  /** The rubric's name. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** Its version, as written. */
  readonly version: string | null;
  /** SHA-256 of all it says. */
  readonly contentHash: string;
  /** SHA-256 of what decides. */
  readonly structureHash: string;
  /** The lists of levels that rows name by their place. */
  readonly levels: readonly (readonly SavedLevel[])[];
  /** The rows, by name. */
  readonly rows: Readonly<Record<string, SavedRow>>;
  /** The questions, by name. */
  readonly asks: Readonly<Record<string, SavedInput>>;
  /** The settings, by name. */
  readonly settings: Readonly<Record<string, SavedInput>>;
  /** The slots. */
  readonly evidence: readonly string[];
  /** The codes, and the rows each reaches. */
  readonly codes: Readonly<Record<string, { readonly thisRow: boolean; readonly rows: readonly string[] }>>;
  /** Rungs by name, `otherwise` last. */
  readonly results: Readonly<Record<string, readonly string[]>>;
  /** Rungs by name, `otherwise` last. */
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
  /** The levels, by result. */
  readonly results: Readonly<Record<string, string | null>>;
  /** The rungs, by award. */
  readonly awards: Readonly<Record<string, string | null>>;
}

/** A saved assessment: plain data that JSON holds. Its schema is `rubricate/schema/saved-1.json`. */
export interface Saved {
  /** Says what the document is. */
  readonly format: "rubricate/saved";
  /** The version of its shape. */
  readonly version: 1;
  /** The version of the engine that wrote it. */
  readonly engine: string;
  /** The rubric whose ratings these are. */
  readonly rubric: SavedRubric;
  /** Whose ratings they are. */
  readonly rater: Rater | null;
  /** Moments as the caller gave them: of the first save that had one, and of the last. */
  readonly times: { readonly first: string | null; readonly last: string | null };
  /** The day that counts: once closed, the day of closing. */
  readonly today: string | null;
  /** Whether it is closed. */
  readonly closed: boolean;
  /** Ratings, by row. */
  readonly rows: Readonly<Record<string, SavedRating>>;
  /** Comments, by row. */
  readonly comments: Readonly<Record<string, string>>;
  /** Replies, by question. */
  readonly answers: Readonly<Record<string, SavedReply>>;
  /** The settings that were given. */
  readonly settings: Readonly<Record<string, SavedReply>>;
  /** Every setting with the value that counted, defaults included. */
  readonly inForce: Readonly<Record<string, SavedReply | null>>;
  /** SHA-256 of `inForce` as JSON without spaces, names in the order of their code units. Documents of before may lack it. */
  readonly settingsHash?: string;
  /** Facts of each piece of evidence by slot, written texts included. */
  readonly evidence: Readonly<Record<string, readonly Facts[]>>;
  /** Codes that were given. */
  readonly codes: readonly { readonly code: string; readonly row?: string }[];
  /** What somebody decided, by result or award. */
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
