// Worlds with one rule wrong each. The comparison has to notice every one of
// them: a comparison that cannot fail says nothing.
import { over, plus, q, round, times } from "./fraction.mjs";
import { World } from "./ladders.mjs";
import { later } from "./days.mjs";

/** One method of the world done wrong, with the right one at hand. */
const wrong = (method, as) => class extends World {
  constructor(rubric, given) {
    super(rubric, given);
    const right = this[method].bind(this);
    this[method] = (...all) => as.call(this, right, ...all);
  }
};

export const FAULTS = {
  "a threshold that is met does not count": wrong("truth_compare", (right, e) => right(e.op === "at least" ? { ...e, op: "above" } : e)),
  "bands from above the minimum": wrong("needs", (right, ladder, rung) => right(ladder, rung).map((need) => (ladder.from && need.op === "at least" ? { ...need, op: "above" } : need))),
  "ties go up": wrong("number_round", function (right, e) { return e.way.startsWith("ties") ? round(this.number(e.of), e.step, "ties up") : right(e); }),
  "bonus counts as possible": wrong("bottom", (right, row, low) => low),
  "adds nothing adds": wrong("members", (right, set, adding, op) => right(set, false, op)),
  "left out counts": wrong("there", function (right, name) { return this.ifAsked(name) === "left out" ? true : right(name); }),
  "the choice takes one more": wrong("choose", (right, name, part) => right(name, { ...part, choose: part.choose + 1 })),
  "what was dropped stays": wrong("chosen", () => true),
  "lower is better, not turned": wrong("turned", function (right, name) { return this.points(name); }),
  "the last `counts as` wins": wrong("substituted", function (right, name) {
    const held = this.row(name).countsAs.filter(({ when }) => this.truth(when));
    return held.length > 1 ? this.row(name).values[held.at(-1).value] : right(name);
  }),
  "no cap": wrong("capped", (right, row, value) => value),
  "policies take no effect": wrong("unanswered", () => ({ level: null, points: null })),
  "not applicable counts as nothing": wrong("leftOut", () => ({ level: null, points: null })),
  "a default takes no effect": wrong("input", function (right, name) { return this.given.asks[name] === undefined ? null : right(name); }),
  "the first default of a setting for ever": wrong("setting", function (right, name) { return this.given.settings[name] ?? this.rubric.settings[name].defaults[0].value; }),
  "the second line of a table first": wrong("number_table", (right, e) => right({ ...e, lines: [...e.lines].reverse() })),
  "the last case of `first of`": wrong("number_first", (right, e) => right({ ...e, cases: [...e.cases].reverse() })),
  "the first day counts": wrong("number_days", (right, e) => { const found = right(e); return found === null ? null : plus(found, q(1)); }),
  "a month is thirty days": wrong("day", function (right, e) { return e.kind === "later" && e.unit === "months" && this.day(e.of) !== null ? later(this.day(e.of), 30 * e.count, "days") : right(e); }),
  "`out of` forgotten": wrong("number_out", function (right, e) { return this.number(e.of); }),
  "the stretch forgotten": wrong("stretched", function (right, op, names) { return this.fraction(op, names); }),
  "parts weigh alike": wrong("nested", function (right, members, keep, stop = null) {
    const counted = members.filter((one) => this.counts(one, keep, stop));
    const top = counted.map((one) => this.share(one, keep, stop)).reduce(plus, q(0));
    return counted.length === 0 ? null : over(top, q(counted.length));
  }),
  "weights squared": wrong("number_gather", function (right, e) { const found = right(e); return e.op === "weighted sum" && found !== null ? times(found, q(2)) : found; }),
  "the worst of": wrong("best", function (right, names, count) { return names.length > count ? names.slice(0, count) : right(names, count); }),
  "half is more than half": wrong("holds", (right, count, all, say, n) => right(count, all, say === "at least half of" ? "most" : say, n)),
  "a share rounds down": wrong("holds", (right, count, all, say, n) => right(say === "at least" && n?.share ? count + 1 : count, all, say, n)),
  "a void set counts none": wrong("gather", (right, e) => right(e) ?? (e.op === "count" ? q(0) : null)),
  "undefined falls to `otherwise`": wrong("ladderOf", (right, ladder, comments) => { const found = right(ladder, comments); return found.level === null ? { ...found, level: ladder.otherwise } : found; }),
  "no `never`": wrong("rungTruth", (right, ladder, ...all) => right({ ...ladder, never: null }, ...all)),
  "comments are not needed": wrong("comments", () => true),
  "an override changes nothing": wrong("result", function (right, name) { return this.once(`plain ${name}`, () => this.ladderOf(this.ladderNamed(name), this.comments())); }),
  "codes change nothing": wrong("coded", () => undefined),
  "everybody is asked": wrong("asked", () => true),
  "any number of files": wrong("fits", function (right, name) { return (this.given.slots[name] ?? []).length > 0 || right(name); }),
  "the range of a slot is open": wrong("within", () => true),
  "answered means not left out": wrong("answered", function (right, name) { return this.ifAsked(name) !== "left out"; }),
};
