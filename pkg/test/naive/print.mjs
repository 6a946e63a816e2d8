// The object model as rubric text. The only place that knows the syntax.
const decimal = (a) => `${Number(a.n) / Number(a.d)}`;
export const finite = (a) => [1n, 2n, 4n, 5n, 8n, 10n, 20n, 40n, 100n].includes(a.d);
export const value = (a) => (a.n < 0n ? `(0 - ${value({ n: -a.n, d: a.d })})` : finite(a) ? decimal(a) : `(${a.n} / ${a.d})`);

function tested({ op, level, number }) {
  if (op === "met") return "met";
  return `${op === "is" ? "" : `${op} `}${number ? decimal(number) : `l${level}`}`;
}

function set({ word, filter, best, newest }) {
  const inner = filter ? `${word} that are ${tested(filter)}` : word;
  return best ? `best ${best} of ${inner}` : newest ? `newest ${newest} of ${inner}` : inner;
}

const signs = { "at least": ">=", above: ">", "at most": "<=", below: "<", is: "=", not: "!=" };

export function words(e) {
  const simple = { const: () => value(e.value), gather: () => `(${e.op} of ${set(e.set)})`, test: () => `(${e.name} is ${tested(e.test)})`, not: () => `(not ${words(e.of)})` };
  if (simple[e.kind]) return simple[e.kind]();
  if (e.name) return e.name;
  if (e.kind === "round") return `(round ${words(e.of)} ${e.way.startsWith("ties") ? `to nearest ${decimal(e.step)}, ${e.way}` : `${e.way} to ${decimal(e.step)}`})`;
  if (e.kind === "limit") return `(${words(e.of)}, but at ${e.side} ${value(e.by)})`;
  if (e.kind === "if") return `(if ${words(e.when)} then ${words(e.then)} else ${words(e.other)})`;
  if (e.kind === "quantified") return `(${e.say}${e.n ? ` ${e.n}` : ""} ${set(e.set)} are ${tested(e.test)})`;
  if (e.kind === "compare") return `(${words(e.a)} ${signs[e.op]} ${words(e.b)})`;
  return `(${words(e.a)} ${e.op ?? e.kind} ${words(e.b)})`;
}

function row(one) {
  const head = { criterion: `criterion ${one.name} on ${one.scale}`, check: `check ${one.name} ${one.most.n}`, number: `number ${one.name} 0..2 step 0.5` }[one.kind];
  const bits = [`weight ${one.weight.n}`];
  if (one.bonus) bits.push("bonus");
  if (one.addsNothing) bits.push("adds nothing");
  if (one.leavable) bits.push("may be left out");
  if (one.onlyWhen) bits.push(`only when ${words(one.onlyWhen)}`);
  return `${head} { ${bits.join("; ")} }`;
}

function part(rubric, name) {
  const { weight, members } = rubric.parts[name];
  const inner = members.map((one) => (rubric.rows[one] ? row(rubric.rows[one]) : part(rubric, one)));
  return `part ${name} {\n${[`weight ${weight.n}`, ...inner].join("\n")}\n}`;
}

function ladder({ name, kind, rungs, never, from, otherwise }) {
  // A minimum is a written number; what has no decimal is said as a need.
  const banded = from && rungs.every(({ minimum }) => minimum.n >= 0n && finite(minimum));
  const needs = (one) => (from ? [`${words(from)} >= ${value(one.minimum)}`] : one.needs.map(words));
  const lines = rungs.map((one) => (banded ? `${one.name} ${value(one.minimum)}` : `${one.name} {\n${needs(one).map((need) => `needs ${need}`).join("\n")}\n}`));
  if (never) lines.unshift(`never when ${words(never)}`);
  return `${kind} ${name}${banded ? ` from ${words(from)}` : ""} {\n${lines.join("\n")}\notherwise ${otherwise}\n}`;
}

export function print(rubric) {
  const scales = Object.entries(rubric.scales).map(([name, { points, lower }]) => `scale ${name}${lower ? " lower is better" : ""} { ${points.map((p, i) => `l${i} ${decimal(p)}`).join("; ")} }`);
  const fixed = ["ask yes_ yes/no", "ask days 0..4 step 1", "setting bar 0..4 default 2"];
  const body = [...scales, ...fixed, ...rubric.top.map((name) => part(rubric, name)), ...rubric.scores.map(({ name, body: e }) => `score ${name} = ${words(e)}`), ...rubric.results.map(ladder)];
  return `rubric r {\n${body.join("\n")}\n}\n`;
}
