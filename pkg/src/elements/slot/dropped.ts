/** Files of one folder that are taken, and folders inside each other. */
const MOST_FILES = 100;
const MOST_DEPTH = 4;

/** Whether something is being dragged that can be dropped here. */
export function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer !== null && [...dataTransfer.types].includes("Files");
}

export function carriesLink({ dataTransfer }: DragEvent): boolean {
  return dataTransfer !== null && [...dataTransfer.types].includes("text/uri-list");
}

/** The addresses in what was dropped or pasted. */
export function linksOf(data: DataTransfer | null): string[] {
  const text = data?.getData("text/uri-list") || data?.getData("text/plain") || "";
  const [line = "", ...more] = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return more.length === 0 && isWeb(line) ? [line.trim()] : [];
}

export function isWeb(text: string): boolean {
  const bare = text.trim();
  return !/\s/.test(bare) && (/^https?:\/\/./i.test(bare) || /^www\.[^/]+\.[a-z]{2,}/i.test(bare)) && URL.canParse(/^www\./i.test(bare) ? `https://${bare}` : bare);
}

/** The files in what was dropped or pasted, with those in folders. To be called while the event is handled. */
export async function filesOf(data: DataTransfer | null): Promise<File[]> {
  if (!data) return [];
  // The list is emptied when the event is over: all that is needed of it is taken now.
  const plain = [...data.files];
  const entries = [...data.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry) await walk(entry, found, 0);
  return found;
}

async function walk(entry: FileSystemEntry, found: File[], depth: number): Promise<void> {
  if (found.length >= MOST_FILES || depth > MOST_DEPTH) return;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
    // What a system leaves in folders is nobody's evidence.
    if (file && !/^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(file.name)) found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found, depth + 1);
  }
}
