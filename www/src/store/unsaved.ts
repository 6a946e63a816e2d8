// What the store would not take. It is kept beside the store until the work is
// opened again and written, so that leaving a screen or closing a tab loses nothing.
import type { RubricRecord, WorkRecord } from "./schema.js";

const KEY = "rubricate:unsaved:";

export interface Unsaved {
  /** All of the work, made from the edit whose number is `record.seq`. */
  readonly record: WorkRecord;
  readonly rubric: RubricRecord;
}

/** What this tab alone has: there the browser gives no room beside the store either. */
const here = new Map<string, Unsaved>();

export function keepUnsaved(id: string, unsaved: Unsaved): void {
  try {
    localStorage.setItem(KEY + id, JSON.stringify(unsaved));
    here.delete(id);
  } catch {
    here.set(id, unsaved);
  }
  if (here.size > 0) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}

export function unsavedOf(id: string): Unsaved | null {
  const mine = here.get(id);
  if (mine) return mine;
  try {
    const found = JSON.parse(localStorage.getItem(KEY + id) ?? "null") as Partial<Unsaved> | null;
    const sound = found?.record?.id === id && typeof found.record.seq === "number" && typeof found.rubric?.source === "string";
    return sound ? (found as Unsaved) : null;
  } catch {
    return null;
  }
}

export function forgetUnsaved(id: string): void {
  here.delete(id);
  if (here.size === 0) removeEventListener("beforeunload", ask);
  try {
    localStorage.removeItem(KEY + id);
  } catch {
    // Then it was never in it.
  }
}

/** All of it, as when everything is erased; what other keys hold is taken away with them. */
export function forgetAllUnsaved(): void {
  for (const id of [...here.keys()]) forgetUnsaved(id);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
