import type { Outcome, Outline, Rung } from "rubricate";
import { el, icon, reconcile, setText } from "./dom.js";
import { awardText, RUNG_WORDS } from "./words.js";

interface RungView {
  readonly element: HTMLElement;
  readonly badge: HTMLElement;
  readonly why: HTMLDetailsElement;
  readonly asks: HTMLElement;
  readonly reasons: HTMLElement;
}

interface AwardView {
  readonly text: HTMLElement;
  readonly rungs: readonly RungView[];
}

/** Every award with its rungs, best first, and what stands in the way of each. */
export class Awards {
  readonly element = el("div", { class: "awards" });
  readonly #awards = new Map<string, AwardView>();

  constructor(awards: Outline["awards"]) {
    for (const award of awards) {
      const view = { text: el("p", { class: "award-text" }), rungs: award.rungs.map((rung) => drawRung(rung.label)) };
      this.#awards.set(award.name, view);
      const rungs = el("ul", { class: "rungs" }, ...view.rungs.map((rung) => rung.element));
      this.element.append(el("section", { class: "award" }, el("h3", {}, award.label), view.text, rungs));
    }
  }

  sync(outcome: Outcome, names: readonly string[]): void {
    for (const name of names) {
      const view = this.#awards.get(name);
      const award = outcome.awards[name];
      if (!view || !award) continue;
      setText(view.text, awardText(award));
      view.rungs.forEach((rung, index) => {
        const now = award.rungs[index];
        if (now) showRung(rung, now);
      });
    }
  }
}

function drawRung(label: string): RungView {
  const badge = el("span", { class: "badge" });
  const asks = el("summary");
  const reasons = el("ul", { class: "reasons" });
  const why = el("details", { class: "why" }, asks, reasons);
  return { element: el("li", { class: "rung" }, el("span", { class: "rung-head" }, el("span", { class: "rung-label" }, label), badge), why), badge, why, asks, reasons };
}

function showRung(view: RungView, rung: Rung): void {
  if (view.element.dataset["state"] !== rung.state) {
    view.element.dataset["state"] = rung.state;
    view.badge.replaceChildren(icon(rung.state), RUNG_WORDS[rung.state]);
  }
  view.why.hidden = rung.reasons.length === 0;
  const short = rung.reasons.filter((reason) => reason.state === "short").length;
  const open = rung.reasons.length - short;
  const parts = [short > 0 ? `${short} in the way` : "", open > 0 ? `${open} still open` : ""];
  setText(view.asks, parts.filter((part) => part !== "").join(", "));
  reconcile(view.reasons, rung.reasons.map((reason, index) => reasonItem(view.reasons.children[index], reason.message, reason.sentence)));
}

/** The line that is there, with its new text; or a new one. */
function reasonItem(there: Element | undefined, message: string | null, sentence: string): Element {
  const item = there ?? el("li", {}, el("strong"), el("span"));
  const [strong, span] = item.children;
  if (strong instanceof HTMLElement) {
    strong.hidden = message === null;
    setText(strong, message ?? "");
  }
  if (span) setText(span, sentence);
  return item;
}
