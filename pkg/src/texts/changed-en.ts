import { type Changed, type ChangeData, named, type Piece, type RangeText, type RefusalData, type TakesData, type Worth } from "./changed.js";

const NOUNS: Readonly<Record<Extract<RefusalData, { given: string; names: unknown }>["kind"], string>> = {
  "no row": "row", "no question": "question", "no setting": "setting", "no slot": "evidence slot", "no code": "code", "no award": "result or award", "no rung": "rung",
};

function piece(what: Piece): string {
  if ("translation" in what) return `the translation "${what.translation}"`;
  if ("name" in what) return `\`${what.name}\``;
  return what.part === "head" ? "the head of the rubric" : `\`${what.word}\``;
}

function marks({ points, to, step, marks: listed }: Worth): string {
  if (listed) return listed.join(", ");
  return to === undefined ? points : `${points} to ${to}${step === undefined ? "" : ` in steps of ${step}`}`;
}

const ends = ({ from, to }: RangeText) => `${from} to ${to ?? "any number"}`;

function change(data: ChangeData): string {
  switch (data.kind) {
    case "rubric": return `this is another rubric: \`${data.is}\`, not \`${data.was}\``;
    case "order": return "the same things are declared in another order";
    case "gone": return `${piece(data.what)} is not there any more`;
    case "new": return `${piece(data.what)} is new`;
    case "rules": return `${piece(data.what)} counts by other rules than before`;
    case "words": return `${piece(data.what)} is worded differently`;
    case "code on": return `\`${data.name}\` is given on ${data.thisRow ? "one row" : "the whole"} now, and was on ${data.thisRow ? "the whole" : "one row"}`;
    case "code reach": return `\`${data.name}\` does not reach \`${data.row}\` any more`;
    case "rungs": return `\`${data.name}\` goes by ${data.is.join(", ")} now, and went by ${data.was.join(", ")}`;
    case "row kind": return `\`${data.name}\` is a ${data.is} now, and was a ${data.was}`;
    case "worked out": return data.is ? `\`${data.name}\` is worked out now, and was rated by hand` : `\`${data.name}\` is rated by hand now, and was worked out`;
    case "worth": return `${data.level === null ? "" : `\`${data.level}\` of `}\`${data.name}\` is worth ${marks(data.is)} now, and was worth ${marks(data.was)}`;
    case "range": return `\`${data.name}\` goes from ${ends(data.is)} now, and went from ${ends(data.was)}`;
    case "takes less": return `\`${data.name}\` does not take every number that it took`;
    case "lower": return `${data.is ? "fewer" : "more"} is better for \`${data.name}\` now`;
    case "leave out": return data.withReason ? `\`${data.name}\` may be left out with a reason only` : `\`${data.name}\` may not be left out any more`;
    case "no comment": return `\`${data.name}\` takes no comment any more`;
    case "levels gone": return `\`${data.name}\` has no level ${named(data.levels)} any more`;
    case "levels new": return `\`${data.name}\` has the new level ${named(data.levels)}: the others stand in another row of levels`;
    case "levels order": return `the levels of \`${data.name}\` stand in another order: ${data.levels.join(", ")}`;
    case "reply kind": return `\`${data.name}\` takes another kind of reply: ${data.is}, not ${data.was}`;
    case "choices gone": return `\`${data.name}\` has no choice ${named(data.choices)} any more`;
    case "choices new": return `\`${data.name}\` has the new choice ${named(data.choices)}`;
    case "in force": return `\`${data.name}\` counts as ${data.is ?? "nothing"} now, and counted as ${data.was ?? "nothing"}`;
  }
}

function takes(data: TakesData): string {
  switch (data.kind) {
    case "truth": return "true or false";
    case "day": return "a day such as 2025-08-01";
    case "one of": return `one of ${data.all.join(", ")}`;
    case "range": return `a number from ${data.from}${data.to === null ? "" : ` to ${data.to}`}${data.step === null ? "" : ` in steps of ${data.step}`}`;
  }
}

/** The first few names there are, behind a message. */
const listed = (names: readonly string[], more: boolean) => (names.length === 0 ? "" : `; there is ${names.join(", ")}${more ? ", ..." : ""}`);

function refusal(data: RefusalData): string {
  switch (data.kind) {
    case "takes": return `\`${data.name}\` takes ${takes(data.takes)}, not ${data.given}`;
    case "too long": return `${data.given ?? "this code"} would make the numbers too long to be exact`;
    case "worked out": return `\`${data.name}\` is worked out by the rubric, not rated by hand`;
    case "never left out": return `\`${data.name}\` may not be left out`;
    case "left out with a reason": return `\`${data.name}\` may be left out with a reason only; say why`;
    case "no comment": return `\`${data.name}\` takes no comment`;
    case "no overruling": return `the rubric does not allow \`${data.name}\` to be overruled`;
    case "overruled with a reason": return `\`${data.name}\` may be overruled with a reason only; say why`;
    case "bands": return `with ${data.given} for \`${data.name}\` the bands of a result are out of order: a lower one would need as much as the one above it`;
    case "no row": return `there is no row ${data.given} in this rubric; its rows are ${data.names.join(", ")}${data.more ? ", ..." : ""}`;
    case "no rung": return `\`${data.of ?? ""}\` has no rung ${data.given}${listed(data.names, data.more)}`;
    case "no question": case "no setting": case "no slot": case "no code": case "no award":
      return `there is no ${NOUNS[data.kind]} ${data.given} in this rubric${listed(data.names, data.more)}`;
    case "no reach": return `\`${data.name}\` does not reach \`${data.row}\``;
    case "code on the whole": return `\`${data.name}\` is given on the whole, not on one row`;
    case "code on a row": return `\`${data.name}\` is given on one row: say which`;
    case "another rubric": return `this is an assessment of the rubric \`${data.was}\`, not of \`${data.is}\``;
  }
}

/** The words of versions that differ, and of what is refused, in English. */
export const CHANGED_EN: Changed = { change, refusal };
