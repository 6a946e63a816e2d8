import type { Facts, Finding } from "../../types.js";
import type { Tellable } from "./terms.js";

const TELLABLE: ReadonlySet<string> = new Set<Tellable>(["date", "people", "author", "pages", "words", "characters", "length"]);
/** A fact's name where the engine calls it otherwise. */
const FACT: Readonly<Partial<Record<Tellable, keyof Facts>>> = { length: "seconds" };
const factOf = (what: Tellable): keyof Facts => FACT[what] ?? (what as keyof Facts);

/** What a person may tell about a piece: what a rule asks and could not be seen, and what was told before. */
export function tellableOf(facts: Facts, findings: readonly Finding[]): Tellable[] {
  const told = (facts.told ?? []).map((name) => (name === "seconds" ? "length" : name));
  const unknown = findings.filter(({ key, item }) => key === "unknown" && (item === null || item === facts.id)).map(({ data }) => data.unknown ?? "");
  return [...new Set([...told, ...unknown])].filter((name): name is Tellable => TELLABLE.has(name));
}

/** A told fact as a person wrote it, for its field. */
export function toldText(facts: Facts, what: Tellable): string {
  if (!facts.told?.includes(factOf(what))) return "";
  if (what === "people") return (facts.people ?? []).join(", ");
  if (what === "length") return clock(facts.seconds ?? 0);
  return String(facts[factOf(what)] ?? "");
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
}

/** The facts with one that a person told, marked as told; nothing where it cannot be read. An empty text takes it back. */
export function withTold(facts: Facts, what: Tellable, text: string): Facts | null {
  const name = factOf(what);
  const { [name]: _, told = [], ...rest } = facts;
  const others = told.filter((one) => one !== name);
  if (text.trim() === "") return { ...(rest as unknown as Facts), ...(others.length > 0 ? { told: others } : {}) };
  const value = read(what, text.trim());
  return value === null ? null : ({ ...rest, [name]: value, told: [...others, name] } as unknown as Facts);
}

function read(what: Tellable, text: string): string | number | string[] | null {
  if (what === "date") return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
  if (what === "author") return text;
  if (what === "people") return text.split(/[,;\n]/).map((name) => name.trim()).filter((name) => name !== "");
  if (what === "length") return seconds(text);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** `4:30` or `1:02:00`; a bare number is of minutes. */
function seconds(text: string): number | null {
  const long = /^(\d{1,3}):([0-5]?\d):([0-5]?\d)$/.exec(text);
  const short = /^(\d{1,4})(?::([0-5]?\d))?$/.exec(text);
  if (long) return Number(long[1]) * 3600 + Number(long[2]) * 60 + Number(long[3]);
  return short ? Number(short[1]) * 60 + Number(short[2] ?? 0) : null;
}
