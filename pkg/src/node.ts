import { readFile } from "node:fs/promises";
import init from "./engine/rubricate.js";
import { loader, type ModuleSource, type Rubricate } from "./load.js";

export * from "./public.js";

/** Starts the engine, once; everything after it is synchronous. Node reads the module from the package. */
export const load: (input?: ModuleSource) => Promise<Rubricate> = loader(async (input: ModuleSource | undefined) =>
  init({ module_or_path: input ?? (await readFile(new URL("./engine/rubricate_bg.wasm", import.meta.url))) }),
);
