//! The best and the newest few of a set, and what a part chooses.

use super::choose::{Bars, chosen};
use super::fraction::{Group, never_defined};
use super::members::Item;
use super::walk::{Overflow, Result, Walk};
use crate::model::{Gather, Member, Pick};
use crate::num::{Interval, Rational, Truth};

/// One end of what a value may be.
type End = fn(&Interval) -> Option<Rational>;

/// The name of the one group that a pick makes.
const PICKED: usize = usize::MAX;

impl Walk<'_> {
    /// Whether fewer points are better on a row.
    pub(super) fn is_lower(&self, member: Member) -> bool {
        matches!(member, Member::Row(row) if self.rubric.rows.get(row).is_some_and(|row| row.lower))
    }

    /// `best N of S`, `newest N of S`, boiled down.
    pub(super) fn picked(
        &self,
        gather: Gather,
        items: Vec<Item>,
        pick: &Pick,
        stretch: bool,
    ) -> Result<Interval> {
        let (mut items, gone): (Vec<Item>, Vec<Item>) = items
            .into_iter()
            .partition(|item| item.inside != Truth::FALSE);
        crate::num::sort_by_key(&mut items, |item| place(item.member)); // ties go by the order of the file
        let Some(count) = self.amount(&pick.count, items.len(), true) else {
            return Ok(Interval::UNDEFINED);
        };
        let spoils = |item: &Item| never_defined(item.inside, &item.value);
        if pick.best && items.iter().any(spoils) {
            return Ok(Interval::UNDEFINED);
        }
        if pick.best && items.len() <= count {
            let groups = self.groups(&items);
            items.extend(gone);
            let found = self.boiled(gather, &items, &groups, stretch)?;
            return Ok(unranked(&items, found));
        }
        if pick.best
            && let Some(found) = self.corners(gather, &items, count, stretch)?
        {
            return Ok(found);
        }
        let mut kept = items.clone();
        let bars = Bars::new(&self.ranks(&items)?, count);
        let among = self.among(&items, pick, count)?;
        for (place, (item, picked)) in kept.iter_mut().zip(among).enumerate() {
            let sure = item.inside == Truth::TRUE;
            item.inside = item.inside.and(picked);
            (item.unit, item.loose) = (Some((PICKED, place)), false);
            if pick.best && item.inside != Truth::TRUE && !self.is_lower(item.member) {
                item.value = bars.raised(item.value, sure);
            }
        }
        let sure = (items.iter()).filter(|item| self.may_pick(item, pick) == Truth::TRUE);
        let group = Group {
            name: PICKED,
            count,
            exact: sure.count() >= count,
        };
        kept.extend(gone);
        let found = self.boiled(gather, &kept, &[group], stretch)?;
        Ok(if pick.best {
            unranked(&items, found)
        } else {
            found
        })
    }

    /// For each item, whether it is among the picked.
    pub(super) fn among(&self, items: &[Item], pick: &Pick, count: usize) -> Result<Vec<Truth>> {
        if !pick.best {
            return Ok(self.newest(items, pick, count));
        }
        Ok(chosen(&self.ranks(items)?, count))
    }

    /// What members are ranked by, and whether they are there.
    fn ranks(&self, items: &[Item]) -> Result<Vec<(Interval, Truth)>> {
        let rank = |item: &Item| self.mirrored(item.member, item.value).ok_or(Overflow);
        items
            .iter()
            .map(|item| Ok((rank(item)?, item.inside)))
            .collect()
    }

    /// Whether a member can be picked: the newest are looked for among the rated only.
    fn may_pick(&self, item: &Item, pick: &Pick) -> Truth {
        match item.member {
            Member::Row(row) if !pick.best => match self.known.rows.get(row) {
                Some(now) => item.inside.and(now.answered),
                None => Truth::FALSE,
            },
            _ => item.inside,
        }
    }

    /// The last few that are rated, in order of the file.
    fn newest(&self, items: &[Item], pick: &Pick, count: usize) -> Vec<Truth> {
        let each: Vec<Truth> = (items.iter())
            .map(|item| self.may_pick(item, pick))
            .collect();
        let (mut surely, mut maybe) = (0_usize, 0_usize);
        let mut found: Vec<Truth> = Vec::with_capacity(each.len());
        for own in each.iter().rev() {
            found.push(own.and(Truth::of(surely < count, maybe >= count, false)));
            surely = surely.saturating_add(usize::from(*own == Truth::TRUE));
            maybe = maybe.saturating_add(usize::from(own.can_be_true()));
        }
        found.reverse();
        found
    }

    /// The best few at all low ends, and at all high ends: exact where a better
    /// member can only raise the result.
    pub(super) fn corners(
        &self,
        gather: Gather,
        items: &[Item],
        count: usize,
        stretch: bool,
    ) -> Result<Option<Interval>> {
        let sure = items.iter().filter(|item| item.inside == Truth::TRUE);
        let sure: Vec<Item> = sure.copied().collect();
        // One more to choose from can only better the few, where enough are sure; a sum
        // of points that are never negative also grows while there are fewer.
        let low = |item: &Item| item.value.lo.is_some_and(|low| !low.is_negative());
        let grows = matches!(gather, Gather::Sum | Gather::Count) && items.iter().all(low);
        let enough = sure.len() >= count;
        if !self.is_one_way(gather, items) || !enough && sure.len() < items.len() && !grows {
            return Ok(None);
        }
        let mut all = items.to_vec();
        all.iter_mut().for_each(|item| item.inside = Truth::TRUE);
        let (up, down): (End, End) = (|value| value.hi, |value| value.lo);
        let end = |of: &[Item], end: End| self.corner(gather, of, count, stretch, end);
        // Where lower is better, better ratings raise a percent and lower a sum.
        let lower = items.first().is_some_and(|item| self.is_lower(item.member));
        let share = matches!(gather, Gather::Percent | Gather::WeightedPercent);
        let (low, high) = match (lower, share) {
            (false, _) => (end(&sure, down)?, end(&all, up)?),
            (true, true) => (end(&sure, up)?, end(&all, down)?),
            (true, false) if enough => (end(&all, down)?, end(&sure, up)?),
            (true, false) => (end(&sure, down)?, end(&all, up)?),
        };
        let found = between(low, high);
        Ok(Some(if sure.is_empty() {
            found.may_be_undefined()
        } else {
            found
        }))
    }

    /// Whether a better rank is a better result: all are ranked by what is boiled down.
    fn is_one_way(&self, gather: Gather, items: &[Item]) -> bool {
        let like = |item: &Item| (self.ends(item.member), self.weight(item.member));
        let first = items.first().map(like);
        let alike = items.iter().all(|item| Some(like(item)) == first);
        let lower = items
            .iter()
            .filter(|item| self.is_lower(item.member))
            .count();
        // Rows that are mirrored in ranges of their own are not ranked by their points.
        let one_way = lower == 0 || alike && lower == items.len();
        let plain = match gather {
            Gather::Sum | Gather::Mean | Gather::Lowest | Gather::Highest | Gather::Median => {
                one_way
            }
            Gather::Count => true,
            _ => alike && one_way,
        };
        plain
            && items.iter().all(|item| {
                let known = !item.value.undefined && !item.inside.can_be_undefined();
                known && !self.is_bonus(item.member)
            })
    }

    fn corner(
        &self,
        gather: Gather,
        items: &[Item],
        count: usize,
        stretch: bool,
        end: fn(&Interval) -> Option<Rational>,
    ) -> Result<Interval> {
        let mut fixed = Vec::with_capacity(items.len());
        for item in items {
            let Some(value) = end(&item.value) else {
                return Ok(Interval::ANY);
            };
            let value = Interval::point(value);
            let rank = self
                .mirrored(item.member, value)
                .and_then(|rank| rank.known())
                .ok_or(Overflow)?;
            fixed.push((rank, Item { value, ..*item }));
        }
        // A stable sort keeps the order of the file where ranks are the same.
        crate::num::sort_by_key(&mut fixed, |(rank, _)| std::cmp::Reverse(*rank));
        let best: Vec<Item> = fixed
            .into_iter()
            .take(count)
            .map(|(_, item)| item)
            .collect();
        self.boiled(gather, &best, &[], stretch)
    }
}

/// What has no value has no place among the best: then there are no best.
fn unranked(items: &[Item], found: Interval) -> Interval {
    if items.iter().any(may_lack_value) {
        found.may_be_undefined()
    } else {
        found
    }
}

pub(super) fn may_lack_value(item: &Item) -> bool {
    item.inside.can_be_undefined() || item.inside.can_be_true() && item.value.undefined
}

/// The place of a member in the file, kind by kind.
pub(super) fn place(member: Member) -> (usize, usize) {
    match member {
        Member::Row(row) => (0, row),
        Member::Score(score) => (1, score),
        Member::Ladder(ladder) => (2, ladder),
        Member::Ask(ask) => (3, ask),
        Member::Setting(setting) => (4, setting),
    }
}

fn between(low: Interval, high: Interval) -> Interval {
    let found = Interval::between(low.lo, high.hi);
    if low.empty || high.empty {
        Interval::UNDEFINED
    } else if low.undefined || high.undefined {
        found.may_be_undefined()
    } else {
        found
    }
}
