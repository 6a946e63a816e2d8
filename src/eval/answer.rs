//! What a row was given, and what it refuses: nothing is ever clamped.

use crate::model::{Fit, Input, InputKind, Marks, Range, Reply, Row, RowKind, Rubric, Value};
use crate::num::Rational;

/// What a row was given by hand. That it is not asked or not scored follows
/// from the rubric.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Answer {
    /// Not rated yet.
    #[default]
    Unanswered,
    /// Left out as not applicable.
    LeftOut,
    /// Rated, zero included.
    Rated(Value),
}

impl Answer {
    /// The rating, if it is one.
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Rated(value) => Some(value),
            Self::Unanswered | Self::LeftOut => None,
        }
    }
}

/// The comment beside a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Remark {
    /// None.
    #[default]
    None,
    /// A text.
    Text,
    /// A text with a link in it.
    Link,
}

/// Why something is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Another kind of value.
    Kind,
    /// A level or a choice that there is not.
    Level,
    /// A level that this row does not offer.
    NotOffered,
    /// A number outside the range.
    Range,
    /// A number between two steps.
    Step,
    /// No level, or more than one, has these points.
    Points,
    /// The row is worked out, not rated by hand.
    WorkedOut,
    /// The row may not be left out.
    LeftOut,
    /// It may be left out with a reason only.
    Reason,
}

/// A rating as it is stored on a row; a number on a criterion picks its level.
pub fn fit(row: &Row, value: Value) -> Result<Value, Refusal> {
    if row.is_worked_out() {
        return Err(Refusal::WorkedOut);
    }
    match (&row.kind, value) {
        (RowKind::Criterion { marks, .. }, Value::Level(level)) if level >= marks.len() => {
            Err(Refusal::Level)
        }
        (RowKind::Criterion { offered, .. }, Value::Level(level)) => {
            if (offered.0..=offered.1).contains(&level) {
                Ok(value)
            } else {
                Err(Refusal::NotOffered)
            }
        }
        (RowKind::Criterion { marks, offered, .. }, Value::Number(mark)) => {
            mark_fits(marks, *offered, mark)
        }
        (RowKind::Criterion { marks, offered, .. }, Value::Mark(level, mark)) => {
            let found = mark_fits(marks, *offered, mark)?;
            if matches!(found, Value::Level(of) | Value::Mark(of, _) if of == level) {
                Ok(found)
            } else {
                Err(Refusal::Points)
            }
        }
        (RowKind::Check { .. }, Value::Met(_)) => Ok(value),
        (RowKind::Number(range), Value::Number(number)) => {
            number_fits(range, number).map(|()| value)
        }
        _ => Err(Refusal::Kind),
    }
}

/// The level that holds a mark: the one with exactly these points, or the range around it.
fn mark_fits(marks: &[Marks], offered: (usize, usize), mark: Rational) -> Result<Value, Refusal> {
    let holding =
        |(level, one): &(usize, &Marks)| (offered.0..=offered.1).contains(level) && one.holds(mark);
    let mut found = marks.iter().enumerate().filter(holding);
    match (found.next(), found.next()) {
        (Some((level, one)), None) => Ok(if one.points().is_some() {
            Value::Level(level)
        } else {
            Value::Mark(level, mark)
        }),
        _ => Err(Refusal::Points),
    }
}

fn number_fits(range: &Range, number: Rational) -> Result<(), Refusal> {
    match range.fit(number) {
        Fit::Fits => Ok(()),
        Fit::Outside => Err(Refusal::Range),
        Fit::Between => Err(Refusal::Step),
    }
}

/// Whether an ask or a setting takes this.
pub fn reply_fits(input: &Input, rubric: &Rubric, reply: Reply) -> Result<(), Refusal> {
    match (&input.kind, reply) {
        (InputKind::Choice(scale), Reply::Choice(choice)) => rubric
            .scales
            .get(*scale)
            .filter(|scale| choice < scale.levels.len())
            .map(|_| ())
            .ok_or(Refusal::Level),
        (InputKind::Number(range, _), Reply::Number(number)) => number_fits(range, number),
        (InputKind::Date, Reply::Number(day)) if day.is_whole() => Ok(()),
        (InputKind::YesNo, Reply::Yes(_)) => Ok(()),
        _ => Err(Refusal::Kind),
    }
}

/// Whether a row may be left out.
pub fn may_leave_out(row: &Row, has_reason: bool) -> Result<(), Refusal> {
    if row.is_worked_out() {
        return Err(Refusal::WorkedOut);
    }
    match (row.leave_out, row.not_applicable) {
        (Some(true), _) if !has_reason => Err(Refusal::Reason),
        (None, None) => Err(Refusal::LeftOut),
        _ => Ok(()),
    }
}
