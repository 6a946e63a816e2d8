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
      for (const [name, unit] of [["words", "word"], ["characters", "grapheme"], ["sentences", "sentence"]] as const) run.facts[name] = counted(text, unit, run);
      run.note("counted");
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      run.miss(error.why, "words", "characters", "sentences");
    }
  }
}

/** Line ends become one kind, and no line is left that is only spaces; lone surrogates would not survive. */
function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(/[ \t]+\n/g, "\n").replaceAll(/\n{3,}/g, "\n\n").trim().replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** How many words, characters or sentences a text has, by Unicode's rules; paragraph by paragraph, so that it can stop. */
function counted(text: string, granularity: "word" | "grapheme" | "sentence", run: Run): number {
  const segmenter = new Intl.Segmenter("en", { granularity });
  let total = 0;
  for (let from = 0; from < text.length; ) {
    run.check();
    const line = text.indexOf("\n", from + 0x4000);
    const to = line < 0 || line - from > 0x10000 ? Math.min(text.length, from + 0x10000) : line + 1;
    for (const segment of segmenter.segment(text.slice(from, to))) {
      const counts = granularity === "word" ? segment.isWordLike : granularity === "grapheme" || /[\p{L}\p{N}]/u.test(segment.segment);
      if (counts) total += 1;
    }
    from = to;
  }
  return total;
}

/** Says where a text has one of these names. */
export function findNames(run: Run, text: string, names: readonly string[]): void {
  const wanted = [...new Set(names.map((name) => name.normalize("NFC").trim()).filter((name) => name.length > 1))].slice(0, 1000);
  if (wanted.length === 0) return;
  let found = 0;
  for (const [index, line] of text.normalize("NFC").split("\n").entries()) {
    if (index % 1000 === 0) run.check();
    const low = line.toLowerCase();
    for (const name of wanted) {
      if (found >= MOST_FOUND) return;
      if (!stands(low, name.toLowerCase())) continue;
      run.note("personNamed", name, String(index + 1));
      found += 1;
    }
  }
}

/** Whether a name stands in a line, not inside a longer word. */
function stands(line: string, name: string): boolean {
  const letter = /[\p{L}\p{M}\p{N}]/u;
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const before = [...line.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
    const after = String.fromCodePoint(line.codePointAt(at + name.length) ?? 32);
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
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
