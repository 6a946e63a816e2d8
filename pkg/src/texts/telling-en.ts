import type { Explanation } from "../explanation.js";
import { capital } from "./plain.js";
import { inner, LIMITS, LOGIC, type Phrase, quantityOf, type Short, signs, SUMS, type SlotStep, type Telling } from "./telling.js";
import type { Grammar, Texts } from "./texts.js";

/** The sentence of conditions that those of explanations are made of. */
type Clause = Pick<Texts, "quantified">;

const COMPARED = { "at least": "is at least", above: "is above", "at most": "is at most", below: "is below", is: "is", "is not": "is not" } as const;

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

function rule(node: Explanation, phrase: Phrase, texts: Clause): string {
  const [a, b] = node.inputs;
  const loose = ["if", ...LIMITS];
  switch (node.rule) {
    case "add": case "multiply": case "divide": case "negate":
      return phrase.days ? `days from ${b?.inputs[0]?.text ?? ""} to ${a?.text ?? ""}` : (signs(node) ?? "");
    case "months": return `${inner(a, SUMS)} ${(node.months ?? 0) < 0 ? "-" : "+"} ${Math.abs(node.months ?? 0)} months`;
    case "round": {
      const { step, direction } = node.rounding ?? { step: { text: "" }, direction: "up" };
      const way = direction.startsWith("ties") ? `to nearest ${step.text}, ${direction}` : `${direction} to ${step.text}`;
      return `round ${inner(a, LIMITS)} ${way}`;
    }
    case "at least": return `${a?.text ?? ""}, but at least ${inner(b, LIMITS)}`;
    case "at most": return `${a?.text ?? ""}, but at most ${inner(b, LIMITS)}`;
    case "if": return choice(node.inputs, (input) => input?.text ?? "");
    case "case": return a && b ? `${b.text} when ${a.text}` : node.value.kind === "number" ? node.value.text : "";
    case "first of": {
      const last = node.inputs.at(-1);
      return `first of (${[...node.inputs.slice(0, -1).map(({ text }) => text), `otherwise ${last?.text ?? ""}`].join(", ")})`;
    }
    case "counted": return `${node.counted} of ${phrase.subject}`;
    case "compare": return `${inner(a, loose)} ${COMPARED[node.comparison ?? "is"]} ${inner(b, loose)}`;
    case "test": return `${phrase.subject} ${tested(node, phrase.level, node.inputs.at(-1)?.text ?? "")}`;
    case "not": return a?.rule === "test" ? `${phrase.subject || (a.label ?? "")} ${predicate(node)}` : `not ${inner(a, LOGIC)}`;
    case "all": return node.inputs.map((input) => inner(input, ["any", "if"])).join(" and ");
    case "any": return node.inputs.map((input) => inner(input, ["if"])).join(" or ");
    case "how many": {
      if (phrase.set && phrase.test) return texts.quantified({ ...quantityOf(node, "that share"), set: phrase.set, test: phrase.test, mood: "holds" });
      if (phrase.written === "") return howMany(node, `(${node.inputs.map(({ text }) => text).join(", ")})`);
      return `${howMany(node, phrase.written)} ${predicate(node.inputs.find(({ counts }) => counts !== "no"))}`.trim();
    }
    case "complete": return `${phrase.subject} is complete`;
    case "only when": return `only when ${a?.text ?? ""}`;
    case "counts as": return `counts otherwise when ${a?.text ?? ""}`;
    case "capped": return `capped when ${a?.text ?? ""}`;
    case "truth": return node.value.kind === "truth" ? String(node.value.holds) : "";
    default: return `${node.rule} of ${phrase.written}${node.fromLowest ? " from lowest possible" : ""}`;
  }
}

/** What is missing inside a slot: `write at least 40 more words in “Reflection”`. */
function short({ unit, count, gap, fewer, open }: Short, label: string, empty: boolean): string {
  const what = `“${label}”`;
  const least = open ? "at least " : "";
  if (empty) return unit === "items" ? `attach ${open ? "at least " : ""}${count} to ${what}` : `hand in ${what} with ${least}${count}`;
  if (gap === null) return `see that ${what} has ${open ? (fewer ? "at most " : "at least ") : ""}${count}`;
  if (fewer) return unit === "items" ? `take ${least}${gap} out of ${what}` : `cut ${least}${gap} from ${what}`;
  return `add ${least}${more(gap)} to ${what}`;
}

/** `40 words` are `40 more words`. */
const more = (gap: string) => gap.replace(/ (\S+)$/, " more $1");

const written: ReadonlySet<Short["unit"]> = new Set(["words", "characters", "sentences"]);

function slot({ label, empty, text, items, short: all, findings }: SlotStep, and: (all: readonly string[]) => string): string {
  const [first] = all;
  const what = `“${label}”`;
  if (text !== "no" && empty && all.every(({ unit }) => written.has(unit))) {
    const counts = all.map(({ count, open, fewer }) => `${open ? (fewer ? "at most " : "at least ") : ""}${count}`);
    return `${text === "only" ? "Write" : "Write or attach"} ${what}${counts.length > 0 ? `: ${and(counts)}` : ""}`;
  }
  if (text === "only" && first && all.length === 1 && written.has(first.unit) && !first.fewer && first.gap !== null && findings.length === 0) {
    return `Write ${first.open ? "at least " : ""}${more(first.gap)} in ${what}`;
  }
  const deeds = all.map((one) => short(one, label, empty));
  if (empty && deeds.length === 0) return items === null ? `Attach ${what}` : `Attach ${items} to ${what}`;
  if (findings.length > 0) return capital([...deeds, `mend ${what}: ${findings.join(" ")}`].join("; "));
  return deeds.length > 0 ? capital(and(deeds)) : `Complete ${what}`;
}

/** The words of explanations and steps in English. */
export function tellingEn(grammar: Grammar, texts: Clause): Telling {
  const and = (all: readonly string[]) => grammar.and(all);
  return {
    evidence: "evidence",
    noScore: "no score",
    comment: (label) => `${label} has the comment it needs`,
    rule: (node, phrase) => rule(node, phrase, texts),
    reopen: "Open the assessment again",
    row({ label, to, rated, down, comment, shown }) {
      const what = `“${label}”`;
      const deed = typeof to === "boolean" ? `see that ${what} is ${to ? "met" : "not met"}` : rated ? `${down ? "bring" : "raise"} ${what} ${down ? "down " : ""}to ${to}` : `rate ${what} ${to}`;
      const all = to === null ? [] : [deed];
      if (comment) all.push(all.length > 0 ? "give the comment" : `comment on ${what}`);
      if (shown) all.push(all.length > 0 ? "name it in a piece of evidence" : `name ${what} in a piece of evidence`);
      return capital(all.join(" and "));
    },
    ask: (label, answer) => `Answer “${label}”${answer === null ? "" : ` with ${answer}`}`,
    slot: (data) => slot(data, and),
    steps({ state, shortest, reopen, changes, proven }) {
      const count = `${grammar.number(changes)} ${grammar.one(changes) ? "change" : "changes"}`;
      const after = reopen ? "The assessment is closed. Once it is open again: " : "";
      const said = {
        reached: "this is reached already",
        ways: shortest ? `this is the shortest way, with ${count}` : `this is a way, with ${count}; there may be a shorter one`,
        "no way": proven ? "there is no way; this is why" : "there is no way: every combination of what can still be rated, answered or attached was tried",
        unknown: "no way was found, and none is ruled out",
      }[state];
      return after === "" ? capital(said) : after + said;
    },
    block({ text, never, can }) {
      if (never) return `This rules it out, whatever is still rated, answered or attached: ${text}`;
      const range = can === null ? "" : can.most === can.least ? `: it stays ${can.most}` : `: it can only be from ${can.least} to ${can.most}`;
      return `This fails, whatever is still rated, answered or attached: ${text}${range}`;
    },
  };
}
