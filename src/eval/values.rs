//! What an outcome is made of.

use crate::model::Value;
use crate::num::{Interval, Rational, Truth};

/// Everything there is to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// Rows, in order of the file.
    pub rows: Vec<RowValue>,
    /// Slots: whether they are asked.
    pub slots: Vec<bool>,
    /// Scores, in order of the file.
    pub scores: Vec<ScoreValue>,
    /// Results, awards and worked-out criteria, in order of the file.
    pub ladders: Vec<LadderValue>,
    /// Conditional advice: whether it is given.
    pub advice: Vec<Truth>,
    /// Whether every slot that is asked is complete; undefined when none is.
    pub evidence: Truth,
    /// Rows rated, and rows to be rated by hand.
    pub progress: (usize, usize),
}

/// The five states of a row. They never turn into each other silently.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RowState {
    /// Not rated yet.
    #[default]
    Unanswered,
    /// Left out as not applicable.
    LeftOut,
    /// Shown only.
    NotScored,
    /// Its condition is false, or it is retired.
    NotAsked,
    /// Rated, zero included; of a worked-out row, decided.
    Rated,
}

/// A row with what it came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowValue {
    /// Its state.
    pub state: RowState,
    /// The rating as given, or as worked out.
    pub level: Option<Value>,
    /// What counts, where it differs.
    pub counted: Option<Value>,
    /// The points that count.
    pub points: Interval,
    /// The code it was set by.
    pub code: Option<usize>,
    /// Whether a comment it requires is missing.
    pub comment_missing: bool,
}

/// A score: what it may become, and what it would be if closed now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScoreValue {
    /// Its bounds.
    pub bounds: Interval,
    /// Its value if closed now.
    pub closed: Option<Rational>,
}

/// The state of a rung.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RungState {
    /// All it needs holds, without any unknown.
    Earned,
    /// It can still be earned.
    Possible,
    /// Something it needs is false whatever the open rows become.
    OutOfReach,
    /// Nothing is left to answer, but a value is undefined or a comment missing.
    Pending,
}

/// What a ladder comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// A rung, or `otherwise` (as many as there are rungs), and nothing above can change it.
    Decided(usize),
    /// A higher rung is still possible; the best one earned so far.
    Open(Option<usize>),
    /// A higher rung waits for a value.
    Pending(Option<usize>),
}

/// One condition with what it came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NeedValue {
    /// Whether it holds.
    pub truth: Truth,
    /// For a test of a set: one truth a member, in the order of `members_of`.
    pub members: Vec<Truth>,
    /// For a comparison: both sides.
    pub sides: Option<(Interval, Interval)>,
    /// For logic: the conditions it joins, in the order of `parts_of`.
    pub parts: Vec<NeedValue>,
}

/// A ladder with what it came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LadderValue {
    /// The rungs, best first.
    pub rungs: Vec<RungState>,
    /// What holds now; an override aside.
    pub decision: Decision,
    /// The rung if closed now; as many as there are rungs for `otherwise`.
    pub closed: Option<usize>,
    /// Everything it can still come to, best first; as many as there are rungs for `otherwise`.
    pub possible: Vec<usize>,
    /// What it was overruled to.
    pub overruled: Option<usize>,
    /// Its nevers.
    pub nevers: Vec<NeedValue>,
    /// The needs of its rungs.
    pub needs: Vec<Vec<NeedValue>>,
    /// Rows whose required comment stands in the way.
    pub comments: Vec<usize>,
}
