import type { ChangeSpec, StateCommand, Text } from "@codemirror/state";
import { editing } from "./config.js";

/** Puts the rubric into one style; lines that stay are not touched, so that the cursor keeps its place. */
export const formatRubric: StateCommand = ({ state, dispatch }) => {
  const now = state.facet(editing);
  if (!now || state.readOnly) return false;
  const text = now.engine.format(state.doc.toString());
  const changes = lineChanges(state.doc, state.toText(text));
  if (changes.length > 0) dispatch(state.update({ changes, userEvent: "input.format", scrollIntoView: true }));
  return true;
};

/** Changes line by line where as many lines come as go; else one for all that lies between the lines that stay. */
export function lineChanges(old: Text, now: Text): ChangeSpec[] {
  const same = Math.min(old.lines, now.lines);
  let head = 0;
  while (head < same && old.line(head + 1).text === now.line(head + 1).text) head += 1;
  let tail = 0;
  while (tail < same - head && old.line(old.lines - tail).text === now.line(now.lines - tail).text) tail += 1;
  const [gone, come] = [old.lines - head - tail, now.lines - head - tail];
  if (gone === 0 && come === 0) return [];
  if (gone === come) return Array.from({ length: gone }, (_, index) => lineChange(old.line(head + index + 1), now.line(head + index + 1).text)).flat();
  // Whole lines with the break before them, or, at the top, the one behind them.
  const from = head > 0 ? old.line(head).to : 0;
  const to = tail > 0 ? (head > 0 ? old.line(old.lines - tail).to : old.line(old.lines - tail + 1).from) : old.length;
  const start = head > 0 ? now.line(head).to : 0;
  const end = tail > 0 ? (head > 0 ? now.line(now.lines - tail).to : now.line(now.lines - tail + 1).from) : now.length;
  return [{ from, to, insert: now.slice(start, end) }];
}

/** Only the blanks a line begins with, where the rest stays; else what differs in it. */
function lineChange({ from, text }: { readonly from: number; readonly text: string }, now: string): ChangeSpec[] {
  if (text === now) return [];
  let head = 0;
  while (head < Math.min(text.length, now.length) && text[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(text.length, now.length) - head && text[text.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return [{ from: from + head, to: from + text.length - tail, insert: now.slice(head, now.length - tail) }];
}
