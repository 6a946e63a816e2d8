/** Exact fractions as text, reckoned with: whole numbers of any length. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** Reads `"29/40"` or `"3"`; nothing else comes from the engine. */
export function exactOf(text: string): Exact {
  const [n = "0", d = "1"] = text.split("/");
  return { n: BigInt(n), d: BigInt(d) };
}

export function minus(a: Exact, b: Exact): Exact {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

/** Below 0, 0, above 0. */
export function compare(a: Exact, b: Exact): number {
  const { n } = minus(a, b);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

/** The decimal text with up to so many digits behind the point, halves away from 0 up; zeros at its end are left out. */
export function decimal({ n, d }: Exact, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const all = floor(2n * n * scale + d, 2n * d);
  const size = all < 0n ? -all : all;
  const part = String(size % scale).padStart(digits, "0").replace(/0+$/, "");
  return `${all < 0n ? "-" : ""}${size / scale}${digits > 0 && part !== "" ? `.${part}` : ""}`;
}

/** The next whole number below. */
export function floor(n: bigint, d: bigint): bigint {
  const whole = n / d;
  return n % d < 0n ? whole - 1n : whole;
}
