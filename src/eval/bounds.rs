//! Bounds: everything a value may still become while rows are open.

use super::answer::{Answer, Value};
use super::domain::{Domain, contribution, middle};
use crate::model::{Cmp, Linear, Row, RowKind};
use crate::num::{Interval, Rational, Rounding, Truth};

/// Values that may still change.
#[derive(Debug)]
pub struct Bounds;

impl Domain for Bounds {
    type Num = Interval;

    fn constant(value: Rational) -> Interval {
        Interval::point(value)
    }

    fn undefined() -> Interval {
        Interval::UNDEFINED
    }

    fn points(row: &Row, answer: Answer) -> Interval {
        match answer {
            Answer::Rated(value) => value
                .points(row)
                .map_or(Interval::UNDEFINED, Interval::point),
            Answer::Unanswered => Interval::between(row.least(), row.most()),
            Answer::LeftOut | Answer::NotScored | Answer::NotAsked => Interval::UNDEFINED,
        }
    }

    fn levels(row: &Row, answer: Answer) -> Option<(usize, usize)> {
        match (answer, &row.kind) {
            (Answer::Rated(Value::Level(level)), _) => Some((level, level)),
            (Answer::Unanswered, RowKind::Criterion { points, .. }) => {
                Some((0, points.len().checked_sub(1)?))
            }
            _ => None,
        }
    }

    fn met(answer: Answer) -> Truth {
        match answer {
            Answer::Rated(Value::Met(met)) => Truth::from_bool(met),
            Answer::Unanswered => Truth::OPEN,
            _ => Truth::UNDEFINED,
        }
    }

    fn answered(answer: Answer) -> Truth {
        if answer.is_open() {
            Truth::OPEN
        } else {
            Truth::from_bool(matches!(answer, Answer::Rated(_)))
        }
    }

    fn add(a: Interval, b: Interval) -> Option<Interval> {
        a.add(&b)
    }

    fn neg(a: Interval) -> Option<Interval> {
        a.neg()
    }

    fn mul(a: Interval, b: Interval) -> Option<Interval> {
        a.mul(&b)
    }

    fn div(a: Interval, b: Interval) -> Option<Interval> {
        a.div(&b)
    }

    fn max(a: Interval, b: Interval) -> Interval {
        a.max(&b)
    }

    fn min(a: Interval, b: Interval) -> Interval {
        a.min(&b)
    }

    fn round(a: Interval, step: Rational, mode: Rounding) -> Option<Interval> {
        a.round(step, mode)
    }

    fn median(all: &[Interval]) -> Option<Interval> {
        if all.is_empty() || all.iter().any(|one| one.empty) {
            return Some(Interval::UNDEFINED);
        }
        let end = |pick: fn(&Interval) -> Option<Rational>| {
            let ends: Option<Vec<Rational>> = all.iter().map(pick).collect();
            let Some(mut ends) = ends else {
                return Some(None);
            };
            ends.sort_unstable();
            middle(&ends)
        };
        let found = Interval::between(end(|one| one.lo)?, end(|one| one.hi)?);
        Some(if all.iter().any(|one| one.undefined) {
            found.may_be_undefined()
        } else {
            found
        })
    }

    fn join(a: Interval, b: Interval) -> Interval {
        a.hull(&b)
    }

    fn linear(linear: &Linear, answers: &[Answer]) -> Option<Interval> {
        let (mut lowest, mut highest) = (0_i64, 0_i64);
        for term in &linear.terms {
            let (low, high) = match answers.get(term.row)? {
                Answer::Rated(value) => {
                    let known = contribution(term, *value)?;
                    (known, known)
                }
                Answer::Unanswered => term.ends,
                Answer::LeftOut | Answer::NotScored | Answer::NotAsked => return None,
            };
            lowest = lowest.checked_add(low)?;
            highest = highest.checked_add(high)?;
        }
        let over = |top: i64| Rational::new(i128::from(top), i128::from(linear.bottom));
        Some(Interval::between(Some(over(lowest)?), Some(over(highest)?)))
    }

    fn compare(cmp: Cmp, a: Interval, b: Interval) -> Truth {
        match cmp {
            Cmp::Ge => a.ge(&b),
            Cmp::Gt => a.gt(&b),
            Cmp::Le => b.ge(&a),
            Cmp::Lt => b.gt(&a),
            Cmp::Eq => a.eq(&b),
            Cmp::Ne => a.eq(&b).not(),
        }
    }
}
