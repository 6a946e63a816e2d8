//! A set boiled down ahead of time: while every row in it counts, sums, means
//! and percents are one sum of whole numbers over one bottom.

use crate::num::Rational;

/// The sum of what each row contributes, over `bottom`. It stands for the rule
/// it was made of as long as none of its rows is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Linear {
    /// Which sum of the rubric it is: the same sum has the same number wherever it stands.
    pub site: usize,
    /// What each row contributes.
    pub terms: Vec<Term>,
    /// What the sum is divided by, above 0.
    pub bottom: i64,
}

/// What one row contributes to the top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// The row.
    pub row: usize,
    /// The least and the most.
    pub ends: (i64, i64),
    /// How it follows from the rating.
    pub by: By,
}

/// How a contribution follows from a rating.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum By {
    /// One contribution for each level; for a check, not met and met.
    Level(Vec<i64>),
    /// A number, times this.
    Factor(Rational),
}
