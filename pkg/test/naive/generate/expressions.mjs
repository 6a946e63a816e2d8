// Sets, numbers and conditions over all rows. Thresholds are planted: each is a
// value that some full rating attains, so that a `>` for a `>=`, or a float, is seen.
import { q } from "../fraction.mjs";
import { World } from "../ladders.mjs";
import { fullAnswers } from "../answers.mjs";
import { Gates, SIDES } from "./gates.mjs";

const OPS = ["sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent"];
const STEPS = [q(1, 2), q(1), q(1, 4), q(1, 10)];

export class Expressions extends Gates {
  inside = (name) => (this.rubric.parts[name] ? this.rubric.parts[name].members.flatMap(this.inside) : [name]);
  ofKind = (kind, names) => (kind === "row" ? names : names.filter((name) => this.rubric.rows[name].kind === kind));
  byFile = (names) => Object.keys(this.rubric.rows).filter((name) => names.includes(name));

  /** Some set as written: words (an array of texts and names), rows, and members where a weighted percent goes by parts. */
  base(kind) {
    const { rows, parts, series, top } = this.rubric;
    const all = Object.keys(rows).filter((name) => !rows[name].notScored);
    const of = { criterion: "criteria", check: "checks", number: "numbers", row: "rows" };
    const flat = (names, ...words) => ({ words, names: this.ofKind(kind, names) });
    const partNames = Object.keys(parts);
    const ways = [() => flat(all, of[kind]), () => flat(all, of[kind])];
    if (partNames.length > 0) {
      ways.push(() => { const part = this.pick(partNames); return flat(this.inside(part), `${of[kind]} in ${part}`); });
      ways.push(() => { const some = this.apartFrom(this.some(partNames, 2)); return flat(this.byFile(some.flatMap(this.inside)), `${of[kind]} in (${some.join(", ")})`); });
    }
    if (kind === "row") ways.push(...this.named(partNames, series, rows, parts, top));
    return this.pick(ways)();
  }

  named(partNames, series, rows, parts, top) {
    const ways = [];
    const nest = (words, members) => ({ words: [words], names: this.byFile(members.flatMap(this.inside)), nest: members, nested: true });
    if (partNames.length > 0) ways.push(() => { const part = this.pick(partNames); return nest(part, parts[part].members); });
    if (partNames.length > 0 && top.every((one) => parts[one])) ways.push(() => nest("parts", top));
    const holders = partNames.filter((one) => parts[one].members.some((inner) => parts[inner]));
    if (holders.length > 0) ways.push(() => { const part = this.pick(holders); return nest(`parts in ${part}`, parts[part].members.filter((one) => parts[one])); });
    const runs = Object.keys(series);
    if (runs.length > 0) ways.push(() => { const run = this.pick(runs); return nest(run, series[run]); });
    const locals = [...new Set(Object.keys(rows).filter((name) => /^u\d+_1_/.test(name) && !/_t\d+_\d+$/.test(name)).map((name) => name.replace(/^(u\d+)_1_/, "$1 ")))];
    if (locals.length > 0) ways.push(() => { const [unit, local] = this.pick(locals).split(" "); return { words: [local], names: [`${unit}_1_${local}`, `${unit}_2_${local}`] }; });
    ways.push(() => { const some = this.apartFrom(this.some([...Object.keys(rows).filter((one) => !rows[one].notScored), ...partNames], 3)); return nest(`(${some.join(", ")})`, some); });
    return ways;
  }

  /** Of a part and what is inside it only the one that came first. */
  apartFrom(names) {
    const taken = [];
    for (const name of names) if (!taken.some((one) => this.inside(one).some((row) => this.inside(name).includes(row)))) taken.push(name);
    return taken;
  }

  narrowed(set) {
    const { rows } = this.rubric;
    const tagged = { ...set, narrowed: true };
    const has = (name, tag) => rows[name].tags.includes(tag);
    // A tag that no row carries is refused.
    if (!["x", "y"].every((tag) => Object.keys(rows).some((name) => has(name, tag)))) return set;
    if (this.chance(5)) { tagged.names = set.names.filter((name) => has(name, "x")); tagged.words = [...set.words, "tagged x"]; }
    else if (this.chance(6)) { tagged.names = set.names.filter((name) => has(name, "x") || has(name, "y")); tagged.words = [...set.words, "tagged x or y"]; }
    else if (this.chance(6)) { tagged.names = set.names.filter((name) => !has(name, "x")); tagged.words = [...set.words, "not tagged x"]; }
    else return set;
    return tagged;
  }

  without(set, gone) {
    return { ...set, names: set.names.filter((name) => !gone.includes(name)), words: [...set.words, gone.length === 1 && this.chance(2) ? `without ${gone[0]}` : `without (${gone.join(", ")})`] };
  }

  /** A set that can have members; `adding`: whose points can be added. */
  set(kind, adding) {
    const { rows } = this.rubric;
    for (let tries = 0; tries < 20; tries += 1) {
      let set = this.narrowed(this.base(kind));
      set = { ...set, names: set.names.filter((name) => !rows[name].notScored) };
      const out = adding ? set.names.filter((name) => rows[name].ordinal) : [];
      if (out.length > 0) set = this.without(set, out);
      else if (set.names.length > 1 && this.chance(6)) set = this.without(set, this.some(set.names, 1));
      if (set.names.some((name) => !adding || !rows[name].addsNothing)) return set;
    }
    return { words: ["(r_first)"], names: ["r_first"] };
  }

  gather() {
    const way = this.roll(8);
    if (way === 0) return { kind: "gather", op: "count", set: this.filtered(this.set("criterion", false), this.levelTest()) };
    if (way === 1) return { kind: "gather", op: "count", set: this.filtered(this.set("row", false), { op: this.pick(["answered", "left out"]) }) };
    const op = this.pick(OPS);
    if (way === 2) return { kind: "gather", op, set: this.byTest() };
    if (way === 3) return { kind: "gather", op, set: { ...this.flat(this.set("row", true)), best: 1 + this.roll(3) } };
    if (way === 4) return { kind: "gather", op, set: { ...this.flat(this.set("row", true)), newest: 1 + this.roll(3) } };
    if (way === 5) return { kind: "gather", op: this.pick(["percent", "weighted percent"]), set: this.flat(this.set(this.pick(["criterion", "number"]), true)), stretched: true };
    const scores = this.rubric.scores.filter(({ each }) => each);
    if (way === 6 && scores.length > 0) { const each = this.pick(scores).each; return { kind: "gather", op: this.pick(["lowest", "highest", "mean", "sum"]), set: { words: [each], scores: this.rubric.scores.filter((one) => one.each === each).map(({ name }) => name) } }; }
    return { kind: "gather", op, set: this.set("row", true) };
  }

  flat = ({ nest, ...set }) => set;
  filtered = (set, filter) => ({ ...this.flat(set), filter });

  byTest() {
    const kind = this.pick(["criterion", "check", "number"]);
    const set = this.set(kind, true);
    const rows = set.names.map((name) => this.rubric.rows[name]);
    if (rows.every((row) => row.kind === "check")) return this.filtered(set, { op: this.pick(["met", "not met"]) });
    if (rows.every((row) => row.kind === "number")) return this.filtered(set, this.numberTest());
    return this.filtered(set, this.levelTest());
  }

  addable = () => Object.values(this.rubric.rows).filter((row) => !row.ordinal && !row.notScored);

  number(depth) {
    const way = depth === 0 ? this.roll(8) : this.roll(16);
    if (way === 0) return this.pick([{ kind: "ask", name: "late" }, { kind: "setting", name: "bar" }, { kind: "const", value: q(this.roll(13), 4) }]);
    if (way === 1) { const { name } = this.pick(this.addable()); return { kind: this.chance(6) ? "most" : "row", name }; }
    if (way === 2 && this.rubric.scores.length > 0) return { kind: "score", name: this.pick(this.rubric.scores).name };
    if (way === 3) return this.fact();
    if (way < 9) return this.gather();
    const of = this.number(depth - 1);
    if (way === 9) return this.rounded(of);
    if (way === 10) return this.limited(of);
    if (way === 11) return { kind: "if", when: this.condition(depth - 1), then: of, other: this.chance(6) ? { kind: "none" } : this.number(depth - 1) };
    if (way === 12) return { kind: "first", cases: [[this.condition(depth - 1), of], [this.condition(0), this.number(0)]], other: this.number(depth - 1) };
    return { kind: "op", op: this.pick(["+", "-", "*", "/"]), a: of, b: this.number(depth - 1) };
  }

  /** Days, a result that stands for points, words of a slot. */
  fact() {
    const results = this.rubric.results.filter(({ scale }) => scale === "m");
    const slots = Object.entries(this.rubric.slots);
    const way = this.roll(3);
    if (way === 0 && results.length > 0) return { kind: "score", name: this.pick(results).name };
    if (way === 1 && slots.length > 0) { const [name, { what }] = this.pick(slots); return { kind: "slot", name, what: this.pick([what, "items"]) }; }
    return { kind: "days", from: this.day(), to: this.day() };
  }

  rounded = (of) => ({ kind: "round", of, step: this.pick(STEPS), way: this.pick(["up", "down", "ties up", "ties down", "ties even"]) });
  limited = (of) => ({ kind: "limit", of, side: this.pick(["least", "most"]), by: q(this.roll(13), 4) });

  /** A value that some full rating attains. */
  attained(e) {
    return new World(this.rubric, fullAnswers(this.rubric, this.roll)).number(e) ?? q(1);
  }

  condition(depth) {
    const way = depth <= 0 ? this.roll(8) : this.roll(13);
    if (way === 0) return this.gate("");
    if (way === 1) return this.rowTest();
    if (way < 4) return this.quantified();
    if (way < 6) { const a = this.number(Math.max(depth - 1, 0)); return { kind: "compare", op: this.pick(SIDES), a, b: { kind: "const", value: this.attained(a) } }; }
    if (way === 6) return this.standing();
    if (way === 7) return this.chance(2) ? this.gate("") : this.quantified();
    if (way === 8) return { kind: "not", of: this.condition(depth - 1) };
    if (way === 9) { const of = [this.condition(depth - 1), this.condition(0), this.gate("")]; return this.pick([{ kind: "all", of }, { kind: "any", of }, { kind: "some", of, count: 1 + this.roll(3) }]); }
    return { kind: this.pick(["and", "or"]), a: this.condition(depth - 1), b: this.condition(depth - 1) };
  }

  rowTest() {
    const rows = Object.values(this.rubric.rows).filter(({ notScored }) => !notScored);
    const { name, kind } = this.pick(rows);
    if (this.chance(4)) return { kind: "test", name, test: { op: this.pick(["answered", "left out"]) } };
    return { kind: "test", name, test: { criterion: () => this.levelTest(), check: () => ({ op: this.pick(["met", "not met"]) }), number: () => this.numberTest() }[kind]() };
  }

  /** What stands elsewhere: slots, comments, ladders, whether there is a score. */
  standing() {
    const { slots, results, scores } = this.rubric;
    const way = this.roll(5);
    if (way === 0 && Object.keys(slots).length > 0) return this.chance(3) ? { kind: "evidence" } : { kind: "slot", name: this.pick(Object.keys(slots)) };
    if (way === 1 && this.chance(2)) return { kind: "comment", name: this.pick(Object.keys(this.rubric.rows).filter((name) => !this.rubric.rows[name].notScored && !this.rubric.rows[name].workedOut)) };
    if (way === 2 && scores.length > 0) return { kind: "has", name: this.pick(scores).name };
    const ladders = results.filter(({ table }) => !table);
    if (ladders.length > 0) { const { name, ranks } = this.pick(ladders); const said = this.pick(Object.keys(ranks)); return { kind: "ladder", name, op: this.pick(SIDES), said, level: ranks[said] }; }
    return this.quantified();
  }

  /** How many: a number, a share, or a setting that is either. */
  quantity(size) {
    const say = this.pick(["every", "any", "no", "most", "half of", "at least half of", "at least", "at least", "at most", "exactly"]);
    if (!["at least", "at most", "exactly"].includes(say)) return { say, n: null };
    const way = this.roll(4);
    if (way === 0) return { say: "at least", n: { ...this.pick([q(4, 5), q(1, 2), q(1, 4)]), share: true } };
    if (way === 1) return { say, n: { kind: "setting", name: "bar" } };
    if (way === 2) return { say: "at least", n: { kind: "setting", name: "part_of", share: true } };
    return { say, n: q(1 + this.roll(size)) };
  }

  quantified() {
    const each = this.rubric.results.filter((one) => one.each);
    if (each.length > 0 && this.chance(4)) {
      const one = this.pick(each);
      const said = this.pick(Object.keys(one.ranks));
      const names = each.filter(({ each: base }) => base === one.each).map(({ name }) => name);
      return { kind: "quantified", ...this.quantity(names.length), set: { words: [one.each], results: names }, test: { op: this.pick(["at least", "is", "below"]), level: one.ranks[said], said } };
    }
    const way = this.roll(6);
    if (way === 0) { const set = this.set("row", false); return { kind: "quantified", ...this.quantity(set.names.length), set, test: { op: this.pick(["answered", "left out"]) } }; }
    const set = this.set(this.pick(["criterion", "criterion", "check", "number"]), false);
    const kinds = new Set(set.names.map((name) => this.rubric.rows[name].kind));
    const test = kinds.has("check") ? { op: this.pick(["met", "not met"]) } : kinds.has("number") ? this.numberTest() : { op: "at least", level: this.roll(2) };
    return { kind: "quantified", ...this.quantity(set.names.length), set, test };
  }
}
