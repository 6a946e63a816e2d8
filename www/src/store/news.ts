/** What tabs tell each other. */
export type News =
  | { readonly about: "work"; readonly id: string }
  | { readonly about: "list" }
  /** Everything on this device is being erased. */
  | { readonly about: "erased" }
  /** Somebody wants to write a work that another tab holds. */
  | { readonly about: "release"; readonly id: string };

/** News between the tabs of one browser; silent where there is no channel. */
export class Wire {
  readonly #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("rubricate") : null;
  readonly #listeners = new Set<(news: News) => void>();

  constructor() {
    this.#channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isNews(data)) for (const listener of [...this.#listeners]) listener(data);
    });
  }

  tell(news: News): void {
    this.#channel?.postMessage(news);
  }

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function isNews(data: unknown): data is News {
  return typeof data === "object" && data !== null && "about" in data;
}
