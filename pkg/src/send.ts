import type { Glue } from "./engine.js";
import { toldOf } from "./facts.js";
import { dayOf, NONE_AT, type Call, type Reply } from "./given.js";
import type { CodeAt, Edit, Given, Kind } from "./store.js";
import type { Facts } from "./types.js";

const LINK = /\bhttps?:\/\/\S/i;
const NO_DAY = Number.NaN;

/** One call of the engine; 0 when it was taken. */
type Step = () => number;

/** Looks a row up by name. */
export type RowAt = (name: string) => number | undefined;

/** A comment as the engine takes it: none, words, or words with a link. */
function remark(text: string | null): 0 | 1 | 2 {
  return text === null ? 0 : LINK.test(text) ? 2 : 1;
}

/** Whether an edit may take several calls, so that one that fails leaves the session in between. */
export function isLong(kind: Kind): boolean {
  return kind === "slots" || kind === "codes" || kind === "closed";
}

/** Gives one edit to a session of the engine; 0 when it was taken. `held`: the outcome is held back already. */
export function send(glue: Glue, session: number, edit: Edit, given: Given, held: boolean, rowAt: RowAt): number {
  switch (edit.kind) {
    case "rows":
      return rate(glue, session, edit.at, edit.after);
    case "comments":
      return glue.comment(session, edit.at, remark(edit.after));
    case "asks":
      return reply(glue, session, 0, edit.at, edit.after);
    case "settings":
      return reply(glue, session, 1, edit.at, edit.after);
    case "overrides":
      return glue.overrule(session, edit.at, edit.after?.place ?? NONE_AT);
    case "today":
      return glue.today(session, day(edit.after));
    case "slots":
      return together(glue, session, held, slotSteps(glue, session, edit.at, edit.before, edit.after, rowAt));
    case "codes":
      return together(glue, session, held, codeSteps(glue, session, edit.before, edit.after));
    default:
      return together(glue, session, held, closeSteps(glue, session, edit.before, edit.after, given.today[0] ?? null));
  }
}

function rate(glue: Glue, session: number, row: number, call: Call | null): number {
  if (call === null) return glue.clear(session, row);
  switch (call[0]) {
    case "level":
      return glue.rate_level(session, row, call[1]);
    case "met":
      return glue.rate_met(session, row, call[1]);
    case "left out":
      return glue.leave_out(session, row, call[1].trim() === "" ? 0 : 1);
    default:
      return glue.rate_number(session, row, call[1], call[2]);
  }
}

function reply(glue: Glue, session: number, setting: 0 | 1, index: number, given: Reply | null): number {
  const [way, n, d] = given?.call ?? [0, 0, 1];
  return glue.reply(session, setting, index, way, n, d);
}

function day(text: string | null): number {
  return text === null ? NO_DAY : dayOf(text, "today");
}

/** Many calls, and the outcome worked out once. */
function together(glue: Glue, session: number, held: boolean, steps: readonly Step[]): number {
  const [first] = steps;
  if (!first) return 0;
  if (steps.length === 1) return first();
  if (!held) glue.hold(session, 1);
  for (const step of steps) {
    const status = step();
    if (status !== 0) return status;
  }
  return held ? 0 : glue.hold(session, 0);
}

/** The engine adds at the end and replaces in place; for any other order what follows is taken out and put in again. */
function slotSteps(glue: Glue, session: number, slot: number, before: readonly Facts[], after: readonly Facts[], rowAt: RowAt): Step[] {
  const attach = (facts: Facts): Step => () => glue.attach(session, slot, toldOf(facts, rowAt));
  const detach = ({ id }: Facts): Step => () => glue.detach(session, slot, id);
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const [was, is] = [before[same], after[same]];
  const rest = (shift: number) => before.length + shift === after.length && before.slice(same + 1).every((facts, index) => facts === after[same + 1 + index + shift]);
  if (was && is && was.id === is.id && rest(0)) return [attach(is)];
  if (was && rest(-1)) return [detach(was)];
  return [...before.slice(same).map(detach), ...after.slice(same).map(attach)];
}

function codeSteps(glue: Glue, session: number, before: readonly CodeAt[], after: readonly CodeAt[]): Step[] {
  const add = ([code, row]: CodeAt): Step => () => glue.code(session, code, row);
  const added = before.every(([code, row], index) => after[index]?.[0] === code && after[index]?.[1] === row);
  if (added) return after.slice(before.length).map(add);
  return [() => glue.clear_code(session, NONE_AT, NONE_AT), ...after.map(add)];
}

/** Once closed the day of closing counts. */
function closeSteps(glue: Glue, session: number, before: Given["closed"][number], after: Given["closed"][number], today: string | null): Step[] {
  const [was, is] = [before ? before.on : today, after ? after.on : today];
  const close: Step = () => glue.close(session, after ? 1 : 0);
  return was === is ? [close] : [() => glue.today(session, day(is)), close];
}

/** Gives everything to a new session whose outcome is held back. */
export function sendAll(glue: Glue, session: number, given: Given, rowAt: RowAt): void {
  const nothing = { codes: [], slots: [] } as Partial<Record<Kind, unknown>>;
  const kinds: readonly Kind[] = ["today", "settings", "asks", "rows", "comments", "slots", "codes", "overrides", "closed"];
  for (const kind of kinds) {
    given[kind].forEach((after, at) => {
      const before = nothing[kind] ?? null;
      if (after !== null) send(glue, session, { kind, at, before, after } as Edit, given, true, rowAt);
    });
  }
}
