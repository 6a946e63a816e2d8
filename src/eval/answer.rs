//! What a row was given, and what it refuses.

use crate::model::{Row, RowKind};
use crate::num::Rational;

/// The five states of a row. They never turn into each other silently.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Answer {
    /// Not rated yet.
    #[default]
    Unanswered,
    /// Left out as not applicable: no member of any set.
    LeftOut,
    /// Shown, not scored.
    NotScored,
    /// Not asked: its condition is false.
    NotAsked,
    /// Rated, zero included.
    Rated(Value),
}

/// A rating.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// A level of the row's scale, by index.
    Level(usize),
    /// A check, met or not.
    Met(bool),
    /// A number.
    Number(Rational),
}

/// Why a row does not take a rating.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Another kind of value.
    Kind,
    /// A level the scale does not have.
    Level,
    /// A number outside the range.
    Range,
    /// A number between two steps.
    Step,
}

impl Value {
    /// Whether a row takes this rating; values are refused, never clamped.
    pub fn fits(self, row: &Row) -> Result<(), Refusal> {
        match (self, &row.kind) {
            (Self::Level(level), RowKind::Criterion { points, .. }) => {
                if level < points.len() {
                    Ok(())
                } else {
                    Err(Refusal::Level)
                }
            }
            (Self::Met(_), RowKind::Check { .. }) => Ok(()),
            (Self::Number(value), RowKind::Number { from, to, step }) => {
                if value < *from || to.is_some_and(|to| value > to) {
                    return Err(Refusal::Range);
                }
                let steps = step.and_then(|step| value.sub(*from)?.div(step));
                if steps.is_some_and(|steps| !steps.is_whole()) {
                    Err(Refusal::Step)
                } else {
                    Ok(())
                }
            }
            _ => Err(Refusal::Kind),
        }
    }

    /// Its points on a row.
    pub fn points(self, row: &Row) -> Option<Rational> {
        match (self, &row.kind) {
            (Self::Level(level), RowKind::Criterion { points, .. }) => points.get(level).copied(),
            (Self::Met(met), RowKind::Check { points }) => {
                Some(if met { *points } else { Rational::ZERO })
            }
            (Self::Number(value), _) => Some(value),
            _ => None,
        }
    }
}

impl Answer {
    /// Whether the row is still to be rated.
    pub fn is_open(self) -> bool {
        self == Self::Unanswered
    }

    /// Whether the row is a member of sets.
    pub fn is_member(self) -> bool {
        !matches!(self, Self::LeftOut | Self::NotAsked | Self::NotScored)
    }
}
