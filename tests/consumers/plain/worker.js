import { connect } from "./node_modules/rubricate/dist/worker/index.js";
import { demo } from "./demo.js";

// Under `require-trusted-types-for 'script'` the page itself says which scripts may become workers.
const scripts = globalThis.trustedTypes?.createPolicy("workers", { createScriptURL: (address) => address });
const address = new URL("./node_modules/rubricate/dist/worker/script.js", import.meta.url).href;
const worker = () => new Worker(scripts?.createScriptURL(address) ?? address, { type: "module" });

document.querySelector("output").textContent = await demo(await connect({ worker }));
