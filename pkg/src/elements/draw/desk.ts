import type { Assessment } from "../../assessment.js";
import type { Held } from "../../held.js";
import type { Voice } from "../../texts/voice.js";
import type { AwardOutcome, Outcome, Outline, ResultOutcome, ScoreOutcome } from "../../types.js";
import type { Words } from "../words/words.js";

/** What is going on at a row, besides what was given: it is nobody's business but the page's. */
export interface RowUi {
  /** Counts up with every change here, so that the row is drawn again. */
  turn: number;
  /** What is wrong with what was typed. */
  error: string;
  /** Somebody is typing into the number: it is not written over. */
  typing: boolean;
  /** The question why it is left out is open. */
  leaving: boolean;
  leaveError: string;
  /** The comment is open though empty. */
  commenting: boolean;
  /** A comment on its way. */
  comment: string | null;
}

/** What the pieces of an element draw from. */
export interface Reading {
  readonly words: Words;
  readonly voice: Voice;
  readonly outline: Outline;
  readonly outcome: Outcome;
  readonly given: Held;
  /** No points, scores, weights and bounds are shown. */
  readonly numberless: boolean;
  /** The level of the topmost heading. */
  readonly level: number;
}

/** The same where it can be edited. */
export interface Desk extends Reading {
  readonly assessment: Assessment;
  /** Nothing can be changed. */
  readonly locked: boolean;
  ui(row: string): RowUi;
  /** Changes what is going on at a row. */
  at(row: string, change: Partial<RowUi>): void;
  /** Makes an edit; the reason why it was refused, else `null`. */
  attempt(work: (assessment: Assessment) => unknown): string | null;
  /** Does something later, in place of what was put off under the same key. */
  later(key: string, pause: number, work: () => void): void;
  /** Does now what was put off. */
  hurry(key: string): void;
  /** Brings the reader to a row, a question or a slot. */
  go(kind: "row" | "ask" | "evidence", name: string): void;
}

/** Where a score stands. */
export function scoreText({ words }: Reading, score: ScoreOutcome, short = false): string {
  if (score.state === "undefined") return words.term("noScore");
  if (score.state === "known") return score.text;
  const { lowest, highest } = score;
  if (lowest.text === "" || highest.text === "") return words.term("open");
  return lowest.text === highest.text ? lowest.text : words.term(short ? "to" : "between", lowest.text, highest.text);
}

/** Where an award stands. */
export function awardText({ words }: Reading, award: AwardOutcome): string {
  // A rung may be earned while the one above it is still possible.
  if (award.rung !== null) return award.state === "decided" ? award.label : words.term("soFar", award.label);
  return award.label || words.term(award.state === "pending" ? "pending" : "undecided");
}

/** Where a result stands. */
export function resultText({ words }: Reading, result: ResultOutcome): string {
  if (result.level !== null) return result.state === "decided" ? result.label : words.term("soFar", result.label);
  return result.label || words.term(result.state === "pending" ? "pending" : "undecided");
}

/** Points that stand in an outline. */
export function pointsText({ words, voice }: Reading, exact: string): string {
  return words.term("points", voice.shown(exact, false), exact === "1" ? 1 : 2);
}

/** A weight in words; nothing for the usual one. */
export function weightText({ words, voice }: Reading, weight: string | null): string | null {
  if (weight === null || weight === "1") return null;
  if (weight === "0") return words.term("noWeight");
  if (weight === "2") return words.term("double");
  const [top = "0", bottom = "1"] = weight.split("/");
  return Number(top) < Number(bottom) ? words.term("counts", voice.shown(weight, true)) : words.term("weight", voice.shown(weight, false));
}

/** An exact number as a field takes it: `1/2` is 0.5; `null` where no short decimal is the same. */
export function fieldText(exact: string): string | null {
  const [top = "", bottom] = exact.split("/");
  if (bottom === undefined) return top;
  const text = String(Number(top) / Number(bottom));
  return text.length <= 12 && !text.includes("e") ? text : null;
}

/** Sets a language where a text is in one of its own. */
export function languageOf({ outline, words }: Reading): string | null {
  const spoken = words.lang().split("-")[0]?.toLowerCase();
  const own = outline.language;
  if (own === null || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(own)) return null;
  if (own.split("-")[0]?.toLowerCase() === spoken) return null;
  // A translation the rubric brings is in the reader's language.
  return outline.translations.some(({ language }) => language.split("-")[0]?.toLowerCase() === spoken) ? null : own;
}
