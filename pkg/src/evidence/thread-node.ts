import { Worker } from "node:worker_threads";
import type { Thread } from "./thread.js";

/** A thread that reads one PDF, in Node. */
export function openWorker(): Thread {
  const worker = new Worker(new URL("./pdf-thread-node.js", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 }, stdout: true, stderr: true });
  return {
    ask(task, hear, fail) {
      worker.on("message", hear);
      worker.on("error", fail);
      worker.postMessage(task);
    },
    end: () => void worker.terminate(),
  };
}
