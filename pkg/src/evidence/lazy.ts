import type { Parts } from "./probe.js";
import type { OpenThread } from "./thread.js";

/** The parts of a probe, each loaded when a file needs it. */
export function lazy(open: OpenThread): Parts {
  return { open, office: () => import("./office.js"), rarer: () => import("file-type/core") };
}
