// What a rubric says once everything is answered. Every rule is spelled out the
// slow way; nothing open exists here, so truth is true, false or null (undefined).
import { larger, minus, order, over, plus, q, round, smaller, times, total } from "./fraction.mjs";

const compare = {
  "at least": (c) => c >= 0, above: (c) => c > 0, "at most": (c) => c <= 0, below: (c) => c < 0, is: (c) => c === 0, not: (c) => c !== 0,
};
const not = (a) => (a === null ? null : !a);
const and = (a, b) => (a === false || b === false ? false : a === null || b === null ? null : true);

/** One full rating of one rubric. */
export class World {
  constructor(rubric, given) {
    Object.assign(this, { rubric, given, scores: {}, results: {}, rungs: {} });
    for (const score of rubric.scores) this.scores[score.name] = this.number(score.body);
    for (const result of rubric.results) this.results[result.name] = this.ladder(result);
  }

  asked(name) {
    const { onlyWhen } = this.rubric.rows[name];
    return onlyWhen === null || this.truth(onlyWhen) === true;
  }

  live = (name) => this.asked(name) && this.given[name] !== "left out";

  state(name) {
    return !this.asked(name) ? "not asked" : this.given[name] === "left out" ? "left out" : "rated";
  }

  value = (name) => this.rubric.rows[name].values[this.given[name]];
  points = (name) => (this.live(name) ? this.value(name).points : null);

  test(name, { op, level, number }) {
    if (op === "met") return this.given[name] === 1;
    if (number) return compare[op](order(this.value(name).points, number));
    return compare[op](this.given[name] - level);
  }

  /** The members that are there; null where the set is void, which a filter that keeps nobody is not. */
  members(set, adding) {
    let names = set.names.filter(this.live);
    if (adding) names = names.filter((name) => !this.rubric.rows[name].addsNothing);
    if (names.length === 0) return null;
    if (set.filter) names = names.filter((name) => this.test(name, set.filter));
    if (set.best) names = this.best(names, set.best);
    if (set.newest) names = names.slice(-set.newest);
    return names;
  }

  best(names, count) {
    // Stable sort: what comes first in the file wins a tie.
    const ranked = [...names].sort((a, b) => order(this.value(b).share, this.value(a).share));
    return names.filter((name) => ranked.indexOf(name) < count);
  }

  gather({ op, set }) {
    const names = this.members(set, op !== "count");
    if (names === null) return null;
    if (op === "count") return q(names.length);
    const points = names.map(this.points);
    if (op === "sum") return total(points);
    if (op === "weighted sum") return total(names.map((name) => times(this.points(name), this.rubric.rows[name].weight)));
    if (["median", "lowest", "highest"].includes(op)) return this.position(op, points);
    if (op === "weighted percent" && set.nest) return this.nested(set.nest);
    return this.fraction(op, names);
  }

  position(op, points) {
    if (points.length === 0) return null;
    if (op !== "median") return points.reduce(op === "lowest" ? smaller : larger);
    const sorted = [...points].sort(order);
    return over(plus(sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]), q(2));
  }

  fraction(op, names) {
    const rows = this.rubric.rows;
    const parts = {
      mean: (name) => [this.points(name), q(1)],
      "weighted mean": (name) => [times(this.points(name), rows[name].weight), rows[name].weight],
      percent: (name) => [this.value(name).share, rows[name].most],
      "weighted percent": (name) => [times(over(this.value(name).share, rows[name].most), rows[name].weight), rows[name].weight],
    };
    const pairs = names.map(parts[op]);
    return over(total(pairs.map(([top]) => top)), total(pairs.map(([, low], index) => (rows[names[index]].bonus ? q(0) : low))));
  }

  /** Rows and parts side by side, each part by its own weighted percent. */
  nested(members) {
    let [top, low] = [q(0), q(0)];
    for (const one of members) {
      const row = this.rubric.rows[one];
      if (row && (!this.live(one) || row.addsNothing)) continue;
      const part = row ? null : this.rubric.parts[one];
      if (part && !this.counting(part.members)) continue;
      const share = row ? over(this.value(one).share, row.most) : this.nested(part.members);
      const weight = (row ?? part).weight;
      top = plus(top, times(share, weight));
      if (!row?.bonus) low = plus(low, weight);
    }
    return over(top, low);
  }

  counting(members) {
    return members.some((one) => (this.rubric.rows[one] ? this.live(one) && !this.rubric.rows[one].addsNothing : this.counting(this.rubric.parts[one].members)));
  }

  number(e) {
    if (e.kind === "const") return e.value;
    if (e.kind === "row") return this.points(e.name);
    if (e.kind === "score") return this.scores[e.name];
    if (e.kind === "ask" || e.kind === "setting") return e.values[this.given[e.name]];
    if (e.kind === "gather") return this.gather(e);
    if (e.kind === "round") return round(this.number(e.of), e.step, e.way);
    if (e.kind === "limit") return (e.side === "least" ? larger : smaller)(this.number(e.of), e.by);
    if (e.kind === "if") {
      const when = this.truth(e.when);
      return when === null ? null : this.number(when ? e.then : e.other);
    }
    return { "+": plus, "-": minus, "*": times, "/": over }[e.op](this.number(e.a), this.number(e.b));
  }

  truth(e) {
    if (e.kind === "yes") return this.given[e.name] === 1;
    if (e.kind === "test") return this.live(e.name) ? this.test(e.name, e.test) : null;
    if (e.kind === "rung") return this.rungs[e.name];
    if (e.kind === "not") return not(this.truth(e.of));
    if (e.kind === "and") return and(this.truth(e.a), this.truth(e.b));
    if (e.kind === "or") return not(and(not(this.truth(e.a)), not(this.truth(e.b))));
    if (e.kind === "quantified") return this.quantified(e);
    const [a, b] = [this.number(e.a), this.number(e.b)];
    return a === null || b === null ? null : compare[e.op](order(a, b));
  }

  quantified({ set, test, say, n }) {
    const names = this.members(set, false);
    if (names === null) return null;
    const holds = names.filter((name) => this.test(name, test)).length;
    const all = names.length;
    return {
      every: holds === all, any: holds > 0, no: holds === 0, most: 2 * holds > all, "at least half of": 2 * holds >= all,
      "at least 80% of": 5 * holds >= 4 * all, "at least": holds >= n, "at most": holds <= n, exactly: holds === n,
    }[say];
  }

  /** Bands and awards alike: rungs best first, each true, false or undefined. */
  ladder({ rungs, never, from, otherwise }) {
    const barred = never ? this.truth(never) : false;
    const truths = {};
    for (const rung of [...rungs].reverse()) {
      const needs = from ? [{ kind: "compare", op: "at least", a: from, b: { kind: "const", value: rung.minimum } }] : rung.needs;
      truths[rung.name] = needs.reduce((so, need) => and(so, this.truth(need)), not(barred));
      this.rungs[rung.name] = truths[rung.name];
    }
    const first = rungs.find(({ name }) => truths[name] === true);
    const none = rungs.every(({ name }) => truths[name] === false);
    return { truths, level: first?.name ?? (none ? otherwise : null) };
  }
}
