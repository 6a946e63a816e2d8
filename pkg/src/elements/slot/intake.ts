import type { ProbeSlot, Probed } from "../../probe-types.js";

/** A file or an address that is being read. */
export interface Arriving {
  readonly key: number;
  readonly name: string;
  readonly given: File | string;
  readonly state: "waiting" | "reading" | "failed";
  /** From 0 to 1. */
  readonly done: number;
}

/** With its size when it came: one that is deleted while it waits seems to be an empty file. */
type Draft = { -readonly [K in keyof Arriving]: Arriving[K] } & { readonly size: number; readonly stop: AbortController };

const sizeOf = (given: File | string): number => (typeof given === "string" ? given.length : given.size);

export interface Receiver {
  slot(): ProbeSlot | null;
  names(): readonly string[];
  locale(): string;
  taken(found: Probed, given: File | string): void;
  changed(): void;
}

/** The readers come with the first file. */
const readers = () => import("../../evidence/index.js");
/** Files that are read at once on this page. */
const AT_ONCE = 2;
let running = 0;
let keys = 0;
const queue: (() => Promise<void>)[] = [];

function pump(): void {
  while (running < AT_ONCE) {
    const next = queue.shift();
    if (!next) return;
    running += 1;
    void next().finally(() => {
      running -= 1;
      pump();
    });
  }
}

/** What arrives at a slot: read a few at a time, each can be cancelled. */
export class Intake {
  readonly #receiver: Receiver;
  #all: Draft[] = [];

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  get all(): readonly Arriving[] {
    return this.#all;
  }

  add(given: readonly (File | string)[]): void {
    for (const one of given) this.#start({ key: (keys += 1), name: typeof one === "string" ? one : one.name, given: one, state: "waiting", done: 0, size: sizeOf(one), stop: new AbortController() });
  }

  /** Stops one, or takes one away that has failed. */
  cancel(key: number): void {
    this.#all.find((one) => one.key === key)?.stop.abort();
    this.#leave(key);
  }

  again(key: number): void {
    const one = this.#all.find((one) => one.key === key);
    this.#leave(key);
    if (one) this.#start({ ...one, key: (keys += 1), state: "waiting", done: 0, stop: new AbortController() });
  }

  cancelAll(): void {
    for (const { key } of [...this.#all]) this.cancel(key);
  }

  #leave(key: number): void {
    this.#all = this.#all.filter((one) => one.key !== key);
    this.#receiver.changed();
  }

  #start(one: Draft): void {
    this.#all.push(one);
    queue.push(() => this.#read(one));
    this.#receiver.changed();
    pump();
  }

  async #read(one: Draft): Promise<void> {
    const { signal } = one.stop;
    if (signal.aborted) return;
    one.state = "reading";
    this.#receiver.changed();
    const onProgress = (done: number): void => {
      one.done = done;
      this.#receiver.changed();
    };
    try {
      const { probe } = await readers();
      if (sizeOf(one.given) !== one.size) throw new Error("the file was changed or is gone");
      const found = await probe(one.given, this.#receiver.slot(), { signal, onProgress, names: this.#receiver.names(), locale: this.#receiver.locale() });
      if (signal.aborted) return;
      if (typeof one.given !== "string" && found.bytes !== one.size) throw new Error("the file was changed or is gone");
      this.#leave(one.key);
      this.#receiver.taken(found, one.given);
    } catch {
      if (signal.aborted) return;
      one.state = "failed";
      this.#receiver.changed();
    }
  }
}
