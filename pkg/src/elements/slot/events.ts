import type { Assessment } from "../../assessment.js";
import type { Portfolio } from "../../portfolio-types.js";
import type { Facts } from "../../types.js";

/** A piece of evidence is there now, whoever attached it or took its removal back; its file, where it is one, for the host to keep. */
export type RubricAttachEvent = CustomEvent<{
  readonly assessment: Assessment;
  readonly slot: string;
  /** The id of the facts: with the slot it names the piece. */
  readonly id: string;
  readonly facts: Facts;
  /** `null` for a link, and for a file that is not in this page. */
  readonly file: Blob | null;
}>;

/** A piece is gone: its file need not be kept. When that is taken back, `rubric-attach` follows. */
export type RubricDetachEvent = CustomEvent<{
  readonly assessment: Assessment;
  readonly slot: string;
  readonly id: string;
}>;

/** A portfolio was opened, checked, and the person wants to go on with it. */
export type RubricPortfolioEvent = CustomEvent<{
  readonly portfolio: Portfolio;
}>;

/** The events of evidence. All of them bubble and leave shadow roots. */
export interface EvidenceEvents {
  /** A piece of evidence was attached. */
  "rubric-attach": RubricAttachEvent;
  /** A piece of evidence was taken out. */
  "rubric-detach": RubricDetachEvent;
  /** A portfolio was packed or opened. */
  "rubric-portfolio": RubricPortfolioEvent;
}

declare global {
  interface GlobalEventHandlersEventMap extends EvidenceEvents {}
}

export function tell<K extends keyof EvidenceEvents>(from: EventTarget, name: K, detail: EvidenceEvents[K]["detail"]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
