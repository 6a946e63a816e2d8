import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import { StaleWrite, StorageTrouble, troubleOf } from "./trouble.js";
import { KEY_PATHS, NAME, VERSION, type Schema, type TableName, type Tables } from "./schema.js";
import type { Backend, Durability, Key, Tx } from "./tables.js";

/** How long an open that another tab holds up is waited for. */
const PATIENCE = 4000;
/** A request that fails for a passing reason is made again after so many milliseconds. */
const AGAIN = [0, 120, 600];

/** IndexedDB, opened when it is needed and opened again when the browser has closed it. */
export class Database implements Backend {
  readonly lasting = true;
  /** Another tab has a newer version of the pages and asks to be let in. */
  onOutdated: () => void = () => {};
  #db: Promise<IDBPDatabase<Schema>> | null = null;

  read<R>(tables: readonly TableName[], work: (tx: Tx) => Promise<R>): Promise<R> {
    // Reading needs no room, so it may be tried again whatever the reason.
    return this.#persistently((db) => db.transaction([...tables], "readonly"), work, (trouble) => trouble.kind === "full" || trouble.passing);
  }

  write<R>(tables: readonly TableName[], durability: Durability, work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.#persistently((db) => db.transaction([...tables], "readwrite", { durability }), work);
  }

  close(): void {
    void this.#db?.then((db) => db.close(), () => {});
    this.#db = null;
  }

  /** Throws everything away, for good. */
  async destroy(): Promise<void> {
    this.close();
    await deleteDB(NAME);
  }

  /** A transaction is done whole or not at all, so what failed may be done again. */
  async #persistently<M extends IDBTransactionMode, R>(
    begin: (db: IDBPDatabase<Schema>) => Transaction<M>,
    work: (tx: Tx) => Promise<R>,
    passing: (trouble: StorageTrouble) => boolean = (trouble) => trouble.passing,
  ): Promise<R> {
    for (const [tried, pause] of AGAIN.entries()) {
      if (pause > 0) await new Promise((done) => setTimeout(done, pause));
      try {
        return await this.#once(begin, work);
      } catch (error) {
        if (error instanceof StaleWrite) throw error;
        const trouble = troubleOf(error);
        if (trouble.reopen) this.close();
        if (!passing(trouble) || tried === AGAIN.length - 1) throw trouble;
      }
    }
    throw new StorageTrouble("failed", "nothing was tried");
  }

  async #once<M extends IDBTransactionMode, R>(begin: (db: IDBPDatabase<Schema>) => Transaction<M>, work: (tx: Tx) => Promise<R>): Promise<R> {
    const tx = begin(await this.#open());
    // A failure is told by the await below; without this it would be told twice.
    tx.done.catch(() => {});
    try {
      const result = await work(over(tx as unknown as Transaction<"readwrite">));
      await tx.done;
      return result;
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It was aborted already.
      }
      throw error;
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#db ??= this.#opening().catch((error: unknown) => {
      this.#db = null;
      throw error;
    });
    return this.#db;
  }

  async #opening(): Promise<IDBPDatabase<Schema>> {
    if (!("indexedDB" in globalThis)) throw new StorageTrouble("missing", "this browser has no storage for pages");
    const opened = openDB<Schema>(NAME, VERSION, {
      upgrade: (db, from) => migrate(db, from),
      // This tab is the old one: it makes room for the new one and says so.
      blocking: (_, wanted) => {
        this.close();
        // Without a version it is being erased.
        if (wanted !== null) this.onOutdated();
      },
      terminated: () => {
        this.#db = null;
      },
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new StorageTrouble("blocked", "the storage does not open")), PATIENCE);
    });
    return Promise.race([opened, late]).finally(() => clearTimeout(timer));
  }
}

type Transaction<M extends IDBTransactionMode> = IDBPTransaction<Schema, TableName[], M>;

/** Each version adds what it brings; a database of any earlier one passes through all that came after. */
function migrate(db: IDBPDatabase<Schema>, from: number): void {
  if (from < 1) {
    for (const [name, keyPath] of Object.entries(KEY_PATHS)) db.createObjectStore(name as TableName, { keyPath });
  }
}

function over(tx: Transaction<"readwrite">): Tx {
  const range = (work: string, upTo?: number) => IDBKeyRange.bound([work], upTo === undefined ? [work, []] : [work, upTo]);
  return {
    get: async <T extends TableName>(table: T, key: Key) => (await tx.objectStore(table).get(key as never)) as Tables[T] | undefined,
    all: async <T extends TableName>(table: T, work?: string) =>
      (await tx.objectStore(table).getAll(work === undefined ? undefined : (range(work) as never))) as unknown as Tables[T][],
    put: async (table, value) => void (await tx.objectStore(table).put(value as never)),
    remove: async (table, key) => void (await tx.objectStore(table).delete(key as never)),
    removeAll: async (table, work, upTo) => void (await tx.objectStore(table).delete(range(work, upTo) as never)),
  };
}
