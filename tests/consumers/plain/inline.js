import { load } from "./node_modules/rubricate/dist/inline.js";
import { demo } from "./demo.js";

document.querySelector("output").textContent = await demo(await load());
