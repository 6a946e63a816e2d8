import type { Rubricate, Saved } from "rubricate";
import type { Page } from "../../page.js";
import { download } from "../../parts/download.js";
import { troubleText } from "../../parts/trouble.js";
import type { WorkRecord } from "../../store/schema.js";
import type { Store } from "../../store/store.js";
import { type Backup, FORMAT, readBackup } from "./backup.js";

const MAIN = "rubricate-backup.json";
/** A file with everything is refused past so many bytes of text in it. */
const MOST_MAIN = 256 << 20;

/** One assessment as a file that can be opened again: a portfolio where it has files, else its document. */
export function exportWork(record: WorkRecord, page: Page): Promise<void> {
  return saying(page, () => one(record, page));
}

/** Everything on this device as one file. */
export function exportAll(page: Page): Promise<void> {
  return saying(page, () => everything(page));
}

/** What fails is said. */
async function saying(page: Page, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    page.toast({ text: troubleText(error, page.say) });
  }
}

async function one(record: WorkRecord, page: Page): Promise<void> {
  const files = await page.store.files(record.id).catch(() => []);
  if (!record.saved) return;
  const name = files.length > 0 ? `${record.title}.zip` : `${record.title}.json`;
  if (files.length === 0) download(name, JSON.stringify(record.saved, null, 1), "application/json");
  else {
    const { packPortfolio } = await import("rubricate/evidence");
    const parts = files.map(({ slot, id, name: of, blob }) => ({ slot, id, name: of, file: blob }));
    download(name, await packPortfolio({ saved: record.saved as Saved, files: parts, html: "" }));
  }
  page.toast({ text: page.say.home.exported(name) });
}

async function everything(page: Page): Promise<void> {
  const { store } = page;
  const headings = await store.works();
  const works = (await Promise.all(headings.map(({ id }) => store.work(id)))).filter((work) => work !== undefined);
  const kept = (await Promise.all(works.map(({ id }) => store.files(id)))).flat();
  const { zip } = await import("./zip.js");
  const files = kept.map((file, index) => ({ ...file, path: `files/${index}` }));
  const backup: Backup = {
    format: FORMAT, version: 1, at: new Date().toISOString(), rubrics: await store.rubrics(), works,
    files: files.map(({ blob: _, ...about }) => about),
  };
  const blob = await zip([
    { path: MAIN, blob: new Blob([JSON.stringify(backup)]) },
    ...files.map(({ path, blob: content }) => ({ path, blob: content })),
  ]);
  const name = `rubricate ${backup.at.slice(0, 10)}.zip`;
  download(name, blob);
  page.toast({ text: page.say.home.exported(name) });
}

/** Whether a ZIP file is one with everything. */
export async function isBackup(file: Blob): Promise<boolean> {
  const head = new TextDecoder().decode(await file.slice(0, 64).arrayBuffer());
  return head.includes(MAIN);
}

/** Takes in a file with everything. What is here already stays as it is. */
export async function importAll(file: Blob, store: Store, rubricate: Rubricate): Promise<{ readonly works: number; readonly same: number }> {
  const { unzip } = await import("./zip.js");
  const entries = await unzip(file, MOST_MAIN);
  const backup = readBackup((await entries.get(MAIN)?.text()) ?? "", rubricate);
  for (const rubric of backup.rubrics) await store.keepRubric(rubric);
  const here = new Set((await store.works()).map(({ id, changed }) => `${id} ${changed}`));
  const ids = new Set((await store.works()).map(({ id }) => id));
  let same = 0;
  for (const work of backup.works) {
    if (here.has(`${work.id} ${work.changed}`)) {
      same += 1;
      continue;
    }
    // Another state of something that is here becomes a copy beside it.
    const id = ids.has(work.id) ? crypto.randomUUID() : work.id;
    await store.create({ ...work, id, base: work.seq, title: id === work.id ? work.title : `${work.title} (2)` }, null);
    for (const about of backup.files.filter((one) => one.work === work.id)) {
      const blob = entries.get(about.path);
      const { path: _, ...record } = about;
      if (blob) await store.keepFile({ ...record, work: id, blob: new Blob([blob], { type: about.type }) });
    }
  }
  return { works: backup.works.length - same, same };
}
