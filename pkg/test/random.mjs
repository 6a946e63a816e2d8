// Seeded random rubrics, as a tree for the naive evaluator and as a source.
import { fr, num, show } from "./naive.mjs";

export function dice(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return Math.floor(((state ^ (state >>> 13)) >>> 0) / 2 ** 32 * below);
  };
}

const text = (a) => (a.n < 0n ? `(0 - ${text({ n: -a.n, d: a.d })})` : a.d === 1n ? `${a.n}` : `(${a.n} / ${a.d})`);
const decimal = (n) => fr(n, 4);
const plain = (a) => `${Number(a.n) / Number(a.d)}`;

/** A rubric with criteria on one scale, checks and numbers. */
export function random(seed) {
  const roll = dice(seed);
  const pick = (all) => all[roll(all.length)];
  const levels = 2 + roll(4);
  let worth = roll(5) - 2;
  const scale = Array.from({ length: levels }, () => decimal((worth += roll(4) + (roll(6) ? 1 : 0))));
  if (scale.at(-1).n <= 0n) scale.push(decimal(Math.max(worth, 0) + 3));
  const rows = {};
  const lines = [];
  const weigh = () => fr(roll(4) ? 1 + roll(3) : 1);
  const criteria = Array.from({ length: 2 + roll(3) }, (_, index) => `c${index}`);
  for (const name of criteria) {
    const weight = weigh();
    rows[name] = { values: scale.map((points, index) => ({ points, rating: `l${index}` })), weight, most: scale.reduce((a, b) => (a.n * b.d < b.n * a.d ? b : a)) };
    lines.push(`  criterion ${name} on m { weight ${weight.n} }`);
  }
  const checks = Array.from({ length: roll(3) }, (_, index) => `k${index}`);
  for (const name of checks) {
    rows[name] = { values: [{ points: fr(0), rating: false }, { points: fr(2), rating: true }], weight: fr(1), most: fr(2) };
    lines.push(`  check ${name} 2`);
  }
  const numbers = roll(2) ? ["n0"] : [];
  for (const name of numbers) {
    rows[name] = { values: Array.from({ length: 5 }, (_, index) => ({ points: fr(index, 2), rating: `${index}/2` })), weight: fr(1), most: fr(2) };
    lines.push(`  number ${name} 0..2 step 0.5`);
  }
  const all = [...criteria, ...checks, ...numbers];
  const rubric = { rows, scores: {}, award: null };
  const said = new Map();
  const say = (node, words) => (said.set(node, words), node);
  const words = (node) => said.get(node);
  const constant = () => { const value = decimal(roll(13)); return say({ kind: "const", value }, plain(value)); };

  function set(kinds) {
    const [names, word] = pick(kinds);
    return { names, word };
  }
  const scored = () => set([[criteria, "criteria"], [all, "rows"], [[criteria[0], criteria[1]], `(${criteria[0]}, ${criteria[1]})`]]);

  function number(depth, names) {
    const kind = depth === 0 ? roll(4) : roll(10);
    if (kind === 0) return constant();
    if (kind === 1) { const name = pick(all); return say({ kind: "row", name }, name); }
    if (kind === 2 && names.length > 0) { const name = pick(names); return say({ kind: "score", name }, name); }
    if (kind < 5) {
      const op = pick(["sum", "mean", "median", "lowest", "highest", "percent", "weighted mean", "weighted sum", "weighted percent"]);
      const { names: of, word } = scored();
      return say({ kind: "gather", op, names: of }, `(${op} of ${word})`);
    }
    if (kind === 5) { const level = roll(scale.length); return say({ kind: "count", names: criteria, level }, `(count of criteria that are at least l${level})`); }
    if (kind === 6) {
      const of = number(depth - 1, names);
      const [step, way] = [pick([fr(1, 2), fr(1), fr(1, 4), fr(1, 10)]), pick(["up", "down", "ties up", "ties down", "ties even"])];
      const tail = way.startsWith("ties") ? `to nearest ${plain(step)}, ${way}` : `${way} to ${plain(step)}`;
      return say({ kind: "round", of, step, way }, `(round ${words(of)} ${tail})`);
    }
    if (kind === 7) { const of = number(depth - 1, names), by = constant(), side = pick(["least", "most"]); return say({ kind: "limit", of, side, by: by.value }, `(${words(of)}, but at ${side} ${words(by)})`); }
    if (kind === 8) { const when = condition(depth - 1, names), a = number(depth - 1, names), b = number(depth - 1, names); return say({ kind: "if", when, then: a, else: b }, `(if ${words(when)} then ${words(a)} else ${words(b)})`); }
    const op = pick(["+", "-", "*", "/"]), a = number(depth - 1, names), b = number(depth - 1, names);
    return say({ kind: "op", op, a, b }, `(${words(a)} ${op} ${words(b)})`);
  }

  /** A threshold that some full rating meets exactly. */
  function planted(e) {
    const given = Object.fromEntries(all.map((name) => [name, roll(rows[name].values.length)]));
    const value = num(e, rubric, given) ?? fr(1);
    return say({ kind: "const", value }, text(value));
  }

  function condition(depth, names) {
    const kind = depth === 0 ? roll(3) : roll(6);
    if (kind === 0 || (kind === 2 && checks.length === 0)) {
      const a = number(Math.max(depth - 1, 0), names), b = planted(a), op = pick([">=", ">", "<=", "<", "=", "!="]);
      return say({ kind: "compare", op, a, b }, `(${words(a)} ${op} ${words(b)})`);
    }
    if (kind === 1) {
      const quantity = pick(["every", "any", "no", "most", "at least half of", "at least 80% of", "at least", "at most", "exactly"]);
      const [count, level] = [1 + roll(criteria.length), roll(scale.length)];
      const number = ["at least", "at most", "exactly"].includes(quantity) ? ` ${count}` : "";
      return say({ kind: "quantified", quantity, count, level, names: criteria }, `(${quantity}${number} criteria are at least l${level})`);
    }
    if (kind === 2) { const name = pick(checks); return say({ kind: "met", name }, name); }
    if (kind === 3) { const of = condition(depth - 1, names); return say({ kind: "not", of }, `(not ${words(of)})`); }
    const word = pick(["and", "or"]), a = condition(depth - 1, names), b = condition(depth - 1, names);
    return say({ kind: word, a, b }, `(${words(a)} ${word} ${words(b)})`);
  }

  for (let index = 0; index < 1 + roll(3); index += 1) {
    const e = number(2, Object.keys(rubric.scores));
    rubric.scores[`s${index}`] = e;
    lines.push(`  score s${index} = ${words(e)}`);
  }
  const names = Object.keys(rubric.scores);
  const need = () => {
    if (roll(2)) return condition(2, names);
    const a = say({ kind: "score", name: pick(names) }, ""), b = planted(a), op = pick([">=", ">", "<", "="]);
    return say({ kind: "compare", op, a, b }, `${a.name} ${op} ${words(b)}`);
  };
  const low = { name: "low", needs: [need()] };
  const high = { name: "high", needs: [need(), ...(roll(2) ? [say({ kind: "rung", name: "low" }, "low")] : [])] };
  rubric.award = { never: roll(3) ? null : condition(1, names), rungs: [high, low] };
  const rung = ({ name, needs }) => `    ${name} {\n${needs.map((e) => `      needs ${words(e)}\n`).join("")}    }\n`;
  const never = rubric.award.never ? `    never when ${words(rubric.award.never)}\n` : "";
  rubric.source = `rubric r {\n  scale m { ${scale.map((points, index) => `l${index} ${plain(points)}`).join("; ")} }\n${lines.join("\n")}\n  award w {\n${never}${rung(high)}${rung(low)}    otherwise no_\n  }\n}\n`;
  return { rubric, all, roll, show };
}
