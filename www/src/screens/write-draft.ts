// The text that is being written, kept beside the database, as it has to be there at once: her own, and of a rubric of
// the gallery what she made of it. A change to one of those does not take the place of what she was writing.
const KEY = "rubricate:draft";
const key = (file: string | null): string => (file === null ? KEY : `${KEY}:${file}`);

/** Keeps it; an empty text is forgotten. False where the browser keeps nothing. */
export function keepDraft(text: string, file: string | null = null): boolean {
  try {
    if (text === "") localStorage.removeItem(key(file));
    else localStorage.setItem(key(file), text);
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(file: string | null = null): string | null {
  try {
    return localStorage.getItem(key(file));
  } catch {
    return null;
  }
}
