import type { FindingKey, Measure, UnknownWord } from "../../texts/texts.js";
import { en } from "./en.js";
import { es } from "./es.js";

/** Which end is missed, and what it is, as the reader writes it. */
export interface Missed {
  readonly key: FindingKey;
  readonly side: "low" | "high" | "exact" | null;
  readonly end: string;
  readonly measure: Measure | null;
  /** It was typed here. */
  readonly typed: boolean;
  /** Of all pieces together. */
  readonly total: boolean;
  /** What the author's rule wants, in the reader's words. */
  readonly wanted: string;
}

/** What a finding comes to. */
export type Standing = "done" | "mend" | "advice" | "look" | "unchecked";

/** A fact that a person may tell where a file cannot. */
export type Tellable = "date" | "people" | "author" | "pages" | "words" | "characters" | "length";

/**
 * The words of the evidence slots, in one language. Sentences about what was
 * asked and what was seen come from the engine and are not here.
 */
export interface SlotTerms {
  /* What is asked. */
  optional: string;
  atLeast: (what: string) => string;
  atMost: (what: string) => string;
  from: (low: string, high: string) => string;
  together: (what: string) => string;
  pieces: (count: string, one: boolean) => string;
  measured: (measure: Measure, range: string) => string;
  accepted: (kind: string) => string;
  ending: (end: string) => string;
  kind: (kind: string) => string;
  within: (months: number, days: number) => string;
  after: (day: string) => string;
  before: (day: string) => string;
  hosts: (hosts: string) => string;
  named: (pattern: string) => string;
  mentions: (words: string, all: boolean) => string;
  noPersonal: string;
  avoids: (pattern: string) => string;
  people: (least: string) => string;
  notAuthor: string;
  noDuplicates: string;
  noteWanted: string;
  rowsWanted: string;

  /* Giving something. */
  drop: string;
  dropOr: string;
  choose: string;
  chooseFor: (label: string) => string;
  link: string;
  linkHint: string;
  addLink: string;
  notALink: string;
  write: (label: string) => string;
  counted: (words: string, characters: string) => string;
  found: (word: string) => string;
  notFound: (word: string) => string;
  keptAsWritten: string;

  /* While it is read. */
  reading: (name: string) => string;
  waiting: (name: string) => string;
  readingOf: (percent: string) => string;
  cancel: string;
  cancelOf: (name: string) => string;
  cancelled: (name: string) => string;
  unreadable: (name: string) => string;
  again: string;
  dismiss: string;
  added: (name: string, open: number) => string;
  back: (name: string) => string;

  /* What is there. */
  piecesOf: (label: string) => string;
  standing: (standing: Standing) => string;
  mend: (missed: Missed) => string;
  lookInto: (unknown: UnknownWord) => string;
  typed: string;
  linkTo: (host: string) => string;
  unnamed: string;
  madeBy: (who: string) => string;
  onDay: (day: string) => string;
  told: string;
  notKept: string;
  copyOf: (name: string) => string;
  copy: string;
  remove: string;
  removeOf: (name: string) => string;
  removed: (name: string) => string;
  undo: string;
  sameAs: (name: string, slot: string) => string;
  personal: (places: string) => string;
  personalKind: (what: "email" | "phone" | "id" | "pattern", text: string, line: string) => string;
  personalMend: string;
  more: string;
  noticed: string;
  hints: (count: number) => string;
  fine: (count: number) => string;

  /* What the person adds. */
  details: string;
  note: string;
  noteHint: string;
  shows: string;
  showsHint: string;
  rowsWithout: (rows: string) => string;
  findRow: string;
  tell: string;
  tellHint: string;
  tellFact: (fact: Tellable) => string;
  tellHow: (fact: Tellable) => string;
  notTaken: string;

  /* Dropped on the whole. */
  where: string;
  whereHint: string;
  nowhere: string;
  attach: string;

  /* The portfolio. */
  portfolio: string;
  save: string;
  saving: string;
  open: string;
  opening: string;
  saved: (size: string) => string;
  missingFiles: (names: string) => string;
  opened: (count: number) => string;
  whole: string;
  changed: string;
  fileState: (state: "same" | "changed" | "extra") => string;
  take: string;
  otherRubric: string;

  /* The page in the portfolio. */
  summary: string;
  standsAt: string;
  rows: string;
  row: string;
  rating: string;
  comment: string;
  evidence: string;
  hash: string;
  noEvidence: string;
  notRated: string;
  madeWith: (what: string) => string;
}

/** The words of the slots in the language of a locale; English stands in for others. */
export function slotTerms(locale: string): SlotTerms {
  return locale.toLowerCase().split("-", 1)[0] === "es" ? es : en;
}
