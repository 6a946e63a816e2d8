import { Gather, dated, lineOf } from "./gather.js";
import { KIB, MOST_INFLATED, MOST_MEMBER } from "./limits.js";
import { WHY } from "./notes.js";
import { type Run, Unreadable } from "./run.js";
import type { Source } from "./source.js";
import { readXml, type Listener } from "./xml.js";
import { directory, type Member, unpack } from "./zip.js";

/** Kinds of ZIP files that are documents. */
const TYPES: readonly (readonly [found: RegExp, kind: string])[] = [
  [/wordprocessingml\.(document|template)\.main/, "docx"],
  [/spreadsheetml\.(sheet|template)\.main/, "xlsx"],
  [/presentationml\.(presentation|slideshow|template)\.main/, "pptx"],
  [/ms-word\.(document|template)\.macroEnabled/, "docm"],
  [/ms-excel\.(sheet|template)\.macroEnabled/, "xlsm"],
  [/ms-powerpoint\.(presentation|slideshow|template)\.macroEnabled/, "pptm"],
];
const MIMES: Readonly<Record<string, string>> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
  "application/epub+zip": "epub",
};
const TEXTS = ["text", "words", "characters", "sentences"] as const;

/** An office file while it is read. */
class Package {
  readonly gather = new Gather();
  readonly #members = new Map<string, Member>();
  readonly twice: boolean;

  constructor(
    readonly source: Source,
    members: readonly Member[],
  ) {
    let twice = false;
    for (const member of members) {
      const name = member.name.toLowerCase();
      twice ||= this.#members.has(name);
      this.#members.set(name, member);
    }
    this.twice = twice;
  }

  get run(): Run {
    return this.source.run;
  }

  has(name: string): boolean {
    return this.#members.has(name.toLowerCase());
  }

  /** Names that match, in the order of the directory. */
  names(pattern: RegExp): string[] {
    return [...this.#members.values()].map(({ name }) => name).filter((name) => pattern.test(name));
  }

  pieces(name: string, most = MOST_MEMBER): AsyncGenerator<Uint8Array> {
    const member = this.#members.get(name.toLowerCase());
    if (!member) throw new Unreadable(WHY.damaged, "damaged");
    return unpack(this.source, member, most, MOST_INFLATED);
  }

  async xml(name: string, listener: Listener): Promise<void> {
    await readXml(this.pieces(name), this.run, listener);
  }

  async line(name: string): Promise<string> {
    let text = "";
    for await (const piece of this.pieces(name, 4 * KIB)) text += new TextDecoder().decode(piece);
    return text.trim();
  }

  /** The texts of some elements, by local name. */
  async values(name: string, wanted: readonly string[]): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    let inside = "";
    await this.xml(name, {
      open: (local, attribute) => {
        inside = local;
        if (local === "document-statistic") found["page-count"] = attribute("page-count") ?? "";
      },
      close: () => void (inside = ""),
      text: (text) => {
        if (wanted.includes(inside)) found[inside] = ((found[inside] ?? "") + text).slice(0, 4 * KIB);
      },
    });
    return found;
  }
}

/** Looks into a ZIP file: what it is, and of an office file what is in it. */
export async function readZip(source: Source): Promise<void> {
  const { run } = source;
  run.facts.kind = "zip";
  const members = await directory(source);
  if (members.some(({ encrypted }) => encrypted)) run.facts.encrypted = true;
  const file = new Package(source, members);
  const { kind, main } = await kindOf(file);
  if (kind === "zip") return;
  run.facts.kind = kind;
  run.miss(WHY.noDate, "date");
  if (/m$/.test(kind) || file.has("word/vbaProject.bin")) run.note("macros");
  if (file.twice) throw new Unreadable(WHY.twice);
  if (/^od/.test(kind)) await openDocument(file, kind);
  else if (/^docx|^docm/.test(kind)) await word(file, main);
  else if (/^ppt/.test(kind)) await slides(file, main);
  else if (/^xls/.test(kind)) await sheets(file, main);
  else return run.miss(WHY.unread, "pages", ...TEXTS);
  if (run.facts.encrypted !== true) file.gather.give(run);
}

async function kindOf(file: Package): Promise<{ kind: string; main: string }> {
  if (file.has("mimetype")) {
    const mime = (await file.line("mimetype")).replace(/-template$/, "");
    return { kind: MIMES[mime] ?? "zip", main: "content.xml" };
  }
  let found = { kind: "zip", main: "" };
  if (!file.has("[Content_Types].xml")) return found;
  await file.xml("[Content_Types].xml", {
    open: (_, attribute) => {
      const type = attribute("ContentType") ?? "";
      const kind = TYPES.find(([pattern]) => pattern.test(type))?.[1];
      const part = (attribute("PartName") ?? "").replace(/^\//, "");
      if (kind && file.has(part)) found = { kind, main: part };
    },
  });
  return found;
}

/** The folder of a part, and where its relations lead: by id. */
async function relations(file: Package, part: string): Promise<Map<string, string>> {
  const cut = part.lastIndexOf("/") + 1;
  const [folder, name] = [part.slice(0, cut), part.slice(cut)];
  const found = new Map<string, string>();
  const path = `${folder}_rels/${name}.rels`;
  if (!file.has(path)) return found;
  await file.xml(path, {
    open: (local, attribute) => {
      const target = attribute("Target") ?? "";
      if (local !== "Relationship" || attribute("TargetMode") === "External") return;
      found.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : folder + target);
    },
  });
  return found;
}

/** What an Office program wrote about the file. */
async function properties(file: Package): Promise<void> {
  if (file.has("docProps/core.xml")) {
    const core = await file.values("docProps/core.xml", ["creator", "created", "modified"]);
    const author = lineOf(core["creator"]);
    if (author) file.run.facts.author = author;
    dated(file.run, core["created"], core["modified"]);
  }
}

async function word(file: Package, main: string): Promise<void> {
  const { run } = file;
  run.miss(WHY.pagesUnsaid, "pages");
  await properties(file);
  if (file.has("docProps/app.xml")) claimPages(run, (await file.values("docProps/app.xml", ["Pages"]))["Pages"]);
  const headings = await headingStyles(file, main);
  const state = { text: false, skipped: 0, line: "", heading: false };
  await file.xml(main, {
    open: (name, attribute) => {
      // The same content again, for programs that do not know the first form.
      if (name === "Fallback") state.skipped += 1;
      if (state.skipped > 0) return;
      if (name === "t") state.text = true;
      else if (name === "pStyle") state.heading = headings.has(attribute("val") ?? "");
      else if (name === "tab") state.line += "\t";
      else if (name === "br" || name === "cr") state.line += "\n";
      else if (name === "noBreakHyphen") state.line += "\u2011";
    },
    close: (name) => {
      if (name === "Fallback") state.skipped -= 1;
      if (name === "t") state.text = false;
      if (name !== "p" || state.skipped > 0) return;
      file.gather.add(`${state.line}\n`);
      if (state.heading) file.gather.heading(state.line);
      [state.line, state.heading] = ["", false];
    },
    text: (text) => {
      if (state.text && state.skipped === 0) state.line += text;
    },
  });
}

/** Ids of the paragraph styles that are headings: the ids are in the writer's language, the names are not. */
async function headingStyles(file: Package, main: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const path = `${main.slice(0, main.lastIndexOf("/") + 1)}styles.xml`;
  if (!file.has(path)) return found;
  let id = "";
  await file.xml(path, {
    open: (name, attribute) => {
      if (name === "style") id = attribute("styleId") ?? "";
      if (name === "name" && /^(heading \d|title)$/i.test(attribute("val") ?? "")) found.add(id);
    },
  });
  return found;
}

function claimPages(run: Run, text: string | undefined): void {
  const pages = Number(text);
  if (!/^\d{1,6}$/.test(text ?? "") || pages === 0) return;
  run.facts.pages = pages;
  run.note("ownPages");
}

async function slides(file: Package, main: string): Promise<void> {
  await properties(file);
  const leads = await relations(file, main);
  const order: string[] = [];
  await file.xml(main, {
    open: (name, attribute) => {
      // It has an `id` of its own too.
      if (name === "sldId") order.push(leads.get(attribute("id", /relationships$/) ?? "") ?? "");
    },
  });
  file.run.facts.pages = order.length;
  for (const path of order) {
    if (!file.has(path)) throw new Unreadable(WHY.damaged, "damaged");
    await slide(file, path);
  }
}

async function slide(file: Package, path: string): Promise<void> {
  let [inside, line, shape, title] = [false, "", "", false];
  await file.xml(path, {
    open: (name, attribute) => {
      if (name === "t") inside = true;
      else if (name === "br") line += "\n";
      else if (name === "sp") [shape, title] = ["", false];
      else if (name === "ph") title = /^(title|ctrTitle)$/.test(attribute("type") ?? "");
    },
    close: (name) => {
      if (name === "t") inside = false;
      if (name === "p") {
        file.gather.add(`${line}\n`);
        shape += `${line} `;
        line = "";
      }
      if (name === "sp" && title) file.gather.heading(shape);
    },
    text: (text) => {
      if (inside) line += text;
    },
  });
  file.gather.add("\n");
}

/** Texts of a workbook: each different text once, as the file keeps them. */
async function sheets(file: Package, main: string): Promise<void> {
  await properties(file);
  file.run.miss(WHY.notPaged, "pages");
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  await file.xml(main, {
    open: (name, attribute) => {
      if (name === "sheet") file.gather.heading(attribute("name") ?? "");
    },
  });
  const shared = `${folder}sharedStrings.xml`;
  const parts = [...(file.has(shared) ? [shared] : []), ...file.names(new RegExp(`^${folder}worksheets/[^/]+\\.xml$`, "i"))];
  for (const part of parts) await cells(file, part);
}

async function cells(file: Package, part: string): Promise<void> {
  let [inside, phonetic, line] = [false, false, ""];
  await file.xml(part, {
    open: (name) => {
      if (name === "t") inside = true;
      if (name === "rPh") phonetic = true;
    },
    close: (name) => {
      if (name === "t") inside = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si" && name !== "is") return;
      file.gather.add(`${line}\n`);
      line = "";
    },
    text: (text) => {
      if (inside && !phonetic) line += text;
    },
  });
}

async function openDocument(file: Package, kind: string): Promise<void> {
  const { run } = file;
  run.miss(kind === "ods" ? WHY.notPaged : WHY.pagesUnsaid, "pages");
  if (file.has("META-INF/manifest.xml")) {
    await file.xml("META-INF/manifest.xml", {
      open: (name) => {
        if (name === "encryption-data") run.facts.encrypted = true;
      },
    });
  }
  if (run.facts.encrypted === true) throw new Unreadable(WHY.password, "password");
  if (file.has("meta.xml")) {
    const meta = await file.values("meta.xml", ["creator", "initial-creator", "creation-date", "date"]);
    const author = lineOf(meta["initial-creator"] ?? meta["creator"]);
    if (author) run.facts.author = author;
    dated(run, meta["creation-date"], meta["date"]);
    if (kind === "odt") claimPages(run, meta["page-count"]);
  }
  await openContent(file, kind);
}

/** What is struck out, remarked or kept beside the text. */
const BESIDE: ReadonlySet<string> = new Set(["tracked-changes", "annotation", "notes", "forms"]);

async function openContent(file: Package, kind: string): Promise<void> {
  let [line, skipped, depth, pages] = ["", 0, 0, 0];
  await file.xml("content.xml", {
    open: (name, attribute) => {
      if (BESIDE.has(name)) skipped += 1;
      if (skipped > 0) return;
      if (name === "p" || name === "h") depth += 1;
      else if (name === "page") pages += 1;
      else if (name === "table" && kind === "ods") file.gather.heading(attribute("name") ?? "");
      else if (name === "s") line += " ".repeat(Math.min(1000, Number(attribute("c") ?? 1) || 1));
      else if (name === "tab") line += "\t";
      else if (name === "line-break") line += "\n";
    },
    close: (name) => {
      if (BESIDE.has(name)) skipped -= 1;
      else if (skipped === 0 && (name === "p" || name === "h")) {
        depth -= 1;
        if (name === "h") file.gather.heading(line);
        file.gather.add(`${line}\n`);
        line = "";
      }
    },
    text: (text) => {
      if (depth > 0 && skipped === 0) line += text;
    },
  });
  if (kind === "odp") file.run.facts.pages = pages;
}
