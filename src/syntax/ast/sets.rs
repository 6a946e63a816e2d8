//! Sets of rows, how many of a set, and tests of its members.

use super::{Cmp, Expr, Literal, Name};
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
    /// A part's name, or one row.
    Name(Name),
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
    /// `at least N`, N a count or a share.
    AtLeast(Literal),
    /// `at most N`.
    AtMost(Literal),
    /// `exactly N`.
    Exactly(Literal),
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
}
