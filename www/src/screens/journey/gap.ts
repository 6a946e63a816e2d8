import { ratingStep } from "./ratings.js";
import type { StepMaker } from "./step.js";

/** Find the gap: a quick self-check. */
export const gap: StepMaker = (work, page) => ratingStep(work, page);
