//! The walker. It dispatches over a rule; what each form means stands in a
//! function of its own. Left-out rows are no members of any set.

use super::answer::Answer;
use super::domain::Domain;
use crate::model::{Member, Num, Row, Rubric, Truth as Rule};
use crate::num::Truth;

/// The exact representation overflowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overflow;

pub(super) type Result<T> = std::result::Result<T, Overflow>;

/// One walk over the rules of a rubric.
pub struct Walk<'a, D: Domain> {
    pub(super) rubric: &'a Rubric,
    pub(super) answers: &'a [Answer],
    /// Scores worked out so far.
    pub scores: Vec<D::Num>,
    /// Rungs worked out so far, by award.
    pub rungs: Vec<Vec<Truth>>,
}

impl<'a, D: Domain> Walk<'a, D> {
    /// Works out every score.
    pub fn new(rubric: &'a Rubric, answers: &'a [Answer]) -> Result<Self> {
        let mut walk = Self {
            rubric,
            answers,
            scores: vec![D::undefined(); rubric.scores.len()],
            rungs: rubric
                .awards
                .iter()
                .map(|award| vec![Truth::UNDEFINED; award.rungs.len()])
                .collect(),
        };
        for index in &rubric.score_order {
            if let Some(score) = rubric.scores.get(*index) {
                let value = walk.num(&score.rule)?;
                if let Some(slot) = walk.scores.get_mut(*index) {
                    *slot = value;
                }
            }
        }
        Ok(walk)
    }

    pub(super) fn row(&self, index: usize) -> Option<(&'a Row, Answer)> {
        self.rubric
            .rows
            .get(index)
            .zip(self.answers.get(index).copied())
    }

    pub(super) fn score(&self, index: usize) -> D::Num {
        self.scores.get(index).copied().unwrap_or_else(D::undefined)
    }

    pub(super) fn value(&self, member: Member) -> D::Num {
        match member {
            Member::Row(row) => self
                .row(row)
                .map_or_else(D::undefined, |(row, answer)| D::points(row, answer)),
            Member::Score(score) => self.score(score),
        }
    }

    /// A number.
    pub fn num(&self, rule: &Num) -> Result<D::Num> {
        match rule {
            Num::Constant(value) => Ok(D::constant(*value)),
            Num::Row(row) => Ok(self.value(Member::Row(*row))),
            Num::Score(score) => Ok(self.score(*score)),
            Num::Add(terms) => self.fold(terms, D::add),
            Num::Mul(terms) => self.fold(terms, D::mul),
            Num::Div(a, b) => D::div(self.num(a)?, self.num(b)?).ok_or(Overflow),
            Num::Neg(inner) => D::neg(self.num(inner)?).ok_or(Overflow),
            Num::Round(inner, step, mode) => {
                D::round(self.num(inner)?, *step, *mode).ok_or(Overflow)
            }
            Num::AtLeast(a, b) => Ok(D::max(self.num(a)?, self.num(b)?)),
            Num::AtMost(a, b) => Ok(D::min(self.num(a)?, self.num(b)?)),
            Num::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                self.either(condition, || self.num(a), || self.num(b))
            }
            Num::First(cases, last) => self.first(cases, last),
            Num::Gather(gather, set) => self.gather(*gather, set),
            Num::Linear(linear, whole) => match D::linear(linear, self.answers) {
                Some(value) => Ok(value),
                None => self.num(whole),
            },
            Num::Shares(shares) => Ok(self.shares(shares)?.unwrap_or_else(D::undefined)),
        }
    }

    pub(super) fn fold(
        &self,
        terms: &[Num],
        op: fn(D::Num, D::Num) -> Option<D::Num>,
    ) -> Result<D::Num> {
        let Some((first, rest)) = terms.split_first() else {
            return Ok(D::undefined());
        };
        let mut all = self.num(first)?;
        for term in rest {
            all = op(all, self.num(term)?).ok_or(Overflow)?;
        }
        Ok(all)
    }

    /// The first case that holds; while one is open, those behind it may count.
    pub(super) fn first(&self, cases: &[(Rule, Num)], last: &Num) -> Result<D::Num> {
        let mut found: Option<D::Num> = None;
        let mut take =
            |value: D::Num| found = Some(found.map_or(value, |before| D::join(before, value)));
        for (when, value) in cases {
            let when = self.truth(when)?;
            if when.can_be_true() {
                take(self.num(value)?);
            }
            if when.can_be_undefined() {
                take(D::undefined());
            }
            if !when.can_be_false() {
                return Ok(found.unwrap_or_else(D::undefined));
            }
        }
        take(self.num(last)?);
        Ok(found.unwrap_or_else(D::undefined))
    }

    /// One branch or the other, both while the condition is open.
    pub(super) fn either(
        &self,
        condition: Truth,
        a: impl Fn() -> Result<D::Num>,
        b: impl Fn() -> Result<D::Num>,
    ) -> Result<D::Num> {
        let mut found: Option<D::Num> = None;
        let mut take =
            |value: D::Num| found = Some(found.map_or(value, |before| D::join(before, value)));
        if condition.can_be_true() {
            take(a()?);
        }
        if condition.can_be_false() {
            take(b()?);
        }
        if condition.can_be_undefined() {
            take(D::undefined());
        }
        Ok(found.unwrap_or_else(D::undefined))
    }

    pub(super) fn member_row(&self, member: Member) -> Option<(&'a Row, Answer)> {
        match member {
            Member::Row(row) => self.row(row),
            Member::Score(_) => None,
        }
    }
}
