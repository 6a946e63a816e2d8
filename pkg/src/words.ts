// The words of explanations and steps, in English, in one place: each is made
// of data alone, so that another language is another object of this shape.
import type { Explanation } from "./explanation.js";
import type { StepChange } from "./steps.js";

const COMPARED = { "at least": "is at least", above: "is above", "at most": "is at most", below: "is below", is: "is", "is not": "is not" } as const;

/** A condition or number that is part of a larger one, in brackets where it has to be. */
const inner = (node: Explanation | undefined, loose: readonly string[]): string =>
  node === undefined ? "" : loose.includes(node.rule) ? `(${node.text})` : node.text;

const SUMS = ["add", "if", "round", "at least", "at most"];
const LOOSE = [...SUMS, "multiply", "divide", "negate"];
const LOGIC = ["all", "any", "if"];

/** A sum, with a minus for what is taken away. */
function sum(inputs: readonly Explanation[]): string {
  return inputs.map((input, place) => {
    if (place === 0) return inner(input, ["if", "at least", "at most"]);
    return input.rule === "negate" ? `- ${inner(input.inputs[0], SUMS)}` : `+ ${inner(input, ["if", "at least", "at most"])}`;
  }).join(" ");
}

function howMany(node: Explanation, what: string): string {
  const { least, most } = node.needed ?? { least: 0, most: 0 };
  switch (node.quantity) {
    case "every": return `every one of ${what}`;
    case "most": return `most of ${what}`;
    case "at least": return least === 1 ? `any of ${what}` : `at least ${least} of ${what}`;
    case "at most": return most === 0 ? `none of ${what}` : `at most ${most} of ${what}`;
    default: return least > most ? `a share of ${what}` : `exactly ${least} of ${what}`;
  }
}

/** Conditions with what counts when they hold, in turn; the last counts otherwise. */
function choice(inputs: readonly Explanation[], say: (node: Explanation | undefined) => string): string {
  const cases = Array.from({ length: inputs.length >> 1 }, (_, place) => `if ${inputs[2 * place]?.text ?? ""} then ${say(inputs[2 * place + 1])} else `);
  return `${cases.join("")}${say(inputs.at(-1))}`;
}

/** What a test says of its subject, without it. */
function predicate(node: Explanation | undefined): string {
  const [a] = node?.inputs ?? [];
  if (node?.rule === "not") return predicate(a).replace(/^is /, "is not ");
  if (node?.rule === "if") return `(${choice(node.inputs, predicate)})`;
  const subject = `${node?.label ?? ""} `;
  return node?.text.startsWith(subject) ? node.text.slice(subject.length) : (node?.text ?? "");
}

function tested(node: Explanation, level: string, number: string): string {
  switch (node.test) {
    case "level": return `${COMPARED[node.comparison ?? "is"]} ${level}`;
    case "points": return `${COMPARED[node.comparison ?? "is"]} ${number}`;
    case "has a comment": case "has a score": return node.test;
    default: return `is ${node.test ?? ""}`;
  }
}

/** What a node is made of besides the node itself. */
export interface Phrase {
  /** The words of a set, as the author wrote them. */
  readonly set: string;
  /** The label of the level that is asked for. */
  readonly level: string;
  /** The label of what is tested. */
  readonly subject: string;
}

export const WORDS = {
  evidence: "evidence",
  comment: (label: string) => `${label} has the comment it needs`,
  today: "today",
  noScore: "no score",
  met: "met",
  notMet: "not met",
  yes: "yes",
  no: "no",
  /** The rule of a node that has no label. */
  rule(node: Explanation, phrase: Phrase): string {
    const [a, b] = node.inputs;
    switch (node.rule) {
      case "add": return sum(node.inputs);
      case "multiply": return node.inputs.map((input) => inner(input, SUMS)).join(" * ");
      case "divide": return `${inner(a, SUMS)} / ${inner(b, LOOSE)}`;
      case "negate": return `-${inner(a, LOOSE)}`;
      case "months": return `${inner(a, SUMS)} ${(node.months ?? 0) < 0 ? "-" : "+"} ${Math.abs(node.months ?? 0)} months`;
      case "round": {
        const { step, direction } = node.rounding ?? { step: { text: "" }, direction: "up" };
        const way = direction.startsWith("ties") ? `to nearest ${step.text}, ${direction}` : `${direction} to ${step.text}`;
        return `round ${inner(a, ["at least", "at most"])} ${way}`;
      }
      case "at least": return `${a?.text ?? ""}, but at least ${inner(b, ["at least", "at most"])}`;
      case "at most": return `${a?.text ?? ""}, but at most ${inner(b, ["at least", "at most"])}`;
      case "if": return choice(node.inputs, (input) => input?.text ?? "");
      case "case": return a && b ? `${b.text} when ${a.text}` : node.value.kind === "number" ? node.value.text : "";
      case "first of": {
        const last = node.inputs.at(-1);
        return `first of (${[...node.inputs.slice(0, -1).map(({ text }) => text), `otherwise ${last?.text ?? ""}`].join(", ")})`;
      }
      case "counted": return `${node.counted} of ${phrase.subject}`;
      case "compare": return `${inner(a, ["if", "at least", "at most"])} ${COMPARED[node.comparison ?? "is"]} ${inner(b, ["if", "at least", "at most"])}`;
      case "test": return `${phrase.subject} ${tested(node, phrase.level, node.inputs.at(-1)?.text ?? "")}`;
      case "not": return a?.rule === "test" ? `${phrase.subject || (a.label ?? "")} ${predicate(node)}` : `not ${inner(a, LOGIC)}`;
      case "all": return node.inputs.map((input) => inner(input, ["any", "if"])).join(" and ");
      case "any": return node.inputs.map((input) => inner(input, ["if"])).join(" or ");
      case "how many": {
        if (phrase.set === "") return howMany(node, `(${node.inputs.map(({ text }) => text).join(", ")})`);
        return `${howMany(node, phrase.set)} ${predicate(node.inputs.find(({ counts }) => counts !== "no"))}`;
      }
      case "complete": return `${phrase.subject} is complete`;
      case "only when": case "counts as": return `${node.rule} ${a?.text ?? ""}`;
      case "capped": return `capped when ${a?.text ?? ""}`;
      case "truth": return node.value.kind === "truth" ? String(node.value.holds) : "";
      default: return `${node.rule} of ${phrase.set}${node.fromLowest ? " from lowest possible" : ""}`;
    }
  },
  /** One change of a way. */
  change(change: Omit<StepChange, "sentence">): string {
    const { kind, label, from, toLabel, comment, shown } = change;
    if (kind === "evidence") return `Complete “${label}”`;
    if (kind === "ask") return `Answer “${label}” with ${toLabel}`;
    const rated = change.to === null ? [] : [from === null ? `rate “${label}” ${toLabel}` : `raise “${label}” to ${toLabel}`];
    const said = [...rated, ...(comment ? [rated.length > 0 ? "give the comment" : `comment on “${label}”`] : [])];
    if (shown) said.push(said.length > 0 ? "name it in a piece of evidence" : `name “${label}” in a piece of evidence`);
    const [first = "", ...rest] = said;
    return [`${first[0]?.toUpperCase() ?? ""}${first.slice(1)}`, ...rest].join(" and ");
  },
  /** What rules a rung out. `most` is what can be had of it, `least` where that is too much. */
  block(text: string, never: boolean, can: { readonly most: string; readonly least: string } | null): string {
    if (never) return `It is ruled out by this, whatever is changed: ${text}`;
    const range = can === null ? "" : can.most === can.least ? `: it stays ${can.most}` : `: it can only be from ${can.least} to ${can.most}`;
    return `This fails whatever is changed: ${text}${range}`;
  },
} as const;
