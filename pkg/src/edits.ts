import { RubricError } from "./errors.js";
import { factsOf } from "./facts.js";
import { codeOf, dayOf, inputTakes, missing, NONE_AT, overruleOf, ratingOf, refusal, refused, replyOf } from "./given.js";
import type { Ledger, Refused } from "./ledger.js";
import type { Moved } from "./outcome.js";
import { at, shown } from "./read.js";
import type { Rubric } from "./rubric.js";
import type { Voice } from "./texts/voice.js";
import { alike, dayInForce, type Edit, type Kind, type Value } from "./store.js";
import type { Outline, OutlineRow, RatingInput } from "./types.js";

/** What a text that was written into a slot is called there. */
const WRITTEN = "text";
/** UTF-16 units of a comment or a reason. */
const MOST_WORDS = 1 << 16;

/** What a caller hands over, read and put among what is given. Each says what it moved. */
export class Edits {
  readonly #rubric: Rubric;
  readonly #ledger: Ledger;
  readonly #voice: Voice;
  /** In the reader's language. */
  readonly #outline: Outline;

  constructor(rubric: Rubric, ledger: Ledger, voice: Voice) {
    this.#rubric = rubric;
    this.#ledger = ledger;
    this.#voice = voice;
    this.#outline = rubric.outlineIn(voice.locale);
  }

  rate(name: string, value: Exclude<RatingInput, null>): Moved {
    const row = this.#row(name);
    const known = this.#outlined(row);
    if (known.workedOut) throw refusal(this.#voice, known, value, 10);
    const call = ratingOf(this.#voice, known, value);
    if (call[0] === "left out") return this.leaveOut(name, call[1]);
    return this.#put("rows", row, call, (status) => refusal(this.#voice, known, value, status));
  }

  leaveOut(name: string, reason: unknown): Moved {
    const row = this.#row(name);
    const known = this.#outlined(row);
    const words = wordsOf(reason, "a reason", `rows.${known.name}`);
    return this.#put("rows", row, ["left out", words.trim() === "" ? "" : words], (status) => refusal(this.#voice, known, { leftOut: reason }, status));
  }

  clear(name: string): Moved {
    return this.#put("rows", this.#row(name), null, () => new RubricError(`the rating of \`${name}\` could not be taken back`, { path: at("rows", name) }));
  }

  comment(name: string, text: unknown): Moved {
    const path = at("comments", name);
    const row = this.#row(name, path);
    const words = wordsOf(text, "a comment", path);
    return this.#put("comments", row, words.trim() === "" ? null : words, () => refused(this.#voice, { kind: "no comment", name }, path));
  }

  answer(kind: "asks" | "settings", name: string, value: unknown): Moved {
    const path = at(kind === "asks" ? "answers" : "settings", name);
    const inputs = this.#outline[kind];
    const index = inputs.findIndex((input) => input.name === name);
    const input = inputs[index];
    if (!input) throw refused(this.#voice, missing(kind === "asks" ? "no question" : "no setting", name, inputs), path);
    const reply = value === null ? null : replyOf(input, value, path, this.#voice);
    return this.#put(kind, index, reply, (status) => {
      if (status === 7) return refused(this.#voice, { kind: "too long", given: shown(value) }, path);
      if (status === 14) return refused(this.#voice, { kind: "bands", name, given: shown(value) }, path);
      return refused(this.#voice, { kind: "takes", name, takes: inputTakes(this.#voice, input), given: shown(value) }, path);
    });
  }

  /** `saved`: it may show rows that only an older version of the rubric had. */
  attach(name: string, facts: unknown, about: unknown, path: string, saved = false): Moved {
    const slot = this.slot(name);
    const item = factsOf(facts, about, path, (row, place) => saved || this.#row(row, place));
    const items = this.#ledger.given.slots[slot] ?? [];
    const known = items.findIndex(({ id }) => id === item.id);
    if (known >= 0 && alike(items[known], item)) return {};
    const after = known >= 0 ? items.map((one, place) => (place === known ? item : one)) : [...items, item];
    return this.#put("slots", slot, Object.freeze(after), () => new RubricError(`this cannot be attached to \`${name}\``, { path }));
  }

  detach(name: string, id: unknown): Moved {
    const slot = this.slot(name);
    const items = this.#ledger.given.slots[slot] ?? [];
    const gone = () => new RubricError(`there is nothing with the id ${shown(id)} in \`${name}\``, { path: at("evidence", name) });
    if (!items.some((item) => item.id === id)) throw gone();
    return this.#put("slots", slot, Object.freeze(items.filter((item) => item.id !== id)), gone);
  }

  write(name: string, text: unknown): Moved {
    const path = at("evidence", name);
    const slot = this.slot(name);
    if (typeof text !== "string") throw new RubricError(`a text is written here, not ${shown(text)}`, { path });
    if (text.trim() !== "") return this.attach(name, { id: WRITTEN, kind: "text", text }, {}, path);
    return this.#ledger.given.slots[slot]?.some(({ id }) => id === WRITTEN) ? this.detach(name, WRITTEN) : {};
  }

  overrule(name: unknown, to: unknown, about: unknown): Moved {
    const { ladder, place, told } = overruleOf(this.#voice, this.#rubric.outline, name, to, about);
    return this.#put("overrides", ladder.ladder, told && { place, told }, () => refused(this.#voice, { kind: "no overruling", name: ladder.name }, `overrule.${ladder.name}`));
  }

  code(name: unknown, row: unknown): Moved {
    const given = codeOf(this.#voice, this.#rubric.outline, name, row, (row, path) => this.#row(row, path));
    const codes = this.#ledger.given.codes[0] ?? [];
    if (codes.some((one) => alike(one, given))) return {};
    const path = at("codes", name);
    return this.#put("codes", 0, Object.freeze([...codes, Object.freeze(given)]), (status) =>
      status === 7
        ? refused(this.#voice, { kind: "too long", given: null }, path)
        : refused(this.#voice, { kind: "no reach", name: String(name), row: given[1] === NONE_AT ? "" : String(row) }, path),
    );
  }

  clearCode(name?: unknown, row?: unknown): Moved {
    const gone = name === undefined ? null : codeOf(this.#voice, this.#rubric.outline, name, row, (row, path) => this.#row(row, path));
    const left = gone === null ? [] : (this.#ledger.given.codes[0] ?? []).filter((one) => !alike(one, gone));
    return this.#put("codes", 0, Object.freeze(left), () => new RubricError("the codes could not be taken back", { path: "codes" }));
  }

  /** Closes it on the day that it is, or opens it again. Closing what is closed leaves its day. */
  close(on: boolean, day = dayInForce(this.#ledger.given)): Moved {
    const { given } = this.#ledger;
    if (on && given.closed[0]) return {};
    return this.#put("closed", 0, on ? Object.freeze({ on: day }) : null, () => new RubricError("closing would make the numbers too long to be exact", { path: "close" }));
  }

  today(day: string): Moved {
    dayOf(day, "today");
    return this.#put("today", 0, day, () => new RubricError("this day cannot be set", { path: "today" }));
  }

  /** The index of a slot. */
  slot(name: string): number {
    const { evidence } = this.#rubric.outline;
    const index = evidence.findIndex((slot) => slot.name === name);
    if (index < 0) throw refused(this.#voice, missing("no slot", name, evidence), at("evidence", name));
    return index;
  }

  #put<K extends Kind>(kind: K, index: number, after: Value<K>, refused: Refused): Moved {
    const edit = this.#ledger.put(kind, index, after, refused);
    return edit ? movedBy(edit, this.#ledger.given.today[0] ?? null) : {};
  }

  #row(name: string, path = at("rows", name)): number {
    const found = this.#rubric.rowAt(name);
    if (found !== undefined) return found;
    const given = typeof name === "string" && name.length <= 40 ? `\`${name}\`` : shown(name);
    throw refused(this.#voice, { ...missing("no row", name, this.#outline.rows), given }, path);
  }

  #outlined(row: number): OutlineRow {
    const known = this.#rubric.outline.rows[row];
    if (!known) throw new RubricError("there is no such row", { path: "rows" });
    return known;
  }
}

/** What an edit moved beside the engine's numbers. */
export function movedBy(edit: Edit, today: string | null): Moved {
  switch (edit.kind) {
    case "rows":
      return reasonOf(edit.before) === reasonOf(edit.after) ? {} : { row: edit.at };
    case "comments":
      return { row: edit.at };
    case "asks":
      return { ask: edit.at };
    case "slots":
      return { evidence: true };
    case "overrides":
      return { ladder: edit.at };
    case "today":
      return { evidence: true, all: true };
    case "closed":
      // On another day files may be too old, or no longer.
      return { all: true, evidence: (edit.before ?? edit.after)?.on !== today };
    default:
      return {};
  }
}

/** Why a row was left out; `null` where it was not, or nobody said. */
export function reasonOf(given: Value<"rows"> | undefined): string | null {
  return given?.[0] === "left out" && given[1] !== "" ? given[1] : null;
}

function wordsOf(text: unknown, what: string, path: string): string {
  if (typeof text !== "string") throw new RubricError(`${what} is a text, not ${shown(text)}`, { path });
  if (text.length > MOST_WORDS) throw new RubricError(`${what} has at most ${MOST_WORDS} characters`, { path });
  return text;
}
