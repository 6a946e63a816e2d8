import { be32, latin, type Source } from "./source.js";
import { endRecord } from "./zip-end.js";

/** How a kind is read. */
export type Reads = "zip" | "ole" | "pdf" | "image" | "media" | "text" | "lnk" | "plist" | "none";

/** Loads what knows the kinds that are not read here. */
export type RarerKinds = () => Promise<{ fileTypeFromBuffer(bytes: Uint8Array): Promise<{ readonly ext: string; readonly mime: string } | undefined> }>;

/** What a file is by its first bytes. */
export interface Sniffed {
  readonly kind: string;
  readonly reads: Reads;
}

const HEAD = 16 * 1024;

const start = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** Where `%PDF-` stands: readers accept it anywhere in the first kilobyte. */
function pdfAt(head: Uint8Array): number {
  return latin(head, 0, 1024 + 5).indexOf("%PDF-");
}

function brand(head: Uint8Array): Sniffed | null {
  if (latin(head, 4, 8) !== "ftyp") return ["moov", "mdat", "wide"].includes(latin(head, 4, 8)) && be32(head, 0) >= 8 ? { kind: "mov", reads: "media" } : null;
  const brands = [latin(head, 8, 12)];
  for (let at = 16; at + 4 <= Math.min(be32(head, 0), 256); at += 4) brands.push(latin(head, at, at + 4));
  const has = (pattern: RegExp) => brands.some((one) => pattern.test(one));
  if (has(/^avi[fs]$/)) return { kind: "avif", reads: "image" };
  if (has(/^(hei[cxms]|hev[cxms]|mif1|msf1)$/)) return { kind: "heic", reads: "image" };
  if (/^M4[AB] ?$/.test(brands[0] ?? "")) return { kind: "m4a", reads: "media" };
  if (/^qt/.test(brands[0] ?? "")) return { kind: "mov", reads: "media" };
  return { kind: "mp4", reads: "media" };
}

/** The kinds that are read here, by what every such file starts with. */
function known(head: Uint8Array): Sniffed | null {
  const text = latin(head, 0, 64);
  if (text.startsWith("%PDF-")) return { kind: "pdf", reads: "pdf" };
  if (start(head, 0x50, 0x4b, 3, 4) || start(head, 0x50, 0x4b, 5, 6)) return { kind: "zip", reads: "zip" };
  if (start(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: "png", reads: "image" };
  if (start(head, 0xff, 0xd8, 0xff)) return { kind: "jpeg", reads: "image" };
  if (/^GIF8[79]a/.test(text)) return { kind: "gif", reads: "image" };
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return { kind: "webp", reads: "image" };
  if (/^(RIFF|RF64)/.test(text) && text.slice(8, 12) === "WAVE") return { kind: "wav", reads: "media" };
  if (start(head, 0x1a, 0x45, 0xdf, 0xa3)) return { kind: latin(head, 0, 128).includes("webm") ? "webm" : "mkv", reads: "media" };
  if (text.startsWith("ID3")) return { kind: "mp3", reads: "media" };
  if (text.startsWith("OggS")) return { kind: "ogg", reads: "media" };
  if (text.startsWith("fLaC")) return { kind: "flac", reads: "media" };
  if (start(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { kind: "other", reads: "ole" };
  if (start(head, 0x4c, 0, 0, 0, 1, 0x14, 2, 0)) return { kind: "shortcut", reads: "lnk" };
  if (text.startsWith("bplist00")) return { kind: "other", reads: "plist" };
  if (start(head, 0x4d, 0x5a)) return { kind: "exe", reads: "none" };
  if (start(head, 0x7f, 0x45, 0x4c, 0x46)) return { kind: "elf", reads: "none" };
  return brand(head);
}

/** Whether these bytes are a text: no zero bytes and hardly a control character, or a mark that says it is Unicode. */
function isText(head: Uint8Array): boolean {
  if (start(head, 0xef, 0xbb, 0xbf) || start(head, 0xff, 0xfe) || start(head, 0xfe, 0xff)) return true;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) odd += 1;
  }
  return odd * 200 <= head.length;
}

/** MPEG sound without a tag before it: a frame, and where it says the next one starts, the next one. */
function isMp3(head: Uint8Array): boolean {
  const size = frame(head, 0);
  return size > 0 && (size + 4 > head.length || frame(head, size) > 0);
}

const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

function frame(head: Uint8Array, at: number): number {
  const [one, two, three] = [head[at] ?? 0, head[at + 1] ?? 0, head[at + 2] ?? 0];
  const [version, layer, rate, speed] = [(two >> 3) & 3, (two >> 1) & 3, three >> 4, (three >> 2) & 3];
  if (one !== 0xff || two < 0xe0 || version === 1 || layer !== 1 || speed === 3) return 0;
  const bits = (version === 3 ? RATES : RATES_2)[rate] ?? 0;
  const hertz = ([44100, 48000, 32000][speed] ?? 0) >> (version === 3 ? 0 : version === 2 ? 1 : 2);
  return bits === 0 ? 0 : Math.floor(((version === 3 ? 144 : 72) * bits * 1000) / hertz) + ((three >> 1) & 1);
}

/** What a file is by its content, and what else it could be taken for. */
export async function sniff(source: Source, rarer: RarerKinds): Promise<Sniffed & { readonly also: string | null }> {
  const head = await source.read(0, HEAD);
  const found = known(head) ?? (isMp3(head) ? { kind: "mp3", reads: "media" as const } : await other(head, rarer));
  return { ...found, also: await alsoOf(source, head, found) };
}

async function other(head: Uint8Array, rarer: RarerKinds): Promise<Sniffed> {
  // A text with a PDF's mark in its first kilobyte opens as a PDF.
  if (pdfAt(head) > 0) return { kind: "pdf", reads: "pdf" };
  if (isText(head)) return { kind: "text", reads: "text" };
  try {
    const type = await (await rarer()).fileTypeFromBuffer(head);
    if (type?.mime.startsWith("audio/")) return { kind: "audio", reads: "media" };
    if (type?.mime.startsWith("video/")) return { kind: "video", reads: "media" };
    if (type?.mime.startsWith("image/")) return { kind: "image", reads: "none" };
    return { kind: type?.ext ?? "other", reads: "none" };
  } catch {
    return { kind: "other", reads: "none" };
  }
}

async function alsoOf(source: Source, head: Uint8Array, { reads, kind }: Sniffed): Promise<string | null> {
  const mark = pdfAt(head);
  if (kind === "pdf") {
    if (mark > 0) return head[0] === 0x4d && head[1] === 0x5a ? "exe" : null;
  } else if (mark >= 0 && reads !== "text") return "pdf";
  if (reads === "zip" || reads === "text" || reads === "lnk") return null;
  const tail = await source.read(Math.max(0, source.size - 22 - 0xffff), source.size);
  return endRecord(tail) >= 0 ? "zip" : null;
}
