import { RubricError } from "./errors.js";

/** More members than any rubric has; a longer list is nobody's answer. */
const MOST = 10_000;

/** A value as a message shows it: short, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  if (typeof value === "bigint") return "a value of type bigint";
  if (value === null) return "null";
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `a value of type ${isList(value) ? "array" : typeof value}`;
}

/** A path to a member by a name that may be anything. */
export function at(kind: string, name: unknown): string {
  return typeof name === "string" ? `${kind}.${name.length > 100 ? `${name.slice(0, 100)}...` : name}` : kind;
}

/** `Array.isArray`, which throws for a proxy that was revoked. */
function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Reads what a stranger hands over: a getter or a proxy may throw at any touch. */
export function touch<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new RubricError("this cannot be read", { path });
  }
}

/** One member of an object, read once. `undefined` and `null` are both "not given". */
export function member(given: object, name: string, path: string): unknown {
  return touch(path, () => (given as Record<string, unknown>)[name]) ?? undefined;
}

/** Whether it is an object that is no list. */
export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isList(value);
}

/** The own members of a plain object, in order, each read once; none when it is not given. */
export function members(given: unknown, path: string): [string, unknown][] {
  if (given === undefined || given === null) return [];
  if (!isRecord(given)) throw new RubricError(`\`${path}\` is an object of names and values, not ${shown(given)}`, { path });
  const names = touch(path, () => Object.keys(given));
  if (names.length > MOST) throw new RubricError(`\`${path}\` has more than ${MOST} members`, { path });
  return names.map((name) => [name, touch(`${path}.${name}`, () => (given as Record<string, unknown>)[name])]);
}

/** The entries of a list, each read once; none when it is not given. */
export function list(given: unknown, path: string, of: string): unknown[] {
  if (given === undefined || given === null) return [];
  if (!isList(given)) throw new RubricError(`\`${path}\` is a list of ${of}, not ${shown(given)}`, { path });
  const all = given as ArrayLike<unknown>;
  const length = touch(path, () => all.length);
  if (length > MOST) throw new RubricError(`\`${path}\` has more than ${MOST} entries`, { path });
  return Array.from({ length }, (_, index) => touch(`${path}[${index}]`, () => all[index]));
}
