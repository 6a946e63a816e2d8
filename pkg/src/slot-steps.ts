// What is to be done about one slot of evidence, from what is to be in it, what
// is there, and what the precheck says of that.
import type { Source } from "./outcome.js";
import { findingOf } from "./precheck.js";
import type { StepAmount } from "./steps.js";
import { compare, type Exact, exactOf, minus } from "./texts/exact.js";
import { FACT_WORDS, type Short, type SlotStep } from "./texts/telling.js";
import type { Voice } from "./texts/voice.js";
import type { FindingOut, OutlineEvidence } from "./types.js";

/** What rules of a slot measure, and facts that rules of the rubric count. */
const UNITS: Readonly<Record<string, Short["unit"]>> = { ...FACT_WORDS, length: "seconds", size: "bytes" };
const WRITTEN: readonly string[] = ["text", "markdown"];

/** Everything that is to be done about a slot. */
export function slotStep(source: Source, slot: OutlineEvidence, place: number, amounts: readonly StepAmount[], items: number): SlotStep {
  const { voice } = source;
  const accepts = slot.rules.filter(({ kind, soft }) => kind === "accepts" && !soft);
  const only = accepts.length > 0 && accepts.every(({ values, extensions }) => extensions.length === 0 && values.every((value) => WRITTEN.includes(value)));
  const text = only ? "only" : accepts.length > 0 && accepts.every(({ values }) => values.includes("text")) ? "too" : "no";
  const short = amounts.map(({ what, count, now, open }) => shortOf(voice, UNITS[what] ?? "words", exactOf(count), now === null || items === 0 ? null : exactOf(now), open));
  const asked = new Set(short.map(({ unit }) => unit));
  const findings: string[] = [];
  if (items === 0 && text !== "no") {
    const words = slot.rules.find(({ kind, soft, from }) => kind === "words" && !soft && from !== null);
    if (words && !asked.has("words")) short.push(shortOf(voice, "words", exactOf(words.from ?? "0"), null, true));
  }
  for (const out of items === 0 ? [] : source.findings()) {
    if (out.slot !== place || out.soft || out.holds !== "no") continue;
    const found = measured(voice, slot, out);
    if (found === null) findings.push(findingOf(source, out).sentence);
    else if (!asked.has(found.unit)) short.push(found);
  }
  const few = exactOf(slot.from ?? "1");
  const several = compare(few, { n: 1n, d: 1n }) > 0 ? voice.count("items", few) : null;
  return { label: slot.label, empty: items === 0, text, items: several, short, findings };
}

/** By how much a measure of one piece, or of all together, misses its range; nothing for other rules. */
function measured(voice: Voice, slot: OutlineEvidence, { rule, item, items, value, from, to }: FindingOut): Short | null {
  const kind = rule === null ? "items" : slot.rules[rule]?.kind;
  const unit = rule === null && item !== null ? undefined : UNITS[kind ?? ""];
  // Of several pieces the sentence says which one it is.
  if (unit === undefined || value === null || (item !== null && items > 1)) return null;
  const now = exactOf(value);
  const end = from !== null && compare(now, exactOf(from)) < 0 ? from : to;
  return end === null ? null : shortOf(voice, unit, exactOf(end), now, true);
}

function shortOf(voice: Voice, unit: Short["unit"], count: Exact, now: Exact | null, open: boolean): Short {
  const say = (value: Exact) => (unit === "seconds" ? voice.length(value, 1) : unit === "bytes" ? voice.size(value, 1) : voice.count(unit, value));
  const fewer = now !== null && compare(now, count) > 0;
  const gap = now === null ? null : fewer ? minus(now, count) : minus(count, now);
  return { unit, count: say(count), gap: gap && say(gap.n % gap.d === 0n ? { n: gap.n / gap.d, d: 1n } : gap), fewer, open };
}
