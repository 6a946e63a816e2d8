//! Sets boiled down to numbers. Rows left out are no members of any set; who
//! is in a filtered set may itself be open.

use super::answer::{Answer, Value};
use super::domain::Domain;
use super::walk::{Overflow, Result, Walk};
use crate::model::{Gather, Member, Row, RowTest, Set, Share};
use crate::num::{Rational, Truth};

/// A member of a set with its value, and whether it is in the set.
struct InSet<N> {
    member: Member,
    value: N,
    inside: Truth,
}

impl<D: Domain> Walk<'_, D> {
    /// Who is in a set: rows left out are not, and every filter must hold.
    fn members(&self, set: &Set) -> Result<Vec<InSet<D::Num>>> {
        let mut all = Vec::with_capacity(set.members.len());
        for member in &set.members {
            let inside = self.inside(*member, &set.that)?;
            if inside != Truth::FALSE {
                let value = self.inside_value(*member, inside, &set.that)?;
                all.push(InSet {
                    member: *member,
                    value,
                    inside,
                });
            }
        }
        Ok(all)
    }

    /// Whether a member is in a set: not when it is left out, and only as every filter says.
    pub(super) fn inside(&self, member: Member, that: &[RowTest]) -> Result<Truth> {
        if self
            .member_row(member)
            .is_some_and(|(_, answer)| !answer.is_member())
        {
            return Ok(Truth::FALSE);
        }
        let mut inside = Truth::TRUE;
        for test in that {
            inside = inside.and(self.test(member, test)?);
        }
        Ok(inside)
    }

    /// A member's value if it is in: of an open row, only the levels that the filters let in.
    fn inside_value(&self, member: Member, inside: Truth, that: &[RowTest]) -> Result<D::Num> {
        if inside == Truth::TRUE || !inside.can_be_true() {
            return Ok(self.value(member));
        }
        let Some((row, Answer::Unanswered)) = self.member_row(member) else {
            return Ok(self.value(member));
        };
        let mut found: Option<D::Num> = None;
        for level in 0..row.level_count() {
            let answer = Answer::Rated(Value::Level(level));
            let mut fits = true;
            for test in that {
                fits &= self.test_as(member, Some(answer), test)?.can_be_true();
            }
            if fits {
                let value = D::points(row, answer);
                found = Some(found.map_or(value, |before| D::join(before, value)));
            }
        }
        Ok(found.unwrap_or_else(|| self.value(member)))
    }

    /// Whether nobody could have been in a set, filters aside.
    pub(super) fn is_void(&self, set: &Set) -> bool {
        set.members.iter().all(|member| match member {
            Member::Row(row) => self.row(*row).is_none_or(|(_, answer)| !answer.is_member()),
            Member::Score(_) => false,
        })
    }

    pub(super) fn gather(&self, gather: Gather, set: &Set) -> Result<D::Num> {
        if self.is_void(set) {
            return Ok(D::undefined());
        }
        let all = self.members(set)?;
        match gather {
            Gather::Count => self.count(&all),
            Gather::Sum => self.sum(&all, |one| Ok(one.value)),
            Gather::WeightedSum => self.sum(&all, |one| {
                D::mul(one.value, D::constant(self.weight(one.member))).ok_or(Overflow)
            }),
            _ => self.middle(gather, &all),
        }
    }

    fn count(&self, all: &[InSet<D::Num>]) -> Result<D::Num> {
        self.sum(all, |_| Ok(D::constant(Rational::ONE)))
    }

    /// Adds up; one that may be outside adds its value or nothing.
    fn sum(
        &self,
        all: &[InSet<D::Num>],
        each: impl Fn(&InSet<D::Num>) -> Result<D::Num>,
    ) -> Result<D::Num> {
        let mut total = D::constant(Rational::ZERO);
        for one in all {
            let term = self.either(one.inside, || each(one), || Ok(D::constant(Rational::ZERO)))?;
            total = D::add(total, term).ok_or(Overflow)?;
        }
        Ok(total)
    }

    /// Operations whose result lies between those of the single members.
    fn middle(&self, gather: Gather, all: &[InSet<D::Num>]) -> Result<D::Num> {
        if all.is_empty() {
            return Ok(D::undefined());
        }
        if all.iter().all(|one| one.inside == Truth::TRUE) {
            return self.settled(gather, all);
        }
        // Who is in is still open: whatever comes out lies between the members.
        let mut found: Option<D::Num> = None;
        for one in all {
            let alone = [InSet {
                inside: Truth::TRUE,
                ..*one
            }];
            let value = self.settled(gather, &alone)?;
            found = Some(found.map_or(value, |before| D::join(before, value)));
        }
        let sure = all.iter().any(|one| one.inside == Truth::TRUE)
            && !all.iter().any(|one| one.inside.can_be_undefined());
        let found = found.unwrap_or_else(D::undefined);
        Ok(if sure {
            found
        } else {
            D::join(found, D::undefined())
        })
    }

    fn settled(&self, gather: Gather, all: &[InSet<D::Num>]) -> Result<D::Num> {
        let values = || all.iter().map(|one| one.value);
        match gather {
            Gather::Lowest => Ok(values().reduce(D::min).unwrap_or_else(D::undefined)),
            Gather::Highest => Ok(values().reduce(D::max).unwrap_or_else(D::undefined)),
            Gather::Median => D::median(&values().collect::<Vec<_>>()).ok_or(Overflow),
            Gather::Mean => {
                let count = Rational::whole(i64::try_from(all.len()).map_err(|_| Overflow)?);
                D::div(self.sum(all, |one| Ok(one.value))?, D::constant(count)).ok_or(Overflow)
            }
            Gather::WeightedMean => {
                let top = self.sum(all, |one| {
                    D::mul(one.value, D::constant(self.weight(one.member))).ok_or(Overflow)
                })?;
                self.over(top, all.iter().map(|one| Some(self.weight(one.member))))
            }
            Gather::Percent => {
                let top = self.sum(all, |one| Ok(one.value))?;
                self.over(top, all.iter().map(|one| self.most(one.member)))
            }
            _ => {
                let top = self.sum(all, |one| {
                    let share = D::div(
                        one.value,
                        self.most(one.member).map_or_else(D::undefined, D::constant),
                    )
                    .ok_or(Overflow)?;
                    D::mul(share, D::constant(self.weight(one.member))).ok_or(Overflow)
                })?;
                self.over(top, all.iter().map(|one| Some(self.weight(one.member))))
            }
        }
    }

    fn over(&self, top: D::Num, parts: impl Iterator<Item = Option<Rational>>) -> Result<D::Num> {
        let mut bottom = Rational::ZERO;
        for part in parts {
            let Some(part) = part else {
                return Ok(D::undefined());
            };
            bottom = bottom.add(part).ok_or(Overflow)?;
        }
        D::div(top, D::constant(bottom)).ok_or(Overflow)
    }

    fn weight(&self, member: Member) -> Rational {
        match member {
            Member::Row(row) => self.rubric.rows.get(row).map_or(Rational::ONE, Row::weighs),
            Member::Score(_) => Rational::ONE,
        }
    }

    fn most(&self, member: Member) -> Option<Rational> {
        match member {
            Member::Row(row) => self.rubric.rows.get(row)?.most(),
            Member::Score(_) => None,
        }
    }

    /// The weighted mean of shares; nothing when no member counts.
    pub(super) fn shares(&self, shares: &[Share]) -> Result<Option<D::Num>> {
        let (mut top, mut bottom) = (D::constant(Rational::ZERO), Rational::ZERO);
        let mut counts = false;
        for share in shares {
            let (weight, value) = match share {
                Share::Row(row, weight) => (*weight, self.share(*row)?),
                Share::Part(weight, inner) => (*weight, self.shares(inner)?),
            };
            let Some(value) = value else { continue };
            counts = true;
            let term = D::mul(value, D::constant(weight)).ok_or(Overflow)?;
            top = D::add(top, term).ok_or(Overflow)?;
            bottom = bottom.add(weight).ok_or(Overflow)?;
        }
        if !counts {
            return Ok(None);
        }
        D::div(top, D::constant(bottom)).map(Some).ok_or(Overflow)
    }

    fn share(&self, row: usize) -> Result<Option<D::Num>> {
        let Some((row, answer)) = self.row(row) else {
            return Ok(None);
        };
        if !answer.is_member() {
            return Ok(None);
        }
        let most = row.most().map_or_else(D::undefined, D::constant);
        D::div(D::points(row, answer), most)
            .map(Some)
            .ok_or(Overflow)
    }
}
