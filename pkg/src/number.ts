import { RubricError } from "./errors.js";
import type { Num } from "./types.js";

/** A whole fraction whose parts are exact doubles. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

const FORM = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?(?:\/(\d+))?$/;

/** No number that is kept exact is longer. */
const MOST_DIGITS = 400;

/**
 * Reads a number exactly: 4.9 by its shortest decimal text as 49/10, and
 * texts such as "49/10" and "4.9". Never by its binary value.
 */
export function fraction(value: number | string, path: string): Fraction {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RubricError(`${value} is not a number that can be scored`, { path });
  }
  const text = String(value).trim();
  const found = text.length > MOST_DIGITS ? null : FORM.exec(text);
  if (!found) throw new RubricError(`"${String(value).slice(0, 40)}" is not a number; write 4.5 or "9/2"`, { path });
  const [, sign, whole = "", part = "", exponent = "0", bottom = "1"] = found;
  let n = BigInt(whole + part);
  let d = 10n ** BigInt(part.length) * BigInt(bottom);
  const power = Number(exponent);
  if (power > 0) n *= 10n ** BigInt(power);
  if (power < 0) d *= 10n ** BigInt(-power);
  if (d === 0n) throw new RubricError("a fraction needs a bottom other than 0", { path });
  const common = gcd(n, d);
  const top = (sign === "-" ? -n : n) / common;
  const rest = d / common;
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  if (top > safe || -top > safe || rest > safe) {
    throw new RubricError(`${String(value).slice(0, 40)} has too many digits to be kept exact`, { path });
  }
  return { n: Number(top), d: Number(rest) };
}

/** Reads a number that is shown as a percent: 0.725, "29/40" or "72.5%". */
export function share(value: number | string, path: string): Fraction {
  const text = typeof value === "string" ? value.trim() : "";
  if (!text.endsWith("%")) return fraction(value, path);
  const { n, d } = fraction(text.slice(0, -1), path);
  return fraction(`${n}/${BigInt(d) * 100n}`, path);
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** No number. */
export const NONE: Num = Object.freeze({ value: null, exact: null, text: "" });

const KEPT = 4096;
const DECIMALS = 2;
const MOST_DECIMALS = 6;

/** Makes numbers for one locale; the same number is the same object. */
export class Numbers {
  readonly #locale: string;
  readonly #outOf: (value: string, most: string) => string;
  readonly #formats = new Map<number, Intl.NumberFormat>();
  readonly #kept = [new Map<number, Num & { n: number; d: number }>(), new Map<number, Num & { n: number; d: number }>()];
  readonly #plus: Num;
  readonly #minus: Num;

  /** `outOf` says "42 out of 60". */
  constructor(locale: string, outOf: (value: string, most: string) => string) {
    this.#locale = locale;
    this.#outOf = outOf;
    this.#plus = Object.freeze({ value: null, exact: null, text: "∞" });
    this.#minus = Object.freeze({ value: null, exact: null, text: "−∞" });
  }

  /** The number at two slots: top and bottom of its fraction. */
  at(n: number, d: number, percent: boolean, exact: () => string): Num {
    if (d === 0) return n === 0 ? NONE : n > 0 ? this.#plus : this.#minus;
    if (d < 0) return Object.freeze({ value: n, exact: exact(), text: this.#text(n, percent, DECIMALS) });
    const value = n / d;
    const kept = this.#kept[percent ? 1 : 0];
    const found = kept?.get(value);
    if (found && found.n === n && found.d === d) return found;
    const made = { value, exact: d === 1 ? `${n}` : `${n}/${d}`, text: this.show({ n, d }, percent) };
    // The key is hidden: an outcome is plain data with three members a number.
    Object.defineProperties(made, { n: { value: n }, d: { value: d } });
    const num = Object.freeze(made) as Num & { n: number; d: number };
    if (kept && kept.size < KEPT) kept.set(value, num);
    return num;
  }

  /**
   * The text of a fraction. Two decimals; but a number is never shown as a
   * rounder one than it is, or 84.996 % would stand beside "needs 85 %".
   */
  show({ n, d }: Fraction, percent: boolean): string {
    return this.shown(BigInt(n), BigInt(d), percent);
  }

  /** The same of whole numbers of any length. */
  shown(n: bigint, bottom: bigint, percent: boolean): string {
    const top = n * (percent ? 100n : 1n);
    for (let decimals = DECIMALS; decimals < MOST_DECIMALS; decimals += 1) {
      const scale = 10n ** BigInt(decimals);
      const rounded = nearest(top * scale, bottom);
      const exact = rounded * bottom === top * scale;
      if (exact || rounded % 10n !== 0n) return this.#text(Number(rounded) / Number(scale) / (percent ? 100 : 1), percent, decimals);
    }
    const scale = 10n ** BigInt(MOST_DECIMALS);
    return this.#text(Number((top * scale) / bottom) / Number(scale) / (percent ? 100 : 1), percent, MOST_DECIMALS);
  }

  /** "42 out of 60": the number with the most it can be. */
  outOf(number: Num, most: string): Num {
    const [n = "0", d = "1"] = most.split("/");
    return Object.freeze({ value: number.value, exact: number.exact, text: this.#outOf(number.text, this.show({ n: Number(n), d: Number(d) }, false)) });
  }

  #text(value: number, percent: boolean, decimals: number): string {
    const key = percent ? decimals + 100 : decimals;
    let format = this.#formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(this.#locale, { style: percent ? "percent" : "decimal", maximumFractionDigits: decimals });
      this.#formats.set(key, format);
    }
    return format.format(value);
  }
}

function nearest(top: bigint, bottom: bigint): bigint {
  const half = top < 0n ? -bottom : bottom;
  return (2n * top + half) / (2n * bottom);
}
