import type { Source } from "./outcome.js";
import { compare, type Exact, exactOf } from "./texts/exact.js";
import { capital } from "./texts/plain.js";
import type { Asked, FindingData, FindingKey, Measure, UnknownWord } from "./texts/texts.js";
import { translatedNote } from "./texts/notes.js";
import type { Voice } from "./texts/voice.js";
import type { Finding, FindingOut, OutlineEvidence, OutlineEvidenceRule } from "./types.js";

const MEASURES: ReadonlySet<string> = new Set<Measure>(["size", "pages", "words", "characters", "length", "width", "height"]);
/** What each kind of rule says, and what it has to know. */
const RULES: Readonly<Record<string, readonly [key: FindingKey, needs: UnknownWord]>> = {
  accepts: ["accepts", "kind"], "dated within": ["dated", "date"], "dated after": ["dated", "date"], "dated before": ["dated", "date"],
  hosts: ["hosts", "url"], "named like": ["named", "name"], mentions: ["mentions", "text"], "avoids personal information": ["personal", "text"],
  avoids: ["avoids", "text"], "people at least": ["people", "people"], "people not the author": ["not author", "author"],
  "no duplicates": ["duplicates", "fingerprint"], "note required": ["note", "note"], "names rows": ["rows", "rows"], attest: ["attest", "statement"],
};
/** Formats that are one kind. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  pdf: [], docx: [], odt: [], text: ["txt", "html", "htm"], markdown: ["md"], image: ["png", "jpeg", "jpg", "gif", "webp", "heic", "heif", "avif", "svg"],
  audio: ["mp3", "wav", "m4a", "ogg", "flac"], video: ["mp4", "webm", "mov", "m4v"], spreadsheet: ["xlsx", "csv", "ods", "xls"],
  slides: ["pptx", "odp", "ppt"], link: ["url"], any_file: ["any file"],
};

/** What the precheck found, in the reader's words: the author's first, then what was seen and what is asked for. */
export function findingOf(source: Source, out: FindingOut): Finding {
  const { rule, item, holds, soft, told, message } = out;
  const slot = source.outline.evidence[out.slot];
  const line = rule === null ? undefined : slot?.rules[rule];
  const key = keyOf(line, out);
  const data = slot ? given(dataOf(source.voice, slot, line, key, out)) : { label: "", item: null };
  const { texts } = source.voice;
  const own = capital(texts.finding[key](texts.subject(data), data, out));
  const author = holds === "no" ? (message?.trim() ?? "") : "";
  return Object.freeze({ rule, item, holds, soft, told, sentence: author === "" ? own : `${author} ${own}`, message, key, data: Object.freeze(data) });
}

function keyOf(line: OutlineEvidenceRule | undefined, out: FindingOut): FindingKey {
  if (!line) return out.item === null ? "items" : "link";
  if (out.holds === "unknown") return "unknown";
  return MEASURES.has(line.kind) ? "measured" : (RULES[line.kind]?.[0] ?? "unknown");
}

/** Without the members that say nothing. */
function given(data: { readonly [K in keyof FindingData]: FindingData[K] | undefined } & Pick<FindingData, "label" | "item">): FindingData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as unknown as FindingData;
}

function dataOf(voice: Voice, slot: OutlineEvidence, line: OutlineEvidenceRule | undefined, key: FindingKey, out: FindingOut) {
  const about = { label: labelOf(slot), item: itemOf(out) };
  const value = out.value ?? undefined;
  switch (key) {
    case "items":
      return { ...about, ...number(voice, "items", out), zero: value === "0", optional: value === "0" && out.holds === "yes" };
    case "unknown":
      return { ...about, unknown: needed(line), why: out.why ?? undefined, said: out.said === null ? undefined : translatedNote(voice.language, out.said) };
    case "measured":
      return { ...about, ...number(voice, (line?.kind ?? "pages") as Measure, out), measure: (line?.kind ?? "pages") as Measure, total: line?.total };
    case "people":
      return { ...about, ...number(voice, "people", out) };
    case "accepts":
      return {
        ...about, value: kindOf(value ?? ""), declared: out.declared === null ? undefined : kindOf(out.declared), kinds: line?.values.map(kindOf),
        extensions: line?.extensions.map((one) => one.trim().replace(/^\.+/, "")),
      };
    case "dated":
      return { ...about, value: value && voice.day(value), ...days(voice, line, out) };
    case "hosts":
      return { ...about, value, hosts: line?.values };
    case "named":
      return { ...about, value, pattern: line?.values[0] };
    case "mentions":
      return { ...about, words: out.words, wanted: line?.values, all: line?.all };
    case "personal":
    case "avoids":
      return { ...about, places: out.places, more: out.more };
    case "duplicates":
      return { ...about, twin: out.twin === null ? undefined : { name: named(out.twinName), place: out.twin } };
    case "attest":
      return { ...about, statement: line?.values[0] };
    default:
      return about;
  }
}

/** One item of several; where there is one, the slot's name says it. */
function itemOf({ place, items, name }: FindingOut): FindingData["item"] {
  return place === null || items < 2 ? null : { name: named(name), place };
}

function named(name: string | null): string | null {
  return name !== null && name.trim() !== "" ? name : null;
}

function needed(line: OutlineEvidenceRule | undefined): UnknownWord {
  if (!line) return "kind";
  return MEASURES.has(line.kind) ? (line.kind as Measure) : (RULES[line.kind]?.[1] ?? "kind");
}

function kindOf(word: string): string {
  const plain = word.trim().toLowerCase();
  return Object.keys(KINDS).find((kind) => kind === plain || KINDS[kind]?.includes(plain)) ?? "other";
}

/** A number with its unit, told apart from the end it misses. */
function number(voice: Voice, measure: Measure | "items" | "people", out: FindingOut): Pick<FindingData, "asked"> & { readonly value: string } {
  const value = exactOf(out.value ?? "0");
  const [from, to] = [out.from, out.to].map((end) => (end === null ? null : exactOf(end)));
  const whole = measure === "items" || measure === "people";
  const digits = whole ? 0 : voice.digits(measure, value, [from, to].filter((end) => end !== null && end !== undefined));
  const bare = (end: Exact) => voice.measured(measure, end, digits)[1];
  return { value: voice.measured(measure, value, digits)[0], asked: askedOf(value, from ?? null, to ?? null, bare) };
}

/** The end that is missed; where both are held, the range. */
function askedOf(value: Exact, from: Exact | null, to: Exact | null, bare: (end: Exact) => string): Asked | null {
  if (from && to && compare(from, to) === 0) return { side: "exact", end: bare(from) };
  if (from && compare(value, from) < 0) return { side: "low", end: bare(from) };
  if (to && compare(value, to) > 0) return { side: "high", end: bare(to) };
  if (from && to) return { side: "exact", end: bare(from), to: bare(to) };
  if (from) return { side: "low", end: bare(from) };
  return to ? { side: "high", end: bare(to) } : null;
}

function days(voice: Voice, line: OutlineEvidenceRule | undefined, { from, to, value }: FindingOut): Pick<FindingData, "days"> & { readonly from?: string | undefined; readonly to?: string | undefined } {
  const say = (day: string | null | undefined) => (day ? voice.day(day) : undefined);
  if (line?.kind === "dated after") return { days: "after", from: say(line.from) };
  if (line?.kind === "dated before") return { days: "before", to: say(line.to) };
  const inTime = from !== null && to !== null && value !== null && value <= to;
  return { days: inTime ? "from" : "until", from: say(from), to: say(to) };
}

/** What a slot is called; without a label its name, in words. */
function labelOf({ label, name }: OutlineEvidence): string {
  const own = label.trim();
  return own === "" || own === name ? name.replaceAll("_", " ") : own;
}
