// The package's own thread, and besides it one that breaks things on request: the engine's memory, the thread itself,
// or its patience.
import { parentPort } from "node:worker_threads";
import * as glue from "../../dist/engine/rubricate.js";
import "../../dist/worker/script-node.js";

parentPort.on("message", ({ ruin, die }) => {
  // Every pointer and length in it is nonsense from here on.
  if (ruin) new Uint8Array(glue.engine_memory().buffer).fill(0xff);
  if (die === "throw") throw new Error("died of an error");
  if (die === "exit") process.exit(3);
});
