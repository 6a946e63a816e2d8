import { moment, readSaved } from "./document.js";
import { Edits, movedBy, reasonOf } from "./edits.js";
import type { Engine } from "./engine.js";
import { RubricError } from "./errors.js";
import { rungOf, stepsAsked, subjectOf } from "./asked.js";
import { explanationOf } from "./explaining.js";
import type { Explanation } from "./explanation.js";
import { defaultOf, dayOf, mostOf, replyOf, several, viewOf } from "./given.js";
import { Ledger } from "./ledger.js";
import type { Options } from "./options.js";
import { laddersOf, type Moved, Reader, type Source } from "./outcome.js";
import { NamedRows } from "./named.js";
import { at, isRecord, list, member, members, shown } from "./read.js";
import { Past } from "./past.js";
import { Places } from "./places.js";
import { stepsOf } from "./planning.js";
import type { Rubric } from "./rubric.js";
import type { Restored, Saved, SaveOptions } from "./saved-types.js";
import type { Steps, StepsOptions } from "./steps.js";
import { heldOf, type Held } from "./held.js";
import { dayInForce, type Edit } from "./store.js";
import { Clauses, type Setting } from "./texts/clauses.js";
import { type Voice, voiceOf } from "./texts/voice.js";
import type { Change, Facts, Outcome, Outline, RatingInput, ReplyInput, View } from "./types.js";

const EVERYTHING: Moved = { evidence: true, all: true };
/** The options that have something for the engine. */
const NAMED = ["today", "settings", "answers", "evidence", "comments", "saved"] as const;

/**
 * A live assessment: what one person gave, and where it stands after each edit.
 *
 * Every edit says what it changed. One that is refused throws a `RubricError`
 * with the reason and the path of the value, and changes nothing.
 */
export class Assessment {
  readonly #rubric: Rubric;
  readonly #ledger: Ledger;
  readonly #edits: Edits;
  readonly #reader: Reader;
  readonly #voice: Voice;
  /** In the reader's language. */
  readonly #outline: Outline;
  readonly #source: Source;
  readonly #view: View;
  readonly #past: Past;
  #places: Places | null = null;
  readonly #listeners = new Set<(change: Change) => void>();
  #disposed = false;

  /** Use `rubric.start()`. */
  constructor(engine: Engine, rubric: Rubric, options: Options) {
    this.#rubric = rubric;
    this.#ledger = new Ledger(engine, rubric);
    const voice = voiceOf(options.locale);
    const outline = rubric.outlineIn(voice.locale);
    this.#voice = voice;
    this.#outline = outline;
    this.#edits = new Edits(rubric, this.#ledger, voice);
    if (options.today !== undefined) dayOf(options.today, "today");
    const saved = options.saved === undefined ? null : readSaved(options.saved);
    this.#view = viewOf(options.rater ?? saved?.rater ?? undefined);
    this.#past = new Past(rubric, this.#ledger.given, voice, saved);
    const { given } = this.#ledger;
    this.#source = {
      outline,
      layout: rubric.layout,
      numbers: voice.numbers,
      voice,
      clauses: new Clauses(outline, voice, (setting) => this.#setting(setting)),
      named: new NamedRows(outline),
      version: rubric.version,
      contentHash: rubric.contentHash,
      structureHash: rubric.structureHash,
      ladders: laddersOf(outline),
      view: this.#view,
      mostAdvice: mostOf(options.advice),
      exact: (slot) => this.#ledger.call((glue, session) => glue.exact(session, slot)) ?? "",
      findings: () => this.#ledger.call((glue, session) => glue.findings(session)),
      comment: (row) => given.comments[row] ?? null,
      reason: (row) => reasonOf(given.rows[row]),
      overruled: (ladder) => given.overrides[ladder]?.told ?? null,
      reply: (kind, index) => this.#reply(kind, index),
      closed: () => (given.closed[0] ?? null) !== null,
    };
    try {
      this.#reader = new Reader(this.#source, this.#ledger.slots());
      this.#ledger.changed();
      if (NAMED.some((name) => options[name] !== undefined)) {
        this.#begin(options, saved);
        this.#ledger.begun();
        this.#changed(EVERYTHING);
      }
      if (saved) this.#past.report(this.outcome);
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** Where the assessment stands. A frozen snapshot of plain data; it and its members stay the same objects until they change. */
  get outcome(): Outcome {
    this.#alive();
    return this.#reader.read();
  }

  /** The rubric it is an assessment of. */
  get rubric(): Rubric {
    return this.#rubric;
  }

  /** The rubric's outline in the language of this assessment. */
  get outline(): Outline {
    return this.#outline;
  }

  /** What was given so far, by name: what a page shows in its fields. A snapshot of plain data. */
  get given(): Held {
    this.#alive();
    return heldOf(this.#rubric, this.#ledger.given);
  }

  /** Has a function called after every edit, with what it changed; what comes back ends that. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Rates a row: a criterion with a level's name, or with a number that is the
   * points of exactly one level or a mark inside its range; a check with `true`
   * or `false`; a number with a number or an exact text such as `"49/10"`.
   * `{ leftOut: "reason" }` leaves it out, `null` takes the rating back.
   *
   * @throws RubricError for a row that is not there or is worked out by the rubric, or a value it does not take.
   */
  rate(name: string, value: RatingInput): Change {
    return this.#edit(() => (value === null ? this.#edits.clear(name) : this.#edits.rate(name, value)));
  }

  /**
   * Leaves a row out as not applicable.
   *
   * @throws RubricError where the rubric does not allow it, or asks for a reason and there is none.
   */
  notApplicable(name: string, reason = ""): Change {
    return this.#edit(() => this.#edits.leaveOut(name, reason));
  }

  /** Takes a rating back, or a row that was left out back in. */
  clear(name: string): Change {
    return this.#edit(() => this.#edits.clear(name));
  }

  /**
   * Puts a comment beside a row; an empty one takes it away.
   *
   * @throws RubricError for a row that takes no comment.
   */
  comment(name: string, text: string): Change {
    return this.#edit(() => this.#edits.comment(name, text));
  }

  /**
   * Answers a question of the rubric: a choice by name, a number (of a percent
   * also `"72.5%"`), `true` or `false`, a day as `"2025-08-01"`; `null` takes the
   * answer back.
   *
   * @throws RubricError for a question that is not there or a value it does not take.
   */
  answer(name: string, value: ReplyInput): Change {
    return this.#edit(() => this.#edits.answer("asks", name, value));
  }

  /**
   * Attaches a piece of evidence; one with the same id in this slot is replaced.
   * `shows` names the rows it is evidence for.
   *
   * @throws RubricError with the path of the fact that is not as it should be, such as `evidence.lesson_plan.pages`.
   */
  attach(slot: string, facts: Facts, about: { readonly shows?: readonly string[] } = {}): Change {
    return this.#hand(slot, () => this.#edits.attach(slot, facts, about, at("evidence", slot)));
  }

  /**
   * Takes a piece of evidence out of a slot.
   *
   * @throws RubricError when there is none with this id.
   */
  detach(slot: string, id: string): Change {
    return this.#hand(slot, () => this.#edits.detach(slot, id));
  }

  /** Writes a text into a slot, such as a reflection, in place of what was written there; an empty one takes it away. */
  write(slot: string, text: string): Change {
    return this.#hand(slot, () => this.#edits.write(slot, text));
  }

  /**
   * Sets the outcome of a result or an award by hand; `null` lifts that again.
   * What was worked out is kept beside it: the rungs keep their states.
   *
   * @throws RubricError where the rubric does not allow it, or asks for a reason and there is none.
   */
  overrule(name: string, to: string | null, about?: { readonly by: string; readonly reason?: string }): Change {
    return this.#edit(() => this.#edits.overrule(name, to, about));
  }

  /**
   * Gives a condition code instead of ratings; one for `this row` names the row.
   *
   * @throws RubricError for a code that is not there or does not reach the row.
   */
  code(name: string, row?: string): Change {
    return this.#edit(() => this.#edits.code(name, row));
  }

  /** Takes a code back; without a name, every code. */
  clearCode(name?: string, row?: string): Change {
    return this.#edit(() => this.#edits.clearCode(name, row));
  }

  /** Closes the assessment: defaults and policies count, and what is still open is undefined. It may be edited further. */
  close(): Change {
    return this.#edit(() => this.#edits.close(true));
  }

  /** Opens it again: what counted by policy only is open once more. */
  reopen(): Change {
    return this.#edit(() => this.#edits.close(false));
  }

  /** How many edits were done since it began. Not part of the public surface. */
  get edits(): number {
    return this.#ledger.edits;
  }

  /** Whether there is an edit to take back. */
  get canUndo(): boolean {
    return this.#ledger.canUndo;
  }

  /** Whether there is an edit to do again. */
  get canRedo(): boolean {
    return this.#ledger.canRedo;
  }

  /**
   * Takes the last edit back: everything stands as it stood before it. Of the
   * edits before, the last 1,000 are remembered. With none it changes nothing.
   */
  undo(): Change {
    this.#alive();
    return this.#again(this.#ledger.undo((edit) => this.#expect(edit)));
  }

  /** Does the edit again that was taken back last; any other edit forgets it. */
  redo(): Change {
    this.#alive();
    return this.#again(this.#ledger.redo((edit) => this.#expect(edit)));
  }

  /**
   * Everything that was given, as one plain document that `start({ saved })`
   * takes back. `at` is the moment: it is remembered as that of the last save,
   * and of the first.
   *
   * @throws RubricError for a moment that is none, or more text than a document holds.
   */
  save({ at: when }: SaveOptions = {}): Saved {
    this.#alive();
    return this.#past.save(this.#view, this.outcome, when === undefined ? null : moment(when, "at"));
  }

  /** What became of the document it was started with; `null` without one. */
  get restored(): Restored | null {
    return this.#past.restored;
  }

  /** Says that what was restored counts as an assessment of this rubric from now on: what is saved names it. */
  accept(): void {
    this.#alive();
    this.#past.accept();
  }

  /**
   * How a value came about, as a tree of plain data: of a score, a result, an award or a row by its name, of a rung
   * by `"award.rung"`, of one of its needs by `"award.rung.0"`. Every value in it is the one the outcome rests on.
   *
   * @throws RubricError for a name that has no value, or where the numbers grow too long to be exact.
   */
  explain(name: string): Explanation {
    this.#alive();
    const { kind, index, need } = subjectOf(this.#source, name, "explain");
    const told = this.#ledger.call((glue, session) => glue.explain(session, kind, index));
    const places = (this.#places ??= new Places(this.#rubric.source));
    const found = told === undefined ? null : explanationOf({ source: this.#source, span: (start, end) => places.span(start, end), said: (place) => places.said(place) }, told);
    const wanted = need === null ? found : found?.inputs.filter(({ rule }) => rule === "need")[need];
    if (!wanted) throw new RubricError(`${shown(name)} cannot be explained`, { path: "explain" });
    return wanted;
  }

  /**
   * The fewest and smallest changes that reach a rung of an award or a result, the best first. Rows are rated for the
   * first time or better than now, never worse and never left out; open questions are answered, never answered anew;
   * slots are completed or get more of what rules count in them; comments are given. All else stays as it is: what is
   * open has to suffice whatever it becomes. Of a closed assessment it is what it takes once that is open again.
   *
   * @throws RubricError for an award or a rung that is not there, or options that are none.
   */
  steps(name: string, rung: string, options: StepsOptions = {}): Steps {
    this.#alive();
    const { ladder, place } = rungOf(this.#source, name, rung);
    const [most, ratedFirst] = stepsAsked(options);
    const { given } = this.#ledger;
    const day = given.today[0] ?? null;
    const today = day === null ? Number.NaN : dayOf(day, "today");
    const told = this.#ledger.call((glue, session) => glue.steps(session, ladder, place, most, ratedFirst ? 1 : 0, today)) ?? "";
    return stepsOf(this.#source, told, ladder, place, {
      rating: (row) => {
        const known = this.outcome.rows[this.#source.outline.rows[row]?.name ?? ""];
        return known?.state === "rated" ? (known.level ?? known.points.exact) : null;
      },
      items: (slot) => given.slots[slot]?.length ?? 0,
    });
  }

  /** Takes many things in and works the outcome out once. Not part of the public surface. */
  scoreAll(ratings: unknown, options: Options): void {
    const close = options.close ?? false;
    if (typeof close !== "boolean") throw new RubricError(`\`close\` is true or false, not ${shown(close)}`, { path: "close" });
    this.#ledger.hold(() => {
      for (const [name, value] of members(ratings, "rows")) if (value !== null) this.#edits.rate(name, value as Exclude<RatingInput, null>);
      for (const [index, given] of several(options.codes, "codes", "codes").entries()) {
        if (isRecord(given)) this.#edits.code(member(given, "code", `codes[${index}].code`), member(given, "row", `codes[${index}].row`));
        else this.#edits.code(given, undefined);
      }
      for (const [index, given] of several(options.overrule, "overrule", "overrides").entries()) {
        const path = `overrule[${index}]`;
        if (!isRecord(given)) throw new RubricError(`an override says which award, to which rung, and by whom, not ${shown(given)}`, { path });
        this.#edits.overrule(member(given, "award", `${path}.award`), member(given, "to", `${path}.to`) ?? null, given);
      }
      if (close) this.#edits.close(true);
    }, tooMuch);
    this.#changed(EVERYTHING);
  }

  /** Lets the assessment go. May be called more than once; every other call then throws. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#listeners.clear();
    this.#ledger.end();
  }

  /** The same as `dispose`, for `using`. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Whether it was let go. */
  get disposed(): boolean {
    return this.#disposed;
  }

  #edit(work: () => Moved): Change {
    this.#alive();
    return this.#changed(work());
  }

  /** An edit of evidence: what the precheck said before it has to be known. */
  #hand(slot: string, work: () => Moved): Change {
    return this.#edit(() => {
      this.#edits.slot(slot);
      this.#reader.evidence.expect();
      return work();
    });
  }

  #begin(options: Options, saved: Saved | null): void {
    const edits = this.#edits;
    const today = options.today ?? saved?.today ?? undefined;
    if (today !== undefined) edits.today(today as string);
    if (saved) this.#past.settings(edits);
    this.#ledger.hold(() => {
      if (saved) this.#past.takeOver(edits);
      for (const [name, value] of members(options.settings, "settings")) edits.answer("settings", name, value);
      for (const [name, value] of members(options.answers, "answers")) edits.answer("asks", name, value);
      for (const [name, items] of members(options.evidence, "evidence")) {
        list(items, at("evidence", name), "evidence").forEach((facts, index) => edits.attach(name, facts, {}, `evidence.${name}[${index}]`));
      }
      for (const [name, text] of members(options.comments, "comments")) edits.comment(name, text);
    }, tooMuch);
  }

  /** What a setting that is a number is. */
  #setting(index: number): Setting | null {
    const { given } = this.#ledger;
    const input = this.#outline.settings[index];
    const call = given.settings[index]?.call;
    if (call) return { exact: call[2] === 1 ? `${call[1]}` : `${call[1]}/${call[2]}` };
    const exact = input ? defaultOf(input, dayInForce(given) ?? undefined) : null;
    return exact === null ? null : { exact };
  }

  /** A reply as a text shows it; nothing while there is none. */
  #reply(kind: "asks" | "settings", index: number): string | null {
    const { given } = this.#ledger;
    const text = given[kind][index]?.text;
    const input = this.#outline[kind][index];
    if (text !== undefined || !input || (kind === "asks" && !given.closed[0])) return text ?? null;
    const counts = defaultOf(input, dayInForce(given) ?? undefined);
    return counts === null ? null : replyOf(input, counts, kind, this.#voice).text;
  }

  #alive(): void {
    if (this.#disposed) throw new RubricError("this assessment was disposed of");
  }

  /** Before evidence moves it has to be known what the precheck says. */
  #expect(edit: Edit): void {
    if (this.#moved(edit).evidence) this.#reader.evidence.expect();
  }

  #again(edit: Edit | null): Change {
    return this.#changed(edit ? this.#moved(edit) : {});
  }

  #moved(edit: Edit): Moved {
    return movedBy(edit, this.#ledger.given.today[0] ?? null);
  }

  #changed(also: Moved): Change {
    if (also.evidence) this.#reader.evidence.judge();
    const slots = this.#ledger.slots();
    const change = this.#reader.update(slots, this.#ledger.changed(), also);
    for (const listener of this.#listeners) told(listener, change);
    return change;
  }
}

/** The edit is done whatever a listener makes of it; what it throws goes where uncaught errors go. */
function told(listener: (change: Change) => void, change: Change): void {
  try {
    listener(change);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Why what came in at once was not taken. */
function tooMuch(status: number): RubricError {
  if (status !== 14) return new RubricError("these ratings would make the numbers too long to be exact", { path: "rows" });
  return new RubricError("these settings put the bands of a result out of order: a lower one would need as much as the one above it", { path: "settings" });
}
