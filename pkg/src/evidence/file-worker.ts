// The thread that leads a probe in the browser, so that hashing, unpacking and
// counting words never hold up the page. It imports everything at once: some
// bundlers make no thread of what loads parts later.
import { fileTypeFromBuffer } from "file-type/core";
import { readZip } from "./office.js";
import { isProbeTask, type ProbeSaid, sizeOf } from "./away.js";
import { probeWith } from "./probe.js";
import { openWorker } from "./thread.js";

const say = (said: ProbeSaid): void => postMessage(said);
const parts = { open: openWorker, office: async () => ({ readZip }), rarer: async () => ({ fileTypeFromBuffer }) };

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isProbeTask(data)) return;
  say({ rubricate: "begun" });
  if (sizeOf(data.given) !== data.size) return say({ rubricate: "refused", error: new DOMException("the file was changed or is gone", "NotReadableError") });
  void probeWith(parts, data.given, data.slot, { ...data.options, onProgress: (done) => say({ rubricate: "progress", done }) }).then(
    (found) => say({ rubricate: "probed", found }),
    (error: unknown) => say({ rubricate: "refused", error }),
  );
});
