import { load } from "rubricate";
import { demo } from "./demo.js";

console.log(await demo(await load()));
