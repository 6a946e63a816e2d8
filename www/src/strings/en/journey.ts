import type { StepName } from "../../router.js";

export const journey = {
  steps: {
    gap: "Find the gap",
    understand: "Understand",
    work: "Work on it",
    gather: "Gather",
    check: "Check",
    "hand-in": "Hand in",
  } satisfies Record<StepName, string>,
  /** For a narrow bar. */
  short: {
    gap: "Gap",
    understand: "Criteria",
    work: "Rate",
    gather: "Gather",
    check: "Check",
    "hand-in": "Hand in",
  } satisfies Record<StepName, string>,
  nav: "Steps of this work",
  next: (step: string) => `Next: ${step}`,
  previous: (step: string) => `Back: ${step}`,
  missing: "This work is not on this device",
  missingWhy: "It may have been deleted, or it was made in another browser. A copy that was saved as a file can be opened on the first page.",
  unreadable: "The rubric of this work cannot be read any more",
  unreadableWhy: "What you gave is still kept. Save it as a file, or open a newer version of the rubric on the first page.",
};
