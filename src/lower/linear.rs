//! Finds the rules that are one sum of whole numbers, and works the numbers
//! out once, here, so that an edit only adds.

use crate::model::{
    By, Gather, Linear, Member, Num, Part, Row, RowKind, Rubric, Set, Share, Term, Truth,
};
use crate::num::{Rational, common_bottom};

/// The largest top or bottom: sums of it cannot overflow.
const LARGEST: i128 = 1 << 52;

/// The bands of one ladder ask for the same sum; what stands further apart is
/// not compared, so that this stays linear.
const NEAR: usize = 64;

/// Puts the short form beside every rule that has one.
pub(super) fn shorten(rubric: &mut Rubric) {
    let (rows, parts) = (
        std::mem::take(&mut rubric.rows),
        std::mem::take(&mut rubric.parts),
    );
    let mut short = Shortener {
        rows: &rows,
        parts: &parts,
        found: Vec::new(),
    };
    rubric
        .scores
        .iter_mut()
        .for_each(|score| short.num(&mut score.rule));
    for ladder in &mut rubric.ladders {
        let needs = ladder.rungs.iter_mut().flat_map(|rung| &mut rung.needs);
        needs
            .chain(&mut ladder.nevers)
            .for_each(|need| short.truth(&mut need.rule));
    }
    rubric
        .advice
        .iter_mut()
        .for_each(|advice| short.truth(&mut advice.when));
    (rubric.rows, rubric.parts) = (rows, parts);
}

struct Shortener<'a> {
    rows: &'a [Row],
    parts: &'a [Part],
    /// The rules that were shortened, with their sums: bands ask for the same one again and again.
    found: Vec<(Num, Linear)>,
}

impl Shortener<'_> {
    /// Whether a row is rated by hand, always asked, and counts as it is rated.
    fn is_plain(&self, row: &Row) -> bool {
        let conditions = row.only_when.is_some()
            || row.counts_from.is_some()
            || row.retired.is_some()
            || !row.counts_as.is_empty()
            || !row.at_most.is_empty();
        let policies =
            row.leave_out.is_some() || row.not_applicable.is_some() || row.unanswered.is_some();
        let sums = row.bonus || row.adds_nothing || row.not_scored || row.lower;
        let ranged = match &row.kind {
            RowKind::Criterion { marks, .. } => marks.iter().any(|marks| marks.points().is_none()),
            RowKind::Number(range) => !range.list.is_empty(),
            RowKind::Check { .. } => false,
        };
        let mut around = row.part;
        while let Some(part) = around.and_then(|part| self.parts.get(part)) {
            if part.choose.is_some() || part.only_when.is_some() {
                return false;
            }
            around = part.parent;
        }
        !conditions && !policies && !sums && !ranged && !row.is_worked_out()
    }

    fn num(&mut self, rule: &mut Num) {
        match rule {
            Num::Gather(_, _, false) => self.shorten(rule),
            Num::Shares(shares) if !shares.stretch && shares.that.is_empty() => self.shorten(rule),
            Num::Add(all) | Num::Mul(all) => all.iter_mut().for_each(|inner| self.num(inner)),
            Num::Neg(inner) | Num::Round(inner, ..) | Num::AddMonths(inner, _) => self.num(inner),
            Num::Div(a, b) | Num::AtLeast(a, b) | Num::AtMost(a, b) => {
                self.num(a);
                self.num(b);
            }
            Num::If(when, a, b) => {
                self.truth(when);
                self.num(a);
                self.num(b);
            }
            Num::First(cases, last) => {
                for (when, value) in cases {
                    self.truth(when);
                    self.num(value);
                }
                self.num(last);
            }
            _ => {}
        }
    }

    fn shorten(&mut self, rule: &mut Num) {
        let near = self.found.iter().rev().take(NEAR);
        let known = near.into_iter().find(|(known, _)| known == rule);
        let linear = known.map(|(_, linear)| linear.clone()).or_else(|| {
            let mut linear = match rule {
                Num::Gather(gather, set, _) => self.gather(*gather, set)?,
                Num::Shares(shares) => self.shares(&shares.members)?,
                _ => return None,
            };
            linear.site = self.found.len();
            self.found.push((rule.clone(), linear.clone()));
            Some(linear)
        });
        if let Some(linear) = linear {
            *rule = Num::Linear(linear, Box::new(rule.clone()));
        }
    }

    fn truth(&mut self, rule: &mut Truth) {
        match rule {
            Truth::And(all) | Truth::Or(all) | Truth::Count(_, all) => {
                all.iter_mut().for_each(|inner| self.truth(inner));
            }
            Truth::Not(inner) => self.truth(inner),
            Truth::If(when, a, b) => [when, a, b].into_iter().for_each(|inner| self.truth(inner)),
            Truth::Compare(compare) => {
                self.num(&mut compare.left);
                self.num(&mut compare.right);
            }
            Truth::HasScore(number) => self.num(number),
            _ => {}
        }
    }

    fn gather(&self, gather: Gather, set: &Set) -> Option<Linear> {
        if !set.that.is_empty() || set.pick.is_some() {
            return None;
        }
        let mut rows = Vec::with_capacity(set.members.len());
        for member in &set.members {
            match member {
                Member::Row(row) => {
                    rows.push((*row, self.rows.get(*row).filter(|row| self.is_plain(row))?));
                }
                _ => return None,
            }
        }
        let sum = |each: fn(&Row) -> Option<Rational>| {
            let mut total = Rational::ZERO;
            for (_, row) in &rows {
                total = total.add(each(row)?)?;
            }
            Some(total)
        };
        let weight = |row: &Row| Some(row.weighs());
        let bottom = match gather {
            Gather::Sum | Gather::WeightedSum => Rational::ONE,
            Gather::Mean => Rational::whole(i64::try_from(rows.len()).ok()?),
            Gather::WeightedMean | Gather::WeightedPercent => sum(weight)?,
            Gather::Percent => sum(Row::most)?,
            Gather::Median | Gather::Lowest | Gather::Highest | Gather::Count => return None,
        };
        let mut factors = Vec::with_capacity(rows.len());
        for (index, row) in &rows {
            let factor = match gather {
                Gather::WeightedSum | Gather::WeightedMean => row.weighs(),
                Gather::WeightedPercent => row.weighs().div(row.most()?)?,
                _ => Rational::ONE,
            };
            factors.push((*index, factor.div(bottom)?));
        }
        self.linear(&factors)
    }

    fn shares(&self, shares: &[Share]) -> Option<Linear> {
        let mut factors = Vec::new();
        self.weigh(shares, Rational::ONE, &mut factors)?;
        self.linear(&factors)
    }

    fn weigh(
        &self,
        shares: &[Share],
        whole: Rational,
        factors: &mut Vec<(usize, Rational)>,
    ) -> Option<()> {
        let mut bottom = Rational::ZERO;
        for share in shares {
            let (Share::Row(_, weight) | Share::Part(_, weight, _)) = share;
            bottom = bottom.add(*weight)?;
        }
        for share in shares {
            match share {
                Share::Row(row, weight) => {
                    let part = whole.mul(*weight)?.div(bottom)?;
                    let found = self.rows.get(*row).filter(|row| self.is_plain(row))?;
                    factors.push((*row, part.div(found.most()?)?));
                }
                Share::Part(_, weight, inner) => {
                    self.weigh(inner, whole.mul(*weight)?.div(bottom)?, factors)?;
                }
            }
        }
        Some(())
    }

    /// The sum of rows times factors, over the smallest bottom that makes every term whole.
    fn linear(&self, factors: &[(usize, Rational)]) -> Option<Linear> {
        let mut bottom = 1_i128;
        for (row, factor) in factors {
            for value in values(self.rows.get(*row)?)? {
                bottom = common_bottom(bottom, factor.mul(value)?.denom(), LARGEST)?;
            }
        }
        let whole = |value: Rational, factor: Rational| {
            let scaled = value.mul(factor)?.mul(Rational::new(bottom, 1)?)?;
            (scaled.is_whole() && scaled.numer().checked_abs()? <= LARGEST)
                .then(|| i64::try_from(scaled.numer()).ok())?
        };
        let mut terms = Vec::with_capacity(factors.len());
        let mut all = 0_i64; // no sum of terms may overflow, whatever they come to
        for (index, factor) in factors {
            let row = self.rows.get(*index)?;
            let found: Option<Vec<i64>> = values(row)?
                .into_iter()
                .map(|value| whole(value, *factor))
                .collect();
            let found = found?;
            let (low, high) = (row.least()?, row.most()?);
            let (low, high) = (whole(low, *factor)?, whole(high, *factor)?);
            all = all.checked_add(low.checked_abs()?.max(high.checked_abs()?))?;
            terms.push(Term {
                row: *index,
                ends: (low.min(high), low.max(high)),
                by: match row.kind {
                    RowKind::Number(_) => By::Factor(factor.mul(Rational::new(bottom, 1)?)?),
                    RowKind::Criterion { .. } | RowKind::Check { .. } => By::Level(found),
                },
            });
        }
        Some(Linear {
            site: 0,
            terms,
            bottom: i64::try_from(bottom).ok()?,
        })
    }
}

/// The values that fix every value a row can have: all others are whole steps away.
fn values(row: &Row) -> Option<Vec<Rational>> {
    Some(match &row.kind {
        RowKind::Criterion { marks, .. } => {
            let points: Option<Vec<Rational>> = marks.iter().map(|marks| marks.points()).collect();
            points?
        }
        RowKind::Check { points, .. } => vec![Rational::ZERO, *points],
        RowKind::Number(range) => vec![range.from, range.to?, range.step?],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Marks, Shares};

    fn row(weight: i64, points: &[i64]) -> Row {
        let marks = points.iter().map(|one| Marks::point(Rational::whole(*one)));
        Row {
            name: String::new(),
            label: String::new(),
            about: None,
            tags: Vec::new(),
            weight: Some(Rational::whole(weight)),
            part: None,
            kind: RowKind::Criterion {
                scale: 0,
                offered: (0, points.len().saturating_sub(1)),
                marks: marks.collect(),
                worked: None,
            },
            lower: false,
            levels: Vec::new(),
            bonus: false,
            adds_nothing: false,
            not_scored: false,
            leave_out: None,
            not_applicable: None,
            unanswered: None,
            only_when: None,
            counts_from: None,
            retired: None,
            counts_as: Vec::new(),
            at_most: Vec::new(),
            comment: crate::model::Comment::default(),
            shown_by: Vec::new(),
            aligns: Vec::new(),
        }
    }

    fn shortened(rows: &[Row], rule: Num) -> Num {
        let mut rule = rule;
        Shortener {
            rows,
            parts: &[],
            found: Vec::new(),
        }
        .num(&mut rule);
        rule
    }

    #[test]
    fn shares_become_one_sum_of_whole_numbers() {
        // 1/3 of 0, 1, 2 by 2, and 2/3 of the one row of a part, 0 and 4 by 4.
        let rows = [row(1, &[0, 1, 2]), row(1, &[0, 4])];
        let whole = Rational::whole;
        let part = Share::Part(0, whole(2), vec![Share::Row(1, whole(1))]);
        let members = vec![Share::Row(0, whole(1)), part];
        let shares = Shares {
            members,
            ..Shares::default()
        };
        let found = shortened(&rows, Num::Shares(Box::new(shares)));
        let terms = match &found {
            Num::Linear(linear, _) => (linear.bottom, linear.terms.as_slice()),
            _ => (0, &[][..]),
        };
        let each = [(0, (0, 2), vec![0, 1, 2]), (1, (0, 4), vec![0, 4])];
        let each = each.map(|(row, ends, levels)| Term {
            row,
            ends,
            by: By::Level(levels),
        });
        assert_eq!(terms, (6, &each[..]));
    }

    #[test]
    fn what_is_not_plain_has_no_short_form() {
        let set = || Set {
            members: vec![Member::Row(0)],
            ..Set::default()
        };
        let sum = || Num::Gather(Gather::Sum, Box::new(set()), false);
        let is_short = |change: fn(&mut Row)| {
            let mut own = row(1, &[0, 1]);
            change(&mut own);
            matches!(shortened(&[own], sum()), Num::Linear(..))
        };
        assert!(is_short(|_| ()));
        assert!(!is_short(|row| row.bonus = true));
        assert!(!is_short(|row| row.lower = true));
        assert!(!is_short(|row| row.adds_nothing = true));
        assert!(!is_short(|row| row.leave_out = Some(false)));
        assert!(!is_short(|row| row.only_when = Some(Truth::Ask(0))));
        assert!(!is_short(|row| row.retired = Some(1)));
    }
}
