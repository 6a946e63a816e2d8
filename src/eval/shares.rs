//! Shares: a row's points by its own most points, and weighted means of them
//! as rows nest in parts.

use super::choose::{Bars, chosen};
use super::fraction::{Group, Kind, Term, fraction};
use super::walk::{Overflow, Result, Walk};
use crate::model::{Member, RowTest, Share, Shares};
use crate::num::{Interval, Rational, Truth};

/// What a member of a weighted percent comes to: its share, and whether it is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Portion {
    pub(super) share: Interval,
    pub(super) inside: Truth,
}

impl Walk<'_> {
    /// Points by the most points, mirrored where lower is better; or from the lowest possible.
    pub(super) fn share(&self, member: Member, value: Interval, stretch: bool) -> Result<Interval> {
        let Some((least, most)) = self.ends(member) else {
            return Ok(Interval::UNDEFINED);
        };
        let from = if stretch { least } else { Rational::ZERO };
        let over = most.sub(from).ok_or(Overflow)?;
        let top = self
            .mirrored(member, value)
            .and_then(|value| value.add(&Interval::point(from.neg()?)));
        top.and_then(|top| top.div(&Interval::point(over)))
            .ok_or(Overflow)
    }

    /// A weighted percent.
    pub(super) fn shares(&self, shares: &Shares) -> Result<Interval> {
        let portion = self.portion(&shares.members, &shares.that, shares.stretch, None)?;
        Ok(match portion.inside {
            Truth::TRUE => portion.share,
            inside if !inside.can_be_true() => Interval::UNDEFINED,
            _ => portion.share.may_be_undefined(),
        })
    }

    /// The members of a part, or of a list, as one; `part` where they are those of a part.
    fn portion(
        &self,
        members: &[Share],
        that: &[RowTest],
        stretch: bool,
        part: Option<usize>,
    ) -> Result<Portion> {
        let mut each = Vec::with_capacity(members.len());
        for share in members {
            let mut one = self.one(share, that, stretch)?;
            if part.is_none() {
                one.inside = one.inside.and(self.chosen_outside(share));
            }
            each.push((one, weight(share), self.is_bonus_share(share)));
        }
        let inside = each
            .iter()
            .fold(Truth::FALSE, |all, (one, ..)| all.or(one.inside));
        let chooses = part.filter(|part| {
            self.rubric
                .parts
                .get(*part)
                .is_some_and(|part| part.choose.is_some())
        });
        let Some(part) = chooses else {
            let share = fraction(&terms(&each)?, &[], Kind::Filled)?;
            return Ok(Portion { share, inside });
        };
        let count = self
            .rubric
            .parts
            .get(part)
            .and_then(|part| part.choose)
            .unwrap_or(0);
        // It chooses by shares of the whole, whatever is filtered or measured here.
        if that.is_empty() && !stretch && self.is_whole(part, members) {
            let share = best_of(&each, count)?;
            return Ok(Portion { share, inside });
        }
        let mut inside = Truth::FALSE;
        for ((one, ..), member) in each.iter_mut().zip(members) {
            one.inside = one.inside.and(self.choice(part, member));
            inside = inside.or(one.inside);
        }
        let mut terms = terms(&each)?;
        for (place, term) in terms.iter_mut().enumerate() {
            (term.unit, term.loose) = (Some((0, place)), true);
        }
        let group = Group {
            name: 0,
            count,
            exact: false,
        };
        let share = fraction(&terms, &[group], Kind::Filled)?;
        Ok(Portion { share, inside })
    }

    /// One member.
    pub(super) fn one(&self, share: &Share, that: &[RowTest], stretch: bool) -> Result<Portion> {
        match share {
            Share::Part(part, _, inner) => self.portion(inner, that, stretch, Some(*part)),
            Share::Row(row, _) => {
                let Some(now) = self.known.rows.get(*row) else {
                    return Ok(Portion {
                        share: Interval::UNDEFINED,
                        inside: Truth::FALSE,
                    });
                };
                let member = Member::Row(*row);
                let mut inside = if self.has_share(*row) {
                    now.base
                } else {
                    Truth::FALSE
                };
                for test in that {
                    inside = inside.and(self.test(member, test)?);
                }
                Ok(Portion {
                    share: self.share(member, now.points, stretch)?,
                    inside,
                })
            }
        }
    }

    fn is_bonus_share(&self, share: &Share) -> bool {
        match share {
            Share::Row(row, _) => self.is_bonus(Member::Row(*row)),
            // A part of bonus rows only has no share of its own.
            Share::Part(..) => false,
        }
    }
}

pub(super) fn weight(share: &Share) -> Rational {
    let (Share::Row(_, weight) | Share::Part(_, weight, _)) = share;
    *weight
}

/// A member with its weight, and whether it is a bonus.
type Weighed = (Portion, Rational, bool);

fn terms(each: &[Weighed]) -> Result<Vec<Term>> {
    let mut terms = Vec::with_capacity(each.len());
    for (one, weight, bonus) in each {
        let top = one.share.mul(&Interval::point(*weight)).ok_or(Overflow)?;
        terms.push(Term {
            top,
            bottom: if *bonus { Rational::ZERO } else { *weight },
            inside: one.inside,
            unit: None,
            loose: false,
        });
    }
    Ok(terms)
}

/// The weighted mean of the best few.
fn best_of(each: &[Weighed], count: usize) -> Result<Interval> {
    if let Some(share) = ends_of_best(each, count) {
        return Ok(share);
    }
    let ranks: Vec<(Interval, Truth)> = each
        .iter()
        .map(|(one, ..)| (one.share, one.inside))
        .collect();
    let bars = Bars::new(&ranks, count);
    let mut raised = each.to_vec();
    for ((one, ..), chosen) in raised.iter_mut().zip(chosen(&ranks, count)) {
        let sure = one.inside == Truth::TRUE;
        one.inside = one.inside.and(chosen);
        if one.inside != Truth::TRUE {
            one.share = bars.raised(one.share, sure);
        }
    }
    let mut terms = terms(&raised)?;
    for (place, term) in terms.iter_mut().enumerate() {
        term.unit = Some((0, place));
    }
    let sure = ranks.iter().filter(|(_, inside)| *inside == Truth::TRUE);
    let group = Group {
        name: 0,
        count,
        exact: sure.count() >= count,
    };
    fraction(&terms, &[group], Kind::Filled)
}

/// The mean of the best few of members that weigh the same: from their low ends
/// and from their high ends.
fn ends_of_best(each: &[Weighed], count: usize) -> Option<Interval> {
    let (_, weight, _) = each.first()?;
    let plain = each.iter().all(|(one, own, bonus)| {
        let known = one.inside == Truth::TRUE || one.inside == Truth::FALSE;
        own == weight && !bonus && known && !one.share.undefined
    });
    if !plain || weight.is_zero() {
        return None;
    }
    let end = |pick: fn(&Interval) -> Option<Rational>| {
        let inside = each.iter().filter(|(one, ..)| one.inside == Truth::TRUE);
        let ends: Option<Vec<Rational>> = inside.map(|(one, ..)| pick(&one.share)).collect();
        let mut ends = ends?;
        crate::num::sort_by(&mut ends, |a, b| b.cmp(a));
        ends.truncate(count);
        let size = i64::try_from(ends.len()).ok().filter(|size| *size > 0)?;
        let sum = ends.into_iter().try_fold(Rational::ZERO, Rational::add)?;
        sum.div(Rational::whole(size))
    };
    let (low, high) = (end(|share| share.lo)?, end(|share| share.hi)?);
    Some(Interval::between(Some(low), Some(high)))
}
