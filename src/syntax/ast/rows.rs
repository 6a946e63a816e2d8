//! Rows: criteria, checks and numbers.

use super::{Align, Expr, LadderForm, Literal, Name, Properties, ScaleLevel, Series, Text};
use crate::text::Span;

/// A criterion, check or number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `1..6`: a series.
    pub series: Option<Series>,
    /// Its kind.
    pub kind: RowKind,
    /// How it is worked out, when it is not rated by hand.
    pub worked: Option<Worked>,
    /// Its properties.
    pub properties: Properties,
    /// Level lines.
    pub levels: Vec<RowLevel>,
}

/// What kind of row it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// Rated with a level of a scale: `on SCALE [FROM..TO]`.
    Criterion {
        /// The scale.
        scale: Name,
        /// The lowest and highest level offered, where the scale is cut.
        offered: Option<(Option<Name>, Option<Name>)>,
    },
    /// Rated with a level written in the row itself: `levels { ... }`.
    Own(OwnScale),
    /// Met or not met.
    Check {
        /// Points when met; 1 unless said.
        points: Option<Literal>,
    },
    /// A free number: `A..B [step S] [lower is better]`, `in 0, 2.5, 5`.
    Number {
        /// Which numbers.
        range: NumberRange,
        /// Fewer is better.
        lower: bool,
    },
}

/// `levels [ordinal] [lower is better] { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnScale {
    /// Where its head stands.
    pub span: Span,
    /// Compared and counted only.
    pub ordinal: bool,
    /// Fewer points are better.
    pub lower: bool,
    /// Worst to best.
    pub levels: Vec<ScaleLevel>,
}

/// Which numbers something takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NumberRange {
    /// `A..B step S`; `A..` has no top.
    Between {
        /// The lowest.
        from: Literal,
        /// The highest, if there is one.
        to: Option<Literal>,
        /// The step.
        step: Option<Literal>,
    },
    /// `in 0, 2.5, 5`.
    In(Vec<Literal>),
}

/// How a row is worked out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Worked {
    /// `from VALUE { LEVEL MINIMUM ... otherwise LEVEL }`, or rungs with `needs`, or `from A, B { ... gives ... }`.
    Ladder(LadderForm),
    /// `met when C`.
    MetWhen(Expr),
}

/// `LEVEL "descriptor" [advise "text"] [for learner "..."] [aligns "text" ["url"]]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowLevel {
    /// The level.
    pub name: Name,
    /// What it looks like on this row.
    pub descriptor: Text,
    /// What to do next.
    pub advice: Option<Text>,
    /// The same for the learner.
    pub learner: Option<Text>,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}
