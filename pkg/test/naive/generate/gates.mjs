// Conditions that stand on what was said before, and rows worked out by them.
import { q } from "../fraction.mjs";
import { TODAYS } from "./inputs.mjs";
import { Rows } from "./rows.mjs";

export const SIDES = ["at least", "above", "at most", "below", "is", "not"];

export class Gates extends Rows {
  levelTest() {
    const level = this.chance(8) ? { when: { kind: "yes", name: "yes_" }, then: this.roll(2), other: this.roll(2) } : this.roll(2);
    return { op: typeof level === "number" ? this.pick(SIDES) : this.pick(["at least", "above", "at most", "below"]), level };
  }

  numberTest = () => ({ op: this.pick(SIDES), number: q(this.roll(5), 2) });

  /** A condition on inputs and on rows before, that everybody is asked. */
  gate(prefix) {
    const rows = Object.values(this.rubric.rows).filter((row) => row.plain && !this.apart(row.name, prefix));
    const criteria = rows.filter(({ kind }) => kind === "criterion");
    const checks = rows.filter(({ kind }) => kind === "check");
    const way = this.roll(8);
    if (way === 0) return { kind: "yes", name: "yes_" };
    if (way === 1) return { kind: "choice", name: "stage", choice: this.roll(3), not: this.chance(3) };
    if (way === 2) return { kind: "setting", name: "route", choice: this.roll(2), not: this.chance(3) };
    if (way === 3) return { kind: "compare", op: this.pick(SIDES), a: { kind: "ask", name: "late" }, b: { kind: "const", value: q(this.roll(5)) } };
    if (way === 4) return this.dates();
    if (way === 5 && checks.length > 0) return { kind: "met", name: this.pick(checks).name };
    if (criteria.length > 0) return { kind: "test", name: this.pick(criteria).name, test: this.levelTest() };
    return { kind: "yes", name: "yes_" };
  }

  /** A row of another part in series has another name there. */
  apart = (name, prefix) => prefix !== "" && /^u\d+_\d+_/.test(name) && !name.startsWith(prefix);

  day() {
    const plain = this.pick([{ kind: "ask", name: "due" }, { kind: "ask", name: "handed" }, { kind: "today" }, { kind: "date", value: this.pick(TODAYS) }]);
    return this.chance(3) ? { kind: "later", of: plain, count: this.pick([1, 2, 14]), unit: this.pick(["days", "months", "years"]) } : plain;
  }

  dates = () => ({ kind: "dates", op: this.pick(SIDES), a: this.pick([{ kind: "ask", name: "due" }, { kind: "ask", name: "handed" }]), b: this.day() });

  workOut(row, prefix) {
    if (row.kind === "number") return;
    if (row.kind === "check") { row.workedOut = { kind: "when", when: this.gate(prefix) }; return; }
    const levels = row.values.map(({ said }) => said);
    const [otherwise, ...others] = levels;
    const rows = Object.values(this.rubric.rows).filter((one) => one.plain && !this.apart(one.name, prefix) && !one.ordinal && !one.ranges);
    const names = [...others].reverse();
    const way = this.pick(["bands", "rungs", "table"]);
    const rungs = { bands: () => this.falling(names), rungs: () => names.map((name) => ({ name, level: name, needs: [this.gate(prefix)] })), table: () => this.lines(levels, [{ kind: "row" }, { kind: "ask" }]) }[way]();
    const from = way === "bands" ? this.pick([{ kind: "row", name: this.pick(rows).name }, { kind: "ask", name: "late" }]) : null;
    const criteria = rows.filter(({ kind }) => kind === "criterion");
    const table = way === "table" ? [{ kind: "row", name: this.pick(criteria).name }, { kind: "ask", name: "stage" }] : null;
    row.workedOut = { kind: way, ladder: { rungs, from, table, otherwise } };
  }

  falling(names) {
    let at = 0;
    const minimums = names.map(() => q((at += 1 + this.roll(5)), 4)).reverse();
    return names.map((name, index) => ({ name, level: name, minimum: { kind: "const", value: minimums[index] } }));
  }

  /** Lines of a table: cells are places, or any. */
  lines(levels, from) {
    const cell = ({ kind, size = kind === "ask" ? 3 : 2 }) => (this.chance(4) ? "any" : this.some(Array.from({ length: size }, (_, at) => at), 2));
    return Array.from({ length: 1 + this.roll(3) }, (_, at) => ({ name: `line${at}`, level: this.pick(levels), cells: from.map(cell) }));
  }
}
