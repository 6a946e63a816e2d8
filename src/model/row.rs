//! Rows: how each is rated, and what its properties make of a rating.

use super::Align;
use super::expr::{RowTest, Truth};
use super::value::Value;
use crate::num::Rational;

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it is about.
    pub about: Option<String>,
    /// Its tags, those of its parts included.
    pub tags: Vec<String>,
    /// Its weight, if one is written; it counts 1 otherwise.
    pub weight: Option<Rational>,
    /// The part it stands in.
    pub part: Option<usize>,
    /// How it is rated.
    pub kind: RowKind,
    /// Fewer points are better: shares and `best` are turned round.
    pub lower: bool,
    /// Texts for its levels.
    pub levels: Vec<LevelText>,
    /// Earns, adds nothing to what is possible.
    pub bonus: bool,
    /// In gates and counts, in no sum, mean or percent.
    pub adds_nothing: bool,
    /// Shown only.
    pub not_scored: bool,
    /// It may be left out, and (`true`) with a reason only.
    pub leave_out: Option<bool>,
    /// What it counts as when it is left out.
    pub not_applicable: Option<Value>,
    /// What it counts as when it is closed without a rating.
    pub unanswered: Option<Value>,
    /// Asked only when this holds.
    pub only_when: Option<Truth>,
    /// It counts from this day.
    pub counts_from: Option<i64>,
    /// It is not asked from this day.
    pub retired: Option<i64>,
    /// It counts as this when a condition holds; the first that does.
    pub counts_as: Vec<(Value, Truth)>,
    /// It counts at most as this when a condition holds.
    pub at_most: Vec<(Value, Truth)>,
    /// Whether a comment is wanted.
    pub comment: Comment,
    /// The slots that show it.
    pub shown_by: Vec<usize>,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}

/// Whether a comment is wanted on a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comment {
    /// Which.
    pub mode: CommentMode,
    /// Required only when this holds of the row.
    pub when: Option<RowTest>,
    /// With a link in it.
    pub link: bool,
}

/// Whether a comment is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CommentMode {
    /// None is taken.
    None,
    /// One may be given.
    #[default]
    Optional,
    /// One must be given.
    Required,
}

/// What a row says about one level of its scale.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LevelText {
    /// What it looks like here.
    pub descriptor: Option<String>,
    /// What to do next.
    pub advice: Option<String>,
    /// The same for the learner.
    pub learner: Option<String>,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}

/// How a row is rated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// With a level of a scale.
    Criterion {
        /// The scale.
        scale: usize,
        /// The first and last level offered.
        offered: (usize, usize),
        /// The marks of all levels of the scale, worst to best.
        marks: Vec<Marks>,
        /// The ladder it is worked out by, when it is not rated by hand.
        worked: Option<usize>,
    },
    /// Met or not met.
    Check {
        /// Points when met.
        points: Rational,
        /// Met when this holds, when it is not rated by hand.
        worked: Option<Truth>,
    },
    /// With a number.
    Number(Range),
}

/// What a level is worth: points, or any mark of a range.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marks {
    /// The lowest; the points where there is no range.
    pub from: Rational,
    /// The highest.
    pub to: Rational,
    /// Steps between, counted from the lowest.
    pub step: Option<Rational>,
    /// These only, in rising order; empty unless they were listed.
    pub list: Vec<Rational>,
}

impl Marks {
    /// So many points.
    pub fn point(points: Rational) -> Self {
        Self {
            from: points,
            to: points,
            step: None,
            list: Vec::new(),
        }
    }

    /// The points, where there is no range.
    pub fn points(&self) -> Option<Rational> {
        (self.from == self.to).then_some(self.from)
    }

    /// Whether a mark lies in it.
    pub fn holds(&self, mark: Rational) -> bool {
        let range = Range {
            from: self.from,
            to: Some(self.to),
            step: self.step,
            list: self.list.clone(),
        };
        range.fit(mark) == Fit::Fits
    }
}

/// Which numbers something takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Range {
    /// The lowest.
    pub from: Rational,
    /// The highest, if there is one.
    pub to: Option<Rational>,
    /// The step, counted from the lowest.
    pub step: Option<Rational>,
    /// These only, in rising order; empty unless they were listed.
    pub list: Vec<Rational>,
}

/// Whether a number is one of a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// It is.
    Fits,
    /// It is below or above.
    Outside,
    /// It lies between two steps.
    Between,
}

impl Range {
    /// Whether a number is one of them; nothing is clamped.
    pub fn fit(&self, value: Rational) -> Fit {
        if value < self.from || self.to.is_some_and(|to| value > to) {
            return Fit::Outside;
        }
        if !self.list.is_empty() {
            return if self.list.contains(&value) {
                Fit::Fits
            } else {
                Fit::Between
            };
        }
        let steps = self
            .step
            .map(|step| value.sub(self.from).and_then(|rest| rest.div(step)));
        match steps {
            None => Fit::Fits,
            Some(Some(steps)) if steps.is_whole() => Fit::Fits,
            Some(_) => Fit::Between,
        }
    }
}

impl Row {
    /// The fewest points a rating can give.
    pub fn least(&self) -> Option<Rational> {
        match &self.kind {
            RowKind::Criterion { .. } => self.offered_marks().map(|marks| marks.from).min(),
            RowKind::Check { points, .. } => Some((*points).min(Rational::ZERO)),
            RowKind::Number(range) => Some(range.from),
        }
    }

    /// The most points a rating can give; none when there is no top.
    pub fn most(&self) -> Option<Rational> {
        match &self.kind {
            RowKind::Criterion { .. } => self.offered_marks().map(|marks| marks.to).max(),
            RowKind::Check { points, .. } => Some((*points).max(Rational::ZERO)),
            RowKind::Number(range) => range.to,
        }
    }

    /// The marks of the levels that are offered.
    pub fn offered_marks(&self) -> impl Iterator<Item = &Marks> {
        let (marks, offered) = match &self.kind {
            RowKind::Criterion { marks, offered, .. } => (marks.as_slice(), *offered),
            RowKind::Check { .. } | RowKind::Number(_) => (&[][..], (0, 0)),
        };
        let levels = marks.iter().enumerate();
        levels
            .filter(move |(level, _)| (offered.0..=offered.1).contains(level))
            .map(|(_, marks)| marks)
    }

    /// The scale of a criterion.
    pub fn scale(&self) -> Option<usize> {
        match self.kind {
            RowKind::Criterion { scale, .. } => Some(scale),
            RowKind::Check { .. } | RowKind::Number(_) => None,
        }
    }

    /// Whether it is worked out, not rated by hand.
    pub fn is_worked_out(&self) -> bool {
        match &self.kind {
            RowKind::Criterion { worked, .. } => worked.is_some(),
            RowKind::Check { worked, .. } => worked.is_some(),
            RowKind::Number(_) => false,
        }
    }

    /// What it weighs.
    pub fn weighs(&self) -> Rational {
        self.weight.unwrap_or(Rational::ONE)
    }
}
