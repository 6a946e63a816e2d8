//! The best and the newest few of a set, and what a part chooses.

use super::fraction::Group;
use super::members::Item;
use super::shares::Portion;
use super::truths::part_of;
use super::values::RowState;
use super::walk::{Overflow, Result, Walk};
use crate::model::{Amount, Branch, Gather, Member, Pick, Reply, Share};
use crate::num::{Interval, Rational, Truth};

/// One end of what a value may be.
type End = fn(&Interval) -> Option<Rational>;

/// The name of the one group that a pick makes.
const PICKED: usize = usize::MAX;

/// For each member, whether it is among the best few. Ties go by order; what
/// has no value comes last. Each comes with whether it takes part at all.
pub(super) fn chosen(ranks: &[(Interval, Truth)], count: usize) -> Vec<Truth> {
    let place = |index: usize| -> Truth {
        let Some((own, _)) = ranks.get(index) else {
            return Truth::FALSE;
        };
        let (mut surely, mut maybe) = (0_usize, 0_usize);
        for (other, (rank, inside)) in ranks.iter().enumerate() {
            if other == index || !inside.can_be_true() {
                continue;
            }
            let (certain, possible) = beats(rank, own, other < index);
            surely = surely.saturating_add(usize::from(certain && *inside == Truth::TRUE));
            maybe = maybe.saturating_add(usize::from(possible));
        }
        Truth::of(surely < count, maybe >= count, false)
    };
    (0..ranks.len()).map(place).collect()
}

/// Whether one surely stands before another, and whether it may.
fn beats(rank: &Interval, own: &Interval, earlier: bool) -> (bool, bool) {
    match (rank.empty, own.empty) {
        (true, true) => return (earlier, earlier),
        (true, false) => return (false, own.undefined),
        (false, true) => return (!rank.undefined, true),
        (false, false) => {}
    }
    let before = |a: Option<Rational>, b: Option<Rational>| match (a, b) {
        (Some(a), Some(b)) => Some(if earlier { a >= b } else { a > b }),
        _ => None,
    };
    let certain = before(rank.lo, own.hi).unwrap_or(false) && !rank.undefined;
    let possible = before(rank.hi, own.lo).unwrap_or(true) || own.undefined;
    (certain, possible)
}

/// What one of several is worth when it is among the best few: no less than
/// what it would have to pass.
pub(super) fn raised(
    own: Interval,
    ranks: &[(Interval, Truth)],
    place: usize,
    count: usize,
) -> Interval {
    let others = ranks
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != place);
    let sure = others.filter(|(_, (_, inside))| *inside == Truth::TRUE);
    let mut bars: Vec<Rational> = sure
        .filter_map(|(_, (rank, _))| rank.lo.filter(|_| !rank.undefined))
        .collect();
    bars.sort_unstable_by(|a, b| b.cmp(a));
    let bar = count.checked_sub(1).and_then(|last| bars.get(last));
    match (bar, own.lo, own.hi) {
        (Some(bar), Some(lo), hi) if lo < *bar && hi.is_none_or(|hi| hi >= *bar) => Interval {
            lo: Some(*bar),
            ..own
        },
        _ => own,
    }
}

impl Walk<'_> {
    /// Whether fewer points are better on a row.
    fn is_lower(&self, member: Member) -> bool {
        matches!(member, Member::Row(row) if self.rubric.rows.get(row).is_some_and(|row| row.lower))
    }

    /// How many an amount is, out of so many.
    pub(super) fn amount(&self, amount: &Amount, size: usize, up: bool) -> Option<usize> {
        match amount {
            Amount::Count(count) => Some(*count),
            Amount::Share(share) => Some(part_of(*share, size, up)),
            Amount::Setting(setting, share) => match self.setting(*setting)? {
                Reply::Number(value) if *share => Some(part_of(value, size, up)),
                Reply::Number(value) if value.is_whole() => usize::try_from(value.numer()).ok(),
                _ => None,
            },
        }
    }

    /// `best N of S`, `newest N of S`, boiled down.
    pub(super) fn picked(
        &self,
        gather: Gather,
        items: Vec<Item>,
        pick: &Pick,
        stretch: bool,
    ) -> Result<Interval> {
        let mut items = items;
        items.retain(|item| item.inside != Truth::FALSE);
        items.sort_by_key(|item| place(item.member)); // ties go by the order of the file
        let Some(count) = self.amount(&pick.count, items.len(), true) else {
            return Ok(Interval::UNDEFINED);
        };
        if pick.best && items.len() <= count {
            return self.boiled(gather, &items, &[], stretch);
        }
        let missing = |item: &Item| item.inside == Truth::TRUE && item.value.empty;
        if pick.best && items.iter().any(missing) {
            return Ok(Interval::UNDEFINED);
        }
        if pick.best
            && let Some(found) = self.corners(gather, &items, count, stretch)?
        {
            return Ok(found);
        }
        let mut kept = items.clone();
        let ranks: Vec<(Interval, Truth)> =
            items.iter().map(|item| (item.value, item.inside)).collect();
        for (place, (item, inside)) in kept
            .iter_mut()
            .zip(self.among(&items, pick, count)?)
            .enumerate()
        {
            item.inside = item.inside.and(inside);
            item.unit = Some((PICKED, place));
            if pick.best && item.inside != Truth::TRUE && !self.is_lower(item.member) {
                item.value = raised(item.value, &ranks, place, count);
            }
        }
        let group = Group {
            name: PICKED,
            count,
            exact: pick.best
                && items
                    .iter()
                    .filter(|item| item.inside == Truth::TRUE)
                    .count()
                    >= count,
        };
        self.boiled(gather, &kept, &[group], stretch)
    }

    /// For each item, whether it is among the picked.
    pub(super) fn among(&self, items: &[Item], pick: &Pick, count: usize) -> Result<Vec<Truth>> {
        if !pick.best {
            return Ok(self.newest(items, count));
        }
        let mut ranks = Vec::with_capacity(items.len());
        for item in items {
            ranks.push((
                self.mirrored(item.member, item.value).ok_or(Overflow)?,
                item.inside,
            ));
        }
        Ok(chosen(&ranks, count))
    }

    /// The last few that are rated, in order of the file.
    fn newest(&self, items: &[Item], count: usize) -> Vec<Truth> {
        let rated = |item: &Item| match item.member {
            Member::Row(row) => match self.rows.get(row) {
                Some(now) if now.state == RowState::Rated => item.inside,
                Some(now) if now.is_open => item.inside.and(Truth::OPEN),
                _ => Truth::FALSE,
            },
            _ => item.inside,
        };
        let each: Vec<Truth> = items.iter().map(rated).collect();
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
    fn corners(
        &self,
        gather: Gather,
        items: &[Item],
        count: usize,
        stretch: bool,
    ) -> Result<Option<Interval>> {
        let first = items
            .first()
            .map(|item| (self.ends(item.member), self.weight(item.member)));
        let alike = items
            .iter()
            .all(|item| Some((self.ends(item.member), self.weight(item.member))) == first);
        let direction = |item: &Item| self.is_lower(item.member);
        let one_way = items
            .iter()
            .all(|item| direction(item) == items.first().is_some_and(direction));
        let plain = match gather {
            Gather::Sum | Gather::Mean | Gather::Lowest | Gather::Highest | Gather::Median => {
                one_way
            }
            Gather::Count => true,
            _ => alike && one_way,
        };
        let known = |item: &Item| !item.value.undefined && !item.inside.can_be_undefined();
        if !plain || !items.iter().all(known) || items.iter().any(|item| self.is_bonus(item.member))
        {
            return Ok(None);
        }
        let sure: Vec<Item> = items
            .iter()
            .filter(|item| item.inside == Truth::TRUE)
            .copied()
            .collect();
        let mut all = items.to_vec();
        all.iter_mut().for_each(|item| item.inside = Truth::TRUE);
        // One more to choose from can only better the few, where enough are sure; a sum
        // of points that are never negative also grows while there are fewer.
        let positive = items
            .iter()
            .all(|item| item.value.lo.is_some_and(|low| !low.is_negative()));
        let grows = matches!(gather, Gather::Sum | Gather::Count) && positive;
        if sure.len() < count.min(items.len()) && !grows {
            return Ok(None);
        }
        // Where lower is better, better ratings raise a percent and lower a sum.
        let lower = items.first().is_some_and(direction);
        let share = matches!(gather, Gather::Percent | Gather::WeightedPercent);
        let up = |value: &Interval| value.hi;
        let down = |value: &Interval| value.lo;
        let (worst, best): (End, End) = if lower { (up, down) } else { (down, up) };
        let enough = sure.len() >= count;
        let few = self.corner(
            gather,
            if lower && !share && !enough {
                &all
            } else {
                &sure
            },
            count,
            stretch,
            worst,
        )?;
        let many = self.corner(gather, &all, count, stretch, best)?;
        let found = if lower && !share {
            if enough {
                between(many, few)
            } else {
                between(self.corner(gather, &sure, count, stretch, best)?, few)
            }
        } else {
            between(few, many)
        };
        Ok(Some(if sure.is_empty() {
            found.may_be_undefined()
        } else {
            found
        }))
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
        fixed.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        let best: Vec<Item> = fixed
            .into_iter()
            .take(count)
            .map(|(_, item)| item)
            .collect();
        self.boiled(gather, &best, &[], stretch)
    }

    /// What a part chooses among its direct members: every row in it learns whether it counts.
    pub(super) fn choose(&mut self, part: usize) -> Result<()> {
        let Some(count) = self.rubric.parts.get(part).and_then(|part| part.choose) else {
            return Ok(());
        };
        let Some(members) = find(&self.rubric.tree, part) else {
            return Ok(());
        };
        let mut ranks = Vec::with_capacity(members.len());
        for member in members {
            let Portion { share, inside } = self.one(&as_share(self, member), &[], false)?;
            ranks.push((share, inside));
        }
        for (member, found) in members.iter().zip(chosen(&ranks, count)) {
            let mut rows = Vec::new();
            rows_in(member, &mut rows);
            for row in rows {
                if let Some(slot) = self.chosen.get_mut(row) {
                    *slot = slot.and(found);
                }
            }
        }
        Ok(())
    }
}

/// The place of a member in the file, kind by kind.
fn place(member: Member) -> (usize, usize) {
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

/// A branch of the document as a member of a weighted percent.
fn as_share(walk: &Walk<'_>, branch: &Branch) -> Share {
    match branch {
        Branch::Row(row) => {
            let weight = walk
                .rubric
                .rows
                .get(*row)
                .map_or(Rational::ONE, crate::model::Row::weighs);
            Share::Row(*row, weight)
        }
        Branch::Part(part, inner) => {
            let weight = walk.rubric.parts.get(*part).and_then(|part| part.weight);
            let inner = inner
                .iter()
                .filter(|inner| counts(walk, inner))
                .map(|inner| as_share(walk, inner));
            Share::Part(*part, weight.unwrap_or(Rational::ONE), inner.collect())
        }
    }
}

fn counts(walk: &Walk<'_>, branch: &Branch) -> bool {
    match branch {
        Branch::Row(row) => walk
            .rubric
            .rows
            .get(*row)
            .is_some_and(|row| !row.not_scored && !row.adds_nothing),
        Branch::Part(..) => true,
    }
}

fn rows_in(branch: &Branch, rows: &mut Vec<usize>) {
    match branch {
        Branch::Row(row) => rows.push(*row),
        Branch::Part(_, inner) => inner.iter().for_each(|inner| rows_in(inner, rows)),
    }
}

/// The members of a part, found anywhere in the tree.
fn find(tree: &[Branch], wanted: usize) -> Option<&[Branch]> {
    tree.iter().find_map(|branch| match branch {
        Branch::Part(part, inner) if *part == wanted => Some(inner.as_slice()),
        Branch::Part(_, inner) => find(inner, wanted),
        Branch::Row(_) => None,
    })
}
