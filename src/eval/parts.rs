//! What values are made of, member by member: the same walk, told in parts, so
//! that an explanation cannot say anything else than the outcome.

use super::gather::aside;
use super::members::Item;
use super::picks::place;
use super::shares::weight;
use super::values::{RowState, RowValue};
use super::walk::{Result, Walk};
use crate::model::{Gather, Member, Quantity, RowTest, Set, Share};
use crate::num::{Interval, Levels, Rational, Truth};

/// Why a member does not count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Its condition is false, or it is retired.
    NotAsked,
    /// Shown only.
    NotScored,
    /// Left out as not applicable.
    LeftOut,
    /// The part around it chose others.
    NotChosen,
    /// It does not pass the filter of the set.
    Filtered,
    /// It is not among the best or the newest few.
    NotAmong,
    /// It stands in gates and counts only.
    AddsNothing,
    /// Of a part: nothing in it counts.
    Empty,
}

/// One member of a set or of a part.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Whether it counts.
    pub inside: Truth,
    /// Why not, where it does not.
    pub why: Option<Why>,
    /// What it is worth by itself; of a weighted percent its share.
    pub value: Interval,
    /// What it adds above and, in a quotient, below.
    pub adds: Option<(Interval, Rational)>,
    /// What it weighs.
    pub weight: Rational,
}

impl Walk<'_> {
    /// The members of a set in their order, each as far as it counts: in a number
    /// that is gathered from them, or (without one) where they are counted off.
    /// `left_out` where the test is about the row: then what is left out is a member too.
    pub fn parts(
        &self,
        gather: Option<(Gather, bool)>,
        set: &Set,
        left_out: bool,
    ) -> Result<Vec<Part>> {
        let items = self.items(set, left_out)?;
        let adds = |item: &Item| match gather {
            Some((gather, _)) => gather == Gather::Count || self.adds(item.member),
            None => true,
        };
        let mut kept: Vec<Item> = items.iter().filter(|item| adds(item)).copied().collect();
        let mut among = Vec::new();
        if let Some(pick) = &set.pick {
            if gather.is_some() {
                kept.retain(|item| item.inside != Truth::FALSE);
                crate::num::sort_by_key(&mut kept, |item| place(item.member));
            }
            if let Some(count) = self.amount(&pick.count, kept.len(), true) {
                let each = kept.iter().map(|item| item.member);
                among = each.zip(self.among(&kept, pick, count)?).collect();
                crate::num::sort_by_key(&mut among, |(member, _)| place(*member));
            }
        }
        let mut items = items.into_iter().peekable();
        let mut found = Vec::with_capacity(set.members.len());
        for member in &set.members {
            let Some(item) = items.next_if(|item| item.member == *member) else {
                found.push(self.outside(*member));
                continue;
            };
            let picked = among
                .binary_search_by_key(&place(*member), |(member, _)| place(*member))
                .ok()
                .and_then(|at| among.get(at));
            let picked = match picked {
                Some((_, picked)) => *picked,
                None => Truth::from_bool(set.pick.is_none()),
            };
            found.push(self.inside(&item, picked, adds(&item), gather)?);
        }
        Ok(found)
    }

    fn inside(
        &self,
        item: &Item,
        picked: Truth,
        adds: bool,
        gather: Option<(Gather, bool)>,
    ) -> Result<Part> {
        let inside = item.inside.and(picked).and(Truth::from_bool(adds));
        let why = if item.inside == Truth::FALSE {
            Some(Why::Filtered)
        } else if !adds {
            Some(Why::AddsNothing)
        } else if picked == Truth::FALSE {
            Some(Why::NotAmong)
        } else {
            None
        };
        Ok(Part {
            inside,
            why,
            value: item.value,
            adds: match gather {
                Some((gather, stretch)) if inside.can_be_true() && !aside(gather) => {
                    self.parts_of(gather, item, stretch)?
                }
                _ => None,
            },
            weight: self.weight(item.member),
        })
    }

    /// What is no member at all, and why.
    fn outside(&self, member: Member) -> Part {
        let row = match member {
            Member::Row(row) => self.known.rows.get(row).map(|now| (row, now)),
            _ => None,
        };
        let why = row.and_then(|(row, now)| match now.state {
            RowState::NotAsked => Some(Why::NotAsked),
            RowState::NotScored => Some(Why::NotScored),
            RowState::LeftOut => Some(Why::LeftOut),
            _ if self.known.chosen.get(row) == Some(&Truth::FALSE) => Some(Why::NotChosen),
            _ => None,
        });
        Part {
            inside: Truth::FALSE,
            why,
            value: row.map_or(Interval::UNDEFINED, |(_, now)| now.points),
            adds: None,
            weight: self.weight(member),
        }
    }

    /// Why a row that a rule names by itself has no value there; `left_out` where
    /// the rule asks about the row and not its rating.
    pub fn why_out(&self, member: Member, left_out: bool) -> Option<Why> {
        let out = self.base(member, left_out) == Truth::FALSE;
        self.outside(member).why.filter(|_| out)
    }

    /// A member of a weighted percent; `part` where it is one of a part that may choose.
    pub fn portion_of(
        &self,
        share: &Share,
        that: &[RowTest],
        stretch: bool,
        part: Option<usize>,
    ) -> Result<Part> {
        let one = self.one(share, that, stretch)?;
        let chooses = part
            .and_then(|part| self.rubric.parts.get(part))
            .is_some_and(|part| part.choose.is_some());
        let chosen = match part {
            Some(part) if chooses => self.choice(part, share),
            Some(_) => Truth::TRUE,
            None => self.chosen_outside(share),
        };
        let inside = one.inside.and(chosen);
        let weight = weight(share);
        let bonus = matches!(share, Share::Row(row, _) if self.is_bonus(Member::Row(*row)));
        let why = match share {
            _ if inside != Truth::FALSE => None,
            _ if chosen == Truth::FALSE => Some(Why::NotChosen),
            Share::Part(..) => Some(Why::Empty),
            Share::Row(row, _) if !self.adds(Member::Row(*row)) => Some(Why::AddsNothing),
            Share::Row(row, _) => {
                Some(self.outside(Member::Row(*row)).why.unwrap_or(Why::Filtered))
            }
        };
        let adds = one.share.mul(&Interval::point(weight));
        Ok(Part {
            inside,
            why,
            value: one.share,
            adds: adds
                .filter(|_| inside.can_be_true())
                .map(|adds| (adds, if bonus { Rational::ZERO } else { weight })),
            weight,
        })
    }

    /// How few and how many of so many have to pass; the first is above the
    /// second where no number of them does.
    pub fn bounds_of(&self, quantity: &Quantity, size: usize) -> Option<(usize, usize)> {
        Some(match quantity {
            Quantity::Every => (size, size),
            Quantity::Most => (size.checked_div(2)?.saturating_add(1), size),
            Quantity::AtLeast(amount) => (self.amount(amount, size, true)?, usize::MAX),
            Quantity::AtMost(amount) => (0, self.amount(amount, size, false)?),
            Quantity::Exactly(amount) => (
                self.amount(amount, size, true)?,
                self.amount(amount, size, false)?,
            ),
        })
    }

    /// What something is worth.
    pub fn value_of(&self, member: Member) -> Interval {
        self.value(member)
    }

    /// The levels something may have.
    pub fn levels_of(&self, member: Member) -> Levels {
        self.levels(member)
    }

    /// One thing tested by itself.
    pub fn tested(&self, member: Member, test: &RowTest) -> Result<Truth> {
        self.test_alone(member, test)
    }

    /// One member of a set tested.
    pub fn member_tested(&self, member: Member, test: &RowTest) -> Result<Truth> {
        self.test(member, test)
    }

    /// A row as the outcome shows it.
    pub fn row_of(&self, row: usize) -> RowValue {
        self.row_value(row)
    }

    /// Whether the comment that a row requires is there.
    pub fn comment_of(&self, row: usize) -> Truth {
        self.known
            .rows
            .get(row)
            .map_or(Truth::TRUE, |now| now.comment)
    }
}
