// A file with everything may have come from anybody: what does not fit is refused
// before any of it is kept, as it would otherwise be drawn at every visit.
import type { Rubricate } from "rubricate";
import type { FileRecord, RubricRecord, WorkRecord } from "../../store/schema.js";

export const FORMAT = "rubricate/backup";

export interface Backup {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly at: string;
  readonly rubrics: readonly RubricRecord[];
  readonly works: readonly WorkRecord[];
  /** The files of evidence, each at its place in the archive. */
  readonly files: readonly (Omit<FileRecord, "blob"> & { readonly path: string })[];
}

/** A file that is no file with everything, or one of later pages. */
export class NotOurs extends Error {}

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === "string";
const filled: Test = (value) => typeof value === "string" && value !== "";
const flag: Test = (value) => typeof value === "boolean";
const moment: Test = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const count: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const share: Test = (value) => typeof value === "number" && value >= 0 && value <= 1;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const orNull = (test: Test): Test => (value) => value === null || test(value);
const orNone = (test: Test): Test => (value) => value === undefined || test(value);
const each = (test: Test): Test => (value) => Array.isArray(value) && value.every(test);
const named = (test: Test): Test => (value) => isRecord(value) && Object.values(value).every(test);
const shape = (members: Readonly<Record<string, Test>>): Test => (value) => isRecord(value) && Object.entries(members).every(([name, test]) => test(value[name]));

const rubric = shape({
  id: filled, name: text, title: text, version: orNull(text), source: text, added: moment,
  origin: shape({ kind: (value) => value === "gallery" || value === "file" || value === "written", name: text }),
});
// What pages of before did not have yet is filled in when the work is read.
const own = shape({
  goals: orNone(named(shape({ level: text, plan: text, by: orNull(text), done: flag }))),
  notes: orNone(named(text)), first: orNone(named(text)), ticked: orNone(named(flag)), hideNumbers: orNone(flag),
  marks: orNone(each(shape({ at: moment, rated: count, share }))),
  handed: orNone(orNull(shape({ at: moment, file: text }))),
});
const work = shape({
  id: filled, rubric: filled, name: text, title: text, created: moment, changed: moment, seq: count, base: count, deleted: orNull(moment),
  // What is in it is read with its rubric, when it is opened.
  saved: orNull(shape({ format: (value) => value === "rubricate/saved" })),
  own, standing: shape({ rated: count, total: count, award: orNull(text), closed: flag, rows: each(orNull(share)) }),
});
const file = shape({ work: filled, id: filled, slot: text, name: text, type: text, added: moment, path: filled });

/**
 * Reads what a file with everything says is in it.
 *
 * @throws NotOurs where it is none.
 */
export function readBackup(json: string, rubricate: Rubricate): Backup {
  const backup = parsed(json);
  const fits = shape({ format: (value) => value === FORMAT, version: (value) => value === 1, rubrics: each(rubric), works: each(work), files: each(file) });
  if (!fits(backup)) throw new NotOurs();
  const { rubrics, works, ...rest } = backup as Backup;
  // A rubric goes by what it says, not by the hash that the file claims for it.
  const ids = new Map<string, string>();
  const known: RubricRecord[] = [];
  for (const record of rubrics) {
    const id = hashOf(record.source, rubricate);
    if (id === null) continue;
    ids.set(record.id, id);
    known.push({ ...record, id });
  }
  return { ...rest, rubrics: known, works: works.map((one) => ({ ...one, rubric: ids.get(one.rubric) ?? one.rubric })) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** What a rubric is known by; `null` where it is none. */
function hashOf(source: string, rubricate: Rubricate): string | null {
  try {
    const compiled = rubricate.compile(source);
    const { contentHash } = compiled;
    compiled.dispose();
    return contentHash;
  } catch {
    return null;
  }
}
