//! Shares: a row's points by its own most points, and weighted means of them
//! as rows nest in parts.

use super::fraction::{Group, Term, fraction};
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

    /// The members of a part, or of a list, as one.
    pub(super) fn portion(
        &self,
        members: &[Share],
        that: &[RowTest],
        stretch: bool,
        choose: Option<usize>,
    ) -> Result<Portion> {
        let mut each = Vec::with_capacity(members.len());
        for share in members {
            each.push((
                self.one(share, that, stretch)?,
                weight(share),
                self.is_bonus_share(share),
            ));
        }
        let inside = each
            .iter()
            .fold(Truth::FALSE, |all, (portion, ..)| all.or(portion.inside));
        if let Some(count) = choose
            && let Some(share) = self.chosen_share(&each, count)?
        {
            return Ok(Portion { share, inside });
        }
        let mut terms = Vec::with_capacity(each.len());
        for (place, (portion, weight, bonus)) in each.iter().enumerate() {
            let top = portion
                .share
                .mul(&Interval::point(*weight))
                .ok_or(Overflow)?;
            terms.push(Term {
                top,
                bottom: if *bonus { Rational::ZERO } else { *weight },
                inside: portion.inside,
                unit: choose.map(|_| (0, place)),
            });
        }
        let mut groups = Vec::new();
        if let Some(count) = choose {
            let ranks: Vec<(Interval, Truth)> = each
                .iter()
                .map(|(portion, ..)| (portion.share, portion.inside))
                .collect();
            let chosen = super::picks::chosen(&ranks, count);
            for (place, (term, chosen)) in terms.iter_mut().zip(chosen).enumerate() {
                term.inside = term.inside.and(chosen);
                let (Some((share, _)), Some((_, weight, _))) = (ranks.get(place), each.get(place))
                else {
                    continue;
                };
                if term.inside != Truth::TRUE {
                    let share = super::picks::raised(*share, &ranks, place, count);
                    term.top = share.mul(&Interval::point(*weight)).ok_or(Overflow)?;
                }
            }
            let sure = each
                .iter()
                .filter(|(portion, ..)| portion.inside == Truth::TRUE)
                .count();
            groups.push(Group {
                name: 0,
                count,
                exact: sure >= count,
            });
        }
        Ok(Portion {
            share: fraction(&terms, &groups, true, true)?,
            inside,
        })
    }

    /// The best few of members that weigh the same, from their low ends and from their high ends.
    fn chosen_share(
        &self,
        each: &[(Portion, Rational, bool)],
        count: usize,
    ) -> Result<Option<Interval>> {
        let Some((_, weight, _)) = each.first() else {
            return Ok(None);
        };
        let plain = each.iter().all(|(portion, own, bonus)| {
            let known = portion.inside == Truth::TRUE || portion.inside == Truth::FALSE;
            own == weight && !bonus && known && !portion.share.undefined
        });
        if !plain || weight.is_zero() {
            return Ok(None);
        }
        let end = |pick: fn(&Interval) -> Option<Rational>| {
            let inside = each
                .iter()
                .filter(|(portion, ..)| portion.inside == Truth::TRUE);
            let ends: Option<Vec<Rational>> =
                inside.map(|(portion, ..)| pick(&portion.share)).collect();
            let mut ends = ends?;
            ends.sort_unstable_by(|a, b| b.cmp(a));
            ends.truncate(count);
            let size = i64::try_from(ends.len()).ok().filter(|size| *size > 0)?;
            let sum = ends.into_iter().try_fold(Rational::ZERO, Rational::add)?;
            sum.div(Rational::whole(size))
        };
        let (low, high) = (end(|share| share.lo), end(|share| share.hi));
        Ok(low
            .zip(high)
            .map(|(low, high)| Interval::between(Some(low), Some(high))))
    }

    /// One member.
    pub(super) fn one(&self, share: &Share, that: &[RowTest], stretch: bool) -> Result<Portion> {
        match share {
            Share::Part(part, _, inner) => {
                let choose = self.rubric.parts.get(*part).and_then(|part| part.choose);
                self.portion(inner, that, stretch, choose)
            }
            Share::Row(row, _) => {
                let Some(now) = self.rows.get(*row) else {
                    return Ok(Portion {
                        share: Interval::UNDEFINED,
                        inside: Truth::FALSE,
                    });
                };
                let member = Member::Row(*row);
                let mut inside = now.base;
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
