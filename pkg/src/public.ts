export type { Assessment } from "./assessment.js";
export type {
  Completion, DocumentSymbol, EditorKind, Hover, Keyword, Reference, Rename, Token, TokenKind,
} from "./editor.js";
export { RubricError, RubricFault, RubricLoadError } from "./errors.js";
export type {
  ExplainedLevel, ExplainedNumber, ExplainedTruth, ExplainedValue, Explanation, ExplanationRule, ExplanationWhy,
} from "./explanation.js";
export type { Held } from "./held.js";
export type { CheckOptions, CompareOptions, CompileOptions, Rubricate } from "./load.js";
export type { Rubric } from "./rubric.js";
export type { ModuleSource } from "./start.js";
export type { StepAmount, StepBlock, StepChange, Steps, StepsOptions, StepWay } from "./steps.js";
export type {
  Comparison, Difference, Restored, Saved, SavedInput, SavedLeftover, SavedLevel, SavedRange, SavedRating, SavedReply, SavedRow, SavedRowTraits, SavedRubric, SavedStanding,
  SaveOptions, VersionChange,
} from "./saved-types.js";
export type {
  Advice, AwardOutcome, Change, CodeInput, Diagnostic, EvidenceOutcome, EvidenceState, Facts, Finding, Num, Outcome, Outline,
  OutlineAttempts, OutlineEvidence, OutlineEvidenceRule, OutlineInput, OutlineItem, OutlineLadder, OutlineLevel, OutlineLink,
  OutlinePart, OutlineRaters, OutlineRow, OutlineRung, OverruleInput, Overruled, Rater, Rating, RatingInput, Reason, ReasonAsk,
  ReasonEvidence, ReplyInput, ResultOutcome, RowOutcome, RowState, Rung, RungState, Said, ScoreOptions, ScoreOutcome, SlotOutcome, Span,
  StartOptions, View,
} from "./types.js";
