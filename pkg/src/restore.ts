import { compareWith, comparison } from "./compare.js";
import { PLACES, type Place } from "./document.js";
import type { Edits } from "./edits.js";
import { RubricError, RubricFault } from "./errors.js";
import { at, isRecord, member } from "./read.js";
import type { Rubric } from "./rubric.js";
import type { Standing } from "./save.js";
import type { Difference, Restored, Saved, SavedLeftover } from "./saved-types.js";
import { exactOf } from "./texts/exact.js";
import type { Voice } from "./texts/voice.js";
import type { Given } from "./store.js";
import type { RatingInput } from "./types.js";

/** One thing that was saved: where it was, and how it is given again. */
interface Entry {
  readonly path: string;
  readonly value: unknown;
  give(): void;
  /** Whether its place is free. */
  free(): boolean;
}

/** What a document is taken over with. */
export interface Taker {
  readonly rubric: Rubric;
  readonly edits: Edits;
  readonly given: Given;
}

/** What became of the document. */
export interface Taken {
  readonly carried: readonly string[];
  readonly dropped: readonly SavedLeftover[];
}

/**
 * Gives what a document holds again. Of a document of the same structure
 * everything fits, or else it was changed by somebody; of another one what does
 * not fit is left over.
 *
 * @throws RubricError with the path of what does not fit though it should.
 */
export function takeOver(saved: Saved, taker: Taker, settings: boolean): Taken {
  const kinds = PLACES.filter((kind) => (kind === "settings") === settings);
  const same = isSame(saved, taker.rubric);
  const [carried, dropped]: [string[], SavedLeftover[]] = [[], []];
  for (const entry of entriesOf(saved, taker, kinds)) {
    const why = refusalOf(entry);
    if (why === null) carried.push(entry.path);
    else if (same) throw new RubricError(why.message, { path: `saved.${why.path ?? entry.path}` });
    else dropped.push(Object.freeze({ path: entry.path, value: entry.value, why: why.message }));
  }
  for (const kept of saved.kept) {
    if (!kinds.some((kind) => kept.path.split(".", 1)[0] === kind)) continue;
    const entry = entryOf(kept.path, kept.value, taker);
    if (entry?.free() && refusalOf(entry) === null) carried.push(kept.path);
    else dropped.push(kept);
  }
  return { carried, dropped };
}

/** Why something is not taken; a fault of the engine is not about it. */
function refusalOf(entry: Entry): RubricError | null {
  try {
    entry.give();
    return null;
  } catch (error) {
    if (error instanceof RubricError && !(error instanceof RubricFault)) return error;
    throw error;
  }
}

/** Whether a document was saved under the same structure: all of it has its place then. */
export function isSame(saved: Saved, rubric: Rubric): boolean {
  return saved.rubric.structureHash === rubric.structureHash;
}

function entriesOf(saved: Saved, taker: Taker, kinds: readonly Place[]): Entry[] {
  const paths = kinds.flatMap((kind): (readonly [string, unknown])[] => {
    if (kind === "codes") return saved.codes.map((code) => [kind, code]);
    return Object.entries<unknown>(saved[kind]).flatMap(([name, value]) => {
      const all = kind === "evidence" && Array.isArray(value) ? value : [value];
      return all.map((one): [string, unknown] => [`${kind}.${name}`, one]);
    });
  });
  return paths.flatMap(([path, value]) => entryOf(path, value, taker) ?? []);
}

function entryOf(path: string, value: unknown, { rubric, edits, given }: Taker): Entry | null {
  const dot = path.indexOf(".");
  const [kind, name] = dot < 0 ? [path, ""] : [path.slice(0, dot), path.slice(dot + 1)];
  const place = (all: readonly { readonly name: string }[]) => all.findIndex((one) => one.name === name);
  const entry = (give: () => void, free: () => boolean): Entry => ({ path, value, give, free });
  const { outline } = rubric;
  switch (kind) {
    case "rows":
      return entry(() => edits.rate(name, value as Exclude<RatingInput, null>), () => (given.rows[place(outline.rows)] ?? null) === null);
    case "comments":
      return entry(() => edits.comment(name, value), () => (given.comments[place(outline.rows)] ?? null) === null);
    case "answers":
      return entry(() => edits.answer("asks", name, value), () => (given.asks[place(outline.asks)] ?? null) === null);
    case "settings":
      return entry(() => edits.answer("settings", name, value), () => (given.settings[place(outline.settings)] ?? null) === null);
    case "evidence":
      return entry(
        () => edits.attach(name, value, undefined, at("evidence", name), true),
        () => isRecord(value) && !given.slots[place(outline.evidence)]?.some(({ id }) => id === (value as { id?: unknown }).id),
      );
    case "codes":
      return entry(() => (isRecord(value) ? edits.code(member(value, "code", path), member(value, "row", path)) : edits.code(value, undefined)), () => true);
    case "overrides":
      return entry(
        () => edits.overrule(name, isRecord(value) ? member(value, "to", path) : value, value),
        () => !given.overrides[ladderAt(rubric, name)],
      );
    default:
      return null;
  }
}

function ladderAt({ outline }: Rubric, name: string): number {
  return [...outline.results, ...outline.awards].find((one) => one.name === name)?.ladder ?? -1;
}

/** Says what became of a document: `now` is what it comes to under the rubric it is opened with. */
export function reportOf(saved: Saved, rubric: Rubric, now: Standing, { carried, dropped }: Taken, voice: Voice): Restored {
  const versions = compareWith(saved.rubric, rubric, voice);
  const settings = settingsMoved(saved, now, rubric, voice);
  const { change, reasons, rows, awards } = comparison([...versions.reasons, ...settings], versions.rows, versions.awards);
  const { name, version, contentHash, structureHash } = saved.rubric;
  return Object.freeze({
    change,
    reasons,
    rows,
    awards,
    recorded: Object.freeze({ name, version, contentHash, structureHash, engine: saved.engine }),
    carried: Object.freeze([...carried]),
    dropped: Object.freeze([...dropped]),
    moved: Object.freeze(outcomesMoved(saved, now)),
    accepted: change === "same" || change === "wording",
  });
}

/** Settings that count otherwise: by another default, on another day, or set by the host. */
function settingsMoved(saved: Saved, now: Standing, rubric: Rubric, voice: Voice): Difference[] {
  const { settings } = rubric.outlineIn(voice.locale);
  const told = (name: string, value: unknown): string | null => {
    const known = settings.find((one) => one.name === name);
    if (value === null || value === undefined) return null;
    if (typeof value === "boolean") return voice.texts.state[value ? "yes" : "no"];
    if (known?.kind === "choice") return known.choices.find((one) => one.name === value)?.label ?? String(value);
    if (known?.kind === "number" && /^-?\d+(\/\d+)?$/.test(String(value))) return known.percent ? voice.shown(String(value), true) : voice.decimal(exactOf(String(value)), 6);
    return known?.kind === "date" ? voice.day(String(value)) : String(value);
  };
  return Object.entries(now.inForce).flatMap(([name, is]) => {
    const was = Object.hasOwn(saved.inForce, name) ? saved.inForce[name] : undefined;
    if (was === undefined || was === is) return [];
    return [Object.freeze({ change: "comparable" as const, path: `settings.${name}`, text: voice.texts.changed.change({ kind: "in force", name, is: told(name, is), was: told(name, was) }) })];
  });
}

function outcomesMoved(saved: Saved, now: Standing): Restored["moved"] {
  return (["scores", "results", "awards"] as const).flatMap((kind) => {
    const [old, is] = [saved.outcome[kind], now.outcome[kind]];
    const names = new Set([...Object.keys(old), ...Object.keys(is)]);
    return [...names].flatMap((name) => {
      const one = (all: typeof old) => (Object.hasOwn(all, name) ? (all[name] ?? null) : null);
      return one(old) === one(is) ? [] : [Object.freeze({ path: `${kind}.${name}`, was: one(old), now: one(is) })];
    });
  });
}
