// A share of the rubrics, in a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { load } from "../../dist/node.js";
import { Comparer } from "./compare.mjs";
import { Run } from "./run.mjs";

const run = new Run(await load(), new Comparer());
try {
  parentPort.postMessage(run.range(workerData.from, workerData.to));
} catch (error) {
  parentPort.postMessage({ error: error.message });
}
