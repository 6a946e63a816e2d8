// The thread for what cameras write, in the browser.
import { readCamera } from "./camera-read.js";
import { isTask } from "./task.js";

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isTask(data)) void readCamera(data.blob).then((found) => postMessage({ rubricate: "found", found }));
});
