import type { Rubric } from "./rubric.js";
import type { SavedInput, SavedLevel, SavedRange, SavedRow, SavedRowTraits, SavedRubric } from "./saved-types.js";
import type { OutlineInput, OutlineLadder, OutlineLevel, OutlineRow } from "./types.js";

/** A piece as the engine hands it over: its kind and name, the hash of what it decides, and of all it says. */
export type PieceOut = readonly [path: string, structure: string, content: string];

/** What a saved assessment remembers of its rubric, so that a later version can be held against it without the old text. */
export function digestOf(rubric: Rubric, pieces: readonly PieceOut[]): SavedRubric {
  const { outline, contentHash, structureHash } = rubric;
  const lists = new Map<string, number>();
  const levels: SavedLevel[][] = [];
  const place = (row: OutlineRow): number => {
    const list = row.levels.map(levelOf);
    const text = JSON.stringify(list);
    const known = lists.get(text);
    if (known !== undefined) return known;
    lists.set(text, levels.length);
    return levels.push(list) - 1;
  };
  const ladders = (all: readonly OutlineLadder[]) => named(all, ({ rungs, otherwise }) => [...new Set([...rungs, ...(otherwise ? [otherwise] : [])].map(({ name }) => name))]);
  return frozen({
    name: outline.name,
    title: outline.title,
    version: outline.version,
    contentHash,
    structureHash,
    rows: named(outline.rows, (row) => rowOf(row, place)),
    levels,
    asks: named(outline.asks, inputOf),
    settings: named(outline.settings, inputOf),
    evidence: outline.evidence.map(({ name }) => name),
    codes: named(outline.codes, ({ thisRow, rows }) => ({ thisRow, rows: [...rows] })),
    results: ladders(outline.results),
    awards: ladders(outline.awards),
    pieces: Object.fromEntries(pieces.map(([path, structure, content]) => [path, [structure, content] as const])),
  });
}

/** Freezes plain data through and through. */
export function frozen<T>(data: T): T {
  if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
  Object.values(data).forEach(frozen);
  return Object.freeze(data);
}

function named<A extends { readonly name: string }, B>(all: readonly A[], make: (one: A) => B): Record<string, B> {
  return Object.fromEntries(all.map((one) => [one.name, make(one)]));
}

function rowOf(row: OutlineRow, place: (row: OutlineRow) => number): SavedRow {
  const traits: SavedRowTraits = {
    ...(row.lower ? { lower: true } : {}),
    ...(row.workedOut ? { workedOut: true } : {}),
    ...(row.leaveOut ? { leaveOut: row.leaveOut } : {}),
    ...(row.comment === "none" ? { noComment: true } : {}),
  };
  if (row.kind === "criterion") return { kind: row.kind, levels: place(row), ...traits };
  return row.kind === "check" ? { kind: row.kind, points: row.points ?? "1", ...traits } : { kind: row.kind, range: rangeOf(row), ...traits };
}

function levelOf({ name, points, to, step, marks }: OutlineLevel): SavedLevel {
  return { name, points, ...(to === null ? {} : { to }), ...(step === null ? {} : { step }), ...(marks.length === 0 ? {} : { marks: [...marks] }) };
}

function inputOf(input: OutlineInput): SavedInput {
  const { kind, choices } = input;
  return { kind, ...(kind === "choice" ? { choices: choices.map(({ name }) => name) } : {}), ...(kind === "number" ? { range: rangeOf(input) } : {}) };
}

function rangeOf({ from, to, step, values }: SavedRange): SavedRange {
  return { from, to, step, values: [...values] };
}
