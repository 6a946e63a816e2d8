import type { Rubric, Saved } from "rubricate";
import { NO_OWN, type RubricRecord, type WorkRecord } from "../store/schema.js";

/** A rubric as it is kept. */
export function rubricRecord(rubric: Rubric, source: string, origin: RubricRecord["origin"]): RubricRecord {
  const { name, title, version } = rubric.outline;
  return { id: rubric.contentHash, name, title: title || name, version, source, origin, added: new Date().toISOString() };
}

/** A new assessment of a rubric, with nothing rated or with what a document holds. */
export function workRecord(rubric: RubricRecord, rows: number, saved: Saved | null = null): WorkRecord {
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(), rubric: rubric.id, name: rubric.name, title: rubric.title, created: now, changed: now, seq: 0, base: 0,
    saved, own: NO_OWN, deleted: null,
    standing: { rated: 0, total: rows, award: null, closed: saved?.closed ?? false, rows: Array.from({ length: rows }, () => null) },
  };
}
