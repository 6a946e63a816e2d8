import { RubricError } from "../errors.js";
import type { Note } from "../probe-types.js";
import type { OpenedFile, Portfolio, PortfolioOptions, PortfolioParts } from "../portfolio-types.js";
import type { Saved } from "../saved-types.js";
import type { Facts } from "../types.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { hex } from "./hash.js";
import { MIB, SLICE } from "./limits.js";
import { noteIn, translatedNote } from "../texts/notes.js";
import { note } from "./notes.js";
import { languageOf } from "./probe.js";
import { Run, Unreadable } from "./run.js";
import { Source } from "./source.js";
import { directory, type Member, placeOf, unpack } from "./zip.js";

const MANIFEST = "manifest.json";
const SAVED = "saved.json";
const SUMMARY = "summary.html";
/** ZIP without its 64-bit form ends at 4 GiB; and a portfolio is what one person hands in. */
const MOST_BYTES = 4000 * MIB;
const MOST_FILES = 1000;
const MOST_DOCUMENT = 32 * MIB;
const MOST_PATH = 300;

interface Listed {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly slot: string;
  readonly id: string;
}

interface Manifest {
  readonly format: "rubricate/portfolio";
  readonly version: 1;
  readonly documents: Readonly<Record<string, string>>;
  readonly files: readonly Listed[];
}

/** One file that holds the assessment, its evidence and a page to read, with the hash of each. */
export async function packPortfolio(parts: PortfolioParts, options: PortfolioOptions = {}): Promise<Blob> {
  const run = new Run(options.signal, options.onProgress);
  const total = parts.files.reduce((sum, { file }) => sum + file.size, 0);
  if (parts.files.length > MOST_FILES) throw new RubricError(`a portfolio holds up to ${MOST_FILES} files, not ${parts.files.length}`);
  if (total > MOST_BYTES) throw new RubricError(`a portfolio holds up to ${MOST_BYTES / MIB} MiB of files`);
  const zip = new Packing();
  const documents: Record<string, string> = {};
  for (const [path, text] of [[SAVED, JSON.stringify(parts.saved)], [SUMMARY, parts.html]] as const) documents[path] = zip.text(path, text);
  const files: Listed[] = [];
  let done = 0;
  for (const [index, one] of parts.files.entries()) {
    const path = pathOf(index, one.name);
    const digest = await zip.file(path, new Source(one.file, run), (bytes) => run.progress((done += bytes) / (total || 1)));
    files.push({ path, sha256: digest, bytes: one.file.size, name: one.name, slot: one.slot, id: one.id });
  }
  const manifest: Manifest = { format: "rubricate/portfolio", version: 1, documents, files };
  zip.text(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  run.progress(1);
  return zip.close();
}

/** Where the file with this place among `files` stands in the portfolio: for links in the page that is packed with it. */
export function pathOf(index: number, name: string): string {
  return `files/${String(index + 1).padStart(3, "0")}-${safe(name)}`;
}

/** A name that every file system takes; the real one is in the manifest. */
function safe(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/[^\w.-]+/g, "_").replaceAll(/^[._-]+|\.+$/g, "");
  return plain === "" ? "file" : plain.slice(-80);
}

/** A ZIP file while it is written. What is finished goes into a blob, so that memory does not grow with it. */
class Packing {
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;
  #blob = new Blob([]);
  readonly #zip: Zip;
  #failed: Error | null = null;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      this.#failed ??= error;
      if (error) return;
      this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
      this.#waiting += piece.length;
      if (this.#waiting > 4 * MIB) this.#flush();
    });
  }

  /** Adds a text, and gives its hash. */
  text(path: string, text: string): string {
    const bytes = new TextEncoder().encode(text);
    const entry = new ZipDeflate(path, { level: 6 });
    this.#add(entry);
    entry.push(bytes, true);
    return hex(sha256(bytes));
  }

  /** Adds a file as it is, and gives its hash. */
  async file(path: string, source: Source, progress: (bytes: number) => void): Promise<string> {
    const entry = new ZipPassThrough(path);
    this.#add(entry);
    const state = sha256.create();
    for await (const slice of source.slices(0, source.size, SLICE)) {
      state.update(slice);
      entry.push(slice);
      progress(slice.length);
    }
    entry.push(new Uint8Array(0), true);
    return hex(state.digest());
  }

  close(): Blob {
    this.#zip.end();
    if (this.#failed) throw this.#failed;
    this.#flush();
    return this.#blob.slice(0, this.#blob.size, "application/zip");
  }

  /** Always the same moment, so that the same content is the same file. */
  #add(entry: ZipDeflate | ZipPassThrough): void {
    entry.mtime = new Date(1980, 0, 1);
    this.#zip.add(entry);
  }

  #flush(): void {
    this.#blob = new Blob([this.#blob, ...this.#pieces]);
    [this.#pieces, this.#waiting] = [[], 0];
  }
}

/**
 * Opens a portfolio and holds every file against its hash.
 *
 * @throws RubricError with the reason when it is no portfolio, or built to do harm.
 */
export async function openPortfolio(blob: Blob, options: PortfolioOptions = {}): Promise<Portfolio> {
  const run = new Run(options.signal, options.onProgress);
  const source = new Source(blob, run);
  try {
    const found = await open(source);
    const language = languageOf(options.locale);
    const problems = found.problems.map((note) => Object.freeze({ ...note, sentence: noteIn(language, note) }));
    return language === "en" ? found : Object.freeze({ ...found, problems: Object.freeze(problems) });
  } catch (error) {
    if (error instanceof Unreadable) throw new RubricError(closed(options.locale, error.why));
    throw error;
  }
}

async function open(source: Source): Promise<Portfolio> {
  const members = checked(await directory(source, MOST_FILES + 10));
  await apart(source, [...members.values()]);
  const texts = new Map<string, string>();
  for (const path of [MANIFEST, SAVED, SUMMARY]) texts.set(path, await textOf(source, members.get(path), path));
  const manifest = manifestOf(texts.get(MANIFEST) ?? "");
  const problems: Note[] = [];
  for (const path of [SAVED, SUMMARY]) {
    if (manifest.documents[path] !== hex(sha256(new TextEncoder().encode(texts.get(path))))) problems.push(note("portfolioChanged", path));
  }
  const saved = savedOf(texts.get(SAVED) ?? "");
  const files = await filesOf(source, members, manifest, saved, problems);
  for (const name of lost(saved, manifest)) problems.push(note("portfolioMissing", name));
  source.run.progress(1);
  return Object.freeze({ saved, html: texts.get(SUMMARY) ?? "", files: Object.freeze(files), problems: Object.freeze(problems) });
}

function refuse(why: string): never {
  throw new RubricError(`this portfolio cannot be opened: ${why}`);
}

/** Members by path, none of which leads anywhere else. */
function checked(members: readonly Member[]): Map<string, Member> {
  const found = new Map<string, Member>();
  const seen = new Set<string>();
  let together = 0;
  for (const member of members) {
    const { name } = member;
    const shown = JSON.stringify(name.slice(0, MOST_PATH));
    if (name.length > MOST_PATH) refuse(`the path ${shown} is too long`);
    if (/^[/\\]|^[a-z]:|\\|(^|\/)\.\.?(\/|$)|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu.test(name)) refuse(`the path ${shown} leads elsewhere or hides something`);
    if (member.link) refuse(`${shown} is a link to another file`);
    if (member.encrypted) refuse(`${shown} is protected by a password`);
    if (seen.has(name.normalize("NFC").toLowerCase())) refuse(`${shown} is there twice`);
    seen.add(name.normalize("NFC").toLowerCase());
    together += member.size;
    if (together > MOST_BYTES) refuse("it unpacks to more than a portfolio may hold");
    if (!name.endsWith("/")) found.set(name, member);
  }
  return found;
}

/** No two members share their bytes: that is how a small file becomes a huge one. */
async function apart(source: Source, members: readonly Member[]): Promise<void> {
  const places: { from: number; to: number }[] = [];
  for (const member of members) places.push({ from: member.offset, to: (await placeOf(source, member)).to });
  places.sort((a, b) => a.from - b.from);
  if (places.some(({ from }, index) => index > 0 && from < (places[index - 1]?.to ?? 0))) refuse("its files lie on top of each other");
}

async function textOf(source: Source, member: Member | undefined, path: string): Promise<string> {
  if (!member) refuse(`${path} is missing`);
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of unpack(source, member, MOST_DOCUMENT, MOST_BYTES)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

const isText = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string, path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // The same words for what is no JSON and what is no object.
  }
  return refuse(`${path} is not as it should be`);
}

function manifestOf(text: string): Manifest {
  const { format, version, documents, files } = parsed(text, MANIFEST);
  if (format !== "rubricate/portfolio") refuse("it is no portfolio of Rubricate");
  if (version !== 1) refuse("it was made by a newer version");
  if (!isObject(documents) || !Array.isArray(files)) refuse(`${MANIFEST} is not as it should be`);
  const listed = files.map((one: unknown): Listed => {
    if (!isObject(one)) refuse(`${MANIFEST} is not as it should be`);
    const { path, sha256, bytes, name, slot, id } = one;
    if (!isText(path) || !isText(sha256) || typeof bytes !== "number" || !isText(name) || !isText(slot) || !isText(id)) refuse(`${MANIFEST} is not as it should be`);
    return { path, sha256, bytes, name, slot, id };
  });
  if (new Set(listed.map(({ path }) => path)).size !== listed.length) refuse(`${MANIFEST} lists a file twice`);
  return { format, version, documents: documents as Record<string, string>, files: listed };
}

function savedOf(text: string): Saved {
  const saved = parsed(text, SAVED);
  if (saved["format"] !== "rubricate/saved") refuse(`${SAVED} is no saved assessment`);
  return saved as unknown as Saved;
}

/** The facts of a piece of evidence that the assessment has. */
function factsOf(saved: Saved, slot: string, id: string): Facts | undefined {
  const items: unknown = isObject(saved.evidence) && Object.hasOwn(saved.evidence, slot) ? saved.evidence[slot] : undefined;
  return Array.isArray(items) ? items.find((one: unknown): one is Facts => isObject(one) && one["id"] === id) : undefined;
}

async function filesOf(source: Source, members: ReadonlyMap<string, Member>, manifest: Manifest, saved: Saved, problems: Note[]): Promise<OpenedFile[]> {
  const found: OpenedFile[] = [];
  const left = new Map([...members].filter(([path]) => ![MANIFEST, SAVED, SUMMARY].includes(path)));
  const total = [...left.values()].reduce((sum, { size }) => sum + size, 0) || 1;
  let done = 0;
  const taken = async (member: Member) => taking(source, member, (bytes) => source.run.progress((done += bytes) / total));
  for (const { path, sha256: listed, name, slot, id } of manifest.files) {
    const member = left.get(path);
    if (!member) {
      problems.push(note("portfolioMissing", name));
      continue;
    }
    left.delete(path);
    const { blob, digest } = await taken(member);
    const known = factsOf(saved, slot, id)?.sha256;
    const state = digest !== listed || (known !== undefined && known !== digest) ? "changed" : "same";
    if (digest !== listed) problems.push(note("portfolioChanged", name));
    else if (state === "changed") problems.push(note("portfolioOther", name));
    found.push(Object.freeze({ slot, id, name, path, file: blob, bytes: blob.size, sha256: digest, state }));
  }
  for (const [path, member] of left) {
    problems.push(note("portfolioExtra", path));
    const { blob, digest } = await taken(member);
    found.push(Object.freeze({ slot: "", id: "", name: path.slice(path.lastIndexOf("/") + 1), path, file: blob, bytes: blob.size, sha256: digest, state: "extra" }));
  }
  return found;
}

/** The bytes of a member and their hash. One that is stored as it is stays where it is. */
async function taking(source: Source, member: Member, progress: (bytes: number) => void): Promise<{ blob: Blob; digest: string }> {
  const state = sha256.create();
  if (member.method === 0) {
    // The hash says more than the ZIP's own checksum, and a changed file is to be said, not refused.
    const { from, to } = await placeOf(source, member);
    for await (const slice of source.slices(from, to)) {
      state.update(slice);
      progress(slice.length);
    }
    return { blob: source.blob.slice(from, to), digest: hex(state.digest()) };
  }
  let [blob, waiting, pieces] = [new Blob([]), 0, [] as Uint8Array<ArrayBuffer>[]];
  for await (const piece of unpack(source, member, member.size, MOST_BYTES)) {
    state.update(piece);
    progress(piece.length);
    pieces.push(piece as Uint8Array<ArrayBuffer>);
    waiting += piece.length;
    if (waiting > 4 * MIB) [blob, waiting, pieces] = [new Blob([blob, ...pieces]), 0, []];
  }
  return { blob: new Blob([blob, ...pieces]), digest: hex(state.digest()) };
}

/** Files that the assessment has and the portfolio does not list: what has bytes and a name, not a link and not a text. */
function lost(saved: Saved, manifest: Manifest): string[] {
  const has = new Set(manifest.files.map(({ slot, id }) => JSON.stringify([slot, id])));
  const all = Object.entries(isObject(saved.evidence) ? saved.evidence : {});
  return all.flatMap(([slot, items]) =>
    (Array.isArray(items) ? items : [])
      .filter((one: Facts) => isObject(one) && one.name !== undefined && one.sha256 !== undefined && !has.has(JSON.stringify([slot, one.id])))
      .map((one: Facts) => String(one.name)),
  );
}


/** Why a portfolio cannot be opened, in a language. */
function closed(locale: string | undefined, why: string): string {
  const language = languageOf(locale);
  return noteIn(language, note("portfolioClosed", translatedNote(language, why)));
}
