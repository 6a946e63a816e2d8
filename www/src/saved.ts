// The document in which ratings are kept, and reading it without trusting it.

/** Ratings by row. Anything may stand in a stored one. */
export type Stored = ReadonlyMap<string, unknown>;

export interface Saved {
  readonly ratings: Stored;
  /** Ratings that did not fit the rubric when they were last read. */
  readonly kept: Stored;
  /** What "Start over" took away; it can be brought back. */
  readonly before: Stored | null;
}

const FORMAT = 1;

/** `null` when this is not a document of ours, or one of a later format. */
export function parse(text: string, rubric: string): Saved | null {
  const found = object(json(text));
  if (!found || found["format"] !== FORMAT || found["rubric"] !== rubric) return null;
  const ratings = object(found["ratings"]);
  if (!ratings) return null;
  const before = object(found["before"]);
  return { ratings: entries(ratings), kept: entries(object(found["kept"]) ?? {}), before: before && entries(before) };
}

export function write(rubric: string, saved: Saved): string {
  return JSON.stringify({
    format: FORMAT,
    rubric,
    ratings: Object.fromEntries(saved.ratings),
    kept: Object.fromEntries(saved.kept),
    before: saved.before && Object.fromEntries(saved.before),
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function object(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function entries(from: Record<string, unknown>): Map<string, unknown> {
  return new Map(Object.entries(from));
}
