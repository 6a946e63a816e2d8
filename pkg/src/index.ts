import init from "./engine/rubricate.js";
import { Rubricate } from "./load.js";
import { loader, type ModuleSource } from "./start.js";

export * from "./public.js";

/** Starts the engine, once; everything after it is synchronous. Give it a URL, Response, bytes or module to serve the module yourself. */
export const load: (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<Rubricate> = loader(
  init,
  (input) => input ?? new URL("./engine/rubricate_bg.wasm", import.meta.url),
  () => new Rubricate(),
);
