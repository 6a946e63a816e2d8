import type { Run } from "./run.js";

/** Endings that are one kind under several names. */
const ALIKE: Readonly<Record<string, string>> = {
  txt: "text", text: "text", log: "text", md: "markdown", markdown: "markdown", htm: "html", xhtml: "html", jpg: "jpeg", jpe: "jpeg", jfif: "jpeg",
  heif: "heic", tif: "tiff", m4v: "mp4", qt: "mov", mid: "midi", oga: "ogg", opus: "ogg", ogv: "ogg", dotx: "docx", xltx: "xlsx", potx: "pptx", ppsx: "pptx",
  dotm: "docm", xltm: "xlsm", potm: "pptm", ppsm: "pptm", dot: "doc", ott: "odt", ots: "ods", otp: "odp", url: "shortcut", webloc: "shortcut", lnk: "shortcut",
  gdoc: "shortcut", gsheet: "shortcut", gslides: "shortcut", gdraw: "shortcut", gform: "shortcut", desktop: "shortcut",
};
/** What an ending says, apart from the kinds that are read: these are programs. */
const PROGRAMS: ReadonlySet<string> = new Set(["exe", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "js", "jar", "app", "dmg", "apk", "sh", "elf", "macho", "hta", "pif", "class"]);
/** Characters that nobody sees, some of which turn the text around them. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** The ending of a name, in small letters. */
export function endingOf(name: string): string {
  const bare = name.replaceAll(new RegExp(HIDDEN, "gu"), "").trim().replace(/[. ]+$/, "");
  return /[^.]\.([\p{L}\p{N}]{1,12})$/u.exec(bare)?.[1]?.toLowerCase() ?? "";
}

/** What a name says it is; nothing where it has no ending. */
export function declared(name: string): string | undefined {
  const ending = endingOf(name);
  return ending === "" ? undefined : (ALIKE[ending] ?? ending);
}

export function isProgram(kind: string): boolean {
  return PROGRAMS.has(kind);
}

/** `final_v2 (1)`, `Copy of plan`, `plan - Kopie`, `draft`: words that stand in names which nobody chose for others. */
const DRAFT = new RegExp(
  [
    String.raw`(?:^|[^\p{L}])(?:draft|entwurf|brouillon|borrador|bozza|rascunho|wip|unfinished|untitled|unbenannt|sans titre|sin título|document\d*|dokument\d*|presentation\d*)(?:[^\p{L}]|$)`,
    String.raw`^(?:copy of|kopie von|copie de|copia de|copia di|cópia de)(?:[^\p{L}]|$)`,
    String.raw`(?:^|[^\p{L}])(?:copy|kopie|copie|copia|cópia)(?:[ _]*\(?\d*\)?)?$`,
    String.raw`\(\d{1,3}\)$`,
    String.raw`(?:^|[^\p{L}])v(?:ersion)?[ ._-]?\d+(?:[ ._-]*(?:final|neu|new|old|alt))+`,
    String.raw`final[ ._-]*(?:final|v?\d+|neu|new)`,
    String.raw`^~\$`,
  ].join("|"),
  "iu",
);

/** Words for files that are only "Document" when nothing else is in the name. */
const UNNAMED = /^(?:document|dokument|presentation)\d*$/i;

/** Says what is odd about a name. */
export function lookAtName(run: Run, name: string): void {
  const ending = endingOf(name);
  const bare = ending === "" ? name : name.slice(0, name.toLowerCase().lastIndexOf(`.${ending}`));
  const found = DRAFT.exec(bare)?.[0].replaceAll(/^[^\p{L}\p{N}(~]+|[^\p{L}\p{N})$]+$/gu, "");
  if (found && (!/^(?:document|dokument|presentation)/i.test(found) || UNNAMED.test(bare.trim()))) run.note("draftName", found);
  if (HIDDEN.test(name)) run.note("hiddenInName", `.${ending}`);
  const before = endingOf(bare);
  if (ending !== "" && /^(pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|mp[34]|txt|html?)$/.test(before) && before !== ending) run.note("doubleEnding", `.${ending}`);
  if (ending === "icloud") run.note("notDownloaded");
}
