// The page's end of a worker: calls go one after another, each may be taken
// back, and a worker that is ended or dies is replaced by one in which
// everything stands as it stood.
import { RubricError, RubricFault, RubricLoadError } from "../errors.js";
import type { Answer, Asked, Call, Failure } from "./protocol.js";

/** A running worker. */
export interface Seat {
  post(asked: Asked): void;
  /** Whether something is waited for: a thread that is idle keeps no process alive. */
  busy(on: boolean): void;
  end(): void;
}

/** Starts a worker. `failed` hears that it died, or could not be started. */
export type OpenSeat = (hear: (answer: Answer) => void, failed: (why: string) => void) => Seat;

/** How a call is treated. */
export interface Treatment {
  readonly signal?: AbortSignal | undefined;
  /** It changes something: once begun it is not stopped. */
  readonly edit?: boolean;
  /** Hears the answer before anything else is asked. */
  readonly answered?: (value: unknown) => void;
  /** Hears that the answer came when nobody waited for it any more. */
  readonly unwanted?: () => void;
}

interface Waiting extends Treatment {
  readonly call: Call;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  givenUp: boolean;
}

/** Milliseconds that a call which was taken back may go on, as a new worker takes longer than most calls. */
const GRACE = 50;

/** The calls of one page to one worker. */
export class Link {
  readonly #open: OpenSeat;
  readonly #rebuild: () => Iterable<Call>;
  readonly #queue: Waiting[] = [];
  #seat: Seat | null = null;
  #running: Waiting | null = null;
  /** Settles the exchange that is under way. */
  #settle: ((answer: Answer | string) => void) | null = null;
  #number = 0;
  #pumping = false;
  #closed = false;

  constructor(open: OpenSeat, rebuild: () => Iterable<Call>) {
    this.#open = open;
    this.#rebuild = rebuild;
  }

  /** What the worker answers. */
  ask(call: Call, treatment: Treatment = {}): Promise<unknown> {
    const { signal } = treatment;
    if (this.#closed) return Promise.reject(new RubricError("this worker was disposed of"));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const stop = (): void => this.#takeBack(waiting);
      const done = <T>(then: (value: T) => void) => (value: T): void => {
        signal?.removeEventListener("abort", stop);
        then(value);
      };
      const waiting: Waiting = { ...treatment, call, resolve: done(resolve), reject: done(reject), givenUp: false };
      signal?.addEventListener("abort", stop, { once: true });
      this.#queue.push(waiting);
      void this.#pump();
    });
  }

  /** Ends the worker; what is waited for fails. */
  close(): void {
    this.#closed = true;
    const all = [...(this.#running ? [this.#running] : []), ...this.#queue.splice(0)];
    this.#drop("disposed");
    for (const { reject } of all) reject(new RubricError("this worker was disposed of"));
  }

  #takeBack(waiting: Waiting): void {
    const reason: unknown = waiting.signal?.reason;
    const at = this.#queue.indexOf(waiting);
    if (at >= 0) this.#queue.splice(at, 1);
    else if (waiting.edit || this.#running !== waiting) return;
    waiting.givenUp = true;
    waiting.reject(reason);
    if (at < 0) setTimeout(() => { if (this.#running === waiting) this.#drop("stopped"); }, GRACE);
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#queue.length > 0 && !this.#closed) await this.#next();
    } finally {
      this.#pumping = false;
      this.#seat?.busy(false);
    }
  }

  async #next(): Promise<void> {
    try {
      await this.#ready();
    } catch (error) {
      // Nothing can be asked now; whoever asks again has it tried again.
      for (const { reject } of this.#queue.splice(0)) reject(error);
      return;
    }
    const waiting = this.#queue.shift();
    if (!waiting) return;
    this.#running = waiting;
    try {
      const value = await this.#exchange(waiting.call);
      if (waiting.givenUp) waiting.unwanted?.();
      else {
        waiting.answered?.(value);
        waiting.resolve(value);
      }
    } catch (error) {
      waiting.reject(error);
    } finally {
      this.#running = null;
    }
  }

  /** Has a worker in which everything stands. */
  async #ready(): Promise<void> {
    if (this.#seat) return;
    let seat: Seat | null = null;
    try {
      seat = this.#open(
        (answer) => this.#settle?.(answer),
        (why) => { if (this.#seat === seat) this.#drop(why); },
      );
    } catch (error) {
      throw new RubricLoadError(error);
    }
    this.#seat = seat;
    try {
      for (const call of this.#rebuild()) await this.#exchange(call);
    } catch (error) {
      if (this.#seat === seat) this.#drop("not ready");
      throw error instanceof RubricFault ? new RubricLoadError(error) : error;
    }
  }

  #exchange(call: Call): Promise<unknown> {
    const number = (this.#number += 1);
    const seat = this.#seat;
    return new Promise((resolve, reject) => {
      this.#settle = (answer) => {
        if (typeof answer !== "string" && answer.call !== number) return;
        this.#settle = null;
        if (typeof answer === "string") reject(new RubricFault(`the worker came to an end (${answer}); another one takes its place`));
        else if ("failed" in answer) reject(errorOf(answer.failed));
        else resolve(answer.value);
      };
      if (!seat) return this.#settle("none is there");
      seat.busy(true);
      seat.post({ ...call, call: number });
    });
  }

  /** Lets the worker go; the next call begins with another. */
  #drop(why: string): void {
    const seat = this.#seat;
    this.#seat = null;
    seat?.end();
    this.#settle?.(why);
  }
}

function errorOf({ name, message, path, diagnostics }: Failure): RubricError {
  if (name === "RubricFault") return new RubricFault(message);
  if (name === "RubricLoadError") return new RubricLoadError(new Error(message));
  return new RubricError(message, { diagnostics, ...(path === null ? {} : { path }) });
}

/** Arguments as they are now: they may wait, and be asked again of another worker. */
export function structured(args: readonly unknown[], method: string): readonly unknown[] {
  try {
    return structuredClone(args);
  } catch (error) {
    throw new RubricError(`this cannot be sent to a worker: ${error instanceof Error ? error.message : String(error)}`, { path: method });
  }
}
