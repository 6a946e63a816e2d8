// Sets and what is gathered from them, the slow way.
import { larger, minus, order, over, plus, q, smaller, times, total } from "./fraction.mjs";
import { and, compare, or, Rows } from "./rows.mjs";

/** A set that is undefined: void, or with a member of which it is unknown whether it is one. */
const VOID = null;

export class Sets extends Rows {
  /** Whether a row is there at all, parts with a choice aside. */
  there(name) {
    const state = this.ifAsked(name);
    if (state === "not scored") return false;
    if (state === "left out" && this.row(name).notApplicable === null) return false;
    return this.asked(name);
  }

  /** Whether a row is a member: it is there, and chosen in every part around it. */
  member = (name) => this.once(`member ${name}`, () => this.below(name, null));

  /** The same, looking no further out than the part `stop`. */
  below(name, stop) {
    let so = this.there(name);
    let one = name;
    for (let part = this.rubric.parentOf[name]; part && part !== stop; part = this.rubric.parentOf[part]) {
      if (so !== false && this.rubric.parts[part].choose) so = and(so, this.chosen(part, one));
      one = part;
    }
    return so;
  }

  chosen(part, member) {
    // What adds nothing has no share: it is neither chosen nor dropped.
    if (this.inside(member).every((name) => this.row(name).addsNothing)) return true;
    const picked = this.once(`chosen ${part}`, () => this.choose(part, this.rubric.parts[part]));
    return picked === null ? null : picked.includes(member);
  }

  /**
   * The best so many direct members by share. One without a share is behind all others: what
   * was not done is not missing. Null where it is undefined who is in play.
   */
  choose(name, { members, choose: count }) {
    const counts = members.map((one) => this.counts(one, () => true, name));
    if (counts.includes(null)) return null;
    const inPlay = members.filter((_, at) => counts[at]);
    if (inPlay.length <= count) return inPlay;
    this.note("choose");
    const shares = inPlay.map((one) => this.share(one, () => true, name));
    const behind = (a, b) => (a === null || b === null ? (a === null) - (b === null) : order(b, a));
    return inPlay.map((one, at) => [one, shares[at]]).sort((a, b) => behind(a[1], b[1])).slice(0, count).map(([one]) => one);
  }

  /** Whether a member, row or part, has anything that adds. */
  counts(member, keep, stop) {
    const adds = this.inside(member).filter((name) => keep(name) && !this.row(name).addsNothing);
    return adds.map((name) => (stop === null ? this.member(name) : this.below(name, stop))).reduce(or, false);
  }

  share(member, keep, stop) {
    const row = this.row(member);
    return row ? over(this.turned(member), row.most) : this.nested(this.rubric.parts[member].members, keep, stop);
  }

  /** Rows and parts side by side, each part by its own direct members. */
  nested(members, keep, stop = null) {
    let [top, low, any] = [q(0), q(0), false];
    for (const one of members) {
      const counts = this.counts(one, keep, stop);
      if (counts === null) return null;
      if (!counts) continue;
      any = true;
      const { weight, bonus } = this.row(one) ?? this.rubric.parts[one];
      top = plus(top, times(this.share(one, keep, stop), weight));
      low = plus(low, this.bottom({ bonus }, weight));
    }
    return any ? over(top, low) : null;
  }

  inside = (member) => (this.row(member) ? [member] : this.rubric.parts[member].members.flatMap(this.inside));

  /** The rows of a set; VOID where nobody is left, which a filter that keeps nobody is not. */
  members(set, adding, op = set.filter?.op) {
    const marks = op === "answered" || op === "left out";
    let names = adding ? set.names.filter((name) => !this.row(name).addsNothing) : set.names;
    const there = names.map((name) => (marks && this.state(name) === "left out") || this.member(name));
    if (there.includes(null)) return VOID;
    names = names.filter((_, at) => there[at]);
    if (names.length === 0) { this.note("void set"); return VOID; }
    if (set.filter) {
      const kept = names.map((name) => this.test(name, set.filter));
      if (kept.includes(null)) return VOID;
      names = names.filter((_, at) => kept[at]);
      if (names.length === 0) this.note("filter keeps nobody");
    }
    if (set.best) return this.best(names, set.best);
    if (set.newest) return names.filter((name) => this.state(name) === "rated").slice(-set.newest);
    return names;
  }

  best(names, count) {
    const turned = new Map(names.map((name) => [name, this.turned(name)]));
    if ([...turned.values()].includes(null)) return VOID;
    // Stable sort: what comes first in the file wins a tie.
    const ranked = [...names].sort((a, b) => order(turned.get(b), turned.get(a)));
    return names.filter((name) => ranked.indexOf(name) < count);
  }

  gather({ op, set, stretched }) {
    if (set.scores) return this.gatherScores(op, set.scores);
    if (op === "weighted percent" && set.nest && !stretched) return this.nested(set.nest, (name) => set.names.includes(name));
    const names = this.members(set, op !== "count");
    if (names === VOID) return null;
    if (op === "count") return q(names.length);
    const points = names.map(this.points);
    if (points.includes(null)) return null;
    if (op === "sum") return total(points);
    if (op === "weighted sum") return total(names.map((name) => times(this.points(name), this.row(name).weight)));
    if (["median", "lowest", "highest"].includes(op)) return this.position(op, points);
    return stretched ? this.stretched(op, names) : this.fraction(op, names);
  }

  gatherScores(op, names) {
    const points = names.map((name) => this.named(name));
    if (points.includes(null)) return null;
    if (op === "sum") return total(points);
    if (op === "mean") return over(total(points), q(points.length));
    return this.position(op, points);
  }

  position(op, points) {
    if (points.length === 0) return null;
    if (op !== "median") return points.reduce(op === "lowest" ? smaller : larger);
    const sorted = [...points].sort(order);
    return over(plus(sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]), q(2));
  }

  fraction(op, names) {
    const parts = {
      mean: (name) => [this.points(name), q(1)],
      "weighted mean": (name) => [times(this.points(name), this.row(name).weight), this.row(name).weight],
      percent: (name) => [this.turned(name), this.row(name).most],
      "weighted percent": (name) => [times(over(this.turned(name), this.row(name).most), this.row(name).weight), this.row(name).weight],
    };
    return this.ratio(names, parts[op]);
  }

  /** From the lowest possible. */
  stretched(op, names) {
    const reach = (name) => minus(this.row(name).most, this.row(name).least);
    const above = (name) => minus(this.turned(name), this.row(name).least);
    return this.ratio(names, op === "percent" ? (name) => [above(name), reach(name)] : (name) => [times(over(above(name), reach(name)), this.row(name).weight), this.row(name).weight]);
  }

  ratio(names, part) {
    const pairs = names.map(part);
    return over(total(pairs.map(([top]) => top)), total(pairs.map((pair, at) => this.bottom(this.row(names[at]), pair[1]))));
  }

  bottom({ bonus }, low) {
    if (bonus) this.note("bonus");
    return bonus ? q(0) : low;
  }

  quantified({ set, test, say, n }) {
    if (set.results) {
      const ranks = set.results.map((name) => this.ladderRank(name));
      return this.unsure(ranks.map((at) => (at === null ? null : compare[test.op](at - test.level))), { say, n });
    }
    const names = this.members(set, false, test.op);
    return names === VOID ? null : this.unsure(names.map((name) => this.test(name, test)), { say, n });
  }

  /** Kleene: where some tests are undefined, it is decided if it is so either way. */
  unsure(truths, { say, n }) {
    const sure = truths.filter((one) => one === true).length;
    const most = truths.filter((one) => one !== false).length;
    const ways = new Set();
    for (let holds = sure; holds <= most; holds += 1) ways.add(this.holds(holds, truths.length, say, n));
    return ways.size === 1 ? [...ways][0] : null;
  }

  /** N is a whole number or a share, as a fraction. */
  holds(count, all, say, n) {
    const by = n && (n.kind ? this.number(n) : n);
    const need = by && (n.share ? times(by, q(all)) : by);
    const against = (a) => order(q(count), a);
    return {
      every: () => count === all, any: () => count > 0, no: () => count === 0, most: () => 2 * count > all, "half of": () => 2 * count >= all, "at least half of": () => 2 * count >= all,
      "at least": () => against(need) >= 0, "at most": () => against(need) <= 0, exactly: () => against(need) === 0,
    }[say]();
  }
}
