import { RubricError } from "./errors.js";
import { FACTS, factsOf } from "./facts.js";
import { dayOf } from "./given.js";
import { plainOf, plainOfText } from "./plain.js";
import { isRecord, shown } from "./read.js";
import type { Saved, SavedInput, SavedLeftover, SavedLevel, SavedRange, SavedRating, SavedReply, SavedRow, SavedRubric, SavedStanding } from "./saved-types.js";
import { flag, index, like, listOf, objectOf, oneOf, orNull, recordOf, type Shape, text, yes } from "./shapes.js";
import type { Facts, Rater } from "./types.js";

export const FORMAT = "rubricate/saved";
/** Counts up when a reader of before could not read it. */
export const FORMAT_VERSION = 1;
/** What is saved by name, and may be left over. */
export const PLACES = ["settings", "answers", "rows", "comments", "evidence", "codes", "overrides"] as const;
export type Place = (typeof PLACES)[number];

const HASH = like(/^[0-9a-f]{64}$/, "a SHA-256 hash");
const DIGITS = like(/^[0-9a-f]{16}$/, "a short hash");
const NUMBER = like(/^-?\d+(\/[1-9]\d*)?$/, "an exact number such as \"29/40\"");
const FILLED = like(/\S/, "a text that is not empty");
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment with its zone, as a caller gives it. */
export const moment: Shape<string> = (value, path) => {
  if (typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new RubricError(`a moment is written as 2025-08-01T09:30:00Z, not ${shown(value)}`, { path });
};

const day: Shape<string> = (value, path) => {
  dayOf(value, path);
  return String(value);
};

const rating: Shape<SavedRating> = (value, path) => {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (isRecord(value) && "leftOut" in value) return objectOf<{ leftOut: string }>({ leftOut: text })(value, path);
  if (isRecord(value)) return objectOf<{ points: string }>({ points: NUMBER })(value, path);
  throw new RubricError(`a rating is a level, an exact number as text, true or false, not ${shown(value)}`, { path });
};

const reply: Shape<SavedReply> = (value, path) => {
  if (typeof value === "string" || typeof value === "boolean") return value;
  throw new RubricError(`a reply is a text, true or false, not ${shown(value)}`, { path });
};

const facts: Shape<Facts> = (value, path) => {
  const stranger = isRecord(value) ? Object.entries(value).find(([name, fact]) => fact === null || !FACTS.has(name)) : undefined;
  if (stranger) throw new RubricError(stranger[1] === null ? "a fact that is not known is not written" : "there is no such fact", { path: `${path}.${stranger[0].slice(0, 100)}` });
  return factsOf(value, undefined, path, () => {});
};

const range = objectOf<SavedRange>({ from: orNull(NUMBER), to: orNull(NUMBER), step: orNull(NUMBER), values: listOf(NUMBER) });
const level = objectOf<SavedLevel>({ name: text, points: NUMBER, to: NUMBER, step: NUMBER, marks: listOf(NUMBER) }, "to", "step", "marks");
type Row<K extends SavedRow["kind"]> = Extract<SavedRow, { readonly kind: K }>;
const TRAITS = { lower: yes, workedOut: yes, leaveOut: oneOf("allowed", "with a reason"), noComment: yes };
const traits = ["lower", "workedOut", "leaveOut", "noComment"] as const;
const ROWS: { readonly [K in SavedRow["kind"]]: Shape<SavedRow> } = {
  criterion: objectOf<Row<"criterion">>({ kind: oneOf("criterion"), levels: index, ...TRAITS }, ...traits),
  check: objectOf<Row<"check">>({ kind: oneOf("check"), points: NUMBER, ...TRAITS }, ...traits),
  number: objectOf<Row<"number">>({ kind: oneOf("number"), range, ...TRAITS }, ...traits),
};
const row: Shape<SavedRow> = (value, path) => ROWS[oneOf("criterion", "check", "number")(isRecord(value) ? (value as { kind?: unknown }).kind : undefined, `${path}.kind`)](value, path);
const input = objectOf<SavedInput>({ kind: oneOf("choice", "number", "yes/no", "date"), choices: listOf(text), range }, "choices", "range");
const piece: Shape<readonly [string, string]> = (value, path) => {
  const [structure, content, ...more] = listOf(DIGITS)(value, path);
  if (structure === undefined || content === undefined || more.length > 0) throw new RubricError("two short hashes stand here", { path });
  return Object.freeze([structure, content]);
};
const rubric = objectOf<SavedRubric>({
  name: text,
  title: text,
  version: orNull(text),
  contentHash: HASH,
  structureHash: HASH,
  rows: recordOf(row),
  levels: listOf(listOf(level)),
  asks: recordOf(input),
  settings: recordOf(input),
  evidence: listOf(text),
  codes: recordOf(objectOf<SavedRubric["codes"][string]>({ thisRow: flag, rows: listOf(text) })),
  results: recordOf(listOf(text)),
  awards: recordOf(listOf(text)),
  pieces: recordOf(piece),
});

const standing = objectOf<SavedStanding>({ scores: recordOf(orNull(NUMBER)), results: recordOf(orNull(text)), awards: recordOf(orNull(text)) });

const leftover: Shape<SavedLeftover> = (value, path) => {
  const read = objectOf<SavedLeftover>({ path: text, value: (one) => frozenPlain(one), why: text })(value, path);
  const [place = ""] = read.path.split(".", 1);
  if (!(PLACES as readonly string[]).includes(place)) throw new RubricError(`nothing is saved under ${shown(read.path)}`, { path: `${path}.path` });
  if (read.value === null) throw new RubricError("what was given is missing here", { path: `${path}.value` });
  return read;
};

const saved = objectOf<Saved>({
  format: oneOf(FORMAT),
  version: oneOf(FORMAT_VERSION),
  engine: text,
  rubric,
  rater: orNull(objectOf<Rater>({ id: FILLED, role: FILLED })),
  times: objectOf<Saved["times"]>({ first: orNull(moment), last: orNull(moment) }),
  today: orNull(day),
  closed: flag,
  rows: recordOf(rating),
  comments: recordOf(FILLED),
  answers: recordOf(reply),
  settings: recordOf(reply),
  inForce: recordOf(orNull(reply)),
  settingsHash: HASH,
  evidence: recordOf(listOf(facts)),
  codes: listOf(objectOf<Saved["codes"][number]>({ code: text, row: text }, "row")),
  overrides: recordOf(objectOf<Saved["overrides"][string]>({ to: text, by: FILLED, reason: orNull(text) })),
  outcome: standing,
  kept: listOf(leftover),
}, "settingsHash");

/**
 * Reads a saved assessment, as an object or as its JSON text, into a frozen copy.
 *
 * @throws RubricError with the path of what is not as it should be, such as `saved.rows.purpose`.
 */
export function readSaved(given: unknown): Saved {
  const path = "saved";
  const data = typeof given === "string" ? plainOfText(given, path) : plainOf(given, path);
  if (!isRecord(data)) throw new RubricError(`a saved assessment is an object or its JSON text, not ${shown(data)}`, { path });
  const { format, version } = data as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw new RubricError("this is no saved assessment of Rubricate", { path: `${path}.format` });
  if (typeof version === "number" && version > FORMAT_VERSION) {
    throw new RubricError(`this was saved by a later version of Rubricate (format ${version}); this one reads format ${FORMAT_VERSION}`, { path: `${path}.version` });
  }
  const read = saved(data, path);
  agree(read, path);
  return read;
}

/** What the members say of each other. */
function agree({ rubric, evidence, codes }: Saved, path: string): void {
  for (const [name, known] of Object.entries(rubric.rows)) {
    if (known.kind === "criterion" && known.levels >= rubric.levels.length) throw new RubricError("the levels of this criterion are missing", { path: `${path}.rubric.rows.${name}.levels` });
  }
  for (const [slot, items] of Object.entries(evidence)) {
    const seen = new Set<string>();
    for (const [place, { id }] of items.entries()) {
      if (seen.has(id)) throw new RubricError(`two pieces of evidence have the id ${shown(id)}`, { path: `${path}.evidence.${slot}[${place}].id` });
      seen.add(id);
    }
  }
  const given = new Set<string>();
  for (const [place, one] of codes.entries()) {
    const key = JSON.stringify([one.code, one.row]);
    if (given.has(key)) throw new RubricError("this code is given twice", { path: `${path}.codes[${place}]` });
    given.add(key);
  }
}

function frozenPlain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenPlain));
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, frozenPlain(one)])));
}
