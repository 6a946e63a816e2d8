import type { Note } from "./probe-types.js";
import type { Saved } from "./saved-types.js";

/** A file for a portfolio: the blob, and which piece of evidence it is. */
export interface PortfolioFile {
  /** The slot it was attached to. */
  readonly slot: string;
  /** The `id` of its facts. */
  readonly id: string;
  /** Its file name. */
  readonly name: string;
  /** What is in it. */
  readonly file: Blob;
}

/** What goes into a portfolio. */
export interface PortfolioParts {
  /** What `assessment.save()` gave. */
  readonly saved: Saved;
  /** The files of its evidence. */
  readonly files: readonly PortfolioFile[];
  /** A page for people without Rubricate; it is kept as it is. */
  readonly html: string;
}

/** What both directions may be told. */
export interface PortfolioOptions {
  /** The language of the problems, such as `"es-MX"`; English unless said. */
  readonly locale?: string | undefined;
  /** Stops it: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with how much is done, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** A file of a portfolio that was opened. */
export interface OpenedFile extends PortfolioFile {
  /** Its path inside the portfolio. */
  readonly path: string;
  /** How large it is now. */
  readonly bytes: number;
  /** Of what is there now, in hexadecimal digits. */
  readonly sha256: string;
  /** `same`: as it was packed, and as its facts say. `extra`: the portfolio does not list it; slot and id are then empty. */
  readonly state: "same" | "changed" | "extra";
}

/** A portfolio that was opened. */
export interface Portfolio {
  /** Hand it to `rubric.start({ saved })`, which checks it. */
  readonly saved: Saved;
  /** The page for people; show it in a sandboxed frame only. */
  readonly html: string;
  /** The files, with what became of them. */
  readonly files: readonly OpenedFile[];
  /** What is changed, missing or extra; empty when all is as it was packed. */
  readonly problems: readonly Note[];
}
