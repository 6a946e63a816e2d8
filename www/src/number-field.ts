import type { OutlineRow, Rating } from "rubricate";
import { el, setText } from "./dom.js";
import { about, clearButton, refusal, title, type Rate, type RowView } from "./row-parts.js";
import { plain, rangeText } from "./words.js";

/** Long enough that "1" on the way to "10" is not scored. */
const PAUSE = 500;

/** A number: what it takes is told before, and what is wrong with it beside it. */
export function numberField(row: OutlineRow, rate: Rate, depth: number): RowView {
  const id = `row-${row.name}`;
  const described = about(row, `${id}-about`);
  const error = el("p", { class: "field-error", id: `${id}-error` });
  const input = field(row, `${id}-field`, [described?.id ?? "", `${id}-range`, error.id].join(" ").trim());
  let counted: Rating = null;
  let timer = 0;

  const say = (text: string) => {
    setText(error, text);
    input.toggleAttribute("aria-invalid", false);
    if (text !== "") input.setAttribute("aria-invalid", "true");
  };
  const commit = () => {
    clearTimeout(timer);
    if (input.value === "" && input.validity.badInput) return say("This is not a number.");
    try {
      const value = input.value === "" ? null : input.value;
      if (value !== counted) rate(value);
      say("");
    } catch (problem) {
      say(refusal(problem, row, counted));
    }
  };
  input.addEventListener("change", commit);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(commit, PAUSE);
  });
  const clear = clearButton(row, () => {
    clearTimeout(timer);
    rate(null);
    input.value = "";
    say("");
    input.focus();
  });
  const label = el("label", { for: input.id, class: "number-label" }, title(row, depth));
  const range = el("span", { class: "range", id: `${id}-range` }, rangeText(row));
  return {
    element: el("div", { class: "row", id }, label, described, el("div", { class: "number" }, input, range), error, clear),
    target: () => input,
    sync(rating) {
      counted = rating;
      clear.hidden = rating === null;
      // Not under the person's hands: "4." is on its way to "4.5".
      const shown = rating === null ? "" : plain(String(rating));
      if (document.activeElement !== input) input.value = shown;
    },
  };
}

function field(row: OutlineRow, id: string, described: string): HTMLInputElement {
  const limits: Record<string, string> = {};
  if (row.from !== null) limits["min"] = plain(row.from);
  if (row.to !== null) limits["max"] = plain(row.to);
  const step = row.step === null ? "any" : plain(row.step);
  return el("input", {
    type: "number",
    id,
    inputmode: "decimal",
    autocomplete: "off",
    ...limits,
    // A step such as 1/3 has no decimal; the engine is the judge in any case.
    step: step.includes("/") ? "any" : step,
    "aria-describedby": described,
  });
}
