/** With an upper-case first letter, unless it is a name such as `pH` or `iPad`. */
export function capital(text: string): string {
  const [first = "", second = ""] = text;
  return second !== second.toLowerCase() ? text : first.toUpperCase() + text.slice(first.length);
}

/** Letters of a file name or a find that are shown. */
const SHOWN = 80;
// Written by their numbers, so that this line reads as it is.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g;

/** Without what would turn the writing round or break the line, and not too long. */
export function plainText(text: string): string {
  const letters = [...text.trim().replace(UNSEEN, "")];
  return `${letters.slice(0, SHOWN).join("")}${letters.length > SHOWN ? "…" : ""}`;
}
