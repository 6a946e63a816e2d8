//! The tree of a rubric as it was written: names are text, every node knows
//! its place. Nothing is resolved here.

mod awards;
mod evidence;
mod examples;
mod expr;
mod inputs;
mod people;
mod rows;
mod rubric;
mod scales;
mod sets;

use crate::num::Rational;
use crate::text::Span;

pub use awards::{
    Advise, Band, Condition, Ladder, LadderForm, Overruled, Rung, Score, ScoreForm, Shown,
    TableCell, TableRow,
};
pub use evidence::{Dated, Ends, Measure, Slot, SlotLine, SlotRule};
pub use examples::{Example, ExampleLine, Standing};
pub use expr::{Cmp, Direction, Expr, ExprKind, Fact, Op, Operation};
pub use inputs::{Ask, Choice, InputKind, Setting};
pub use people::{
    AttemptLine, Attempts, Code, CodeReach, CodeTo, CountingTries, RaterLine, Raters, TriesOf,
};
pub use rows::{NumberRange, OwnScale, Row, RowKind, RowLevel, Worked};
pub use rubric::{
    Align, CommentMode, CommentRule, Item, LeaveOut, Part, Properties, Rubric, Series, ShowLine,
    Translate, Translated,
};
pub use scales::{Marks, Scale, ScaleLevel};
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

/// What stands behind a number. The value of a literal is already in the base
/// unit: `40%` is 2/5, `10 MB` is 10000000, `2 min` is 120, `3 years` is 36.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unit {
    /// Nothing.
    #[default]
    Plain,
    /// A percent sign.
    Percent,
    /// `B kB MB GB`, in bytes.
    Bytes,
    /// `s min h`, in seconds.
    Seconds,
    /// `days weeks`, in days.
    Days,
    /// `months years`, in months.
    Months,
}

/// A number as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Literal {
    /// The value, in its base unit.
    pub value: Rational,
    /// What stands behind it.
    pub unit: Unit,
    /// Where it stands.
    pub span: Span,
}

impl Literal {
    /// Whether a percent sign stands behind it.
    pub fn percent(&self) -> bool {
        self.unit == Unit::Percent
    }
}

/// A day as written: days since 1970-01-01, proleptic Gregorian.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Date {
    /// Days since 1970-01-01.
    pub day: i64,
    /// Where it stands.
    pub span: Span,
}

/// A value given to something: `proficient`, `5`, `met`, `not met`, `left out`.
/// `met`, `complete`, `incomplete`, `yes` and the like come as names; what a
/// name means is decided where it is known what it is given to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Given {
    /// A level, a choice, `met`, `complete`, `yes`, `no`.
    Name(Name),
    /// A number.
    Number(Literal),
    /// A day.
    Date(Date),
    /// `not met`.
    NotMet(Span),
    /// `left out`.
    LeftOut(Span),
}

impl Given {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span,
            Self::Number(number) => number.span,
            Self::Date(date) => date.span,
            Self::NotMet(span) | Self::LeftOut(span) => *span,
        }
    }
}
