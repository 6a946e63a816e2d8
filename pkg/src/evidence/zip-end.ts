import { u16, u32 } from "./source.js";

/** Bytes of the record that ends a ZIP file, without its comment. */
export const END = 22;

/** Where the directory's end record is in a tail of the file that it ends, or -1. */
export function endRecord(tail: Uint8Array): number {
  for (let at = tail.length - END; at >= 0; at -= 1) {
    if (u32(tail, at) === 0x06054b50 && at + END + u16(tail, at + 20) === tail.length) return at;
  }
  return -1;
}
