import { dated, Gather, lineOf } from "./gather.js";
import { WHY } from "./notes.js";
import type { PdfFound } from "./pdf-read.js";
import { Unreadable } from "./run.js";
import type { Source } from "./source.js";
import { inThread, type OpenThread } from "./thread.js";

/** Looks into a PDF, in a thread that is ended when it takes too long. */
export async function readPdfFile(source: Source, open: OpenThread): Promise<void> {
  const { run } = source;
  run.miss(WHY.noDate, "date");
  take(source, await inThread<PdfFound>(run, open, "pdf", source.blob, (done) => run.progress(0.5 + done / 2)));
}

function take({ run }: Source, found: PdfFound): void {
  if (found.encrypted) {
    run.facts.encrypted = true;
    throw new Unreadable(WHY.password, "password");
  }
  if (found.pages === null) throw new Unreadable(WHY.damaged, "damaged");
  run.facts.pages = found.pages;
  const author = lineOf(found.author);
  if (author) run.facts.author = author;
  dated(run, found.created ?? undefined, found.modified ?? undefined);
  const gather = new Gather();
  for (const heading of found.headings) gather.heading(heading);
  if (found.damaged) {
    run.note("damaged");
    run.miss(WHY.damaged, "text", "words", "characters", "sentences");
    return;
  }
  gather.add(found.text);
  gather.full ||= !found.whole;
  gather.give(run);
  if (found.whole && !/[\p{L}\p{N}]/u.test(found.text)) run.note("scan");
}
