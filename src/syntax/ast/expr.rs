//! Expressions: numbers and conditions, as written.

use super::{Date, Literal, Name, Quantity, Set, Test};
use crate::text::Span;

/// An expression with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExprKind {
    /// A number, with its unit.
    Number(Literal),
    /// A day.
    Date(Date),
    /// `today`.
    Today,
    /// `no score`: no number at all.
    NoScore,
    /// `true` or `false`.
    Truth(bool),
    /// A bare name.
    Name(Name),
    /// A run of operators of one precedence.
    Chain(Box<Expr>, Vec<(Op, Expr)>),
    /// Two values compared by a sign.
    Compare(Box<Expr>, Cmp, Box<Expr>),
    /// `X is TEST`.
    Is(Box<Expr>, Box<Test>),
    /// `not C`.
    Not(Box<Expr>),
    /// `-N`.
    Neg(Box<Expr>),
    /// `if C then A else B`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `first of (A when C, ..., otherwise E)`: values with their conditions, then the last.
    First(Vec<(Expr, Expr)>, Box<Expr>),
    /// `round E to ...`.
    Round(Box<Expr>, Direction, Literal),
    /// `E, but at least A` (`Ge`) or `at most` (`Le`).
    Limit(Box<Expr>, Cmp, Box<Expr>),
    /// `sum of S` and its kin; the last says `from lowest possible`.
    Aggregate(Operation, Box<Set>, bool),
    /// `most points of ROW`.
    MostPoints(Name),
    /// `words of SLOT` and its kin.
    Fact(Fact, Name),
    /// `days from D1 to D2`.
    Days(Box<Expr>, Box<Expr>),
    /// `C by QUANTIFIER ROLE`: what several raters say.
    ByRaters(Box<Expr>, Quantity, Name),
    /// `every S is TEST`, or `any of (C, C)` without a test.
    Quantified(Quantity, Box<Set>, Option<Box<Test>>),
    /// Several in brackets: a set or a list of conditions.
    List(Vec<Expr>),
}

/// Operators that chain: a run of one precedence is one node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// `or`
    Or,
    /// `and`
    And,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

/// How two values compare.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cmp {
    /// At least.
    Ge,
    /// Above.
    Gt,
    /// At most.
    Le,
    /// Below.
    Lt,
    /// The same.
    Eq,
    /// Not the same.
    Ne,
}

/// What a set is boiled down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// Points added up.
    Sum,
    /// Their mean.
    Mean,
    /// The middle one.
    Median,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
    /// Mean by row weight.
    WeightedMean,
    /// Row weight times points, added up.
    WeightedSum,
    /// Points by points possible.
    Percent,
    /// Weighted mean of shares.
    WeightedPercent,
    /// How many.
    Count,
}

/// How a number is rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// To the nearest step; which way a tie goes was not said.
    NearestUnsaid,
    /// To the nearest, ties up.
    TiesUp,
    /// To the nearest, ties down.
    TiesDown,
    /// To the nearest, ties to the even multiple.
    TiesEven,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// What is counted of a slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fact {
    /// Words.
    Words,
    /// Pages.
    Pages,
    /// Items.
    Items,
    /// Sentences.
    Sentences,
    /// Characters.
    Characters,
    /// Seconds.
    Seconds,
    /// Bytes.
    Bytes,
}
