import type { ExplainedNumber } from "./explanation.js";
import type { Numbers } from "./number.js";
import { exactOf } from "./texts/exact.js";
import type { Voice } from "./texts/voice.js";
import { NONE } from "./number.js";
import type { Num, OutlineRow } from "./types.js";

/** A number from its exact text; empty for none. */
export function numOf(numbers: Numbers, exact: string, percent: boolean): Num {
  if (exact === "") return NONE;
  const [top = "0", bottom = "1"] = exact.split("/");
  const [n, d] = [Number(top), Number(bottom)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return numbers.at(n, d, percent, () => exact);
  return numbers.at(n / d, -1, percent, () => exact);
}

/** A number with its bounds, from both ends and whether it may be (1) or is (2) undefined. */
export function boundsOf(numbers: Numbers, [lo = "", hi = "", undefinedness = "0"]: readonly string[], percent: boolean): ExplainedNumber {
  const empty = undefinedness === "2";
  const mayBeUndefined = undefinedness !== "0";
  const lowest = empty ? NONE : lo === "" ? numbers.at(-1, 0, percent, () => "") : numOf(numbers, lo, percent);
  const highest = empty ? NONE : hi === "" ? numbers.at(1, 0, percent, () => "") : numOf(numbers, hi, percent);
  const known = !mayBeUndefined && lo !== "" && lo === hi;
  const { value, exact, text } = known ? lowest : NONE;
  return Object.freeze({ kind: "number", state: empty ? "undefined" : known ? "known" : "open", value, exact, text, lowest, highest, mayBeUndefined });
}

/** The parts of a list, each behind its comma. */
export const listOf = (text: string): string[] => text.split(",").slice(0, -1);

/** What a rating was or is to be: as `rate` takes it, its name, and its label. */
export interface RatingTold {
  readonly to: string | boolean;
  readonly name: string;
  readonly label: string;
}

/** A rating, as the engine tells it: `l2` a level, `m1` met, `n49/10` a number, `k2,49/10` a mark inside a level. */
export function ratingTold(voice: Voice, row: OutlineRow, text: string): RatingTold | null {
  const { state } = voice.texts;
  const plain = (exact: string) => voice.decimal(exactOf(exact), 6);
  const rest = text.slice(1);
  switch (text[0]) {
    case "l": {
      const level = row.levels[Number(rest) - row.firstLevel];
      return { to: level?.name ?? "", name: level?.name ?? "", label: level?.label ?? "" };
    }
    case "m": return rest === "1" ? { to: true, name: "met", label: state.met } : { to: false, name: "not met", label: state["not met"] };
    case "n": return { to: rest, name: rest, label: plain(rest) };
    case "k": {
      const [place = "", mark = ""] = rest.split(",");
      const level = row.levels[Number(place) - row.firstLevel];
      return { to: mark, name: level?.name ?? "", label: `${level?.label ?? ""} (${plain(mark)})` };
    }
    default: return null;
  }
}
