// The engine comes after the page: nothing on the first screen waits for it.
import type { Rubricate } from "rubricate";

let loading: Promise<Rubricate> | null = null;

/** The engine, loaded once. A load that failed may be tried again. */
export function engine(): Promise<Rubricate> {
  loading ??= import("rubricate").then(
    ({ load }) => load(),
  ).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
