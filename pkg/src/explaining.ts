import type { ExplainedLevel, ExplainedNumber, ExplainedTruth, ExplainedValue, Explanation, ExplanationRule, ExplanationWhy } from "./explanation.js";
import type { Source } from "./outcome.js";
import { treeOf } from "./reasons.js";
import { saidOf } from "./texts/said.js";
import type { Phrase } from "./texts/telling.js";
import type { Op, TestData } from "./texts/texts.js";
import { boundsOf, listOf, numOf, ratingTold } from "./told.js";
import type { Num, OutlineRow, Span } from "./types.js";

/** The rules by the engine's numbers for them. */
const RULES: readonly ExplanationRule[] = [
  "row", "score", "result", "ask", "setting", "part", "evidence",
  "constant", "no score", "today", "counted", "add", "multiply", "divide", "negate", "months", "round", "at least", "at most", "if", "first of", "case",
  "sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent", "count",
  "truth", "all", "any", "not", "compare", "test", "test", "test", "test", "test", "test", "test", "test", "how many", "ask", "complete",
  "rung", "need", "never", "comment", "only when", "counts as", "capped",
];
const TESTS = { first: 37, all: ["level", "points", "met", "answered", "left out", "has a comment", "shown", "has a score"] } as const;
const WHYS: readonly (ExplanationWhy | null)[] = [null, "not asked", "not scored", "left out", "not chosen", "filtered", "not among", "adds nothing", "empty"];
const COMPARISONS = ["at least", "above", "at most", "below", "is", "is not"] as const;
const OPS: readonly Op[] = ["ge", "gt", "le", "lt", "eq", "ne"];
const DIRECTIONS = ["ties up", "ties down", "ties even", "up", "down"] as const;
const COUNTED = ["words", "pages", "items", "sentences", "characters", "length", "size"] as const;
const QUANTITIES = ["every", "most", "at least", "at most", "exactly"] as const;
const ROW_STATES = ["unanswered", "left out", "not scored", "not asked", "rated"] as const;
/** Rules whose inputs measure the same as their value. */
const LIKE: readonly ExplanationRule[] = ["add", "negate", "round", "at least", "at most", "if", "first of", "case", "sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum"];

/** A line of the engine, with those of its inputs. */
interface Raw {
  readonly rule: ExplanationRule;
  readonly test: (typeof TESTS.all)[number] | null;
  readonly how: number;
  readonly about: string;
  readonly index: number;
  readonly rung: number;
  readonly kind: string;
  readonly value: readonly string[];
  readonly numbers: readonly string[];
  readonly counts: number;
  readonly why: number;
  readonly adds: readonly string[];
  readonly weight: string;
  readonly row: readonly string[];
  readonly place: readonly string[];
  readonly shared: boolean;
  readonly cut: boolean;
  readonly pick: "best" | "newest" | null;
  /** Of a set, its words as a tree of data. */
  readonly said: string;
  readonly inputs: Raw[];
}

/** The tree that the engine's lines are. */
function rawOf(text: string): Raw | null {
  const open: Raw[] = [];
  for (const line of text === "" ? [] : text.split("\n")) {
    const [depth = "0", by = "0", how = "0", about = "", index = "0", rung = "0", kind = "", ...rest] = line.split("\t");
    const place = Number(by);
    const raw: Raw = {
      rule: RULES[place] ?? "truth",
      test: TESTS.all[place - TESTS.first] ?? null,
      how: Number(how),
      about,
      index: Number(index),
      rung: Number(rung),
      kind,
      value: rest.slice(0, 3),
      numbers: listOf(rest[3] ?? ""),
      counts: Number(rest[4]),
      why: Number(rest[5]),
      adds: rest.slice(6, 10),
      weight: rest[10] ?? "",
      row: rest.slice(11, 15),
      place: rest.slice(15, 17),
      shared: rest[17] === "1",
      cut: rest[18] === "1",
      pick: rest[19] === "1" ? "best" : rest[19] === "2" ? "newest" : null,
      said: (rest[20] ?? "").replaceAll("\u0001", "\n"),
      inputs: [],
    };
    open.length = Number(depth);
    open.at(-1)?.inputs.push(raw);
    open.push(raw);
  }
  return open[0] ?? null;
}

/** What an explanation is drawn from. */
export interface Explaining {
  readonly source: Source;
  /** A place in the rubric, from bytes. */
  span(start: number, end: number): Span;
  /** The text at a place. */
  said(place: Span): string;
}

/** The tree of a value from the engine's lines; nothing where there is none. */
export function explanationOf(own: Explaining, text: string): Explanation | null {
  const root = rawOf(text);
  return root ? new Teller(own).tell(root, false, null) : null;
}

class Teller {
  readonly #own: Explaining;
  readonly #source: Source;
  /** What nodes that are tests ask, for those around them. */
  readonly #tests = new WeakMap<Explanation, TestData>();

  constructor(own: Explaining) {
    this.#own = own;
    this.#source = own.source;
  }

  /** `want`: whether a number that could be either is shown as a percent. `around`: the row whose rule this is. `day`: whether a number is a day. */
  tell(raw: Raw, want: boolean, around: OutlineRow | null, day = false): Explanation {
    const percent = want || this.#isPercent(raw) === true;
    const row = raw.about === "r" ? (this.#source.outline.rows[raw.index] ?? null) : around;
    const inputs = Object.freeze(raw.inputs.map((input, place) => this.tell(input, this.#wanted(raw, percent, place), raw.about === "r" ? row : around, this.#isDay(input) || this.#dayWanted(raw, place, day))));
    const place = raw.place[0] ? this.#own.span(Number(raw.place[0]), Number(raw.place[1])) : null;
    const named = this.#named(raw, around);
    const bar = raw.test === "level" && raw.numbers[0] ? this.#levelOf(raw, Number(raw.numbers[0]), around) : null;
    const { numbers } = this.#source;
    const said = {
      rule: this.#rule(raw, around),
      name: named?.name ?? null,
      label: named?.label ?? null,
      text: "",
      value: this.#value(raw, percent, around, day && raw.rule !== "negate"),
      inputs,
      counts: raw.counts === 1 ? "yes" : raw.counts === 2 ? "no" : "open",
      why: WHYS[raw.why] ?? null,
      adds: raw.adds[2] ? Object.freeze({ above: boundsOf(numbers, raw.adds, false), below: numOf(numbers, raw.adds[3] ?? "", false) }) : null,
      weight: raw.weight ? numOf(numbers, raw.weight, false) : null,
      rounding: raw.rule === "round" ? Object.freeze({ step: numOf(numbers, raw.numbers[0] ?? "", percent), direction: DIRECTIONS[raw.how] ?? "up" }) : null,
      comparison: raw.rule === "compare" || raw.test === "level" || raw.test === "points" ? (COMPARISONS[raw.how] ?? null) : null,
      level: bar?.name ?? null,
      test: raw.test,
      quantity: raw.rule === "how many" ? (QUANTITIES[raw.how] ?? null) : null,
      needed: raw.rule === "how many" && raw.numbers.length === 3 ? Object.freeze({ least: Number(raw.numbers[0]), most: Number(raw.numbers[1]), of: Number(raw.numbers[2]) }) : null,
      months: raw.rule === "months" ? Number(raw.numbers[0]) : null,
      counted: raw.rule === "counted" ? (COUNTED[raw.how] ?? null) : null,
      pick: raw.pick,
      fromLowest: (raw.rule === "percent" || raw.rule === "weighted percent") && raw.how === 1,
      row: this.#row(raw),
      overruled: raw.about === "l" ? this.#source.overruled(raw.index) : null,
      place,
      shared: raw.shared,
      cut: raw.cut,
    } as const;
    const test = this.#test(raw, inputs, bar?.label ?? "");
    const node = Object.freeze({ ...said, text: this.#text(raw, said, this.#phrase(raw, said, test, bar?.label ?? ""), percent) });
    if (test) this.#tests.set(node, test);
    return node;
  }

  #phrase(raw: Raw, { inputs, label, place }: Explanation, test: TestData | null, level: string): Phrase {
    const rows = raw.inputs.flatMap((input) => (input.about === "r" ? [input.index] : []));
    const tested = inputs.find(({ counts }) => counts !== "no") ?? inputs[0];
    return {
      written: place && raw.about === "" ? this.#own.said(place) : "",
      set: raw.said === "" ? null : this.#source.clauses.set(saidOf(raw.said), rows),
      test: raw.rule === "how many" && tested ? (this.#tests.get(tested) ?? null) : test,
      days: this.#counts(raw),
      level,
      subject: label ?? (raw.test === null ? "" : (inputs[0]?.text ?? "")),
    };
  }

  /** What a test asks, as conditions say it. */
  #test(raw: Raw, inputs: readonly Explanation[], level: string): TestData | null {
    const of = (node: Explanation | undefined) => (node ? (this.#tests.get(node) ?? null) : null);
    const op = OPS[raw.how] ?? "eq";
    if (raw.rule === "not") {
      const inner = of(inputs[0]);
      return inner && { kind: "not", test: inner };
    }
    if (raw.rule === "if") {
      const all = Array.from({ length: inputs.length >> 1 }, (_, place) => ({ when: inputs[2 * place]?.text ?? "", then: of(inputs[2 * place + 1]) }));
      const cases = all.flatMap(({ when, then }) => (then ? [{ when, then }] : []));
      const other = of(inputs.at(-1));
      return other && cases.length === all.length ? { kind: "if", cases, other } : null;
    }
    switch (raw.test) {
      case null: return null;
      case "level": {
        const choice = raw.about === "a" || raw.about === "g";
        return { kind: "level", op, level: !choice && level.split(" ").length > 2 ? this.#source.voice.texts.quoted(level) : level, choice };
      }
      case "points": return { kind: "points", op, value: inputs.at(-1)?.text ?? "" };
      case "left out": return { kind: "left_out" };
      case "has a comment": return { kind: "comment" };
      case "has a score": return { kind: "score" };
      default: return { kind: raw.test };
    }
  }

  #text(raw: Raw, node: Explanation, phrase: Phrase, percent: boolean): string {
    const { layout, numbers, voice } = this.#source;
    const { telling } = voice.texts;
    if (raw.rule === "need" || raw.rule === "never") {
      const own = layout.needs.filter((need) => need.ladder === raw.index && (raw.rule === "never" ? need.never : need.rung === raw.rung && !need.never));
      const need = own[raw.how];
      return need ? this.#source.clauses.clause(treeOf(need), "holds") : (node.inputs[0]?.text ?? "");
    }
    if (raw.rule === "constant") return node.value.kind === "number" ? node.value.text : numOf(numbers, raw.value[0] ?? "", percent).text;
    if (raw.rule === "today") return voice.texts.today;
    if (raw.rule === "no score") return telling.noScore;
    // What is not in a set is not tested.
    if (node.counts === "no" && node.inputs.length === 0 && node.label !== null) return node.label;
    if (raw.rule === "comment") return telling.comment(node.label ?? "");
    const whole = raw.test !== null || raw.rule === "counted" || raw.rule === "complete" || raw.rule === "not" || raw.rule === "if";
    return node.label !== null && !whole ? node.label : telling.rule(node, phrase);
  }

  #rule(raw: Raw, around: OutlineRow | null): ExplanationRule {
    if (raw.rule !== "result") return raw.rule;
    const known = this.#source.ladders[raw.index];
    if (!known) return around ? "worked out" : "result";
    return this.#source.outline.awards.includes(known) ? "award" : "result";
  }

  /** Name and label of what a line is about. */
  #named(raw: Raw, around: OutlineRow | null): { readonly name: string; readonly label: string } | null {
    const { outline, ladders } = this.#source;
    switch (raw.about) {
      case "r": return outline.rows[raw.index] ?? null;
      case "s": return outline.scores[raw.index] ?? null;
      case "l": return ladders[raw.index] ?? around;
      case "a": return outline.asks[raw.index] ?? null;
      case "g": return outline.settings[raw.index] ?? null;
      case "p": return outline.parts[raw.index] ?? null;
      case "e": return outline.evidence[raw.index] ?? { name: "evidence", label: this.#source.voice.texts.telling.evidence };
      case "u": return this.#rung(raw, around);
      default: return null;
    }
  }

  #rung(raw: Raw, around: OutlineRow | null): { readonly name: string; readonly label: string } | null {
    const ladder = this.#source.ladders[raw.index];
    const rung = ladder?.rungs[raw.rung] ?? around?.levels[Number(raw.numbers[0]) - around.firstLevel];
    if (!rung) return null;
    const name = `${ladder?.name ?? around?.name ?? ""}.${rung.name}`;
    return raw.rule === "rung" ? { name, label: rung.label } : { name: `${name}.${raw.rule === "never" ? "never." : ""}${raw.how}`, label: rung.label };
  }

  /** A level of whatever a line is about. */
  #levelOf(raw: Raw, level: number, around: OutlineRow | null): { readonly name: string; readonly label: string } | null {
    const { outline, ladders } = this.#source;
    const ofRow = (row: OutlineRow | null | undefined) => row?.levels[level - row.firstLevel] ?? null;
    switch (raw.about) {
      case "r": return ofRow(outline.rows[raw.index]);
      case "a": return outline.asks[raw.index]?.choices[level] ?? null;
      case "g": return outline.settings[raw.index]?.choices[level] ?? null;
      case "l": {
        const ladder = ladders[raw.index];
        if (!ladder) return ofRow(around);
        const rungs = ladder.otherwise ? [...ladder.rungs, ladder.otherwise] : ladder.rungs;
        const scale = ladder.scale === null ? null : outline.scales[ladder.scale]?.levels[level];
        return rungs.find((rung) => rung.level === level) ?? scale ?? null;
      }
      default: return null;
    }
  }

  #value(raw: Raw, percent: boolean, around: OutlineRow | null, day: boolean): ExplainedValue {
    const { numbers, outline } = this.#source;
    if (raw.kind === "t") {
      const bits = Number(raw.value[2]);
      const state = bits === 1 || bits === 2 ? "known" : bits === 4 ? "undefined" : "open";
      return Object.freeze({ kind: "truth", state, holds: state === "known" ? bits === 1 : null } satisfies ExplainedTruth);
    }
    if (raw.kind === "l") {
      const levels = listOf(raw.value[0] ?? "").flatMap((level) => this.#levelOf(raw, Number(level), around) ?? []);
      const only = raw.value[2] === "0" && levels.length === 1 ? levels[0] : undefined;
      const state = only ? "known" : levels.length === 0 ? "undefined" : "open";
      return Object.freeze({ kind: "level", state, level: only?.name ?? null, label: only?.label ?? "", possible: Object.freeze(levels.map(({ name }) => name)) } satisfies ExplainedLevel);
    }
    const found = boundsOf(numbers, raw.value, percent);
    if (day) return this.#dayOf(found);
    const most = raw.about === "s" ? (outline.scores[raw.index]?.outOf ?? null) : null;
    if (most === null || found.state === "undefined") return found;
    const of = (number: Num): Num => (number.text === "" ? number : numbers.outOf(number, most));
    return Object.freeze({ ...found, text: of(found).text, lowest: of(found.lowest), highest: of(found.highest) });
  }

  #dayOf(found: ExplainedNumber): ExplainedNumber {
    const of = (number: Num): Num => (number.value === null || !Number.isFinite(number.value) ? number : Object.freeze({ ...number, text: this.#source.voice.dayAt(number.value) }));
    const known = found.value === null ? "" : this.#source.voice.dayAt(found.value);
    return Object.freeze({ ...found, text: known, lowest: of(found.lowest), highest: of(found.highest) });
  }

  /** Whether a number is a day by itself. */
  #isDay(raw: Raw): boolean {
    return raw.rule === "today" || raw.rule === "months" || (raw.rule === "ask" && this.#source.outline.asks[raw.index]?.kind === "date");
  }

  /** Days are counted from a day to a day: one is taken away from the other. */
  #counts(raw: Raw): boolean {
    const [to, from, ...more] = raw.inputs;
    return raw.rule === "add" && more.length === 0 && to !== undefined && from?.rule === "negate" && from.inputs[0] !== undefined && (this.#isDay(to) || this.#isDay(from.inputs[0]));
  }

  /** Whether an input that is a plain number is a day. */
  #dayWanted(raw: Raw, place: number, day: boolean): boolean {
    const input = raw.inputs[place];
    if (input?.rule === "negate") return this.#counts(raw);
    if (raw.rule === "negate") return day;
    if (input?.rule !== "constant") return false;
    return raw.rule === "compare" ? raw.inputs.some((other) => this.#isDay(other)) : this.#counts(raw);
  }

  #row(raw: Raw): Explanation["row"] {
    const known = raw.about === "r" ? this.#source.outline.rows[raw.index] : undefined;
    const [state = "", level = "", counted = "", code = ""] = raw.row;
    if (!known || state === "") return null;
    return Object.freeze({
      state: ROW_STATES[Number(state)] ?? "unanswered",
      level: known.kind === "number" ? null : (ratingTold(this.#source.voice, known, level)?.name ?? null),
      // A number that counts is the points themselves; there are none where the row is no member.
      counted: known.kind === "number" && raw.kind === "n" && raw.value[0] === "" ? null : (ratingTold(this.#source.voice, known, counted)?.name ?? null),
      code: code === "" ? null : (this.#source.outline.codes[Number(code)]?.name ?? null),
    });
  }

  /** Whether a number is shown as a percent; `null` for one that may be either. */
  #isPercent(raw: Raw): boolean | null {
    const { outline } = this.#source;
    const any = (all: readonly Raw[]) => all.some((input) => this.#isPercent(input) === true);
    if (raw.kind !== "n") return false;
    switch (raw.rule) {
      case "score": return outline.scores[raw.index]?.percent ?? false;
      case "ask": return outline.asks[raw.index]?.percent ?? false;
      case "setting": return outline.settings[raw.index]?.percent ?? false;
      case "percent": case "weighted percent": case "part": return true;
      case "constant": return null;
      case "divide": return raw.inputs[0] !== undefined && this.#isPercent(raw.inputs[0]) === true && !any(raw.inputs.slice(1));
      case "multiply": return any(raw.inputs);
      default: return LIKE.includes(raw.rule) ? any(raw.inputs) : false;
    }
  }

  /** Whether an input that could be either is shown as a percent. */
  #wanted(raw: Raw, percent: boolean, place: number): boolean {
    const input = raw.inputs[place];
    const free = input !== undefined && this.#isPercent(input) !== false;
    switch (raw.rule) {
      case "score": return percent;
      case "compare": return free && raw.inputs.some((other) => this.#isPercent(other) === true);
      // A percent of something plain: the number that is written is the percent.
      case "multiply": return percent && free && !raw.inputs.some((other) => this.#isPercent(other) === true) && raw.inputs.findIndex((other) => other.rule === "constant") === place;
      case "divide": return percent && place === 0 && free;
      default: return LIKE.includes(raw.rule) && percent && (free || LIKE.includes(input?.rule ?? "truth") || input?.rule === "multiply");
    }
  }
}
