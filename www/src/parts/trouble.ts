import { StorageTrouble } from "../store/trouble.js";
import type { Strings } from "../strings/index.js";

/** What went wrong, why, and what to do, in words. */
export function troubleText(error: unknown, say: Strings): string {
  if (error instanceof StorageTrouble) return `${say.storage.failed}. ${say.storage.why[error.kind]} ${say.storage.todo[error.kind]}`;
  return error instanceof Error ? error.message : String(error);
}
