// Runs in a thread of its own, in the browser and in Node: whatever a PDF makes
// its reader do, the thread can be ended.
import type { PDFDocumentProxy } from "pdfjs-dist";
import { MOST_COUNTED, MOST_HEADINGS, MOST_PAGES } from "./limits.js";
import type { Bytes, ThreadSaid } from "./task.js";

/** What a PDF holds. */
export interface PdfFound {
  readonly encrypted: boolean;
  readonly damaged: boolean;
  readonly pages: number | null;
  /** Text of each page that could be read. */
  readonly text: string;
  /** All of it was read, and there is no more. */
  readonly whole: boolean;
  readonly headings: readonly string[];
  readonly author: string | null;
  readonly created: string | null;
  readonly modified: string | null;
}

type Reader = typeof import("pdfjs-dist");
const AT_ONCE = 8 << 20;
const NONE: PdfFound = { encrypted: false, damaged: true, pages: null, text: "", whole: false, headings: [], author: null, created: null, modified: null };

/** Reads a PDF: pages, text, headings, who and when. Nothing in it is executed, drawn or fetched. */
export async function readPdf(reader: Reader, bytes: Bytes, say: (said: ThreadSaid) => void): Promise<PdfFound> {
  const opening = reader.getDocument({
    ...(bytes.size <= AT_ONCE ? { data: await bytes.read(0, bytes.size) } : { range: ranges(reader, bytes) }),
    disableAutoFetch: true, disableStream: true, disableFontFace: true, enableXfa: false, isEvalSupported: false,
    useSystemFonts: false, useWorkerFetch: false, useWasm: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false,
    stopAtErrors: false, verbosity: 0,
  });
  let document: PDFDocumentProxy;
  try {
    document = await opening.promise;
  } catch (error) {
    const encrypted = error instanceof Error && error.name === "PasswordException";
    return { ...NONE, encrypted, damaged: !encrypted };
  }
  const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const said = (name: string) => (typeof info[name] === "string" ? info[name] : null);
  const { text, whole, damaged } = await textOf(document, say);
  return {
    encrypted: false, damaged, pages: document.numPages, text, whole, headings: await headingsOf(document, MOST_HEADINGS),
    author: said("Author"), created: said("CreationDate"), modified: said("ModDate"),
  };
}

/** A large file is read where the reader looks, not from end to end. */
function ranges(reader: Reader, bytes: Bytes): InstanceType<Reader["PDFDataRangeTransport"]> {
  const transport = new reader.PDFDataRangeTransport(bytes.size, null);
  transport.requestDataRange = (begin: number, end: number) => {
    void bytes.read(begin, end).then((slice) => transport.onDataRange(begin, slice));
  };
  return transport;
}

async function textOf(document: PDFDocumentProxy, say: (said: ThreadSaid) => void): Promise<{ text: string; whole: boolean; damaged: boolean }> {
  const pages: string[] = [];
  let [length, damaged] = [0, false];
  const last = Math.min(document.numPages, MOST_PAGES);
  for (let number = 1; number <= last && length <= MOST_COUNTED; number += 1) {
    try {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
      pages.push(text);
      length += text.length;
      page.cleanup();
    } catch {
      damaged = true;
    }
    if (number % 4 === 0) say({ rubricate: "progress", done: number / last });
  }
  return { text: pages.join("\n\n"), whole: !damaged && last === document.numPages && length <= MOST_COUNTED, damaged };
}

async function headingsOf(document: PDFDocumentProxy, most: number): Promise<string[]> {
  const found: string[] = [];
  const waiting = (await document.getOutline().catch(() => null)) ?? [];
  while (waiting.length > 0 && found.length < most) {
    const one = waiting.shift();
    if (!one) break;
    found.push(one.title);
    waiting.unshift(...(one.items ?? []).slice(0, most));
  }
  return found;
}
