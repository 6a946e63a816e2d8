import { load } from "rubricate";
import wasm from "rubricate/wasm";
import { demo } from "./demo.js";

// With `--loader:.wasm=file` the import is the address of the copy.
document.querySelector("output").textContent = await demo(await load(new URL(wasm, import.meta.url)));
