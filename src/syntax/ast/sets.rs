//! Sets of rows, how many of a set, and tests of its members.

use super::{Cmp, Expr, Name};
use crate::text::Span;

/// A set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Set {
    /// What it starts from.
    pub head: SetHead,
    /// What narrows it.
    pub filters: Vec<SetFilter>,
    /// Where it stands.
    pub span: Span,
}

/// What a set starts from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetHead {
    /// `criteria in (P, Q)`.
    Kind(Kind, Vec<Name>),
    /// `(a, b, c)`.
    List(Vec<Expr>),
    /// A part's or a series' name, or one row.
    Name(Name),
    /// `best N of S`: a number or a name, and the set.
    Best(Box<Expr>, Box<Set>),
    /// `newest N of S`.
    Newest(Box<Expr>, Box<Set>),
}

/// What narrows a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetFilter {
    /// `tagged T or U`; `not tagged T`.
    Tagged {
        /// Any of these.
        tags: Vec<Name>,
        /// Turned round.
        not: bool,
    },
    /// `that are TEST`.
    That(Test),
    /// `without (a, b)`.
    Without(Vec<Name>),
}

/// Which kind of row a set word names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Criteria.
    Criteria,
    /// Checks.
    Checks,
    /// Numbers.
    Numbers,
    /// Rows of every kind.
    Rows,
    /// Parts.
    Parts,
}

/// How many of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Quantity {
    /// All.
    Every,
    /// One at least.
    Any,
    /// None.
    No,
    /// More than half.
    Most,
    /// `at least N`: a count, a share, or the name of a setting. `half` is the literal 50 %.
    AtLeast(Box<Expr>),
    /// `at most N`.
    AtMost(Box<Expr>),
    /// `exactly N`.
    Exactly(Box<Expr>),
}

/// A test of one value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Test {
    /// `not` before it.
    pub not: bool,
    /// What it asks.
    pub kind: TestKind,
    /// Where it stands.
    pub span: Span,
}

/// What a test asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TestKind {
    /// Compared with a level or a number; a bare operand compares by `Eq`.
    Against(Cmp, Box<Expr>),
    /// `answered`.
    Answered,
    /// `left out`.
    LeftOut,
    /// `has a comment`.
    HasComment,
    /// `has a score`.
    HasScore,
}
