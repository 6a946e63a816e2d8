import { WHY } from "./notes.js";
import { Unreadable } from "./run.js";
import { type Source, u16, u32 } from "./source.js";

const END = 0xfffffffe;
const MOST_SECTORS = 256;

/**
 * The names in an old compound file (what Office wrote before 2007, and what it
 * wraps around a file with a password).
 */
async function names(source: Source): Promise<Set<string>> {
  const head = await source.read(0, 512);
  const shift = u16(head, 30);
  if (shift !== 9 && shift !== 12) throw new Unreadable(WHY.damaged, "damaged");
  const size = 2 ** shift;
  const sector = (at: number) => source.read((at + 1) * size, (at + 2) * size);
  const found = new Set<string>();
  let at = u32(head, 48);
  for (let count = 0; at < END && count < MOST_SECTORS; count += 1) {
    const bytes = await sector(at);
    if (bytes.length === 0) throw new Unreadable(WHY.damaged, "damaged");
    for (let entry = 0; entry + 128 <= bytes.length; entry += 128) {
      const length = Math.min(64, u16(bytes, entry + 64));
      if (length > 2) found.add(new TextDecoder("utf-16le").decode(bytes.subarray(entry, entry + length - 2)));
    }
    // The table says which sector goes on where; the head names its first 109 sectors.
    const table = Math.floor((at * 4) / size);
    if (table >= 109) break;
    at = u32(await sector(u32(head, 76 + table * 4)), (at * 4) % size);
  }
  return found;
}

/** What an old compound file is. Nothing more of it is read. */
export async function readOle(source: Source, declared: string | undefined): Promise<void> {
  const { run } = source;
  run.facts.kind = "other";
  const found = await names(source);
  if (found.has("EncryptedPackage")) {
    // What is behind the password shows from outside only by the name.
    run.facts.kind = /^(docx|xlsx|pptx)$/.test(declared ?? "") ? (declared ?? "other") : "other";
    run.facts.encrypted = true;
    throw new Unreadable(WHY.password, "password");
  }
  if (found.has("WordDocument")) run.facts.kind = "doc";
  else if (found.has("Workbook") || found.has("Book")) run.facts.kind = "xls";
  else if (found.has("PowerPoint Document")) run.facts.kind = "ppt";
  throw new Unreadable(WHY.unread);
}
