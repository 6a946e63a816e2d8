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
#[derive(Clone, PartialEq, Eq, Debug, Default)]
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

impl Outcome {
    /// A need of a ladder, counted through: the nevers, then the needs of each rung, best first.
    pub fn need_mut(&mut self, ladder: usize, need: usize) -> Option<&mut NeedValue> {
        self.ladders.get_mut(ladder)?.need_mut(need)
    }
}

impl LadderValue {
    /// Its needs, counted through: the nevers, then the needs of each rung, best first.
    pub fn need(&self, need: usize) -> Option<&NeedValue> {
        let mut each = self.nevers.iter().chain(self.needs.iter().flatten());
        each.nth(need)
    }

    fn need_mut(&mut self, need: usize) -> Option<&mut NeedValue> {
        let mut each = self
            .nevers
            .iter_mut()
            .chain(self.needs.iter_mut().flatten());
        each.nth(need)
    }
}

/// What an edit moved in an outcome: places that may differ from before; the
/// others do not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Moved {
    /// Everything may differ; then the rest says nothing.
    pub everything: bool,
    /// Rows.
    pub rows: Vec<usize>,
    /// Scores.
    pub scores: Vec<usize>,
    /// Ladders, their needs aside.
    pub ladders: Vec<usize>,
    /// Needs: ladder and number of the need.
    pub needs: Vec<(usize, usize)>,
    /// The truth of one row of a need: ladder, need, and the place of the row.
    pub members: Vec<(usize, usize, usize)>,
    /// Conditional advice, with its truth.
    pub advice: Vec<(usize, Truth)>,
    /// Whether slots are asked, and the evidence as a whole.
    pub slots: bool,
    /// How many more rows are rated, and to be rated.
    pub rated: (isize, isize),
}

impl Moved {
    pub(super) fn everything() -> Self {
        Self {
            everything: true,
            ..Self::default()
        }
    }

    /// Nothing; the memory is used again.
    pub(super) fn clear(&mut self) {
        self.everything = false;
        self.rows.clear();
        self.scores.clear();
        self.ladders.clear();
        self.needs.clear();
        self.members.clear();
        self.advice.clear();
        self.slots = false;
        self.rated = (0, 0);
    }

    /// With what moved of the outcome as if closed: of it scores and ladders are told.
    pub(super) fn also_closed(&mut self, closed: &Self) {
        for score in &closed.scores {
            if !self.scores.contains(score) {
                self.scores.push(*score);
            }
        }
        for ladder in &closed.ladders {
            if !self.ladders.contains(ladder) {
                self.ladders.push(*ladder);
            }
        }
    }
}
