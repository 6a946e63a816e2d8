/** A place in a source: UTF-16 offsets, and line and column from 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

/** One finding about a source. */
export interface Diagnostic {
  /** Stable; translations and documentation may key on it. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** What is wrong. */
  readonly message: string;
  /** How to mend it. */
  readonly help: string;
  readonly span: Span;
  /** Related places. */
  readonly labels: readonly { readonly span: Span; readonly message: string }[];
  /** Edits that mend it for certain. */
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  }[];
}

/** A level, of a scale or as a row offers it. `points` is exact, as text. */
export interface OutlineLevel {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** What the level looks like on this row. */
  readonly descriptor: string | null;
  /** What to do next from here. */
  readonly advice: string | null;
  readonly points: string;
}

/** A part. */
export interface OutlinePart {
  readonly name: string;
  readonly label: string;
  readonly about: string | null;
  readonly weight: string | null;
  /** The index of the part around it. */
  readonly parent: number | null;
  readonly tags: readonly string[];
}

/** A criterion, check or number. */
export interface OutlineRow {
  readonly name: string;
  readonly label: string;
  readonly kind: "criterion" | "check" | "number";
  /** The index of its part. */
  readonly part: number | null;
  /** The index of its scale. */
  readonly scale: number | null;
  readonly about: string | null;
  readonly tags: readonly string[];
  readonly weight: string | null;
  /** Of a criterion, worst to best. */
  readonly levels: readonly OutlineLevel[];
  /** Of a check. */
  readonly points: string | null;
  /** Of a number: its range and step, exact, as text. */
  readonly from: string | null;
  readonly to: string | null;
  readonly step: string | null;
}

/** A part with its members, or a row, by index. */
export interface OutlineItem {
  readonly kind: "part" | "row";
  readonly index: number;
  readonly items: readonly OutlineItem[];
}

interface Named {
  readonly name: string;
  readonly label: string;
}

/** Everything a page needs to draw a rubric. */
export interface Outline {
  readonly name: string;
  readonly title: string;
  readonly version: string | null;
  readonly language: string | null;
  readonly issuer: { readonly name: string; readonly url: string | null } | null;
  readonly about: string | null;
  readonly fields: readonly string[];
  readonly sources: readonly { readonly text: string; readonly url: string | null }[];
  readonly licence: string | null;
  readonly expires: string | null;
  readonly scales: readonly (Named & { readonly ordinal: boolean; readonly levels: readonly OutlineLevel[] })[];
  readonly parts: readonly OutlinePart[];
  readonly rows: readonly OutlineRow[];
  /** Parts and rows as they nest, in order of the file. */
  readonly tree: readonly OutlineItem[];
  readonly scores: readonly (Named & { readonly percent: boolean })[];
  readonly awards: readonly (Named & { readonly rungs: readonly Named[]; readonly otherwise: Named | null })[];
  readonly advice: readonly string[];
}

/** A number three ways. */
export interface Num {
  /** For drawing: the nearest double. `null`: there is no single value. */
  readonly value: number | null;
  /** The exact fraction, `"29/40"`. */
  readonly exact: string | null;
  /** In the reader's locale, `"72.5%"`. Empty when there is no value. */
  readonly text: string;
}

/** A score with what it may still become. */
export interface ScoreOutcome extends Num {
  readonly state: "known" | "open" | "undefined";
  readonly lowest: Num;
  readonly highest: Num;
  /** What it would be if the assessment were closed now. */
  readonly ifClosed: Num;
}

/** The five states of a row. They never turn into each other silently. */
export type RowState = "unanswered" | "left out" | "not scored" | "not asked" | "rated";

/** A row. */
export interface RowOutcome {
  readonly state: RowState;
  /** The level's name; `"met"` or `"not met"` for a check. */
  readonly level: string | null;
  readonly points: Num;
  readonly lowest: Num;
  readonly highest: Num;
  readonly comment: null;
}

/** The state of a rung. */
export type RungState = "earned" | "possible" | "out of reach" | "pending";

/** Why a rung does not hold, or not yet. */
export interface Reason {
  /** The condition, in the reader's words. */
  readonly text: string;
  /** The author's reason, if there is one. */
  readonly message: string | null;
  /** `short`: it is false; `open`: it depends on what is still open; `undefined`: a value is missing. */
  readonly state: "short" | "open" | "undefined";
  /** Whether it is a `never`: what must not be. */
  readonly never: boolean;
  /** The rung of the same ladder that has to be earned first, by name, if that is what is needed. */
  readonly rung: string | null;
  /** The rows that are short or open. */
  readonly rows: readonly { readonly row: string; readonly label: string; readonly state: "short" | "open"; readonly level: string | null }[];
  /** Of a comparison: what there is, from lowest to highest. */
  readonly have: { readonly lowest: Num; readonly highest: Num } | null;
  /** Of a comparison: what is needed. */
  readonly need: Num | null;
  /** All of it as one sentence. */
  readonly sentence: string;
}

/** A rung with its state and what stands in its way. */
export interface Rung {
  readonly name: string;
  readonly label: string;
  readonly state: RungState;
  readonly reasons: readonly Reason[];
}

/** An award. */
export interface AwardOutcome {
  /** The highest rung earned; `null` while nothing is. */
  readonly rung: string | null;
  readonly label: string;
  readonly state: "decided" | "open" | "pending";
  readonly rungs: readonly Rung[];
  /** The rung if the assessment were closed now. */
  readonly ifClosed: string | null;
}

/** Feedback. */
export interface Advice {
  readonly text: string;
  /** The row it belongs to; `null` for advice on the whole. */
  readonly row: string | null;
}

/** Where an assessment stands. Frozen plain data; records have no prototype. */
export interface Outcome {
  readonly scores: Readonly<Record<string, ScoreOutcome>>;
  readonly results: Readonly<Record<string, never>>;
  readonly awards: Readonly<Record<string, AwardOutcome>>;
  readonly rows: Readonly<Record<string, RowOutcome>>;
  readonly advice: readonly Advice[];
  readonly progress: { readonly rated: number; readonly total: number };
  readonly engine: string;
}

/** What an edit changed, by name. */
export interface Change {
  readonly rows: readonly string[];
  readonly scores: readonly string[];
  readonly results: readonly string[];
  readonly awards: readonly string[];
  readonly evidence: readonly string[];
  readonly advice: boolean;
}

/** A rating: a level's name, a number, an exact fraction as text, or met and not met; `null` is unanswered. */
export type Rating = string | number | boolean | null;

/** Where a need's numbers stand, and how to say it. Not part of the public surface. */
export interface NeedLayout {
  readonly award: number;
  readonly rung: number;
  readonly never: boolean;
  readonly text: string;
  readonly message: string | null;
  readonly percent: boolean;
  readonly at: number;
  readonly members: readonly number[];
  readonly membersAt: number;
  readonly compareAt: number;
  /** The rung of the same award that the need is about; -1 for none. */
  readonly below: number;
}

/** Where everything stands in a session's numbers. Not part of the public surface. */
export interface Layout {
  readonly rows: number;
  readonly scores: number;
  readonly awards: number;
  readonly rungs: number;
  readonly advice: number;
  readonly progress: number;
  readonly needs: readonly NeedLayout[];
  readonly length: number;
}

/** What the engine hands over at compile. Not part of the public surface. */
export interface CompiledRubric {
  readonly handle: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly outline: Outline | null;
  readonly layout: Layout | null;
}
