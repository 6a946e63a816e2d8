import type { ExplainedValue, Explanation } from "../explanation.js";
import type { Rubric } from "../rubric.js";
import { type Asked, withAssessment } from "./given.js";
import type { Exit, Io } from "./io.js";
import { type Said, saidIn } from "./words.js";

/** Says how a value came about, as a tree. */
export function explain(rubric: Rubric, path: string, name: string, asked: Asked, io: Io): Exit {
  const tree = withAssessment(rubric, path, asked, (assessment) => assessment.explain(name));
  io.out(asked.json ? `${JSON.stringify(tree, null, 2)}\n` : `${lines(tree, 0, saidIn(asked.locale)).join("\n")}\n`);
  return 0;
}

/** A node, and under it what it follows from. */
function lines(node: Explanation, depth: number, said: Said): string[] {
  const line = [node.text || node.label || node.rule, ": ", worth(node.value, said), ...notes(node, said).map((note) => `, ${note}`)].join("");
  return [`${"  ".repeat(depth)}${line}`, ...passed(node, said).flatMap((input) => lines(input, depth + 1, said))];
}

/** What is told under a node. One that says the same as the one around it is passed over: a need and its one condition. */
function passed(node: Explanation, said: Said): readonly Explanation[] {
  const [only, ...more] = node.inputs;
  const same = only !== undefined && more.length === 0 && only.text === node.text && worth(only.value, said) === worth(node.value, said);
  // A number that the rule wrote out says nothing new.
  return same ? passed(only, said) : node.inputs.filter(({ rule }) => rule !== "constant");
}

function worth(value: ExplainedValue, said: Said): string {
  switch (value.kind) {
    case "number":
      if (value.state === "known") return value.text;
      return value.state === "undefined" || !value.lowest.text ? said.noValue : said.between(value.lowest.text, value.highest.text);
    case "level":
      if (value.state === "known") return value.label || value.level || "";
      return value.state === "undefined" ? said.noValue : `${said.open} (${value.possible.join(", ")})`;
    case "truth":
      if (value.state === "known") return value.holds ? said.yes : said.no;
      return value.state === "open" ? said.open : said.noValue;
  }
}

/** What is to be said beside a value. */
function notes({ counts, why, weight, adds, rounding, row, overruled, shared, cut }: Explanation, said: Said): string[] {
  const all: string[] = [];
  if (row) {
    if (row.state !== "rated") all.push(said.row(row.state));
    if (row.counted !== null) all.push(said.countedAs(row.counted));
    if (row.code !== null) all.push(said.byCode(row.code));
  }
  if (counts === "no" && why !== row?.state) all.push(said.doesNotCount(why));
  if (weight && weight.exact !== "1") all.push(said.weight(weight.text));
  if (adds && counts !== "no" && adds.above.state === "known") all.push(said.adds(adds.above.exact ?? "?", adds.below.exact === "1" ? null : (adds.below.exact ?? "?")));
  if (rounding) all.push(said.rounded(rounding.step.text, rounding.direction));
  if (overruled) all.push(said.setTo(overruled.to, overruled.by, overruled.reason));
  if (shared) all.push(said.toldAbove);
  if (cut) all.push(said.leftOut);
  return all;
}
