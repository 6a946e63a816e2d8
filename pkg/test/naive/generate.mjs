// Seeded random rubrics. Thresholds are planted: each is a value that some full
// rating attains, so that a `>` for a `>=`, or a float, is seen.
import { order, q } from "./fraction.mjs";
import { World } from "./evaluate.mjs";

export function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const yes = { kind: "yes", name: "yes_" };
const wholes = Array.from({ length: 5 }, (_, index) => q(index));
const ask = { kind: "ask", name: "days", values: wholes };
const setting = { kind: "setting", name: "bar", values: wholes };

class Builder {
  constructor(seed) {
    this.roll = dice(seed);
    this.rubric = { rows: {}, parts: {}, top: [], scales: {}, scores: [], results: [], given: { yes_: 2, days: 5, bar: 5 } };
  }

  pick = (all) => all[this.roll(all.length)];
  chance = (one) => this.roll(one) === 0;

  scale(name) {
    let at = this.roll(4) - 1;
    const points = Array.from({ length: 2 + this.roll(3) }, () => q((at += 1 + this.roll(4)), 4));
    // A most of nothing has no share; one test of that is in the vectors.
    if (points.at(-1).n <= 0n) points.push(q(3));
    this.rubric.scales[name] = { points, lower: name === "low" };
  }

  values(kind, scale) {
    if (kind === "number") return wholes.map((one, index) => ({ points: q(index, 2), rating: `${index}/2`, level: null }));
    if (kind === "check") return [["not met", false, 0], ["met", true, 1 + this.roll(3)]].map(([level, rating, points]) => ({ level, rating, points: q(points) }));
    return this.rubric.scales[scale].points.map((points, index) => ({ points, rating: `l${index}`, level: `l${index}` }));
  }

  row(name, plain) {
    const kind = plain ? "criterion" : this.pick(["criterion", "criterion", "check", "number"]);
    const scale = plain ? "m" : this.pick(["m", "m", "low"]);
    const values = this.values(kind, scale);
    const [least, most] = [values[0].points, values.at(-1).points];
    const lower = kind === "criterion" && scale === "low";
    for (const one of values) one.share = lower ? q((least.n * most.d + most.n * least.d) * one.points.d - one.points.n * least.d * most.d, least.d * most.d * one.points.d) : one.points;
    const special = plain ? 9 : this.roll(8);
    const onlyWhen = special < 2 ? this.pick([yes, { kind: "test", name: "a0", test: { op: "at most", level: 0 } }]) : null;
    this.rubric.rows[name] = {
      name, kind, scale, values, most, lower, onlyWhen, weight: q(1 + this.roll(4)), leavable: special === 2 || special === 3, bonus: special === 4, addsNothing: special === 5,
    };
    this.rubric.given[name] = values.length;
    return name;
  }

  part(name, count, inner) {
    // The first row is plain, so that a part always has something to stand on.
    const members = Array.from({ length: count }, (_, index) => this.row(`${name}${index}`, index === 0));
    if (inner) members.push(inner);
    this.rubric.parts[name] = { weight: q(1 + this.roll(3)), members };
    return name;
  }

  build() {
    this.scale("m");
    this.scale("low");
    const first = this.part("a", 1 + this.roll(3));
    // A part inside a part, in the order of the file after its rows.
    const second = { rows: 1 + this.roll(2), inner: this.roll(2) };
    this.part("b", second.rows);
    if (second.inner) this.rubric.parts.b.members.push(this.part("c", 1 + this.roll(2)));
    this.rubric.top = [first, "b"];
    this.names = Object.keys(this.rubric.rows);
    this.plain = this.names.filter((name) => { const r = this.rubric.rows[name]; return !r.leavable && !r.onlyWhen && !r.bonus && !r.addsNothing; });
    // A set in which nothing adds anything is a compile error.
    this.adding = this.names.filter((name) => !this.rubric.rows[name].addsNothing);
    for (let index = 0; index < 3; index += 1) this.score(`s${index}`);
    for (let index = 0; index < 2; index += 1) this.tight(`t${index}`);
    for (const { name } of this.rubric.scores) this.bands(name);
    this.award();
    return this.rubric;
  }

  kind = (kind) => this.names.filter((name) => this.rubric.rows[name].kind === kind);

  set() {
    const { top, parts } = this.rubric;
    const inside = (name) => parts[name].members.flatMap((one) => (parts[one] ? inside(one) : [one]));
    const two = [this.pick(this.adding), this.pick(this.names)].filter((name, index, all) => all.indexOf(name) === index);
    const sets = [
      { word: "rows", names: this.names }, { word: "criteria", names: this.kind("criterion") }, { word: "rows in b", names: inside("b") },
      { word: "b", names: inside("b"), nest: parts.b.members }, { word: "a", names: inside("a"), nest: parts.a.members }, { word: "parts", names: this.names, nest: top },
      { word: `(${two.join(", ")})`, names: this.names.filter((name) => two.includes(name)) },
    ];
    return this.pick(sets);
  }

  levelTest() {
    return { op: this.pick(["at least", "above", "at most", "below", "is", "not"]), level: this.roll(2) };
  }

  gather() {
    const op = this.pick(["count", "sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent"]);
    const way = this.roll(6);
    const [criteria, checks, numbers] = ["criterion", "check", "number"].map(this.kind);
    const adds = (name) => this.adding.includes(name);
    const flat = { word: "criteria", names: criteria };
    if (way === 0) return { kind: "gather", op, set: { ...flat, filter: this.levelTest() } };
    if (way === 1 && checks.some(adds)) return { kind: "gather", op, set: { word: "checks", names: checks, filter: { op: "met" } } };
    if (way === 2 && numbers.some(adds)) return { kind: "gather", op, set: { word: "numbers", names: numbers, filter: { ...this.levelTest(), number: q(this.roll(5), 2) } } };
    if (way === 3) return { kind: "gather", op: op === "count" ? "sum" : op, set: { ...flat, [this.pick(["best", "newest"])]: 1 + this.roll(3) } };
    return { kind: "gather", op, set: this.set() };
  }

  number(depth) {
    const way = depth === 0 ? this.roll(5) : this.roll(10);
    if (way === 0) return this.pick([ask, setting, { kind: "const", value: q(this.roll(13), 4) }]);
    if (way === 1) return { kind: "row", name: this.pick(this.names) };
    if (way === 2 && this.rubric.scores.length > 0) return { kind: "score", name: this.pick(this.rubric.scores).name };
    if (way < 6) return this.gather();
    const of = this.number(depth - 1);
    if (way === 6) return this.rounded(of);
    if (way === 7) return this.limited(of);
    if (way === 8) return { kind: "if", when: this.condition(depth - 1), then: of, other: this.number(depth - 1) };
    return { kind: "op", op: this.pick(["+", "-", "*", "/"]), a: of, b: this.number(depth - 1) };
  }

  rounded = (of) => ({ kind: "round", of, step: this.pick([q(1, 2), q(1), q(1, 4), q(1, 10)]), way: this.pick(["up", "down", "ties up", "ties down", "ties even"]) });
  limited = (of) => ({ kind: "limit", of, side: this.pick(["least", "most"]), by: q(this.roll(13), 4) });

  full() {
    return Object.fromEntries(Object.entries(this.rubric.given).map(([name, size]) => [name, this.roll(size)]));
  }

  /** A value that some full rating attains. */
  attained(e) {
    const { rubric } = this;
    return new World({ ...rubric, results: [] }, this.full()).number(e) ?? q(1);
  }

  condition(depth) {
    const way = depth <= 0 ? this.roll(4) : this.roll(7);
    if (way === 0) return yes;
    if (way === 1) { const name = this.pick(this.kind("criterion")); return { kind: "test", name, test: this.levelTest() }; }
    if (way === 2) return this.quantified();
    if (way === 3) { const a = this.number(Math.max(depth - 1, 0)); return { kind: "compare", op: this.levelTest().op, a, b: { kind: "const", value: this.attained(a) } }; }
    if (way === 4) return { kind: "not", of: this.condition(depth - 1) };
    return { kind: this.pick(["and", "or"]), a: this.condition(depth - 1), b: this.condition(depth - 1) };
  }

  quantified() {
    const say = this.pick(["every", "any", "no", "most", "at least half of", "at least 80% of", "at least", "at most", "exactly"]);
    const names = this.kind("criterion");
    const n = ["at least", "at most", "exactly"].includes(say) ? 1 + this.roll(names.length) : 0;
    return { kind: "quantified", say, n, set: { word: "criteria", names }, test: { op: "at least", level: this.roll(2) } };
  }

  score(name) {
    this.rubric.scores.push({ name, body: this.number(2), tight: false });
  }

  /** Where every row alone can only help, the page promises tight bounds. */
  tight(name) {
    const two = [...new Set([this.pick(this.plain), this.pick(this.plain), this.pick(this.plain)])];
    const set = { word: `(${two.join(", ")})`, names: this.names.filter((one) => two.includes(one)) };
    let body = { kind: "gather", op: this.pick(["sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent"]), set };
    if (this.chance(2)) body = this.rounded(body);
    if (this.chance(3)) body = this.limited(body);
    this.rubric.scores.push({ name, body, tight: true });
  }

  bands(score) {
    const from = { kind: "score", name: score };
    const minimums = [this.attained(from), this.attained(from)].sort((a, b) => order(b, a)).filter((one, index, all) => index === 0 || order(one, all[index - 1]) < 0);
    this.rubric.results.push({ name: `band_${score}`, kind: "result", from, rungs: minimums.map((minimum, index) => ({ name: `g${index}`, minimum })), otherwise: "rest" });
  }

  award() {
    const low = { name: "lowrung", needs: [this.condition(2)] };
    const high = { name: "highrung", needs: [this.condition(1), ...(this.chance(2) ? [{ kind: "rung", name: "lowrung" }] : [])] };
    this.rubric.results.push({ name: "w", kind: "award", rungs: [high, low], never: this.chance(3) ? this.condition(1) : null, otherwise: "none_yet" });
  }
}

export const generate = (seed) => new Builder(seed).build();
