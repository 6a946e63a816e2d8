// What this device keeps. Storage may be full, blocked, or throw when it is
// only looked at; every failure is a value that the page can say in words.

export type Done<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

const PREFIX = "rubricate:v1:";

/** The key of one rubric's ratings. */
export function ratingsKey(rubric: string): string {
  return `${PREFIX}ratings:${rubric}`;
}

/** The rubric in use, when it is not the gallery's. */
export const SOURCE_KEY = `${PREFIX}source`;
/** The text in the editor, in use or not. */
export const DRAFT_KEY = `${PREFIX}draft`;

function attempt<T>(work: (storage: Storage) => T): Done<T> {
  try {
    return { ok: true, value: work(window.localStorage) };
  } catch (error) {
    return { ok: false, why: reason(error) };
  }
}

function reason(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "the storage of this browser is full";
  if (name === "SecurityError") return "this browser does not let the page store anything";
  return error instanceof Error ? error.message : String(error);
}

export function read(key: string): Done<string | null> {
  return attempt((storage) => storage.getItem(key));
}

/** Writes, and reads back: a browser that forgets silently is found out here. */
export function write(key: string, text: string): Done<null> {
  const done = attempt((storage) => {
    storage.setItem(key, text);
    return storage.getItem(key) === text;
  });
  if (!done.ok) return done;
  return done.value ? { ok: true, value: null } : { ok: false, why: "this browser forgets what the page stores" };
}

export function remove(key: string): Done<null> {
  return attempt((storage) => {
    storage.removeItem(key);
    return null;
  });
}

/** Puts aside what cannot be read, so that saving never destroys it. */
export function setAside(key: string, text: string): Done<string> {
  const stamp = new Date().toISOString();
  const aside = `${key}:set-aside:${stamp}`;
  const done = write(aside, text);
  return done.ok ? { ok: true, value: aside } : done;
}
