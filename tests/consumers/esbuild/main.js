import { load } from "rubricate";
import { demo } from "./demo.js";

// esbuild copies no files that a `new URL` names: `copied` is beside the script, as the build script put it there.
document.querySelector("output").textContent = await demo(await load());
