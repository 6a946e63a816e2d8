// What every consumer does with the package, on the page's own thread or, with
// `await` before each step, in a worker.
export const SOURCE = `rubric demo "Demo" {
  scale mastery { not_yet 0 "Not yet"; proficient 2 "Proficient"; exemplary 3 "Exemplary" }
  criterion purpose "Purpose" on mastery
  criterion feedback "Feedback" on mastery
  number pace "Pace" 0..10 step 0.5
  score total "Total" = weighted percent of rows
  award badge "Badge" {
    earned "Earned" { needs every criterion is at least proficient }
    otherwise not_yet "Not yet"
  }
}`;

export async function demo(rubricate) {
  const rubric = await rubricate.compile(SOURCE);
  const assessment = await rubric.start({ locale: "en" });
  await assessment.rate("purpose", "proficient");
  await assessment.rate("pace", 7.5);
  const open = await assessment.outcome;
  const change = await assessment.rate("feedback", "exemplary");
  const done = await assessment.outcome;
  const refused = await new Promise((resolve) => resolve(assessment.rate("pace", 7.3))).catch((error) => `${error.name} ${error.path}`);
  const [found] = await rubricate.check("rubric t { check done; score s = doen }");
  const said = {
    lowest: open.scores.total.lowest.exact, text: open.scores.total.lowest.text, highest: open.scores.total.highest.exact, open: open.awards.badge.state,
    changed: change.awards, total: done.scores.total.exact, badge: done.awards.badge.rung, refused, found: found.code, rows: rubric.outline.rows.length,
  };
  assessment.dispose();
  rubric.dispose();
  return JSON.stringify(said);
}
