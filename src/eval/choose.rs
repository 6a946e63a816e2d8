//! What a part chooses among its members, and who is among the best few.

use super::members::Item;
use super::picks::place;
use super::shares::Portion;
use super::walk::{Result, Walk};
use crate::model::{Branch, Gather, Member, Set, Share};
use crate::num::{Interval, Rational, Truth};

/// One end of a rank. What has no value comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    None,
    At(Rational),
    Endless,
}

impl End {
    fn low(rank: &Interval) -> Self {
        match rank.lo {
            Some(lo) if !rank.undefined => Self::At(lo),
            _ => Self::None,
        }
    }

    fn high(rank: &Interval) -> Self {
        match rank.hi {
            _ if rank.empty => Self::None,
            Some(hi) => Self::At(hi),
            None => Self::Endless,
        }
    }
}

/// Ends from the highest down, ties in order: those that stand before another are the first so many.
struct Ladder(Vec<(End, usize)>);

impl Ladder {
    fn new(ends: impl Iterator<Item = (End, usize)>) -> Self {
        let mut all: Vec<(End, usize)> = ends.collect();
        crate::num::sort_by(&mut all, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        Self(all)
    }

    fn before(&self, end: End, index: usize) -> usize {
        self.0
            .partition_point(|(other, place)| *other > end || *other == end && *place < index)
    }
}

/// For each member, whether it is among the best few. Ties go by order; what
/// has no value comes last. Each comes with whether it takes part at all.
pub(super) fn chosen(ranks: &[(Interval, Truth)], count: usize) -> Vec<Truth> {
    let each = || ranks.iter().enumerate();
    let sure = each().filter(|(_, (_, inside))| *inside == Truth::TRUE);
    let sure = Ladder::new(sure.map(|(index, (rank, _))| (End::low(rank), index)));
    let may = each().filter(|(_, (_, inside))| inside.can_be_true());
    let may = Ladder::new(may.map(|(index, (rank, _))| (End::high(rank), index)));
    each()
        .map(|(index, (own, inside))| {
            let surely = sure.before(End::high(own), index);
            let itself = inside.can_be_true() && End::high(own) > End::low(own);
            let maybe = may.before(End::low(own), index);
            let maybe = maybe.saturating_sub(usize::from(itself));
            Truth::of(surely < count, maybe >= count, false)
        })
        .collect()
}

/// What a member has to pass to be among the best few.
pub(super) struct Bars {
    bar: Option<Rational>,
    /// The same for one that is among those that set the bar.
    next: Option<Rational>,
}

impl Bars {
    pub(super) fn new(ranks: &[(Interval, Truth)], count: usize) -> Self {
        let sure = ranks.iter().filter(|(_, inside)| *inside == Truth::TRUE);
        let mut lows: Vec<Rational> = sure
            .filter_map(|(rank, _)| rank.lo.filter(|_| !rank.undefined))
            .collect();
        crate::num::sort_by(&mut lows, |a, b| b.cmp(a));
        let last = count.checked_sub(1).and_then(|last| lows.get(last));
        Self {
            bar: last.copied(),
            next: lows.get(count).copied(),
        }
    }

    /// What one is worth when it is among the best few: no less than what it would have to pass.
    pub(super) fn raised(&self, own: Interval, sure: bool) -> Interval {
        let sets_it = sure
            && !own.undefined
            && own
                .lo
                .is_some_and(|lo| self.bar.is_some_and(|bar| lo >= bar));
        let bar = if sets_it { self.next } else { self.bar };
        match (bar, own.lo, own.hi) {
            (Some(bar), Some(lo), hi) if lo < bar && hi.is_none_or(|hi| hi >= bar) => Interval {
                lo: Some(bar),
                ..own
            },
            _ => own,
        }
    }
}

impl Walk<'_> {
    /// What a part chooses among its direct members: every row in it learns whether it counts.
    pub(super) fn choose(&mut self, part: usize) -> Result<()> {
        let Some(count) = self.rubric.parts.get(part).and_then(|part| part.choose) else {
            return Ok(());
        };
        let members = find(&self.rubric.tree, part).unwrap_or_default();
        // What has no share is not among those to choose from.
        let members: Vec<&Branch> = members.iter().filter(|one| self.counts(one)).collect();
        let mut ranks = Vec::with_capacity(members.len());
        for member in &members {
            let Portion { share, inside } = self.one(&self.as_share(member), &[], false)?;
            ranks.push((share, inside));
        }
        for (member, found) in members.into_iter().zip(chosen(&ranks, count)) {
            let mut rows = Vec::new();
            rows_in(member, &mut rows);
            for row in rows {
                if let Some(slot) = self.known.chosen.get_mut(row) {
                    *slot = slot.and(found);
                }
            }
            self.known.choices.push((part, self.unit_of(member), found));
        }
        Ok(())
    }

    /// Whether a part chose one of its members.
    pub(super) fn choice(&self, part: usize, member: &Share) -> Truth {
        let unit = match member {
            Share::Row(row, _) => *row,
            Share::Part(inner, ..) => self.rubric.rows.len().saturating_add(*inner),
        };
        self.choice_of(part, unit)
    }

    fn choice_of(&self, part: usize, unit: usize) -> Truth {
        let found = self
            .known
            .choices
            .iter()
            .find(|(of, one, _)| *of == part && *one == unit);
        found.map_or(Truth::TRUE, |(.., found)| *found)
    }

    /// Whether the parts around a member chose what it is in: what they dropped is in no set.
    pub(super) fn chosen_outside(&self, member: &Share) -> Truth {
        let of_part = |part: usize| self.rubric.rows.len().saturating_add(part);
        let parent = |part: usize| self.rubric.parts.get(part).and_then(|part| part.parent);
        let (mut unit, mut around) = match member {
            Share::Row(row, _) => (*row, self.rubric.rows.get(*row).and_then(|row| row.part)),
            Share::Part(part, ..) => (of_part(*part), parent(*part)),
        };
        let mut all = Truth::TRUE;
        while let Some(part) = around {
            all = all.and(self.choice_of(part, unit));
            (unit, around) = (of_part(part), parent(part));
        }
        all
    }

    /// Whether members are all there is to choose from.
    pub(super) fn is_whole(&self, part: usize, members: &[Share]) -> bool {
        let all = find(&self.rubric.tree, part).unwrap_or_default();
        all.iter().filter(|one| self.counts(one)).count() == members.len()
    }

    fn unit_of(&self, branch: &Branch) -> usize {
        match branch {
            Branch::Row(row) => *row,
            Branch::Part(part, _) => self.rubric.rows.len().saturating_add(*part),
        }
    }

    /// A branch of the document as a member of a weighted percent.
    fn as_share(&self, branch: &Branch) -> Share {
        match branch {
            Branch::Row(row) => Share::Row(*row, self.weight(Member::Row(*row))),
            Branch::Part(part, inner) => {
                let weight = self.rubric.parts.get(*part).and_then(|part| part.weight);
                let inner = inner.iter().filter(|inner| self.counts(inner));
                let inner = inner.map(|inner| self.as_share(inner)).collect();
                Share::Part(*part, weight.unwrap_or(Rational::ONE), inner)
            }
        }
    }

    /// Whether there is something in it that has a share.
    fn counts(&self, branch: &Branch) -> bool {
        match branch {
            Branch::Row(row) => self.has_share(*row),
            Branch::Part(_, inner) => inner.iter().any(|inner| self.counts(inner)),
        }
    }

    /// Whether a row counts where shares are taken.
    pub(super) fn has_share(&self, row: usize) -> bool {
        let row = self.rubric.rows.get(row);
        row.is_some_and(|row| !row.not_scored && !row.adds_nothing)
    }

    /// The rows of a part that chooses among them alone, as they are before it does,
    /// where a better share is more points: then what it chooses is the best few.
    pub(super) fn as_best(&self, gather: Gather, set: &Set) -> Option<(usize, Vec<Item>)> {
        let Member::Row(first) = *set.members.first()? else {
            return None;
        };
        let part = self.rubric.rows.get(first)?.part?;
        let mut around = self.around(first).skip(1);
        let count = self.rubric.parts.get(part)?.choose?;
        let chooses = |part: usize| {
            self.rubric
                .parts
                .get(part)
                .is_some_and(|part| part.choose.is_some())
        };
        if !set.that.is_empty() || set.pick.is_some() || around.any(chooses) {
            return None;
        }
        let mut own = Vec::with_capacity(set.members.len());
        for branch in find(&self.rubric.tree, part)? {
            let Branch::Row(row) = branch else {
                return None;
            };
            let now = self.known.rows.get(*row)?;
            let member = Member::Row(*row);
            if !self.counts(branch) {
                if gather == Gather::Count {
                    return None;
                }
                continue;
            }
            if now.base != Truth::FALSE {
                own.push(Item {
                    member,
                    value: now.points,
                    base: now.base,
                    that: Truth::TRUE,
                    inside: now.base,
                    unit: None,
                    loose: false,
                });
            }
        }
        let like = |member: Member| (self.ends(member), self.is_lower(member));
        let first = like(own.first()?.member);
        let fits = |item: &Item| like(item.member) == first;
        // Whoever may be chosen is in the set, and nobody else.
        let mut here: Vec<(usize, usize)> =
            set.members.iter().map(|member| place(*member)).collect();
        crate::num::sort_by(&mut here, Ord::cmp);
        let there = |item: &Item| here.binary_search(&place(item.member)).is_ok();
        let of_part = |member: &Member| matches!(member, Member::Row(row) if self.rubric.rows.get(*row).is_some_and(|row| row.part == Some(part)));
        let whole = own.iter().all(|item| fits(item) && there(item));
        (whole && set.members.iter().all(of_part)).then_some((count, own))
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
