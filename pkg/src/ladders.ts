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

/** What a ladder is read by, beside its numbers. */
export interface Reading {
  readonly needs: readonly number[];
  /** Rows whose comment is missing. */
  readonly missing: readonly OutlineRow[];
  readonly slot: (at: number) => number;
  /** Why a need stands in the way. */
  readonly reason: (need: number) => Reason | null;
  /** As it was told before: what reads the same is the same object. */
  readonly before: Told | null;
}

/** Reads a ladder's numbers. */
export function ladderOf(source: Source, ladder: OutlineLadder, reading: Reading): Told {
  const { slot, before } = reading;
  const at = source.layout.ladders[ladder.ladder] ?? 0;
  const count = ladder.rungs.length;
  const named = (place: number) => (place < 0 ? null : (ladder.rungs[place] ?? ladder.otherwise));
  const overruled = source.overruled(ladder.ladder);
  const state = overruled ? "decided" : (STATES[slot(at)] ?? "pending");
  const now = named(overruled ? slot(at + 3) : slot(at + 1));
  const { reasons, holds } = whyOf(source, count, reading);
  const rungs: Rung[] = [];
  const possible: OutlineRung[] = [];
  for (let place = 0; place <= count; place += 1) {
    const rung = named(place);
    if (rung && slot(at + LADDER + count + place) === 1) possible.push(rung);
    if (!rung || place === count) continue;
    const own = RUNG_STATES[slot(at + LADDER + place)] ?? "pending";
    const was = before?.rungs[rungs.length];
    const [why, has] = [same(was?.reasons, reasons[place] ?? NO_REASONS), same(was?.holds, holds[place] ?? NO_REASONS)];
    const stays = was && was.name === rung.name && was.state === own && was.reasons === why && was.holds === has;
    rungs.push(stays ? was : Object.freeze({ name: rung.name, label: rung.label, state: own, reasons: why, holds: has }));
  }
  return {
    now: now?.name ?? null,
    label: now?.label ?? (state === "decided" ? "" : (ladder.untilThen ?? "")),
    state,
    possible: same(before?.possible, ranked(possible)),
    rungs: same(before?.rungs, rungs),
    ifClosed: named(slot(at + 2))?.name ?? null,
    overruled,
  };
}

/** The list that was told before where it has the same members, else the new one, frozen. */
function same<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  if (now.length === 0) return NO_REASONS;
  if (before === undefined || before.length !== now.length) return Object.freeze(now);
  for (let place = 0; place < now.length; place += 1) if (before[place] !== now[place]) return Object.freeze(now);
  return before;
}

/** The lines of a table are in no order of their own: levels go by the scale, each once. */
function ranked(possible: OutlineRung[]): string[] {
  const names: string[] = [];
  if (possible.length > 1) possible.sort((a, b) => b.level - a.level);
  for (const { name } of possible) if (!names.includes(name)) names.push(name);
  return names;
}

/** By rung: what stands in its way, and what it needs and has. */
interface Why {
  readonly reasons: readonly (readonly Reason[])[];
  readonly holds: readonly (readonly string[])[];
}

/** Goes through the needs of a ladder once. A `never` stands in the way of every rung, and comes before their own needs. */
function whyOf(source: Source, rungs: number, { needs, missing, slot, reason: reasonAt }: Reading): Why {
  const reasons: Reason[][] = [];
  const holds: string[][] = [];
  for (let rung = 0; rung < rungs; rung += 1) {
    reasons.push([]);
    holds.push([]);
  }
  // The nevers of a ladder are its first needs.
  for (const index of needs) {
    const need = source.layout.needs[index];
    if (!need) continue;
    const reason = reasonAt(index);
    if (reason && need.never) for (const own of reasons) own.push(reason);
    else if (reason) reasons[need.rung]?.push(reason);
    const held = !need.never && slot(need.at) === goodFor(need) ? holding(source, need) : null;
    if (held !== null) holds[need.rung]?.push(held);
  }
  if (missing.length > 0) {
    const comments = commentReason(source, missing);
    for (const own of reasons) own.push(comments);
  }
  return { reasons, holds };
}

/** A ladder told as a result. */
export function toldResult({ now, label, state, possible, rungs, ifClosed, overruled }: Told): ResultOutcome {
  return Object.freeze({ level: now, label, state, possible, rungs, ifClosed, ...(overruled ? { overruled } : {}) });
}

/** A ladder told as an award. */
export function toldAward({ now, label, state, possible, rungs, ifClosed, overruled }: Told): AwardOutcome {
  return Object.freeze({ rung: now, label, state, possible, rungs, ifClosed, ...(overruled ? { overruled } : {}) });
}
