import { load } from "rubricate";
import { SOURCE } from "./demo.js";

const edition = 1;
const rubricate = await load();
const rubric = rubricate.compile(SOURCE);
const assessment = rubric.start({ saved: import.meta.hot?.data.saved ?? null, locale: "en" });
const show = () => {
  const { rows, scores } = assessment.outcome;
  document.querySelector("output").textContent = JSON.stringify({ edition, purpose: rows.purpose.level, pace: rows.pace.points.exact, lowest: scores.total.lowest.exact });
};
assessment.onChange(show);
show();
globalThis.rate = (row, value) => assessment.rate(row, value);

import.meta.hot?.accept();
import.meta.hot?.dispose((data) => {
  data.saved = assessment.save();
  assessment.dispose();
  rubric.dispose();
});
