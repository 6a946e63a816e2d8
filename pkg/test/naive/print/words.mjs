// Expressions as the language writes them. `mark` counts each form that is said.
import { written } from "../days.mjs";

export const decimal = (a) => `${Number(a.n) / Number(a.d)}`;
export const finite = (a) => [1n, 2n, 4n, 5n, 8n, 10n, 20n, 40n, 100n].includes(a.d);
export const value = (a) => (a.n < 0n ? `(0 - ${value({ n: -a.n, d: a.d })})` : finite(a) ? decimal(a) : `(${a.n} / ${a.d})`);
export const percent = (a) => `${Number(a.n * 100n) / Number(a.d)}%`;
const signs = { "at least": ">=", above: ">", "at most": "<=", below: "<", is: "=", not: "!=" };

export class Words {
  constructor(rubric, mark) {
    Object.assign(this, { rubric, mark, prefix: "" });
  }

  /** A name as it is said here: inside a part in series without that part's own. */
  name = (name) => (this.prefix && name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name);

  tested({ op, level, number, said }) {
    if (["met", "not met", "answered", "left out"].includes(op)) { this.mark(`test ${op}`); return op; }
    const before = op === "is" ? "" : `${op} `;
    if (number) return before + decimal(number);
    if (said) return before + said;
    if (typeof level === "number") return `${before}l${level}`;
    this.mark("level by if");
    return `${before}(if ${this.say(level.when)} then l${level.then} else l${level.other})`;
  }

  set({ words, filter, best, newest }) {
    let inner = words.join(" ");
    for (const word of ["tagged", "not tagged", "without", " in "]) if (inner.includes(word)) this.mark(`set ${word.trim()}`);
    if (filter) { this.mark("that are"); inner = `${inner} that are ${this.tested(filter)}`; }
    if (best) this.mark("best");
    if (newest) this.mark("newest");
    return best ? `best ${best} of ${inner}` : newest ? `newest ${newest} of ${inner}` : inner;
  }

  say(e) {
    const say = this[`say_${e.kind}`];
    if (!say) throw new Error(`no words for ${e.kind}`);
    this.mark(e.kind);
    return say.call(this, e);
  }

  say_const = (e) => value(e.value);
  say_none = () => "no score";
  say_row = (e) => this.name(e.name);
  say_score = (e) => e.name;
  say_ask = (e) => e.name;
  say_setting = (e) => (e.choice === undefined ? e.name : `${e.name} is ${e.not ? "not " : ""}${this.rubric.settings[e.name].choices[e.choice]}`);
  say_most = (e) => `(most points of ${this.name(e.name)})`;
  say_slot = (e) => (e.what ? `(${e.what} of ${e.name})` : `${e.name} is complete`);
  say_days = (e) => `(days from ${this.say(e.from)} to ${this.say(e.to)})`;
  say_today = () => "today";
  say_date = (e) => written(e.value);
  say_later = (e) => `(${this.say(e.of)} + ${e.count} ${e.count === 1 ? e.unit.slice(0, -1) : e.unit})`;
  say_dates = (e) => `(${this.say(e.a)} ${signs[e.op]} ${this.say(e.b)})`;
  say_gather(e) { this.mark(e.op); if (e.stretched) this.mark("from lowest possible"); return `(${e.op} of ${this.set(e.set)}${e.stretched ? " from lowest possible" : ""})`; }
  say_round(e) { this.mark(`round ${e.way}`); return `(round ${this.say(e.of)} ${e.way.startsWith("ties") ? `to nearest ${decimal(e.step)}, ${e.way}` : `${e.way} to ${decimal(e.step)}`})`; }
  say_limit = (e) => `(${this.say(e.of)}, but at ${e.side} ${value(e.by)})`;
  say_out = (e) => `${this.say(e.of)} out of ${value(e.by)}`;
  say_if = (e) => `(if ${this.say(e.when)} then ${this.say(e.then)} else ${this.say(e.other)})`;
  say_first = (e) => `(first of (${e.cases.map(([when, then]) => `${this.say(then)} when ${this.say(when)}`).join(", ")}, otherwise ${this.say(e.other)}))`;
  say_op = (e) => `(${this.say(e.a)} ${e.op} ${this.say(e.b)})`;
  say_yes = (e) => e.name;
  say_choice = (e) => `${e.name} is ${e.not ? "not " : ""}${this.rubric.asks[e.name].values[e.choice].said}`;
  say_test = (e) => `(${this.name(e.name)} is ${this.tested(e.test)})`;
  say_met = (e) => this.name(e.name);
  say_rung = (e) => e.name;
  say_not = (e) => `(not ${this.say(e.of)})`;
  say_and = (e) => `(${this.say(e.a)} and ${this.say(e.b)})`;
  say_or = (e) => `(${this.say(e.a)} or ${this.say(e.b)})`;
  say_all = (e) => `all of (${e.of.map((one) => this.say(one)).join(", ")})`;
  say_any = (e) => `any of (${e.of.map((one) => this.say(one)).join(", ")})`;
  say_some = (e) => `at least ${e.count} of (${e.of.map((one) => this.say(one)).join(", ")})`;
  say_has = (e) => `(${e.name} has a score)`;
  say_comment = (e) => `(${e.name} has a comment)`;
  say_evidence = () => "evidence is complete";
  say_ladder = (e) => `(${e.name} is ${e.op === "is" ? "" : `${e.op} `}${e.said})`;
  say_compare = (e) => `(${this.say(e.a)} ${signs[e.op]} ${this.say(e.b)})`;

  say_quantified({ say, n, set, test }) {
    this.mark(`quantifier ${say}`);
    if (n?.share) this.mark("quantifier share");
    if (n?.kind) this.mark("quantifier setting");
    if (set.results) this.mark("quantifier over results");
    const count = n === null ? "" : n.kind ? ` ${n.name} of` : n.share ? ` ${finite(n) ? percent(n) : `${decimal(n)}%`} of` : ` ${n.n}`;
    return `(${say}${count} ${this.set(set)} are ${this.tested(test)})`;
  }

  cells(from, cells) {
    return cells.map((cell, at) => {
      if (cell === "any") return "any";
      const { kind, name } = from[at];
      const said = kind === "ask" ? this.rubric.asks[name].values.map((one) => one.said) : kind === "setting" ? this.rubric.settings[name].choices : null;
      return cell.map((place) => (said ? said[place] : `l${place}`)).join(" or ");
    }).join(", ");
  }
}
