// Explanations, worked out again: a little calculator of BigInt fractions takes
// the inputs of every node and comes to the node's value by itself, and the
// root is what the outcome says. Over the gallery and over random rubrics.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { load } from "../dist/node.js";
import { fullAnswers, inputs, someAnswers } from "./naive/answers.mjs";
import { minus as sub, order, over as div, plus as add, q as fr, text as show, times as mul } from "./naive/fraction.mjs";
import { dice } from "./naive/generate/dice.mjs";
import { generate } from "./naive/generate/rubric.mjs";
import { print } from "./naive/print/print.mjs";

const ROUNDS = Number(process.env.RUBRICATE_EXPLAIN_ROUNDS ?? 150);
const gallery = join(import.meta.dirname, "..", "..", "www", "rubrics");
const rubricate = await load();

const OPEN = Symbol("open");
const less = (a, b) => order(a, b) < 0;
const ZERO = fr(0);
const read = (exact) => fr(...exact.split("/"));
const total = (all) => all.reduce(add, ZERO);
const larger = (a, b) => (a === null || b === null ? null : less(a, b) ? b : a);
const smaller = (a, b) => (a === null || b === null ? null : less(b, a) ? b : a);

/** What a node says it is: a fraction, true or false, a level's name, null for undefined, or open. */
function said({ value }) {
  if (value.state !== "known") return value.state === "open" ? OPEN : null;
  return value.kind === "number" ? read(value.exact) : value.kind === "truth" ? value.holds : value.level;
}

const not = (a) => (a === null ? null : !a);
const both = (a, b) => (a === false || b === false ? false : a === null || b === null ? null : true);

function rounded(value, { step, direction }) {
  if (value === null) return null;
  const by = read(step.exact);
  const { n, d } = div(value, by);
  const rest = ((n % d) + d) % d;
  const down = (n - rest) / d;
  const [twice, odd] = [2n * rest, down % 2n !== 0n];
  const up = { up: rest > 0n, down: false, "ties up": twice >= d, "ties down": twice > d, "ties even": twice > d || (twice === d && odd) }[direction];
  return mul(fr(up ? down + 1n : down), by);
}

const compared = {
  "at least": (a, b) => !less(a, b), above: (a, b) => less(b, a), "at most": (a, b) => !less(b, a), below: (a, b) => less(a, b),
  is: (a, b) => !less(a, b) && !less(b, a), "is not": (a, b) => less(a, b) || less(b, a),
};

/** Works the nodes of one rubric's explanations out. */
class Calculator {
  count = {};

  constructor(outline) {
    this.outline = outline;
    this.rows = new Map(outline.rows.map((row) => [row.name, row]));
  }

  /** The value of a node from what its inputs say; `undefined` where nothing is to be worked out. */
  of(node) {
    const { inputs } = node;
    const values = inputs.map(said);
    const [a, b] = values;
    if (node.shared || node.cut || (node.counts === "no" && inputs.length === 0)) return undefined;
    const gathered = inputs.filter(({ counts }) => counts !== "no");
    // What has no value has no place among the best: then there are none.
    if (node.pick === "best" && inputs.some((input) => (input.counts === "yes" || input.why === "not among") && said(input) === null)) return node.rule === "how many" ? undefined : null;
    switch (node.rule) {
      case "score": return a;
      case "row": return this.row(node);
      case "add": return this.fold(values, add);
      case "multiply": return this.fold(values, mul);
      case "divide": return this.fold(values, div);
      case "negate": return a === OPEN ? OPEN : sub(ZERO, a);
      case "round": return a === OPEN ? OPEN : rounded(a, node.rounding);
      case "at least": return this.fold(values, larger);
      case "at most": return this.fold(values, smaller);
      case "if": return this.first(values);
      case "case": return inputs.length === 2 ? b : undefined;
      case "first of": return this.cases(inputs);
      case "sum": case "weighted sum": case "count": return this.sum(node, gathered);
      case "mean": case "weighted mean": case "percent": case "weighted percent": case "part": return this.quotient(node, gathered);
      case "lowest": case "highest": case "median": return this.middle(node, gathered);
      case "all": return this.fold(values, both);
      case "any": return values.includes(OPEN) ? OPEN : not(values.map(not).reduce(both));
      case "not": return a === OPEN ? OPEN : not(a);
      case "compare": return values.includes(OPEN) ? OPEN : a === null || b === null ? null : compared[node.comparison](a, b);
      case "test": return this.test(node);
      case "how many": return this.howMany(node, gathered);
      case "need": case "never": return a;
      case "rung": return this.rung(inputs);
      case "result": case "award": case "worked out": return this.ladder(node, inputs);
      default: return undefined; // what is given, or a matter of evidence and comments
    }
  }

  fold(values, op) {
    return values.includes(OPEN) ? OPEN : values.reduce((one, other) => op(one, other));
  }

  /** Conditions with what counts when they hold, in turn; the last counts otherwise. */
  first(values) {
    for (let place = 0; place + 1 < values.length; place += 2) {
      if (values[place] === OPEN || values[place] === null) return values[place];
      if (values[place]) return values[place + 1];
    }
    return values.at(-1);
  }

  cases(inputs) {
    for (const one of inputs.slice(0, -1)) {
      const holds = said(one.inputs[0]);
      if (holds === OPEN || holds === null) return holds;
      if (holds) return said(one);
    }
    return said(inputs.at(-1));
  }

  /** What each adds, held against its value and its weight. */
  added(node, inputs) {
    for (const input of inputs) {
      assert.ok(input.adds, `${input.name} adds something`);
      const value = said(input);
      const [above, below] = [said({ value: input.adds.above }), read(input.adds.below.exact)];
      if (value === OPEN || value === null) continue;
      const weight = read(input.weight.exact);
      const row = this.rows.get(input.name);
      const rows = row && (node.rule === "percent" || node.rule === "weighted percent" || node.rule === "part");
      const [least, most] = rows ? this.ends(row) : [ZERO, fr(1)];
      const from = this.fromLowest ? least : ZERO;
      const got = sub(rows && row.lower ? sub(add(least, most), value) : value, rows ? from : ZERO);
      const of = rows ? sub(most, from) : fr(1);
      const wanted = { count: [fr(1), fr(1)], sum: [value, fr(1)], mean: [value, fr(1)], "weighted sum": [mul(weight, value), fr(1)], "weighted mean": [mul(weight, value), weight], percent: [got, of] }[node.rule] ?? [mul(weight, div(got, of)), weight];
      assert.equal(show(above), show(wanted[0]), `${input.name} adds above to ${node.text}`);
      if (!["sum", "weighted sum", "count"].includes(node.rule)) assert.equal(show(below), show(row?.bonus ? ZERO : wanted[1]), `${input.name} adds below to ${node.text}`);
    }
  }

  ends(row) {
    if (row.kind === "check") return [smaller(read(row.points), ZERO), larger(read(row.points), ZERO)];
    if (row.kind === "number") return [read(row.from), read(row.to)];
    return [row.levels.map(({ points }) => read(points)).reduce(smaller), row.levels.map(({ points, to }) => read(to ?? points)).reduce(larger)];
  }

  sum(node, inputs) {
    if (inputs.some(({ counts }) => counts === "open")) return OPEN;
    this.added(node, inputs);
    if (inputs.length === 0) return { yes: ZERO, no: null }[this.keepsNobody(node)];
    return this.fold(inputs.map(({ adds }) => said({ value: adds.above })), add);
  }

  /** Where nobody is in: whether a filter or a pick keeps nobody, rather than that there is nobody to begin with; `undefined` where the tree alone does not tell. */
  keepsNobody(node) {
    const kept = node.inputs.filter(({ why }) => why === "filtered" || why === "not among");
    if (kept.length === 0) return "no";
    return kept.some((input) => !this.unsure(input)) ? "yes" : undefined;
  }

  /** Whether it may be undefined of a row whether it is asked. */
  unsure({ name, inputs }) {
    const row = this.rows.get(name);
    const under = (index) => index !== null && index !== undefined && (this.outline.parts[index].conditional || under(this.outline.parts[index].parent));
    return inputs.some((input) => input.rule === "only when" && said(input) !== true) || (row?.conditional && inputs.length === 0) || under(row?.part);
  }

  quotient(node, inputs) {
    if (inputs.some(({ counts }) => counts === "open")) return OPEN;
    if (node.rule !== "part") this.fromLowest = node.fromLowest;
    this.added(node, inputs);
    if (inputs.length === 0) return null;
    const above = this.fold(inputs.map(({ adds }) => said({ value: adds.above })), add);
    return above === OPEN ? OPEN : div(above, total(inputs.map(({ adds }) => read(adds.below.exact))));
  }

  middle(node, inputs) {
    if (inputs.some((input) => input.counts === "open" || said(input) === OPEN)) return OPEN;
    const values = inputs.map(said);
    if (values.length === 0 || values.includes(null)) return null;
    values.sort((x, y) => (less(x, y) ? -1 : less(y, x) ? 1 : 0));
    if (node.rule === "lowest") return values[0];
    if (node.rule === "highest") return values.at(-1);
    return div(add(values[(values.length - 1) >> 1], values[values.length >> 1]), fr(2));
  }

  /** The points of the level that counts. */
  row(node) {
    const { name, row, value, counts, why } = node;
    if (this.unsure(node)) return undefined;
    const known = this.rows.get(name);
    if (counts === "yes" && why && value.state === "undefined") return null;
    if (!row || row.state !== "rated" || row.code !== null || value.state !== "known") return undefined;
    const level = row.counted ?? row.level;
    if (known.kind === "number") return row.counted === null ? undefined : read(row.counted);
    if (known.kind === "check") return level === "met" ? read(known.points) : ZERO;
    const found = known.levels.find((one) => one.name === level);
    return found && found.to === null ? read(found.points) : undefined;
  }

  test(node) {
    if (node.counts !== "yes") return undefined;
    if (node.why) return null;
    if (node.value.state === "undefined") return undefined; // it may be undefined whether the row is asked
    const [first, second] = node.inputs;
    if (node.test === "points") {
      const [a, b] = [said(first), said(second)];
      return a === OPEN || b === OPEN ? OPEN : a === null || b === null ? null : compared[node.comparison](a, b);
    }
    const level = node.row ? (node.row.state === "rated" && node.row.code === null ? (node.row.counted ?? node.row.level) : null) : null;
    if (node.test === "met") return level === null ? undefined : level === "met";
    if (node.test !== "level") return undefined;
    const names = this.levels(node, first);
    const own = level ?? (first && first.value.kind === "level" ? first.value.level : null);
    const [at, bar] = [names.indexOf(own), names.indexOf(node.level)];
    return own === null || at < 0 || bar < 0 ? undefined : compared[node.comparison](fr(at), fr(bar));
  }

  /** The names of the levels a test goes by, the lowest first. */
  levels(node, first) {
    const { outline } = this;
    const row = this.rows.get(node.name);
    if (row) return row.levels.map(({ name }) => name);
    const input = [...outline.asks, ...outline.settings].find(({ name }) => name === node.name);
    if (input) return input.choices.map(({ name }) => name);
    const ladder = [...outline.results, ...outline.awards].find(({ name }) => name === first?.name);
    const all = ladder ? [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])] : [];
    return all.sort((a, b) => a.level - b.level).map(({ name }) => name);
  }

  howMany(node, inputs) {
    if (inputs.some((input) => input.counts === "open" || said(input) === OPEN)) return OPEN;
    if (inputs.length === 0 && this.keepsNobody(node) !== "yes") return { no: null }[this.keepsNobody(node)];
    const values = inputs.map(said);
    assert.equal(node.needed.of, values.length, node.text);
    const { least, most } = node.needed;
    const [sure, may] = [values.filter((one) => one === true).length, values.filter((one) => one !== false).length];
    if (least > most) return false;
    return may < least || sure > most ? false : sure >= least && may <= most ? true : null;
  }

  rung(inputs) {
    const values = inputs.map((input) => (input.rule === "never" ? (said(input) === OPEN ? OPEN : not(said(input))) : said(input)));
    if (values.includes(false)) return false;
    return values.includes(OPEN) ? OPEN : values.reduce(both, true);
  }

  ladder(node, inputs) {
    if (node.value.state !== "known" || node.value.kind !== "level") return undefined;
    const known = [...this.outline.results, ...this.outline.awards].find(({ name }) => name === node.name);
    if (node.overruled) return node.overruled.to;
    const earned = inputs.find((rung) => said(rung) === true);
    if (earned) return earned.name.slice(earned.name.indexOf(".") + 1);
    return inputs.every((rung) => said(rung) === false) && known ? known.otherwise.name : undefined;
  }

  /** Holds a node and everything under it. */
  hold(node, about) {
    this.count.nodes = (this.count.nodes ?? 0) + 1;
    if (node.counts === "no" && node.adds === null && ["row", "score", "part"].includes(node.rule)) assert.ok(node.why, `${node.name} says why it does not count ${about}`);
    const saved = this.fromLowest;
    const found = this.of(node);
    const value = said(node);
    if (found !== undefined && found !== OPEN && value !== OPEN) {
      const plain = (one) => (one !== null && typeof one === "object" ? show(one) : one);
      assert.equal(plain(value), plain(found), `${node.rule} ${node.name ?? ""}: ${node.text} ${about}`);
      this.count[node.rule] = (this.count[node.rule] ?? 0) + 1;
    }
    if (found === OPEN) assert.notEqual(node.text, undefined);
    node.inputs.forEach((input) => this.hold(input, about));
    this.fromLowest = saved;
  }
}

const STATES = { earned: ["known", true], "out of reach": ["known", false], pending: ["undefined", null], possible: ["open", null] };

/** Every value of an assessment, explained. */
function explained(assessment, outline, calculator, about) {
  const { outcome } = assessment;
  for (const { name } of outline.scores) {
    const root = assessment.explain(name);
    const { value, exact, text, lowest, highest, state } = outcome.scores[name];
    assert.deepEqual({ value, exact, text, lowest, highest, state }, (({ value: { value, exact, text, lowest, highest, state } }) => ({ value, exact, text, lowest, highest, state }))(root), `${name} ${about}`);
    calculator.hold(root, about);
  }
  for (const { name } of outline.rows) {
    const root = assessment.explain(name);
    const { points, lowest, highest, state, level, counted } = outcome.rows[name];
    assert.deepEqual([root.value.exact, root.value.lowest, root.value.highest], [points.exact, lowest, highest], `${name} ${about}`);
    assert.deepEqual([root.row.state, root.row.level, root.row.counted], [state, level, counted], `${name} ${about}`);
    calculator.hold(root, about);
  }
  for (const ladder of [...outline.results, ...outline.awards]) {
    const root = assessment.explain(ladder.name);
    const found = outcome.results[ladder.name] ?? outcome.awards[ladder.name];
    calculator.hold(root, about);
    if (found.state === "decided") assert.equal(root.value.level, found.level ?? found.rung, `${ladder.name} ${about}`);
    found.rungs.forEach((rung, place) => {
      const own = root.inputs[place];
      assert.equal(own.label, rung.label);
      assert.deepEqual([own.value.state, own.value.holds], STATES[rung.state], `${ladder.name}.${rung.name} ${about}`);
    });
  }
}

/** Something for most of what a rubric asks. */
function given(outline, roll) {
  const ratings = {};
  for (const row of outline.rows) {
    if (row.workedOut || roll(6) === 0) continue;
    if (row.leaveOut && roll(8) === 0) ratings[row.name] = { leftOut: "not taught" };
    else if (row.kind === "check") ratings[row.name] = roll(4) > 0;
    else if (row.kind === "criterion") ratings[row.name] = row.levels[roll(row.levels.length)].name;
    else {
      const [from, to, step] = [read(row.from), read(row.to ?? "20"), read(row.step ?? "1")];
      const steps = div(sub(to, from), step);
      ratings[row.name] = row.values.length > 0 ? row.values[roll(row.values.length)] : show(add(from, mul(step, fr(roll(Number(steps.n / steps.d) + 1)))));
    }
  }
  const answers = {};
  for (const ask of outline.asks) {
    if (roll(4) === 0 || ask.kind === "date") continue;
    answers[ask.name] = ask.kind === "choice" ? ask.choices[roll(ask.choices.length)].name : ask.kind === "yes/no" ? roll(2) === 0 : ask.from;
  }
  return [ratings, answers];
}

it("the gallery adds up", () => {
  const files = readdirSync(gallery).filter((file) => file.endsWith(".rubric"));
  const count = {};
  for (const file of files) {
    const rubric = rubricate.compile(readFileSync(join(gallery, file), "utf8"));
    for (let round = 0; round < 12; round += 1) {
      const [ratings, answers] = given(rubric.outline, dice(round * 97 + file.length));
      const calculator = new Calculator(rubric.outline);
      const assessment = rubric.start({ locale: "en", today: "2025-09-01", answers });
      for (const [name, value] of Object.entries(ratings)) assessment.rate(name, value);
      if (round % 3 === 2) assessment.close();
      explained(assessment, rubric.outline, calculator, `(${file}, ${round}) ${JSON.stringify(ratings)}`);
      for (const [rule, times] of Object.entries(calculator.count)) count[rule] = (count[rule] ?? 0) + times;
      assessment.dispose();
    }
    rubric.dispose();
  }
  console.log(`# ${JSON.stringify(count)}`);
  assert.ok(files.length >= 12 && count.nodes > 10_000, `${files.length} ${count.nodes}`);
  for (const rule of ["row", "score", "sum", "weighted percent", "part", "round", "compare", "test", "how many", "need", "rung", "award", "result"]) {
    assert.ok(count[rule] >= 20, `only ${count[rule]} of ${rule}`);
  }
});

/** An assessment of a random rubric, with everything that was given. */
function begun(compiled, [ratings, { close, codes, overrule, ...options }]) {
  const assessment = compiled.start(options);
  for (const [name, value] of Object.entries(ratings)) assessment.rate(name, value);
  for (const code of codes) if (typeof code === "string") assessment.code(code); else assessment.code(code.code, code.row);
  for (const { award, to, ...about } of overrule) assessment.overrule(award, to, about);
  if (close) assessment.close();
  return assessment;
}

it(`${ROUNDS} random rubrics add up`, () => {
  const [count, whys] = [{}, {}];
  const look = (node) => { if (node.why) whys[node.why] = (whys[node.why] ?? 0) + 1; node.inputs.forEach(look); };
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const rubric = generate(seed);
    const roll = dice(seed + 1e6);
    const source = print(rubric, () => undefined);
    const compiled = rubricate.compile(source, { prove: false });
    const calculator = new Calculator(compiled.outline);
    for (const share of [100, 85, 50]) {
      const full = fullAnswers(rubric, roll);
      const given = inputs(rubric, share === 100 ? full : someAnswers(rubric, full, roll, share), roll(3) === 0);
      const assessment = begun(compiled, given);
      explained(assessment, compiled.outline, calculator, `(seed ${seed}) ${JSON.stringify(given)}\n${source}`);
      compiled.outline.scores.forEach(({ name }) => look(assessment.explain(name)));
      assessment.dispose();
    }
    for (const [rule, times] of Object.entries(calculator.count)) count[rule] = (count[rule] ?? 0) + times;
    compiled.dispose();
  }
  console.log(`# ${JSON.stringify(count)} ${JSON.stringify(whys)}`);
  for (const rule of ["add", "multiply", "divide", "negate", "round", "at least", "at most", "if", "first of", "sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent", "part", "count", "all", "any", "not", "compare", "test", "how many", "worked out"]) {
    assert.ok(count[rule] >= 5, `only ${count[rule]} of ${rule}`);
  }
  for (const why of ["left out", "not asked", "not scored", "not chosen", "filtered", "not among", "adds nothing"]) assert.ok(whys[why] >= 5, `only ${whys[why]} are ${why}`);
});

it("what a large rubric leaves out is marked, and the rest is right", () => {
  const rows = Array.from({ length: 4500 }, (_, index) => `check c${index}`).join("\n");
  const rubric = rubricate.compile(`rubric t {\n${rows}\nscore total = sum of checks\nscore twice = total * 2\n}`);
  const assessment = rubric.start({ locale: "en" });
  const root = assessment.explain("twice");
  assert.deepEqual([root.value.lowest.exact, root.value.highest.exact], ["0", "9000"]);
  const gathered = root.inputs[0].inputs[0].inputs[0];
  assert.deepEqual([gathered.rule, gathered.cut, gathered.value.highest.exact], ["sum", true, "4500"]);
});

it("a long chain of names ends", () => {
  const scores = Array.from({ length: 3000 }, (_, index) => `score s${index + 1} = s${index} + 1`).join("\n");
  const rubric = rubricate.compile(`rubric t {\ncheck a\nscore s0 = a\n${scores}\n}`);
  const assessment = rubric.start({ locale: "en" });
  let node = assessment.explain("s3000");
  assert.equal(node.value.highest.exact, "3001");
  while (!node.cut) [node] = node.inputs;
  assert.ok(node.inputs.length === 0);
});

it("a tree says its rule in words, and where it stands", () => {
  const source = `rubric t {
  # ä ¤ 🎓
  ask late "Days late" 0..10 step 1
  scale m { low 0 "Low"; mid 1 "Mid"; high 2 "High" }
  criterion a "Aims" on m { weight 2 }
  criterion b "Berlin 🏛 plan" on m { may be left out }
  check seen "Seen"
  score total "Total" = round weighted percent of criteria to nearest 0.5%, ties up
  score after "After" = total - (5% * late, but at most 20%), but at least 0%
  award w { yes_ "Yes" { needs every criterion is at least mid; needs after is at least 60% } otherwise no_ }
}`;
  const rubric = rubricate.compile(source);
  const assessment = rubric.start({ locale: "en", answers: { late: 3 } });
  assessment.rate("a", "high");
  assessment.notApplicable("b");
  const root = assessment.explain("after");
  assert.equal(root.inputs[0].text, "Total - (5% * Days late, but at most 20%), but at least 0%");
  assert.equal(source.slice(root.place.from, root.place.to), "total - (5% * late, but at most 20%), but at least 0%");
  assert.deepEqual([root.place.line, root.place.column, root.value.text], [9, 25, "85%"]);
  const total = root.inputs[0].inputs[0].inputs[0];
  assert.equal(total.inputs[0].text, "round weighted percent of criteria to nearest 0.5%, ties up");
  assert.deepEqual(total.inputs[0].rounding, { step: { value: 0.005, exact: "1/200", text: "0.5%" }, direction: "ties up" });
  const [a, b] = total.inputs[0].inputs[0].inputs;
  assert.deepEqual([a.label, a.counts, a.adds.above.exact, a.adds.below.exact], ["Aims", "yes", "2", "2"]);
  assert.deepEqual([b.label, b.counts, b.why, b.adds, source.slice(b.place.from, b.place.to)], ["Berlin 🏛 plan", "no", "left out", null, "b"]);
  const rung = assessment.explain("w.yes_");
  assert.deepEqual(rung.inputs.map(({ rule, text, value }) => [rule, text, value.holds]), [["need", "every criterion is at least Mid", true], ["need", "After is at least 60%", true]]);
  assert.equal(assessment.explain("w.yes_.0").inputs[0].text, "every criterion is at least Mid");
  assert.equal(assessment.explain("w.yes_.1").inputs[0].comparison, "at least");
  assert.equal(JSON.stringify(assessment.explain("after")), JSON.stringify(root));
  assert.ok(Object.isFrozen(root) && Object.isFrozen(root.inputs));
  for (const wrong of ["nothing", "late", "w.maybe", "w.yes_.7", "w.yes_.0.1", "", 7, null]) {
    assert.throws(() => assessment.explain(wrong), { name: "RubricError" }, String(wrong));
  }
});
