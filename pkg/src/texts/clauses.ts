import type { Outline } from "../types.js";
import { exactOf } from "./exact.js";
import { Names } from "./names.js";
import { capital } from "./plain.js";
import type { Said } from "./said.js";
import type { FactWord, GatherWord, KindWord, Mood, Op, QuantityWord, SetData, TestData, Unit } from "./texts.js";
import type { Voice } from "./voice.js";

/** How many, from what is written. */
export interface Amount {
  readonly quantity: QuantityWord;
  readonly text: string;
  readonly share: boolean;
  readonly one: boolean;
  /** The count, or the share of all, exact; `null` where a setting says it. */
  readonly exact: string | null;
}

/** What a setting is, exact. */
export interface Setting {
  readonly exact: string;
}

const QUANTITIES = new Set<string>(["every", "any", "no", "most", "at_least", "at_most", "exactly"]);
const INVERSE: Readonly<Record<Op, Op>> = { ge: "lt", gt: "le", le: "gt", lt: "ge", eq: "ne", ne: "eq" };
/** More members than this are told as a run. */
const MOST_LISTED = 4;

/** What was made of one node: it says the same as long as an assessment lasts. */
interface Kept {
  must?: string;
  holds?: string;
  alone?: string;
  /** With this value on its right side. */
  value?: string;
  valued?: string;
  not?: { must?: string; holds?: string };
  amount?: Amount;
  test?: TestData;
}

/** Turns conditions into clauses of the reader's language. */
export class Clauses {
  readonly names: Names;
  readonly #voice: Voice;
  /** What a setting is. */
  readonly #setting: (index: number) => Setting | null;
  readonly #settings: Outline["settings"];
  readonly #kept = new WeakMap<Said, Kept>();
  /** By row: what a sentence calls it. */
  readonly #rows: (string | undefined)[] = [];

  constructor(outline: Outline, voice: Voice, setting: (index: number) => Setting | null) {
    this.names = Names.of(outline);
    this.#voice = voice;
    this.#setting = setting;
    this.#settings = outline.settings;
  }

  /** What a sentence calls a row. */
  row(index: number): string {
    return (this.#rows[index] ??= this.#voice.listed(this.names.row(index, this.#voice.texts.within)));
  }

  /** A condition as a clause. `rows` are the rows it is about, where that is known; `value` is what its right side comes to. */
  clause(said: Said, mood: Mood, rows: readonly number[] = [], value?: string): string {
    const kept = this.#keep(said);
    if (value === undefined) return (kept[mood] ??= this.#clause(said, mood, rows));
    if (kept.value !== value || kept.valued === undefined) {
      kept.value = value;
      kept.valued = this.#clause(said, mood, rows, value);
    }
    return kept.valued;
  }

  /** A condition that holds, by itself: as a clause, with an upper-case first letter. */
  sentence(said: Said, rows: readonly number[]): string {
    return (this.#keep(said).alone ??= capital(this.clause(said, "holds", rows)));
  }

  #keep(said: Said): Kept {
    let kept = this.#kept.get(said);
    if (!kept) this.#kept.set(said, (kept = {}));
    return kept;
  }

  #clause(said: Said, mood: Mood, rows: readonly number[], value?: string): string {
    const { texts } = this.#voice;
    const [first, second] = said.of;
    if (QUANTITIES.has(said.kind)) {
      const amount = this.amount(said);
      const [set, test] = said.of.slice(-2);
      return set && test ? texts.quantified({ ...amount, amount: amount.text, set: this.set(set, rows), test: this.test(test, [], rows), mood }) : "";
    }
    switch (said.kind) {
      case "and":
      case "or":
      case "of":
        return this.#joined(said, mood);
      case "not":
        return first ? this.negated(first, mood, rows) : "";
      case "if": {
        const [when, then, other] = said.of;
        if (!when || !then || !other) return "";
        return texts.when({ when: this.clause(when, "holds"), then: this.clause(then, mood), other: this.clause(other, mood) });
      }
      case "is":
        return first && second ? texts.is({ subject: this.#subject(first), test: this.test(second, [first.text], rows), mood }) : "";
      case "compare":
        return this.compared(said, mood, false, value);
      case "complete":
        return texts.complete({ slot: said.text === "" ? null : this.#voice.listed(this.names.label(said.text)), not: false, mood });
      case "has_score":
        return texts.hasScore({ subject: first ? this.number(first) : "", not: false, mood });
      case "ask":
        return texts.ask({ label: this.names.label(said.text), yes: true, mood });
      case "by":
        return texts.by(first ? this.clause(first, mood, rows) : "", said.text);
      case "truth":
        return texts.always(said.text === "true");
      case "rung":
        return texts.rung({ label: this.names.rung(said.text), mood });
      default:
        return texts.quoted(said.text);
    }
  }

  /** A condition that must not hold. */
  negated(said: Said, mood: Mood, rows: readonly number[] = []): string {
    return ((this.#keep(said).not ??= {})[mood] ??= this.#negated(said, mood, rows));
  }

  #negated(said: Said, mood: Mood, rows: readonly number[]): string {
    const { texts } = this.#voice;
    const [first, second] = said.of;
    switch (said.kind) {
      case "not":
        return first ? this.clause(first, mood, rows) : "";
      case "is": {
        if (!first || !second) return "";
        const test = this.test(second, [first.text], rows);
        return texts.is({ subject: this.#subject(first), test: test.kind === "not" ? test.test : { kind: "not", test }, mood });
      }
      case "compare":
        return this.compared(said, mood, true);
      case "complete":
        return texts.complete({ slot: said.text === "" ? null : this.#voice.listed(this.names.label(said.text)), not: true, mood });
      case "has_score":
        return texts.hasScore({ subject: first ? this.number(first) : "", not: true, mood });
      case "ask":
        return texts.ask({ label: this.names.label(said.text), yes: false, mood });
      default:
        return texts.not(this.clause(said, "holds", rows), mood);
    }
  }

  /** A comparison; `value` is what the right side comes to, where it is no number itself. */
  compared(said: Said, mood: Mood, not: boolean, value?: string): string {
    const { op, unit } = comparisonOf(said, not);
    const [left, right] = said.of;
    if (!left || !right) return "";
    const plain = right.kind === "number" || right.kind === "day" || right.kind === "if" || value === undefined || value === "";
    // `total * 2 is at least 1` compares percents.
    const shown = unit === "percent" && right.kind === "number" ? this.measured(right.text.split(" ")[0] ?? "0", unit) : this.number(right);
    return this.#voice.texts.compare({ left: this.#subject(left), op, unit, right: plain ? shown : this.#voice.texts.valued(shown, value), mood });
  }

  /** What a sentence is about; of a question, its answer. */
  #subject(said: Said): string {
    const label = this.number(said);
    const known = said.kind === "name" ? this.names.find(said.text) : undefined;
    return known?.kind === "ask" && label.endsWith("?") ? this.#voice.texts.answerTo(label) : this.#voice.listed(label);
  }

  /** How many a quantity or a list of conditions asks for. */
  amount(said: Said): Amount {
    return (this.#keep(said).amount ??= this.#amount(said));
  }

  #amount(said: Said): Amount {
    const word = (said.kind === "of" ? said.text : said.kind) as QuantityWord;
    const none = { quantity: word, text: "", share: false, one: false, exact: null };
    const given = word === "at_least" || word === "at_most" || word === "exactly" ? said.of[0] : undefined;
    if (!given) return none;
    if (given.kind === "name") {
      const known = this.names.find(given.text);
      const exact = known?.kind === "setting" ? (this.#setting(known.index)?.exact ?? null) : null;
      const share = known?.kind === "setting" && (this.#settings[known.index]?.percent ?? false);
      const text = exact === null ? this.names.label(given.text) : this.measured(exact, share ? "percent" : "plain");
      return { ...none, text, share, one: exact === "1" && !share, exact };
    }
    const [exact = "0", unit] = given.text.split(" ");
    if (unit !== "percent") return { ...none, text: this.number(given), one: exact === "1", exact };
    const half = word === "at_least" && exact === "1/2";
    return { ...none, quantity: half ? "half" : word, text: this.number(given), share: true, exact };
  }

  /** The conditions that are joined, without how many of them. */
  joins(said: Said): readonly Said[] {
    const amount = said.kind === "of" && ["at_least", "at_most", "exactly"].includes(said.text);
    return amount ? said.of.slice(1) : said.of;
  }

  #joined(said: Said, mood: Mood): string {
    const { quantity, text, one } = this.amount(said);
    const how = said.kind === "and" || said.kind === "or" ? said.kind : quantity;
    const clauses = this.joins(said).map((part) => {
      const clause = this.clause(part, how === "and" || how === "or" ? mood : "holds");
      return part.kind === "and" || part.kind === "or" ? `(${clause})` : clause;
    });
    return this.#voice.texts.joined({ how, amount: text, one, clauses, mood });
  }

  set(said: Said, rows: readonly number[]): SetData {
    const [head, ...filters] = said.of;
    const of = (kind: string) => filters.filter((filter) => filter.kind === kind);
    const words = (filter: Said) => filter.text.split(" ");
    const names = (all: readonly Said[]) => all.map((one) => this.number(one));
    const [count, inner] = head?.of ?? [];
    const base = this.#head(head);
    return {
      ...base,
      within: head?.kind === "kind" ? names(head.of).map((label) => this.#voice.listed(label)) : base.within,
      tagged: of("tagged").map(words),
      untagged: of("untagged").map(words),
      that: of("that").flatMap(({ of: [test] }) => (test ? [this.test(test, [], rows)] : [])),
      without: of("without").flatMap((filter) => names(filter.of).map((label) => this.#voice.listed(label))),
      pick: (head?.kind === "best" || head?.kind === "newest") && count && inner ? { best: head.kind === "best", count: this.number(count), of: this.set(inner, rows) } : null,
    };
  }

  #head(head: Said | undefined): Pick<SetData, "kind" | "names" | "run" | "single" | "within"> {
    const none = { kind: null, names: [], run: false, single: false, within: [] };
    if (head?.kind === "kind") return { ...none, kind: head.text as KindWord };
    if (head?.kind === "list") return { ...none, names: head.of.map((one) => this.#voice.listed(this.number(one))), single: head.of.length === 1 };
    if (head?.kind !== "name") return none;
    const known = this.names.find(head.text);
    if (known?.kind === "part") return { ...none, kind: "rows", within: [this.#voice.listed(known.label)] };
    const members = this.names.members(known).map((name) => this.names.label(name));
    if (members.length === 0) return { ...none, names: [this.names.label(head.text)], single: true };
    const common = commonOf(members);
    if (common !== "") return { ...none, names: [this.#voice.texts.together(common.slice(0, -2), members.map((label) => label.slice(common.length)))] };
    if (members.length <= MOST_LISTED) return { ...none, names: members.map((label) => this.#voice.listed(label)) };
    return { ...none, names: [members[0] ?? "", members.at(-1) ?? ""], run: true };
  }

  /** A test, with its level as the things that are tested have it. */
  test(said: Said, of: readonly string[], rows: readonly number[]): TestData {
    return (this.#keep(said).test ??= this.#test(said, of, rows));
  }

  #test(said: Said, of: readonly string[], rows: readonly number[]): TestData {
    const [first, second, third] = said.of;
    switch (said.kind) {
      case "level": {
        const [op = "eq", ...level] = said.text.split(" ");
        const kind = of.length === 1 ? this.names.find(of[0] ?? "")?.kind : undefined;
        const label = this.names.level(level.join(" "), of, rows);
        const choice = kind === "ask" || kind === "setting";
        // `at least With someone on call` would run into the sentence.
        return { kind: "level", op: op as Op, level: !choice && label.split(" ").length > 2 ? this.#voice.texts.quoted(label) : label, choice };
      }
      case "points":
        return { kind: "points", op: said.text as Op, value: first ? this.number(first) : "" };
      case "not":
        return first ? { kind: "not", test: this.test(first, of, rows) } : { kind: "answered" };
      case "if":
        if (!first || !second || !third) return { kind: "answered" };
        return { kind: "if", ...casesOf(said, (when) => this.clause(when, "holds"), (then) => this.test(then, of, rows)) };
      default:
        return { kind: said.kind as "met" };
    }
  }

  /** A number, a day or a name in words. */
  number(said: Said): string {
    const { texts } = this.#voice;
    const [first] = said.of;
    switch (said.kind) {
      case "number": {
        const [exact = "0", unit] = said.text.split(" ");
        return this.measured(exact, (unit ?? "plain") as Unit);
      }
      case "day":
        return this.#voice.day(said.text);
      case "today":
        return texts.today;
      case "name":
        return this.names.label(said.text);
      case "gather":
        return first ? texts.gather({ what: said.text as GatherWord, set: this.set(first, []) }) : "";
      case "most_points":
        return texts.mostPoints(this.names.label(said.text));
      case "if":
        return texts.either(casesOf(said, (when) => this.clause(when, "holds"), (then) => this.number(then)));
      case "fact": {
        const [what = "words", slot = ""] = said.text.split(" ");
        return texts.fact({ what: what as FactWord, slot: this.names.label(slot) });
      }
      default:
        return texts.quoted(said.text);
    }
  }

  /** An exact number in its unit. */
  measured(exact: string, unit: Unit): string {
    const value = exactOf(exact);
    switch (unit) {
      case "seconds":
        return this.#voice.length(value, 2);
      case "bytes":
        return this.#voice.size(value, 2);
      case "day":
        return this.#voice.dayAt(Number(value.n));
      case "days":
      case "months":
        return this.#voice.count(unit, value, 2);
      default:
        return this.#voice.shown(exact, unit === "percent");
    }
  }
}

/** How the sides of a comparison compare, and in what. */
export function comparisonOf(said: Said, not: boolean): { readonly op: Op; readonly unit: Unit } {
  const [op = "ge", unit = "plain"] = said.text.split(" ");
  return { op: not ? INVERSE[op as Op] : (op as Op), unit: unit as Unit };
}

/** `if A then X else if B then Y else Z` as cases, with what is left. */
function casesOf<T>(said: Said, when: (said: Said) => string, then: (said: Said) => T): { readonly cases: { readonly when: string; readonly then: T }[]; readonly other: T } {
  const [condition, value, other] = said.of;
  if (said.kind !== "if" || !condition || !value || !other) return { cases: [], other: then(said) };
  const rest = casesOf(other, when, then);
  return { cases: [{ when: when(condition), then: then(value) }, ...rest.cases], other: rest.other };
}

/** What labels such as `Domain rating: Climate` begin with, up to the colon and its space. */
function commonOf([first = "", ...others]: readonly string[]): string {
  const end = first.indexOf(": ");
  const common = end < 0 ? "" : first.slice(0, end + 2);
  return others.length > 0 && others.every((label) => label.startsWith(common)) ? common : "";
}
