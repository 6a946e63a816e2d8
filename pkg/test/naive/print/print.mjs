// The object model as rubric text. With words.mjs the only place that knows the syntax.
import { written } from "../days.mjs";
import { decimal, percent, value, Words } from "./words.mjs";

class Printer extends Words {
  scale({ name, levels, lower, ordinal, ranges }) {
    const body = levels.map(({ level, points, text }) => `l${level}${ordinal ? "" : ` ${ranges ? text : decimal(points)}`}`);
    return `scale ${name}${ordinal ? " ordinal" : ""}${lower ? " lower is better" : ""} { ${body.join("; ")} }`;
  }

  ask([name, { type, values, fallback }]) {
    const shape = { "yes/no": "yes/no", date: "date", number: "0..4 step 1", choice: `{ ${values.map(({ said }) => said).join("; ")} }` }[type];
    return `ask ${name} ${shape}${fallback === null ? "" : ` default ${values[fallback].said}`}`;
  }

  setting([name, { range, choices, percent: share, defaults }]) {
    if (choices) return `setting ${name} { ${choices.join("; ")} } default ${choices[defaults[0].value]}`;
    const said = share ? percent : decimal;
    if (defaults.length > 1) this.mark("dated default");
    return `setting ${name} ${said(range[0])}..${said(range[1])} default ${defaults.map((one) => `${said(one.value)}${one.from === null ? "" : ` from ${written(one.from)}`}`).join(", ")}`;
  }

  slot([name, { kind, what, range, items, optional, onlyWhen }]) {
    const lines = [`accepts ${kind}`, `items ${items[0]}..${items[1]}`, `${what} ${range[0]}..${range[1]}`];
    if (optional) lines.push("optional");
    if (onlyWhen) lines.push(`only when ${this.say(onlyWhen)}`);
    this.mark("evidence slot");
    return `evidence ${name} { ${lines.join("; ")} }`;
  }

  row(row) {
    const at = row.series ? `${this.name(row.series)} 1..${row.seriesOf}` : this.name(row.name);
    if (row.series) this.mark("series");
    const worked = row.workedOut;
    const scale = row.own ? "" : ` on ${row.scale}${row.offered ?? ""}`;
    const head = { criterion: `criterion ${at}${scale}`, check: `check ${at} ${row.text}`, number: `number ${at} ${row.text}` }[row.kind];
    const lines = this.properties(row);
    if (row.own) { this.mark("levels of its own"); lines.push(`levels { ${row.own.map((one, level) => `l${level} ${decimal(one)}`).join("; ")} }`); }
    if (worked) { this.mark(`worked out: ${worked.kind}`); return this.worked(head, worked, lines); }
    return `${head} { ${lines.join("; ")} }`;
  }

  worked(head, { kind, when, ladder }, lines) {
    if (kind === "when") return `${head} met when ${this.say(when)} { ${lines.join("; ")} }`;
    const from = ladder.from ? ` from ${this.say(ladder.from)}` : ladder.table ? ` from ${ladder.table.map(({ name }) => this.name(name)).join(", ")}` : "";
    return `${head}${from} {\n${[...lines, ...this.rungs({ ...ladder, banded: kind === "bands" })].join("\n")}\n}`;
  }

  properties(row) {
    const said = (at) => (row.kind === "number" ? value(row.values[at].points) : row.values[at].said);
    const lines = [`weight ${row.weight.n}`];
    const add = (form, text) => { this.mark(form); lines.push(text); };
    if (row.ranges) this.mark("range levels");
    if (row.ordinal) this.mark("ordinal");
    if (row.lower) this.mark("lower is better");
    if (row.offered) this.mark("offered levels");
    if (row.ownTags?.length ?? row.tags.length) add("tags", `tags ${(row.ownTags ?? row.tags).join(", ")}`);
    if (row.bonus) add("bonus", "bonus");
    if (row.addsNothing) add("adds nothing", "adds nothing");
    if (row.notScored) add("not scored", "not scored");
    if (row.leavable) add("may be left out", row.leavable);
    if (row.notApplicable !== null) add("not applicable counts as", `not applicable counts as ${said(row.notApplicable)}`);
    if (row.unanswered !== null) add("unanswered counts as", `unanswered counts as ${said(row.unanswered)}`);
    if (row.onlyWhen) add("only when", `only when ${this.say(row.onlyWhen)}`);
    if (row.countsFrom) add("counts from", `counts from ${written(row.countsFrom)}`);
    if (row.retired) add("retired", `retired ${written(row.retired)}`);
    for (const one of row.countsAs) add("counts as", `counts as ${said(one.value)} when ${this.say(one.when)}`);
    for (const one of row.atMost) add("at most", `at most ${said(one.value)} when ${this.say(one.when)}`);
    if (row.comment?.required) add("comment required", `comment required${row.comment.when ? ` when ${this.tested(row.comment.when)}` : ""}`);
    return lines;
  }

  part({ name, weight, members, choose, onlyWhen, tags, series }) {
    if (series) { this.mark("part in series"); this.prefix = `${name}_`; }
    const lines = [`weight ${weight.n}`];
    if (choose) { this.mark("choose"); lines.push(`choose ${choose}`); }
    if (onlyWhen) { this.mark("part only when"); lines.push(`only when ${this.say(onlyWhen)}`); }
    if (tags.length > 0) lines.push(`tags ${tags.join(", ")}`);
    const text = `part ${series ? `${series} 1..2` : name} {\n${[...lines, ...this.members(members)].join("\n")}\n}`;
    if (series) this.prefix = "";
    return text;
  }

  members = (names) => names.map((name) => this.rubric.rows[name] ?? this.rubric.parts[name]).filter(({ hidden }) => !hidden).map((one) => (one.members ? this.part(one) : this.row(one)));

  rungs({ rungs, never, otherwise, banded, from, table }) {
    const needs = (one) => (from ? [{ kind: "compare", op: "at least", a: from, b: one.minimum }] : one.needs);
    const lines = rungs.map((one) => {
      if (table) return `${this.cells(table, one.cells)} gives ${one.level}`;
      if (banded) return `${one.name} ${this.say(one.minimum)}`;
      return `${one.name} {\n${needs(one).map((need) => `needs ${this.say(need)}`).join("\n")}\n}`;
    });
    if (never) { this.mark("never"); lines.unshift(`never when ${this.say(never)}`); }
    return [...lines, `otherwise ${otherwise}`];
  }

  ladder(ladder) {
    const { name, kind, scale, from, table, banded, overruled, each, parts } = ladder;
    this.mark(table ? "table of levels" : banded ? "bands" : each ? "result for each of" : kind);
    if (from && ladder.rungs.some(({ minimum }) => minimum?.kind === "setting")) this.mark("setting as a minimum");
    if (scale) this.mark("result on a scale");
    const head = each ? `result ${each} for each of (${parts.join(", ")})` : `${kind} ${name}`;
    const source = table ? ` from ${table.map((one) => one.name).join(", ")}` : banded ? ` from ${this.say(from)}` : "";
    const rungs = this.rungs(ladder);
    if (overruled) { this.mark("may be overruled"); rungs.push(overruled); }
    return `${head}${scale ? ` on ${scale}` : ""}${source} {\n${rungs.join("\n")}\n}`;
  }

  score({ name, body, each, parts }) {
    if (each) { this.mark("score for each of"); return `score ${each} for each of (${parts.join(", ")}) = ${this.say(body)}`; }
    if (body.kind !== "table") return `score ${name} = ${this.say(body)}`;
    this.mark("table of numbers");
    const lines = body.lines.map(({ cells, gives }) => `${this.cells(body.from, cells)} gives ${value(gives)}`);
    return `score ${name} = from ${body.from.map((one) => one.name).join(", ")} {\n${[...lines, `otherwise ${value(body.other)}`].join("\n")}\n}`;
  }

  codes(codes) {
    if (codes.length === 0) return [];
    const lines = codes.map(({ name, rows, to }) => { this.mark(`code to ${to}`); return `${name} "${name}" sets ${Array.isArray(rows) ? rows.join(", ") : rows} to ${to}`; });
    return [`codes {\n${lines.join("\n")}\n}`];
  }

  all() {
    const { scales, asks, settings, slots, codes, top, order } = this.rubric;
    const rules = order.filter(({ hidden }) => !hidden).map((one) => (one.rungs ? this.ladder(one) : this.score(one)));
    const body = [...Object.values(scales).map((one) => this.scale(one)), ...Object.entries(asks).map((one) => this.ask(one)), ...Object.entries(settings).map((one) => this.setting(one))];
    return `rubric r {\n${[...body, ...Object.entries(slots).map((one) => this.slot(one)), ...this.members(top), ...this.codes(codes), ...rules].join("\n")}\n}\n`;
  }
}

export const print = (rubric, mark = () => {}) => new Printer(rubric, mark).all();
