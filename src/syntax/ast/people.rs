//! Several raters, several tries, and codes instead of ratings.

use super::{Given, Literal, Name, Text};
use crate::text::Span;

/// `raters { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raters {
    /// Its lines.
    pub lines: Vec<RaterLine>,
    /// Where it stands.
    pub span: Span,
}

/// A line of `raters`. Roles, ways and ties are names here and checked later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RaterLine {
    /// `reviewer 2..3, blind`.
    Role {
        /// `self peer reviewer instructor judge`.
        role: Name,
        /// How many at least; one unless said.
        from: Option<Literal>,
        /// How many at most.
        to: Option<Literal>,
        /// Whether they do not see each other's ratings.
        blind: bool,
    },
    /// `combine by median, ties down`.
    Combine {
        /// How.
        how: Name,
        /// Which way a tie goes.
        ties: Option<Name>,
    },
    /// `whose score counts: reviewer`.
    Counts(Name),
    /// `adjudicate when reviewers differ by more than 1 level`.
    Adjudicate {
        /// Who differs.
        role: Name,
        /// By how much.
        more_than: Literal,
        /// In levels, or in points.
        levels: bool,
    },
    /// `without conflicted`.
    WithoutConflicted(Span),
    /// `confirm self`.
    ConfirmSelf(Span),
}

/// `attempts of each row | each part | the whole { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempts {
    /// What is tried again.
    pub of: TriesOf,
    /// Its lines.
    pub lines: Vec<AttemptLine>,
    /// Where it stands.
    pub span: Span,
}

/// What is tried again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TriesOf {
    /// Each row by itself.
    Row,
    /// Each part by itself.
    Part,
    /// Everything.
    Whole,
}

/// A line of `attempts`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AttemptLine {
    /// Which tries count.
    Counts(CountingTries, Span),
    /// `at least N tries at LEVEL, else no score`.
    AtLeast(Literal, Name),
    /// `at most N tries`.
    AtMost(Literal),
    /// `only rows below LEVEL may be redone`.
    OnlyBelow(Name),
}

/// Which tries count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CountingTries {
    /// `newest counts`.
    Newest,
    /// `best counts`.
    Best,
    /// `mean of all`.
    MeanOfAll,
    /// `mean of newest N`.
    MeanOfNewest(Literal),
    /// `mean of best N`.
    MeanOfBest(Literal),
    /// `median of newest N`.
    MedianOfNewest(Literal),
    /// `newest counts 65%, the mean of the others 35%`.
    NewestAndOthers(Literal, Literal),
    /// `each newer try counts 65%`.
    EachNewer(Literal),
}

/// `NAME "Label" sets ROWS to V`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Code {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// Which rows it reaches.
    pub reach: CodeReach,
    /// What it sets them to.
    pub to: CodeTo,
}

/// Which rows a code reaches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodeReach {
    /// These.
    Rows(Vec<Name>),
    /// The one it is given on.
    ThisRow,
    /// All of them.
    EveryRow,
}

/// What a code sets rows to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodeTo {
    /// A level or a number.
    Value(Given),
    /// `no score`.
    NoScore,
    /// `not scored`.
    NotScored,
}
