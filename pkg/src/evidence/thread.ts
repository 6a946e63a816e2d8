import type { PdfSaid, PdfTask } from "./pdf-read.js";

/** A thread that reads one PDF. */
export interface Thread {
  /** Gives it the task and listens. */
  ask(task: PdfTask, hear: (said: PdfSaid) => void, fail: () => void): void;
  end(): void;
}

/** Opens a thread; how depends on where the package runs. */
export type OpenThread = () => Thread | Promise<Thread>;

/** The same, in a browser: bundlers know this form. */
export function openWorker(): Thread {
  const worker = new Worker(new URL("./pdf-worker.js", import.meta.url), { type: "module" });
  return {
    ask(task, hear, fail) {
      worker.onmessage = ({ data }: MessageEvent<PdfSaid>) => hear(data);
      worker.onerror = (event) => {
        event.preventDefault();
        fail();
      };
      worker.postMessage(task);
    },
    end: () => worker.terminate(),
  };
}
