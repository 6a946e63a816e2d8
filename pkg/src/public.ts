export type { Assessment } from "./assessment.js";
export { RubricError, RubricFault } from "./errors.js";
export type { ModuleSource, Rubricate } from "./load.js";
export type { Rubric, StartOptions } from "./rubric.js";
export type {
  Advice, AwardOutcome, Change, Diagnostic, Num, Outcome, Outline, OutlineItem, OutlineLevel, OutlinePart, OutlineRow,
  Rating, Reason, RowOutcome, RowState, Rung, RungState, ScoreOutcome, Span,
} from "./types.js";
