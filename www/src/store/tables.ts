// One way to read and write, over IndexedDB or, where there is none, over memory.
import type { TableName, Tables } from "./schema.js";

export type Key = string | readonly [string, string | number];

/** What can be done inside one transaction: all of it happens, or nothing. */
export interface Tx {
  get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined>;
  /** All of a table, or all whose key begins with `work`, in order of their keys. */
  all<T extends TableName>(table: T, work?: string): Promise<Tables[T][]>;
  put<T extends TableName>(table: T, value: Tables[T]): Promise<void>;
  remove(table: TableName, key: Key): Promise<void>;
  /** Takes away all whose key begins with `work`, up to a number. */
  removeAll(table: "drafts" | "files", work: string, upTo?: number): Promise<void>;
}

export type Durability = "relaxed" | "strict";

export interface Backend {
  /** Whether what is written outlasts the tab. */
  readonly lasting: boolean;
  read<R>(tables: readonly TableName[], work: (tx: Tx) => Promise<R>): Promise<R>;
  write<R>(tables: readonly TableName[], durability: Durability, work: (tx: Tx) => Promise<R>): Promise<R>;
  close(): void;
  /** Throws everything away, for good. */
  destroy(): Promise<void>;
}
