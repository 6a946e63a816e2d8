// What is kept on the device. A record is never changed in place by a new
// version of the pages: `migrate` says what each version adds.
import type { DBSchema } from "idb";
import type { Saved } from "rubricate";

/** A rubric by its content: the same text is one record, another version another. */
export interface RubricRecord {
  /** The content hash. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly version: string | null;
  readonly source: string;
  /** Where it came from: a file of the gallery, or the name of a file or text that was opened. */
  readonly origin: { readonly kind: "gallery" | "file" | "written"; readonly name: string };
  readonly added: string;
}

/** A goal for one row: the level she is aiming at, and what she will do. */
export interface Goal {
  readonly level: string;
  readonly plan: string;
  /** A day, as `2025-08-01`. */
  readonly by: string | null;
  readonly done: boolean;
}

/** A moment on the way, for the chart of progress. */
export interface Mark {
  readonly at: string;
  readonly rated: number;
  /** Levels reached, as a share of all levels of the rows that count, from 0 to 1. */
  readonly share: number;
}

/** What a person keeps beside the ratings; no engine reads it. */
export interface Own {
  /** By row. */
  readonly goals: Readonly<Record<string, Goal>>;
  /** By row; `""` is the whole. */
  readonly notes: Readonly<Record<string, string>>;
  /** The self-check as it was when she began, by row: a level's name, or met and not met. */
  readonly first: Readonly<Record<string, string>>;
  readonly marks: readonly Mark[];
  readonly hideNumbers: boolean;
  /** Things ticked off on lists, by a name the list gives. */
  readonly ticked: Readonly<Record<string, boolean>>;
  /** When the portfolio was last handed out, and as what. */
  readonly handed: { readonly at: string; readonly file: string } | null;
}

/** Where a work stands, for lists that are drawn without the engine. */
export interface Standing {
  readonly rated: number;
  readonly total: number;
  /** The outcome of the first award, in words. */
  readonly award: string | null;
  readonly closed: boolean;
  /** For each row, from 0 (lowest) to 1, or `null`: not rated. */
  readonly rows: readonly (number | null)[];
}

/** One assessment. */
export interface WorkRecord {
  readonly id: string;
  /** The content hash of its rubric. */
  readonly rubric: string;
  readonly name: string;
  /** The rubric's title, or what the person calls it. */
  readonly title: string;
  readonly created: string;
  readonly changed: string;
  /** The number of the last edit: who writes must have read it. */
  readonly seq: number;
  /** The edit that `saved` and `own` stand at; later ones are in the log. */
  readonly base: number;
  readonly saved: Saved | null;
  readonly own: Own;
  readonly standing: Standing;
  /** When it was thrown away; it can be brought back for a while. */
  readonly deleted: string | null;
}

/** A change of a value inside `saved` or `own`; without `value` it is taken away. */
export interface Step {
  readonly path: readonly string[];
  readonly value?: unknown;
}

/** One edit of the log. */
export interface DraftRecord {
  readonly work: string;
  readonly seq: number;
  readonly at: string;
  /** The tab that made it. */
  readonly by: string;
  readonly steps: readonly Step[];
}

/** A file of evidence, by the `id` of its facts. */
export interface FileRecord {
  readonly work: string;
  readonly id: string;
  readonly slot: string;
  readonly name: string;
  readonly type: string;
  readonly blob: Blob;
  readonly added: string;
}

export interface Settings {
  readonly language: "auto" | "en" | "es";
  readonly theme: "auto" | "light" | "dark";
  readonly hideNumbers: boolean;
  readonly tourSeen: boolean;
}

export interface Tables {
  rubrics: RubricRecord;
  works: WorkRecord;
  drafts: DraftRecord;
  files: FileRecord;
  settings: Settings & { readonly id: "settings" };
}
export type TableName = keyof Tables;

export interface Schema extends DBSchema {
  rubrics: { key: string; value: RubricRecord };
  works: { key: string; value: WorkRecord };
  drafts: { key: [string, number]; value: DraftRecord };
  files: { key: [string, string]; value: FileRecord };
  settings: { key: string; value: Tables["settings"] };
}

export const NAME = "rubricate";
/** Each version adds to the one before; what is kept is never thrown away. */
export const VERSION = 1;

export const KEY_PATHS: Readonly<Record<TableName, string | string[]>> = {
  rubrics: "id", works: "id", drafts: ["work", "seq"], files: ["work", "id"], settings: "id",
};

export const NO_OWN: Own = { goals: {}, notes: {}, first: {}, marks: [], hideNumbers: false, ticked: {}, handed: null };
export const DEFAULTS: Settings = { language: "auto", theme: "auto", hideNumbers: false, tourSeen: false };
