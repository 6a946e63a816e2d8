import type { Source } from "./outcome.js";
import { treeOf } from "./reasons.js";
import { slotStep } from "./slot-steps.js";
import type { StepAmount, StepBlock, StepChange, Steps, StepWay } from "./steps.js";
import { comparisonOf } from "./texts/clauses.js";
import { boundsOf, listOf, numOf, ratingTold } from "./told.js";
import type { OutlineInput } from "./types.js";

const STATES = ["reached", "ways", "no way", "unknown"] as const;
const COUNTED = ["words", "pages", "items", "sentences", "characters", "length", "size"] as const;
const DAY = 86_400_000;

/** What a row or a slot has now. */
export interface Now {
  /** A row's level, or number. */
  rating(row: number): string | null;
  /** How many pieces are in a slot. */
  items(slot: number): number;
}

/** Steps from the engine's lines. */
export function stepsOf(source: Source, text: string, ladder: number, rung: number, now: Now): Steps {
  const [head = "", ...lines] = text.split("\n").map((line) => line.split("\t"));
  const reopen = head[2] === "1";
  const ways: { levels: number; changes: StepChange[] }[] = [];
  const proof: StepBlock[] = [];
  for (const [kind = "", ...rest] of lines) {
    if (kind === "w") ways.push({ levels: Number(rest[0]), changes: reopen ? [reopened(source)] : [] });
    else if (kind === "b") proof.push(blockOf(source, rest, ladder, rung));
    else ways.at(-1)?.changes.push(changeOf(source, kind, rest, now));
  }
  return Object.freeze({
    state: STATES[Number(head[0])] ?? "unknown",
    shortest: head[1] === "1",
    reopen,
    sentence: source.voice.texts.telling.steps({ state: STATES[Number(head[0])] ?? "unknown", shortest: head[1] === "1", reopen, changes: ways[0]?.changes.length ?? 0, proven: proof.length > 0 }),
    ways: Object.freeze(ways.map(({ levels, changes }): StepWay => Object.freeze({ changes: Object.freeze(changes), levels }))),
    proof: Object.freeze(proof),
  });
}

const NOTHING = { from: null, to: null, toLabel: "", levels: 0, comment: false, shown: false, amounts: Object.freeze([]) } as const;

function reopened({ voice }: Source): StepChange {
  return Object.freeze({ ...NOTHING, kind: "reopen", name: "", label: "", sentence: voice.texts.telling.reopen });
}

function changeOf(source: Source, kind: string, [index = "0", rated = "", reply = "", comment, shown, levels, any, facts = ""]: readonly string[], now: Now): StepChange {
  const { outline, voice } = source;
  const { telling } = voice.texts;
  const place = Number(index);
  if (kind === "r") {
    const row = outline.rows[place];
    const [to, from] = [row ? ratingTold(voice, row, rated) : null, now.rating(place)];
    const change = { ...NOTHING, kind: "row", name: row?.name ?? "", label: row?.label ?? "", from, to: to?.to ?? null, toLabel: to?.label ?? "", levels: Number(levels), comment: comment === "1", shown: shown === "1" } as const;
    const { toLabel } = change;
    const label = row ? source.clauses.names.row(place, voice.texts.within) : "";
    const goal = to === null ? null : typeof to.to === "boolean" ? to.to : toLabel.split(" ").length > 2 ? voice.texts.quoted(toLabel) : toLabel;
    return Object.freeze({ ...change, sentence: telling.row({ label, to: goal, rated: from !== null, down: row?.kind === "number" && row.lower, comment: change.comment, shown: change.shown }) });
  }
  if (kind === "a") {
    const ask = outline.asks[place];
    const to = ask ? replyTold(source, ask, reply) : null;
    const label = ask?.label ?? "";
    return Object.freeze({ ...NOTHING, kind: "ask", name: ask?.name ?? "", label, to: to?.to ?? null, toLabel: to?.label ?? "", sentence: telling.ask(label, any === "1" ? null : (to?.label ?? "")) });
  }
  const slot = outline.evidence[place];
  const amounts = Object.freeze(listOf(facts).map(amountOf));
  return Object.freeze({ ...NOTHING, kind: "evidence", name: slot?.name ?? "", label: slot?.label ?? "", amounts, sentence: slot ? telling.slot(slotStep(source, slot, place, amounts, now.items(place))) : "" });
}

function amountOf(text: string): StepAmount {
  const [fact = "0", count = "0", now = "", open] = text.split(":");
  return Object.freeze({ what: COUNTED[Number(fact)] ?? "words", count, now: now === "" ? null : now, open: open === "1" });
}

function replyTold({ voice, numbers }: Source, ask: OutlineInput, text: string): { readonly to: string | boolean; readonly label: string } | null {
  const rest = text.slice(1);
  if (text[0] === "y") return { to: rest === "1", label: voice.texts.state[rest === "1" ? "yes" : "no"] };
  if (text[0] === "c") {
    const choice = ask.choices[Number(rest)];
    return choice ? { to: choice.name, label: choice.label } : null;
  }
  if (text[0] !== "n") return null;
  if (ask.kind !== "date") return { to: rest, label: numOf(numbers, rest, ask.percent).text };
  const day = new Date(Number(rest) * DAY).toISOString().slice(0, 10);
  return { to: day, label: voice.day(day) };
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
    sentence: source.voice.texts.telling.block({ text, never: never === "1", can }),
  });
}
