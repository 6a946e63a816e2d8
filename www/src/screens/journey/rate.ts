import { ratingStep } from "./ratings.js";
import type { StepMaker } from "./step.js";

/** Work on it: the ratings, row by row. */
export const rate: StepMaker = (work, page) => ratingStep(work, page);
