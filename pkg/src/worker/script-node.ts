// The thread of Node.
import { parentPort } from "node:worker_threads";
import { load } from "../node.js";
import { serve } from "./host.js";
import type { Asked } from "./protocol.js";

serve(
  {
    hear: (listener) => parentPort?.on("message", (data: Asked) => {
      if (typeof data?.call === "number") listener(data);
    }),
    say: (answer) => parentPort?.postMessage(answer),
  },
  load,
);
