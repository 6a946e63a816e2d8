import { RubricError, RubricLoadError } from "./errors.js";
import { shown } from "./read.js";

/**
 * Where the engine's module comes from: an address, a request or a response, its bytes, or the compiled module; or a
 * promise of one, such as what `fetch` gives.
 */
export type ModuleSource = URL | string | Request | Response | BufferSource | WebAssembly.Module;

const isA = (value: unknown, name: "Request" | "Response" | "URL"): boolean => {
  const kind = (globalThis as Record<string, unknown>)[name];
  return typeof kind === "function" && value instanceof kind;
};

/** Takes what the glue can start from, and nothing else. */
export function sourceOf(given: unknown): ModuleSource {
  const fits =
    (typeof given === "string" && given !== "") || ArrayBuffer.isView(given) || given instanceof ArrayBuffer || given instanceof WebAssembly.Module ||
    isA(given, "URL") || isA(given, "Request") || isA(given, "Response");
  if (!fits) throw new RubricError(`the engine is loaded from a URL, a Request, a Response, bytes or a WebAssembly.Module, not ${shown(given)}`, { path: "module" });
  return given as ModuleSource;
}

/** Makes a `load` that starts the engine once. A failed start may be tried again. */
export function loader<T>(start: (input: ModuleSource | undefined) => Promise<unknown>, make: () => T): (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<T> {
  let loading: Promise<T> | null = null;
  const begin = async (input: ModuleSource | PromiseLike<ModuleSource> | undefined): Promise<T> => {
    try {
      await start(input === undefined ? undefined : sourceOf(await input));
    } catch (error) {
      loading = null;
      throw error instanceof RubricError ? error : new RubricLoadError(error);
    }
    return make();
  };
  return (input) => (loading ??= begin(input));
}
