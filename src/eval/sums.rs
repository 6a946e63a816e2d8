//! Sums of whole numbers, worked out once at compile term by term. A live
//! assessment keeps them between edits: one answer more or less moves them by
//! one term.

use super::answer::Answer;
use super::inputs::Inputs;
use super::walk::Walk;
use crate::model::{By, Linear, Term, Value};
use crate::num::{Interval, Rational};

/// A sum as it stands. It cannot overflow: where its terms together might, there
/// is no short form (`lower::linear`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Kept {
    lowest: i64,
    highest: i64,
    /// Rows without an answer.
    open: usize,
    /// Rows that do not count: then the sum does not stand for its rule.
    broken: usize,
}

impl Kept {
    /// What one answer adds.
    pub(super) fn of(term: &Term, answer: Answer) -> Self {
        let known = match answer {
            Answer::Unanswered => {
                return Self {
                    lowest: term.ends.0,
                    highest: term.ends.1,
                    open: 1,
                    broken: 0,
                };
            }
            Answer::LeftOut => None,
            Answer::Rated(value) => contribution(term, value),
        };
        match known {
            Some(known) => Self {
                lowest: known,
                highest: known,
                ..Self::default()
            },
            None => Self {
                broken: 1,
                ..Self::default()
            },
        }
    }

    /// The sum of all terms.
    pub(super) fn all(linear: &Linear, inputs: &Inputs) -> Self {
        let each = linear.terms.iter().map(|term| {
            let answer = inputs.answers.get(term.row).copied().unwrap_or_default();
            Self::of(term, answer)
        });
        each.fold(Self::default(), Self::with)
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self {
            lowest: self.lowest.saturating_add(other.lowest),
            highest: self.highest.saturating_add(other.highest),
            open: self.open.saturating_add(other.open),
            broken: self.broken.saturating_add(other.broken),
        }
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self {
            lowest: self.lowest.saturating_sub(other.lowest),
            highest: self.highest.saturating_sub(other.highest),
            open: self.open.saturating_sub(other.open),
            broken: self.broken.saturating_sub(other.broken),
        }
    }

    fn value(self, bottom: i64, closed: bool) -> Option<Interval> {
        if self.broken > 0 {
            return None;
        }
        if closed && self.open > 0 {
            return Some(Interval::UNDEFINED);
        }
        let lowest = Rational::new(i128::from(self.lowest), i128::from(bottom))?;
        let highest = if self.lowest == self.highest {
            lowest
        } else {
            Rational::new(i128::from(self.highest), i128::from(bottom))?
        };
        Some(Interval::between(Some(lowest), Some(highest)))
    }
}

impl Walk<'_> {
    /// A sum of whole numbers; nothing when a row of it does not count.
    pub(super) fn linear(&self, linear: &Linear) -> Option<Interval> {
        if !self.inputs.codes.is_empty() {
            return None;
        }
        let kept = self.sums.get(linear.site).copied();
        let kept = kept.unwrap_or_else(|| Kept::all(linear, self.inputs));
        kept.value(linear.bottom, self.closed)
    }
}

/// What a rating contributes to a sum of whole numbers.
fn contribution(term: &Term, value: Value) -> Option<i64> {
    match (&term.by, value) {
        (By::Level(each), Value::Level(level)) => each.get(level).copied(),
        (By::Level(each), Value::Met(met)) => each.get(usize::from(met)).copied(),
        (By::Factor(factor), Value::Number(value)) => {
            let found = factor.mul(value).filter(|found| found.is_whole())?;
            i64::try_from(found.numer()).ok()
        }
        _ => None,
    }
}
