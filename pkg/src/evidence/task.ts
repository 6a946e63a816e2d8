/** The readers that run in a thread of their own. */
export type Reads = "pdf" | "media" | "camera";

/** What a reader sees of a file: its slices. */
export interface Bytes {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a thread is asked. Node hands no blob of a file on the disk to a thread: slices are asked for there. */
export interface Task {
  readonly rubricate: "read";
  readonly size: number;
  readonly blob?: Blob;
}

/** What a thread says. */
export type ThreadSaid =
  | { readonly rubricate: "progress"; readonly done: number }
  | { readonly rubricate: "found"; readonly found: unknown }
  | { readonly rubricate: "slice"; readonly number: number; readonly from: number; readonly to: number };

/** A slice that was asked for; without bytes where the file cannot be read any more. */
export interface Slice {
  readonly rubricate: "sliced";
  readonly number: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** Whether a message is a task; messages of a reader's own come by too. */
export function isTask(data: unknown): data is Task {
  return typeof data === "object" && data !== null && "rubricate" in data && data.rubricate === "read";
}

export function bytesOf(blob: Blob): Bytes {
  return { size: blob.size, read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()) };
}
