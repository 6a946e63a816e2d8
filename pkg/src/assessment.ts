import type { Engine, Glue } from "./engine.js";
import { RubricError } from "./errors.js";
import { type Call, dayOf, factsOf, inputTakes, ratingOf, refusal, replyOf, shown } from "./given.js";
import { Numbers } from "./number.js";
import { laddersOf, Reader, type Source } from "./outcome.js";
import { record } from "./records.js";
import type { Rubric } from "./rubric.js";
import type { Change, Facts, Outcome, OutlineInput, Overruled, Rating, RatingInput, ReplyInput, ScoreOptions, StartOptions } from "./types.js";

/** Something that was given, as the engine takes it: 0 when it was taken. */
type Step = (engine: Glue, session: number) => number;

/** The largest index stands for none. */
const NONE_AT = 0xffffffff;
const LINK = /\bhttps?:\/\/\S/i;

/** A live assessment: what one person gave, and where it stands after each edit. */
export class Assessment {
  readonly #engine: Engine;
  readonly #rubric: Rubric;
  readonly #reader: Reader;
  /** Everything given, by what it is about: enough to build a session anew. */
  readonly #given = new Map<string, Step>();
  readonly #comments = new Map<number, string>();
  readonly #reasons = new Map<number, string>();
  readonly #overruled = new Map<number, Overruled>();
  #closed = false;
  #handle = 0;
  #generation = 0;
  #disposed = false;

  /** Use `rubric.start()`. */
  constructor(engine: Engine, rubric: Rubric, options: StartOptions) {
    this.#engine = engine;
    this.#rubric = rubric;
    const rater = options.rater ?? null;
    if (rater !== null && (typeof rater.id !== "string" || typeof rater.role !== "string")) throw new RubricError("a rater has an id and a role, both texts", { path: "rater" });
    const source: Source = {
      outline: rubric.outline,
      layout: rubric.layout,
      numbers: new Numbers(options.locale),
      version: rubric.version,
      contentHash: rubric.contentHash,
      structureHash: rubric.structureHash,
      ladders: laddersOf(rubric.outline),
      view: rater === null ? null : Object.freeze({ id: rater.id, role: rater.role }),
      exact: (slot) => engine.call((glue) => glue.exact(this.#session(), slot)) ?? "",
      findings: () => engine.call((glue) => glue.findings(this.#session())),
      comment: (row) => this.#comments.get(row) ?? null,
      reason: (row) => this.#reasons.get(row) ?? null,
      overruled: (ladder) => this.#overruled.get(ladder) ?? null,
      closed: () => this.#closed,
    };
    this.#reader = new Reader(source, engine.slots(this.#session()));
    this.#hold(() => this.#begin(options));
  }

  /** Where the assessment stands. A frozen snapshot; unchanged members are the same objects. */
  get outcome(): Outcome {
    this.#alive();
    return this.#reader.read();
  }

  /**
   * Rates a row: a criterion with a level's name, or with a number that is the
   * points of exactly one level or a mark inside its range; a check with `true`
   * or `false`; a number with a number or an exact text such as `"49/10"`.
   * `null` takes the rating back.
   *
   * @throws RubricError when there is no such row or it does not take the value; nothing changes then.
   */
  rate(name: string, value: RatingInput): Change {
    const row = this.#row(name);
    if (value === null) return this.clear(name);
    const before = this.#reasons.get(row);
    this.#set(row, name, value);
    return this.#changed(before === this.#reasons.get(row) ? {} : { row });
  }

  /** Leaves a row out as not applicable, where the rubric allows it; some rows ask for a reason. */
  notApplicable(name: string, reason = ""): Change {
    const row = this.#row(name);
    const before = this.#reasons.get(row);
    this.#leaveOut(row, name, reason);
    return this.#changed(before === reason ? {} : { row });
  }

  /** Takes a rating back, or the row back in. */
  clear(name: string): Change {
    const row = this.#row(name);
    this.#take(`row ${row}`, null, (glue, session) => glue.clear(session, row), () => new RubricError(`the rating of \`${name}\` could not be taken back`, { path: `rows.${name}` }));
    return this.#changed(this.#reasons.delete(row) ? { row } : {});
  }

  /** Puts a comment beside a row; an empty one takes it away. */
  comment(name: string, text: string): Change {
    const row = this.#row(name);
    const before = this.#comments.get(row);
    this.#comment(row, name, text);
    return this.#changed(before === this.#comments.get(row) ? {} : { row });
  }

  /** Answers a question of the rubric; `null` takes the answer back. */
  answer(name: string, value: ReplyInput): Change {
    this.#alive();
    this.#reply(this.#rubric.outline.asks, 0, "answers", name, value);
    return this.#changed({});
  }

  /** Attaches a piece of evidence; one with the same id in this slot is replaced. `shows` names rows it is evidence for. */
  attach(slot: string, facts: Facts, about: { readonly shows?: readonly string[] } = {}): Change {
    this.#alive();
    this.#attach(slot, about.shows ? { ...facts, shows: about.shows } : facts, `evidence.${slot}`);
    return this.#changed({ evidence: true });
  }

  /** Takes a piece of evidence out of a slot. */
  detach(slot: string, id: string): Change {
    this.#alive();
    const index = this.#slot(slot, `evidence.${slot}`);
    const missing = () => new RubricError(`there is nothing with the id ${shown(id)} in \`${slot}\``, { path: `evidence.${slot}` });
    if (typeof id !== "string") throw missing();
    this.#take(`evidence ${index} ${id}`, null, (glue, session) => glue.detach(session, index, id), missing);
    return this.#changed({ evidence: true });
  }

  /** Writes a text into a slot, such as a reflection; an empty one takes it away. */
  write(slot: string, text: string): Change {
    if (typeof text !== "string") throw new RubricError(`a text is written here, not ${shown(text)}`, { path: `evidence.${slot}` });
    const id = "text";
    if (text.trim() !== "") return this.attach(slot, { id, kind: "text", text });
    this.#alive();
    const index = this.#slot(slot, `evidence.${slot}`);
    return this.#given.has(`evidence ${index} ${id}`) ? this.detach(slot, id) : this.#changed({});
  }

  /** Sets the outcome of a result or an award by hand, where the rubric allows it; `null` lifts that again. What was worked out is kept beside it. */
  overrule(name: string, to: string | null, about: { readonly by: string; readonly reason?: string } = { by: "" }): Change {
    this.#alive();
    const ladder = this.#overrule(name, to, about);
    return this.#changed({ ladder });
  }

  /** Gives a condition code instead of ratings; one for `this row` names the row. */
  code(name: string, row?: string): Change {
    this.#alive();
    this.#code(name, row);
    return this.#changed({});
  }

  /** Takes every code back. */
  clearCode(): Change {
    this.#alive();
    this.#take("", null, (glue, session) => glue.clear_codes(session), () => new RubricError("the codes could not be taken back"));
    for (const key of [...this.#given.keys()]) if (key.startsWith("code ")) this.#given.delete(key);
    return this.#changed({});
  }

  /** Closes the assessment: defaults and policies count, what is still open is undefined. */
  close(): Change {
    return this.#close(true);
  }

  /** Opens it again. */
  reopen(): Change {
    return this.#close(false);
  }

  /** Takes many things in and works the outcome out once. Not part of the public surface. */
  scoreAll(ratings: readonly (readonly [string, RatingInput])[], options: ScoreOptions): void {
    this.#hold(() => {
      for (const [name, value] of ratings) if (value !== null) this.#set(this.#row(name), name, value);
      for (const { code, row } of options.codes ?? []) this.#code(code, row);
      for (const { award, to, by, reason } of options.overrule ?? []) this.#overrule(award, to, reason === undefined ? { by } : { by, reason });
      if (options.close) this.#close(true);
    });
  }

  /** Lets the assessment go. May be called more than once. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (this.#generation === this.#engine.generation) this.#engine.call((glue) => glue.dispose_session(this.#handle));
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #begin(options: StartOptions): void {
    const { outline } = this.#rubric;
    if (options.today !== undefined) {
      const day = dayOf(options.today, "today");
      this.#take("today", null, (glue, session) => glue.today(session, day), () => new RubricError("this day cannot be set", { path: "today" }), true);
    }
    for (const [name, value] of members(options.settings, "settings")) this.#reply(outline.settings, 1, "settings", name, value as ReplyInput);
    for (const [name, value] of members(options.answers, "answers")) this.#reply(outline.asks, 0, "answers", name, value as ReplyInput);
    for (const [name, items] of members(options.evidence, "evidence")) {
      if (!Array.isArray(items)) throw new RubricError(`a slot takes a list of evidence, not ${shown(items)}`, { path: `evidence.${name}` });
      items.forEach((facts: unknown, index) => this.#attach(name, facts, `evidence.${name}[${index}]`));
    }
    for (const [name, text] of members(options.comments, "comments")) this.#comment(this.#row(name, `comments.${name}`), name, text);
  }

  /** Works the outcome out once, after much came in; nothing of it when it is refused. */
  #hold(work: () => void): void {
    this.#engine.call((glue) => glue.hold(this.#session(), 1));
    work();
    const status = this.#engine.call((glue) => glue.hold(this.#session(), 0));
    if (status === 14) throw new RubricError("these settings put the bands of a result out of order: a lower one would need as much as the one above it", { path: "settings" });
    if (status !== 0) throw new RubricError("these ratings would make the numbers too long to be exact", { path: "rows" });
    this.#changed({ all: true, evidence: true });
  }

  #set(row: number, name: string, value: Exclude<RatingInput, null>): void {
    const path = `rows.${name}`;
    if (typeof value === "object") {
      const given = value as { leftOut?: unknown; points?: unknown };
      if (typeof given.leftOut === "string") return this.#leaveOut(row, name, given.leftOut);
      if (typeof given.points !== "string" && typeof given.points !== "number") throw this.#refused(row, value, 3);
      return this.#set(row, name, given.points);
    }
    const known = this.#rubric.outline.rows[row];
    if (!known) throw new RubricError(`there is no row \`${name}\``, { path });
    if (known.workedOut) throw refusal(known, value, 10);
    const call: Call = ratingOf(known, value as Exclude<Rating, null>);
    this.#take(`row ${row}`, rating(row, call), rating(row, call), (status) => this.#refused(row, value, status));
    this.#reasons.delete(row);
  }

  #refused(row: number, value: unknown, status: number): RubricError {
    const known = this.#rubric.outline.rows[row];
    return known ? refusal(known, value, status) : new RubricError("there is no such row");
  }

  #leaveOut(row: number, name: string, reason: unknown): void {
    if (typeof reason !== "string") throw new RubricError(`a reason is a text, not ${shown(reason)}`, { path: `rows.${name}` });
    const step: Step = (glue, session) => glue.leave_out(session, row, reason.trim() === "" ? 0 : 1);
    this.#take(`row ${row}`, step, step, (status) => this.#refused(row, { leftOut: reason }, status));
    this.#reasons.set(row, reason);
  }

  #comment(row: number, name: string, text: unknown): void {
    if (typeof text !== "string") throw new RubricError(`a comment is a text, not ${shown(text)}`, { path: `comments.${name}` });
    const kind = text.trim() === "" ? 0 : LINK.test(text) ? 2 : 1;
    const step: Step = (glue, session) => glue.comment(session, row, kind);
    this.#take(`comment ${row}`, kind === 0 ? null : step, step, () => new RubricError(`\`${name}\` takes no comment`, { path: `comments.${name}` }));
    if (kind === 0) this.#comments.delete(row);
    else this.#comments.set(row, text);
  }

  #reply(inputs: readonly OutlineInput[], setting: 0 | 1, kind: string, name: string, value: ReplyInput): void {
    const path = `${kind}.${name}`;
    const index = inputs.findIndex((input) => input.name === name);
    const input = inputs[index];
    if (!input) throw new RubricError(`there is no ${setting ? "setting" : "question"} \`${name}\` in this rubric${listed(inputs)}`, { path });
    const [way, n, d] = replyOf(input, value, path);
    const step: Step = (glue, session) => glue.reply(session, setting, index, way, n, d);
    this.#take(`${kind} ${index}`, way === 0 ? null : step, step, (status) =>
      status === 14
        ? new RubricError(`with \`${name}\` at ${shown(value)} a band of a result would need as much as the one above it`, { path })
        : new RubricError(`\`${name}\` takes ${inputTakes(input)}, not ${shown(value)}`, { path }),
    );
  }

  #slot(name: string, path: string): number {
    const index = this.#rubric.outline.evidence.findIndex((slot) => slot.name === name);
    if (index < 0) throw new RubricError(`there is no evidence slot \`${name}\` in this rubric${listed(this.#rubric.outline.evidence)}`, { path });
    return index;
  }

  #attach(name: string, facts: unknown, path: string): void {
    const slot = this.#slot(name, path);
    const clean = factsOf(facts, path, (row, at) => this.#rubric.row(row, at));
    const step: Step = (glue, session) => glue.attach(session, slot, clean.given);
    this.#take(`evidence ${slot} ${clean.id}`, step, step, () => new RubricError(`this cannot be attached to \`${name}\``, { path }));
  }

  #overrule(name: string, to: string | null, about: { readonly by: string; readonly reason?: string }): number {
    const path = `awards.${name}`;
    const { results, awards } = this.#rubric.outline;
    const ladder = [...awards, ...results].find((one) => one.name === name);
    if (!ladder) throw new RubricError(`there is no result or award \`${name}\` in this rubric${listed([...awards, ...results])}`, { path });
    if (ladder.overruledBy === null) throw new RubricError(`the rubric does not allow \`${name}\` to be overruled`, { path });
    const place = to === null ? NONE_AT : ladder.otherwise?.name === to ? ladder.rungs.length : ladder.rungs.findIndex((rung) => rung.name === to);
    if (place < 0) throw new RubricError(`\`${name}\` has no rung ${shown(to)}`, { path });
    const { by, reason = "" } = about;
    if (to !== null && (typeof by !== "string" || by.trim() === "")) throw new RubricError(`say who overrules \`${name}\`: { by: "${ladder.overruledBy}" }`, { path });
    if (to !== null && ladder.overruledWithReason && reason.trim() === "") throw new RubricError(`\`${name}\` may be overruled with a reason only; say why`, { path });
    const step: Step = (glue, session) => glue.overrule(session, ladder.ladder, place);
    this.#take(`overrule ${ladder.ladder}`, to === null ? null : step, step, () => new RubricError(`\`${name}\` cannot be overruled`, { path }));
    if (to === null) this.#overruled.delete(ladder.ladder);
    else this.#overruled.set(ladder.ladder, Object.freeze({ by, to, reason: reason === "" ? null : reason }));
    return ladder.ladder;
  }

  #code(name: string, row: string | undefined): void {
    const path = `codes.${name}`;
    const { codes } = this.#rubric.outline;
    const index = codes.findIndex((code) => code.name === name);
    const known = codes[index];
    if (!known) throw new RubricError(`there is no code \`${name}\` in this rubric${listed(codes)}`, { path });
    if (known.thisRow && row === undefined) throw new RubricError(`\`${name}\` is given on one row: say which`, { path });
    const at = known.thisRow && row !== undefined ? this.#row(row, path) : NONE_AT;
    const step: Step = (glue, session) => glue.code(session, index, at);
    this.#take(`code ${index} ${at}`, step, step, () => new RubricError(`\`${name}\` does not reach \`${row ?? ""}\``, { path }));
  }

  #close(on: boolean): Change {
    this.#alive();
    const step: Step = (glue, session) => glue.close(session, on ? 1 : 0);
    this.#take("close", on ? step : null, step, () => new RubricError("closing would make the numbers too long to be exact"));
    this.#closed = on;
    return this.#changed({ all: true });
  }

  /** Gives something to the engine; what stays is kept under a name, so that a session can be built anew. */
  #take(key: string, kept: Step | null, step: Step, refused: (status: number) => RubricError, first = false): void {
    const status = this.#engine.call((glue) => step(glue, this.#session()));
    if (status !== 0) throw refused(status);
    if (kept !== null || first) this.#given.set(key, kept ?? step);
    else this.#given.delete(key);
  }

  #alive(): void {
    if (this.#disposed) throw new RubricError("this assessment was disposed of");
  }

  #row(name: string, path?: string): number {
    this.#alive();
    return this.#rubric.row(name, path);
  }

  #changed(also: { readonly row?: number; readonly ladder?: number; readonly evidence?: boolean; readonly all?: boolean }): Change {
    return this.#reader.update(this.#engine.slots(this.#session()), also);
  }

  /** The engine's session; after a fault it is built anew from what was given. */
  #session(): number {
    if (this.#generation !== this.#engine.generation) {
      const handle = this.#engine.call((glue) => glue.start(this.#rubric.handle()));
      if (handle === 0) throw new RubricError("this rubric was disposed of");
      this.#engine.call((glue) => {
        glue.hold(handle, 1);
        for (const step of this.#given.values()) step(glue, handle);
        glue.hold(handle, 0);
      });
      this.#handle = handle;
      this.#generation = this.#engine.generation;
    }
    return this.#handle;
  }
}

function rating(row: number, call: Call): Step {
  switch (call[0]) {
    case "level":
      return (glue, session) => glue.rate_level(session, row, call[1]);
    case "met":
      return (glue, session) => glue.rate_met(session, row, call[1]);
    default:
      return (glue, session) => glue.rate_number(session, row, call[1], call[2]);
  }
}

/** The own members of a plain object, in order. */
export function members(given: unknown, path: string): [string, unknown][] {
  if (given === undefined || given === null) return [];
  if (typeof given !== "object" || Array.isArray(given)) throw new RubricError(`\`${path}\` is an object of names and values, not ${shown(given)}`, { path });
  return Object.entries(Object.assign(record<unknown>(), given));
}

function listed(all: readonly { readonly name: string }[]): string {
  const names = all.slice(0, 8).map(({ name }) => name).join(", ");
  return names === "" ? "" : `; there is ${names}${all.length > 8 ? ", ..." : ""}`;
}
