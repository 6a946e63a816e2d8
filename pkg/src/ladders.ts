import { LADDER, type Source } from "./outcome.js";
import { commentReason, goodFor, holding } from "./reasons.js";
import type { AwardOutcome, OutlineLadder, OutlineRow, OutlineRung, Overruled, Reason, ResultOutcome, Rung, RungState } from "./types.js";

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

/** Reads a ladder's numbers; `reason` says why a need stands in the way. */
export function ladderOf(
  source: Source,
  ladder: OutlineLadder,
  needs: readonly number[],
  missing: readonly OutlineRow[],
  slot: (at: number) => number,
  reason: (need: number) => Reason | null,
): Told {
  const at = source.layout.ladders[ladder.ladder] ?? 0;
  const count = ladder.rungs.length;
  const named = (place: number) => (place < 0 ? null : (ladder.rungs[place] ?? ladder.otherwise));
  const overruled = source.overruled(ladder.ladder);
  const state = overruled ? "decided" : (STATES[slot(at)] ?? "pending");
  const now = named(overruled ? slot(at + 3) : slot(at + 1));
  const { reasons, holds } = whyOf(source, needs, count, missing, slot, reason);
  const rungs: Rung[] = [];
  const possible: OutlineRung[] = [];
  for (let place = 0; place <= count; place += 1) {
    const rung = named(place);
    if (rung && slot(at + LADDER + count + place) === 1) possible.push(rung);
    if (!rung || place === count) continue;
    const own = RUNG_STATES[slot(at + LADDER + place)] ?? "pending";
    rungs.push(Object.freeze({ name: rung.name, label: rung.label, state: own, reasons: reasons[place] ?? NO_REASONS, holds: holds[place] ?? NO_REASONS }));
  }
  return {
    now: now?.name ?? null,
    label: now?.label ?? (state === "decided" ? "" : (ladder.untilThen ?? "")),
    state,
    possible: ranked(possible),
    rungs: Object.freeze(rungs),
    ifClosed: named(slot(at + 2))?.name ?? null,
    overruled,
  };
}

/** The lines of a table are in no order of their own: levels go by the scale, each once. */
function ranked(possible: OutlineRung[]): readonly string[] {
  const names: string[] = [];
  for (const { name } of possible.sort((a, b) => b.level - a.level)) if (!names.includes(name)) names.push(name);
  return Object.freeze(names);
}

/** By rung: what stands in its way, and what it needs and has. */
interface Why {
  readonly reasons: readonly (readonly Reason[])[];
  readonly holds: readonly (readonly string[])[];
}

/** Goes through the needs of a ladder once. A `never` stands in the way of every rung, and comes before their own needs. */
function whyOf(source: Source, needs: readonly number[], rungs: number, missing: readonly OutlineRow[], slot: (at: number) => number, reasonAt: (need: number) => Reason | null): Why {
  const nevers: Reason[] = [];
  const own: Reason[][] = [];
  const holds: string[][] = [];
  for (let rung = 0; rung < rungs; rung += 1) {
    own.push([]);
    holds.push([]);
  }
  for (const index of needs) {
    const need = source.layout.needs[index];
    if (!need) continue;
    const reason = reasonAt(index);
    if (reason) (need.never ? nevers : own[need.rung])?.push(reason);
    const held = !need.never && slot(need.at) === goodFor(need) ? holding(source, need) : null;
    if (held !== null) holds[need.rung]?.push(held);
  }
  const comments = missing.length > 0 ? [commentReason(source, missing)] : NO_REASONS;
  const few = <T>(all: readonly T[]): readonly T[] => (all.length > 0 ? Object.freeze(all) : NO_REASONS);
  return { reasons: own.map((reasons) => few(nevers.length + comments.length > 0 ? [...nevers, ...reasons, ...comments] : reasons)), holds: holds.map(few) };
}

/** A ladder told as a result. */
export function toldResult({ now, label, state, possible, rungs, ifClosed, overruled }: Told): ResultOutcome {
  return Object.freeze({ level: now, label, state, possible, rungs, ifClosed, ...(overruled ? { overruled } : {}) });
}

/** A ladder told as an award. */
export function toldAward({ now, label, state, possible, rungs, ifClosed, overruled }: Told): AwardOutcome {
  return Object.freeze({ rung: now, label, state, possible, rungs, ifClosed, ...(overruled ? { overruled } : {}) });
}
