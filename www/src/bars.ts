import type { Outcome, ScoreOutcome } from "rubricate";
import { el, setText } from "./dom.js";
import { scoreText } from "./words.js";

/** A score as a bar: solid up to what is certain, striped up to what is still possible. */
interface Bar {
  readonly label: string;
  readonly text: HTMLElement;
  readonly sure: HTMLElement;
  readonly open: HTMLElement;
  /** The ends of the bar. */
  readonly from: number;
  readonly to: number;
}

/** All scores of a rubric. */
export class Bars {
  readonly element = el("ul", { class: "scores" });
  readonly #bars = new Map<string, Bar>();

  /** `blank` is the outcome before anything is rated: its bounds are the ends of the bars. */
  constructor(scores: readonly { readonly name: string; readonly label: string; readonly percent: boolean }[], blank: Outcome) {
    for (const { name, label, percent } of scores) {
      const { lowest, highest, value } = blank.scores[name] ?? { lowest: null, highest: null, value: null };
      const low = lowest?.value ?? value ?? 0;
      const high = highest?.value ?? value ?? 1;
      const bar = {
        label,
        text: el("span", { class: "score-text" }),
        sure: el("span", { class: "sure" }),
        open: el("span", { class: "open" }),
        from: Math.min(0, low),
        to: Math.max(percent ? 1 : low, high),
      };
      this.#bars.set(name, bar);
      this.element.append(draw(bar));
    }
  }

  sync(outcome: Outcome, names: readonly string[]): void {
    for (const name of names) {
      const bar = this.#bars.get(name);
      const score = outcome.scores[name];
      if (bar && score) show(bar, score);
    }
  }
}

function draw(bar: Bar): HTMLElement {
  // The words beside the bar say the same, so the bar itself is not read out.
  const track = el("span", { class: "track", "aria-hidden": "true" }, bar.sure, bar.open);
  const said = el("span", { class: "score-label" }, bar.label, el("span", { class: "unseen" }, ": "));
  return el("li", { class: "score" }, el("span", { class: "score-words" }, said, bar.text), track);
}

function show(bar: Bar, score: ScoreOutcome): void {
  setText(bar.text, scoreText(score));
  const lowest = place(bar, score.lowest.value ?? score.value, 0);
  const highest = place(bar, score.highest.value ?? score.value, score.state === "open" ? 1 : 0);
  bar.sure.style.inlineSize = `${lowest * 100}%`;
  bar.open.style.inlineSize = `${Math.max(0, highest - lowest) * 100}%`;
}

/** Where a value stands between the ends, from 0 to 1. */
function place(bar: Bar, value: number | null, without: number): number {
  if (value === null || bar.to <= bar.from) return without;
  return Math.min(1, Math.max(0, (value - bar.from) / (bar.to - bar.from)));
}
