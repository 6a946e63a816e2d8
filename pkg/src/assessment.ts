import type { Engine } from "./engine.js";
import { RubricError } from "./errors.js";
import { factsOf } from "./facts.js";
import { type Call, codeOf, dayOf, defaultOf, inputTakes, listed, NONE_AT, overruleOf, ratingOf, refusal, replyOf, several, viewOf } from "./given.js";
import { Ledger, type Step } from "./ledger.js";
import { Numbers } from "./number.js";
import type { Options } from "./options.js";
import { laddersOf, type Moved, Reader, type Source } from "./outcome.js";
import { at, isRecord, list, member, members, shown } from "./read.js";
import type { Rubric } from "./rubric.js";
import type { Change, Facts, FindingOut, Outcome, OutlineRow, Overruled, RatingInput, ReplyInput } from "./types.js";

/** Asks and settings, as the engine tells them apart. */
const KINDS = ["asks", "settings"] as const;
/** What a text that was written into a slot is called there. */
const WRITTEN = "text";
const LINK = /\bhttps?:\/\/\S/i;
const EVERYTHING: Moved = { evidence: true, all: true };
/** UTF-16 units of a comment or a reason. */
const MOST_WORDS = 1 << 16;

/**
 * A live assessment: what one person gave, and where it stands after each edit.
 *
 * Every edit says what it changed. One that is refused throws a `RubricError`
 * with the reason and the path of the value, and changes nothing.
 */
export class Assessment {
  readonly #rubric: Rubric;
  readonly #ledger: Ledger;
  readonly #reader: Reader;
  readonly #numbers: Numbers;
  readonly #today: string | undefined;
  /** What an outcome shows and the engine does not hold. */
  readonly #comments = new Map<number, string>();
  readonly #reasons = new Map<number, string>();
  readonly #overruled = new Map<number, Overruled>();
  readonly #replies = { asks: new Map<number, string>(), settings: new Map<number, string>() };
  /** What ratings are kept under, by row: made once. */
  readonly #rowKeys: string[] = [];
  #closed = false;
  #disposed = false;

  /** Use `rubric.start()`. */
  constructor(engine: Engine, rubric: Rubric, options: Options) {
    this.#rubric = rubric;
    this.#ledger = new Ledger(engine, rubric);
    this.#numbers = new Numbers(options.locale);
    this.#today = options.today as string | undefined;
    if (this.#today !== undefined) dayOf(this.#today, "today");
    const source: Source = {
      outline: rubric.outline,
      layout: rubric.layout,
      numbers: this.#numbers,
      version: rubric.version,
      contentHash: rubric.contentHash,
      structureHash: rubric.structureHash,
      ladders: laddersOf(rubric.outline),
      view: viewOf(options.rater),
      told: [],
      exact: (slot) => this.#ledger.call((glue, session) => glue.exact(session, slot)) ?? "",
      findings: () => JSON.parse(this.#ledger.call((glue, session) => glue.findings(session))) as FindingOut[],
      comment: (row) => this.#comments.get(row) ?? null,
      reason: (row) => this.#reasons.get(row) ?? null,
      overruled: (ladder) => this.#overruled.get(ladder) ?? null,
      reply: (kind, index) => this.#reply(kind, index),
      closed: () => this.#closed,
    };
    try {
      this.#reader = new Reader(source, this.#ledger.slots());
      this.#ledger.changed();
      if (NAMED.some((name) => options[name] !== undefined)) {
        this.#ledger.hold(() => this.#begin(options), tooMuch);
        this.#changed(EVERYTHING);
      }
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

  /**
   * Rates a row: a criterion with a level's name, or with a number that is the
   * points of exactly one level or a mark inside its range; a check with `true`
   * or `false`; a number with a number or an exact text such as `"49/10"`.
   * `{ leftOut: "reason" }` leaves it out, `null` takes the rating back.
   *
   * @throws RubricError for a row that is not there or is worked out by the rubric, or a value it does not take.
   */
  rate(name: string, value: RatingInput): Change {
    return this.#edit(() => (value === null ? this.#clear(name) : this.#rate(name, value)));
  }

  /**
   * Leaves a row out as not applicable.
   *
   * @throws RubricError where the rubric does not allow it, or asks for a reason and there is none.
   */
  notApplicable(name: string, reason = ""): Change {
    return this.#edit(() => this.#leaveOut(this.#row(name), reason));
  }

  /** Takes a rating back, or a row that was left out back in. */
  clear(name: string): Change {
    return this.#edit(() => this.#clear(name));
  }

  /**
   * Puts a comment beside a row; an empty one takes it away.
   *
   * @throws RubricError for a row that takes no comment.
   */
  comment(name: string, text: string): Change {
    return this.#edit(() => this.#comment(name, text));
  }

  /**
   * Answers a question of the rubric: a choice by name, a number (of a percent
   * also `"72.5%"`), `true` or `false`, a day as `"2025-08-01"`; `null` takes the
   * answer back.
   *
   * @throws RubricError for a question that is not there or a value it does not take.
   */
  answer(name: string, value: ReplyInput): Change {
    return this.#edit(() => this.#answer("asks", "answers", name, value));
  }

  /**
   * Attaches a piece of evidence; one with the same id in this slot is replaced.
   * `shows` names the rows it is evidence for.
   *
   * @throws RubricError with the path of the fact that is not as it should be, such as `evidence.lesson_plan.pages`.
   */
  attach(slot: string, facts: Facts, about: { readonly shows?: readonly string[] } = {}): Change {
    return this.#hand(slot, () => this.#attach(slot, facts, about, at("evidence", slot)));
  }

  /**
   * Takes a piece of evidence out of a slot.
   *
   * @throws RubricError when there is none with this id.
   */
  detach(slot: string, id: string): Change {
    return this.#hand(slot, (index) => {
      const missing = () => new RubricError(`there is nothing with the id ${shown(id)} in \`${slot}\``, { path: at("evidence", slot) });
      if (typeof id !== "string") throw missing();
      this.#ledger.take(`evidence ${index} ${id}`, null, (glue, session) => glue.detach(session, index, id), missing);
      return { evidence: true };
    });
  }

  /** Writes a text into a slot, such as a reflection, in place of what was written there; an empty one takes it away. */
  write(slot: string, text: string): Change {
    return this.#hand(slot, (index) => {
      const path = at("evidence", slot);
      if (typeof text !== "string") throw new RubricError(`a text is written here, not ${shown(text)}`, { path });
      if (text.trim() !== "") return this.#attach(slot, { id: WRITTEN, kind: "text", text }, {}, path);
      const key = `evidence ${index} ${WRITTEN}`;
      if (!this.#ledger.has(key)) return {};
      this.#ledger.take(key, null, (glue, session) => glue.detach(session, index, WRITTEN), () => new RubricError("this text could not be taken away", { path }));
      return { evidence: true };
    });
  }

  /**
   * Sets the outcome of a result or an award by hand; `null` lifts that again.
   * What was worked out is kept beside it: the rungs keep their states.
   *
   * @throws RubricError where the rubric does not allow it, or asks for a reason and there is none.
   */
  overrule(name: string, to: string | null, about?: { readonly by: string; readonly reason?: string }): Change {
    return this.#edit(() => this.#overrule(name, to, about));
  }

  /**
   * Gives a condition code instead of ratings; one for `this row` names the row.
   *
   * @throws RubricError for a code that is not there or does not reach the row.
   */
  code(name: string, row?: string): Change {
    return this.#edit(() => this.#code(name, row));
  }

  /** Takes a code back; without a name, every code. */
  clearCode(name?: string, row?: string): Change {
    return this.#edit(() => {
      const refused = () => new RubricError("the codes could not be taken back", { path: "codes" });
      if (name === undefined) {
        this.#ledger.take("", null, (glue, session) => glue.clear_code(session, NONE_AT, NONE_AT), refused);
        this.#ledger.drop("code ");
        return {};
      }
      const [code, on] = this.#codeAt(name, row);
      this.#ledger.take(`code ${code} ${on}`, null, (glue, session) => glue.clear_code(session, code, on), refused);
      return {};
    });
  }

  /** Closes the assessment: defaults and policies count, and what is still open is undefined. It may be edited further. */
  close(): Change {
    return this.#edit(() => this.#close(true));
  }

  /** Opens it again: what counted by policy only is open once more. */
  reopen(): Change {
    return this.#edit(() => this.#close(false));
  }

  /** Takes many things in and works the outcome out once. Not part of the public surface. */
  scoreAll(ratings: unknown, options: Options): void {
    const close = options.close ?? false;
    if (typeof close !== "boolean") throw new RubricError(`\`close\` is true or false, not ${shown(close)}`, { path: "close" });
    this.#ledger.hold(() => {
      for (const [name, value] of members(ratings, "rows")) if (value !== null) this.#rate(name, value as Exclude<RatingInput, null>);
      for (const [index, given] of several(options.codes, "codes", "codes").entries()) {
        if (isRecord(given)) this.#code(member(given, "code", `codes[${index}].code`), member(given, "row", `codes[${index}].row`));
        else this.#code(given, undefined);
      }
      for (const [index, given] of several(options.overrule, "overrule", "overrides").entries()) {
        const path = `overrule[${index}]`;
        if (!isRecord(given)) throw new RubricError(`an override says which award, to which rung, and by whom, not ${shown(given)}`, { path });
        this.#overrule(member(given, "award", `${path}.award`), member(given, "to", `${path}.to`) ?? null, given);
      }
      if (close) this.#close(true);
    }, tooMuch);
    this.#changed(EVERYTHING);
  }

  /** Lets the assessment go. May be called more than once; every other call then throws. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#ledger.letGo();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #edit(work: () => Moved): Change {
    this.#alive();
    return this.#changed(work());
  }

  /** An edit of evidence: what the precheck said before it has to be known. */
  #hand(slot: string, work: (index: number) => Moved): Change {
    return this.#edit(() => {
      const index = this.#slot(slot);
      this.#reader.evidence.expect();
      return work(index);
    });
  }

  #begin(options: Options): void {
    if (this.#today !== undefined) {
      const day = dayOf(this.#today, "today");
      const step: Step = (glue, session) => glue.today(session, day);
      this.#ledger.take("today", step, step, () => new RubricError("this day cannot be set", { path: "today" }));
    }
    for (const [name, value] of members(options.settings, "settings")) this.#answer("settings", "settings", name, value);
    for (const [name, value] of members(options.answers, "answers")) this.#answer("asks", "answers", name, value);
    for (const [name, items] of members(options.evidence, "evidence")) {
      list(items, at("evidence", name), "evidence").forEach((facts, index) => this.#attach(name, facts, {}, `evidence.${name}[${index}]`));
    }
    for (const [name, text] of members(options.comments, "comments")) this.#comment(name, text);
  }

  #rate(name: string, value: Exclude<RatingInput, null>): Moved {
    const row = this.#row(name);
    const known = this.#outlined(row);
    if (known.workedOut) throw refusal(known, value, 10);
    const call = ratingOf(known, value);
    if (call[0] === "left out") return this.#leaveOut(row, call[1]);
    const step = rating(row, call);
    this.#ledger.take((this.#rowKeys[row] ??= `row ${row}`), step, step, (status) => refusal(known, value, status));
    return this.#reasons.delete(row) ? { row } : {};
  }

  #leaveOut(row: number, reason: unknown): Moved {
    const known = this.#outlined(row);
    const words = wordsOf(reason, "a reason", `rows.${known.name}`);
    const has = words.trim() !== "";
    const step: Step = (glue, session) => glue.leave_out(session, row, has ? 1 : 0);
    this.#ledger.take(`row ${row}`, step, step, (status) => refusal(known, { leftOut: reason }, status));
    return kept(this.#reasons, row, has ? words : null) ? { row } : {};
  }

  #clear(name: string): Moved {
    const row = this.#row(name);
    this.#ledger.take(`row ${row}`, null, (glue, session) => glue.clear(session, row), () => new RubricError(`the rating of \`${name}\` could not be taken back`, { path: at("rows", name) }));
    return this.#reasons.delete(row) ? { row } : {};
  }

  #comment(name: string, text: unknown): Moved {
    const path = at("comments", name);
    const row = this.#row(name, path);
    const words = wordsOf(text, "a comment", path);
    const kind = words.trim() === "" ? 0 : LINK.test(words) ? 2 : 1;
    const step: Step = (glue, session) => glue.comment(session, row, kind);
    this.#ledger.take(`comment ${row}`, kind === 0 ? null : step, step, () => new RubricError(`\`${name}\` takes no comment`, { path }));
    return kept(this.#comments, row, kind === 0 ? null : words) ? { row } : {};
  }

  #answer(kind: (typeof KINDS)[number], option: string, name: string, value: unknown): Moved {
    const path = at(option, name);
    const inputs = this.#rubric.outline[kind];
    const index = inputs.findIndex((input) => input.name === name);
    const input = inputs[index];
    if (!input) throw new RubricError(`there is no ${kind === "asks" ? "question" : "setting"} ${shown(name)} in this rubric${listed(inputs)}`, { path });
    const reply = value === null ? null : replyOf(input, value, path, this.#numbers);
    const [way, n, d] = reply?.call ?? [0, 0, 1];
    const step: Step = (glue, session) => glue.reply(session, KINDS.indexOf(kind), index, way, n, d);
    this.#ledger.take(`${kind} ${index}`, reply && step, step, (status) =>
      status === 7
        ? new RubricError(`${shown(value)} would make the numbers too long to be exact`, { path })
        : new RubricError(`\`${name}\` takes ${inputTakes(input)}, not ${shown(value)}`, { path }),
    );
    return kept(this.#replies[kind], index, reply?.text ?? null) && kind === "asks" ? { ask: index } : {};
  }

  /** A reply as a text shows it; nothing while there is none. */
  #reply(kind: (typeof KINDS)[number], index: number): string | null {
    const given = this.#replies[kind].get(index);
    const input = this.#rubric.outline[kind][index];
    if (given !== undefined || !input || (kind === "asks" && !this.#closed)) return given ?? null;
    const counts = defaultOf(input, this.#today);
    return counts === null ? null : replyOf(input, counts, kind, this.#numbers).text;
  }

  #slot(name: string, path = at("evidence", name)): number {
    const { evidence } = this.#rubric.outline;
    const index = evidence.findIndex((slot) => slot.name === name);
    if (index < 0) throw new RubricError(`there is no evidence slot ${shown(name)} in this rubric${listed(evidence)}`, { path });
    return index;
  }

  #attach(name: string, facts: unknown, about: unknown, path: string): Moved {
    const slot = this.#slot(name, at("evidence", name));
    const { id, given } = factsOf(facts, about, path, (row, place) => this.#rubric.row(row, place));
    const step: Step = (glue, session) => glue.attach(session, slot, [...given]);
    this.#ledger.take(`evidence ${slot} ${id}`, step, step, () => new RubricError(`this cannot be attached to \`${name}\``, { path }));
    return { evidence: true };
  }

  #overrule(name: unknown, to: unknown, about: unknown): Moved {
    const { ladder, place, kept: override } = overruleOf(this.#rubric.outline, name, to, about);
    const index = ladder.ladder;
    const step: Step = (glue, session) => glue.overrule(session, index, place);
    this.#ledger.take(`overrule ${index}`, override && step, step, () => new RubricError(`\`${ladder.name}\` cannot be overruled`, { path: `overrule.${ladder.name}` }));
    const before = this.#overruled.get(index);
    if (override) this.#overruled.set(index, override);
    else this.#overruled.delete(index);
    return before?.to === override?.to && before?.by === override?.by && before?.reason === override?.reason ? {} : { ladder: index };
  }

  #codeAt(name: unknown, row: unknown): readonly [code: number, row: number] {
    return codeOf(this.#rubric.outline, name, row, (row, path) => this.#rubric.row(row, path));
  }

  #code(name: unknown, row: unknown): Moved {
    const [code, on] = this.#codeAt(name, row);
    const step: Step = (glue, session) => glue.code(session, code, on);
    const path = at("codes", name);
    this.#ledger.take(`code ${code} ${on}`, step, step, (status) =>
      status === 7 ? new RubricError("this code would make the numbers too long to be exact", { path }) : new RubricError(`\`${String(name)}\` does not reach \`${on === NONE_AT ? "" : String(row)}\``, { path }),
    );
    return {};
  }

  #close(on: boolean): Moved {
    const step: Step = (glue, session) => glue.close(session, on ? 1 : 0);
    this.#ledger.take("close", on ? step : null, step, () => new RubricError("closing would make the numbers too long to be exact", { path: "close" }));
    const moved = this.#closed !== on;
    this.#closed = on;
    return { all: moved };
  }

  #alive(): void {
    if (this.#disposed) throw new RubricError("this assessment was disposed of");
  }

  #row(name: string, path?: string): number {
    return this.#rubric.row(name, path);
  }

  #outlined(row: number): OutlineRow {
    const known = this.#rubric.outline.rows[row];
    if (!known) throw new RubricError("there is no such row", { path: "rows" });
    return known;
  }

  #changed(also: Moved): Change {
    if (also.evidence) this.#reader.evidence.judge();
    const slots = this.#ledger.slots();
    return this.#reader.update(slots, this.#ledger.changed(), also);
  }
}

/** Why what came in at once was not taken. */
function tooMuch(status: number): RubricError {
  if (status !== 14) return new RubricError("these ratings would make the numbers too long to be exact", { path: "rows" });
  return new RubricError("these settings put the bands of a result out of order: a lower one would need as much as the one above it", { path: "settings" });
}

/** The options that have something for the engine. */
const NAMED = ["today", "settings", "answers", "evidence", "comments"] as const;

/** Keeps a text under an index, or lets it go; whether that changed anything. */
function kept(all: Map<number, string>, index: number, text: string | null): boolean {
  const before = all.get(index) ?? null;
  if (text === null) all.delete(index);
  else all.set(index, text);
  return before !== text;
}

function wordsOf(text: unknown, what: string, path: string): string {
  if (typeof text !== "string") throw new RubricError(`${what} is a text, not ${shown(text)}`, { path });
  if (text.length > MOST_WORDS) throw new RubricError(`${what} has at most ${MOST_WORDS} characters`, { path });
  return text;
}

function rating(row: number, call: Exclude<Call, readonly ["left out", string]>): Step {
  switch (call[0]) {
    case "level":
      return (glue, session) => glue.rate_level(session, row, call[1]);
    case "met":
      return (glue, session) => glue.rate_met(session, row, call[1]);
    default:
      return (glue, session) => glue.rate_number(session, row, call[1], call[2]);
  }
}
