// The thread for recordings in the browser. What the reader would say to the console is nobody's concern.
import { readMedia } from "./media-read.js";
import { bytesOf, isTask } from "./task.js";

console.warn = console.error = () => {};
addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isTask(data) && data.blob) void readMedia(bytesOf(data.blob)).then((found) => postMessage({ rubricate: "found", found }));
});
