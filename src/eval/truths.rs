//! Conditions: comparisons, tests of rows, and how many of a set.

use super::answer::Answer;
use super::domain::Domain;
use super::walk::{Result, Walk};
use crate::model::{Cmp, Compare, Member, Quantity, RowTest, Set, Truth as Rule};
use crate::num::{Rational, Truth, at_least};

impl<D: Domain> Walk<'_, D> {
    /// A condition.
    pub fn truth(&self, rule: &Rule) -> Result<Truth> {
        match rule {
            Rule::Constant(value) => Ok(Truth::from_bool(*value)),
            Rule::And(rules) => self.all(rules, Truth::TRUE, Truth::and),
            Rule::Or(rules) => self.all(rules, Truth::FALSE, Truth::or),
            Rule::Not(inner) => Ok(self.truth(inner)?.not()),
            Rule::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                self.branch(condition, self.truth(a)?, self.truth(b)?)
            }
            Rule::Compare(compare) => self.compare(compare),
            Rule::Test(member, test) => self.test(*member, test),
            Rule::Quantified(quantity, set, test) => self.quantified(*quantity, set, test),
            Rule::Count(quantity, rules) => {
                let truths: Result<Vec<Truth>> =
                    rules.iter().map(|rule| self.truth(rule)).collect();
                Ok(many(*quantity, &truths?))
            }
            Rule::Rung(award, rung) => Ok(self
                .rungs
                .get(*award)
                .and_then(|rungs| rungs.get(*rung))
                .copied()
                .unwrap_or(Truth::UNDEFINED)),
        }
    }

    fn all(&self, rules: &[Rule], start: Truth, op: fn(Truth, Truth) -> Truth) -> Result<Truth> {
        let mut all = start;
        for rule in rules {
            all = op(all, self.truth(rule)?);
        }
        Ok(all)
    }

    fn branch(&self, condition: Truth, a: Truth, b: Truth) -> Result<Truth> {
        let mut found = Truth::of(false, false, condition.can_be_undefined());
        if condition.can_be_true() {
            found = found.union(a);
        }
        if condition.can_be_false() {
            found = found.union(b);
        }
        Ok(found)
    }

    fn compare(&self, compare: &Compare) -> Result<Truth> {
        Ok(D::compare(
            compare.cmp,
            self.num(&compare.left)?,
            self.num(&compare.right)?,
        ))
    }

    /// One member tested.
    pub fn test(&self, member: Member, test: &RowTest) -> Result<Truth> {
        self.test_as(member, self.answer(member), test)
    }

    /// One member tested as if it were answered so.
    pub(super) fn test_as(
        &self,
        member: Member,
        answer: Option<Answer>,
        test: &RowTest,
    ) -> Result<Truth> {
        match test {
            RowTest::Level(cmp, by_scale) => Ok(self.level(member, answer, *cmp, by_scale)),
            RowTest::Points(cmp, value) => {
                let points = match (self.member_row(member), answer) {
                    (Some((row, _)), Some(answer)) => D::points(row, answer),
                    _ => self.value(member),
                };
                Ok(D::compare(*cmp, points, self.num(value)?))
            }
            RowTest::Met => Ok(answer.map_or(Truth::UNDEFINED, D::met)),
            RowTest::Answered => Ok(answer.map_or(Truth::UNDEFINED, D::answered)),
            RowTest::Not(inner) => Ok(self.test_as(member, answer, inner)?.not()),
            RowTest::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                let (a, b) = (
                    self.test_as(member, answer, a)?,
                    self.test_as(member, answer, b)?,
                );
                self.branch(condition, a, b)
            }
        }
    }

    fn answer(&self, member: Member) -> Option<Answer> {
        self.member_row(member).map(|(_, answer)| answer)
    }

    /// By the order of levels, over every level the row may still have.
    fn level(
        &self,
        member: Member,
        answer: Option<Answer>,
        cmp: Cmp,
        by_scale: &[Option<usize>],
    ) -> Truth {
        let (Some((row, _)), Some(answer)) = (self.member_row(member), answer) else {
            return Truth::UNDEFINED;
        };
        let crate::model::RowKind::Criterion { scale, .. } = &row.kind else {
            return Truth::UNDEFINED;
        };
        let bar = by_scale.get(*scale).copied().flatten();
        let (Some((first, last)), Some(bar)) = (D::levels(row, answer), bar) else {
            return Truth::UNDEFINED;
        };
        let (can, cannot) = match cmp {
            Cmp::Ge => (last >= bar, first < bar),
            Cmp::Gt => (last > bar, first <= bar),
            Cmp::Le => (first <= bar, last > bar),
            Cmp::Lt => (first < bar, last >= bar),
            Cmp::Eq => ((first..=last).contains(&bar), first != bar || last != bar),
            Cmp::Ne => (first != bar || last != bar, (first..=last).contains(&bar)),
        };
        Truth::of(can, cannot, false)
    }

    fn quantified(&self, quantity: Quantity, set: &Set, test: &RowTest) -> Result<Truth> {
        if self.is_void(set) {
            return Ok(Truth::UNDEFINED);
        }
        let mut truths = Vec::with_capacity(set.members.len());
        let mut sure = 0_usize;
        for member in &set.members {
            let inside = self.inside(*member, &set.that)?;
            if inside == Truth::FALSE {
                continue;
            }
            let holds = self.test(*member, test)?;
            if inside == Truth::TRUE {
                sure = sure.saturating_add(1);
                truths.push(holds);
            } else if quantity == Quantity::Every {
                truths.push(inside.not().or(holds));
            } else {
                truths.push(inside.and(holds));
            }
        }
        if sure == truths.len() || !quantity.is_share() {
            return Ok(many(quantity, &truths));
        }
        // How many half is depends on who is in: every size that may come out.
        let mut found = Truth::of(false, false, false);
        for size in sure..=truths.len() {
            found = found.union(many_of(quantity, size, &truths));
        }
        Ok(found)
    }
}

impl Quantity {
    fn is_share(self) -> bool {
        matches!(
            self,
            Self::AtLeastShare(_) | Self::AtMostShare(_) | Self::ExactlyShare(_) | Self::Most
        )
    }
}

/// Whether so many of these are true.
fn many(quantity: Quantity, truths: &[Truth]) -> Truth {
    many_of(quantity, truths.len(), truths)
}

/// The same, out of `size` members.
fn many_of(quantity: Quantity, size: usize, truths: &[Truth]) -> Truth {
    let reach = |wanted: usize| at_least(wanted, truths.iter().copied());
    let more = |count: usize| reach(count.saturating_add(1)).not();
    match quantity {
        Quantity::Every => truths.iter().copied().fold(Truth::TRUE, Truth::and),
        Quantity::AtLeast(count) => reach(count),
        Quantity::AtMost(count) => more(count),
        Quantity::Exactly(count) => reach(count).and(more(count)),
        Quantity::AtLeastShare(share) => reach(part_of(share, size, true)),
        Quantity::AtMostShare(share) => more(part_of(share, size, false)),
        Quantity::ExactlyShare(share) => {
            let count = part_of(share, size, true);
            if part_of(share, size, false) == count {
                reach(count).and(more(count))
            } else {
                Truth::FALSE
            }
        }
        Quantity::Most => reach(size.checked_div(2).unwrap_or(0).saturating_add(1)),
    }
}

/// A share of a number of members as a count, rounded up or down.
fn part_of(share: Rational, size: usize, up: bool) -> usize {
    let exact = i64::try_from(size)
        .ok()
        .and_then(|size| share.mul(Rational::whole(size)));
    let Some(exact) = exact else {
        return usize::MAX;
    };
    let whole = exact
        .floor()
        .saturating_add(i128::from(up && !exact.is_whole()));
    usize::try_from(whole.max(0)).unwrap_or(usize::MAX)
}
