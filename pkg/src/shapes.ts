import { RubricError } from "./errors.js";
import { isRecord, shown } from "./read.js";

/** Reads a value of one form out of plain data, or says where it is not of that form. */
export type Shape<T> = (value: unknown, path: string) => T;

function refuse(what: string, value: unknown, path: string): never {
  throw new RubricError(value === undefined ? `${what} is missing here` : `${what} stands here, not ${shown(value)}`, { path });
}

export const text: Shape<string> = (value, path) => (typeof value === "string" ? value : refuse("a text", value, path));

export const flag: Shape<boolean> = (value, path) => (typeof value === "boolean" ? value : refuse("true or false", value, path));

export const yes: Shape<true> = (value, path) => (value === true ? value : refuse("true", value, path));

/** A whole number from 0. */
export const index: Shape<number> = (value, path) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : refuse("a whole number", value, path));

/** A text of a form that a pattern knows. */
export function like(pattern: RegExp, what: string): Shape<string> {
  return (value, path) => (typeof value === "string" && pattern.test(value) ? value : refuse(what, value, path));
}

/** One of a few values. */
export function oneOf<const T extends string | number>(...all: readonly T[]): Shape<T> {
  return (value, path) => all.find((one) => one === value) ?? refuse(all.length === 1 ? shown(all[0]) : `one of ${all.join(", ")}`, value, path);
}

export function orNull<T>(of: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null ? null : of(value, path));
}

export function listOf<T>(of: Shape<T>): Shape<readonly T[]> {
  return (value, path) => (Array.isArray(value) ? Object.freeze(value.map((one, place) => of(one, `${path}[${place}]`))) : refuse("a list", value, path));
}

/** An object whose members are all of one form, under any names. */
export function recordOf<T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (!isRecord(value)) return refuse("an object", value, path);
    const made = Object.entries(value).map(([name, one]) => [name, of(one, `${path}.${name.slice(0, 100)}`)] as const);
    return Object.freeze(Object.fromEntries(made));
  };
}

type Shapes<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

/** An object with these members and no other; those that are named may be left out. */
export function objectOf<T extends object>(shapes: Shapes<T>, ...optional: (keyof T & string)[]): Shape<T> {
  return (value, path) => {
    if (!isRecord(value)) return refuse("an object", value, path);
    const stranger = Object.keys(value).find((name) => !Object.hasOwn(shapes, name));
    if (stranger !== undefined) throw new RubricError("nothing of this name belongs here", { path: `${path}.${stranger.slice(0, 100)}` });
    const given = value as Record<string, unknown>;
    const made = (Object.keys(shapes) as (keyof T & string)[]).flatMap((name) => {
      if (given[name] === undefined && optional.includes(name)) return [];
      return [[name, shapes[name](given[name], `${path}.${name}`)] as const];
    });
    return Object.freeze(Object.fromEntries(made)) as T;
  };
}
