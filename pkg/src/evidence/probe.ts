import type { Probed, ProbeOptions, ProbeSlot } from "../probe-types.js";
import { findNames, Gather } from "./gather.js";
import { hash, hashText } from "./hash.js";
import { readImage } from "./image.js";
import { asLink, readLink, takeShortcut } from "./link.js";
import { MOST_COUNTED } from "./limits.js";
import { readRecording } from "./media.js";
import { declared, isProgram, lookAtName } from "./names.js";
import { WHY } from "./notes.js";
import { readOle } from "./ole.js";
import { readPdfFile } from "./pdf.js";
import { Run, Unreadable } from "./run.js";
import { type RarerKinds, type Sniffed, sniff } from "./sniff.js";
import { Source } from "./source.js";
import { readText } from "./text.js";
import { noteIn, translatedNote } from "../texts/notes.js";
import type { OpenThread } from "./thread.js";

/** Facts that a kind of file can have, and that are not known when it could not be read. */
const CAN: Readonly<Record<Sniffed["reads"], readonly string[]>> = {
  zip: ["pages", "text", "words", "characters", "sentences", "date"],
  ole: ["pages", "text", "words", "characters", "sentences", "date"],
  pdf: ["pages", "text", "words", "characters", "sentences", "date"],
  text: ["text", "words", "characters", "sentences", "date"],
  image: ["width", "height", "date", "place"],
  media: ["seconds", "width", "height", "date", "place"],
  lnk: [],
  plist: [],
  none: ["pages", "text", "words", "characters", "sentences", "seconds", "width", "height", "date"],
};

/** What a probe loads when it is needed; a thread of its own has it from the start. */
export interface Parts {
  readonly open: OpenThread;
  readonly office: () => Promise<Pick<typeof import("./office.js"), "readZip">>;
  readonly rarer: RarerKinds;
}

/** The facts of a file, a text or a link. Nothing is executed, and nothing leaves the device. */
export async function probeWith(parts: Parts, given: Blob | string, slot: ProbeSlot | null, options: ProbeOptions): Promise<Probed> {
  const run = new Run(options.signal, options.onProgress);
  run.start();
  if (typeof given === "string") readGiven(run, given, slot);
  else await readFile(run, given, options.name, parts);
  run.start();
  try {
    findNames(run, run.facts.text ?? "", options.names ?? []);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  run.progress(1);
  const language = languageOf(options.locale);
  const undetermined = run.undetermined().map(({ what, why }) => ({ what, why: translatedNote(language, why) }));
  return Object.freeze({
    ...run.facts,
    id: options.id ?? madeUp(),
    kind: run.facts.kind ?? "other",
    ...(undetermined.length > 0 ? { undetermined: Object.freeze(undetermined.map((one) => Object.freeze(one))) } : {}),
    notes: Object.freeze(language === "en" ? run.notes : run.notes.map((note) => Object.freeze({ ...note, sentence: noteIn(language, note) }))),
  });
}

/** The language of a locale such as `es-MX`; English where none is given. */
export function languageOf(locale: string | undefined): string {
  return locale?.split("-", 1)[0]?.toLowerCase() ?? "en";
}

/** A text that was typed, or an address that was pasted: a link where the slot takes links, or takes all. */
function readGiven(run: Run, text: string, slot: ProbeSlot | null): void {
  const accepts = slot?.rules.filter(({ kind }) => kind === "accepts") ?? [];
  const takesLinks = accepts.length === 0 || accepts.some(({ values }) => values.includes("link"));
  const url = takesLinks ? asLink(text) : null;
  if (url) return readLink(run, url);
  run.facts.kind = "text";
  if (text.length <= MOST_COUNTED) {
    run.facts.bytes = new TextEncoder().encode(text).length;
    run.facts.sha256 = hashText(text);
  }
  if (text.trim() === "") run.note("empty");
  const gather = new Gather();
  gather.add(text);
  gather.give(run);
}

async function readFile(run: Run, blob: Blob, named: string | undefined, parts: Parts): Promise<void> {
  const { facts } = run;
  const source = new Source(blob, run);
  // No file system has names that long; the ending is what counts.
  const name = (named ?? ("name" in blob && typeof blob.name === "string" ? blob.name : undefined))?.slice(-1000);
  const says = name === undefined ? undefined : declared(name);
  if (name !== undefined) facts.name = name;
  if (says !== undefined) facts.declaredKind = says;
  facts.bytes = blob.size;
  if (name !== undefined) lookAtName(run, name);
  run.rest();
  const digest = await hash(source, (done) => run.progress(done / 2));
  if (digest === null) run.miss(WHY.tooLarge, "sha256");
  else facts.sha256 = digest;
  run.progress(0.5);
  run.start();
  if (blob.size === 0) return readNothing(run, says);
  const found = await sniff(source, parts.rarer);
  facts.kind = found.kind;
  try {
    await look(source, found, says, parts);
  } catch (error) {
    giveUp(run, error, found);
  }
  if (found.also !== null) run.note("twoKinds", facts.kind, found.also);
  if (isProgram(facts.kind) || (says !== undefined && isProgram(says))) run.note("program");
  if (facts.place !== undefined) run.note("place", facts.place);
  if (facts.camera !== undefined) run.note("camera", facts.camera);
  if (says !== undefined && !agrees(says, facts.kind)) run.note("otherKind", says, facts.kind);
}

function readNothing(run: Run, says: string | undefined): void {
  run.facts.kind = says === "text" || says === "markdown" ? says : "other";
  run.note("empty");
  // An empty text is known to have no words; of anything else nothing is known.
  if (run.facts.kind === "other") run.miss(WHY.empty, ...CAN.none);
  else run.facts.text = "";
}

async function look(source: Source, { reads, kind }: Sniffed, says: string | undefined, { open, office }: Parts): Promise<void> {
  if (reads === "zip") return (await office()).readZip(source);
  if (reads === "ole") return readOle(source, says);
  if (reads === "pdf") return readPdfFile(source, open);
  if (reads === "image") return readImage(source, kind, open);
  if (reads === "media") return readRecording(source, open);
  if (reads === "text") return readText(source, says);
  if (reads === "lnk" || (reads === "plist" && says === "shortcut")) return takeShortcut(source.run, await source.read(0, 64 * 1024));
  source.run.miss(WHY.unread, ...CAN.none);
}

/** The facts of a file whose reader could not even be asked any more. */
export function silent(given: Blob | string, options: ProbeOptions): Probed {
  const run = new Run(undefined, undefined);
  const name = options.name ?? (given instanceof Blob && "name" in given ? String(given.name) : undefined);
  run.miss(WHY.time, ...CAN.none);
  const sized = given instanceof Blob ? { bytes: given.size } : {};
  return Object.freeze({ id: options.id ?? madeUp(), kind: "other", ...sized, ...(name === undefined ? {} : { name }), undetermined: Object.freeze(run.undetermined()), notes: Object.freeze([]) });
}

/** A reader gave up: why, and what is not known then. What the caller stopped goes on to the caller. */
function giveUp(run: Run, error: unknown, { reads }: Sniffed): void {
  let why: string = WHY.failed;
  if (error instanceof Unreadable) {
    why = error.why;
    for (const name of error.notes) run.note(name);
  } else {
    try {
      run.check();
    } catch (stopped) {
      if (!(stopped instanceof Unreadable)) throw stopped;
      why = stopped.why;
    }
  }
  // The clearer reason counts: what could not be read at all has no unsaid date.
  run.blame(why, ...CAN[reads]);
}

/** Kinds that a name may call each other without anybody being misled. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(["text", "markdown", "csv", "tsv", "html", "xml", "json", "yaml", "yml", "tex", "rst", "srt", "vtt", "log", "ini", "py", "js", "ts", "css", "sh", "bat", "ps1", "rubric"]),
  new Set(["mp4", "mov", "m4a", "m4b", "aac", "video", "3gp"]),
  new Set(["webm", "mkv", "mka", "audio", "weba"]),
  new Set(["ogg", "audio", "video"]),
  new Set(["audio", "aac", "aiff", "aif", "wma", "amr", "midi"]),
  new Set(["video", "avi", "wmv", "mpg", "mpeg", "flv"]),
  new Set(["image", "tiff", "bmp", "ico", "psd"]),
  new Set(["zip", "jar", "apk", "epub", "kmz", "sb3", "ggb"]),
  new Set(["exe", "scr", "com", "dll", "msi"]),
];

const RECOGNISED = /^(pdf|docx|xlsx|pptx|odt|ods|odp|text|markdown|csv|html|png|jpeg|gif|webp|heic|avif|mp[34]|mov|webm|wav|m4a|zip|flac|ogg)$/;

function agrees(says: string, kind: string): boolean {
  // What is not recognised may be anything, but for what always is.
  if (kind === "other" && !RECOGNISED.test(says)) return true;
  return says === kind || FAMILIES.some((family) => family.has(says) && family.has(kind));
}

/** An id that no other piece has. */
function madeUp(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return `evidence-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
