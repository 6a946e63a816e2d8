import { html } from "lit";
import { icon } from "../../parts/icon.js";
import { exportWork } from "../home/export.js";
import type { StepMaker } from "./step.js";

/** Hand in: the portfolio as a file, and on paper. */
export const handIn: StepMaker = (work, page) => ({
  render: () => html`<p class="buttons"><button type="button" class="primary" @click=${() => void exportWork(work.document(), page)}>${icon("down")}${page.say.home.exportOne}</button></p>`,
});
