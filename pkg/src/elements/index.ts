import { RubricAssessment } from "./assessment.js";
import type { RubricElement } from "./base.js";
import { RubricEditor } from "./editor.js";
import { RubricEvidenceSlot } from "./evidence-slot.js";
import { RubricPortfolio } from "./portfolio.js";
import { RubricReport } from "./report.js";

export type { EvidenceEvents, RubricAttachEvent, RubricDetachEvent, RubricPortfolioEvent } from "./slot/events.js";
export { type EvidenceFile, type EvidenceFiles, evidenceFiles, takeFiles } from "./slot/files.js";
export type { RubricChangeEvent, RubricDiagnosticsEvent, RubricEditEvent, RubricErrorEvent, RubricEvents, RubricReadyEvent, RubricSaveEvent } from "./events.js";
export { RubricAssessment, RubricEditor, RubricEvidenceSlot, RubricPortfolio, RubricReport };

/** Every element, by what stands behind the prefix. */
const ELEMENTS: Readonly<Record<string, typeof RubricElement>> = {
  assessment: RubricAssessment,
  editor: RubricEditor,
  "evidence-slot": RubricEvidenceSlot,
  portfolio: RubricPortfolio,
  report: RubricReport,
};

/**
 * Registers the elements under another prefix: `define("school")` makes
 * `<school-assessment>` and its fellows. The usual names are registered by
 * importing this module. A name that is taken stays what it is; where there is
 * no document, as on a server, nothing happens.
 */
export function define(prefix = "rubric"): void {
  if (typeof document === "undefined") return;
  for (const [name, element] of Object.entries(ELEMENTS)) {
    const tag = `${prefix}-${name}`;
    if (customElements.get(tag)) continue;
    // A class has one name only, so every prefix has classes of its own.
    customElements.define(tag, prefix === "rubric" ? element : class extends element { static override prefix = prefix; });
  }
}

define();

declare global {
  interface HTMLElementTagNameMap {
    "rubric-assessment": RubricAssessment;
    "rubric-editor": RubricEditor;
    "rubric-evidence-slot": RubricEvidenceSlot;
    "rubric-portfolio": RubricPortfolio;
    "rubric-report": RubricReport;
  }
}
