import type { Source } from "./outcome.js";
import { treeOf } from "./reasons.js";
import type { StepBlock, StepChange, Steps, StepWay } from "./steps.js";
import { comparisonOf } from "./texts/clauses.js";
import { boundsOf, numOf, ratingTold } from "./told.js";
import type { OutlineInput } from "./types.js";
import { WORDS } from "./words.js";

const STATES = ["reached", "ways", "no way", "unknown"] as const;
const DAY = 86_400_000;

/** Steps from the engine's lines; `rating` is what a row has now. */
export function stepsOf(source: Source, text: string, ladder: number, rung: number, rating: (row: number) => string | null): Steps {
  const [head = "", ...lines] = text.split("\n").map((line) => line.split("\t"));
  const ways: { levels: number; changes: StepChange[] }[] = [];
  const proof: StepBlock[] = [];
  for (const [kind = "", ...rest] of lines) {
    if (kind === "w") ways.push({ levels: Number(rest[0]), changes: [] });
    else if (kind === "b") proof.push(blockOf(source, rest, ladder, rung));
    else ways.at(-1)?.changes.push(changeOf(source, kind, rest, rating));
  }
  return Object.freeze({
    state: STATES[Number(head[0])] ?? "unknown",
    shortest: head[1] === "1",
    ways: Object.freeze(ways.map(({ levels, changes }): StepWay => Object.freeze({ changes: Object.freeze(changes), levels }))),
    proof: Object.freeze(proof),
  });
}

function changeOf(source: Source, kind: string, [index = "0", rated = "", reply = "", comment, shown, levels]: readonly string[], rating: (row: number) => string | null): StepChange {
  const { outline } = source;
  const place = Number(index);
  const row = kind === "r" ? outline.rows[place] : undefined;
  const ask = kind === "a" ? outline.asks[place] : undefined;
  const named = row ?? ask ?? outline.evidence[place];
  const to = row ? ratingTold(row, rated) : ask ? replyTold(source, ask, reply) : null;
  const change = {
    kind: row ? ("row" as const) : ask ? ("ask" as const) : ("evidence" as const),
    name: named?.name ?? "",
    label: named?.label ?? "",
    from: row ? rating(place) : null,
    to: to?.to ?? null,
    toLabel: to?.label ?? "",
    levels: Number(levels),
    comment: comment === "1",
    shown: shown === "1",
  };
  return Object.freeze({ ...change, sentence: WORDS.change(change) });
}

function replyTold(source: Source, ask: OutlineInput, text: string): { readonly to: string | boolean; readonly label: string } | null {
  const rest = text.slice(1);
  if (text[0] === "y") return { to: rest === "1", label: rest === "1" ? WORDS.yes : WORDS.no };
  if (text[0] === "c") {
    const choice = ask.choices[Number(rest)];
    return choice ? { to: choice.name, label: choice.label } : null;
  }
  if (text[0] !== "n") return null;
  if (ask.kind !== "date") return { to: rest, label: numOf(source.numbers, rest, ask.percent).text };
  const day = new Date(Number(rest) * DAY).toISOString().slice(0, 10);
  return { to: day, label: day };
}

function blockOf(source: Source, [never, place, ...sides]: readonly string[], ladder: number, rung: number): StepBlock {
  const own = source.layout.needs.filter((need) => need.ladder === ladder && (never === "1" ? need.never : need.rung === rung && !need.never));
  const known = own[Number(place)];
  const tree = known ? treeOf(known) : null;
  const percent = known !== undefined && known.compareAt >= 0 && tree !== null && comparisonOf(tree, false).unit === "percent";
  const have = sides.length >= 6 ? boundsOf(source.numbers, sides.slice(0, 3), percent) : null;
  const need = sides.length >= 6 ? boundsOf(source.numbers, sides.slice(3, 6), percent) : null;
  // A need that is a rung below says so by its label.
  const below = known && known.below >= 0 ? source.ladders[ladder]?.rungs[known.below] : undefined;
  const text = below?.label ?? (tree ? source.clauses.clause(tree, "holds") : "");
  const can = have && have.state !== "undefined" ? { most: have.highest.text, least: have.lowest.text } : null;
  return Object.freeze({
    text,
    message: known?.message ?? null,
    never: never === "1",
    have: have && Object.freeze({ lowest: have.lowest, highest: have.highest }),
    need: need && need.state === "known" ? need.lowest : null,
    sentence: WORDS.block(text, never === "1", can),
  });
}
