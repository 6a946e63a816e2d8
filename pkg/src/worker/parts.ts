// An outcome crosses as what differs from the last one that crossed: copying a
// large one costs more than working it out.
import type { Outcome } from "../types.js";

const RECORDS = ["scores", "results", "awards", "rows"] as const;
type RecordName = (typeof RECORDS)[number];
type Named = Readonly<Record<string, unknown>>;

/** The members of an outcome that differ; of its records the entries that do. */
export interface OutcomePart {
  readonly records: Readonly<Partial<Record<RecordName, Named>>>;
  /** `null`: the same as before. */
  readonly evidence: { readonly state: Outcome["evidence"]["state"]; readonly slots: Named } | null;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What differs between two outcomes of one assessment; all of it without an earlier one. */
export function partOf(now: Outcome, before: Outcome | null): OutcomePart {
  const records: Partial<Record<RecordName, Named>> = {};
  for (const name of RECORDS) if (now[name] !== before?.[name]) records[name] = entriesOf(now[name], before?.[name]);
  const evidence = now.evidence === before?.evidence ? null : { state: now.evidence.state, slots: entriesOf(now.evidence.slots, before?.evidence.slots) };
  const told = new Set<string>([...RECORDS, "evidence"]);
  const rest = Object.fromEntries(Object.entries(now).filter(([name, value]) => !told.has(name) && value !== (before as Named | null)?.[name]));
  return { records, evidence, rest };
}

/** The outcome that a part makes of the one before it. Members that did not change stay the same objects. */
export function joined(part: OutcomePart, before: Outcome | null): Outcome {
  const made: Record<string, unknown> = { ...before, ...frozen(part.rest) };
  for (const name of RECORDS) made[name] = recordOf(part.records[name], before?.[name]);
  made["evidence"] = part.evidence ? Object.freeze({ state: part.evidence.state, slots: recordOf(part.evidence.slots, before?.evidence.slots) }) : before?.evidence;
  return Object.freeze(made) as unknown as Outcome;
}

function entriesOf(now: Named, before: Named | undefined): Named {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before?.[name]));
}

/** A record without a prototype, in the order it had. */
function recordOf(changed: Named | undefined, before: Named | undefined): Named {
  if (!changed && before) return before;
  return Object.freeze(Object.assign(Object.create(null) as Named, before, frozen(changed ?? {})));
}

/** Records that lost their having no prototype on the way. */
export function bare<T extends object>(held: T, ...names: readonly (keyof T)[]): T {
  return frozen({ ...held, ...Object.fromEntries(names.map((name) => [name, Object.assign(Object.create(null) as object, held[name])])) });
}

/** Freezes plain data, all the way down. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
