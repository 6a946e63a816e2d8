import type { Explanation } from "../explanation.js";
import type { CountUnit, FactWord, QuantityWord, SetData, TestData } from "./texts.js";

/** What the words of a node of an explanation are made of, besides the node itself. */
export interface Phrase {
  /** Of a set: as its author wrote it, and as data. */
  readonly written: string;
  readonly set: SetData | null;
  /** Of a `test`: what it asks; of `how many`, what it asks of each. */
  readonly test: TestData | null;
  /** Of an `add`: how many days lie between two of them, from the one that is taken away on. */
  readonly days: boolean;
  /** The label of the level that is asked for, and of what is tested. */
  readonly level: string;
  readonly subject: string;
}

/** What is missing inside a slot. */
export interface Short {
  readonly unit: CountUnit | "seconds";
  /** So much is to be there, with its unit; so much of that is still missing, or too much. */
  readonly count: string;
  readonly gap: string | null;
  readonly fewer: boolean;
  /** More than that does as well (or less, where it is too much). */
  readonly open: boolean;
}

/** What is to be done about a slot. */
export interface SlotStep {
  readonly label: string;
  /** Nothing is in it. */
  readonly empty: boolean;
  /** Whether a text is written there rather than a file handed in, or may be. */
  readonly text: "only" | "too" | "no";
  /** So many pieces at least, where that is more than one. */
  readonly items: string | null;
  readonly short: readonly Short[];
  /** Sentences of the precheck about what is not as it must be. */
  readonly findings: readonly string[];
}

/** What is to be done about a row. */
export interface RowStep {
  readonly label: string;
  /** The level or number to reach, in words; a check is to be met or not; `null` keeps what there is. */
  readonly to: string | boolean | null;
  /** It has a rating. */
  readonly rated: boolean;
  /** A number of which less is better. */
  readonly down: boolean;
  readonly comment: boolean;
  /** A piece of evidence is to name it. */
  readonly shown: boolean;
}

/** How it stands with a rung: `changes` are those of the first way, `proven` says that conditions rule it out. */
export interface StepsData {
  readonly state: "reached" | "ways" | "no way" | "unknown";
  readonly shortest: boolean;
  readonly reopen: boolean;
  readonly changes: number;
  readonly proven: boolean;
}

/** The words of explanations and steps in one language. */
export interface Telling {
  readonly evidence: string;
  readonly noScore: string;
  comment(label: string): string;
  /** The rule of a node that has no label of its own. */
  rule(node: Explanation, phrase: Phrase): string;
  readonly reopen: string;
  row(data: RowStep): string;
  /** Without an answer any will do. */
  ask(label: string, answer: string | null): string;
  slot(data: SlotStep): string;
  /** How it stands with a rung. */
  steps(data: StepsData): string;
  /** What rules a rung out. `can` is what can be had of a number. */
  block(data: { readonly text: string; readonly never: boolean; readonly can: { readonly least: string; readonly most: string } | null }): string;
}

/** How the facts of a slot are called where they are counted. */
export const FACT_WORDS = { words: "words", pages: "pages", items: "items", sentences: "sentences", characters: "characters", length: "seconds", size: "bytes" } as const satisfies Readonly<Record<NonNullable<Explanation["counted"]>, FactWord>>;

/** A condition or number that is part of a larger one, in brackets where it has to be. */
export const inner = (node: Explanation | undefined, loose: readonly string[]): string =>
  node === undefined ? "" : loose.includes(node.rule) ? `(${node.text})` : node.text;

export const SUMS: readonly string[] = ["add", "if", "round", "at least", "at most"];
export const LOOSE: readonly string[] = [...SUMS, "multiply", "divide", "negate"];
export const LOGIC: readonly string[] = ["all", "any", "if"];
export const LIMITS: readonly string[] = ["at least", "at most"];

/** A sum, with a minus for what is taken away; `more` are further rules that need brackets. */
function sum(inputs: readonly Explanation[], more: readonly string[]): string {
  const loose = ["if", ...LIMITS, ...more];
  return inputs.map((input, place) => {
    if (place === 0) return inner(input, loose);
    return input.rule === "negate" ? `- ${inner(input.inputs[0], [...SUMS, ...more])}` : `+ ${inner(input, loose)}`;
  }).join(" ");
}

/** What is calculated with signs, which are the same in every language; nothing for other rules. */
export function signs(node: Explanation, more: readonly string[] = []): string | null {
  const [a, b] = node.inputs;
  switch (node.rule) {
    case "add": return sum(node.inputs, more);
    case "multiply": return node.inputs.map((input) => inner(input, [...SUMS, ...more])).join(" * ");
    case "divide": return `${inner(a, [...SUMS, ...more])} / ${inner(b, [...LOOSE, ...more])}`;
    case "negate": return `-${inner(a, [...LOOSE, ...more])}`;
    default: return null;
  }
}

/** How many are asked for, in the words of conditions. */
export function quantityOf({ quantity, needed }: Explanation, share: string): { readonly quantity: QuantityWord; readonly amount: string; readonly share: boolean; readonly one: boolean } {
  const { least, most } = needed ?? { least: 0, most: 0 };
  const of = (word: QuantityWord, count: number) => ({ quantity: word, amount: String(count), share: false, one: count === 1 });
  switch (quantity) {
    case "every": return of("every", 0);
    case "most": return of("most", 0);
    case "at least": return least === 1 ? of("any", 1) : of("at_least", least);
    case "at most": return most === 0 ? of("no", 0) : of("at_most", most);
    // No whole number is that share: `share` says so.
    default: return least > most ? { quantity: "exactly", amount: share, share: false, one: false } : of("exactly", least);
  }
}
