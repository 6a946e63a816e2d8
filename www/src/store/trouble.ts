/** Why something could not be kept. */
export type TroubleKind = "full" | "missing" | "blocked" | "failed";

/** A failure of the storage, with what it means for the person. */
export class StorageTrouble extends Error {
  override readonly name = "StorageTrouble";
  readonly kind: TroubleKind;
  /** Whether the same may work a moment later. */
  readonly passing: boolean;
  /** Whether the database has to be opened again first. */
  readonly reopen: boolean;

  constructor(kind: TroubleKind, message: string, { passing = false, reopen = false } = {}) {
    super(message);
    this.kind = kind;
    this.passing = passing;
    this.reopen = reopen;
  }
}

/** What a failure of IndexedDB is. Its names are those of the specification. */
export function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof StorageTrouble) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  const message = error instanceof Error ? error.message : String(error);
  if (name === "QuotaExceededError") return new StorageTrouble("full", message);
  if (name === "SecurityError") return new StorageTrouble("missing", message);
  if (name === "VersionError") return new StorageTrouble("blocked", message);
  const reopen = name === "InvalidStateError" || name === "UnknownError" || name === "NotFoundError";
  return new StorageTrouble("failed", message, { passing: true, reopen });
}

/** An edit that was worked out from a state that another tab has gone past. */
export class StaleWrite extends Error {
  override readonly name = "StaleWrite";
}
