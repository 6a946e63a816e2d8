//! One step of an explanation. A tree is told as a list, each node before its
//! inputs, so that it is as shallow as it is long.

use crate::eval::{RowValue, Why};
use crate::model::Member;
use crate::num::{Interval, Levels, Rational, Truth};
use crate::text::Span;

/// How a value follows from its inputs. The order is what JavaScript knows them by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the forms of the language, one by one")]
#[repr(u8)]
pub enum By {
    // What has a name.
    Row,
    Score,
    Ladder,
    Ask,
    Setting,
    Part,
    Slot,
    // Numbers.
    Constant,
    NoScore,
    Today,
    Fact,
    Add,
    Multiply,
    Divide,
    Negate,
    Months,
    Round,
    AtLeast,
    AtMost,
    If,
    FirstOf,
    Case,
    Sum,
    Mean,
    Median,
    Lowest,
    Highest,
    WeightedMean,
    WeightedSum,
    Percent,
    WeightedPercent,
    Count,
    // Conditions.
    Truth,
    All,
    Any,
    Not,
    Compare,
    Level,
    Points,
    Met,
    Answered,
    LeftOut,
    HasComment,
    Shown,
    HasScore,
    Quantified,
    Yes,
    Complete,
    // Ladders and rows.
    Rung,
    Need,
    Never,
    Comment,
    OnlyWhen,
    CountsAs,
    Cap,
}

/// What a node is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// Nothing that has a name.
    Nothing,
    /// Something with a value.
    Member(Member),
    /// A part.
    Part(usize),
    /// A slot; every slot that is asked for the largest index.
    Slot(usize),
    /// A rung of a ladder.
    Rung(usize, usize),
}

/// What something comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// A number.
    Number(Interval),
    /// A level of its own scale.
    Levels(Levels),
    /// Whether something holds.
    Truth(Truth),
}

/// One node.
#[derive(Clone, Debug)]
pub struct Node {
    /// How deep it stands; 0 for the root.
    pub depth: usize,
    /// How its value follows from its inputs.
    pub by: By,
    /// Which of several ways: a rounding, a comparison, a quantity, a pick, a fact.
    pub how: usize,
    /// What it is about.
    pub about: About,
    /// What it comes to.
    pub value: Told,
    /// Numbers of the rule: a step, a bar, how many of how many.
    pub numbers: Vec<Rational>,
    /// As an input: whether it counts.
    pub counts: Truth,
    /// Why not.
    pub why: Option<Why>,
    /// What it adds above and below.
    pub adds: Option<(Interval, Rational)>,
    /// Of a set: whether the best (else the newest) few of it are picked.
    pub pick: Option<bool>,
    /// What it weighs.
    pub weight: Option<Rational>,
    /// Of a row, what it was given and what counts.
    pub row: Option<RowValue>,
    /// Where it stands in the text.
    pub place: Option<Span>,
    /// Of a set, its words as a tree of data.
    pub said: String,
    /// Its inputs are told elsewhere in the tree.
    pub shared: bool,
    /// Its inputs, or some of them, are left out: the tree would be too large.
    pub cut: bool,
}
