import { Gather } from "./gather.js";
import { KIB, MIB, MOST_COUNTED, MOST_LINE } from "./limits.js";
import { isShortcut, takeShortcut } from "./link.js";
import { WHY } from "./notes.js";
import { Unreadable } from "./run.js";
import { latin, type Source } from "./source.js";

/** What a text can be by its name alone; by its content they are the same. */
const NAMED: ReadonlySet<string> = new Set(["markdown", "csv", "tsv"]);

/** Reads a file of text: what it says, and what kind of text it is. */
export async function readText(source: Source, declared: string | undefined): Promise<void> {
  const { run } = source;
  const start = latin(await source.read(0, 4 * KIB)).replace(/^\u00ef\u00bb\u00bf/, "");
  run.facts.kind = kindOf(start, declared);
  if (isShortcut(start)) return takeShortcut(run, (await source.read(0, 64 * KIB)).slice());
  if (run.facts.kind === "rtf") throw new Unreadable(WHY.unread);
  if (run.facts.kind === "svg") return run.miss(WHY.unread, "width", "height", "text", "words", "characters", "sentences");
  run.miss(WHY.noDate, "date");
  const text = await decode(source);
  const gather = new Gather();
  gather.full = text.length >= MOST_COUNTED;
  if (run.facts.kind === "html") html(text, gather);
  else {
    gather.add(text);
    if (run.facts.kind === "markdown") headings(text, gather);
  }
  gather.give(run);
}

function kindOf(start: string, declared: string | undefined): string {
  const bare = start.trimStart().replace(/^<\?xml[^>]*\?>\s*/, "").replace(/^(?:<!--[^]*?-->\s*)+/, "");
  if (bare.startsWith("{\\rtf")) return "rtf";
  if (/^<!doctype html|^<html[\s>]/i.test(bare)) return "html";
  if (/^<(?:!doctype svg|svg[\s>])/i.test(bare)) return "svg";
  if (start.trimStart().startsWith("<?xml")) return "xml";
  if (declared === "html" && /<(?:p|h\d|div|body|head|ul|table|br)[\s/>]/i.test(start)) return "html";
  return declared !== undefined && NAMED.has(declared) ? declared : "text";
}

/** The characters of a file: by its mark, as UTF-8, or, where that is not what it is, as Western Europe wrote before. */
async function decode(source: Source): Promise<string> {
  const head = await source.read(0, 3);
  if (head[0] === 0xff && head[1] === 0xfe) return read(source, new TextDecoder("utf-16le"));
  if (head[0] === 0xfe && head[1] === 0xff) return read(source, new TextDecoder("utf-16be"));
  try {
    return await read(source, new TextDecoder("utf-8", { fatal: true }));
  } catch (error) {
    // A text that was cut off in the middle of a letter is not of another time.
    if (!(error instanceof TypeError)) throw error;
    source.run.note("encoding");
    return read(source, new TextDecoder("windows-1252"));
  }
}

async function read(source: Source, decoder: TextDecoder): Promise<string> {
  let text = "";
  for await (const slice of source.slices(0, source.size, MIB)) {
    text += decoder.decode(slice, { stream: true });
    if (text.length >= MOST_COUNTED) return text.slice(0, MOST_COUNTED);
  }
  return text + decoder.decode();
}

/** Headings of a Markdown text, outside fenced code. */
function headings(text: string, gather: Gather): void {
  let fenced = false;
  for (const line of text.split("\n")) {
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const found = fenced ? null : /^ {0,3}#{1,6}[ \t]+(.{1,1000})/.exec(line);
    if (found?.[1]) gather.heading(found[1].replace(/\s+#+\s*$/, ""));
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…", shy: "", rsquo: "’", lsquo: "‘", rdquo: "”", ldquo: "“", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß", eacute: "é", egrave: "è", agrave: "à", ccedil: "ç", ntilde: "ñ" };
/** Elements whose content nobody reads. */
const SILENT = /^(script|style|template|noscript|head|svg|math|iframe|object|textarea|select)$/;
const BLOCK = /^(p|div|h\d|li|ul|ol|tr|table|section|article|header|footer|main|nav|aside|blockquote|pre|br|hr|dt|dd|figure|figcaption|td|th|form|title)$/;

/** The words of a page. It is cut into tags and texts in one walk; nothing is built or executed. */
function html(text: string, gather: Gather): void {
  let [at, silent, heading, inside] = [0, "", "", false];
  const say = (piece: string): void => {
    if (silent !== "") return;
    const plain = piece.replaceAll(/\s+/g, " ").replaceAll(/&(#x?)?(\w{1,31});/g, (whole, number: string | undefined, name: string) => {
      const code = number === undefined ? NaN : parseInt(name, number === "#" ? 10 : 16);
      return number === undefined ? (ENTITIES[name] ?? whole) : code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    });
    gather.add(plain);
    if (inside && heading.length < MOST_LINE) heading += plain;
  };
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    if (tag < 0) return say(text.slice(at));
    say(text.slice(at, tag));
    const end = text.startsWith("<!--", tag) ? text.indexOf("-->", tag + 4) + 2 : text.indexOf(">", tag + 1);
    if (end < tag) return;
    const [, close, name = ""] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(text.slice(tag, tag + 32)) ?? [];
    const local = name.toLowerCase();
    if (silent === "" && close === "" && SILENT.test(local) && text[end - 1] !== "/") silent = local;
    else if (silent !== "" && close === "/" && local === silent) silent = "";
    if (silent === "" && BLOCK.test(local)) gather.add("\n");
    if (silent === "" && /^h\d$/.test(local)) {
      if (close === "/") gather.heading(heading);
      [heading, inside] = ["", close === ""];
    }
    at = end + 1;
  }
}
