// The thread for PDFs in the browser. Both halves of pdf.js run in it.
import * as reader from "pdfjs-dist/legacy/build/pdf.min.mjs";
import "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { isTask, readPdf } from "./pdf-read.js";

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isTask(data)) void readPdf(reader, data, (said) => postMessage(said)).then((found) => postMessage({ rubricate: "found", found }));
});
