import type { Probed, ProbeOptions, ProbeSlot } from "../probe-types.js";
import type { Portfolio, PortfolioOptions, PortfolioParts } from "../portfolio-types.js";
import type { ProbeAway } from "./away.js";
import { type Parts, probeWith } from "./probe.js";

export { NOTES, WHY } from "./notes.js";
export type { OpenedFile, Portfolio, PortfolioFile, PortfolioOptions, PortfolioParts } from "../portfolio-types.js";
export type { Note, Probed, ProbeOptions, ProbeSlot } from "../probe-types.js";
export type { Saved } from "../saved-types.js";
export type { Facts, Said } from "../types.js";

/** Looks at a file, a text or a link; see `rubricate/evidence`. */
export type Probe = (given: Blob | string, slot?: ProbeSlot | null, options?: ProbeOptions) => Promise<Probed>;

/** One file that holds the assessment, its evidence and a page to read, with the hash of each. */
export async function packPortfolio(parts: PortfolioParts, options: PortfolioOptions = {}): Promise<Blob> {
  return (await import("./portfolio.js")).packPortfolio(parts, options);
}

/**
 * Opens a portfolio and holds every file against its hash.
 *
 * @throws RubricError with the reason when it is no portfolio, or built to do harm.
 */
export async function openPortfolio(blob: Blob, options: PortfolioOptions = {}): Promise<Portfolio> {
  return (await import("./portfolio.js")).openPortfolio(blob, options);
}

/** `probe`, with how its parts are loaded, and, where there is one, the thread that does it all. */
export function prober(parts: Parts, away: ProbeAway = async () => null): Probe {
  return async (given, slot = null, options = {}) => {
    if (typeof given !== "string" && !(given instanceof Blob)) throw new TypeError("`probe` takes a File, a Blob or a text");
    return (await away(given, slot, options)) ?? probeWith(parts, given, slot, options);
  };
}
