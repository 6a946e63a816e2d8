import { Worker } from "node:worker_threads";
import type { OpenThread } from "./thread.js";

/** Opens the thread of a reader in Node. */
export const openWorker: OpenThread = (reads) => {
  const worker = new Worker(new URL("./reader-node.js", import.meta.url), { workerData: reads, resourceLimits: { maxOldGenerationSizeMb: 512 }, stdout: true, stderr: true });
  return {
    ask(task, hear, fail) {
      worker.on("message", hear);
      worker.on("error", fail);
      worker.on("exit", fail);
      // A blob that stands for a file on the disk cannot be handed over; a slice of it can, and copies nothing.
      worker.postMessage({ ...task, blob: task.blob.slice(0, task.blob.size) });
    },
    end: () => void worker.terminate(),
  };
};
