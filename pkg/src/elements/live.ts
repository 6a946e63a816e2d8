import type { Assessment } from "../assessment.js";
import type { Rubric } from "../rubric.js";
import type { Restored, Saved } from "../saved-types.js";
import type { Change, StartOptions } from "../types.js";
import { type Compiled, Compiling, type Origin } from "./compiling.js";

/** What an assessment begins with, besides its rubric. */
export interface Beginning {
  readonly saved: Saved | string | null;
  readonly options: Omit<StartOptions, "saved" | "locale">;
  readonly today: string | null;
  readonly locale: string;
}

/** Who is told. */
export interface Told {
  /** How far the rubric has come; `error` where it cannot be used. */
  state(state: Compiled): void;
  /** A live assessment is there, or another one. */
  ready(assessment: Assessment, restored: Restored | null): void;
  changed(change: Change): void;
}

/**
 * A rubric and one live assessment of it: the host's own, or one that is begun
 * here and let go here.
 */
export class Live {
  readonly #told: Told;
  readonly #compiling: Compiling;
  readonly #beginning: () => Beginning;
  #own: Assessment | null = null;
  #leave: (() => void) | null = null;
  #carried: Saved | string | null = null;
  #failed: unknown = null;
  #locale = "";
  assessment: Assessment | null = null;

  constructor(beginning: () => Beginning, told: Told) {
    this.#beginning = beginning;
    this.#told = told;
    this.#compiling = new Compiling((state) => this.#compiled(state));
  }

  get state(): Compiled {
    if (this.#failed !== null) return { is: "failed", error: this.#failed };
    return this.assessment ? { is: "ready", rubric: this.assessment.rubric } : this.#compiling.state;
  }

  /** Whether the live assessment was begun here. */
  get owns(): boolean {
    return this.#own !== null && this.#own === this.assessment;
  }

  /** Compiles what is given now, and begins. */
  begin(origin: Origin): void {
    this.#drop();
    void this.#compiling.begin(origin);
  }

  /** Takes an assessment of the host. */
  adopt(assessment: Assessment): void {
    this.#drop();
    this.#use(assessment);
    this.#told.ready(assessment, assessment.restored);
  }

  /** Begins once more, with this document or what the host gave. */
  restart(saved: Saved | string | null = null): void {
    this.#carried = saved;
    const { state } = this.#compiling;
    if (state.is === "ready") this.#start(state.rubric);
  }

  /** Begins once more where the locale is another one; what was given stays. */
  follow(): void {
    if (this.owns && this.assessment && this.#beginning().locale !== this.#locale) this.restart(this.assessment.save());
  }

  /** Lets everything go, and keeps what was given for `begin`. */
  park(): void {
    if (this.owns && this.assessment) this.#carried = this.assessment.save();
    this.#drop();
    void this.#compiling.begin({ rubric: null, source: null, src: null, files: null });
  }

  #compiled(state: Compiled): void {
    this.#failed = null;
    if (state.is === "ready") this.#start(state.rubric);
    else this.#told.state(state);
  }

  #start(rubric: Rubric): void {
    const { saved: given, options, today, locale } = this.#beginning();
    const saved = this.#carried ?? given;
    try {
      const day = today ?? (options.today === undefined && !isClosed(saved) ? deviceDay() : null);
      const assessment = rubric.start({ ...options, ...(day === null ? {} : { today: day }), locale, saved });
      this.#carried = null;
      this.#drop();
      this.#own = assessment;
      this.#locale = locale;
      this.#use(assessment);
      this.#told.ready(assessment, assessment.restored);
    } catch (error) {
      // What was saved is not lost by beginning without it.
      this.#drop();
      this.#failed = error;
      this.#told.state({ is: "failed", error });
    }
  }

  #use(assessment: Assessment): void {
    this.#failed = null;
    this.assessment = assessment;
    this.#leave = assessment.onChange((change) => this.#told.changed(change));
  }

  #drop(): void {
    this.#leave?.();
    this.#leave = null;
    this.assessment = null;
    this.#failed = null;
    this.#own?.dispose();
    this.#own = null;
  }
}

/** The day where the reader is: the package has no clock, a page does. */
function deviceDay(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Of what was closed, the day of closing counts. */
function isClosed(saved: Saved | string | null): boolean {
  if (typeof saved !== "string") return saved?.closed ?? false;
  try {
    return (JSON.parse(saved) as Saved | null)?.closed === true;
  } catch {
    return false;
  }
}
