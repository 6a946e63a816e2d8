import type { TemplateResult } from "lit";
import type { Page } from "../../page.js";
import type { StepName } from "../../router.js";
import type { Work } from "../../work/work.js";

/** One step of the journey, made when it is opened. */
export interface JourneyStep {
  /** Draws all of it below the step's heading; called whenever something changed. */
  render(): TemplateResult;
  /** The address named a row of the rubric: show it and focus it. */
  reveal?(row: string): void;
  /** Files were dropped on the page. True when the step took them. */
  drop?(files: readonly File[]): boolean;
  /** It is left. */
  close?(): void;
}

export type StepMaker = (work: Work, page: Page) => JourneyStep;

/** A step with its code, loaded when it is first opened. */
export type Steps = Readonly<Record<StepName, () => Promise<StepMaker>>>;
