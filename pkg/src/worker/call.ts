import { RubricError } from "../errors.js";

/** What every call to a worker may be told. */
export interface CallOptions {
  /**
   * Takes the call back: its promise then rejects with the signal's reason. A call that is running is stopped by
   * ending the worker; another one takes its place, in which everything stands as it stood.
   */
  readonly signal?: AbortSignal | undefined;
}

/** Options without the signal, which stays on the page. */
export function apart<T extends CallOptions>(options: T): [signal: AbortSignal | undefined, rest: Omit<T, "signal">] {
  if (typeof options !== "object" || options === null) throw new RubricError("options are an object", { path: "options" });
  const { signal, ...rest } = options;
  return [signal, rest];
}
