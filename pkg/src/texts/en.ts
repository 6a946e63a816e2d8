import { CHANGED_EN } from "./changed-en.js";
import { findings, subject } from "./findings-en.js";
import { plainText } from "./plain.js";
import { tellingEn } from "./telling-en.js";
import type {
  CountUnit, FactWord, GatherWord, Grammar, KindWord, Mood, Op, Quantified, QuantityWord, SetData, TestData, Texts,
} from "./texts.js";

const KINDS: Readonly<Record<KindWord, readonly [one: string, many: string]>> = {
  criteria: ["criterion", "criteria"], checks: ["check", "checks"], numbers: ["number", "numbers"], rows: ["row", "rows"], parts: ["part", "parts"],
};
const GATHERED: Readonly<Record<GatherWord, string>> = {
  sum: "the sum of", mean: "the mean of", median: "the median of", lowest: "the lowest of", highest: "the highest of", weighted_mean: "the weighted mean of",
  weighted_sum: "the weighted sum of", percent: "the percentage for", weighted_percent: "the weighted percentage for", count: "the number of",
};
const FACTS: Readonly<Record<FactWord, string>> = {
  words: "the number of words in", pages: "the number of pages of", items: "the number of items in", sentences: "the number of sentences in",
  characters: "the number of characters in", seconds: "the length of", bytes: "the size of",
};
const UNITS: Readonly<Record<CountUnit | "days" | "months", readonly [one: string, many: string]>> = {
  pages: ["page", "pages"], words: ["word", "words"], characters: ["character", "characters"], items: ["item", "items"], people: ["person", "people"],
  pixels: ["pixel", "pixels"], bytes: ["byte", "bytes"], sentences: ["sentence", "sentences"], days: ["day", "days"], months: ["month", "months"],
};
const ROLES: Readonly<Record<string, string>> = {
  self: "the person herself or himself", peer: "peers", reviewer: "reviewers", instructor: "instructors", judge: "judges",
};
const OPS: Readonly<Record<Op, string>> = { ge: "at least ", gt: "above ", le: "at most ", lt: "below ", eq: "", ne: "not " };
const DAYS: Readonly<Record<Op, string>> = { ge: "on or after ", gt: "after ", le: "on or before ", lt: "before ", eq: "", ne: "not " };

const quote = (text: string) => `“${plainText(text)}”`;

/** Tests with `have` rather than `be`. */
function has(test: TestData): boolean {
  if (test.kind === "not") return has(test.test);
  if (test.kind === "if") return has(test.other);
  return test.kind === "comment" || test.kind === "score";
}

/** Whether all cases compare with a level, in the same way. */
function alike({ cases, other }: Extract<TestData, { kind: "if" }>): boolean {
  const ops = new Set([...cases.map(({ then }) => then), other].map((one) => (one.kind === "level" && !one.choice ? one.op : null)));
  return ops.size === 1 && !ops.has(null);
}

/** What stands behind the verb: `at least Proficient`, `a comment`. */
function behind(test: TestData): string {
  switch (test.kind) {
    case "level":
      return OPS[test.op] + (test.choice ? quote(test.level) : test.level);
    case "points":
      return OPS[test.op] + test.value;
    case "met":
    case "answered":
      return test.kind;
    case "shown":
      return "shown by evidence";
    case "left_out":
      return "left out";
    case "comment":
    case "score":
      return `a ${test.kind}`;
    case "not":
      return `not ${behind(test.test)}`;
    case "if": {
      // `at least` is said once where all say it.
      const brief = (one: TestData, index = 1) => (index > 0 && alike(test) && one.kind === "level" ? one.level : behind(one));
      return `${test.cases.map(({ when, then }, index) => `${brief(then, index)} if ${when}`).join(", ")}, otherwise ${brief(test.other)}`;
    }
  }
}

/** A test without its `not`, and whether there was one. */
function parted(test: TestData): readonly [not: boolean, test: TestData] {
  if (test.kind === "not") return [true, test.test];
  if ((test.kind === "level" || test.kind === "points") && test.op === "ne") return [true, { ...test, op: "eq" }];
  return [false, test];
}

/** `must be at least Proficient`, `are met`, `does not have a comment`. */
function verb(test: TestData, mood: Mood, many: boolean, may = false): string {
  const [not, positive] = parted(test);
  const what = behind(positive);
  if (mood === "must") {
    const be = has(positive) ? "have" : "be";
    // `may be not met`: that there is leave for it, not that there is none.
    return may ? `may ${be} ${not ? "not " : ""}${what}` : `must ${not ? "not " : ""}${be} ${what}`;
  }
  if (!has(positive)) return `${many ? "are" : "is"} ${not ? "not " : ""}${what}`;
  return not ? `${many ? "do" : "does"} not have ${what}` : `${many ? "have" : "has"} ${what}`;
}

/** Whether a higher rating may bring it about. */
function upward(test: TestData): boolean {
  if (test.kind === "level" || test.kind === "points") return test.op === "ge" || test.op === "gt" || test.op === "eq";
  if (test.kind === "if") return upward(test.other);
  return test.kind !== "not" && test.kind !== "left_out";
}

/** The catalogue of English. */
export function en(grammar: Grammar): Texts {
  const [and, or, number] = [(all: readonly string[]) => grammar.and(all), (all: readonly string[]) => grammar.or(all), (count: number) => grammar.number(count)];
  const tags = (all: readonly string[]) => or(all.map(quote));

  function rest(set: SetData, many: boolean): string {
    const said = [
      set.within.length > 0 && set.kind !== null ? ` in ${and(set.within)}` : "",
      ...set.tagged.map((all) => ` tagged ${tags(all)}`),
      ...set.untagged.map((all) => ` not tagged ${tags(all)}`),
      ...set.that.map((test) => ` that ${verb(test, "holds", many)}`),
      set.without.length > 0 ? ` other than ${and(set.without)}` : "",
    ];
    return said.join("");
  }

  /** The members as several: `criteria in Lesson`. */
  function several(set: SetData): string {
    if (set.pick) return `the ${set.pick.best ? "best" : "newest"} ${set.pick.count} of ${them(set.pick.of)}${rest(set, true)}`;
    const head = set.kind !== null ? KINDS[set.kind][1] : set.run ? `${set.names[0] ?? ""} to ${set.names.at(-1) ?? ""}` : and(set.names);
    return head + rest(set, true);
  }

  /** The same as a whole: `the criteria in Lesson`. */
  function them(set: SetData): string {
    return set.kind !== null && !set.pick ? `the ${several(set)}` : several(set);
  }

  function each(word: string, set: SetData): string {
    if (set.kind !== null && !set.pick) return `${word} ${KINDS[set.kind][0]}${rest(set, false)}`;
    return `${word === "every" ? "each" : word === "no" ? "none" : word} of ${several(set)}`;
  }

  function quantified(data: Quantified): string {
    // Every one is not: none is.
    const none = data.quantity === "every" && data.test.kind === "not" && !data.set.single;
    return plainly(none && data.test.kind === "not" ? { ...data, quantity: "no", test: data.test.test } : data);
  }

  function plainly({ quantity, amount, share, one, set, test, mood }: Quantified): string {
    const counted = set.kind !== null && !set.pick && !share;
    const few = counted ? (one ? KINDS[set.kind][0] + rest(set, false) : several(set)) : `of ${them(set)}`;
    switch (quantity) {
      case "every":
        return set.single ? `${several(set)} ${verb(test, mood, false)}` : `${each("every", set)} ${verb(test, mood, false)}`;
      case "any":
        return `${mood === "must" ? each("at least one", set) : each("any", set)} ${verb(test, mood, false)}`;
      case "no":
        return set.single ? `${several(set)} ${verb({ kind: "not", test }, mood, false)}` : `${each("no", set)} ${verb(test, mood, false, true)}`;
      case "most":
        return `most ${counted ? several(set) : `of ${several(set)}`} ${verb(test, mood, true)}`;
      case "half":
        return `at least half of ${them(set)} ${verb(test, mood, true)}`;
      case "at_least":
        return `at least ${amount} ${few} ${verb(test, mood, !one)}`;
      case "at_most":
        return `at most ${amount} ${few} ${verb(test, mood, !one, true)}`;
      case "exactly":
        return `exactly ${amount} ${few} ${verb(test, mood, !one)}`;
    }
  }

  const be = (mood: Mood, not = false) => (mood === "must" ? `must${not ? " not" : ""} be` : `is${not ? " not" : ""}`);
  const rows = (all: readonly { readonly label: string; readonly level: string }[], count: number) =>
    and([...all.map((row) => `${row.label} (${row.level})`), ...more(count - all.length)]);
  const more = (count: number) => (count > 0 ? [`${number(count)} more`] : []);
  const some = (count: number, word: string) => `${number(count)}${word}`;

  const texts: Omit<Texts, "telling"> = {
    quantified,
    is: ({ subject, test, mood }) => `${subject} ${verb(test, mood, false)}`,
    compare: ({ left, op, unit, right, mood }) => `${left} ${be(mood)} ${(unit === "day" ? DAYS : OPS)[op]}${right}`,
    complete: ({ slot, not, mood }) => `${slot ?? "all evidence"} ${be(mood, not)} complete`,
    hasScore: ({ subject, not, mood }) => `${subject} ${mood === "must" ? (not ? "must not have" : "must have") : not ? "does not have" : "has"} a score`,
    ask: ({ label, yes, mood }) => `the answer to ${quote(label)} ${be(mood)} ${yes ? "yes" : "no"}`,
    rung: ({ label, mood }) => (mood === "must" ? `${quote(label)} has to be earned first` : `${quote(label)} is earned`),
    never: (clause) => `nothing is awarded when ${clause}`,
    not: (clause, mood) => (mood === "must" ? `this must not hold (${clause})` : `it does not hold that ${clause}`),
    by: (clause, role) => `${clause}, as rated by ${ROLES[role] ?? role}`,
    always: (value) => (value ? "this always holds" : "this never holds"),
    when: ({ when, then, other }) => `if ${when}, ${then}; otherwise ${other}`,
    since: ({ when, then }) => `since ${when}, ${then}`,
    joined({ how, amount, clauses }) {
      if (how === "and" || how === "or") return clauses.join(how === "and" ? ", and " : ", or ");
      return `${manyOf(how, amount)}: ${clauses.join("; ")}`;
    },
    needed({ how, amount, one }) {
      switch (how) {
        case "and":
        case "every":
          return "all of this is needed";
        case "or":
        case "any":
          return "one of these is needed";
        case "no":
          return "none of these may hold";
        case "most":
        case "half":
          return `${how === "most" ? "most" : "at least half"} of these are needed`;
        case "at_least":
          return `at least ${amount} of these ${one ? "is" : "are"} needed`;
        case "at_most":
          return `at most ${amount} of these may hold`;
        case "exactly":
          return `exactly ${amount} of these must hold`;
      }
    },
    choices: (all, how) => all.join(how === "or" || how === "any" ? "; or " : "; "),
    answerTo: (label) => `the answer to ${quote(label)}`,
    either: ({ cases, other }) => `${cases.map(({ when, then }) => `${then} if ${when}`).join(", ")}, otherwise ${other}`,
    together: (common, all) => `${common} (${and(all)})`,
    atBest: (level) => `at best ${level}`,
    within: (part, row) => `${part}: ${row}`,
    quoted: quote,

    gather: ({ what, set }) => `${GATHERED[what]} ${what === "count" ? several(set) : them(set)}`,
    fact: ({ what, slot }) => `${FACTS[what]} ${slot}`,
    mostPoints: (row) => `the most points of ${row}`,
    today: "today",
    valued: (name, value) => `${name} (${value})`,
    outOf: (value, most) => `${value} out of ${most}`,
    points: (count, one) => `${count} ${one ? "point" : "points"}`,
    day: (text) => text,
    unit: (unit, count, one) => `${count} ${UNITS[unit][one ? 0 : 1]}`,

    counted({ quantity, test, have, all, more: lacking, rows: told, count, open }) {
      const named = rows(told, count);
      const verbs = (many: number) => (has(test) ? (many === 1 ? "does" : "do") : many === 1 ? "is" : "are");
      if (quantity === "every") {
        if (all === 1) return named;
        return `${number(count)} of ${number(all)} ${verbs(count)} not${upward(test) ? " yet" : ""}: ${named}`;
      }
      if (quantity === "no" || quantity === "at_most") {
        if (!open) return `${number(have)} ${verbs(have)}: ${named}`;
        return `${have > 0 ? `${number(have)} ${verbs(have)}, and ` : ""}${number(count)} ${count === 1 ? "is" : "are"} still open: ${named}`;
      }
      const stands = have === 0 ? (upward(test) ? "none is yet" : "none is") : `${number(have)} ${verbs(have)}`;
      const is = have === 0 && has(test) ? "none does yet" : stands;
      if (lacking === null) return `${have === 0 ? is : `${number(have)} of ${number(all)} ${verbs(have)}`}${named === "" ? "" : `: ${named}`}`;
      if (lacking < 0) return `${is}, ${some(-lacking, " too many")}: ${named}`;
      const needs = lacking === 0 ? is : `${is}, ${some(lacking, have === 0 ? "" : " more")} ${lacking === 1 ? "is" : "are"} needed`;
      if (named === "") return needs;
      // The nearest that are named, of those that are still open all.
      if (open) return `${needs}; ${number(count)} ${count === 1 ? "is" : "are"} still open: ${named}`;
      return `${needs}; ${count === 1 ? "nearest is" : "nearest are"} ${named}`;
    },
    compared({ op, lowest, highest, known, endless, bottomless, empty, never, gap }) {
      if (empty) return "it has no value yet";
      const up = op === "ge" || op === "gt";
      const behind_ = gap === "" ? "" : `, ${gap} ${up ? "short" : "over"}`;
      if (known) return `it is ${lowest}${behind_}`;
      if (never && up) return `it can reach ${highest} at most${behind_}`;
      if (never && (op === "le" || op === "lt")) return `it is at least ${lowest} already${behind_}`;
      if (up && !endless) return `it can still reach ${highest}`;
      if (endless && bottomless) return "it is still open";
      if (endless) return `it is at least ${lowest} so far`;
      if (bottomless) return `it is at most ${highest} so far`;
      return `it is between ${lowest} and ${highest} so far`;
    },
    rated({ level, best, open }) {
      if (level === null) return best !== null ? `it is still open, at best ${best}` : open ? "it is still open" : "it is not rated yet";
      return `it is ${level}`;
    },
    answered({ asks, alone }) {
      const said = asks.map(({ label, answer, choice }) => {
        const subject = alone ? "it" : label.endsWith("?") ? quote(label) : label;
        return answer === null ? `${subject} is not answered yet` : `${subject} is ${choice ? quote(answer) : answer}`;
      });
      return and(said);
    },
    incomplete: ({ slots, alone }) => (alone ? "it is not yet" : `${and(slots)} ${slots.length === 1 ? "is" : "are"} not yet`),
    caveat({ look, unchecked }) {
      const said = [
        ...(look.length > 0 ? [`somebody still has to look at ${and(look)}`] : []),
        ...(unchecked.length > 0 ? [`${and(unchecked)} could not be checked`] : []),
      ];
      return `, but ${and(said)}`;
    },
    named: rows,
    comments: (all, count) => `${and([...all, ...more(count - all.length)])} still ${count > 1 ? "need" : "needs"} a comment`,
    comment: (row) => `${row} still needs a comment`,
    state: {
      "not rated": "not rated", "still open": "still open", "left out": "left out", "not asked": "not asked", "not scored": "not scored", met: "met",
      "not met": "not met", yes: "yes", no: "no", "not answered": "not answered", incomplete: "not complete", "needs a look": "needs a look",
      unchecked: "not checked", "not so": "not so",
    },
    subject,
    finding: findings({ and, or, number }),
    changed: CHANGED_EN,
  };
  return { ...texts, telling: tellingEn(grammar, texts) };
}

/** How many of some conditions hold. */
function manyOf(how: QuantityWord, amount: string): string {
  switch (how) {
    case "every":
      return "all of these hold";
    case "any":
      return "one of these holds";
    case "no":
      return "none of these holds";
    case "most":
      return "most of these hold";
    case "half":
      return "at least half of these hold";
    default:
      return `${how === "at_least" ? "at least" : how === "at_most" ? "at most" : "exactly"} ${amount} of these hold`;
  }
}
