import type { Steps } from "./step.js";

/** The steps of the journey, each a module of its own that is loaded when it is opened. */
export const STEP_MODULES: Steps = {
  gap: async () => (await import("./gap.js")).gap,
  understand: async () => (await import("./understand.js")).understand,
  work: async () => (await import("./rate.js")).rate,
  gather: async () => (await import("./gather.js")).gather,
  check: async () => (await import("./check.js")).check,
  "hand-in": async () => (await import("./hand-in.js")).handIn,
};
