// What a row stands at once everything is over: its state, and the value that
// counts. Nothing open exists here: what was not answered counts by its policy,
// or is undefined (null), as after closing.
import { minus, order, plus } from "./fraction.mjs";

export const compare = {
  "at least": (c) => c >= 0, above: (c) => c > 0, "at most": (c) => c <= 0, below: (c) => c < 0, is: (c) => c === 0, not: (c) => c !== 0,
};
/** Truth is true, false or null, by Kleene. */
export const not = (a) => (a === null ? null : !a);
export const and = (a, b) => (a === false || b === false ? false : a === null || b === null ? null : true);
export const or = (a, b) => not(and(not(a), not(b)));
export const NOTHING = { level: null, points: null };

export class Rows {
  constructor(rubric, given) {
    Object.assign(this, { rubric, given, kept: new Map(), seen: {} });
  }

  /** Each thing is worked out once. */
  once(key, work) {
    if (!this.kept.has(key)) this.kept.set(key, work());
    return this.kept.get(key);
  }

  /** How often a form made a difference: see the coverage of the test. */
  note(form) {
    this.seen[form] = (this.seen[form] ?? 0) + 1;
  }

  row = (name) => this.rubric.rows[name];

  /** Whether a condition of the row or of a part around it lets it be asked. */
  asked(name) {
    return this.once(`asked ${name}`, () => {
      const row = this.row(name);
      if (row.retired && this.given.today >= row.retired) { this.note("retired"); return false; }
      let so = row.onlyWhen ? this.truth(row.onlyWhen) : true;
      for (const part of this.around(name)) if (part.onlyWhen) so = and(so, this.truth(part.onlyWhen));
      if (so === false) this.note("not asked");
      return so;
    });
  }

  around(name) {
    const all = [];
    for (let part = this.rubric.parentOf[name]; part; part = this.rubric.parentOf[part]) all.push(this.rubric.parts[part]);
    return all;
  }

  /** The value a code gives the row, if one reaches it. */
  coded(name) {
    const { code } = this.given;
    if (!code) return undefined;
    const { rows, to } = this.rubric.codes.find((one) => one.name === code.name);
    const reached = rows === "every row" || (rows === "this row" ? [code.row] : rows).includes(name);
    if (!reached) return undefined;
    this.note(`code to ${to}`);
    if (to === "no score") return NOTHING;
    if (to === "not scored") return "not scored";
    const { values } = this.row(name);
    if (to !== "0") return values.find(({ said }) => said === to);
    const zeros = values.filter(({ points }) => points?.n === 0n);
    return zeros.length === 1 ? zeros[0] : { level: null, points: { n: 0n, d: 1n } };
  }

  /** One of the five; null where it is undefined whether it is asked. */
  state(name) {
    const asked = this.asked(name);
    return asked === null ? null : asked ? this.ifAsked(name) : "not asked";
  }

  ifAsked(name) {
    return this.once(`state ${name}`, () => {
      const row = this.row(name);
      if (row.notScored) return "not scored";
      if (row.countsFrom && this.given.today < row.countsFrom) { this.note("counts from"); return "not scored"; }
      const coded = this.coded(name);
      if (coded) return coded === "not scored" ? coded : "rated";
      if (row.workedOut) return this.workedOut(name) ? "rated" : "unanswered";
      const given = this.given.rows[name];
      return given === undefined ? "unanswered" : given === "left out" ? "left out" : "rated";
    });
  }

  /** The level a worked-out row comes to, as a value; null where it is undecided. */
  workedOut(name) {
    return this.once(`worked ${name}`, () => {
      const { workedOut, values } = this.row(name);
      this.note(`worked out by ${workedOut.kind}`);
      if (workedOut.kind === "when") { const met = this.truth(workedOut.when); return met === null ? null : values[met ? 1 : 0]; }
      const { level } = this.ladderOf(workedOut.ladder);
      return level === null ? null : values.find(({ said }) => said === level);
    });
  }

  /** As it was rated, or left, before caps. */
  plainly(name) {
    const row = this.row(name);
    const coded = this.coded(name);
    if (coded) return coded === "not scored" ? NOTHING : coded;
    if (row.workedOut) return this.workedOut(name) ?? NOTHING;
    const given = this.given.rows[name];
    if (given === "left out") return this.leftOut(row);
    if (given === undefined) return this.unanswered(row);
    return row.values[given];
  }

  leftOut(row) {
    if (row.notApplicable === null) return NOTHING;
    this.note("not applicable counts as");
    return row.values[row.notApplicable];
  }

  unanswered(row) {
    if (row.unanswered === null) return NOTHING;
    this.note("unanswered counts as");
    return row.values[row.unanswered];
  }

  /** What counts: level and points, null where there is none. */
  value(name) {
    return this.once(`value ${name}`, () => {
      if (this.asked(name) === false || this.ifAsked(name) === "not scored") return NOTHING;
      if (this.coded(name)) return this.plainly(name);
      return this.capped(this.row(name), this.substituted(name));
    });
  }

  /** The first that holds; undefined where that is. */
  substituted(name) {
    for (const { value, when } of this.row(name).countsAs) {
      const holds = this.truth(when);
      if (holds === null) return NOTHING;
      if (holds) { this.note("counts as"); return this.row(name).values[value]; }
    }
    return this.plainly(name);
  }

  /** The lowest cap that holds; undefined where it is undefined of one whether it does. */
  capped({ atMost, values, kind }, value) {
    const below = (a, b) => (kind === "number" ? order(a.points, b.points) < 0 : a.level < b.level);
    if (atMost.some((cap) => this.truth(cap.when) === null)) return NOTHING;
    const lids = atMost.filter((cap) => this.truth(cap.when)).map((cap) => values[cap.value]);
    // A check is a truth, and `and not met` is false of it whatever else.
    if (kind === "check" && lids.length > 0) { this.note("at most"); return values[0]; }
    if (value.points === null) return value;
    for (const lid of lids) if (below(lid, value)) { this.note("at most"); value = lid; }
    return value;
  }

  points = (name) => this.value(name).points;

  /** Points as shares and `best` see them: turned round where fewer are better. */
  turned(name) {
    const { lower, least, most } = this.row(name);
    const points = this.points(name);
    if (lower) this.note("lower is better");
    return lower ? minus(plus(least, most), points) : points;
  }

  test(name, { op, level, number }) {
    if (op === "answered") return this.answered(name);
    if (op === "left out") return this.ifAsked(name) === "left out";
    const value = this.value(name);
    if (op === "met" || op === "not met") return value.level === null ? null : (value.level === 1) === (op === "met");
    if (number) return value.points === null ? null : compare[op](order(value.points, number));
    const bar = this.levelOf(level);
    return value.level === null || bar === null ? null : compare[op](value.level - bar);
  }

  answered(name) {
    return this.ifAsked(name) === "rated";
  }

  /** A level in a test may stand behind an `if`. */
  levelOf(level) {
    if (typeof level === "number") return level;
    const holds = this.truth(level.when);
    return holds === null ? null : holds ? level.then : level.other;
  }
}
