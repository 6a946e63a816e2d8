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
  // Some engines compile no other view.
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer as ArrayBuffer, given.byteOffset, given.byteLength);
  return given as ModuleSource;
}

/** The compiled module, once it is known to be the engine: the glue would keep any other. */
async function moduleOf(given: ModuleSource): Promise<WebAssembly.Module> {
  const asked = typeof given === "string" || isA(given, "URL") || isA(given, "Request") ? await fetch(given as string | URL | Request) : given;
  const module = isA(asked, "Response") ? await compiled(asked as Response) : asked instanceof WebAssembly.Module ? asked : await WebAssembly.compile(asked as BufferSource);
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === "engine_memory")) throw new TypeError("this module is another program");
  return module;
}

async function compiled(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.status} ${response.statusText} for ${response.url}`);
  // A server that does not call it a module is no reason not to run it; only streaming wants that.
  const streams = response.headers.get("content-type")?.split(";")[0]?.trim() === "application/wasm" && typeof WebAssembly.compileStreaming === "function";
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** How the glue is started. */
type Init = (input: { readonly module_or_path: WebAssembly.Module }) => Promise<unknown>;

/** Makes a `load` that starts the engine once. A failed start may be tried again. `own` finds the package's module. */
export function loader<T>(
  init: Init, own: (input: ModuleSource | undefined) => ModuleSource | Promise<ModuleSource>, make: () => T,
): (input?: ModuleSource | PromiseLike<ModuleSource>) => Promise<T> {
  let loading: Promise<T> | null = null;
  const begin = async (input: ModuleSource | PromiseLike<ModuleSource> | undefined): Promise<T> => {
    try {
      const given = input === undefined ? undefined : sourceOf(await input);
      await init({ module_or_path: await moduleOf(await own(given)) });
    } catch (error) {
      loading = null;
      throw error instanceof RubricError ? error : new RubricLoadError(error);
    }
    return make();
  };
  return (input) => (loading ??= begin(input));
}
