import { sha256 } from "@noble/hashes/sha2.js";
import { MOST_HASHED, NATIVE_HASH } from "./limits.js";
import type { Source } from "./source.js";

/** SHA-256 in hexadecimal digits; nothing for a file past the limit. */
export async function hash(source: Source, progress: (done: number) => void): Promise<string | null> {
  if (source.size > MOST_HASHED) return null;
  const subtle = globalThis.crypto?.subtle;
  if (subtle && source.size <= NATIVE_HASH) {
    return hex(new Uint8Array(await subtle.digest("SHA-256", (await source.read(0, source.size)) as Uint8Array<ArrayBuffer>)));
  }
  const state = sha256.create();
  let done = 0;
  for await (const slice of source.slices()) {
    state.update(slice);
    done += slice.length;
    progress(done / source.size);
  }
  return hex(state.digest());
}

/** The same for a text, as UTF-8. */
export function hashText(text: string): string {
  return hex(sha256(new TextEncoder().encode(text)));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
