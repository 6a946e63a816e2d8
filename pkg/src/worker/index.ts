import { RubricError } from "../errors.js";
import { shown } from "../read.js";
import { type ConnectOptions, RemoteRubricate, sendable } from "./client.js";
import type { OpenSeat } from "./link.js";
import type { Answer } from "./protocol.js";

export * from "./surface.js";

/** The package's own worker: bundlers know this form. */
const own = (): Worker => new Worker(new URL("./script.js", import.meta.url), { type: "module" });

/**
 * Starts the engine in a worker.
 *
 * @throws RubricLoadError when the worker or the engine cannot be started.
 */
export async function connect(options: ConnectOptions = {}): Promise<RemoteRubricate> {
  if (options.worker !== undefined && typeof options.worker !== "function") throw new RubricError(`\`worker\` is a function that makes a worker, not ${shown(options.worker)}`, { path: "worker" });
  return new RemoteRubricate(seats(options.worker ?? own), await sendable(options.module)).begin(options.signal);
}

function seats(make: () => Worker): OpenSeat {
  return (hear, failed) => {
    const worker = make();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (typeof data?.call === "number") hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      failed(event.message || "its script could not be loaded");
    };
    worker.onmessageerror = () => failed("it said what cannot be read");
    return { post: (asked) => worker.postMessage(asked), busy: () => {}, end: () => worker.terminate() };
  };
}
