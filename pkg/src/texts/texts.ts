import type { Changed } from "./changed.js";
import type { Telling } from "./telling.js";

/** How two values compare: at least, above, at most, below, the same, not the same. */
export type Op = "ge" | "gt" | "le" | "lt" | "eq" | "ne";
/** What a comparison measures. */
export type Unit = "plain" | "percent" | "day" | "days" | "months" | "seconds" | "bytes";
/** What is asked for (`Every check must be met`), or how it stands (`every check is met`). */
export type Mood = "must" | "holds";

/** What is asked of a row, a result or an answer. */
export type TestData =
  | { readonly kind: "level"; readonly op: Op; readonly level: string; readonly choice: boolean }
  | { readonly kind: "points"; readonly op: Op; readonly value: string }
  | { readonly kind: "met" | "shown" | "answered" | "left_out" | "comment" | "score" }
  | { readonly kind: "not"; readonly test: TestData }
  | { readonly kind: "if"; readonly cases: readonly { readonly when: string; readonly then: TestData }[]; readonly other: TestData };

/** The words of the language that rows are counted by. */
export type KindWord = "criteria" | "checks" | "numbers" | "rows" | "parts";

/** A set as it is described. */
export interface SetData {
  /** The word for its members; `null` where they are named. */
  readonly kind: KindWord | null;
  /** The names; of a run the first and the last. */
  readonly names: readonly string[];
  readonly run: boolean;
  /** One thing by itself. */
  readonly single: boolean;
  readonly within: readonly string[];
  readonly tagged: readonly (readonly string[])[];
  readonly untagged: readonly (readonly string[])[];
  readonly that: readonly TestData[];
  readonly without: readonly string[];
  /** The best or newest few of another set. */
  readonly pick: { readonly best: boolean; readonly count: string; readonly of: SetData } | null;
}

/** How many. */
export type QuantityWord = "every" | "any" | "no" | "most" | "half" | "at_least" | "at_most" | "exactly";

export interface Quantified {
  readonly quantity: QuantityWord;
  /** How many as it is written; of a share, a percent. */
  readonly amount: string;
  readonly share: boolean;
  readonly one: boolean;
  readonly set: SetData;
  readonly test: TestData;
  readonly mood: Mood;
}

/** A row as it stands. */
export interface RowState {
  readonly label: string;
  readonly level: string;
}

/** Where the count of a set stands. */
export interface Counted {
  readonly quantity: QuantityWord;
  readonly test: TestData;
  /** How many hold, how many there are. */
  readonly have: number;
  readonly all: number;
  /** How many more, or fewer, are needed; `null` where that is not known. */
  readonly more: number | null;
  /** Rows that stand in the way, or the nearest ones, with their levels. */
  readonly rows: readonly RowState[];
  /** How many rows that is, those not named among them. */
  readonly count: number;
  /** Whether the rows are still open. */
  readonly open: boolean;
}

/** Where a comparison stands. */
export interface Compared {
  readonly op: Op;
  readonly unit: Unit;
  readonly lowest: string;
  readonly highest: string;
  readonly known: boolean;
  /** Without an end above, or below. */
  readonly endless: boolean;
  readonly bottomless: boolean;
  readonly empty: boolean;
  /** It cannot come to hold. */
  readonly never: boolean;
  /** By how much it is short (or over), with the noun for points; empty where that says nothing. */
  readonly gap: string;
  readonly gapOne: boolean;
}

/** What a number of a gather, a fact or the like is called. */
export type GatherWord = "sum" | "mean" | "median" | "lowest" | "highest" | "weighted_mean" | "weighted_sum" | "percent" | "weighted_percent" | "count";
export type FactWord = "words" | "pages" | "items" | "sentences" | "characters" | "seconds" | "bytes";

/** Who a sentence of the precheck is about. */
export interface Subject {
  readonly text: string;
  readonly many: boolean;
}

/** What a measure counts. */
export type Measure = "size" | "pages" | "words" | "characters" | "length" | "width" | "height";
export type CountUnit = "pages" | "words" | "characters" | "items" | "people" | "pixels" | "bytes" | "sentences";

/** Which end of a range is said. */
export interface Asked {
  readonly side: "low" | "high" | "exact";
  readonly end: string;
  /** The other end of a range. */
  readonly to?: string;
}

/** What the precheck found, as data; members that say nothing are left out. */
export interface FindingData {
  /** The slot as it is called, and one item of several. */
  readonly label: string;
  readonly item: { readonly name: string | null; readonly place: number } | null;
  /** What was seen, with its unit, or as it is written. */
  readonly value?: string;
  readonly zero?: boolean;
  /** The slot may stay empty. */
  readonly optional?: boolean;
  readonly asked?: Asked | null;
  readonly measure?: Measure;
  /** Of all items together. */
  readonly total?: boolean;
  readonly kinds?: readonly string[];
  readonly extensions?: readonly string[];
  /** What its name says it is. */
  readonly declared?: string;
  readonly from?: string;
  readonly to?: string;
  /** How a day is asked for. */
  readonly days?: "after" | "before" | "from" | "until";
  readonly hosts?: readonly string[];
  readonly pattern?: string;
  /** Words found or missing, and all that were wanted. */
  readonly words?: readonly string[];
  readonly wanted?: readonly string[];
  readonly all?: boolean;
  readonly places?: readonly { readonly what: "email" | "phone" | "id" | "pattern"; readonly text: string; readonly line: number }[];
  readonly more?: boolean;
  /** The item it is the same as: place 0 is another slot. */
  readonly twin?: { readonly name: string | null; readonly place: number };
  readonly statement?: string;
  /** What is not known, and why. */
  readonly unknown?: UnknownWord;
  readonly why?: WhyWord;
  readonly said?: string;
}

export type UnknownWord = "kind" | Measure | "date" | "url" | "name" | "text" | "people" | "author" | "fingerprint" | "note" | "rows" | "statement";
export type WhyWord = "missing" | "link" | "encrypted" | "scan" | "no today" | "too long" | "said";

/** How a finding stands. */
export interface FindingState {
  readonly holds: "yes" | "no" | "unknown";
  readonly soft: boolean;
  readonly told: boolean;
  readonly unchecked: boolean;
}

/** What the precheck may say. */
export type FindingKey =
  | "items" | "link" | "unknown" | "accepts" | "measured" | "dated" | "hosts" | "named" | "mentions" | "personal" | "avoids"
  | "people" | "not author" | "duplicates" | "note" | "rows" | "attest";

/** What a catalogue may ask of the voice that speaks it. */
export interface Grammar {
  /** `a, b and c`; `a, b or c`. */
  and(all: readonly string[]): string;
  or(all: readonly string[]): string;
  /** Whether a whole number goes with a singular. */
  one(count: number): boolean;
  number(count: number): string;
}

/**
 * All sentences of one language. A missing one is an error of the types.
 * Clauses begin with a small letter where they do not begin with a name.
 */
export interface Texts {
  /** Conditions. */
  quantified(data: Quantified): string;
  is(data: { readonly subject: string; readonly test: TestData; readonly mood: Mood }): string;
  compare(data: { readonly left: string; readonly op: Op; readonly unit: Unit; readonly right: string; readonly mood: Mood }): string;
  complete(data: { readonly slot: string | null; readonly not: boolean; readonly mood: Mood }): string;
  hasScore(data: { readonly subject: string; readonly not: boolean; readonly mood: Mood }): string;
  ask(data: { readonly label: string; readonly yes: boolean; readonly mood: Mood }): string;
  rung(data: { readonly label: string; readonly mood: Mood }): string;
  never(clause: string): string;
  not(clause: string, mood: Mood): string;
  by(clause: string, role: string): string;
  always(value: boolean): string;
  when(data: { readonly when: string; readonly then: string; readonly other: string }): string;
  since(data: { readonly when: string; readonly then: string }): string;
  /** Conditions joined; `how` says how many have to hold. */
  joined(data: { readonly how: "and" | "or" | QuantityWord; readonly amount: string; readonly one: boolean; readonly clauses: readonly string[]; readonly mood: Mood }): string;
  /** What is needed of several, before those that are short. */
  needed(data: { readonly how: "and" | "or" | QuantityWord; readonly amount: string; readonly one: boolean }): string;
  /** What is needed of several: one behind the other. */
  choices(all: readonly string[], how: "and" | "or" | QuantityWord): string;
  answerTo(label: string): string;
  /** One of several numbers. */
  either(data: { readonly cases: readonly { readonly when: string; readonly then: string }[]; readonly other: string }): string;
  /** `Domain rating (Preparing and Climate)`. */
  together(common: string, all: readonly string[]): string;
  /** The best that a result may still come to. */
  atBest(level: string): string;
  /** A row with its part, where its label alone could be another's. */
  within(part: string, row: string): string;
  quoted(text: string): string;

  /** Numbers in words. */
  gather(data: { readonly what: GatherWord; readonly set: SetData }): string;
  fact(data: { readonly what: FactWord; readonly slot: string }): string;
  mostPoints(row: string): string;
  today: string;
  /** A name with its value: `Pass mark (72.5%)`. */
  valued(name: string, value: string): string;
  outOf(value: string, most: string): string;
  points(count: string, one: boolean): string;
  day(text: string): string;
  unit(unit: CountUnit | "days" | "months", count: string, one: boolean): string;

  /** Where it stands, behind a colon. */
  counted(data: Counted): string;
  compared(data: Compared): string;
  rated(data: { readonly level: string | null; readonly best: string | null; readonly row: "criterion" | "check" | "number"; readonly open: boolean }): string;
  answered(data: { readonly asks: readonly { readonly label: string; readonly answer: string | null; readonly choice: boolean }[]; readonly alone: boolean }): string;
  incomplete(data: { readonly slots: readonly string[]; readonly alone: boolean }): string;
  caveat(data: { readonly look: readonly string[]; readonly unchecked: readonly string[] }): string;
  named(rows: readonly RowState[], count: number): string;
  comments(rows: readonly string[], count: number): string;
  comment(row: string): string;

  /** States, as they stand in brackets. */
  state: Readonly<Record<"not rated" | "still open" | "left out" | "not asked" | "not scored" | "met" | "not met" | "yes" | "no" | "not answered" | "incomplete" | "needs a look" | "unchecked" | "not so", string>>;

  /** Explanations and steps; what differs between versions, and what is refused. */
  readonly telling: Telling;
  readonly changed: Changed;

  /** The precheck. */
  subject(data: FindingData): Subject;
  finding: Readonly<Record<FindingKey, (subject: Subject, data: FindingData, state: FindingState) => string>>;
}
