//! The tree of a rubric as it was written: names are text, every node knows
//! its place. Nothing is resolved here.

mod awards;
mod expr;
mod rows;
mod rubric;
mod scales;
mod sets;

use crate::num::Rational;
use crate::text::Span;

pub use awards::{Advise, Award, Condition, Rung, Score};
pub use expr::{Cmp, Direction, Expr, ExprKind, Op, Operation};
pub use rows::{Row, RowKind, RowLevel};
pub use rubric::{Item, Part, Properties, Rubric};
pub use scales::{Scale, ScaleLevel};
pub use sets::{Kind, Quantity, Set, SetFilter, SetHead, Test, TestKind};

/// A name with its place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A string with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// What it says, escapes read.
    pub value: String,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// A number as written: `40%` has the value 2/5 and `percent` set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Literal {
    /// The value.
    pub value: Rational,
    /// Whether a percent sign stands behind it.
    pub percent: bool,
    /// Where it stands.
    pub span: Span,
}
