import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "rubricate";
import type { Plugin } from "vite";

const ID = "virtual:gallery";
/** The first ones a teacher sees; the others follow by name. */
const FIRST = ["checking.rubric", "microcredential.rubric", "portfolio.rubric", "self_certification.rubric", "single_point.rubric"];

/** `virtual:gallery`: what the cards of the gallery say, worked out by the engine when the pages are built. */
export function gallery(folder: string): Plugin {
  return {
    name: "gallery",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: async (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(await cards(folder))};` : undefined),
  };
}

async function cards(folder: string): Promise<unknown[]> {
  const rubricate = await load();
  const files = readdirSync(folder).filter((file) => file.endsWith(".rubric")).sort((a, b) => place(a) - place(b) || a.localeCompare(b));
  return files.map((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    const rubric = rubricate.compile(source);
    const { name, title, about, issuer, rows, evidence } = rubric.outline;
    const card = {
      file, name, title, about: about ?? "", issuer: issuer?.name ?? null, contentHash: rubric.contentHash,
      rows: rows.map((row) => (row.kind === "check" ? 2 : row.levels.length)),
      parts: rows.map((row) => row.part ?? -1),
      evidence: evidence.length,
    };
    rubric.dispose();
    return card;
  });
}

function place(file: string): number {
  const found = FIRST.indexOf(file);
  return found < 0 ? FIRST.length : found;
}
