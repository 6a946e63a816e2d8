import { Worker } from "node:worker_threads";
import { type ConnectOptions, RemoteRubricate, sendable } from "./client.js";
import type { OpenSeat } from "./link.js";
import type { Answer } from "./protocol.js";

export * from "./surface.js";

/**
 * Starts the engine in a thread.
 *
 * @throws RubricLoadError when the thread or the engine cannot be started.
 */
export async function connect(options: ConnectOptions = {}): Promise<RemoteRubricate> {
  return new RemoteRubricate(open, await sendable(options.module)).begin(options.signal);
}

const open: OpenSeat = (hear, failed) => {
  const worker = new Worker(new URL("./script-node.js", import.meta.url));
  let ended = false;
  worker.on("message", (data: Answer) => {
    if (!ended && typeof data?.call === "number") hear(data);
  });
  worker.on("error", (error) => failed(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => failed("it was ended"));
  worker.unref();
  return {
    post: (asked) => worker.postMessage(asked),
    busy: (on) => (on ? worker.ref() : worker.unref()),
    end: () => {
      ended = true;
      void worker.terminate();
    },
  };
};
