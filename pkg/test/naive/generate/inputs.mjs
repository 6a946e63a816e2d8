// What stands around the rows: scales, asks, settings, slots.
import { day } from "../days.mjs";
import { q } from "../fraction.mjs";
import { Roller } from "./dice.mjs";

export const TODAYS = ["2026-01-31", "2026-03-15", "2026-08-01"].map(day);
const CHOICES = ["new_", "mid_", "old_"];

export class Inputs extends Roller {
  constructor(seed) {
    super(seed);
    this.rubric = { rows: {}, parts: {}, top: [], parentOf: {}, series: {}, scales: {}, asks: {}, settings: {}, slots: {}, codes: [], scores: [], results: [], order: [] };
  }

  inputs() {
    this.scale("m", {});
    this.scale("low", { lower: true });
    this.scale("ord", { ordinal: true });
    this.marks("rng");
    this.asks();
    this.settings();
    this.slots();
  }

  scale(name, { lower = false, ordinal = false }) {
    let at = this.roll(4) - 1;
    // Now and then two levels with the same points: the order is the one written.
    const points = Array.from({ length: 2 + this.roll(3) }, () => q((at += this.chance(8) ? 0 : 1 + this.roll(4)), 4));
    if (points.at(-1).n <= 0n) points.push(q(3));
    this.rubric.scales[name] = { name, points, lower, ordinal, levels: points.map((one, level) => ({ level, points: one })) };
  }

  /** Levels that are ranges of marks: a range, a range with a step, a list. */
  marks(name) {
    const levels = [
      { level: 0, marks: [q(0), q(1, 3), q(2)], text: "0..2" },
      { level: 1, marks: [q(3), q(9, 2)], text: "3, 4.5" },
      { level: 2, marks: [q(5), q(11, 2), q(6)], text: "5..6 step 0.5" },
    ];
    this.rubric.scales[name] = { name, ranges: true, levels, lower: this.chance(3), ordinal: false };
  }

  asks() {
    const fallback = (size) => (this.chance(2) ? this.roll(size) : null);
    const numbers = [0, 1, 2, 3, 4].map((one) => ({ value: q(one), reply: one, said: `${one}` }));
    const days = ["2026-01-31", "2026-02-10", "2026-02-28", "2026-03-31"].map((one) => ({ value: day(one), reply: one, said: one }));
    this.rubric.asks = {
      yes_: { type: "yes/no", values: [{ value: false, reply: false, said: "false" }, { value: true, reply: true, said: "true" }], fallback: fallback(2) },
      stage: { type: "choice", values: CHOICES.map((said, value) => ({ value, reply: said, said })), fallback: fallback(3) },
      late: { type: "number", values: numbers, fallback: fallback(5) },
      due: { type: "date", values: days, fallback: fallback(4) },
      handed: { type: "date", values: days, fallback: fallback(4) },
    };
  }

  settings() {
    const dated = this.chance(2) ? [{ value: q(1 + this.roll(3)), from: TODAYS[1] }] : [];
    this.rubric.settings = {
      bar: { range: [q(0), q(4)], given: [0, 1, 2, 3, 4].map((one) => q(one)), defaults: [{ value: q(this.roll(5)), from: null }, ...dated] },
      part_of: { range: [q(0), q(1)], percent: true, given: [q(1, 2), q(2, 3), q(3, 4), q(1)], defaults: [{ value: q(3, 5), from: null }] },
      route: { choices: ["slow_", "fast_"], given: [0, 1], defaults: [{ value: this.roll(2), from: null }] },
    };
  }

  slots() {
    if (this.chance(2)) return;
    const all = {
      plan_file: { kind: "pdf", other: "docx", what: "pages", range: [1, 3], items: [1, 2], optional: this.chance(3), onlyWhen: null },
      story: { kind: "text", other: "pdf", what: "words", range: [3, 5], items: [1, 1], optional: false, onlyWhen: this.chance(2) ? { kind: "yes", name: "yes_" } : null },
    };
    for (const name of this.some(Object.keys(all), 2)) this.rubric.slots[name] = all[name];
  }
}
