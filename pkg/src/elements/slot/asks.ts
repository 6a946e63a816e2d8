import { exactOf } from "../../texts/exact.js";
import type { Measure } from "../../texts/texts.js";
import type { Voice } from "../../texts/voice.js";
import type { OutlineEvidence, OutlineEvidenceRule } from "../../types.js";
import { declared } from "../../evidence/names.js";
import type { SlotTerms } from "./terms.js";

const MEASURES: ReadonlySet<string> = new Set<Measure>(["size", "pages", "words", "characters", "length", "width", "height"]);

/** What a slot asks, each in a few words. */
export function asksOf(slot: OutlineEvidence, voice: Voice, terms: SlotTerms): string[] {
  const asks = slot.rules.map((rule) => askOf(rule, voice, terms)).filter((text) => text !== "");
  const count = range("items", slot.from, slot.to, voice, (text) => text, terms);
  // One piece is what anybody would expect.
  const pieces = slot.from === "1" && slot.to === "1" ? [] : [terms.pieces(count, slot.to === "1" || (slot.to === null && slot.from === "1"))];
  return [...pieces, ...asks, ...(slot.optional ? [terms.optional] : [])];
}

function askOf(rule: OutlineEvidenceRule, voice: Voice, terms: SlotTerms): string {
  const { kind, values, total } = rule;
  if (MEASURES.has(kind)) {
    const measure = kind as Measure;
    const text = range(measure, rule.from, rule.to, voice, (text) => text, terms);
    return total ? terms.together(terms.measured(measure, text)) : terms.measured(measure, text);
  }
  switch (kind) {
    case "accepts":
      return acceptedBy(rule, voice, terms);
    case "dated within":
      return terms.within(rule.months, rule.days);
    case "dated after":
      return terms.after(voice.day(rule.from ?? ""));
    case "dated before":
      return terms.before(voice.day(rule.to ?? ""));
    case "hosts":
      return terms.hosts(voice.or(values));
    case "named like":
      return terms.named(values[0] ?? "");
    case "mentions":
      return terms.mentions(rule.all ? voice.and(values) : voice.or(values), rule.all);
    case "avoids personal information":
      return terms.noPersonal;
    case "avoids":
      return terms.avoids(values[0] ?? "");
    case "people at least":
      return terms.people(rule.from === null ? "1" : voice.decimal(exactOf(rule.from), 0));
    case "people not the author":
      return terms.notAuthor;
    case "no duplicates":
      return terms.noDuplicates;
    case "note required":
      return terms.noteWanted;
    case "names rows":
      return terms.rowsWanted;
    default:
      return "";
  }
}

function range(measure: Measure | "items", from: string | null, to: string | null, voice: Voice, own: (text: string) => string, terms: SlotTerms): string {
  const bare = (end: string) => own(voice.measured(measure, exactOf(end), measure === "length" || measure === "items" ? 0 : 2)[1]);
  if (from !== null && to !== null) return from === to ? bare(from) : terms.from(bare(from), bare(to));
  if (from !== null) return terms.atLeast(bare(from));
  return to === null ? "" : terms.atMost(bare(to));
}

/** `PDF or Word document`. */
export function acceptedBy({ values, extensions }: Pick<OutlineEvidenceRule, "values" | "extensions">, voice: Voice, terms: SlotTerms): string {
  return voice.or([...values.map((kind) => terms.accepted(kind)), ...extensions.map((end) => terms.ending(end.replace(/^\.+/, "")))]);
}

/** Endings that are a kind of the language, by what `declared` makes of them. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  pdf: ["pdf"], docx: ["docx"], odt: ["odt"], text: ["text", "html"], markdown: ["markdown"], image: ["png", "jpeg", "gif", "webp", "heic", "avif", "svg", "tiff", "bmp"],
  audio: ["mp3", "wav", "m4a", "ogg", "flac", "aac"], video: ["mp4", "webm", "mov", "mkv"], spreadsheet: ["xlsx", "csv", "ods", "xls"], slides: ["pptx", "odp", "ppt"],
};
/** The same as a file picker of a browser takes them. */
const PICKED: Readonly<Record<string, readonly string[]>> = {
  pdf: [".pdf"], docx: [".docx"], odt: [".odt"], text: [".txt", ".html", ".htm"], markdown: [".md"], image: ["image/*"], audio: ["audio/*"], video: ["video/*"],
  spreadsheet: [".xlsx", ".csv", ".ods", ".xls"], slides: [".pptx", ".odp", ".ppt"],
};

function accepts(slot: OutlineEvidence): OutlineEvidenceRule | undefined {
  // Advice does not keep anything out.
  return slot.rules.find(({ kind, soft }) => kind === "accepts" && !soft);
}

const isAny = (rule: OutlineEvidenceRule) => rule.values.some((kind) => kind === "any_file" || kind === "any file");

/** Whether a file may be meant for a slot, by the ending of its name; what it really is, is seen when it is read. */
export function mayTake(slot: OutlineEvidence, file: Pick<File, "name" | "type">): boolean {
  const rule = accepts(slot);
  if (!rule || isAny(rule)) return true;
  const says = declared(file.name);
  const ends = rule.extensions.some((end) => file.name.toLowerCase().endsWith(`.${end.trim().replace(/^\.+/, "").toLowerCase()}`));
  return ends || rule.values.some((kind) => (says !== undefined && (KINDS[kind]?.includes(says) ?? false)) || (file.type !== "" && file.type.startsWith(`${kind}/`)));
}

/** What a file picker should offer; nothing where any file goes. */
export function pickerOf(slot: OutlineEvidence): string | null {
  const rule = accepts(slot);
  if (!rule || isAny(rule)) return null;
  return [...rule.values.flatMap((kind) => PICKED[kind] ?? []), ...rule.extensions.map((end) => `.${end.trim().replace(/^\.+/, "")}`)].join(",");
}

/** Which ways to give something a slot has. */
export function waysOf(slot: OutlineEvidence): { readonly files: boolean; readonly link: boolean; readonly text: boolean } {
  const rule = accepts(slot);
  if (!rule) return { files: true, link: true, text: true };
  const has = (...kinds: readonly string[]) => kinds.some((kind) => rule.values.includes(kind));
  return { files: rule.extensions.length > 0 || rule.values.some((kind) => kind !== "link"), link: has("link"), text: has("text", "markdown") };
}
