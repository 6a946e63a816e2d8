//! A threshold that lies between two values that can be had: "18.2 is the same as 19".

use super::Proofs;
use super::given::{numbers, plain, ratings};
use crate::diag::{Code, Diagnostic};
use crate::eval::fit;
use crate::model::{Cmp, Gather, InputKind, Member, Num, RowKind, RowTest, Rubric, Truth, Value};
use crate::num::Rational;

/// More values than this are not listed.
const LISTED: usize = 1_000;
/// Scores that rest on scores, at most so deep.
const DEPTH: usize = 16;
/// Additions for a whole rubric.
const WORK: usize = 100_000;

pub(super) fn thresholds(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    if !proofs.search.is_plain() || !rubric.codes.is_empty() {
        return;
    }
    let mut listing = Listing { rubric, left: WORK };
    for (index, ladder) in rubric.ladders.iter().enumerate() {
        if proofs.is_shared(index) {
            continue;
        }
        for (place, rung) in ladder.rungs.iter().enumerate() {
            for (need, rule) in rung.needs.iter().enumerate() {
                // A percent is a mark on the whole line, whatever values there are.
                if rule.percent {
                    continue;
                }
                let Some((cmp, asked, same)) = listing.between(&rule.rule) else {
                    continue;
                };
                let (asked, same) = (plain(asked), plain(same));
                let (said, end) = match cmp {
                    Cmp::Ge => ("at least", "at least"),
                    Cmp::Gt => ("above", "at least"),
                    Cmp::Le => ("at most", "at most"),
                    _ => ("below", "at most"),
                };
                let message = say!(
                    "nothing comes to {}: {} {} is the same as {} {}",
                    asked,
                    said,
                    asked,
                    end,
                    same
                );
                let help = say!(
                    "write {} {}, or mend the points if {} was meant",
                    end,
                    same,
                    asked
                );
                let span = proofs.need(index, place, need);
                proofs.say(Diagnostic::warning(Code::Between, span, message).help(help));
            }
        }
    }
}

/// Lists values; what is listed holds at least everything that can be had.
struct Listing<'a> {
    rubric: &'a Rubric,
    left: usize,
}

impl Listing<'_> {
    /// The threshold of a condition and the value that is the same, where they differ.
    fn between(&mut self, rule: &Truth) -> Option<(Cmp, Rational, Rational)> {
        let (cmp, asked, left) = match rule {
            Truth::Compare(compare) => match &compare.right {
                Num::Constant(asked) => (compare.cmp, *asked, compare.left.clone()),
                _ => return None,
            },
            Truth::Test(member, test) => match test.as_ref() {
                RowTest::Points(cmp, value) => match value.as_ref() {
                    Num::Constant(asked) => (*cmp, *asked, Num::Of(*member)),
                    _ => return None,
                },
                _ => return None,
            },
            _ => return None,
        };
        let values = self.values(&left, 0)?;
        let place = values.binary_search(&asked).err()?;
        let above = values.get(place).copied()?;
        let below = values.get(place.checked_sub(1)?).copied()?;
        match cmp {
            Cmp::Ge | Cmp::Gt => Some((cmp, asked, above)),
            Cmp::Le | Cmp::Lt => Some((cmp, asked, below)),
            Cmp::Eq | Cmp::Ne => None,
        }
    }

    fn values(&mut self, rule: &Num, depth: usize) -> Option<Vec<Rational>> {
        if depth > DEPTH {
            return None;
        }
        let deeper = depth.saturating_add(1);
        match rule {
            Num::Constant(value) => Some(vec![*value]),
            Num::Of(Member::Row(row)) => self.row(*row),
            Num::Of(Member::Score(score)) => {
                self.values(&self.rubric.scores.get(*score)?.rule, deeper)
            }
            Num::Of(Member::Ask(ask)) => match &self.rubric.asks.get(*ask)?.kind {
                InputKind::Number(range, _) => {
                    let (listed, all) = numbers(range);
                    all.then_some(listed)
                }
                _ => None,
            },
            Num::Linear(_, inner) => self.values(inner, deeper),
            Num::Neg(inner) => {
                let mut found = Vec::new();
                for value in self.values(inner, deeper)? {
                    insert(&mut found, value.neg()?);
                }
                Some(found)
            }
            Num::Add(terms) => {
                let mut sums = vec![Rational::ZERO];
                for term in terms {
                    let values = self.values(term, deeper)?;
                    sums = self.sum(&sums, &values)?;
                }
                Some(sums)
            }
            Num::Gather(Gather::Sum, set, _) if set.that.is_empty() && set.pick.is_none() => {
                let mut sums = vec![Rational::ZERO];
                for member in &set.members {
                    let mut values = self.values(&Num::Of(*member), deeper)?;
                    // What may be missing adds nothing then.
                    if !is_steady(self.rubric, *member) {
                        insert(&mut values, Rational::ZERO);
                    }
                    sums = self.sum(&sums, &values)?;
                }
                Some(sums)
            }
            Num::Gather(Gather::Count, set, _) => {
                let most = i64::try_from(set.members.len()).ok()?;
                Some((0..=most).map(Rational::whole).collect())
            }
            _ => None,
        }
    }

    /// The points of a row, whatever its properties make of its rating.
    fn row(&self, index: usize) -> Option<Vec<Rational>> {
        let row = self.rubric.rows.get(index)?;
        let (values, all) = ratings(row);
        let policies = [row.unanswered, row.not_applicable];
        let mut policies = policies.into_iter().flatten();
        let kept = row.counts_as.is_empty()
            && row.at_most.is_empty()
            && !row.is_worked_out()
            && policies.all(|value| fit(row, value).is_ok());
        let mut found = Vec::new();
        for value in values {
            let points = match (&row.kind, value) {
                (_, Value::Number(number) | Value::Mark(_, number)) => number,
                (RowKind::Criterion { marks, .. }, Value::Level(level)) => {
                    marks.get(level)?.points()?
                }
                (RowKind::Check { points, .. }, Value::Met(true)) => *points,
                _ => Rational::ZERO,
            };
            insert(&mut found, points);
        }
        (all && kept).then_some(found)
    }

    /// Every sum of one of each.
    fn sum(&mut self, a: &[Rational], b: &[Rational]) -> Option<Vec<Rational>> {
        self.left = self.left.checked_sub(a.len().checked_mul(b.len())?)?;
        let mut sums = Vec::new();
        for one in a {
            for other in b {
                insert(&mut sums, one.add(*other)?);
                if sums.len() > LISTED {
                    return None;
                }
            }
        }
        Some(sums)
    }
}

/// Puts a value in its place, once.
fn insert(values: &mut Vec<Rational>, value: Rational) {
    if let Err(place) = values.binary_search(&value) {
        values.insert(place, value);
    }
}

/// Whether something is always there in a sum.
fn is_steady(rubric: &Rubric, member: Member) -> bool {
    let Member::Row(row) = member else {
        return true;
    };
    let Some(row) = rubric.rows.get(row) else {
        return false;
    };
    let mut around = row.part;
    while let Some(part) = around.and_then(|part| rubric.parts.get(part)) {
        if part.choose.is_some() || part.only_when.is_some() {
            return false;
        }
        around = part.parent;
    }
    let dated = row.counts_from.is_some() || row.retired.is_some();
    let leaves = row.leave_out.is_some() || row.not_applicable.is_some();
    let never = row.adds_nothing || row.not_scored;
    !(dated || leaves || never || row.only_when.is_some())
}
