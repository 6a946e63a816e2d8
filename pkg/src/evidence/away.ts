import type { Probed, ProbeOptions, ProbeSlot } from "../probe-types.js";
import { READ_TIME } from "./limits.js";
import { silent } from "./probe.js";

/** What the thread of a probe is asked. */
export interface ProbeTask {
  readonly rubricate: "probe";
  readonly given: Blob | string;
  /** Its size where it was given: one that is gone in the meantime would arrive as an empty file. */
  readonly size: number;
  readonly slot: ProbeSlot | null;
  readonly options: Pick<ProbeOptions, "id" | "locale" | "name" | "names">;
}

/** What it says. */
export type ProbeSaid =
  | { readonly rubricate: "begun" }
  | { readonly rubricate: "progress"; readonly done: number }
  | { readonly rubricate: "probed"; readonly found: Probed }
  | { readonly rubricate: "refused"; readonly error: unknown };

export function isProbeTask(data: unknown): data is ProbeTask {
  return typeof data === "object" && data !== null && "rubricate" in data && data.rubricate === "probe";
}

/** Probes a file elsewhere; nothing where that cannot be begun. */
export type ProbeAway = (given: Blob | string, slot: ProbeSlot | null, options: ProbeOptions) => Promise<Probed | null>;

/** A text up to here takes no time. */
const SHORT = 16 * 1024;
/** Milliseconds without a word after which the thread is given up: every reader has its own limit, this is behind them all. */
const SILENCE = 4 * READ_TIME;

/** Probes in a thread of its own, which ends with the probe. Who is in a thread already needs no other. */
export const probeAway: ProbeAway = async (given, slot, options) => {
  const { signal, onProgress, id, locale, name, names } = options;
  if (typeof document === "undefined" || (typeof given === "string" && given.length <= SHORT)) return null;
  signal?.throwIfAborted();
  let worker: Worker;
  try {
    worker = new Worker(new URL("./file-worker.js", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
  let aborted = (): void => {};
  let watch: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Probed | null>((resolve, reject) => {
      let begun = false;
      aborted = () => reject(signal?.reason);
      signal?.addEventListener("abort", aborted, { once: true });
      const wait = (): void => {
        clearTimeout(watch);
        watch = setTimeout(() => resolve(silent(given, options)), SILENCE);
      };
      wait();
      worker.onmessage = ({ data }: MessageEvent<ProbeSaid>) => {
        begun = true;
        wait();
        if (data.rubricate === "progress") onProgress?.(data.done);
        else if (data.rubricate === "probed") resolve(frozen(data.found));
        else if (data.rubricate === "refused") reject(data.error);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        // Its script could not be had, or what it was told could not be read there: the caller's thread does it.
        if (begun) reject(new Error("the thread that read the file has failed"));
        else resolve(null);
      };
      const task: ProbeTask = { rubricate: "probe", given, size: sizeOf(given), slot: slot && { name: slot.name, rules: slot.rules }, options: { ...(id === undefined ? {} : { id }), ...(locale === undefined ? {} : { locale }), ...(name === undefined ? {} : { name }), ...(names ? { names: [...names] } : {}) } };
      worker.postMessage(task);
    });
  } finally {
    clearTimeout(watch);
    signal?.removeEventListener("abort", aborted);
    worker.terminate();
  }
};

export function sizeOf(given: Blob | string): number {
  return typeof given === "string" ? given.length : given.size;
}

/** What crossed from a thread is a copy, and not frozen any more. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const inside of Object.values(value)) frozen(inside);
  return Object.freeze(value);
}
