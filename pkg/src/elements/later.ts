/** Things put off, each under a key; the newest of a key counts. */
export class Later {
  readonly #waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly work: () => void }>();

  /** Does something after a pause, in place of what was put off under the same key. */
  put(key: string, pause: number, work: () => void): void {
    this.drop(key);
    const timer = setTimeout(() => this.hurry(key), pause);
    this.#waiting.set(key, { timer, work });
  }

  /** Does now what was put off. */
  hurry(key: string): void {
    const waiting = this.#waiting.get(key);
    this.drop(key);
    waiting?.work();
  }

  /** Does all of it now that goes by such a key. */
  hurryAll(which: (key: string) => boolean): void {
    for (const key of [...this.#waiting.keys()]) if (which(key)) this.hurry(key);
  }

  drop(key: string): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.delete(key);
  }

  dropAll(): void {
    for (const key of [...this.#waiting.keys()]) this.drop(key);
  }
}
