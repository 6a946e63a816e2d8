// Fractions of BigInts, always reduced, the bottom positive. `null` is the
// undefined number: it swallows whatever it meets, as the language says.
const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function q(n, d = 1n) {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) return null;
  const by = (gcd(top, bottom) || 1n) * (bottom < 0n ? -1n : 1n);
  return { n: top / by, d: bottom / by };
}

const lift = (f) => (a, b) => (a === null || b === null ? null : f(a, b));
export const plus = lift((a, b) => q(a.n * b.d + b.n * a.d, a.d * b.d));
export const minus = lift((a, b) => q(a.n * b.d - b.n * a.d, a.d * b.d));
export const times = lift((a, b) => q(a.n * b.n, a.d * b.d));
export const over = lift((a, b) => q(a.n * b.d, a.d * b.n));
/** Below, at or above: -1, 0, 1. */
export function order(a, b) {
  const gap = a.n * b.d - b.n * a.d;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}
export const smaller = lift((a, b) => (order(a, b) <= 0 ? a : b));
export const larger = lift((a, b) => (order(a, b) >= 0 ? a : b));
export const total = (all) => all.reduce(plus, q(0));
export const text = (a) => (a === null ? null : a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);
export const read = (written) => (written === null ? null : q(...written.split("/")));

function floor(a) {
  const down = a.n / a.d;
  return a.n < 0n && down * a.d !== a.n ? down - 1n : down;
}

export function round(a, step, way) {
  if (a === null) return null;
  const steps = over(a, step);
  const below = floor(steps);
  const rest = minus(steps, q(below));
  const side = order(rest, q(1, 2));
  const tie = { "ties up": 1n, "ties down": 0n, "ties even": below % 2n === 0n ? 0n : 1n }[way];
  const nearest = side > 0 ? 1n : side < 0 ? 0n : tie;
  const up = way === "up" ? (rest.n === 0n ? 0n : 1n) : way === "down" ? 0n : nearest;
  return times(q(below + up), step);
}
