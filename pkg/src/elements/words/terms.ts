import type { Translation } from "@shoelace-style/localize";
import type { RowState, RungState } from "../../types.js";

/** How evidence stands, as the engine names it. */
type EvidenceWord = "complete" | "incomplete" | "needs a look" | "unchecked";

/**
 * Every string that the elements bring themselves, in one language. Sentences
 * about the rubric come from the engine and are not here. One that is missing
 * in a language does not compile. Numbers come in as texts of the locale, with
 * the number itself where a plural rests on it.
 */
export interface Terms extends Translation {
  /* Loading, and what goes wrong. */
  loading: string;
  nothing: string;
  failed: string;
  again: string;
  faulty: (errors: number) => string;
  place: (line: number, column: number) => string;
  severity: (severity: "error" | "warning" | "info") => string;
  mend: string;
  refused: (why: string) => string;
  stillCounted: (rating: string) => string;
  notANumber: string;
  incomplete: (rated: number, total: number) => string;
  askOpen: string;
  evidenceLacks: string;
  fault: string;

  /* The rubric. */
  version: (version: string) => string;
  sources: string;
  ratedOf: (rated: number, total: number) => string;
  points: (text: string, count: number) => string;
  pointsRange: (from: string, to: string) => string;
  weight: (text: string) => string;
  counts: (percent: string) => string;
  double: string;
  noWeight: string;
  bonus: string;
  chooses: (count: number) => string;
  range: (from: string, to: string | null, step: string | null) => string;
  shownBy: string;
  alignedWith: string;

  /* Rows. */
  state: (state: RowState) => string;
  workedOut: string;
  workedOutOpen: string;
  notScoredHint: string;
  notAskedHint: string;
  met: string;
  notMet: string;
  mark: string;
  markOpen: string;
  countsAs: (label: string) => string;
  byCode: (label: string) => string;
  clear: string;
  leaveOut: string;
  whyLeftOut: string;
  reasonNeeded: string;
  leftOutBecause: string;
  bringBack: string;
  cancel: string;
  comment: string;
  addComment: string;
  commentRequired: string;
  commentLink: string;
  moreOf: (label: string) => string;

  /* Questions, codes, evidence. */
  asks: string;
  yes: string;
  no: string;
  choose: string;
  byDefault: (value: string) => string;
  codes: string;
  codesHint: string;
  evidence: string;
  evidenceState: (state: EvidenceWord) => string;
  notAskedNow: string;

  /* Where one stands. */
  standing: string;
  progress: string;
  scores: string;
  results: string;
  noScore: string;
  open: string;
  between: (lowest: string, highest: string) => string;
  to: (lowest: string, highest: string) => string;
  ifClosed: (text: string) => string;
  rung: (state: RungState) => string;
  soFar: (label: string) => string;
  undecided: string;
  pending: string;
  inTheWay: (count: number) => string;
  stillOpen: (count: number) => string;
  caveats: (count: number) => string;
  holds: string;
  numberNotYet: string;
  overruledBy: (who: string) => string;
  missing: string;
  more: (count: string) => string;
  instead: string;
  allRated: string;
  decide: string;
  decideTo: string;
  liftDecision: string;
  toReach: (label: string) => string;
  changes: (count: number) => string;
  fewest: string;
  reached: (label: string) => string;
  noWay: (label: string) => string;
  unknownWay: string;
  workOut: string;
  advice: string;

  /* Doing. */
  undo: string;
  redo: string;
  close: string;
  reopen: string;
  closedNote: string;
  readonlyNote: string;

  /* An assessment that was saved before. */
  restoredAs: (version: string | null) => string;
  dropped: (count: number) => string;
  moved: (count: number) => string;
  acceptHint: string;
  accept: string;

  /* The report. */
  report: string;
  by: (who: string, role: string) => string;
  onDay: (day: string) => string;
  closedOn: (day: string | null) => string;
  notClosed: string;
  criterion: string;
  rating: string;
  noRating: string;
  exactly: string;
  pointsHead: string;
  reason: string;
  answers: string;
  hashes: string;
  contentHash: string;
  structureHash: string;
  engine: string;
  awards: string;
  rows: string;
}
