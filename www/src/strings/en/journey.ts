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
  tour: "A short tour",
  tourOf: { gap: "A quick look at yourself: choose what fits today, as honestly as you can. Nobody sees it but you.", understand: "Read what each level means, side by side, before you decide what to work on.", work: "Change your ratings as you grow. What it comes to is worked out after every click.", gather: "Drop your files here. They are looked at on this device, and you see at once what is missing.", check: "See what a reviewer would find, and the shortest way to what you want.", "hand-in": "Take your portfolio along as one file, or print it. Nothing is sent for you." } satisfies Record<StepName, string>,
  tourSkip: "Skip the tour",
  missing: "This work is not on this device",
  missingWhy: "It may have been deleted, or it was made in another browser. A copy that was saved as a file can be opened on the first page.",
  unreadable: "The rubric of this work cannot be read any more",
  unreadableWhy: "What you gave is still kept. Save it as a file, or open a newer version of the rubric on the first page.",
};
