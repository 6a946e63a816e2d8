import type { AwardOutcome, OutlineRow, Rating, RungState, ScoreOutcome } from "rubricate";

/** The states of a rung, as the page says them. */
export const RUNG_WORDS: Readonly<Record<RungState, string>> = {
  earned: "Earned",
  possible: "Still possible",
  "out of reach": "Out of reach",
  pending: "Pending",
};

/** Where a score stands. */
export function scoreText(score: ScoreOutcome): string {
  if (score.state === "undefined") return "no score";
  if (score.state === "known") return score.text;
  const { lowest, highest } = score;
  if (lowest.text === "" || highest.text === "") return "open";
  return lowest.text === highest.text ? lowest.text : `between ${lowest.text} and ${highest.text}`;
}

/** The same for a narrow bar. */
export function shortScore(score: ScoreOutcome): string {
  const text = scoreText(score);
  return text.startsWith("between ") ? `${score.lowest.text} to ${score.highest.text}` : text;
}

/** Where an award stands. */
export function awardText(award: AwardOutcome): string {
  if (award.rung !== null) {
    // A rung may be earned while the one above it is still possible.
    return award.state === "decided" ? award.label : `${award.label} so far`;
  }
  return award.state === "pending" ? "Pending" : "Not decided yet";
}

/** A rating, in the reader's words. */
export function ratingText(row: OutlineRow, value: Rating): string {
  if (row.kind === "check") return value === true ? "met" : "not met";
  return row.levels.find((level) => level.name === value)?.label ?? plain(String(value));
}

/** What a number row takes. */
export function rangeText(row: OutlineRow): string {
  const from = plain(row.from ?? "0");
  const range = row.to === null ? `${from} or more` : `${from} to ${plain(row.to)}`;
  return row.step === null ? range : `${range}, in steps of ${plain(row.step)}`;
}

/** An exact fraction as a decimal where that is the same number: "1/2" is 0.5, "1/3" stays. */
export function plain(exact: string): string {
  const [top, bottom] = exact.split("/");
  if (bottom === undefined) return exact;
  const text = String(Number(top) / Number(bottom));
  return text.length <= 8 && !text.includes("e") ? text : exact;
}

/** A weight, in words; nothing for the usual one. */
export function weightText(weight: string | null): string | null {
  if (weight === null || weight === "1") return null;
  if (weight === "0") return "Adds nothing to the score";
  const value = Number(plain(weight));
  if (value === 2) return "Counts double";
  return value < 1 ? `Counts ${plain(`${value * 100}`)}%` : `Weight ${plain(weight)}`;
}

/** "1 point", "2 points". */
export function pointsText(points: string): string {
  return `${plain(points)} ${points === "1" ? "point" : "points"}`;
}

/** "1 rating", "2 ratings". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
