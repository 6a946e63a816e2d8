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

/** The package's own module; a server's bundler may have left it behind, but it takes along what is imported. */
async function own(): Promise<ModuleSource> {
  try {
    return await readFile(new URL("./engine/rubricate_bg.wasm", import.meta.url));
  } catch {
    const { unpacked } = await import("./unpacked.js");
    return unpacked();
  }
}

/** Starts the engine, once; everything after it is synchronous. Node reads the module from the package. */
export const load: (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<Rubricate> = loader(
  init,
  (input) => (input === undefined ? own() : opened(input)),
  () => new Rubricate(),
);
