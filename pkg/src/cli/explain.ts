import type { ExplainedValue, Explanation } from "../explanation.js";
import type { Rubric } from "../rubric.js";
import { type Asked, withAssessment } from "./given.js";
import type { Exit, Io } from "./io.js";

/** Says how a value came about, as a tree. */
export function explain(rubric: Rubric, path: string, name: string, asked: Asked, io: Io): Exit {
  const tree = withAssessment(rubric, path, asked, (assessment) => assessment.explain(name));
  io.out(asked.json ? `${JSON.stringify(tree, null, 2)}\n` : `${lines(tree, 0).join("\n")}\n`);
  return 0;
}

/** A node, and under it what it follows from. */
function lines(node: Explanation, depth: number): string[] {
  const inner = passed(node);
  const said = [node.text || node.label || node.rule, ": ", worth(node.value), ...notes(node).map((note) => `, ${note}`)].join("");
  return [`${"  ".repeat(depth)}${said}`, ...inner.flatMap((input) => lines(input, depth + 1))];
}

/** What is told under a node. One that says the same as the one around it is passed over: a need and its one condition. */
function passed(node: Explanation): readonly Explanation[] {
  const [only, ...more] = node.inputs;
  const same = only !== undefined && more.length === 0 && only.text === node.text && worth(only.value) === worth(node.value);
  // A number that the rule wrote out says nothing new.
  return same ? passed(only) : node.inputs.filter(({ rule }) => rule !== "constant");
}

function worth(value: ExplainedValue): string {
  switch (value.kind) {
    case "number":
      if (value.state === "known") return value.text;
      return value.state === "undefined" || !value.lowest.text ? "no value" : `between ${value.lowest.text} and ${value.highest.text}`;
    case "level":
      if (value.state === "known") return value.label || value.level || "";
      return value.state === "undefined" ? "no value" : `open (${value.possible.join(", ")})`;
    case "truth":
      return value.state === "known" ? (value.holds ? "yes" : "no") : value.state;
  }
}

/** What is to be said beside a value. */
function notes({ counts, why, weight, adds, rounding, row, overruled, shared, cut }: Explanation): string[] {
  const all: string[] = [];
  if (row) {
    if (row.state !== "rated") all.push(row.state);
    if (row.counted !== null) all.push(`counted as ${row.counted}`);
    if (row.code !== null) all.push(`by the code ${row.code}`);
  }
  if (counts === "no") all.push(why === null ? "does not count" : why === row?.state ? "" : `does not count: ${why}`);
  if (weight && weight.exact !== "1") all.push(`weight ${weight.text}`);
  if (adds && counts !== "no" && adds.above.state === "known") all.push(adds.below.exact === "1" ? `adds ${exact(adds.above.exact)}` : `adds ${exact(adds.above.exact)} of ${exact(adds.below.exact)}`);
  if (rounding) all.push(`to steps of ${rounding.step.text}, ${rounding.direction}`);
  if (overruled) all.push(`set to ${overruled.to} by ${overruled.by}${overruled.reason ? `: ${overruled.reason}` : ""}`);
  if (shared) all.push("told above");
  if (cut) all.push("the rest is left out");
  return all.filter((note) => note !== "");
}

function exact(text: string | null): string {
  return text ?? "?";
}
