import { load } from "rubricate";
import { demo } from "./demo.js";

load().then(demo).then((said) => postMessage(said));
