import { load } from "../../index.js";
import type { Assessment } from "../../assessment.js";
import type { Rubricate } from "../../load.js";
import type { FindingData } from "../../texts/texts.js";
import type { Facts } from "../../types.js";

/**
 * Rubrics of nothing but a slot: the engine counts a text with one, and says with the
 * other where personal information seems to stand, also where the author's rubric does
 * not ask. So there is one rule for words and one for what is personal.
 */
const COUNTING = 'rubric counting { evidence text "Text" { accepts any file } check done; score words = words of text; score characters = characters of text; score all = done }';
const SEEKING = 'rubric seeking { evidence text "Text" { accepts any file; avoids personal information advice } check done; score all = done }';
/** Characters looked through at once, and places that are said. */
const AT_ONCE = 12 * 1024;
const MOST_PLACES = 6;

export interface Counted {
  readonly words: bigint;
  readonly characters: bigint;
}
export type Spot = NonNullable<FindingData["places"]>[number];

let counting: Assessment | null = null;
let seeking: Assessment | null = null;
let loading: Promise<void> | null = null;
/** What was found in a text; a promise while it is looked through. */
const seen = new WeakMap<Facts, readonly Spot[] | Promise<void>>();

/** Makes it ready; the engine is loaded already where there is an assessment. */
export function readyHints(start: () => Promise<Rubricate> = () => load()): Promise<void> {
  return (loading ??= start().then((rubricate) => {
    counting = rubricate.compile(COUNTING).start({ locale: "en" });
    seeking = rubricate.compile(SEEKING).start({ locale: "en" });
  }));
}

/** How many words and characters the engine counts in a text; nothing before it is ready. */
export function countedIn(text: string): Counted | null {
  if (text.trim() === "") return { words: 0n, characters: 0n };
  if (!counting) return null;
  counting.write("text", text);
  const { words, characters } = counting.outcome.scores;
  const whole = (exact: string | null | undefined) => BigInt(exact ?? "0");
  return { words: whole(words?.exact), characters: whole(characters?.exact) };
}

/** Where the text of a piece seems to hold personal information. A long one is looked through bit by bit: `then` is called when that is done. */
export function personalIn(facts: Facts, then: () => void): readonly Spot[] {
  const known = seen.get(facts);
  if (known) return known instanceof Promise ? [] : known;
  const { text = "" } = facts;
  if (!seeking || text.trim() === "") return [];
  if (text.length <= AT_ONCE) {
    const found = spotsIn(text, 0);
    seen.set(facts, found);
    return found;
  }
  seen.set(facts, throughout(text).then((found) => {
    seen.set(facts, found);
    if (found.length > 0) then();
  }));
  return [];
}

async function throughout(text: string): Promise<readonly Spot[]> {
  const found: Spot[] = [];
  let lines = 0;
  for (let from = 0; from < text.length && found.length < MOST_PLACES; ) {
    await new Promise((resolve) => setTimeout(resolve));
    // Up to the end of a line, where there is one.
    const end = Math.min(text.length, from + AT_ONCE);
    const cut = end < text.length ? text.lastIndexOf("\n", end) + 1 : end;
    const piece = text.slice(from, cut > from ? cut : end);
    found.push(...spotsIn(piece, lines));
    lines += piece.split("\n").length - 1;
    from += piece.length;
  }
  return found;
}

function spotsIn(text: string, lines: number): Spot[] {
  if (!seeking || text.trim() === "") return [];
  seeking.write("text", text);
  const { places = [] } = seeking.outcome.evidence.slots["text"]?.findings.find(({ key }) => key === "personal")?.data ?? {};
  return places.map((place) => ({ ...place, line: place.line + lines }));
}
