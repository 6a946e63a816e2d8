import { WHY } from "./notes.js";
import { type Run, Unreadable } from "./run.js";
import type { Reads, Task, ThreadSaid } from "./task.js";

/** A thread that reads one file, and is then ended. */
export interface Thread {
  /** Gives it the task and listens. */
  ask(task: Task, hear: (said: ThreadSaid) => void, fail: () => void): void;
  end(): void;
}

/** Opens the thread of a reader; how depends on where the package runs. */
export type OpenThread = (reads: Reads) => Thread;

/** Opens it in a browser: bundlers know these forms. */
export const openWorker: OpenThread = (reads) => {
  const worker =
    reads === "pdf" ? new Worker(new URL("./pdf-worker.js", import.meta.url), { type: "module" })
    : reads === "media" ? new Worker(new URL("./media-worker.js", import.meta.url), { type: "module" })
    : new Worker(new URL("./camera-worker.js", import.meta.url), { type: "module" });
  return {
    ask(task, hear, fail) {
      worker.onmessage = ({ data }: MessageEvent<ThreadSaid>) => hear(data);
      worker.onerror = (event) => {
        event.preventDefault();
        fail();
      };
      worker.postMessage(task);
    },
    end: () => worker.terminate(),
  };
};

/** Has a thread read a file. It is ended when it is done, when the caller stops it, and when time is up, whatever it does then. */
export async function inThread<T>(run: Run, open: OpenThread, reads: Reads, blob: Blob, progress: (done: number) => void = () => {}): Promise<T> {
  let thread: Thread;
  try {
    thread = open(reads);
  } catch {
    throw new Unreadable(WHY.noReader);
  }
  const work = new Promise<T>((resolve, reject) => {
    const hear = (said: ThreadSaid): void => {
      // The reader's own messages come by too.
      if (said?.rubricate === "found") resolve(said.found as T);
      else if (said?.rubricate === "progress") progress(said.done);
    };
    thread.ask({ rubricate: "read", size: blob.size, blob }, hear, () => reject(new Unreadable(WHY.failed)));
  });
  return run.within(work, () => thread.end());
}
