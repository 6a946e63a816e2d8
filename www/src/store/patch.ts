// What an edit changed in a document, small enough to write at every keystroke.
import type { Step } from "./schema.js";

type Plain = Readonly<Record<string, unknown>>;

/** How deep two documents are told apart: `rows` → `purpose`; what lies deeper is handed over whole. */
const DEPTH = 2;

/** The steps that lead from one document to another. Members that are the same object are not looked into. */
export function diff(before: unknown, after: unknown, depth = DEPTH, path: readonly string[] = []): Step[] {
  if (Object.is(before, after)) return [];
  if (depth > 0 && isPlain(before) && isPlain(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) =>
      Object.hasOwn(after, name)
        ? diff(Object.hasOwn(before, name) ? before[name] : undefined, after[name], depth - 1, [...path, name])
        : [{ path: [...path, name] }],
    );
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, value: after }];
}

/** The document after the steps. What steps name that is not there is made; nothing is changed in place. */
export function patched(document: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((made, step) => put(made, step.path, step), document);
}

function put(node: unknown, [name, ...rest]: readonly string[], step: Step): unknown {
  if (name === undefined) return "value" in step ? step.value : undefined;
  const members: Plain = isPlain(node) ? node : {};
  const others = Object.entries(members).filter(([key]) => key !== name);
  const inner = put(Object.hasOwn(members, name) ? members[name] : undefined, rest, step);
  const place = Object.keys(members).indexOf(name);
  if (inner !== undefined) others.splice(place < 0 ? others.length : place, 0, [name, inner]);
  // `fromEntries` makes every name a member of the object itself, `__proto__` too.
  return Object.fromEntries(others);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}
