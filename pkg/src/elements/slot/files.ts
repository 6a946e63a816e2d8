import type { Assessment } from "../../assessment.js";
import type { Portfolio } from "../../portfolio-types.js";

/** A file of a piece of evidence. */
export interface EvidenceFile {
  /** The slot it was attached to. */
  readonly slot: string;
  /** The id of its facts. */
  readonly id: string;
  /** Its file name. */
  readonly name: string;
  /** What is in it. */
  readonly file: Blob;
}

/**
 * The files of an assessment's evidence, in memory. An assessment holds only facts:
 * the files go in here when they are attached, and whoever wants them to outlive
 * the page keeps them (`rubric-attach`, `rubric-detach`) and gives them back with `put`.
 */
export class EvidenceFiles {
  readonly #assessment: Assessment;
  readonly #files = new Map<string, EvidenceFile>();
  readonly #listeners = new Set<() => void>();
  /** Names of people, such as the students of a class, to look for in texts. They are told to nobody. */
  names: readonly string[] = [];

  constructor(assessment: Assessment) {
    this.#assessment = assessment;
  }

  /** The file of a piece; nothing where it is not in this page. */
  get(slot: string, id: string): EvidenceFile | undefined {
    const own = this.#files.get(key(slot, id));
    if (own) return own;
    const facts = this.#assessment.given.evidence[slot]?.find((one) => one.id === id);
    const file = facts?.sha256 === undefined ? undefined : read.get(facts.sha256);
    return facts && file ? { slot, id, name: facts.name ?? file.name, file: file.file } : undefined;
  }

  /** Remembers a file that was read here by its hash. */
  remember(sha256: string | undefined, file: Blob, name: string): void {
    if (sha256 === undefined) return;
    read.delete(sha256);
    read.set(sha256, { file, name });
    const [oldest] = read.keys();
    if (read.size > MOST_READ && oldest !== undefined) read.delete(oldest);
    this.#tell();
  }

  /** Gives a file to a piece of evidence, such as one that was kept from an earlier visit. */
  put(slot: string, id: string, file: Blob, name = "name" in file && typeof file.name === "string" ? file.name : id): void {
    this.#files.set(key(slot, id), { slot, id, name, file });
    this.#tell();
  }

  /** Forgets the file of a piece. */
  drop(slot: string, id: string): void {
    if (this.#files.delete(key(slot, id))) this.#tell();
  }

  /** Files of what is attached now, slot by slot. */
  list(): EvidenceFile[] {
    return this.#each((slot, id) => this.get(slot, id) ?? []);
  }

  /** Pieces that were files, and whose file is not in this page. */
  missing(): { readonly slot: string; readonly id: string; readonly name: string }[] {
    const { evidence } = this.#assessment.given;
    return Object.entries(evidence).flatMap(([slot, items]) =>
      items.filter(({ id, name, sha256 }) => name !== undefined && sha256 !== undefined && !this.get(slot, id)).map(({ id, name = id }) => ({ slot, id, name })),
    );
  }

  /** Has a function called when a file comes or goes; what comes back ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #each<T>(make: (slot: string, id: string) => T | readonly T[]): T[] {
    return Object.entries(this.#assessment.given.evidence).flatMap(([slot, items]) => items.flatMap(({ id }) => make(slot, id)));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Files that were read on this page, by their hash: an edit may be taken back, and an
 * element may begin anew with what was saved, in another language or place of the page.
 */
const read = new Map<string, { readonly file: Blob; readonly name: string }>();
const MOST_READ = 500;

const key = (slot: string, id: string) => JSON.stringify([slot, id]);
const all = new WeakMap<Assessment, EvidenceFiles>();

/** The files of an assessment; always the same object for the same assessment. */
export function evidenceFiles(assessment: Assessment): EvidenceFiles {
  let found = all.get(assessment);
  if (!found) all.set(assessment, (found = new EvidenceFiles(assessment)));
  return found;
}

/**
 * Gives the files of a portfolio to an assessment that was started with its document,
 * but for those that it does not have. A changed one comes too: its facts still hold the
 * old hash, and it was said.
 */
export function takeFiles(assessment: Assessment, { files }: Portfolio): void {
  const held = assessment.given.evidence;
  for (const { slot, id, name, file } of files) if (held[slot]?.some((one) => one.id === id)) evidenceFiles(assessment).put(slot, id, file, name);
}
