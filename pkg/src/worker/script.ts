// The worker of a browser. An application whose bundler finds no workers in
// packages has a file of its own that imports this one.
import { load } from "../index.js";
import { serve } from "./host.js";
import type { Asked } from "./protocol.js";

serve(
  {
    hear: (listener) => globalThis.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
      // Others may speak to this worker too.
      if (typeof data?.call === "number") listener(data);
    }),
    say: (answer) => (globalThis as unknown as Worker).postMessage(answer),
  },
  load,
);
