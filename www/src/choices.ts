import type { OutlineRow, Rating } from "rubricate";
import { el } from "./dom.js";
import { about, clearButton, title, type Rate, type RowView } from "./row-parts.js";
import { pointsText } from "./words.js";

interface Choice {
  readonly value: string | boolean;
  readonly label: string;
  readonly note: string | null;
  readonly text: string | null;
}

function choicesOf(row: OutlineRow): Choice[] {
  if (row.kind === "check") {
    return [
      { value: false, label: "Not met", note: null, text: null },
      { value: true, label: "Met", note: null, text: null },
    ];
  }
  return row.levels.map((level) => ({
    value: level.name,
    label: level.label,
    note: pointsText(level.points),
    text: level.descriptor ?? level.description,
  }));
}

/** A criterion or a check: native radios, so keyboard and screen readers work as they do everywhere. */
export function choices(row: OutlineRow, rate: Rate, depth: number): RowView {
  const id = `row-${row.name}`;
  const described = about(row, `${id}-about`);
  const radios = new Map<Rating, HTMLInputElement>();
  const cards = choicesOf(row).map((choice, index) => card(row, choice, `${id}-${index}`, radios));
  const legend = el("legend", {}, title(row, depth));
  const levels = el("div", { class: `levels levels-${Math.min(cards.length, 6)}` }, ...cards);
  const fieldset = el("fieldset", described ? { "aria-describedby": described.id } : {}, legend, described, levels);
  const first = () => [...radios.values()][0] ?? fieldset;
  const checked = () => [...radios.values()].find((radio) => radio.checked);
  const clear = clearButton(row, () => {
    const next = checked() ?? first();
    rate(null);
    // The button is gone now; the focus goes to the level that was chosen.
    next.focus();
  });
  for (const [value, radio] of radios) radio.addEventListener("change", () => rate(value));
  return {
    element: el("div", { class: "row", id }, fieldset, clear),
    target: () => checked() ?? first(),
    sync(rating) {
      for (const [value, radio] of radios) radio.checked = value === rating;
      clear.hidden = rating === null;
    },
  };
}

/** The name is short and the descriptor is its description, so a screen reader says first what matters first. */
function card(row: OutlineRow, choice: Choice, id: string, radios: Map<Rating, HTMLInputElement>): HTMLElement {
  const described = [choice.note === null ? "" : `${id}-note`, choice.text === null ? "" : `${id}-text`].filter((part) => part !== "").join(" ");
  const radio = el("input", {
    type: "radio",
    name: `row-${row.name}`,
    id,
    value: String(choice.value),
    autocomplete: "off",
    "aria-labelledby": `${id}-name`,
    "aria-describedby": described === "" ? false : described,
  });
  radios.set(choice.value, radio);
  return el(
    "label",
    { class: "level", for: id },
    el("span", { class: "level-head" }, radio, el("span", { class: "level-name", id: `${id}-name` }, choice.label), choice.note === null ? null : el("span", { class: "level-note", id: `${id}-note` }, choice.note)),
    choice.text === null ? null : el("span", { class: "level-text", id: `${id}-text` }, choice.text),
  );
}
