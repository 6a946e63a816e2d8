// The package's worker, in which the memory can be ruined, and that can be made to die.
import "./node_modules/rubricate/dist/worker/script.js";
import { ruin } from "./ruin.js";

addEventListener("message", ({ data }) => {
  if (data === "ruin") ruin();
  if (data === "die") throw new Error("died");
});
