import { FORMAT, FORMAT_VERSION } from "./document.js";
import { frozen } from "./digest.js";
import { defaultOf, exact, NONE_AT, replyOf, type Reply } from "./given.js";
import type { Voice } from "./texts/voice.js";
import { fits } from "./plain.js";
import type { Rubric } from "./rubric.js";
import type { Saved, SavedLeftover, SavedRating, SavedReply, SavedRubric, SavedStanding } from "./saved-types.js";
import { dayInForce, type Given, type Value } from "./store.js";
import type { Outcome, OutlineInput, OutlineRow, View } from "./types.js";

const MS_A_DAY = 86_400_000;

/** What a saved assessment says of the rubric it belongs to, and of what it came to there. */
export interface Recorded {
  readonly engine: string;
  readonly rubric: SavedRubric;
  readonly inForce: Saved["inForce"];
  readonly settingsHash?: string;
  readonly outcome: SavedStanding;
}

/** What it comes to, and the settings by which. */
export type Standing = Pick<Recorded, "inForce" | "settingsHash" | "outcome">;

/** What it comes to under the rubric it is open with. */
export function standingOf(rubric: Rubric, given: Given, outcome: Outcome, voice: Voice): Standing {
  const inForce = inForceOf(rubric, given, voice);
  return { inForce, settingsHash: rubric.hashOf(sorted(inForce)), outcome: cameTo(outcome) };
}

/** Everything that was given as a document, names for indices, in the order of the rubric. */
export function documentOf(rubric: Rubric, given: Given, view: View, times: Saved["times"], record: Recorded, kept: readonly SavedLeftover[]): Saved {
  const { outline } = rubric;
  const rows = some(outline.rows, given.rows, ratingOf);
  const saved: Saved = {
    format: FORMAT,
    version: FORMAT_VERSION,
    engine: record.engine,
    rubric: record.rubric,
    rater: view.rater === null ? null : { id: view.rater, role: view.role },
    times,
    today: dayInForce(given),
    closed: (given.closed[0] ?? null) !== null,
    rows,
    comments: some(outline.rows, given.comments, (_, text) => text),
    answers: some(outline.asks, given.asks, savedReply),
    settings: some(outline.settings, given.settings, savedReply),
    inForce: record.inForce,
    settingsHash: record.settingsHash ?? rubric.hashOf(sorted(record.inForce)),
    evidence: Object.fromEntries(outline.evidence.flatMap(({ name }, index) => (given.slots[index]?.length ? [[name, given.slots[index]]] : []))),
    codes: (given.codes[0] ?? []).map(([code, row]) => ({ code: outline.codes[code]?.name ?? "", ...(row === NONE_AT ? {} : { row: outline.rows[row]?.name ?? "" }) })),
    overrides: Object.fromEntries(
      [...outline.results, ...outline.awards].flatMap(({ name, ladder }) => {
        const told = given.overrides[ladder]?.told;
        return told ? [[name, { to: told.to, by: told.by, reason: told.reason }]] : [];
      }),
    ),
    outcome: record.outcome,
    kept,
  };
  fits(saved, "saved");
  return frozen(saved);
}

/** Those of a list of values that are given, by the names of what they are about. */
export function some<A extends { readonly name: string }, B, C>(all: readonly A[], given: readonly (B | null)[], make: (one: A, value: B) => C): Record<string, C> {
  return Object.fromEntries(
    all.flatMap((one, index) => {
      const value = given[index] ?? null;
      return value === null ? [] : [[one.name, make(one, value)] as const];
    }),
  );
}

/** A rating as a saved assessment holds it. */
export function ratingOf(row: OutlineRow, call: Exclude<Value<"rows">, null>): SavedRating {
  switch (call[0]) {
    case "level":
      return row.levels[call[1] - row.firstLevel]?.name ?? "";
    case "met":
      return call[1] === 1;
    case "left out":
      return { leftOut: call[1] };
    default:
      return row.kind === "number" ? exact(call[1], call[2]) : { points: exact(call[1], call[2]) };
  }
}

/** A reply as a saved assessment holds it. */
export function savedReply(input: OutlineInput, { call: [, n, d] }: Reply): SavedReply {
  switch (input.kind) {
    case "choice":
      return input.choices[n]?.name ?? "";
    case "yes/no":
      return n === 1;
    case "date":
      return new Date(n * MS_A_DAY).toISOString().slice(0, 10);
    default:
      return exact(n, d);
  }
}

/** Every setting with the value that counts, the default of the day where none was given. */
function inForceOf(rubric: Rubric, given: Given, voice: Voice): Saved["inForce"] {
  const today = dayInForce(given) ?? undefined;
  return Object.fromEntries(
    rubric.outline.settings.map((setting, index) => {
      const counts = defaultOf(setting, today);
      const reply = given.settings[index] ?? (counts === null ? null : replyOf(setting, counts, "settings", voice));
      return [setting.name, reply && savedReply(setting, reply)];
    }),
  );
}

/** As JSON that does not depend on the order in which a rubric declares its settings. */
function sorted(settings: Saved["inForce"]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1))));
}

function cameTo({ scores, results, awards }: Outcome): SavedStanding {
  const each = <T>(all: Readonly<Record<string, T>>, told: (one: T) => string | null) => Object.fromEntries(Object.entries(all).map(([name, one]) => [name, told(one)]));
  return { scores: each(scores, ({ exact }) => exact), results: each(results, ({ level }) => level), awards: each(awards, ({ rung }) => rung) };
}
