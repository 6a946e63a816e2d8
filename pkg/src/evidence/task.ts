/** The readers that run in a thread of their own. */
export type Reads = "pdf" | "media" | "camera";

/** What a thread is asked. */
export interface Task {
  readonly rubricate: "read";
  readonly blob: Blob;
}

/** What a thread answers. */
export type ThreadSaid = { readonly rubricate: "progress"; readonly done: number } | { readonly rubricate: "found"; readonly found: unknown };

/** Whether a message is a task; messages of a reader's own come by too. */
export function isTask(data: unknown): data is Task {
  return typeof data === "object" && data !== null && "rubricate" in data && data.rubricate === "read";
}
