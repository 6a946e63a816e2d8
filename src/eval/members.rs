//! Who is in a set, and with what.

use super::rows::Now;
use super::walk::{Result, Walk};
use crate::model::{Member, RowTest, Set, Value};
use crate::num::{Interval, Rational, Truth};

/// The name of the group whose units are parts asked under an open condition.
const TOGETHER: usize = usize::MAX - 1;

/// A member of a set as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) member: Member,
    /// What it is worth if it is in.
    pub(super) value: Interval,
    /// Whether it is a member, filters aside.
    pub(super) base: Truth,
    /// Whether it passes the filters.
    pub(super) that: Truth,
    /// Whether it is in.
    pub(super) inside: Truth,
    /// Of a part that chooses: the part, and which of its members it belongs to.
    pub(super) unit: Option<(usize, usize)>,
    /// Whether it may be out although its unit is in.
    pub(super) loose: bool,
}

impl Walk<'_> {
    /// The members of a set that may be in, or may have been but for the filters.
    /// `left_out` takes rows that are left out as members.
    pub(super) fn items(&self, set: &Set, left_out: bool) -> Result<Vec<Item>> {
        let mut all = Vec::with_capacity(set.members.len());
        for member in &set.members {
            let base = self.base(*member, left_out);
            if base == Truth::FALSE {
                continue;
            }
            let that = self.passes(*member, &set.that, left_out)?;
            let inside = base.and(that);
            let (unit, loose) = match self.unit(*member) {
                Some((group, unit, sure)) => (Some((group, unit)), !sure || that != Truth::TRUE),
                None => (None, false),
            };
            all.push(Item {
                member: *member,
                value: self.inside_value(*member, inside, &set.that)?,
                base,
                that,
                inside,
                unit,
                loose,
            });
        }
        Ok(all)
    }

    /// Whether a member passes every filter. Where what is left out is a member too,
    /// a filter of another kind does not keep it.
    pub(super) fn passes(&self, member: Member, that: &[RowTest], left_out: bool) -> Result<Truth> {
        let mut all = Truth::TRUE;
        for test in that {
            let mut own = self.test(member, test)?;
            if left_out && !super::truths::is_about_row(test) {
                own = self.base(member, false).and(own);
            }
            all = all.and(own);
        }
        Ok(all)
    }

    /// Whether something is a member of sets.
    pub(super) fn base(&self, member: Member, left_out: bool) -> Truth {
        let Member::Row(row) = member else {
            return Truth::TRUE;
        };
        let chosen = self.known.chosen.get(row).copied().unwrap_or(Truth::TRUE);
        let Some(now) = self.known.rows.get(row) else {
            return Truth::FALSE;
        };
        if left_out {
            // What is left out was never in play: no choice drops it.
            now.here.and(chosen.or(now.left_out))
        } else {
            now.base.and(chosen)
        }
    }

    /// The part that has not chosen yet, and which of its members a row belongs to;
    /// or the part that is asked under an open condition, whose rows come and go
    /// together. And whether the row is in for certain once that one is.
    fn unit(&self, member: Member) -> Option<(usize, usize, bool)> {
        let Member::Row(row) = member else {
            return None;
        };
        let chosen = self.known.chosen.get(row)?;
        let now = self.known.rows.get(row)?;
        let found = self.rubric.rows.get(row)?;
        let choosing = self.choosing(row);
        if let [(part, unit)] | [(part, unit), _, ..] = choosing.as_slice() {
            let alone = choosing.len() == 1;
            return (*chosen != Truth::FALSE).then_some((
                *part,
                *unit,
                alone && now.base == Truth::TRUE,
            ));
        }
        let decided = now.asked == Truth::TRUE || now.asked == Truth::FALSE;
        if decided || found.only_when.is_some() {
            return None;
        }
        let part = self.around(row).find(|part| {
            let part = self.rubric.parts.get(*part);
            part.is_some_and(|part| part.only_when.is_some())
        })?;
        Some((TOGETHER, part, now.stays == Truth::TRUE))
    }

    /// The parts around a row, innermost first.
    pub(super) fn around(&self, row: usize) -> impl Iterator<Item = usize> {
        let first = self.rubric.rows.get(row).and_then(|row| row.part);
        std::iter::successors(first, |part| self.rubric.parts.get(*part)?.parent)
    }

    /// The parts around a row that choose, innermost first, each with which of its
    /// members the row belongs to.
    fn choosing(&self, row: usize) -> Vec<(usize, usize)> {
        let mut unit = row;
        let mut found = Vec::new();
        for part in self.around(row) {
            if self
                .rubric
                .parts
                .get(part)
                .is_some_and(|part| part.choose.is_some())
                && (unit != row || self.has_share(row))
            {
                found.push((part, unit));
            }
            unit = self.rubric.rows.len().saturating_add(part);
        }
        found
    }

    /// What a member is worth if it is in: of an open row, only the levels that the filters let in.
    fn inside_value(&self, member: Member, inside: Truth, that: &[RowTest]) -> Result<Interval> {
        let value = match member {
            Member::Row(row) => self
                .known
                .rows
                .get(row)
                .map_or(Interval::UNDEFINED, |now| now.points),
            _ => self.value(member),
        };
        if that.is_empty() || inside == Truth::TRUE || !inside.can_be_true() {
            return Ok(value);
        }
        let Member::Row(index) = member else {
            return Ok(value);
        };
        let (Some(row), Some(now)) = (self.rubric.rows.get(index), self.known.rows.get(index))
        else {
            return Ok(value);
        };
        let mut fitting = Vec::new();
        for level in now.levels.iter() {
            let as_level = Now {
                levels: crate::num::Levels::one(level),
                points: super::possible::of_value(row, Value::Level(level), self.closed).points,
                ..*now
            };
            let mut fits = true;
            for test in that {
                fits &= self.test_now(&as_level, member, test)?.can_be_true();
            }
            if fits {
                fitting.push(as_level.points);
            }
        }
        if fitting.is_empty() {
            return Ok(value);
        }
        Ok(super::walk::joined(fitting.into_iter(), false))
    }

    pub(super) fn weight(&self, member: Member) -> Rational {
        match member {
            Member::Row(row) => self
                .rubric
                .rows
                .get(row)
                .map_or(Rational::ONE, crate::model::Row::weighs),
            _ => Rational::ONE,
        }
    }

    /// Whether a row earns without adding to what is possible.
    pub(super) fn is_bonus(&self, member: Member) -> bool {
        matches!(member, Member::Row(row) if self.rubric.rows.get(row).is_some_and(|row| row.bonus))
    }

    /// Whether a row counts in sums and their kin.
    pub(super) fn adds(&self, member: Member) -> bool {
        !matches!(member, Member::Row(row) if self.rubric.rows.get(row).is_some_and(|row| row.adds_nothing))
    }

    /// The fewest and the most points of a row, where it has both.
    pub(super) fn ends(&self, member: Member) -> Option<(Rational, Rational)> {
        match member {
            Member::Row(row) => {
                let row = self.rubric.rows.get(row)?;
                Some((row.least()?, row.most()?))
            }
            _ => None,
        }
    }

    /// Points as shares and `best` see them: mirrored where lower is better.
    pub(super) fn mirrored(&self, member: Member, value: Interval) -> Option<Interval> {
        let lower = matches!(member, Member::Row(row) if self.rubric.rows.get(row).is_some_and(|row| row.lower));
        if !lower {
            return Some(value);
        }
        let (least, most) = self.ends(member)?;
        Interval::point(least.add(most)?).add(&value.neg()?)
    }
}
