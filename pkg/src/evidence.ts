import { differs, type Source } from "./outcome.js";
import { findingOf } from "./precheck.js";
import { Records } from "./records.js";
import type { EvidenceOutcome, EvidenceState, FindingOut, SlotOutcome } from "./types.js";

/** Numbers of a slot: whether it is asked, and its state. */
export const SLOT = 2;
const STATES: readonly EvidenceState[] = ["complete", "incomplete", "needs a look", "unchecked"];
/** From best to worst. */
const ORDER: readonly EvidenceState[] = ["complete", "unchecked", "needs a look", "incomplete"];

/** How a slot stands; nothing where it is not asked. */
export function slotState(source: Source, index: number, slot: (at: number) => number): EvidenceState | null {
  const at = source.layout.evidence + index * SLOT;
  return slot(at) === 1 ? (STATES[slot(at + 1)] ?? "incomplete") : null;
}

/**
 * The evidence of an outcome. The numbers hold the states; the findings are
 * texts, and cross only when evidence came or went.
 */
export class Evidence {
  readonly #source: Source;
  readonly #slots: Records<SlotOutcome>;
  /** What the precheck said last, by slot, and the same as text to compare by. */
  readonly #found: (readonly FindingOut[])[];
  readonly #told: string[];
  readonly #stale: Set<number>;
  /** Slots of which the precheck says something else than before. */
  readonly #said = new Set<number>();
  #judged = false;
  #kept: EvidenceOutcome | null = null;

  constructor(source: Source) {
    this.#source = source;
    const { evidence } = source.outline;
    this.#slots = new Records(evidence.map(({ name }) => name));
    this.#found = evidence.map(() => []);
    this.#told = evidence.map(() => "");
    this.#stale = new Set(evidence.keys());
  }

  /** Makes sure that it is known what the precheck says before an edit. */
  expect(): void {
    if (this.#judged) return;
    this.judge();
    this.#said.clear();
  }

  /** Takes new numbers in; the slots that differ, by name. */
  update(before: Float64Array, slots: Float64Array): string[] {
    const { outline, layout } = this.#source;
    const moved: string[] = [];
    outline.evidence.forEach(({ name }, index) => {
      if (!this.#said.has(index) && !differs(before, slots, layout.evidence + index * SLOT, SLOT)) return;
      this.#stale.add(index);
      moved.push(name);
    });
    this.#said.clear();
    if (moved.length > 0) this.#kept = null;
    return moved;
  }

  /** The evidence as it stands. */
  read(now: Float64Array): EvidenceOutcome {
    if (this.#kept) return this.#kept;
    const { outline } = this.#source;
    this.expect();
    const states = outline.evidence.map((_, index) => slotState(this.#source, index, (at) => now[at] ?? 0));
    for (const index of this.#stale) {
      const state = states[index] ?? null;
      const findings = state === null ? [] : (this.#found[index] ?? []).map((found) => findingOf(this.#source, found));
      this.#slots.set(index, Object.freeze({ state: state ?? "complete", asked: state !== null, findings: Object.freeze(findings) }));
    }
    this.#stale.clear();
    const worst = Math.max(0, ...states.map((state) => (state === null ? 0 : ORDER.indexOf(state))));
    return (this.#kept = Object.freeze({ state: ORDER[worst] ?? "complete", slots: this.#slots.read() }));
  }

  /** Asks the precheck what it says now. Not between reading numbers and taking them in: memory may grow. */
  judge(): void {
    const all = this.#source.outline.evidence.length > 0 ? this.#source.findings() : [];
    this.#found.forEach((_, index) => {
      const found = all.filter(({ slot }) => slot === index);
      const told = JSON.stringify(found);
      if (told === this.#told[index]) return;
      this.#found[index] = found;
      this.#told[index] = told;
      this.#said.add(index);
    });
    this.#judged = true;
  }
}
