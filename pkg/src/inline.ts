import packed from "./engine/packed.js";
import init from "./engine/rubricate.js";
import { Rubricate } from "./load.js";
import { loader, type ModuleSource } from "./start.js";

export * from "./public.js";

/** The module that this file carries: base64 of its gzip. */
async function unpacked(): Promise<ArrayBuffer> {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** Starts the engine, once, from a copy in the script itself: nothing is fetched. Everything after it is synchronous. */
export const load: (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<Rubricate> = loader(
  init,
  (input) => input ?? unpacked(),
  () => new Rubricate(),
);
