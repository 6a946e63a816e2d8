import type { Rubric } from "./rubric.js";
import type { Comparison, Difference, SavedInput, SavedLevel, SavedRange, SavedRow, SavedRubric, VersionChange } from "./saved-types.js";
import type { ChangeData, Piece, Worth } from "./texts/changed.js";
import { exactOf } from "./texts/exact.js";
import type { Voice } from "./texts/voice.js";
import type { Outline } from "./types.js";

/** From the lightest to the heaviest. */
const WEIGHTS: readonly VersionChange[] = ["same", "wording", "comparable", "not comparable"];
/** What pieces are, and under which path a reason names them. */
const KINDS: Readonly<Record<string, string>> = {
  row: "rows", part: "parts", scale: "scales", ask: "asks", setting: "settings", evidence: "evidence", score: "scores", result: "results", award: "awards", translation: "translations",
};

/** Digits behind the point by which two values are told apart. */
const DIGITS = 6;
const ONCE: readonly string[] = ["raters", "attempts", "advice", "examples", "rank", "show"];

/** Gathers what differs, and what it is about. */
class Found {
  readonly reasons: Difference[] = [];
  readonly rows = new Set<string>();
  readonly awards = new Set<string>();
  readonly #voice: Voice;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  /** An exact number in the reader's digits. */
  number(exact: string): string {
    return this.#voice.decimal(exactOf(exact), DIGITS);
  }

  say(change: Difference["change"], path: string, data: ChangeData): void {
    this.reasons.push(Object.freeze({ change, path, text: this.#voice.texts.changed.change(data) }));
    const [kind, name] = path.split(".");
    if (kind === "rows" && name) this.rows.add(name);
    if ((kind === "awards" || kind === "results") && name) this.awards.add(name);
  }
}

/** How a rubric stands to an older one, of which only what was saved of it is known. */
export function compareWith(old: SavedRubric, rubric: Rubric, voice: Voice): Comparison {
  const found = new Found(voice);
  if (old.contentHash !== rubric.contentHash) {
    const now = rubric.digest();
    if (old.structureHash !== now.structureHash) structure(found, old, now);
    pieces(found, old, now, rubric.outline);
    if (found.reasons.length === 0) found.say(old.structureHash === now.structureHash ? "wording" : "comparable", "rubric", { kind: "order" });
  }
  // A series has a name of its own, and its rows have others.
  const rows = [...found.rows].filter((name) => Object.hasOwn(old.rows, name) || rubric.outline.rows.some((row) => row.name === name));
  return comparison(found.reasons, rows, found.awards);
}

/** A comparison of reasons, the heaviest first. */
export function comparison(reasons: readonly Difference[], rows: Iterable<string>, awards: Iterable<string>): Comparison {
  const weight = (reason: Difference) => WEIGHTS.indexOf(reason.change);
  const sorted = [...reasons].sort((a, b) => weight(b) - weight(a));
  return Object.freeze({ change: sorted[0]?.change ?? "same", reasons: Object.freeze(sorted), rows: Object.freeze([...rows]), awards: Object.freeze([...awards]) });
}

function structure(found: Found, old: SavedRubric, now: SavedRubric): void {
  if (old.name !== now.name) found.say("not comparable", "rubric", { kind: "rubric", is: now.name, was: old.name });
  each(found, "rows", old.rows, now.rows, "not comparable", (was, is, name, path) => rows(found, path, name, was, is, old, now));
  each(found, "asks", old.asks, now.asks, "not comparable", (was, is, name, path) => inputs(found, "not comparable", path, name, was, is));
  // What the host sets is no rating: without it results differ, and nothing that a person gave is lost.
  each(found, "settings", old.settings, now.settings, "comparable", (was, is, name, path) => inputs(found, "comparable", path, name, was, is));
  const slots = (all: readonly string[]) => Object.fromEntries(all.map((name) => [name, true]));
  each(found, "evidence", slots(old.evidence), slots(now.evidence), "not comparable", () => {});
  each(found, "codes", old.codes, now.codes, "not comparable", (was, is, name, path) => {
    // That a row itself is gone is said of the row.
    const lost = was.rows.find((row) => Object.hasOwn(now.rows, row) && !is.rows.includes(row));
    if (was.thisRow !== is.thisRow) found.say("not comparable", path, { kind: "code on", name, thisRow: is.thisRow });
    else if (lost !== undefined) found.say("not comparable", path, { kind: "code reach", name, row: lost });
  });
  for (const kind of ["results", "awards"] as const) {
    each(found, kind, old[kind], now[kind], "comparable", (was, is, name, path) => {
      if (was.join() !== is.join()) found.say("comparable", path, { kind: "rungs", name, is, was });
    });
  }
}

/** What is gone, what is there in both, and what is new. */
function each<T>(found: Found, kind: string, old: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>, gone: Difference["change"], both: (was: T, is: T, name: string, path: string) => void): void {
  for (const [name, was] of Object.entries(old)) {
    const path = `${kind}.${name}`;
    const is = Object.hasOwn(now, name) ? now[name] : undefined;
    if (is === undefined) found.say(gone, path, { kind: "gone", what: { name } });
    else both(was, is, name, path);
  }
  for (const name of Object.keys(now)) if (!Object.hasOwn(old, name)) found.say("comparable", `${kind}.${name}`, { kind: "new", what: { name } });
}

function rows(found: Found, path: string, name: string, was: SavedRow, is: SavedRow, old: SavedRubric, now: SavedRubric): void {
  const no = (data: ChangeData) => found.say("not comparable", path, data);
  const so = (data: ChangeData) => found.say("comparable", path, data);
  if (was.kind !== is.kind) return no({ kind: "row kind", name, is: is.kind, was: was.kind });
  if (was.workedOut !== is.workedOut) {
    (is.workedOut ? no : so)({ kind: "worked out", name, is: is.workedOut ?? false });
  }
  if (was.kind === "criterion" && is.kind === "criterion") levels(found, path, name, old.levels[was.levels] ?? [], now.levels[is.levels] ?? []);
  if (was.kind === "check" && is.kind === "check" && was.points !== is.points) so({ kind: "worth", name, level: null, is: { points: found.number(is.points) }, was: { points: found.number(was.points) } });
  if (was.kind === "number" && is.kind === "number") {
    const ends = ({ from, to }: SavedRange) => ({ from: found.number(from ?? "0"), to: to === null ? null : found.number(to) });
    if (was.range.from !== is.range.from || was.range.to !== is.range.to) no({ kind: "range", name, is: ends(is.range), was: ends(was.range) });
    else if (!holds(is.range, was.range)) no({ kind: "takes less", name });
  }
  if (was.lower !== is.lower) no({ kind: "lower", name, is: is.lower ?? false });
  if (was.leaveOut !== is.leaveOut && was.leaveOut) {
    if (!is.leaveOut) no({ kind: "leave out", name, withReason: false });
    else if (is.leaveOut === "with a reason") no({ kind: "leave out", name, withReason: true });
  }
  if (!was.noComment && is.noComment) no({ kind: "no comment", name });
}

function levels(found: Found, path: string, name: string, was: readonly SavedLevel[], is: readonly SavedLevel[]): void {
  const no = (data: ChangeData) => found.say("not comparable", path, data);
  const [before, after] = [was, is].map((all) => all.map((level) => level.name)) as [string[], string[]];
  const [gone, added] = [before.filter((level) => !after.includes(level)), after.filter((level) => !before.includes(level))];
  if (gone.length > 0) no({ kind: "levels gone", name, levels: gone });
  if (added.length > 0) no({ kind: "levels new", name, levels: added });
  if (gone.length + added.length > 0) return;
  if (before.join() !== after.join()) no({ kind: "levels order", name, levels: after });
  const number = (exact: string) => found.number(exact);
  for (const level of was) {
    const now = is.find((one) => one.name === level.name);
    if (now && JSON.stringify(worth(now, String)) !== JSON.stringify(worth(level, String))) no({ kind: "worth", name, level: level.name, is: worth(now, number), was: worth(level, number) });
  }
}

function worth({ points, to, step, marks }: SavedLevel, number: (exact: string) => string): Worth {
  return { points: number(points), ...(to === undefined ? {} : { to: number(to) }), ...(step === undefined ? {} : { step: number(step) }), ...(marks ? { marks: marks.map(number) } : {}) };
}

function inputs(found: Found, change: Difference["change"], path: string, name: string, was: SavedInput, is: SavedInput): void {
  if (was.kind !== is.kind) return found.say(change, path, { kind: "reply kind", name, is: is.kind, was: was.kind });
  const gone = was.choices?.filter((choice) => !is.choices?.includes(choice)) ?? [];
  const added = is.choices?.filter((choice) => !was.choices?.includes(choice)) ?? [];
  if (gone.length > 0) found.say(change, path, { kind: "choices gone", name, choices: gone });
  if (added.length > 0) found.say("comparable", path, { kind: "choices new", name, choices: added });
  if (was.range && is.range && !holds(is.range, was.range)) found.say(change, path, { kind: "takes less", name });
}

type Fraction = readonly [top: bigint, bottom: bigint];

function read(text: string): Fraction {
  const [top = "0", bottom = "1"] = text.split("/");
  return [BigInt(top), BigInt(bottom)];
}

/** Whether every number of one range is in another, for certain. */
function holds(range: SavedRange, of: SavedRange): boolean {
  if (range.values.length > 0 || of.values.length > 0) return of.values.length > 0 && of.values.every((value) => takes(range, value));
  if (of.from === null || !takes(range, of.from) || (of.to === null && range.to !== null)) return false;
  if (of.to !== null && !below(range, of.to)) return false;
  return range.step === null || (of.step !== null && isWhole(read(of.step), read(range.step)));
}

function takes(range: SavedRange, value: string): boolean {
  if (range.values.length > 0) return range.values.includes(value);
  if (range.from === null) return false;
  const [[n, d], [from, bottom]] = [read(value), read(range.from)];
  if (n * bottom < from * d || !below(range, value)) return false;
  return range.step === null || isWhole([n * bottom - from * d, d * bottom], read(range.step));
}

function below({ to }: SavedRange, value: string): boolean {
  if (to === null) return true;
  const [[n, d], [most, bottom]] = [read(value), read(to)];
  return n * bottom <= most * d;
}

/** Whether one is a whole number of times the other. */
function isWhole([n, d]: Fraction, [step, bottom]: Fraction): boolean {
  return step === 0n ? n === 0n : (n * bottom) % (d * step) === 0n;
}

/** What the hashes of the pieces tell beyond that: rules, weights, conditions, and words. */
function pieces(found: Found, old: SavedRubric, now: SavedRubric, outline: Outline): void {
  const told = new Set(found.reasons.map(({ path }) => path));
  for (const path of new Set([...Object.keys(old.pieces), ...Object.keys(now.pieces)])) {
    const [was, is] = [old, now].map(({ pieces }) => (Object.hasOwn(pieces, path) ? pieces[path] : undefined));
    if (was?.[0] === is?.[0] && was?.[1] === is?.[1]) continue;
    const [kind = "", name = ""] = path.split(" ");
    const place = kind === "header" ? "rubric" : KINDS[kind] ? `${KINDS[kind]}.${name}` : kind;
    const concerned = rowsOf(outline, kind, name);
    const counts = was?.[0] !== is?.[0] && !isWords(kind);
    const byRow = kind === "row" || kind === "scale";
    const covered = told.has(place) || (byRow && concerned.length > 0 && concerned.every((row) => told.has(`rows.${row}`)));
    if (counts && covered) continue;
    found.say(counts ? "comparable" : "wording", place, sentence(kind, name, counts, was, is));
    for (const row of concerned) found.rows.add(row);
  }
}

/** Pieces that can change no result. */
function isWords(kind: string): boolean {
  return ["advice", "examples", "translation", "rank", "show"].includes(kind);
}

function sentence(kind: string, name: string, counts: boolean, was: unknown, is: unknown): ChangeData {
  return { kind: was === undefined ? "new" : is === undefined ? "gone" : counts ? "rules" : "words", what: pieceOf(kind, name) };
}

function pieceOf(kind: string, name: string): Piece {
  if (kind === "header") return { part: "head", word: kind };
  if (kind === "translation") return { translation: name };
  if (name !== "") return { name };
  return { part: ONCE.includes(kind) ? (kind as "raters") : "other", word: kind };
}

/** The rows that a piece is about: a row or the rows of its series, those of a part, those on a scale. */
function rowsOf(outline: Outline, kind: string, name: string): string[] {
  const group = outline.groups.find((one) => one.name === name);
  if (kind === "row") {
    const members = new Set([name, ...(group?.members ?? [])]);
    return outline.rows.filter((row) => members.has(row.name)).map((row) => row.name);
  }
  if (kind === "scale") {
    const scale = outline.scales.findIndex((one) => one.name === name);
    return outline.rows.filter((row) => row.scale !== null && row.scale === scale).map((row) => row.name);
  }
  if (kind !== "part") return [];
  const names = new Set([name, ...(group?.parts ?? [])]);
  const inside = (part: number | null): boolean => {
    const one = part === null ? undefined : outline.parts[part];
    return one !== undefined && (names.has(one.name) || inside(one.parent));
  };
  return outline.rows.filter((row) => inside(row.part)).map((row) => row.name);
}
