export type { Assessment } from "./assessment.js";
export { RubricError, RubricFault } from "./errors.js";
export type { CompileOptions, ModuleSource, Rubricate } from "./load.js";
export type { Rubric } from "./rubric.js";
export type {
  Advice, AwardOutcome, Change, Diagnostic, EvidenceOutcome, EvidenceState, Facts, Finding, Num, Outcome, Outline, OutlineEvidence,
  OutlineEvidenceRule, OutlineInput, OutlineItem, OutlineLadder, OutlineLevel, OutlineLink, OutlinePart, OutlineRow, OutlineRung,
  Overruled, Rater, Rating, RatingInput, Reason, ReplyInput, ResultOutcome, RowOutcome, RowState, Rung, RungState, ScoreOptions,
  ScoreOutcome, Span, StartOptions,
} from "./types.js";
