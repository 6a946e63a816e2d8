import { load } from "rubricate/inline";
import { demo } from "./demo.js";

document.querySelector("output").textContent = await demo(await load());
