import { RubricFault, type Assessment, type Change, type Outline } from "rubricate";
import { NO_OWN, type Own } from "../store/schema.js";
import { dayOf } from "./standing.js";

/** What asks the engine for something. */
export const EDITS = ["rate", "notApplicable", "clear", "comment", "answer", "attach", "detach", "write", "overrule", "code", "clearCode", "close", "reopen", "explain", "steps", "save"] as const;

/** The same work, done again where the engine failed: it was started anew with all that it knew. */
export function insisting(assessment: Assessment, work: (...given: unknown[]) => unknown): (...given: unknown[]) => unknown {
  return (...given) => {
    try {
      return work.apply(assessment, given);
    } catch (error) {
      if (!(error instanceof RubricFault)) throw error;
      return work.apply(assessment, given);
    }
  };
}

/** Whether nothing but the marks, which every save brings up to date, came between. */
export function follows(before: Own, after: Own): boolean {
  return (Object.keys(NO_OWN) as (keyof Own)[]).every((name) => name === "marks" || before[name] === after[name]);
}

/** What is there now, with what lies between two states of it turned the other way; what else came meanwhile stays. */
export function turned(now: Own, from: Own, to: Own): Own {
  const moved = (Object.keys(NO_OWN) as (keyof Own)[]).filter((name) => name !== "marks" && from[name] !== to[name]);
  return { ...now, ...Object.fromEntries(moved.map((name) => [name, to[name]])) };
}

let asked = false;

/** Asks the browser once, after the first real edit, not to clear what is kept here when space runs out. */
export function askToKeep(): void {
  if (asked) return;
  asked = true;
  void navigator.storage?.persist?.().catch(() => {});
}

export const NOTHING: Change = { rows: [], scores: [], results: [], awards: [], evidence: [], advice: false };

/** What an edit was about, where nobody said: the row or the slot that it changed. */
export function labelOf(change: Change, outline: Outline): string {
  const row = outline.rows.find(({ name }) => name === change.rows[0]);
  const slot = outline.evidence.find(({ name }) => name === change.evidence[0]);
  return row?.label ?? slot?.label ?? outline.title;
}

/** The day on the person's calendar. */
export function today(): string {
  return dayOf(new Date());
}
