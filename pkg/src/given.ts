import { RubricError } from "./errors.js";
import { fraction } from "./number.js";
import type { Facts, OutlineInput, OutlineRow, Rating, ReplyInput } from "./types.js";

/** A value as a message shows it: short, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (value === null) return "null";
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `a value of type ${Array.isArray(value) ? "array" : typeof value}`;
}

/** An exact number as a person reads it: `1/2` is 0.5. */
export function plain(exact: string | null): string {
  const [top, bottom] = (exact ?? "").split("/");
  return bottom === undefined ? (exact ?? "") : String(Number(top) / Number(bottom));
}

function range({ from, to, step, values }: { from: string | null; to: string | null; step: string | null; values: readonly string[] }): string {
  if (values.length > 0) return `one of ${values.map(plain).join(", ")}`;
  const ends = to === null ? `a number from ${plain(from)}` : `a number from ${plain(from)} to ${plain(to)}`;
  return step === null ? ends : `${ends} in steps of ${plain(step)}`;
}

/** What a row takes, in words. */
export function takes(row: OutlineRow): string {
  if (row.kind === "check") return "true or false";
  if (row.kind === "criterion") return `one of ${row.levels.map((level) => level.name).join(", ")}`;
  return range(row);
}

/** Why a row did not take something, by the engine's number for it. */
export function refusal(row: OutlineRow, value: unknown, status = 3): RubricError {
  const path = `rows.${row.name}`;
  if (status === 7) return new RubricError(`${shown(value)} would make the numbers too long to be exact`, { path });
  if (status === 10) return new RubricError(`\`${row.name}\` is worked out by the rubric, not rated by hand`, { path });
  if (status === 11) return new RubricError(`\`${row.name}\` may not be left out`, { path });
  if (status === 12) return new RubricError(`\`${row.name}\` may be left out with a reason only; say why`, { path });
  return new RubricError(`\`${row.name}\` takes ${takes(row)}, not ${shown(value)}`, { path });
}

/** A rating as numbers: which export takes it, and with what. */
export type Call = readonly ["level", number] | readonly ["number", number, number] | readonly ["met", 0 | 1];

/** Reads a rating for a row. */
export function ratingOf(row: OutlineRow, value: Exclude<Rating, null>): Call {
  const path = `rows.${row.name}`;
  if (row.kind === "check") {
    if (value === true || value === "met") return ["met", 1];
    if (value === false || value === "not met") return ["met", 0];
    throw refusal(row, value);
  }
  if (typeof value !== "string" && typeof value !== "number") throw refusal(row, value);
  if (row.kind === "criterion" && typeof value === "string") {
    const level = row.levels.findIndex((known) => known.name === value);
    if (level >= 0) return ["level", level + row.firstLevel];
    if (!/^\s*[+-]?\d/.test(value)) throw refusal(row, value);
  }
  const { n, d } = fraction(value, path);
  return ["number", n, d];
}

/** A reply as the engine takes it: kind, and two numbers. */
export function replyOf(input: OutlineInput, value: ReplyInput, path: string): readonly [kind: number, n: number, d: number] {
  if (value === null) return [0, 0, 1];
  const wrong = (wanted: string) => new RubricError(`\`${input.name}\` takes ${wanted}, not ${shown(value)}`, { path });
  if (input.kind === "choice") {
    const choice = input.choices.findIndex(({ name }) => name === value);
    if (choice < 0) throw wrong(`one of ${input.choices.map(({ name }) => name).join(", ")}`);
    return [1, choice, 1];
  }
  if (input.kind === "yes/no") {
    if (value === true || value === "yes") return [3, 1, 1];
    if (value === false || value === "no") return [3, 0, 1];
    throw wrong("true or false");
  }
  if (input.kind === "date") return [4, dayOf(value, path), 1];
  if (typeof value === "boolean") throw wrong(range(input));
  const { n, d } = fraction(value, path);
  return [2, n, d];
}

/** What an input takes, in words. */
export function inputTakes(input: OutlineInput): string {
  if (input.kind === "number") return range(input);
  return input.kind === "date" ? "a day such as 2025-08-01" : input.kind === "yes/no" ? "true or false" : `one of ${input.choices.map(({ name }) => name).join(", ")}`;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;

/** A day as days since 1970-01-01. */
export function dayOf(value: unknown, path: string): number {
  const time = typeof value === "string" && DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new RubricError(`a day is written as 2025-08-01, not ${shown(value)}`, { path });
  }
  return time / MS_A_DAY;
}

const NUMBERS = ["bytes", "pages", "words", "characters", "sentences", "seconds", "width", "height"] as const;
const TEXTS = ["declaredKind", "name", "sha256", "author", "url", "text", "note"] as const;

/** Facts as the engine takes them, names and values in turn, or what is wrong with them. Each member is read once. */
export function factsOf(facts: unknown, path: string, row: (name: string, path: string) => number): { readonly id: string; readonly given: string[] } {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) throw new RubricError(`a piece of evidence is an object of facts, not ${shown(facts)}`, { path });
  const read = facts as Record<keyof Facts, unknown>;
  const given: string[] = [];
  const wrong = (member: string, wanted: string, value: unknown, place = "") => new RubricError(`\`${member}\` is ${wanted}, not ${shown(value)}`, { path: `${path}.${member}${place}` });
  const some = (member: keyof Facts): unknown => read[member] ?? undefined;
  const text = (member: keyof Facts): string | undefined => {
    const value = some(member);
    if (value !== undefined && typeof value !== "string") throw wrong(member, "a text", value);
    if (value !== undefined) given.push(member, value);
    return value;
  };
  const list = (member: keyof Facts): unknown[] => {
    const value = some(member) ?? [];
    if (!Array.isArray(value)) throw wrong(member, "a list", value);
    return value;
  };
  const words = (member: keyof Facts, as: (word: string, place: string) => string = (word) => word): void => {
    list(member).forEach((word, index) => {
      if (typeof word !== "string") throw wrong(member, "a list of texts", word, `[${index}]`);
      given.push(member, as(word, `${path}.${member}[${index}]`));
    });
  };
  const id = text("id");
  const kind = text("kind");
  if (id === undefined || kind === undefined) throw new RubricError("a piece of evidence needs an `id` and a `kind`", { path });
  TEXTS.forEach(text);
  for (const member of NUMBERS) {
    const value = some(member);
    if (value === undefined) continue;
    if (typeof value !== "number") throw wrong(member, "a number", value);
    const { n, d } = fraction(value, `${path}.${member}`);
    if (n < 0) throw new RubricError(`\`${member}\` cannot be below 0`, { path: `${path}.${member}` });
    given.push(member, `${n}/${d}`);
  }
  const date = some("date");
  if (date !== undefined) {
    dayOf(date, `${path}.date`);
    given.push("date", String(date));
  }
  const encrypted = some("encrypted");
  if (encrypted !== undefined && typeof encrypted !== "boolean") throw wrong("encrypted", "true or false", encrypted);
  if (encrypted === true) given.push("encrypted", "");
  if (some("people") !== undefined && list("people").length === 0) given.push("nobody", "");
  words("people");
  words("shows", (name, place) => String(row(name, place)));
  words("told");
  list("undetermined").forEach((one, index) => {
    const { what, why } = (typeof one === "object" && one !== null ? one : {}) as { what?: unknown; why?: unknown };
    if (typeof what !== "string" || typeof why !== "string") throw new RubricError("`undetermined` lists what could not be read, and why", { path: `${path}.undetermined[${index}]` });
    given.push("undetermined", what, "why", why);
  });
  return { id, given };
}
