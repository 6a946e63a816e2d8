// The engine in a thread of the application's own.
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { load } from "rubricate";
import { demo } from "./demo.js";

if (isMainThread) new Worker(new URL(import.meta.url)).on("message", (said) => console.log(said));
else parentPort.postMessage(await demo(await load()));
