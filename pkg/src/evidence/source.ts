import { SLICE } from "./limits.js";
import type { Run } from "./run.js";

/** A file that is read by slices, each under the limits of its run. */
export class Source {
  readonly size: number;

  constructor(
    readonly blob: Blob,
    readonly run: Run,
  ) {
    this.size = blob.size;
  }

  /** The bytes from one offset to another, fewer where the file ends. */
  async read(from: number, to: number): Promise<Uint8Array> {
    this.run.check();
    const end = Math.min(Math.max(from, to), this.size);
    const bytes = new Uint8Array(await this.blob.slice(Math.min(from, end), end).arrayBuffer());
    this.run.check();
    return bytes;
  }

  /** All of it, slice by slice. */
  async *slices(from = 0, to = this.size, step = SLICE): AsyncGenerator<Uint8Array> {
    for (let at = from; at < to; at += step) yield await this.read(at, Math.min(to, at + step));
  }
}

/** Little-endian and big-endian numbers; 0 past the end. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

export function be16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function be32(bytes: Uint8Array, at: number): number {
  return ((be16(bytes, at) << 16) | be16(bytes, at + 2)) >>> 0;
}

/** Bytes as characters of Latin-1, to look for what formats write in ASCII. */
export function latin(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = "";
  const end = Math.min(to, bytes.length);
  for (let at = from; at < end; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 0x2000)));
  return text;
}
