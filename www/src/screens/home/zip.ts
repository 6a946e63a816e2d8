// ZIP files with everything: nothing is packed, so that they are written and read piece by piece.
import { Unzip, UnzipPassThrough, Zip, ZipPassThrough } from "fflate";

/** A ZIP file of blobs, each stored as it is. */
export async function zip(entries: readonly { readonly path: string; readonly blob: Blob }[]): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let failed: Error | null = null;
  const archive = new Zip((error, data) => {
    failed ??= error;
    if (data) pieces.push(data as Uint8Array<ArrayBuffer>);
  });
  for (const { path, blob } of entries) {
    const entry = new ZipPassThrough(path);
    archive.add(entry);
    await each(blob, (chunk) => entry.push(chunk));
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  if (failed) throw failed;
  return new Blob(pieces, { type: "application/zip" });
}

/** The blobs of a ZIP file of ours. Packed entries are not ours; nor is what holds more than it may. */
export async function unzip(file: Blob, most: number): Promise<ReadonlyMap<string, Blob>> {
  const found = new Map<string, Blob>();
  let failed: Error | null = null;
  let taken = 0;
  const reader = new Unzip((entry) => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    entry.ondata = (error, data, final) => {
      failed ??= error;
      taken += data?.length ?? 0;
      if (taken > Math.max(most, file.size)) failed ??= new Error("this file unpacks to too much");
      if (!failed && data) pieces.push(data.slice());
      if (final) found.set(entry.name, new Blob(pieces));
    };
    entry.start();
  });
  reader.register(UnzipPassThrough);
  await each(file, (chunk) => {
    if (failed) throw failed;
    reader.push(chunk);
  });
  reader.push(new Uint8Array(), true);
  if (failed) throw failed;
  return found;
}

async function each(blob: Blob, take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}
