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

/** Facts as the engine takes them, or what is wrong with them. Only own members are read, each once. */
export function factsOf(facts: unknown, path: string, row: (name: string, path: string) => number): { id: string } & Record<string, unknown> {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) throw new RubricError(`a piece of evidence is an object of facts, not ${shown(facts)}`, { path });
  const given = facts as Record<keyof Facts, unknown>;
  const text = (member: keyof Facts, needed = false): string | undefined => {
    const value = given[member];
    if (value === undefined || value === null) {
      if (needed) throw new RubricError(`a piece of evidence needs a text \`${member}\``, { path: `${path}.${member}` });
      return undefined;
    }
    if (typeof value !== "string") throw new RubricError(`\`${member}\` is a text, not ${shown(value)}`, { path: `${path}.${member}` });
    return value;
  };
  const list = (member: keyof Facts): unknown[] => {
    const value = given[member] ?? [];
    if (!Array.isArray(value)) throw new RubricError(`\`${member}\` is a list, not ${shown(value)}`, { path: `${path}.${member}` });
    return value;
  };
  const words = (member: keyof Facts): string[] =>
    list(member).map((one, index) => {
      if (typeof one !== "string") throw new RubricError(`\`${member}\` lists texts, not ${shown(one)}`, { path: `${path}.${member}[${index}]` });
      return one;
    });
  const out: { id: string } & Record<string, unknown> = { id: text("id", true) ?? "", kind: text("kind", true) ?? "" };
  for (const member of TEXTS) {
    const value = text(member);
    if (value !== undefined) out[member] = value;
  }
  out.numbers = NUMBERS.flatMap((member): [string, string][] => {
    const value = given[member];
    if (value === undefined || value === null) return [];
    if (typeof value !== "number") throw new RubricError(`\`${member}\` is a number, not ${shown(value)}`, { path: `${path}.${member}` });
    const { n, d } = fraction(value, `${path}.${member}`);
    if (n < 0) throw new RubricError(`\`${member}\` cannot be below 0`, { path: `${path}.${member}` });
    return [[member, `${n}/${d}`]];
  });
  if (given.date !== undefined && given.date !== null) {
    dayOf(given.date, `${path}.date`);
    out.date = given.date;
  }
  if (given.encrypted !== undefined && typeof given.encrypted !== "boolean") throw new RubricError(`\`encrypted\` is true or false, not ${shown(given.encrypted)}`, { path: `${path}.encrypted` });
  out.encrypted = given.encrypted === true;
  if (given.people !== undefined && given.people !== null) out.people = words("people");
  out.shows = words("shows").map((name, index) => row(name, `${path}.shows[${index}]`));
  out.told = words("told");
  out.undetermined = list("undetermined").map((one, index): [string, string] => {
    const { what, why } = (typeof one === "object" && one !== null ? one : {}) as { what?: unknown; why?: unknown };
    if (typeof what !== "string" || typeof why !== "string") throw new RubricError("`undetermined` lists what could not be read, and why", { path: `${path}.undetermined[${index}]` });
    return [what, why];
  });
  return out;
}
