// A naive evaluator, written from the language page and nothing else: BigInt
// fractions, and for what is open simply every way the open rows may come out.

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** A fraction, reduced; null where there is none. */
export function fr(n, d = 1n) {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) return null;
  const common = (gcd(top, bottom) || 1n) * (bottom < 0n ? -1n : 1n);
  return { n: top / common, d: bottom / common };
}

const both = (op) => (a, b) => (a === null || b === null ? null : op(a, b));
export const add = both((a, b) => fr(a.n * b.d + b.n * a.d, a.d * b.d));
export const sub = both((a, b) => fr(a.n * b.d - b.n * a.d, a.d * b.d));
export const mul = both((a, b) => fr(a.n * b.n, a.d * b.d));
export const div = both((a, b) => (b.n === 0n ? null : fr(a.n * b.d, a.d * b.n)));
export const less = (a, b) => a.n * b.d < b.n * a.d;
export const show = (a) => (a === null ? null : a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);
const least = both((a, b) => (less(b, a) ? b : a));
const most = both((a, b) => (less(a, b) ? b : a));

function floor(a) {
  const rest = ((a.n % a.d) + a.d) % a.d;
  return (a.n - rest) / a.d;
}

function round(a, step, way) {
  if (a === null) return null;
  const steps = div(a, step);
  const below = floor(steps);
  const rest = sub(steps, fr(below));
  const half = fr(1, 2);
  const tie = !less(rest, half) && !less(half, rest);
  const up = { up: rest.n > 0n, down: false, "ties up": tie || less(half, rest), "ties down": less(half, rest), "ties even": less(half, rest) || (tie && below % 2n !== 0n) }[way];
  return mul(fr(up ? below + 1n : below), step);
}

// Truth: true, false, or null for undefined.
const not = (a) => (a === null ? null : !a);
const and = (a, b) => (a === false || b === false ? false : a === null || b === null ? null : true);
const or = (a, b) => not(and(not(a), not(b)));

const compare = {
  ">=": (a, b) => !less(a, b), ">": (a, b) => less(b, a), "<=": (a, b) => !less(b, a), "<": (a, b) => less(a, b),
  "=": (a, b) => !less(a, b) && !less(b, a), "!=": (a, b) => less(a, b) || less(b, a),
};

const points = (rubric, given, name) => rubric.rows[name].values[given[name]].points;
const total = (all) => all.reduce(add, fr(0));

function gather(op, names, rubric, given) {
  const of = (name) => points(rubric, given, name);
  const rows = names.map((name) => rubric.rows[name]);
  const weights = rows.map((row) => row.weight);
  if (op === "sum") return total(names.map(of));
  if (op === "mean") return div(total(names.map(of)), fr(names.length));
  if (op === "lowest") return names.map(of).reduce(least);
  if (op === "highest") return names.map(of).reduce(most);
  if (op === "weighted sum") return total(names.map((name, index) => mul(of(name), weights[index])));
  if (op === "weighted mean") return div(total(names.map((name, index) => mul(of(name), weights[index]))), total(weights));
  if (op === "percent") return div(total(names.map(of)), total(rows.map((row) => row.most)));
  if (op === "weighted percent") return div(total(names.map((name, index) => mul(div(of(name), rows[index].most), weights[index]))), total(weights));
  const sorted = names.map(of).sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  return div(add(sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]), fr(2));
}

/** A number; every row is rated. */
export function num(e, rubric, given) {
  const at = (inner) => num(inner, rubric, given);
  if (e.kind === "const") return e.value;
  if (e.kind === "row") return points(rubric, given, e.name);
  if (e.kind === "score") return at(rubric.scores[e.name]);
  if (e.kind === "gather") return gather(e.op, e.names, rubric, given);
  if (e.kind === "count") return fr(e.names.filter((name) => given[name] >= e.level).length);
  if (e.kind === "round") return round(at(e.of), e.step, e.way);
  if (e.kind === "limit") return (e.side === "least" ? most : least)(at(e.of), e.by);
  if (e.kind === "if") {
    const holds = truth(e.when, rubric, given);
    return holds === null ? null : at(holds ? e.then : e.else);
  }
  return { "+": add, "-": sub, "*": mul, "/": div }[e.op](at(e.a), at(e.b));
}

/** A condition; every row is rated. */
export function truth(e, rubric, given, rungs = {}) {
  const at = (inner) => truth(inner, rubric, given, rungs);
  if (e.kind === "compare") {
    const [a, b] = [num(e.a, rubric, given), num(e.b, rubric, given)];
    return a === null || b === null ? null : compare[e.op](a, b);
  }
  if (e.kind === "rung") return rungs[e.name];
  if (e.kind === "met") return given[e.name] === 1;
  if (e.kind === "not") return not(at(e.of));
  if (e.kind === "and") return and(at(e.a), at(e.b));
  if (e.kind === "or") return or(at(e.a), at(e.b));
  const holds = e.names.filter((name) => given[name] >= e.level).length;
  const all = e.names.length;
  if (e.quantity === "every") return holds === all;
  if (e.quantity === "any") return holds > 0;
  if (e.quantity === "no") return holds === 0;
  if (e.quantity === "most") return 2 * holds > all;
  if (e.quantity === "at least half of") return 2 * holds >= all;
  if (e.quantity === "at least 80% of") return 10 * holds >= 8 * all;
  return { "at least": holds >= e.count, "at most": holds <= e.count, exactly: holds === e.count }[e.quantity];
}

/** Scores and rungs of a full rating. */
export function evaluate(rubric, given) {
  const scores = Object.fromEntries(Object.entries(rubric.scores).map(([name, e]) => [name, num(e, rubric, given)]));
  const never = rubric.award.never ? truth(rubric.award.never, rubric, given) : false;
  const rungs = {};
  for (const rung of [...rubric.award.rungs].reverse()) {
    rungs[rung.name] = rung.needs.reduce((all, need) => and(all, truth(need, rubric, given, rungs)), not(never));
  }
  return { scores, rungs };
}
