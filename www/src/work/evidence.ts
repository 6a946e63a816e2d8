// The files of evidence: the elements hold them while the page is open, the store for good.
import { evidenceFiles } from "rubricate/elements";
import type { Page } from "../page.js";
import { troubleText } from "../parts/trouble.js";
import type { Work } from "./work.js";

/** Gives the elements the files that are kept, and keeps what is attached from now on. */
export function watchEvidence(work: Work, root: EventTarget, page: Page): () => void {
  void giveBack(work);
  const attached = (event: GlobalEventHandlersEventMap["rubric-attach"]) => {
    const { slot, id, facts, file, assessment } = event.detail;
    if (file && assessment === work.assessment) void keep(work, page, slot, id, facts.name ?? id, file);
  };
  root.addEventListener("rubric-attach", attached as EventListener);
  const off = work.listen(({ kind }) => {
    if (kind === "reload") void giveBack(work);
  });
  return () => {
    root.removeEventListener("rubric-attach", attached as EventListener);
    off();
    void tidy(work).catch(() => {});
  };
}

/** Gives the elements the files that are kept. */
export async function giveBack(work: Work): Promise<void> {
  const files = evidenceFiles(work.assessment);
  for (const { slot, id, blob, name } of await work.files().catch(() => [])) files.put(slot, id, blob, name);
}

async function keep(work: Work, page: Page, slot: string, id: string, name: string, file: Blob): Promise<void> {
  try {
    await work.keepFile(slot, id, name, file);
  } catch (error) {
    // The facts are kept all the same; the file is in this tab only, and that is said.
    page.toast({ text: `${name}: ${troubleText(error, page.say)}`, action: { label: page.say.app.tryAgain, run: () => void keep(work, page, slot, id, name, file) } });
  }
}

/** Takes away the files that nothing names any more. While a work is open they stay: removing can be taken back. */
async function tidy(work: Work): Promise<void> {
  if (work.readOnly) return;
  const { store } = work;
  // Read before anything is waited for, while the assessment is still open.
  const saved = work.assessment.save();
  const leftOver = saved.kept.flatMap(({ path, value }) => (path.startsWith("evidence.") ? [value].flat() as { readonly id?: string }[] : []));
  const named = new Set([...Object.values(saved.evidence).flat(), ...leftOver].map(({ id }) => id));
  for (const { id } of await store.files(work.id)) if (!named.has(id)) await store.dropFile(work.id, id);
}
