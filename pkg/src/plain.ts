import { RubricError } from "./errors.js";
import { shown, touch } from "./read.js";

/** UTF-16 units of all texts of a saved assessment together; values in it; and how deep they nest. */
export const MOST_TEXT = 1 << 24;
const MOST_VALUES = 500_000;
const MOST_DEPTH = 16;
const TOO_MUCH = `more than ${MOST_TEXT} characters or ${MOST_VALUES} values`;

/** What is still left of the limits, and what the value being copied stands in. */
interface Budget {
  text: number;
  values: number;
  readonly around: Set<object>;
}

/**
 * A copy of what a stranger hands over, if it is plain data as JSON holds it:
 * objects without a prototype, lists, texts, finite numbers, true, false, null.
 * Every member is read once.
 */
export function plainOf(given: unknown, path: string): unknown {
  return copy(given, path, 0, { text: MOST_TEXT, values: MOST_VALUES, around: new Set() });
}

/** Reads a JSON text into plain data. */
export function plainOfText(text: string, path: string): unknown {
  if (text.length > MOST_TEXT) throw new RubricError(`this text is longer than ${MOST_TEXT} characters`, { path });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new RubricError("this text is no JSON: it may have been cut off or changed on the way", { path });
  }
  return plainOf(data, path);
}

/**
 * Holds data of our own against the same limits, so that nothing is written
 * that could not be read again.
 *
 * @throws RubricError with what is too much.
 */
export function fits(data: unknown, path: string): void {
  const budget: Budget = { text: MOST_TEXT, values: MOST_VALUES, around: new Set() };
  const walk = (value: unknown): void => {
    spend(budget, path, 1, typeof value === "string" ? written(value) : 8);
    if (typeof value !== "object" || value === null) return;
    const list = Array.isArray(value);
    for (const [name, one] of Object.entries(value)) {
      if (!list) spend(budget, path, 0, written(name));
      walk(one);
    }
  };
  walk(data);
}

/** The most a text may take as JSON, quotes and a comma included. */
function written(text: string): number {
  return JSON.stringify(text).length + 2;
}

function spend(budget: Budget, path: string, values: number, text: number): void {
  budget.values -= values;
  budget.text -= text;
  if (budget.values < 0 || budget.text < 0) throw new RubricError(`a saved assessment holds no ${TOO_MUCH}`, { path });
}

function copy(value: unknown, path: string, depth: number, budget: Budget): unknown {
  spend(budget, path, 1, typeof value === "string" ? value.length : 0);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") throw new RubricError(`${shown(value)} is nothing that JSON holds`, { path });
  if (depth >= MOST_DEPTH) throw new RubricError("this is nested too deep", { path });
  if (budget.around.has(value)) throw new RubricError("this holds itself", { path });
  budget.around.add(value);
  const made = touch(path, () => Array.isArray(value)) ? entries(value as ArrayLike<unknown>, path, depth, budget) : members(value, path, depth, budget);
  budget.around.delete(value);
  return made;
}

function entries(all: ArrayLike<unknown>, path: string, depth: number, budget: Budget): unknown[] {
  const length = touch(path, () => all.length);
  if (length > budget.values) spend(budget, path, length, 0);
  return Array.from({ length }, (_, index) => {
    const place = `${path}[${index}]`;
    return copy(touch(place, () => all[index]), place, depth + 1, budget);
  });
}

function members(given: object, path: string, depth: number, budget: Budget): object {
  const above: unknown = touch(path, () => Object.getPrototypeOf(given));
  // A page's own frames have an `Object` each.
  if (above !== null && touch(path, () => Object.getPrototypeOf(above)) !== null) throw new RubricError("this is no plain object", { path });
  const made = Object.create(null) as Record<string, unknown>;
  const names = touch(path, () => Object.keys(given));
  if (names.length > budget.values) spend(budget, path, names.length, 0);
  for (const name of names) {
    const place = `${path}.${name.slice(0, 100)}`;
    if (name === "__proto__") throw new RubricError("nothing here is called like that", { path: place });
    spend(budget, place, 0, name.length);
    made[name] = copy(touch(place, () => (given as Record<string, unknown>)[name]), place, depth + 1, budget);
  }
  return made;
}
