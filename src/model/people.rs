//! How several raters and several tries become one, and codes instead of
//! ratings, as data.

use super::value::Value;
use crate::num::Rational;

/// `raters { ... }`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Raters {
    /// The part it is for; the whole rubric without one.
    pub part: Option<usize>,
    /// Who rates.
    pub roles: Vec<Role>,
    /// How their ratings become one.
    pub combine: Option<Combine>,
    /// Which way a tie goes.
    pub ties: Option<Ties>,
    /// Whose score counts.
    pub counts: Option<String>,
    /// Who has to settle it: the role, by more than how much, in levels (else points).
    pub adjudicate: Option<(String, Rational, bool)>,
    /// Raters with a conflict are left out.
    pub without_conflicted: bool,
    /// A reviewer confirms or changes the person's own rating.
    pub confirm_self: bool,
}

/// A role among the raters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// `self peer reviewer instructor judge`.
    pub name: String,
    /// How many at least.
    pub from: usize,
    /// How many at most; none where there is no limit.
    pub to: Option<usize>,
    /// They do not see each other's ratings.
    pub blind: bool,
}

/// How ratings of several become one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the words of the language")]
pub enum Combine {
    Mean,
    Median,
    Sum,
    Lowest,
    Highest,
    Majority,
    Agreement,
    Newest,
}

/// Which way a tie goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the words of the language")]
pub enum Ties {
    Up,
    Down,
    Even,
}

/// `attempts of ... { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempts {
    /// What is tried again.
    pub of: TriesOf,
    /// Which tries count.
    pub counts: Tries,
    /// At least so many tries at a level, else no score.
    pub at_least: Option<(usize, String)>,
    /// At most so many.
    pub at_most: Option<usize>,
    /// Only rows below this level may be redone.
    pub only_below: Option<String>,
}

/// What is tried again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TriesOf {
    /// Each row.
    Row,
    /// Each part.
    Part,
    /// Everything.
    Whole,
}

/// Which tries count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tries {
    /// The newest.
    Newest,
    /// The best.
    Best,
    /// The mean of all.
    MeanOfAll,
    /// The mean of the newest few.
    MeanOfNewest(usize),
    /// The mean of the best few.
    MeanOfBest(usize),
    /// The median of the newest few.
    MedianOfNewest(usize),
    /// The newest so much, the mean of the others the rest.
    NewestAndOthers(Rational, Rational),
    /// Each newer try counts so much of what was before.
    EachNewer(Rational),
}

/// A condition code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Code {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// Whether it is given on one row, and reaches that one.
    pub this_row: bool,
    /// The rows it can reach with what it sets each to; of `this row`, every row that can take it.
    pub sets: Vec<(usize, Coded)>,
}

/// What a code sets a row to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Coded {
    /// This rating.
    Value(Value),
    /// 0 points, without a level.
    Zero,
    /// No score: undefined.
    NoScore,
    /// Shown, not scored.
    NotScored,
}
