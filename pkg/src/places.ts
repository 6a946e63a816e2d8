import type { Span } from "./types.js";

const ENCODER = new TextEncoder();

/** Places in a source, from the engine's bytes to the units of JavaScript's strings. */
export class Places {
  readonly #source: string;
  /** Where each line begins, in UTF-16 units. */
  readonly #lines: number[] = [0];
  /** By UTF-16 unit its first byte; left out where both are the same. */
  readonly #bytes: Uint32Array | null;

  constructor(source: string) {
    this.#source = source;
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) this.#lines.push(at + 1);
    this.#bytes = ENCODER.encode(source).length === source.length ? null : bytesOf(source);
  }

  /** A place from bytes. */
  span(start: number, end: number): Span {
    const from = this.#unit(start);
    const line = last(this.#lines, from);
    return Object.freeze({ from, to: this.#unit(end), line: line + 1, column: from - (this.#lines[line] ?? 0) + 1 });
  }

  /** The text at a place, with one space for each gap. */
  said({ from, to }: Span): string {
    return this.#source.slice(from, to).replace(/#[^\n]*/g, " ").replace(/\s+/g, " ").trim();
  }

  #unit(byte: number): number {
    return this.#bytes === null ? byte : last(this.#bytes, byte);
  }
}

/** The last place whose value is no larger. */
function last(all: ArrayLike<number>, value: number): number {
  let [low, high] = [0, all.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function bytesOf(source: string): Uint32Array {
  const bytes = new Uint32Array(source.length + 1);
  let at = 0;
  for (let unit = 0; unit < source.length; unit += 1) {
    bytes[unit] = at;
    const code = source.charCodeAt(unit);
    // The first half of a pair carries all its four bytes.
    if (code >= 0xdc00 && code < 0xe000 && unit > 0 && isHigh(source.charCodeAt(unit - 1))) continue;
    at += isHigh(code) && isLow(source.charCodeAt(unit + 1)) ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  bytes[source.length] = at;
  return bytes;
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;
