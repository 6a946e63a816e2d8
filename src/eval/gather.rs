//! Sets boiled down to numbers.

use super::fraction::{Group, Kind, Term, fraction, never_defined};
use super::members::Item;
use super::walk::{Overflow, Result, Walk};
use crate::model::{Gather, Set};
use crate::num::{Interval, Rational, Truth};

/// With more optional members than these a median is bounded, not worked out.
const TRIED: usize = 64;

impl Walk<'_> {
    pub(super) fn gather(&self, gather: Gather, set: &Set, stretch: bool) -> Result<Interval> {
        // A filter that asks for what is left out takes it as members.
        let about = set.pick.is_none() && set.that.iter().any(super::truths::is_about_row);
        let mut items = self.items(set, about)?;
        if gather != Gather::Count {
            items.retain(|item| self.adds(item.member));
        }
        if !items.iter().any(|item| item.base.can_be_true()) {
            return Ok(Interval::UNDEFINED);
        }
        if let Some((count, own)) = self.as_best(gather, set)
            && let Some(found) = self.corners(gather, &own, count, stretch)?
        {
            return Ok(found);
        }
        let sure = items.iter().any(|item| item.base == Truth::TRUE);
        let found = match &set.pick {
            Some(pick) => self.picked(gather, items, pick, stretch)?,
            None => self.boiled(gather, &items, &self.groups(&items), stretch)?,
        };
        Ok(if sure {
            found
        } else {
            found.may_be_undefined()
        })
    }

    /// The parts among the units of members that have not chosen yet.
    pub(super) fn groups(&self, items: &[Item]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for item in items {
            let Some((part, _)) = item.unit else { continue };
            if groups.iter().any(|group| group.name == part) {
                continue;
            }
            // Rows that come and go together are units without a limit.
            let count = self.rubric.parts.get(part).and_then(|part| part.choose);
            groups.push(Group {
                name: part,
                count: count.unwrap_or(usize::MAX),
                exact: false,
            });
        }
        groups
    }

    /// Every member with whether it is in, boiled down.
    pub(super) fn boiled(
        &self,
        gather: Gather,
        items: &[Item],
        groups: &[Group],
        stretch: bool,
    ) -> Result<Interval> {
        match gather {
            Gather::Lowest => return Ok(lowest(items)),
            Gather::Highest => return highest(items),
            Gather::Median => return median(items),
            _ => {}
        }
        let mut terms = Vec::with_capacity(items.len());
        for item in items {
            let Some((top, bottom)) = self.parts_of(gather, item, stretch)? else {
                return Ok(Interval::UNDEFINED);
            };
            terms.push(Term {
                top,
                bottom,
                inside: item.inside,
                unit: item.unit,
                loose: item.loose,
            });
        }
        let ratio = !matches!(gather, Gather::Sum | Gather::WeightedSum | Gather::Count);
        // Nobody at all is no sum; that a filter keeps nobody is one of 0.
        let sure = items.iter().any(|item| item.base == Truth::TRUE);
        let some = !sure && items.iter().all(|item| item.that == Truth::TRUE);
        fraction(
            &terms,
            groups,
            if ratio { Kind::Ratio } else { Kind::Sum(some) },
        )
    }

    /// What a member adds above and below.
    pub(super) fn parts_of(
        &self,
        gather: Gather,
        item: &Item,
        stretch: bool,
    ) -> Result<Option<(Interval, Rational)>> {
        let (member, value) = (item.member, item.value);
        let weight = self.weight(member);
        let weighed = |value: Interval| value.mul(&Interval::point(weight)).ok_or(Overflow);
        let below = |bottom: Rational| {
            if self.is_bonus(member) {
                Rational::ZERO
            } else {
                bottom
            }
        };
        Ok(Some(match gather {
            Gather::Count => (Interval::point(Rational::ONE), Rational::ONE),
            Gather::WeightedSum => (weighed(value)?, Rational::ONE),
            Gather::Mean => (value, below(Rational::ONE)),
            Gather::WeightedMean => (weighed(value)?, below(weight)),
            Gather::Percent => {
                let Some((least, most)) = self.ends(member) else {
                    return Ok(None);
                };
                let from = if stretch { least } else { Rational::ZERO };
                let top = self
                    .mirrored(member, value)
                    .and_then(|value| value.add(&Interval::point(from.neg()?)));
                (top.ok_or(Overflow)?, below(most.sub(from).ok_or(Overflow)?))
            }
            Gather::WeightedPercent => {
                (weighed(self.share(member, value, stretch)?)?, below(weight))
            }
            _ => (value, Rational::ONE),
        }))
    }
}

/// Whether it is one of its members, so that they do not add up.
pub(super) fn aside(gather: Gather) -> bool {
    matches!(gather, Gather::Lowest | Gather::Highest | Gather::Median)
}

/// What may be in, and what surely is.
fn parted(items: &[Item]) -> (Vec<Interval>, Vec<Interval>, bool) {
    let (mut sure, mut may, mut undefined) = (Vec::new(), Vec::new(), false);
    for item in items.iter().filter(|item| item.inside != Truth::FALSE) {
        undefined |=
            item.inside.can_be_undefined() || item.inside.can_be_true() && item.value.undefined;
        if item.inside == Truth::TRUE {
            sure.push(item.value);
        } else if item.inside.can_be_true() && !item.value.empty {
            may.push(item.value);
        }
    }
    (sure, may, undefined)
}

fn spoils(item: &Item) -> bool {
    never_defined(item.inside, &item.value)
}

fn lowest(items: &[Item]) -> Interval {
    let (sure, may, undefined) = parted(items);
    if items.iter().any(spoils) || sure.is_empty() && may.is_empty() {
        return Interval::UNDEFINED;
    }
    let least = |all: &mut dyn Iterator<Item = Option<Rational>>| {
        let ends: Option<Vec<Rational>> = all.collect();
        ends.and_then(|ends| ends.into_iter().min())
    };
    let lo = least(&mut sure.iter().chain(&may).map(|value| value.lo));
    // What has no upper end lowers nothing that has one.
    let hi = if sure.is_empty() {
        let ends: Option<Vec<Rational>> = may.iter().map(|value| value.hi).collect();
        ends.and_then(|ends| ends.into_iter().max())
    } else {
        sure.iter().filter_map(|value| value.hi).min()
    };
    let found = Interval::between(lo, hi);
    if undefined || sure.is_empty() {
        found.may_be_undefined()
    } else {
        found
    }
}

fn highest(items: &[Item]) -> Result<Interval> {
    let mut turned = Vec::with_capacity(items.len());
    for item in items {
        turned.push(Item {
            value: item.value.neg().ok_or(Overflow)?,
            ..*item
        });
    }
    lowest(&turned).neg().ok_or(Overflow)
}

fn median(items: &[Item]) -> Result<Interval> {
    let (sure, may, undefined) = parted(items);
    if items.iter().any(spoils) || sure.is_empty() && may.is_empty() {
        return Ok(Interval::UNDEFINED);
    }
    let lo = median_end(&sure, &may, |value| value.lo, false)?;
    let hi = median_end(&sure, &may, |value| value.hi, true)?;
    let found = Interval::between(lo, hi);
    Ok(if undefined || sure.is_empty() {
        found.may_be_undefined()
    } else {
        found
    })
}

/// The lowest (or highest) median: with so many of the optional members, always the lowest (highest) of them.
fn median_end(
    sure: &[Interval],
    may: &[Interval],
    end: fn(&Interval) -> Option<Rational>,
    high: bool,
) -> Result<Option<Rational>> {
    let ends = |all: &[Interval]| all.iter().map(end).collect::<Option<Vec<Rational>>>();
    let (Some(fixed), Some(mut free)) = (ends(sure), ends(may)) else {
        return Ok(None);
    };
    crate::num::sort_by(&mut free, Ord::cmp);
    if high {
        free.reverse();
    }
    if free.len() > TRIED {
        let all = fixed.into_iter().chain(free);
        return Ok(if high { all.max() } else { all.min() });
    }
    let mut best: Option<Rational> = None;
    for count in 0..=free.len() {
        let mut all: Vec<Rational> = fixed
            .iter()
            .chain(free.iter().take(count))
            .copied()
            .collect();
        crate::num::sort_by(&mut all, Ord::cmp);
        let Some(middle) = middle(&all)? else {
            continue;
        };
        best = Some(match best {
            Some(best) if high => best.max(middle),
            Some(best) => best.min(middle),
            None => middle,
        });
    }
    Ok(best)
}

/// The mean of the middle two, or the middle one, of sorted numbers.
fn middle(sorted: &[Rational]) -> Result<Option<Rational>> {
    let Some(last) = sorted.len().checked_sub(1) else {
        return Ok(None);
    };
    let upper = sorted
        .len()
        .checked_div(2)
        .and_then(|place| sorted.get(place));
    let lower = last.checked_div(2).and_then(|place| sorted.get(place));
    let both = upper
        .zip(lower)
        .and_then(|(upper, lower)| upper.add(*lower)?.div(Rational::whole(2)));
    both.map(Some).ok_or(Overflow)
}
