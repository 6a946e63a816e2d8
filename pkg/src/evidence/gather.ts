import { MOST_COUNTED, MOST_FOUND, MOST_HEADINGS, MOST_LINE, MOST_TEXT } from "./limits.js";
import { WHY } from "./notes.js";
import { type Run, Unreadable } from "./run.js";

/** Text and headings while a reader finds them. */
export class Gather {
  readonly #pieces: string[] = [];
  readonly #headings: string[] = [];
  #length = 0;
  /** There was more than is counted. */
  full = false;

  add(text: string): void {
    const room = MOST_COUNTED - this.#length;
    if (text.length > room) this.full = true;
    if (room <= 0 || text === "") return;
    this.#pieces.push(text.slice(0, room));
    this.#length += Math.min(room, text.length);
  }

  heading(text: string): void {
    const line = text.replaceAll(/\s+/g, " ").trim();
    if (line !== "" && this.#headings.length < MOST_HEADINGS) this.#headings.push(line.slice(0, MOST_LINE));
  }

  /** Puts it among the facts: as text where it is short enough, else as counts. */
  give(run: Run): void {
    const text = tidy(this.#pieces.join(""));
    if (this.#headings.length > 0) run.facts.headings = this.#headings;
    if (this.full) return run.miss(WHY.tooLong, "text", "words", "characters", "sentences");
    if (text.length <= MOST_TEXT) {
      run.facts.text = text;
      return;
    }
    run.miss(WHY.longText, "text");
    try {
      run.facts.sentences = sentences(text, run);
      run.facts.words = counted(text, "word", run);
      run.facts.characters = counted(text, "grapheme", run);
      run.note("counted");
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      run.miss(error.why, "words", "characters", "sentences");
    }
  }
}

/** Line ends become one kind, and no line is left that is only spaces; lone surrogates would not survive. */
function tidy(text: string): string {
  // Line by line: an expression for spaces before a line's end would look again from each of them.
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n").map((line) => line.trimEnd());
  return lines.join("\n").replaceAll(/\n{3,}/g, "\n\n").trim().replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/**
 * How many words or characters a text has, by Unicode's rules. A segmenter takes
 * time that grows with the square of what it is given, so it gets little at once.
 */
function counted(text: string, granularity: "word" | "grapheme", run: Run): number {
  const segmenter = new Intl.Segmenter("en", { granularity });
  let total = 0;
  for (const piece of pieces(text, run)) {
    // Of plain ASCII, lines ending in one sign, each is a character of its own.
    if (granularity === "grapheme" && /^[\n -~]*$/.test(piece)) total += piece.length;
    else for (const { segment, isWordLike } of segmenter.segment(piece)) total += granularity === "grapheme" ? 1 : isWordLike ? wordsIn(segment) : 0;
  }
  return total;
}

/** Scripts without spaces: the segmenter has a dictionary for them, while by the rules alone, as the engine counts, each letter stands for itself. */
const UNSPACED = /(?!\p{M})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function wordsIn(segment: string): number {
  return /^[ -~]/.test(segment) ? 1 : Math.max(1, segment.match(UNSPACED)?.length ?? 1);
}

/** A text in short pieces, cut before a space where there is one. */
function* pieces(text: string, run: Run): Generator<string> {
  const most = 0x400;
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + most);
    if (to < text.length) {
      const room = text.slice(from + 1, to);
      const space = Math.max(room.lastIndexOf(" "), room.lastIndexOf("\n"));
      if (space >= 0) to = from + 1 + space;
      else if (/[\ud800-\udbff]/.test(text[to - 1] ?? "")) to += 1;
    }
    run.check();
    yield text.slice(from, to);
    from = to;
  }
}

const FULL_STOP = /[。！？｡．]/;
const STOP = /[.!?…؟۔।॥։።፧‼⁇⁈⁉]/;
const CLOSES = /[)\]}"'”’»›」』）]/;
const LETTER = /[\p{Alphabetic}\p{N}]/u;

/**
 * Sentences, by the engine's own rule (`src/evidence/count.rs`), sign by sign: one
 * ends with its stop, unless a small letter goes on behind it, or with its paragraph.
 */
function sentences(text: string, run: Run): number {
  let [total, open, lines, seen] = [0, false, 0, 0];
  let at: "inside" | "stopped" | "fully stopped" | "spaced" = "inside";
  for (const sign of text) {
    if ((seen += 1) % 0x4000 === 0) run.check();
    const letter = LETTER.test(sign);
    const [space, stop, full, closes] = [/\s/.test(sign), STOP.test(sign), FULL_STOP.test(sign), CLOSES.test(sign)];
    const ends: boolean = at === "fully stopped" ? !(stop || full || closes) : at === "spaced" && letter && !/\p{Ll}/u.test(sign);
    lines = sign === "\n" ? lines + 1 : space ? lines : 0;
    if ((ends || lines >= 2 || sign === "\u2029") && open) [total, open] = [total + 1, false];
    if (ends) at = "inside";
    if (full) at = "fully stopped";
    else if (stop) at = at === "fully stopped" ? at : "stopped";
    else if (at === "inside" || ((at === "stopped" || at === "fully stopped") && closes)) {
      // As it was.
    } else if (space || (at === "spaced" && !letter)) at = "spaced";
    else at = "inside";
    open ||= letter;
  }
  return total + (open ? 1 : 0);
}

/** Says where a text has one of these names. */
export function findNames(run: Run, text: string, names: readonly string[]): void {
  const wanted = [...new Set(names.map((name) => name.normalize("NFC").trim()).filter((name) => name.length > 1))].slice(0, 1000);
  if (wanted.length === 0) return;
  // By their first word: the text is walked once, however many names there are.
  const byWord = new Map<string, { readonly name: string; readonly low: string; readonly lead: number }[]>();
  for (const name of wanted) {
    const low = name.toLowerCase();
    const first = WORD.exec(low);
    if (first) byWord.set(first[0], [...(byWord.get(first[0]) ?? []), { name, low, lead: first.index }]);
  }
  let found = 0;
  for (const [index, line] of text.normalize("NFC").split("\n").entries()) {
    if (index % 1000 === 0) run.check();
    const low = line.toLowerCase();
    const here = new Set<string>();
    for (const { 0: word, index: at } of low.matchAll(WORDS)) {
      for (const one of byWord.get(word) ?? []) if (!here.has(one.name) && stands(low, one.low, at - one.lead)) here.add(one.name);
    }
    for (const name of here.size > 0 ? wanted : []) {
      if (!here.has(name)) continue;
      if (found >= MOST_FOUND) return;
      run.note("personNamed", name, String(index + 1));
      found += 1;
    }
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+/u;
const WORDS = new RegExp(WORD, "gu");

/** Whether a name stands at a place of a line, not going on into a longer word. */
function stands(line: string, name: string, at: number): boolean {
  if (at < 0 || !line.startsWith(name, at)) return false;
  const after = String.fromCodePoint(line.codePointAt(at + name.length) ?? 32);
  return !WORD.test(after) || !WORD.test(name.at(-1) ?? "");
}

/** A day as the facts have it, of what files write in many ways: the day as it was written there, whatever the zone. */
export function dayIn(text: string | undefined): string | undefined {
  const found = /(\d{4})[-:./]?(\d{2})[-:./]?(\d{2})/.exec(text ?? "");
  const [, year, month, day] = found ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (!found || !(Number(year) >= 1900) || Number.isNaN(time)) return undefined;
  const date = new Date(time);
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? `${year}-${month}-${day}` : undefined;
}

/** A line that came from a file: without control characters, and not endless. */
export function lineOf(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const line = text.replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").replaceAll(/\s+/g, " ").trim().slice(0, MOST_LINE);
  return line === "" ? undefined : line;
}

/** The day it counts as from: of its last change, else of its making. */
export function dated(run: Run, created: string | undefined, modified: string | undefined): void {
  const [first, last] = [dayIn(created), dayIn(modified)];
  if (first) run.facts.created = first;
  if (last) run.facts.modified = last;
  const day = last ?? first;
  if (day) run.facts.date = day;
}
