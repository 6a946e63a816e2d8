// The text that is being written, kept beside the database: it is one text, and it has to be there at once.
const KEY = "rubricate:draft";

/** Keeps it; false where the browser keeps nothing. */
export function keepDraft(text: string): boolean {
  try {
    localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
