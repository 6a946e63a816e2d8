import { KEY_PATHS, type TableName, type Tables } from "./schema.js";
import type { Backend, Durability, Key, Tx } from "./tables.js";

type Entry = readonly [Key, unknown];

/** Keeps everything until the tab is closed: for browsers that let a page store nothing. */
export class Memory implements Backend {
  readonly lasting = false;
  readonly #tables = new Map<TableName, Map<string, Entry>>();

  read<R>(_tables: readonly TableName[], work: (tx: Tx) => Promise<R>): Promise<R> {
    return work(this.#tx());
  }

  write<R>(_tables: readonly TableName[], _durability: Durability, work: (tx: Tx) => Promise<R>): Promise<R> {
    return work(this.#tx());
  }

  close(): void {}

  async destroy(): Promise<void> {
    this.#tables.clear();
  }

  #table(name: TableName): Map<string, Entry> {
    const found = this.#tables.get(name) ?? new Map<string, Entry>();
    this.#tables.set(name, found);
    return found;
  }

  #tx(): Tx {
    return {
      get: async <T extends TableName>(table: T, key: Key) => this.#table(table).get(JSON.stringify(key))?.[1] as Tables[T] | undefined,
      all: async <T extends TableName>(table: T, work?: string) => this.#sorted(table)
        .filter(([key]) => work === undefined || key[0] === work)
        .map(([, value]) => value as Tables[T]),
      put: async (table, value) => {
        const key = keyOf(table, value);
        this.#table(table).set(JSON.stringify(key), [key, value]);
      },
      remove: async (table, key) => void this.#table(table).delete(JSON.stringify(key)),
      removeAll: async (table, work, upTo = Infinity) => {
        for (const [key] of this.#sorted(table)) {
          if (key[0] === work && (typeof key[1] !== "number" || key[1] <= upTo)) this.#table(table).delete(JSON.stringify(key));
        }
      },
    };
  }

  #sorted(table: TableName): Entry[] {
    return [...this.#table(table).values()].sort(([a], [b]) => compare(a, b));
  }
}

function keyOf(table: TableName, value: object): Key {
  const path = KEY_PATHS[table];
  const member = (name: string): string => (value as Record<string, string>)[name] ?? "";
  return typeof path === "string" ? member(path) : (path.map(member) as unknown as Key);
}

/** As IndexedDB orders keys: by their first piece, then by their second. */
function compare(a: Key, b: Key): number {
  const [first, other] = [[a].flat(), [b].flat()];
  for (const [index, piece] of first.entries()) {
    const against = other[index] ?? "";
    if (piece !== against) return piece < against ? -1 : 1;
  }
  return 0;
}
