// A whole random rubric: its scores, results, awards and codes.
import { order, plus, q } from "../fraction.mjs";
import { Expressions } from "./expressions.mjs";

const finite = (a) => [1n, 2n, 4n, 5n, 8n, 10n, 20n, 40n, 100n].includes(a.d);
const ranksOf = (rungs, otherwise) => Object.fromEntries([...rungs.map(({ level }) => level).reverse(), otherwise].sort((a, b) => (a === otherwise ? -1 : b === otherwise ? 1 : 0)).map((name, at) => [name, at]));

class Builder extends Expressions {
  build() {
    this.inputs();
    this.structure();
    this.codes();
    this.score("s0");
    const declarations = ["score", "tight", "tight", "bands", "bands", "ladder", "levels table", "numbers table", "each score", "each result"];
    const count = 3 + this.roll(3);
    for (let at = 1; at <= count; at += 1) this.declare(this.pick(declarations), at);
    this.award("w");
    if (this.chance(4)) this.award("v");
    return this.rubric;
  }

  declare(what, at) {
    const parts = Object.keys(this.rubric.parts).filter((part) => this.ofKind("criterion", this.inside(part)).some((name) => { const row = this.rubric.rows[name]; return !row.notScored && !row.addsNothing; }) && !this.inside(part).some((name) => this.rubric.rows[name].ordinal));
    if (what === "score") return this.score(`s${at}`);
    if (what === "tight") return this.tight(`k${at}`);
    if (what === "bands") return this.bands(`band${at}`);
    if (what === "ladder") return this.ladder(`q${at}`);
    if (what === "levels table") return this.levelsTable(`lt${at}`);
    if (what === "numbers table") return this.numbersTable(`nt${at}`);
    if (parts.length === 0) return this.score(`s${at}`);
    const some = this.apartFrom(this.some(parts, 2));
    return what === "each score" ? this.eachScore(`es${at}`, some) : this.eachResult(`er${at}`, some);
  }

  add(one) {
    this.rubric.scores.push(one);
    this.rubric.order.push(one);
  }

  addLadder(one) {
    this.rubric.results.push(one);
    this.rubric.order.push(one);
  }

  score(name) {
    let body = this.number(2);
    if (this.chance(8)) body = { kind: "out", of: body, by: q(60) };
    this.add({ name, body });
  }

  /** Where every row alone can only help or only hurt, the page promises tight bounds. */
  tight(name) {
    const rows = Object.values(this.rubric.rows).filter((row) => row.plain && !row.ordinal && !row.ranges && !row.bonus && !row.addsNothing && !row.sheltered && row.weight.n > 0n && row.most.n > 0n);
    if (rows.length === 0) return this.score(name);
    const names = this.some(rows, 3).map((row) => row.name);
    const set = { words: [`(${names.join(", ")})`], names: this.byFile(names) };
    let body = { kind: "gather", op: this.pick(["sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent"]), set };
    if (this.chance(2)) body = this.rounded(body);
    if (this.chance(3)) body = this.limited(body);
    return this.add({ name, body, tight: names });
  }

  minimums(from, count) {
    const all = Array.from({ length: count }, () => this.attained(from)).sort((a, b) => order(b, a));
    return all.filter((one, at) => at === 0 || order(one, all[at - 1]) < 0);
  }

  /** Bands by planted minimums, one of them perhaps a setting; on the scale `m` or with levels of their own. */
  bands(name) {
    const from = { kind: "score", name: this.pick(this.rubric.scores).name };
    const scale = this.chance(2) ? "m" : null;
    const minimums = this.minimums(from, scale ? this.rubric.scales.m.points.length - 1 : 2);
    const rungs = minimums.map((value, at) => { const level = scale ? `l${minimums.length - at}` : `g${at}`; return { name: level, level, minimum: { kind: "const", value } }; });
    const banded = minimums.every((one) => one.n >= 0n && finite(one));
    if (banded && this.chance(2)) rungs[0].minimum = this.markSetting(name, minimums);
    const otherwise = scale ? "l0" : "rest";
    this.addLadder({ name, kind: "result", from, rungs, scale, otherwise, banded, ranks: scale ? this.scaleRanks() : ranksOf(rungs, otherwise), never: banded ? null : this.maybe(3), overruled: this.overruled() });
  }

  scaleRanks = () => Object.fromEntries(this.rubric.scales.m.points.map((_, at) => [`l${at}`, at]));
  maybe = (one) => (this.chance(one) ? this.condition(1) : null);
  overruled = () => (this.chance(3) ? this.pick(["may be overruled by reviewer", "may be overruled by reviewer, with a reason"]) : null);

  /** A setting between the minimum below and some way above, given as the planted value. */
  markSetting(name, [value, below]) {
    const setting = `cut_${name}`;
    const top = plus(value, q(2));
    this.rubric.settings[setting] = { range: [below ?? q(0), top], given: below ? [value, top] : [value, top, q(0)], defaults: [{ value, from: null }] };
    return { kind: "setting", name: setting };
  }

  ladder(name) {
    const scale = this.chance(2) ? "m" : null;
    const levels = scale ? ["l1"] : ["up", "mid"];
    const rungs = levels.map((level) => ({ name: level, level, needs: [this.condition(2)] }));
    const otherwise = scale ? "l0" : "down";
    this.addLadder({ name, kind: "result", rungs, scale, otherwise, ranks: scale ? this.scaleRanks() : ranksOf(rungs, otherwise), never: this.maybe(3), overruled: this.overruled() });
  }

  sources() {
    const criteria = Object.values(this.rubric.rows).filter(({ kind, notScored }) => kind === "criterion" && !notScored).map(({ name }) => ({ kind: "row", name, size: 2 }));
    const results = this.rubric.results.filter(({ scale }) => scale === "m").map(({ name }) => ({ kind: "ladder", name, size: 2 }));
    return [...criteria, ...results, { kind: "ask", name: "stage", size: 3 }, { kind: "setting", name: "route", size: 2 }];
  }

  pair() {
    const all = this.sources();
    const one = this.pick(all);
    const rest = all.filter(({ name }) => name !== one.name);
    return [one, this.pick(rest)];
  }

  levelsTable(name) {
    const table = this.pair();
    const rungs = this.lines(["l0", "l1"], table);
    this.addLadder({ name, kind: "result", table, rungs, scale: "m", otherwise: this.pick(["l0", "l1"]), ranks: this.scaleRanks(), never: null, overruled: null });
  }

  numbersTable(name) {
    const from = this.pair();
    const lines = this.lines([0, 1, 2, 5], from).map(({ cells, level }) => ({ cells, gives: q(level) }));
    this.add({ name, body: { kind: "table", from, lines, other: q(this.roll(3)) } });
  }

  eachScore(name, parts) {
    const way = this.roll(3);
    const make = (part) => {
      const criteria = { words: ["criteria in it"], names: this.ofKind("criterion", this.inside(part)).filter((one) => !this.rubric.rows[one].notScored) };
      if (way === 0) return { kind: "gather", op: "sum", set: criteria };
      if (way === 1) return { kind: "gather", op: "count", set: { ...criteria, filter: { op: "at least", level: 1 } } };
      return { kind: "gather", op: "weighted percent", set: { words: ["it"], names: this.inside(part).filter((one) => !this.rubric.rows[one].notScored), nest: this.rubric.parts[part].members } };
    };
    parts.forEach((part, at) => this.add({ name: `${name}_of_${part}`, body: make(part), each: name, parts, hidden: at > 0 }));
  }

  eachResult(name, parts) {
    const [one, two] = [this.quantity(1), this.quantity(1)];
    const level = this.roll(2);
    parts.forEach((part, at) => {
      const set = { words: ["criteria in it"], names: this.ofKind("criterion", this.inside(part)).filter((row) => !this.rubric.rows[row].notScored) };
      const need = (by, place) => ({ kind: "quantified", ...by, set, test: { op: "at least", level: place } });
      const rungs = [{ name: "l1", level: "l1", needs: [need(one, 1), need(two, level)] }];
      this.addLadder({ name: `${name}_of_${part}`, kind: "result", rungs, scale: "m", otherwise: "l0", ranks: this.scaleRanks(), never: null, overruled: null, each: name, parts, hidden: at > 0 });
    });
  }

  award(name) {
    const { scores } = this.rubric;
    const planted = () => { const a = { kind: "score", name: this.pick(scores).name }; return { kind: "compare", op: this.pick(["at least", "above", "below", "is"]), a, b: { kind: "const", value: this.attained(a) } }; };
    const low = { name: "lowrung", level: "lowrung", needs: [this.chance(2) ? planted() : this.condition(2)] };
    const high = { name: "highrung", level: "highrung", needs: [this.condition(1), ...(this.chance(2) ? [{ kind: "rung", name: "lowrung" }] : [])] };
    this.addLadder({ name, kind: "award", rungs: [high, low], never: this.maybe(3), otherwise: "none_yet", ranks: { none_yet: 0, lowrung: 1, highrung: 2 }, overruled: this.overruled() });
  }

  codes() {
    if (this.chance(2)) return;
    const rows = Object.values(this.rubric.rows).filter((row) => row.plain && !row.ordinal && !row.ranges && !row.hidden && !/^u\d/.test(row.name));
    const on = rows.filter((row) => row.scale === "m" && !row.offered).map(({ name }) => name);
    this.rubric.codes.push({ name: "blank", rows: "this row", to: "no score" }, { name: "unread", rows: "this row", to: "not scored" });
    if (rows.length > 0) this.rubric.codes.push({ name: "off_", rows: this.some(rows.map(({ name }) => name), 2), to: "0" });
    if (on.length > 0) this.rubric.codes.push({ name: "weak_", rows: this.some(on, 2), to: "l1" });
    if (Object.values(this.rubric.rows).every((row) => row.plain && !row.ordinal)) this.rubric.codes.push({ name: "void_", rows: "every row", to: this.pick(["0", "not scored"]) });
  }
}

export const generate = (seed) => new Builder(seed).build();
