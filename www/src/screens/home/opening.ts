import type { Diagnostic, Rubric, Rubricate, Saved } from "rubricate";
import type { Portfolio } from "rubricate/evidence";
import { engine } from "../../engine.js";
import { galleryNames, gallerySource } from "../../gallery.js";
import type { Page } from "../../page.js";
import { troubleText } from "../../parts/trouble.js";
import type { RubricRecord, WorkRecord } from "../../store/schema.js";
import { rubricRecord, workRecord } from "../../work/begin.js";
import { NotOurs } from "./backup.js";
import { importAll, isBackup } from "./export.js";
import { keepDraft } from "../write-draft.js";

/** A rubric or a saved assessment is no larger than this. */
const MOST_TEXT = 8 << 20;

/** Why something was not opened, in words, with what can be done. */
export interface Refusal {
  readonly text: string;
  readonly todo: string | null;
  /** Of a rubric with mistakes: its text, to be mended. */
  readonly source: string | null;
  readonly findings: readonly Diagnostic[];
}

/** Opens what people hand over. One for a page: it remembers an assessment that waits for its rubric. */
export class Opener {
  readonly #page: Page;
  refusal: Refusal | null = null;
  busy = false;
  #waiting: { readonly saved: Saved; readonly files: Portfolio["files"] } | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Files, or a text. What cannot be opened is said in `refusal`, and nothing is changed. */
  async open(given: readonly File[] | string): Promise<void> {
    this.refusal = null;
    this.busy = true;
    this.#page.update();
    try {
      const rubricate = await engine();
      // Rubrics first, so that assessments find theirs.
      const pieces = typeof given === "string" ? [given] : [...given].sort((a, b) => Number(isRubricFile(b)) - Number(isRubricFile(a)));
      for (const piece of pieces) await (typeof piece === "string" ? this.#text(rubricate, piece, null) : this.#file(rubricate, piece));
    } catch (error) {
      this.#refuse(error instanceof NotOurs ? this.#page.say.opening.newer : troubleText(error, this.#page.say));
    }
    this.busy = false;
    const refusal = this.refusal as Refusal | null;
    if (refusal) {
      if (location.hash.replace(/^#\/?/, "") !== "") this.#page.go({ at: "home" });
      this.#page.announce(`${this.#page.say.opening.failed}. ${refusal.text}`);
    }
    this.#page.update();
  }

  /** Starts an assessment of a rubric of the gallery; one that was started and not touched is taken again. */
  async start(file: string): Promise<void> {
    const [rubricate, source] = await Promise.all([engine(), gallerySource(file)]);
    await this.#rubric(rubricate, source, { kind: "gallery", name: file });
  }

  /** Starts an assessment of a rubric that was just written. */
  async startWritten(source: string): Promise<void> {
    await this.#rubric(await engine(), source, { kind: "written", name: "" });
  }

  dismiss(): void {
    this.refusal = null;
    this.#page.update();
  }

  /** Opens the text of the refusal where it can be mended. */
  mend(): void {
    if (this.refusal?.source) keepDraft(this.refusal.source);
    this.refusal = null;
    this.#page.go({ at: "write", id: "mine" });
  }

  async #file(rubricate: Rubricate, file: File): Promise<void> {
    const { say } = this.#page;
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (head[0] === 0x50 && head[1] === 0x4b) return this.#zip(rubricate, file);
    if (file.size > MOST_TEXT) return this.#refuse(say.opening.tooLarge(file.name));
    const text = await file.text();
    if (text.includes("\0")) return this.#refuse(say.opening.notText(file.name));
    await this.#text(rubricate, text, file.name);
  }

  async #text(rubricate: Rubricate, text: string, name: string | null): Promise<void> {
    const plain = text.replace(/^\ufeff/, "");
    if (/^\s*\{/.test(plain)) return void (await this.#saved(rubricate, parsed(plain), [], name));
    if (!/\brubric\b/.test(plain)) return this.#refuse(this.#page.say.opening.notText(name ?? "…"));
    await this.#rubric(rubricate, plain, { kind: "file", name: name ?? "" });
  }

  async #zip(rubricate: Rubricate, file: File): Promise<void> {
    if (await isBackup(file)) {
      const { works, same } = await importAll(file, this.#page.store, rubricate);
      this.#page.toast({ text: this.#page.say.home.imported(works, same) });
      this.#page.go({ at: "home" });
      return;
    }
    const { openPortfolio } = await import("rubricate/evidence");
    const { saved, files, problems } = await openPortfolio(file, { locale: this.#page.locale });
    await this.#saved(rubricate, saved, problems.map(({ sentence }) => sentence), file.name, files.filter(({ state }) => state !== "extra"));
  }

  async #rubric(rubricate: Rubricate, source: string, origin: RubricRecord["origin"]): Promise<void> {
    const { say } = this.#page;
    // What comes with the pages was compiled when they were built; reading it twice is a tenth of a second on a phone.
    const findings = origin.kind === "gallery" ? [] : rubricate.check(source, { prove: false }).filter(({ severity }) => severity === "error");
    if (findings.length > 0) {
      this.refusal = { text: say.opening.mistakes(findings.length), todo: null, source, findings };
      return;
    }
    const rubric = rubricate.compile(source);
    try {
      const record = rubricRecord(rubric, source, origin);
      await this.#page.store.keepRubric(record).catch(() => {});
      const waiting = this.#waiting?.saved.rubric.name === record.name ? this.#waiting : null;
      this.#waiting = null;
      await this.#begin(rubric, record, waiting?.saved ?? null, waiting?.files);
    } finally {
      rubric.dispose();
    }
  }

  /** A saved assessment, with the rubric that is on this device; it waits where there is none. */
  async #saved(rubricate: Rubricate, saved: Saved, problems: readonly string[], name: string | null, files: Portfolio["files"] = []): Promise<void> {
    const { say } = this.#page;
    const named = saved?.rubric?.name;
    if (saved?.format !== "rubricate/saved" || typeof named !== "string") {
      return this.#refuse(say.opening.notText(name ?? "…"));
    }
    const record = await this.#rubricOf(rubricate, named, saved.rubric.contentHash);
    if (!record) {
      this.#waiting = { saved, files };
      this.refusal = { text: say.opening.needsRubric(saved.rubric.title || named), todo: say.opening.needsRubricTodo, source: null, findings: [] };
      return;
    }
    const rubric = rubricate.compile(record.source);
    try {
      await this.#begin(rubric, record, saved, files);
      if (problems.length > 0) this.#page.toast({ text: `${say.opening.problems} ${problems.join(" ")}` });
    } finally {
      rubric.dispose();
    }
  }

  async #rubricOf(rubricate: Rubricate, name: string, contentHash: string): Promise<RubricRecord | null> {
    const all = (await this.#page.store.rubrics()).filter((one) => one.name === name);
    const kept = all.find(({ id }) => id === contentHash);
    if (kept) return kept;
    const shipped = galleryNames().find((one) => one.name === name);
    if (!shipped) return all.sort((a, b) => (a.added < b.added ? 1 : -1))[0] ?? null;
    const source = await gallerySource(shipped.file);
    const rubric = rubricate.compile(source);
    const record = rubricRecord(rubric, source, { kind: "gallery", name: shipped.file });
    rubric.dispose();
    return record;
  }

  async #begin(rubric: Rubric, record: RubricRecord, saved: Saved | null, files: Portfolio["files"] = []): Promise<void> {
    const { store, say } = this.#page;
    const untouched = saved ? undefined : (await store.works().catch(() => [])).find((work) => work.rubric === record.id && work.seq === 0 && !work.saved && work.deleted === null);
    // A document that does not fit is refused here, before anything is kept.
    if (saved) rubric.start({ saved, locale: this.#page.locale }).dispose();
    const work: WorkRecord = untouched ?? workRecord(record, rubric.outline.rows.length, saved);
    if (!untouched) await store.create(work, record);
    // Before it is opened, which gives the files that are there to the elements.
    try {
      for (const { slot, id, name, file: blob } of files) await store.keepFile({ work: work.id, id, slot, name, type: blob.type, blob, added: new Date().toISOString() });
    } catch (error) {
      this.#page.toast({ text: troubleText(error, say) });
    }
    this.#page.announce(say.home.opened(work.title));
    this.#page.go({ at: "work", id: work.id, step: "gap", row: null });
  }

  #refuse(text: string): void {
    this.refusal = { text, todo: null, source: null, findings: [] };
  }
}

const OPENERS = new WeakMap<Page, Opener>();

/** The one opener of a page. */
export function opener(page: Page): Opener {
  const made = OPENERS.get(page) ?? new Opener(page);
  OPENERS.set(page, made);
  return made;
}

function isRubricFile(file: File): boolean {
  return /\.rubric$/i.test(file.name);
}

function parsed(text: string): Saved {
  try {
    return JSON.parse(text) as Saved;
  } catch {
    return null as unknown as Saved;
  }
}
