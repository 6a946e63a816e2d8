// One rubric with a place for everything a person may give, for the tests of the surface.
export const SOURCE = `rubric t "T" {
  ask stage "Career stage" { first "First-year"; later "Experienced" }
  ask late "Days late" 0..10 step 1 default 0
  ask agreed "Agreed" yes/no
  ask begun "Begun" date
  setting pass "Pass mark" 0%..100% default 50%
  scale m "M" { low 0 "Low"; mid 1 "Mid"; high 2 "High" }
  criterion a "Purpose" on m { comment required when below mid; may be left out }
  criterion b "Plan" on m { may be left out, with a reason }
  criterion d "Depth" on m { comment required with a link }
  check c "Consent" { comment none }
  number n "Pace" 0..10 step 0.5
  score total "Total" = percent of (a, b)
  score late_total "Late" = total - 1% * late
  check rich "Rich" met when a is high
  evidence plan "Annotated plan" { accepts pdf; items 1..2; pages 1..3 "Keep it short." }
  evidence words_ "Reflection" { accepts text; words 3..10 }
  result quality "Quality" from total { good pass "Good"; otherwise poor "Poor" }
  award badge "Badge" {
    top "Top" { needs earned; needs stage is later }
    earned "Earned" { needs every criterion is at least mid; needs evidence is complete }
    otherwise not_yet "Not yet"
    until then "Wait"
    may be overruled by reviewer, with a reason
  }
  codes { off "Off purpose" sets a, b to 0; blank "Blank" sets this row to 0 }
  advise "You are at {total}, {quality}, as {stage}, {late} late of {pass}." when n is at least 0
}`;

export const PDF = { id: "f1", kind: "pdf", pages: 2 };

/** An assessment's whole state as plain data. */
export const data = (assessment) => JSON.parse(JSON.stringify(assessment.outcome));

/** An assessment with something in every place. */
export function full(rubric) {
  const one = rubric.start({ locale: "en", today: "2025-08-01", settings: { pass: "60%" }, answers: { late: 2, stage: "later" }, evidence: { plan: [PDF] }, comments: { a: "so" } });
  one.rate("a", "high");
  one.rate("n", "15/2");
  one.notApplicable("b", "one lesson");
  one.write("words_", "four words of it");
  one.overrule("badge", "earned", { by: "reviewer", reason: "seen" });
  return one;
}
