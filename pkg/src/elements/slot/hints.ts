import { load } from "../../index.js";
import type { Assessment } from "../../assessment.js";
import type { FindingData } from "../../texts/texts.js";
import type { Facts } from "../../types.js";

/**
 * A rubric of nothing but a slot: the engine counts a text with it, and says where
 * personal information seems to stand, also where the author's rubric does not ask.
 * So there is one rule for words and one for what is personal.
 */
const SOURCE =
  'rubric hints { evidence text "Text" { accepts any file; avoids personal information advice } check done; score words = words of text; score characters = characters of text; score all = done }';

export interface Counted {
  readonly words: bigint;
  readonly characters: bigint;
}
export type Spots = Pick<FindingData, "places" | "more">;

let scratch: Assessment | null = null;
let loading: Promise<void> | null = null;
const seen = new WeakMap<Facts, Spots>();

/** Makes it ready; the engine is loaded already where there is an assessment. */
export function readyHints(): Promise<void> {
  return (loading ??= load().then((rubricate) => {
    scratch = rubricate.compile(SOURCE).start({ locale: "en" });
  }));
}

/** How many words and characters the engine counts in a text; nothing before it is ready. */
export function countedIn(text: string): Counted | null {
  if (text.trim() === "") return { words: 0n, characters: 0n };
  if (!scratch) return null;
  scratch.write("text", text);
  const { words, characters } = scratch.outcome.scores;
  const whole = (exact: string | null | undefined) => BigInt(exact ?? "0");
  return { words: whole(words?.exact), characters: whole(characters?.exact) };
}

/** Where the text of a piece seems to hold personal information. */
export function personalIn(facts: Facts): Spots {
  const known = seen.get(facts);
  if (known) return known;
  if (!scratch || facts.text === undefined || facts.text.trim() === "") return {};
  scratch.write("text", facts.text);
  const { places = [], more = false } = scratch.outcome.evidence.slots["text"]?.findings.find(({ key }) => key === "personal")?.data ?? {};
  const found = { places, more };
  seen.set(facts, found);
  return found;
}
