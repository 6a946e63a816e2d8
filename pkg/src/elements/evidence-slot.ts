import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment } from "../assessment.js";
import { RubricElement } from "./base.js";
import { heading, icon } from "./draw/bits.js";

/**
 * One evidence slot of a live assessment: what it asks, what is in it, and what
 * the precheck says of that. `<rubric-assessment>` makes one for each slot of
 * its rubric; it may also stand alone on a page.
 *
 * The contract with whoever makes one:
 *
 * - `assessment`: the live assessment. The slot draws itself again after every
 *   edit of it, whoever makes it (`assessment.onChange`), and makes its own
 *   edits there (`attach`, `detach`, `write`): no event is needed for them.
 * - `name`: which slot, by name. (Not `slot`: that is an attribute of HTML.)
 * - `locale`: as everywhere; `<rubric-assessment>` sets the one it has itself.
 * - `readonly`: show, and offer no way to change; set too where the host is disabled.
 * - `headingLevel`: of its label.
 */
export class RubricEvidenceSlot extends RubricElement {
  static override properties: PropertyDeclarations = {
    assessment: { attribute: false },
    name: { type: String },
    readonly: { type: Boolean, reflect: true },
    headingLevel: { type: Number, attribute: "heading-level" },
  };

  /** The live assessment. */
  declare assessment: Assessment | null;
  /** The name of the slot. */
  declare name: string;
  /** Nothing can be changed. */
  declare readonly: boolean;
  /** The level of its heading. */
  declare headingLevel: number;

  #leave: (() => void) | null = null;

  constructor() {
    super();
    this.assessment = null;
    this.name = "";
    this.readonly = false;
    this.headingLevel = 3;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#leave = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("assessment")) this.#listen();
  }

  protected override render(): TemplateResult | null {
    const slot = this.assessment?.outline.evidence.find(({ name }) => name === this.name);
    const now = this.assessment?.outcome.evidence.slots[this.name];
    if (!slot || !now) return null;
    const state = now.asked ? html`<span class="badge" data-state=${now.state}>${icon(now.state)}${this.words.term("evidenceState", now.state)}</span>` : this.words.term("notAskedNow");
    return html`
      ${heading(this.headingLevel, slot.label)} ${state}
      ${slot.about === null ? null : html`<p class="muted">${slot.about}</p>`}
      <ul>${now.findings.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>
    `;
  }

  #listen(): void {
    this.#leave?.();
    this.#leave = this.isConnected && this.assessment ? this.assessment.onChange(() => this.requestUpdate()) : null;
  }
}
