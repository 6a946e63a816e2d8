// The thread of any reader in Node; which, it is told when it starts. pdf.js
// wants one class of the browser, and only to draw.
import { parentPort, workerData } from "node:worker_threads";
import { type Bytes, isTask, type Reads, type Slice, type ThreadSaid } from "./task.js";

const scope = globalThis as { DOMMatrix?: unknown };
scope.DOMMatrix ??= class {};
console.warn = console.error = console.log = () => {};

const say = (said: ThreadSaid): void => parentPort?.postMessage(said);

const READERS: Readonly<Record<Reads, (bytes: Bytes) => Promise<unknown>>> = {
  async pdf(bytes) {
    await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
    const reader = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
    return (await import("./pdf-read.js")).readPdf(reader, bytes, say);
  },
  media: async (bytes) => (await import("./media-read.js")).readMedia(bytes),
  camera: async (bytes) => (await import("./camera-read.js")).readCamera(bytes),
};

const waiting = new Map<number, { resolve(bytes: Uint8Array<ArrayBuffer>): void; reject(error: Error): void }>();
let asked = 0;

/** The file by its slices, each asked for over there. */
function served(size: number): Bytes {
  return {
    size,
    read: (from, to) =>
      new Promise((resolve, reject) => {
        waiting.set((asked += 1), { resolve, reject });
        say({ rubricate: "slice", number: asked, from, to });
      }),
  };
}

parentPort?.on("message", async (data: Slice | unknown) => {
  if (isTask(data)) return say({ rubricate: "found", found: await READERS[workerData as Reads](served(data.size)) });
  const { number, bytes } = data as Slice;
  const one = waiting.get(number);
  waiting.delete(number);
  if (bytes) one?.resolve(bytes);
  else one?.reject(new Error("the file cannot be read"));
});
