import init from "./engine/rubricate.js";
import { Rubricate } from "./load.js";
import { loader, type ModuleSource } from "./start.js";
import { unpacked } from "./unpacked.js";

export * from "./public.js";

/** Starts the engine, once, from a copy in the script itself: nothing is fetched. Everything after it is synchronous. */
export const load: (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<Rubricate> = loader(
  init,
  (input) => input ?? unpacked(),
  () => new Rubricate(),
);
