import { LADDER, type Source } from "./outcome.js";
import { commentReason, goodFor, holding, reasonOf } from "./reasons.js";
import type { AwardOutcome, OutlineLadder, OutlineRow, Overruled, Reason, ResultOutcome, Rung, RungState } from "./types.js";

const STATES = ["decided", "open", "pending"] as const;
const RUNG_STATES: readonly RungState[] = ["earned", "possible", "out of reach", "pending"];
const NO_REASONS: readonly never[] = Object.freeze([]);

/** What results and awards have in common. */
export interface Told {
  readonly now: string | null;
  readonly label: string;
  readonly state: "decided" | "open" | "pending";
  readonly possible: readonly string[];
  readonly rungs: readonly Rung[];
  readonly ifClosed: string | null;
  readonly overruled: Overruled | null;
}

/** Reads a ladder's numbers. */
export function ladderOf(
  source: Source,
  ladder: OutlineLadder,
  needs: readonly number[],
  missing: readonly OutlineRow[],
  slot: (at: number) => number,
): Told {
  const at = source.layout.ladders[ladder.ladder] ?? 0;
  const count = ladder.rungs.length;
  const named = (place: number) => (place < 0 ? null : (ladder.rungs[place] ?? ladder.otherwise));
  const overruled = source.overruled(ladder.ladder);
  const state = overruled ? "decided" : (STATES[slot(at)] ?? "pending");
  const now = named(overruled ? slot(at + 3) : slot(at + 1));
  const rungs = ladder.rungs.map((rung, place): Rung => {
    const own = RUNG_STATES[slot(at + LADDER + place)] ?? "pending";
    const reasons = reasonsOf(source, needs, place, missing, slot);
    return Object.freeze({ name: rung.name, label: rung.label, state: own, reasons, holds: holdsOf(source, needs, place, slot) });
  });
  const possible = [...ladder.rungs.keys(), count].filter((place) => slot(at + LADDER + count + place) === 1).flatMap((place) => named(place) ?? []);
  // The lines of a table are in no order of their own: levels go by the scale, each once.
  const ranked = [...possible].sort((a, b) => b.level - a.level).map(({ name }) => name);
  return {
    now: now?.name ?? null,
    label: now?.label ?? (state === "decided" ? "" : (ladder.untilThen ?? "")),
    state,
    possible: Object.freeze([...new Set(ranked)]),
    rungs: Object.freeze(rungs),
    ifClosed: named(slot(at + 2))?.name ?? null,
    overruled,
  };
}

function reasonsOf(source: Source, needs: readonly number[], rung: number, missing: readonly OutlineRow[], slot: (at: number) => number): readonly Reason[] {
  const found = needs.flatMap((index) => {
    const need = source.layout.needs[index];
    if (!need || (need.rung !== rung && !need.never)) return [];
    const reason = reasonOf(source, need, slot);
    return reason ? [reason] : [];
  });
  if (missing.length > 0) found.push(commentReason(source, missing));
  return found.length > 0 ? Object.freeze(found) : NO_REASONS;
}

/** What a rung needs and has. */
function holdsOf(source: Source, needs: readonly number[], rung: number, slot: (at: number) => number): readonly string[] {
  const found = needs.flatMap((index) => {
    const need = source.layout.needs[index];
    return need && need.rung === rung && slot(need.at) === goodFor(need) ? (holding(source, need) ?? []) : [];
  });
  return found.length > 0 ? Object.freeze(found) : NO_REASONS;
}

/** A ladder told as a result. */
export function toldResult({ now, label, state, possible, rungs, ifClosed, overruled }: Told): ResultOutcome {
  return Object.freeze({ level: now, label, state, possible, rungs, ifClosed, ...(overruled ? { overruled } : {}) });
}

/** A ladder told as an award. */
export function toldAward({ now, label, state, possible, rungs, ifClosed, overruled }: Told): AwardOutcome {
  return Object.freeze({ rung: now, label, state, possible, rungs, ifClosed, ...(overruled ? { overruled } : {}) });
}
