import type { Probed, ProbeOptions, ProbeSlot } from "../probe-types.js";
import { probeWith } from "./probe.js";
import type { OpenThread } from "./thread.js";

export { openPortfolio, packPortfolio } from "./portfolio.js";
export { NOTES, WHY } from "./notes.js";
export type { OpenedFile, Portfolio, PortfolioFile, PortfolioOptions, PortfolioParts } from "../portfolio-types.js";
export type { Note, Probed, ProbeOptions, ProbeSlot } from "../probe-types.js";
export type { Saved } from "../saved-types.js";
export type { Facts, Said } from "../types.js";

/** Looks at a file, a text or a link; see `rubricate/evidence`. */
export type Probe = (given: Blob | string, slot?: ProbeSlot | null, options?: ProbeOptions) => Promise<Probed>;

/** `probe`, with the thread it reads PDFs in. */
export function prober(open: OpenThread): Probe {
  return async (given, slot = null, options = {}) => {
    if (typeof given !== "string" && !(given instanceof Blob)) throw new TypeError("`probe` takes a File, a Blob or a text");
    return probeWith(open, given, slot, options);
  };
}
