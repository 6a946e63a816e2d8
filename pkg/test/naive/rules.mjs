// Numbers and conditions, each form as the page says it.
import { larger, minus, order, over, plus, q, round, smaller, times } from "./fraction.mjs";
import { later } from "./days.mjs";
import { and, compare, not, or } from "./rows.mjs";
import { Sets } from "./sets.mjs";

export class Rules extends Sets {
  /** A score, or a result that stands for a number. */
  named(name) {
    const score = this.rubric.scores.find((one) => one.name === name);
    if (!score) return this.ladderPoints(name);
    return this.once(`score ${name}`, () => this.number(score.body));
  }

  number(e) {
    const work = this[`number_${e.kind}`];
    if (!work) throw new Error(`no number ${e.kind}`);
    return work.call(this, e);
  }

  number_const = (e) => e.value;
  number_none() { this.note("no score"); return null; }
  number_row = (e) => (this.stands(e.name) ? this.points(e.name) : null);
  number_score = (e) => this.named(e.name);
  number_most = (e) => this.row(e.name).most;
  number_ask = (e) => this.input(e.name) ?? null;
  number_setting = (e) => this.setting(e.name);
  number_gather = (e) => this.gather(e);
  number_round = (e) => round(this.number(e.of), e.step, e.way);
  number_limit = (e) => (e.side === "least" ? larger : smaller)(this.number(e.of), e.by);
  number_out = (e) => times(this.number(e.of), e.by);
  number_op = (e) => ({ "+": plus, "-": minus, "*": times, "/": over })[e.op](this.number(e.a), this.number(e.b));
  number_if(e) { return this.branch([[e.when, e.then]], e.other); }
  number_first(e) { this.note("first of"); return this.branch(e.cases, e.other); }
  number_table(e) { return this.branch(e.lines.map(({ cells, gives }) => [{ kind: "line", from: e.from, cells }, { kind: "const", value: gives }]), { kind: "const", value: e.other }); }

  number_days(e) {
    const [from, to] = [this.day(e.from), this.day(e.to)];
    return from === null || to === null ? null : q(to - from);
  }

  number_slot(e) {
    const { onlyWhen } = this.rubric.slots[e.name];
    if (onlyWhen && this.truth(onlyWhen) !== true) return null;
    const items = this.given.slots[e.name] ?? [];
    if (e.what === "items") return q(items.length);
    return q(items.reduce((sum, item) => sum + item[e.what], 0));
  }

  /** Whether a row that is named alone is there to be looked at: one that was not chosen is not, one that is left out is. */
  stands(name, test) {
    const state = this.state(name);
    if (state === "not asked" || state === "not scored") return false;
    if (state === "left out" && (test?.op === "answered" || test?.op === "left out")) return true;
    return this.member(name) === true;
  }

  /** Only the branch that is taken is looked at. */
  branch(cases, other) {
    for (const [when, then] of cases) {
      const holds = this.truth(when);
      if (holds === null) return null;
      if (holds) return this.number(then);
    }
    return this.number(other);
  }

  /** A reply, or the default that takes effect on closing. */
  input(name) {
    const given = this.given.asks[name];
    if (given !== undefined) return this.rubric.asks[name].values[given].value;
    const { fallback } = this.rubric.asks[name];
    if (fallback === null) return null;
    this.note("default of an ask");
    return this.rubric.asks[name].values[fallback].value;
  }

  /** What the host sets, else the default of the day. */
  setting(name) {
    const given = this.given.settings[name];
    const { defaults } = this.rubric.settings[name];
    if (given !== undefined) return given;
    this.note("default of a setting");
    return defaults.filter(({ from }) => from === null || from <= this.given.today).at(-1).value;
  }

  /** Days: an ask, a literal, today, or some of these and so long. */
  day(e) {
    if (e.kind === "today") return this.given.today;
    if (e.kind === "date") return e.value;
    if (e.kind === "ask") return this.input(e.name);
    const from = this.day(e.of);
    return from === null ? null : later(from, e.count, e.unit);
  }

  truth(e) {
    const work = this[`truth_${e.kind}`];
    if (!work) throw new Error(`no condition ${e.kind}`);
    return work.call(this, e);
  }

  truth_true = () => true;
  truth_yes = (e) => this.input(e.name);
  truth_choice(e) { const at = this.input(e.name); return at === null ? null : (at === e.choice) !== e.not; }
  truth_setting = (e) => (this.setting(e.name) === e.choice) !== e.not;
  truth_test = (e) => (this.stands(e.name, e.test) ? this.test(e.name, e.test) : null);
  truth_met = (e) => (this.stands(e.name) ? this.test(e.name, { op: "met" }) : null);
  truth_rung = (e) => this.rung(e.ladder, e.name);
  truth_not = (e) => not(this.truth(e.of));
  truth_and = (e) => and(this.truth(e.a), this.truth(e.b));
  truth_or = (e) => or(this.truth(e.a), this.truth(e.b));
  truth_quantified = (e) => this.quantified(e);
  truth_has = (e) => this.named(e.name) !== null;
  truth_comment = (e) => (this.stands(e.name) ? Boolean(this.given.comments[e.name]) : null);
  truth_slot = (e) => this.complete(e.name);
  truth_all = (e) => e.of.map((one) => this.truth(one)).reduce(and, true);
  truth_any = (e) => e.of.map((one) => this.truth(one)).reduce(or, false);
  truth_some(e) { return this.unsure(e.of.map((one) => this.truth(one)), { say: "at least", n: q(e.count) }); }
  truth_line(e) { return e.cells.map((cell, at) => this.cell(e.from[at], cell)).reduce(and, true); }

  /** Everything that is asked for is there; never true because nothing is asked for. */
  truth_evidence() {
    const asked = Object.values(this.rubric.slots).map(({ onlyWhen }) => (onlyWhen ? this.truth(onlyWhen) : true)).reduce(or, false);
    return asked ? Object.keys(this.rubric.slots).map((name) => this.complete(name)).reduce(and, true) : null;
  }

  truth_ladder(e) {
    const at = this.ladderRank(e.name);
    return at === null ? null : compare[e.op](at - e.level);
  }

  truth_compare(e) {
    const [a, b] = [this.number(e.a), this.number(e.b)];
    return a === null || b === null ? null : compare[e.op](order(a, b));
  }

  truth_dates(e) {
    const [a, b] = [this.day(e.a), this.day(e.b)];
    return a === null || b === null ? null : compare[e.op](a - b);
  }

  /** One cell of a table: some of the levels, or any. */
  cell(from, cell) {
    if (cell === "any") return true;
    const at = from.kind === "row" ? (this.stands(from.name) ? this.value(from.name).level : null) : from.kind === "ladder" ? this.ladderRank(from.name) : from.kind === "ask" ? this.input(from.name) : this.setting(from.name);
    return at === null ? null : cell.includes(at);
  }

  /** A slot: what its items must be, one by one. A slot that is not asked is complete. */
  complete(name) {
    const slot = this.rubric.slots[name];
    const asked = slot.onlyWhen ? this.truth(slot.onlyWhen) : true;
    if (asked === false) { this.note("slot not asked"); return true; }
    if (this.fits(name)) return true;
    this.note("slot incomplete");
    return asked === null ? null : false;
  }

  fits(name) {
    const slot = this.rubric.slots[name];
    const items = this.given.slots[name] ?? [];
    if (items.length === 0) return slot.optional;
    if (items.length < slot.items[0] || items.length > slot.items[1]) return false;
    return items.every((item) => item.kind === slot.kind && this.within(item[slot.what], slot.range));
  }

  within = (value, [from, to]) => value >= from && value <= to;
}
