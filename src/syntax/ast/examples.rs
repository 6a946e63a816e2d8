//! Tests of the rubric, written in the rubric.

use super::{Date, Expr, Given, Name, Set, Text};
use crate::text::Span;

/// `example "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The label.
    pub label: Text,
    /// Its lines, in order.
    pub lines: Vec<ExampleLine>,
}

/// A line of an example.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExampleLine {
    /// `ROW LEVEL`, `SLOT complete`, `ASK VALUE`.
    Assign(Name, Given),
    /// `every S is L`.
    Every(Set, Given),
    /// `today DATE`.
    Today(Date),
    /// `code NAME [on ROW]`.
    Code(Name, Option<Name>),
    /// `expects C`.
    Expects(Expr),
    /// `expects NAME is open | pending | out of reach`; `AWARD RUNG` may name a rung by its award first.
    ExpectsState(Vec<Name>, Standing, Span),
}

/// What a rung or score is claimed to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Not decided yet.
    Open,
    /// Waits for a value.
    Pending,
    /// Cannot be had.
    OutOfReach,
}
