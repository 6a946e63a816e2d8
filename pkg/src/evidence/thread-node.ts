import { Worker } from "node:worker_threads";
import type { Slice, ThreadSaid } from "./task.js";
import type { OpenThread } from "./thread.js";

/** Opens the thread of a reader in Node. */
export const openWorker: OpenThread = (reads) => {
  const worker = new Worker(new URL("./reader-node.js", import.meta.url), { workerData: reads, resourceLimits: { maxOldGenerationSizeMb: 512 }, stdout: true, stderr: true });
  return {
    ask({ blob, ...task }, hear, fail) {
      worker.on("message", async (said: ThreadSaid) => {
        if (said.rubricate !== "slice") return hear(said);
        const bytes = await blob?.slice(said.from, said.to).arrayBuffer().catch(() => undefined);
        worker.postMessage({ rubricate: "sliced", number: said.number, ...(bytes ? { bytes: new Uint8Array(bytes) } : {}) } satisfies Slice);
      });
      worker.on("error", fail);
      worker.on("exit", fail);
      worker.postMessage(task);
    },
    end: () => void worker.terminate(),
  };
};
