import { RubricError } from "./errors.js";
import { dayOf } from "./given.js";
import { fraction } from "./number.js";
import { isRecord, list, member, shown } from "./read.js";
import type { Facts } from "./types.js";

const NUMBERS = ["bytes", "pages", "words", "characters", "sentences", "seconds", "width", "height"] as const;
const TEXTS = ["declaredKind", "name", "sha256", "author", "url", "note"] as const;
/** UTF-16 units: a book fits into `text`, a line into the others. */
const MOST_TEXT = 1 << 22;
const MOST_LINE = 1 << 14;

/** Facts as the engine takes them: names and values in turn. */
export interface Clean {
  readonly id: string;
  readonly given: readonly string[];
}

/**
 * Reads the facts of one piece of evidence, each member once. `shows` in `about`
 * stands for the one among the facts.
 *
 * @throws RubricError with the path of the fact that is not as it should be.
 */
export function factsOf(facts: unknown, about: unknown, path: string, row: (name: string, path: string) => number): Clean {
  if (!isRecord(facts)) throw new RubricError(`a piece of evidence is an object of facts, not ${shown(facts)}`, { path });
  const given: string[] = [];
  const some = (name: keyof Facts): unknown => member(facts, name, `${path}.${name}`);
  const text = (name: keyof Facts, most = MOST_LINE): string | undefined => {
    const value = some(name);
    if (value === undefined) return undefined;
    given.push(name, textOf(value, name, `${path}.${name}`, most));
    return given.at(-1);
  };
  const words = (name: keyof Facts, value: unknown, as: (word: string, place: string) => string = (word) => word): void => {
    list(value, `${path}.${name}`, "texts").forEach((word, index) => {
      const place = `${path}.${name}[${index}]`;
      given.push(name, as(textOf(word, name, place, MOST_LINE), place));
    });
  };
  const id = text("id");
  if (id === undefined || id === "") throw new RubricError("a piece of evidence needs an `id`, the caller's own name for it", { path: `${path}.id` });
  if (!text("kind")) throw new RubricError("a piece of evidence needs a `kind`, such as `pdf`", { path: `${path}.kind` });
  for (const name of TEXTS) text(name);
  text("text", MOST_TEXT);
  for (const name of NUMBERS) {
    const value = some(name);
    if (value !== undefined) given.push(name, countOf(value, name, `${path}.${name}`));
  }
  const date = some("date");
  if (date !== undefined) {
    dayOf(date, `${path}.date`);
    given.push("date", String(date));
  }
  const encrypted = some("encrypted");
  if (encrypted !== undefined && typeof encrypted !== "boolean") throw new RubricError(`\`encrypted\` is true or false, not ${shown(encrypted)}`, { path: `${path}.encrypted` });
  if (encrypted === true) given.push("encrypted", "");
  const people = some("people");
  // Nobody is in it: that is known, and other than not being known.
  if (people !== undefined) given.push("nobody", "");
  words("people", people);
  const shows = isRecord(about) ? (member(about, "shows", `${path}.shows`) ?? some("shows")) : some("shows");
  words("shows", shows, (name, place) => String(row(name, place)));
  words("told", some("told"));
  list(some("undetermined"), `${path}.undetermined`, "facts that could not be read").forEach((one, index) => {
    const place = `${path}.undetermined[${index}]`;
    if (!isRecord(one)) throw new RubricError(`\`undetermined\` lists what could not be read, and why, not ${shown(one)}`, { path: place });
    for (const [as, name] of [["undetermined", "what"], ["why", "why"]] as const) {
      given.push(as, textOf(member(one, name, `${place}.${name}`), name, `${place}.${name}`, MOST_LINE));
    }
  });
  return { id, given };
}

function textOf(value: unknown, name: string, path: string, most: number): string {
  if (typeof value !== "string") throw new RubricError(`\`${name}\` is a text, not ${shown(value)}`, { path });
  if (value.length > most) throw new RubricError(`\`${name}\` is longer than ${most} characters`, { path });
  return value;
}

function countOf(value: unknown, name: string, path: string): string {
  if (typeof value !== "number") throw new RubricError(`\`${name}\` is a number, not ${shown(value)}`, { path });
  const { n, d } = fraction(value, path);
  if (n < 0) throw new RubricError(`\`${name}\` cannot be below 0`, { path });
  return `${n}/${d}`;
}
