// The thread for PDFs in Node. pdf.js wants one class of the browser, and only to draw.
import { parentPort } from "node:worker_threads";
import { isTask, readPdf } from "./pdf-read.js";

const scope = globalThis as { DOMMatrix?: unknown };
scope.DOMMatrix ??= class {};

parentPort?.on("message", (data: unknown) => {
  if (isTask(data)) void answer(data);
});

async function answer(task: Parameters<typeof readPdf>[1]): Promise<void> {
  await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  const reader = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  const found = await readPdf(reader, task, (said) => parentPort?.postMessage(said));
  parentPort?.postMessage({ rubricate: "found", found });
}
