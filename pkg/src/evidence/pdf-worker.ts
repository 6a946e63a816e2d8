// The thread for PDFs in the browser. Both halves of pdf.js run in it.
import * as reader from "pdfjs-dist/legacy/build/pdf.min.mjs";
import "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { readPdf } from "./pdf-read.js";
import { bytesOf, isTask } from "./task.js";

console.warn = console.error = () => {};
addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isTask(data) && data.blob) void readPdf(reader, bytesOf(data.blob), (said) => postMessage(said)).then((found) => postMessage({ rubricate: "found", found }));
});
