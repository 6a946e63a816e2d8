import { RubricError, RubricFault, type Assessment, type Change, type Outcome, type Rating, type Rubric } from "rubricate";

/** Who changed something: the person on this page, or the page itself (restoring, another tab). */
export type By = "person" | "page";
export type Listener = (change: Change, by: By) => void;

/** One person's ratings of one rubric, and everyone who wants to know of changes. */
export class Session {
  readonly rubric: Rubric;
  readonly #assessment: Assessment;
  readonly #ratings = new Map<string, Exclude<Rating, null>>();
  readonly #listeners: Listener[] = [];
  /** Ratings that do not fit the rubric; they are saved with the others. */
  kept = new Map<string, unknown>();
  /** What "Start over" took away. */
  before: ReadonlyMap<string, unknown> | null = null;

  constructor(rubric: Rubric) {
    this.rubric = rubric;
    this.#assessment = rubric.start({ locale: locale() });
  }

  get outcome(): Outcome {
    return this.#assessment.outcome;
  }

  get ratings(): ReadonlyMap<string, Exclude<Rating, null>> {
    return this.#ratings;
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /**
   * Rates a row, or with `null` takes its rating back.
   *
   * @throws RubricError when the row does not take the value; nothing changes then.
   */
  rate(row: string, value: Rating): void {
    const change = this.#set(row, value);
    this.kept.delete(row);
    this.#tell(change, "person");
  }

  /**
   * Makes these the ratings, except for rows that `spared` names. What does not
   * fit the rubric goes to `kept`.
   */
  adopt(ratings: ReadonlyMap<string, unknown>, by: By, spared: ReadonlySet<string> = new Set()): void {
    const changes: Change[] = [];
    for (const row of [...this.#ratings.keys()]) {
      if (!ratings.has(row) && !spared.has(row)) changes.push(this.#set(row, null));
    }
    for (const [row, value] of ratings) {
      if (spared.has(row) || this.#ratings.get(row) === value) continue;
      const change = this.#fit(row, value);
      if (change) changes.push(change);
    }
    if (changes.length > 0) this.#tell(merged(changes), by);
  }

  dispose(): void {
    this.#assessment.dispose();
    this.rubric.dispose();
  }

  /** Takes a stored rating in, or keeps it for a rubric that it fits. */
  #fit(row: string, value: unknown): Change | null {
    try {
      const change = this.#set(row, isRating(value) ? value : String(value));
      this.kept.delete(row);
      return change;
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      this.kept.set(row, value);
      return this.#ratings.has(row) ? this.#set(row, null) : null;
    }
  }

  #set(row: string, value: Rating): Change {
    const change = this.#rated(row, value);
    if (value === null) this.#ratings.delete(row);
    else this.#ratings.set(row, value);
    return change;
  }

  /** An engine that failed was started anew with all that it knew; so it is asked once more. */
  #rated(row: string, value: Rating): Change {
    try {
      return this.#assessment.rate(row, value);
    } catch (error) {
      if (!(error instanceof RubricFault)) throw error;
      return this.#assessment.rate(row, value);
    }
  }

  #tell(change: Change, by: By): void {
    for (const listener of this.#listeners) listener(change, by);
  }
}

function isRating(value: unknown): value is Exclude<Rating, null> {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function merged(changes: readonly Change[]): Change {
  const names = (of: (change: Change) => readonly string[]) => [...new Set(changes.flatMap(of))];
  return {
    rows: names((change) => change.rows),
    scores: names((change) => change.scores),
    results: names((change) => change.results),
    awards: names((change) => change.awards),
    evidence: names((change) => change.evidence),
    advice: changes.some((change) => change.advice),
  };
}

/** The reader's locale where it is one of the page's language; a page does not speak two. */
function locale(): string {
  const { lang } = document.documentElement;
  return navigator.languages.find((one) => one === lang || one.startsWith(`${lang}-`)) ?? lang;
}
