import type { Diagnostic } from "rubricate";
import type { Answer, Question } from "./protocol.js";

export type Checked = { readonly diagnostics: readonly Diagnostic[] } | { readonly error: string };

/** No source takes the engine this long; a worker that does is replaced. */
const LIMIT = 10_000;

/** Asks the worker. Only the newest question is answered: an older one is about a text that is gone. */
export class Checker {
  #worker: Worker | null = null;
  #id = 0;
  #timer = 0;
  #waiting: ((checked: Checked | null) => void) | null = null;

  /** `null` when a newer question came in between. */
  check(source: string): Promise<Checked | null> {
    this.#settle(null);
    this.#id += 1;
    const question: Question = { id: this.#id, source };
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#timer = window.setTimeout(() => this.#fail("the check took too long and was stopped"), LIMIT);
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage(question);
      } catch (error) {
        this.#fail(error instanceof Error ? error.message : String(error));
      }
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<Answer>) => {
      if (event.data.id === this.#id) this.#settle(event.data);
    });
    worker.addEventListener("error", () => this.#fail("the live check could not be started"));
    return worker;
  }

  #fail(error: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#settle({ error });
  }

  #settle(checked: Checked | null): void {
    clearTimeout(this.#timer);
    this.#waiting?.(checked);
    this.#waiting = null;
  }
}
