// The thread for what cameras write, in the browser.
import { readCamera } from "./camera-read.js";
import { bytesOf, isTask } from "./task.js";

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isTask(data) && data.blob) void readCamera(bytesOf(data.blob)).then((found) => postMessage({ rubricate: "found", found }));
});
