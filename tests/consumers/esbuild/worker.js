import { connect } from "rubricate/worker";
import { demo } from "./demo.js";

// The worker is an entry of its own, which imports `rubricate/worker/script`.
const worker = () => new Worker(new URL("./own-worker.js", import.meta.url), { type: "module" });
document.querySelector("output").textContent = await demo(await connect({ worker }));
