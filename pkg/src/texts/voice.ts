import { RubricError } from "../errors.js";
import { Numbers } from "../number.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { compare, decimal, type Exact, exactOf } from "./exact.js";
import type { CountUnit, Grammar, Measure, Texts } from "./texts.js";

/** The languages that sentences are made in. English stands in for all others. */
const LANGUAGES: Readonly<Record<string, (grammar: Grammar) => Texts>> = { en, es };
/** Digits by which a value is told from the end that it misses. */
const MOST_DIGITS = 6;
/** Counts below this are formatted once. */
const MOST_COUNTED = 1000;
const BYTES = [[1_000_000_000n, "GB"], [1_000_000n, "MB"], [1_000n, "kB"]] as const;

/** The reader's locale, and everything that is said in it. */
export class Voice implements Grammar {
  /** The reader's locale; the environment's where none is given. */
  readonly locale: string;
  /** The language of the sentences: `en` or `es`. */
  readonly language: string;
  readonly numbers: Numbers;
  readonly texts: Texts;
  /** Lists and months belong to the sentence around them, numbers to the reader. */
  readonly #words: string;
  // Each is made when it is first needed: that takes longer than scoring.
  #plural: Intl.PluralRules | null = null;
  #and: Intl.ListFormat | null = null;
  #or: Intl.ListFormat | null = null;
  #day: Intl.DateTimeFormat | null = null;
  #joints: readonly string[] | null = null;
  readonly #counts: (string | undefined)[] = [];
  readonly #decimals = new Map<number, Intl.NumberFormat>();

  /** Use `voiceOf`. */
  constructor(locale: string) {
    this.locale = locale;
    const spoken = languageOf(this.locale);
    this.language = Object.hasOwn(LANGUAGES, spoken) ? spoken : "en";
    this.#words = spoken === this.language ? this.locale : this.language;
    this.texts = (LANGUAGES[this.language] ?? en)(this);
    this.numbers = new Numbers(this.locale, this.texts.outOf);
  }

  and(all: readonly string[]): string {
    if (all.length < 2) return all[0] ?? "";
    this.#and ??= new Intl.ListFormat(this.#words, { type: "conjunction" });
    this.#joints ??= jointsOf(this.#and);
    return this.language !== "en" && CHANGES.test(all.at(-1) ?? "") ? this.#and.format(all) : joined(all, this.#joints);
  }

  or(all: readonly string[]): string {
    if (all.length < 2) return all[0] ?? "";
    return (this.#or ??= new Intl.ListFormat(this.#words, { type: "disjunction" })).format(all);
  }

  /** A name as it stands in a list: in quotes where its own comma could end it. */
  listed(label: string): string {
    return /[,;]/.test(label) ? this.texts.quoted(label) : label;
  }

  one(count: number): boolean {
    return (this.#plural ??= new Intl.PluralRules(this.#words)).select(count) === "one";
  }

  number(count: number): string {
    // Counts are small, and a format takes longer than all the rest of a sentence.
    if (!(count >= 0 && count < MOST_COUNTED)) return this.#decimal(0).format(count);
    return (this.#counts[count] ??= this.#decimal(0).format(count));
  }

  /** `2025-08-01` as a reader writes it. */
  day(text: string): string {
    return this.#date(new Date(`${text}T00:00:00Z`));
  }

  /** A day as days since 1970-01-01. */
  dayAt(days: number): string {
    const date = new Date(days * 86_400_000);
    return Number.isNaN(date.getTime()) ? "" : this.#date(date);
  }

  #date(date: Date): string {
    this.#day ??= new Intl.DateTimeFormat(this.#words, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC", calendar: "gregory" });
    return this.texts.day(this.#day.format(date));
  }

  /** An exact number with up to so many digits; halves go up. */
  decimal(value: Exact, digits: number): string {
    // A decimal text is taken as it is, where a double would lose digits.
    return this.#decimal(digits).format(decimal(value, digits) as unknown as number);
  }

  /** `5 pages`, with its noun. */
  count(unit: CountUnit | "days" | "months", value: Exact, digits = 0): string {
    return this.texts.unit(unit, this.decimal(value, digits), value.d === 1n && this.one(Number(value.n)));
  }

  /** `10.4 MB`. */
  size(value: Exact, digits: number): string {
    for (const [bytes, unit] of BYTES) {
      if (compare(value, { n: bytes, d: 1n }) >= 0) return `${this.decimal({ n: value.n, d: value.d * bytes }, digits)} ${unit}`;
    }
    return this.count("bytes", value, digits);
  }

  /** `2 min 30 s`. */
  length({ n, d }: Exact, digits: number): string {
    // Rounded first, so that no 60 s is left over.
    const scale = 10n ** BigInt(digits);
    const all = (2n * n * scale + d) / (2n * d);
    const minutes = all / (60n * scale);
    const rest = all % (60n * scale);
    const parts: string[] = [];
    if (minutes >= 60n) parts.push(`${this.decimal({ n: minutes / 60n, d: 1n }, 0)} h`);
    if (minutes % 60n > 0n) parts.push(`${minutes % 60n} min`);
    if (rest !== 0n || parts.length === 0) parts.push(`${this.decimal({ n: rest, d: scale }, digits)} s`);
    return parts.join(" ");
  }

  /** A measure with its unit, and without its noun where it has one. */
  measured(measure: Measure | "items" | "people", value: Exact, digits: number): readonly [whole: string, bare: string] {
    if (measure === "size") return twice(this.size(value, Math.max(1, digits)));
    if (measure === "length") return twice(this.length(value, digits));
    const unit = measure === "width" || measure === "height" ? "pixels" : measure;
    return [this.count(unit, value, digits), this.decimal(value, digits)];
  }

  /** Digits enough to tell a value from the ends it misses. */
  digits(measure: Measure | "items" | "people", value: Exact, ends: readonly Exact[]): number {
    const missed = ends.filter((end) => compare(end, value) !== 0);
    const bare = (one: Exact, digits: number) => this.measured(measure, one, digits)[1];
    const least = measure === "length" ? 0 : measure === "size" ? 1 : 2;
    for (let digits = least; digits < MOST_DIGITS; digits += 1) {
      if (missed.every((end) => bare(end, digits) !== bare(value, digits))) return digits;
    }
    return MOST_DIGITS;
  }

  /** An exact text as a plain number or a percent. */
  shown(exact: string, percent: boolean): string {
    const { n, d } = exactOf(exact);
    return this.numbers.shown(n, d, percent);
  }

  #decimal(digits: number): Intl.NumberFormat {
    let format = this.#decimals.get(digits);
    if (!format) this.#decimals.set(digits, (format = new Intl.NumberFormat(this.locale, { maximumFractionDigits: digits })));
    return format;
  }
}

function twice(text: string): readonly [string, string] {
  return [text, text];
}

/** Locales whose voices are kept. */
const MOST_VOICES = 16;
const voices = new Map<string | undefined, Voice>();

/**
 * The voice of a locale, of the environment's where none is given. Assessments share it.
 *
 * @throws RubricError for what is no language tag.
 */
export function voiceOf(locale: unknown): Voice {
  const known = voices.get(locale as string | undefined);
  if (known) return known;
  const made = new Voice(localeOf(locale));
  if (voices.size < MOST_VOICES) voices.set(locale as string | undefined, made);
  return made;
}

function localeOf(locale: unknown): string {
  try {
    if (locale !== undefined && typeof locale !== "string") throw new RangeError();
    return new Intl.NumberFormat(Intl.getCanonicalLocales(locale)[0]).resolvedOptions().locale;
  } catch {
    throw new RubricError("this is no language tag; write one such as `en` or `de-CH`", { path: "locale" });
  }
}

/** The language of a locale, such as `es` of `es-MX`. */
export function languageOf(locale: string): string {
  return locale.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** What `Intl` writes between two, between several, and before the last of several. */
function jointsOf(format: Intl.ListFormat): readonly string[] {
  const literal = (all: readonly string[]) => format.formatToParts(all).flatMap(({ type, value }) => (type === "literal" ? [value] : []));
  const [[two = ""], [between = "", , last = ""]] = [literal(["m", "m"]), literal(["m", "m", "m", "m"])];
  return [two, between, last];
}

/** A beginning that may change the word before it: `e hijos` for `y hijos`. */
const CHANGES = /^\P{L}?[hiíoóy]/iu;

/** A list put together at once, as `Intl` would. */
function joined(all: readonly string[], [two = "", between = "", last = ""]: readonly string[]): string {
  const end = all.at(-1) ?? "";
  return all.length === 2 ? `${all[0]}${two}${end}` : `${all.slice(0, -1).join(between)}${last}${end}`;
}
