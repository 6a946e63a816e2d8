import { Database } from "./database.js";
import { Memory } from "./memory.js";
import { Wire } from "./news.js";
import { patched } from "./patch.js";
import { DEFAULTS, NO_OWN, type DraftRecord, type FileRecord, type RubricRecord, type Settings, type TableName, type WorkRecord } from "./schema.js";
import type { Backend, Durability, Tx } from "./tables.js";
import { StaleWrite, troubleOf, type StorageTrouble } from "./trouble.js";
import { forgetAllUnsaved, forgetUnsaved } from "./unsaved.js";

/** How long what was thrown away can be brought back, in days. */
const KEPT_FOR = 30;

/** Everything that is kept on this device. */
export class Store {
  readonly news = new Wire();
  /** Why nothing outlasts the tab; `null` where all is well. */
  readonly trouble: StorageTrouble | null;
  settings: Settings;
  /** A newer version of the pages runs in another tab. */
  onOutdated: () => void = () => {};
  readonly #backend: Backend;

  private constructor(backend: Backend, trouble: StorageTrouble | null, settings: Settings) {
    this.#backend = backend;
    this.trouble = trouble;
    this.settings = settings;
  }

  /** Opens it. Where the browser keeps nothing, this still gives a store: one that says so. */
  static async open(): Promise<Store> {
    const database = new Database();
    try {
      const settings = await database.read(["settings"], (tx) => tx.get("settings", "settings"));
      const store = new Store(database, null, { ...DEFAULTS, ...settings });
      database.onOutdated = () => store.onOutdated();
      return store;
    } catch (error) {
      return new Store(new Memory(), troubleOf(error), DEFAULTS);
    }
  }

  /** Whether what is written outlasts the tab. */
  get lasting(): boolean {
    return this.#backend.lasting;
  }

  async keepSettings(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    await this.#write(["settings"], "relaxed", (tx) => tx.put("settings", { ...this.settings, id: "settings" }));
  }

  rubrics(): Promise<RubricRecord[]> {
    return this.#read(["rubrics"], (tx) => tx.all("rubrics"));
  }

  rubric(id: string): Promise<RubricRecord | undefined> {
    return this.#read(["rubrics"], (tx) => tx.get("rubrics", id));
  }

  async keepRubric(record: RubricRecord): Promise<void> {
    await this.#write(["rubrics"], "strict", async (tx) => {
      if (!(await tx.get("rubrics", record.id))) await tx.put("rubrics", record);
    });
    this.news.tell({ about: "list" });
  }

  /** All assessments, the newest first; those that were thrown away too. */
  async works(): Promise<WorkRecord[]> {
    const all = await this.#read(["works"], (tx) => tx.all("works"));
    return all.sort((a, b) => (a.changed < b.changed ? 1 : -1));
  }

  /** An assessment as its last edit left it: the snapshot with what the log says since. */
  async work(id: string): Promise<WorkRecord | undefined> {
    return this.#read(["works", "drafts"], async (tx) => {
      const [record, log] = [await tx.get("works", id), await tx.all("drafts", id)];
      return record && replayed(record, log);
    });
  }

  /** Writes an assessment as it is, and with it the rubric it is of. */
  async create(record: WorkRecord, rubric: RubricRecord | null): Promise<void> {
    await this.#write(["works", "rubrics", "drafts"], "strict", (tx) => whole(tx, record, rubric));
    this.news.tell({ about: "list" });
  }

  /**
   * Adds an edit to the log, if the log is as the edit was made for.
   *
   * @throws StaleWrite when another tab has written since.
   */
  async append(record: WorkRecord, rubric: RubricRecord, edit: DraftRecord, durability: Durability): Promise<void> {
    await this.#write(["works", "rubrics", "drafts"], durability, async (tx) => {
      const there = await tx.get("works", record.id);
      // Where the site's data was cleared meanwhile, all of it is written again.
      if (!there || !there.saved) return whole(tx, named(record, there), rubric);
      if (there.seq === edit.seq && (await tx.get("drafts", [edit.work, edit.seq]))?.by === edit.by) return;
      if (there.seq !== edit.seq - 1) throw new StaleWrite();
      const { saved: _, own: __, base: ___, ...heading } = named(record, there);
      await tx.put("drafts", edit);
      await tx.put("works", { ...there, ...heading });
    });
    this.news.tell({ about: "work", id: record.id });
  }

  /** Folds the log into one snapshot, on the disk before it says so. */
  async compact(record: WorkRecord, rubric: RubricRecord): Promise<void> {
    await this.#write(["works", "rubrics", "drafts"], "strict", async (tx) => {
      const there = await tx.get("works", record.id);
      if (there && there.seq !== record.seq) throw new StaleWrite();
      await whole(tx, named(record, there), rubric);
    });
  }

  /** Throws an assessment away, or brings it back. */
  async discard(id: string, deleted: string | null): Promise<void> {
    await this.#write(["works"], "strict", async (tx) => {
      const there = await tx.get("works", id);
      if (there) await tx.put("works", { ...there, deleted });
    });
    this.news.tell({ about: "list" });
  }

  /** Calls an assessment something else. */
  async rename(id: string, title: string): Promise<void> {
    await this.#write(["works"], "strict", async (tx) => {
      const there = await tx.get("works", id);
      if (there) await tx.put("works", { ...there, title });
    });
    this.news.tell({ about: "list" });
    this.news.tell({ about: "work", id });
  }

  /** Takes an assessment and its files away for good. */
  async erase(id: string): Promise<void> {
    await this.#write(["works", "drafts", "files"], "strict", async (tx) => {
      await tx.removeAll("drafts", id);
      await tx.removeAll("files", id);
      await tx.remove("works", id);
    });
    forgetUnsaved(id);
    this.news.tell({ about: "list" });
  }

  /** Takes away what was thrown away long ago. */
  async tidy(now = Date.now()): Promise<void> {
    for (const { id, deleted } of await this.works()) {
      if (deleted !== null && now - Date.parse(deleted) > KEPT_FOR * 86_400_000) await this.erase(id);
    }
  }

  files(work: string): Promise<FileRecord[]> {
    return this.#read(["files"], (tx) => tx.all("files", work));
  }

  file(work: string, id: string): Promise<FileRecord | undefined> {
    return this.#read(["files"], (tx) => tx.get("files", [work, id]));
  }

  keepFile(file: FileRecord): Promise<void> {
    return this.#write(["files"], "strict", (tx) => tx.put("files", file));
  }

  dropFile(work: string, id: string): Promise<void> {
    return this.#write(["files"], "strict", (tx) => tx.remove("files", [work, id]));
  }

  /** Takes everything away, for good; texts that were being written too. */
  async eraseAll(): Promise<void> {
    // Before anything is gone: a tab that has a work open would write all of it again.
    this.news.tell({ about: "erased" });
    await this.#backend.destroy();
    forgetAllUnsaved();
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith("rubricate:")) localStorage.removeItem(key);
    } catch {
      // Then there is nothing in it.
    }
    this.news.tell({ about: "list" });
  }

  #read<R>(tables: readonly TableName[], work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.#backend.read(tables, work);
  }

  #write<R>(tables: readonly TableName[], durability: Durability, work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.#backend.write(tables, durability, work);
  }
}

async function whole(tx: Tx, record: WorkRecord, rubric: RubricRecord | null): Promise<void> {
  if (rubric && !(await tx.get("rubrics", rubric.id))) await tx.put("rubrics", rubric);
  await tx.put("works", { ...record, base: record.seq });
  await tx.removeAll("drafts", record.id, record.seq);
}

/** What a work is called, and whether it was thrown away, are written by themselves: an edit made elsewhere leaves both as they are. */
function named(record: WorkRecord, there: WorkRecord | undefined): WorkRecord {
  return there ? { ...record, title: there.title, deleted: there.deleted } : record;
}

/** The record after the edits of its log. */
export function replayed(record: WorkRecord, log: readonly DraftRecord[]): WorkRecord {
  const later = log.filter(({ seq }) => seq > record.base && seq <= record.seq);
  if (later.length === 0) return { ...record, own: { ...NO_OWN, ...record.own } };
  const { saved, own } = patched({ saved: record.saved, own: record.own }, later.flatMap(({ steps }) => steps)) as Pick<WorkRecord, "saved" | "own">;
  return { ...record, saved, own: { ...NO_OWN, ...own } };
}
