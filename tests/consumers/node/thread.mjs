import { connect } from "rubricate/worker";
import { demo } from "./demo.js";

// It ends by itself: an idle thread keeps no process alive.
console.log(await demo(await connect()));
