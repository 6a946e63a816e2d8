// How long a page has to wait for each call, by the size of the rubric: in milliseconds.
// `crossing` is what is left to the page when the engine is in a worker: reading what came of `compile` and an outcome.
import { load } from "../dist/node.js";

const rubricate = await load();
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [12, 60, 200, 1000, 5000];
const source = (rows) => `rubric t {\n  scale m { low 0 "Low"; mid 1 "Mid"; high 2 "High" }\n${Array.from({ length: rows }, (_, at) => `  criterion r${at} "Row ${at}" on m { low "Little of it." advise "More of it." }`).join("\n")}\n  score s "Score" = percent of criteria\n  award w "Award" { yes "Yes" { needs s is at least 50%; needs every criterion is at least mid }; otherwise no_ "No" }\n}`;

/** The shortest try, or the processor time of a mean one where that is less: a busy machine tells neither alone. */
function spent(work, seconds = 0.6) {
  work();
  let [tries, least] = [0, Infinity];
  const until = performance.now() + seconds * 1000;
  const before = process.cpuUsage();
  do {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
    tries += 1;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(before);
  return Math.min(least, (user + system) / 1000 / tries);
}

const told = {};
for (const size of sizes) {
  const text = source(size);
  const rubric = rubricate.compile(text);
  const one = rubric.start({ locale: "en" });
  let turn = 0;
  const { outcome } = one;
  const flat = { ...outcome, scores: { ...outcome.scores }, rows: { ...outcome.rows }, awards: { ...outcome.awards } };
  told[`${size} rows`] = {
    "check, no proofs": spent(() => rubricate.check(text, { prove: false })), check: spent(() => rubricate.check(text)),
    compile: spent(() => rubricate.compile(text).dispose()), "start, outcome": spent(() => { const made = rubric.start({ locale: "en" }); void made.outcome; made.dispose(); }),
    "rate, outcome": spent(() => { one.rate("r1", turn++ % 2 ? "low" : "mid"); void one.outcome; }), score: spent(() => rubric.score({ r1: "mid" }, { locale: "en" })),
    explain: spent(() => one.explain("s")), steps: spent(() => one.steps("w", "yes")), save: spent(() => one.save()),
    crossing: spent(() => structuredClone([rubric.outline, flat])),
  };
}
for (const row of Object.values(told)) for (const name of Object.keys(row)) row[name] = Number(row[name].toFixed(row[name] < 10 ? 2 : 0));
console.table(told);
