// Fields in the elements take a text once it is quiet. Until then each letter is
// kept here, at once, so that a tab that is killed in the middle of a sentence
// loses its last letter and no more.
import { RubricError } from "rubricate";
import type { Work } from "./work.js";

const KEY = "rubricate:typing:";

interface Typing {
  /** A comment on a row, or the text of an evidence slot. */
  readonly of: "comment" | "text";
  readonly name: string;
  readonly text: string;
}

/** Hears letters inside the elements of a work, and forgets them once the work has them. */
export function watchTyping(work: Work, root: EventTarget): () => void {
  const heard = (event: Event) => {
    const typing = typed(event);
    if (typing && !work.readOnly) keep(work.id, typing);
  };
  root.addEventListener("input", heard, { capture: true });
  const off = work.listen((event) => {
    if (event.kind === "edit" && event.change) forget(work.id);
  });
  return () => {
    root.removeEventListener("input", heard, { capture: true });
    off();
  };
}

/** Gives what was typed and not taken before the tab went away. */
export function takeUp(work: Work): void {
  const typing = kept(work.id);
  if (!typing || work.readOnly) return;
  forget(work.id);
  try {
    const { name, text } = typing;
    work.edit(name, (assessment) => (typing.of === "comment" ? assessment.comment(name, text) : assessment.write(name, text)));
  } catch (error) {
    // The rubric is another one now, and has no such row.
    if (!(error instanceof RubricError)) throw error;
  }
}

function typed(event: Event): Typing | null {
  const path = event.composedPath().filter((one) => one instanceof HTMLElement);
  const [field] = path;
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const slot = path.find((one) => one.localName === "rubric-evidence-slot");
  if (slot && field.id === "text") return { of: "text", name: (slot as HTMLElement & { name: string }).name, text: field.value };
  const row = path.find((one) => one.dataset["row"] !== undefined)?.dataset["row"];
  return row !== undefined && field.id.endsWith("-comment") ? { of: "comment", name: row, text: field.value } : null;
}

function keep(id: string, typing: Typing): void {
  try {
    localStorage.setItem(KEY + id, JSON.stringify(typing));
  } catch {
    // Then the text is kept when it is quiet, as everything else.
  }
}

function forget(id: string): void {
  try {
    localStorage.removeItem(KEY + id);
  } catch {
    // It was not kept either.
  }
}

function kept(id: string): Typing | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY + id) ?? "null") as Partial<Typing> | null;
    const sound = (found?.of === "comment" || found?.of === "text") && typeof found.name === "string" && typeof found.text === "string";
    return sound ? (found as Typing) : null;
  } catch {
    return null;
  }
}
