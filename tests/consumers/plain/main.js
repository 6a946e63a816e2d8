import { load } from "./node_modules/rubricate/dist/index.js";
import { demo } from "./demo.js";

document.querySelector("output").textContent = await demo(await load());
