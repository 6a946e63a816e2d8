// Rows in parts and series, with what may be said of a row.
import { larger, q, smaller } from "../fraction.mjs";
import { TODAYS, Inputs } from "./inputs.mjs";

/** The same thing for another copy of a part in series. */
export function renamed(one, from, to) {
  if (typeof one === "string") return one === from || one.startsWith(`${from}_`) ? to + one.slice(from.length) : one;
  if (Array.isArray(one)) return one.map((inner) => renamed(inner, from, to));
  if (one === null || typeof one !== "object") return one;
  return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, renamed(inner, from, to)]));
}

const SPECIALS = ["only when", "leave", "leave", "not applicable", "bonus", "adds nothing", "not scored", "counts from", "retired", "counts as", "at most", "worked out", "worked out"];

export class Rows extends Inputs {
  structure() {
    this.names = 0;
    const size = 1 + this.roll(12);
    this.left = size;
    this.rubric.top = [this.row("r_first", { plain: true }), ...this.many(0)];
    // Now and then everything stands in parts, so that `parts` may be said.
    if (this.chance(2)) this.rubric.top = [this.part(0, this.rubric.top)];
    if (this.left > 0 || this.chance(3)) this.rubric.top.push(...this.many(0, this.left));
    for (const [name, { members }] of Object.entries(this.rubric.parts)) for (const one of members) this.rubric.parentOf[one] = name;
    const { rows, parentOf, parts } = this.rubric;
    for (const name of Object.keys(rows)) {
      const around = [];
      for (let part = parentOf[name]; part; part = parentOf[part]) around.push(parts[part]);
      rows[name].ownTags = rows[name].tags;
      rows[name].tags = [...new Set([...rows[name].tags, ...around.flatMap((part) => part.tags)])];
      rows[name].sheltered = around.some((part) => part.onlyWhen || part.choose);
    }
  }

  fresh = (letter) => `${letter}${(this.names += 1)}`;

  /** Members of the rubric or of a part, while rows are left to give out. */
  many(depth, left = this.left - 1, prefix = "") {
    const members = [];
    this.left = left;
    while (this.left > 0 && (depth === 0 || members.length === 0 || !this.chance(3))) {
      const way = this.roll(10);
      if (way < 2 && depth < 2 && this.left > 1 && !prefix) members.push(this.part(depth));
      else if (way === 2 && depth === 0 && this.left > 1) members.push(...this.partSeries());
      else if (way === 3 && this.left > 1) members.push(...this.rowSeries(prefix));
      else { this.left -= 1; members.push(this.row(prefix + this.fresh("r"), { prefix })); }
    }
    return members;
  }

  part(depth, members, name = this.fresh("p")) {
    const onlyWhen = depth === 0 && !members && this.chance(5) ? this.gate("") : null;
    const inner = members ?? this.many(depth + 1, this.left);
    const choose = inner.length > 1 && !this.compared(inner) && !this.entangled(inner) && this.chance(3) ? 1 + this.roll(inner.length - 1) : null;
    this.rubric.parts[name] = { name, weight: q(1 + this.roll(3)), members: inner, choose, onlyWhen, tags: this.tags(5) };
    return name;
  }

  /** Whether an ordinal row is among them: such a row has no share. */
  compared = (members) => members.some((one) => (this.rubric.rows[one] ? this.rubric.rows[one].ordinal : this.compared(this.rubric.parts[one].members)));

  /** Whether something inside hangs on a row inside: a choice among them would be worked out from itself. */
  entangled(members) {
    const { parts, rows } = this.rubric;
    const all = members.flatMap((one) => (rows[one] ? [one] : [one, ...this.within(parts[one].members)]));
    const text = JSON.stringify(all.map((one) => { const { onlyWhen, countsAs, atMost, workedOut } = rows[one] ?? parts[one]; return [onlyWhen, countsAs, atMost, workedOut]; }), (_, value) => (typeof value === "bigint" ? 0 : value));
    return all.some((one) => text.includes(`"${one}"`));
  }

  within = (members) => members.flatMap((one) => (this.rubric.rows[one] ? [one] : [one, ...this.within(this.rubric.parts[one].members)]));

  /** A part twice over: the second copy is the first with other names. */
  partSeries() {
    const base = this.fresh("u");
    const [one, two] = [`${base}_1`, `${base}_2`];
    const from = this.left;
    this.left = Math.max(1, Math.floor(from / 2));
    const before = Object.keys(this.rubric.rows).length;
    const members = this.many(1, this.left, `${one}_`);
    const names = Object.keys(this.rubric.rows).slice(before);
    this.rubric.parts[one] = { name: one, weight: q(1 + this.roll(3)), members, choose: members.length > 1 && !this.compared(members) && !this.entangled(members) && this.chance(4) ? 1 : null, onlyWhen: null, tags: this.tags(5), series: base };
    this.rubric.parts[two] = { ...renamed(this.rubric.parts[one], one, two), hidden: true };
    for (const name of names) {
      const copy = renamed(this.rubric.rows[name], one, two);
      this.rubric.rows[copy.name] = copy;
    }
    for (const [series, all] of Object.entries(this.rubric.series)) if (series.startsWith(`${one}_`)) this.rubric.series[renamed(series, one, two)] = renamed(all, one, two);
    this.left = Math.max(0, from - 2 * names.length);
    this.rubric.series[base] = [one, two];
    return [one, two];
  }

  rowSeries(prefix) {
    const base = prefix + this.fresh("t");
    const count = Math.min(this.left, 2 + this.roll(2));
    this.left -= count;
    this.row(`${base}_1`, { prefix, special: this.pick(["leave", "bonus", "adds nothing", null, null, null, "only when", "at most"]) });
    const all = Array.from({ length: count }, (_, at) => `${base}_${at + 1}`);
    const first = { ...this.rubric.rows[all[0]], series: base, seriesOf: count };
    all.forEach((name, at) => { this.rubric.rows[name] = { ...first, name, hidden: at > 0 }; });
    this.rubric.series[base] = all;
    return all;
  }

  tags = (one) => ["x", "y"].filter(() => this.chance(one));

  row(name, { plain = false, prefix = "", special = this.pick([...SPECIALS, ...Array(10).fill(null)]) }) {
    if (plain) special = null;
    const kind = plain ? "criterion" : this.pick(["criterion", "criterion", "criterion", "check", "number"]);
    const row = { name, kind, weight: q(this.chance(12) ? 0 : 1 + this.roll(4)), tags: this.tags(3), countsAs: [], atMost: [], unanswered: null, notApplicable: null, onlyWhen: null };
    this.valued(row, kind, plain ? "m" : this.pick(["m", "m", "m", "low", "ord", "rng", "own"]), special);
    if (special) this.special(row, special, prefix);
    if (!row.workedOut && !row.ranges && !plain && this.chance(4)) row.unanswered = kind === "check" ? 0 : this.settled(row);
    if (!row.workedOut && this.chance(10)) row.comment = { required: this.chance(2), when: this.chance(2) && kind === "criterion" ? this.levelTest() : null };
    row.plain = !row.workedOut && !row.onlyWhen && row.leavable === undefined && !row.notScored && !row.countsFrom && !row.retired && row.countsAs.length + row.atMost.length === 0;
    this.rubric.rows[name] = row;
    return name;
  }

  valued(row, kind, scale, special) {
    if (kind === "number") Object.assign(row, this.numbers());
    else if (kind === "check") Object.assign(row, this.check());
    else Object.assign(row, this.levels(special === "worked out" && ["rng", "own", "ord"].includes(scale) ? "m" : scale));
    const points = row.values.map((one) => one.points).filter((one) => one !== null);
    row.least = points.reduce(smaller);
    row.most = points.reduce(larger);
  }

  numbers() {
    const [text, all] = this.pick([["0..2 step 0.5", [0, 1, 2, 3, 4].map((one) => q(one, 2))], ["in 0, 2.5, 5", [q(0), q(5, 2), q(5)]], ["1..3", [q(1), q(4, 3), q(3)]]]);
    const lower = !text.startsWith("in") && this.chance(4);
    return { text: lower ? `${text} lower is better` : text, lower, values: all.map((points) => ({ level: null, points, rating: `${points.n}/${points.d}` })) };
  }

  check() {
    const points = this.chance(8) ? -2 : 1 + this.roll(3);
    return { text: `${points}`, lower: false, values: [{ level: 0, points: q(0), rating: false, said: "not met" }, { level: 1, points: q(points), rating: true, said: "met" }] };
  }

  levels(name) {
    if (name === "own") {
      const worth = [q(0), q(1 + this.roll(3)), q(5)];
      return { own: worth, lower: false, scale: null, values: worth.map((points, level) => ({ level, points, rating: `l${level}`, said: `l${level}` })) };
    }
    const scale = this.rubric.scales[name];
    if (scale.ranges) return { scale: name, lower: scale.lower, ranges: true, values: this.markValues(scale) };
    let levels = scale.levels;
    let text = "";
    if (levels.length > 2 && this.chance(6)) [levels, text] = this.pick([[levels.slice(1), " l1.."], [levels.slice(0, -1), ` ..l${levels.length - 2}`]]);
    const tops = levels.some(({ points }) => points.n > 0n);
    if (!tops) [levels, text] = [scale.levels, ""];
    return { scale: name, offered: text, lower: scale.lower, ordinal: scale.ordinal, values: levels.map(({ level, points }) => ({ level, points, rating: `l${level}`, said: `l${level}` })) };
  }

  /** Each mark, and each level by its name alone: the mark is open then. */
  markValues({ levels }) {
    const marks = levels.flatMap(({ level, marks: all }) => all.map((points) => ({ level, points, rating: `${points.n}/${points.d}` })));
    return [...marks, ...levels.map(({ level }) => ({ level, points: null, rating: `l${level}`, open: true }))];
  }

  /** The place of a value that can be written out: no third. */
  settled = (row) => this.pick(row.values.flatMap(({ points }, at) => (points.d === 3n ? [] : [at])));

  special(row, special, prefix) {
    const some = () => this.settled(row);
    const today = this.pick(TODAYS);
    const set = {
      "only when": () => { row.onlyWhen = this.gate(prefix); },
      leave: () => { row.leavable = this.pick(["may be left out", "may be left out, with a reason"]); },
      "not applicable": () => { row.leavable = row.ranges ? "may be left out" : ""; if (!row.ranges) row.notApplicable = row.kind === "check" ? 1 : some(); if (row.kind === "number") { row.notApplicable = null; row.leavable = "may be left out"; } },
      bonus: () => { row.bonus = true; },
      "adds nothing": () => { row.addsNothing = true; },
      "not scored": () => { row.notScored = true; },
      "counts from": () => { row.countsFrom = today; },
      retired: () => { row.retired = today; },
      "counts as": () => { if (!row.ranges) row.countsAs = Array.from({ length: 1 + this.roll(2) }, () => ({ value: some(), when: this.gate(prefix) })); },
      "at most": () => { if (!row.ranges) row.atMost = Array.from({ length: 1 + this.roll(2) }, () => ({ value: row.kind === "check" ? 0 : some(), when: this.gate(prefix) })); },
      "worked out": () => this.workOut(row, prefix),
    };
    set[special]();
  }
}
