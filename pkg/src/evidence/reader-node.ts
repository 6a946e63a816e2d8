// The thread of any reader in Node; which, it is told when it starts. pdf.js
// wants one class of the browser, and only to draw.
import { parentPort, workerData } from "node:worker_threads";
import { isTask, type Reads, type ThreadSaid } from "./task.js";

const scope = globalThis as { DOMMatrix?: unknown };
scope.DOMMatrix ??= class {};
console.warn = console.error = console.log = () => {};

const say = (said: ThreadSaid): void => parentPort?.postMessage(said);

const READERS: Readonly<Record<Reads, (blob: Blob) => Promise<unknown>>> = {
  async pdf(blob) {
    await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
    const reader = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
    return (await import("./pdf-read.js")).readPdf(reader, blob, say);
  },
  media: async (blob) => (await import("./media-read.js")).readMedia(blob),
  camera: async (blob) => (await import("./camera-read.js")).readCamera(blob),
};

parentPort?.on("message", async (data: unknown) => {
  if (isTask(data)) say({ rubricate: "found", found: await READERS[workerData as Reads](data.blob) });
});
