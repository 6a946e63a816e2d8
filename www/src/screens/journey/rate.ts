import { html } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import "rubricate/elements";
import type { RubricAssessment } from "rubricate/elements";
import type { StepMaker } from "./step.js";

/** Work on it: every row with its levels, and where one stands after each click. */
export const rate: StepMaker = (work, page) => {
  const element = createRef<RubricAssessment>();
  return {
    render: () => html`<rubric-assessment ${ref(element)} class="ratings" .assessment=${work.assessment} .locale=${work.locale}
      ?readonly=${work.readOnly} ?hide-numbers=${work.hideNumbers} heading-level="1">
      <p slot="header" class="lead">${page.say.work.lead}</p>
      <label slot="tools" class="switch"><input type="checkbox" .checked=${work.hideNumbers} ?disabled=${work.readOnly || work.outline.levelsOnly}
        @change=${(event: Event) => work.keep(page.say.work.hideNumbers, (own) => ({ ...own, hideNumbers: (event.target as HTMLInputElement).checked }))} /> ${page.say.work.hideNumbers}</label>
    </rubric-assessment>`,
    reveal: (row) => {
      const shown = element.value;
      void shown?.updateComplete.then(() => shown.show(row));
    },
  };
};
