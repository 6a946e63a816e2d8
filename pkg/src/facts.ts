import { RubricError } from "./errors.js";
import { dayOf } from "./given.js";
import { fraction } from "./number.js";
import { isRecord, list, member, shown } from "./read.js";
import type { Facts } from "./types.js";

const NUMBERS = ["bytes", "pages", "words", "characters", "sentences", "seconds", "width", "height"] as const;
const TEXTS = ["declaredKind", "name", "sha256", "author", "place", "url", "note"] as const;
/** The names of all facts. */
export const FACTS: ReadonlySet<string> = new Set(["id", "kind", ...TEXTS, "text", ...NUMBERS, "date", "encrypted", "people", "shows", "told", "undetermined"]);
/** UTF-16 units: a book fits into `text`, a line into the others. */
const MOST_TEXT = 1 << 22;
const MOST_LINE = 1 << 14;

/** Facts while they are read, to be frozen. */
type Draft = { -readonly [K in keyof Facts]: Facts[K] };

/**
 * Reads the facts of one piece of evidence, each member once, into a frozen copy.
 * `shows` in `about` stands for the one among the facts.
 *
 * @throws RubricError with the path of the fact that is not as it should be.
 */
export function factsOf(facts: unknown, about: unknown, path: string, row: (name: string, path: string) => void): Facts {
  if (!isRecord(facts)) throw new RubricError(`a piece of evidence is an object of facts, not ${shown(facts)}`, { path });
  const some = (name: keyof Facts): unknown => member(facts, name, `${path}.${name}`);
  const text = (name: keyof Facts, most = MOST_LINE): string | undefined => {
    const value = some(name);
    return value === undefined ? undefined : textOf(value, name, `${path}.${name}`, most);
  };
  const words = (name: keyof Facts, value: unknown, look: (word: string, place: string) => void = () => {}): readonly string[] =>
    Object.freeze(
      list(value, `${path}.${name}`, "texts").map((word, index) => {
        const place = `${path}.${name}[${index}]`;
        const found = textOf(word, name, place, MOST_LINE);
        look(found, place);
        return found;
      }),
    );
  const id = text("id");
  if (id === undefined || id === "") throw new RubricError("a piece of evidence needs an `id`, the caller's own name for it", { path: `${path}.id` });
  const kind = text("kind");
  if (!kind) throw new RubricError("a piece of evidence needs a `kind`, such as `pdf`", { path: `${path}.kind` });
  const draft: Draft = { id, kind };
  const keep = <K extends keyof Facts>(name: K, value: Facts[K] | undefined): void => {
    if (value !== undefined) draft[name] = value;
  };
  for (const name of TEXTS) keep(name, text(name));
  keep("text", text("text", MOST_TEXT));
  for (const name of NUMBERS) {
    const value = some(name);
    if (value !== undefined) keep(name, countOf(value, name, `${path}.${name}`));
  }
  const date = some("date");
  if (date !== undefined) {
    dayOf(date, `${path}.date`);
    keep("date", String(date));
  }
  const encrypted = some("encrypted");
  if (encrypted !== undefined && typeof encrypted !== "boolean") throw new RubricError(`\`encrypted\` is true or false, not ${shown(encrypted)}`, { path: `${path}.encrypted` });
  keep("encrypted", encrypted);
  const people = some("people");
  // Nobody is in it: that is known, and other than not being known.
  if (people !== undefined) keep("people", words("people", people));
  const shows = words("shows", isRecord(about) ? (member(about, "shows", `${path}.shows`) ?? some("shows")) : some("shows"), (name, place) => row(name, place));
  if (shows.length > 0) keep("shows", shows);
  const told = words("told", some("told"));
  if (told.length > 0) keep("told", told);
  const undetermined = list(some("undetermined"), `${path}.undetermined`, "facts that could not be read").map((one, index) => {
    const place = `${path}.undetermined[${index}]`;
    if (!isRecord(one)) throw new RubricError(`\`undetermined\` lists what could not be read, and why, not ${shown(one)}`, { path: place });
    const part = (name: string) => textOf(member(one, name, `${place}.${name}`), name, `${place}.${name}`, MOST_LINE);
    return Object.freeze({ what: part("what"), why: part("why") });
  });
  if (undetermined.length > 0) keep("undetermined", Object.freeze(undetermined));
  return Object.freeze(draft);
}

/** Facts as the engine takes them: names and values in turn. A row that an older version of the rubric had is not told. */
export function toldOf(facts: Facts, rowAt: (name: string) => number | undefined): string[] {
  const told: string[] = [];
  for (const name of ["id", "kind", ...TEXTS, "text", "date"] as const) if (facts[name] !== undefined) told.push(name, facts[name]);
  for (const name of NUMBERS) {
    const value = facts[name];
    if (value === undefined) continue;
    const { n, d } = fraction(value, name);
    told.push(name, `${n}/${d}`);
  }
  if (facts.encrypted === true) told.push("encrypted", "");
  if (facts.people) told.push("nobody", "", ...facts.people.flatMap((one) => ["people", one]));
  for (const row of (facts.shows ?? []).map(rowAt)) if (row !== undefined) told.push("shows", String(row));
  for (const fact of facts.told ?? []) told.push("told", fact);
  for (const { what, why } of facts.undetermined ?? []) told.push("undetermined", what, "why", why);
  return told;
}

function textOf(value: unknown, name: string, path: string, most: number): string {
  if (typeof value !== "string") throw new RubricError(`\`${name}\` is a text, not ${shown(value)}`, { path });
  if (value.length > most) throw new RubricError(`\`${name}\` is longer than ${most} characters`, { path });
  return value;
}

function countOf(value: unknown, name: string, path: string): number {
  if (typeof value !== "number") throw new RubricError(`\`${name}\` is a number, not ${shown(value)}`, { path });
  if (fraction(value, path).n < 0) throw new RubricError(`\`${name}\` cannot be below 0`, { path });
  // 0 and -0 are written in one way.
  return value + 0;
}
