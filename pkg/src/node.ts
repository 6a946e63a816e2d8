import { readFile } from "node:fs/promises";
import init from "./engine/rubricate.js";
import { Rubricate } from "./load.js";
import { loader, type ModuleSource } from "./start.js";

export * from "./public.js";

/** Node's `fetch` opens no files, so those are read here. */
async function opened(input: ModuleSource): Promise<ModuleSource> {
  const file = (typeof input === "string" || input instanceof URL) && String(input).startsWith("file:");
  return file ? await readFile(new URL(input)) : input;
}

/** Starts the engine, once; everything after it is synchronous. Node reads the module from the package. */
export const load: (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<Rubricate> = loader(
  init,
  (input) => opened(input ?? new URL("./engine/rubricate_bg.wasm", import.meta.url)),
  () => new Rubricate(),
);
