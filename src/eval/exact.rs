//! Exact values: a number or none. What is open is undefined, as if the
//! assessment were closed now.

use super::answer::{Answer, Value};
use super::domain::{Domain, contribution, middle};
use crate::model::{Cmp, Linear, Row};
use crate::num::{Rational, Rounding, Truth, round};
use std::cmp::Ordering;

/// Exact values.
#[derive(Debug)]
pub struct Exact;

type Num = Option<Rational>;

/// Both, or none for undefined; the outer `None` is an overflow.
fn both(a: Num, b: Num, op: impl FnOnce(Rational, Rational) -> Option<Rational>) -> Option<Num> {
    match (a, b) {
        (Some(a), Some(b)) => op(a, b).map(Some),
        _ => Some(None),
    }
}

impl Domain for Exact {
    type Num = Num;

    fn constant(value: Rational) -> Num {
        Some(value)
    }

    fn undefined() -> Num {
        None
    }

    fn points(row: &Row, answer: Answer) -> Num {
        if let Answer::Rated(value) = answer {
            value.points(row)
        } else {
            None
        }
    }

    fn levels(_: &Row, answer: Answer) -> Option<(usize, usize)> {
        if let Answer::Rated(Value::Level(level)) = answer {
            Some((level, level))
        } else {
            None
        }
    }

    fn met(answer: Answer) -> Truth {
        if let Answer::Rated(Value::Met(met)) = answer {
            Truth::from_bool(met)
        } else {
            Truth::UNDEFINED
        }
    }

    fn answered(answer: Answer) -> Truth {
        Truth::from_bool(matches!(answer, Answer::Rated(_)))
    }

    fn add(a: Num, b: Num) -> Option<Num> {
        both(a, b, Rational::add)
    }

    fn neg(a: Num) -> Option<Num> {
        both(a, a, |a, _| a.neg())
    }

    fn mul(a: Num, b: Num) -> Option<Num> {
        both(a, b, Rational::mul)
    }

    fn div(a: Num, b: Num) -> Option<Num> {
        if b.is_some_and(Rational::is_zero) {
            Some(None)
        } else {
            both(a, b, Rational::div)
        }
    }

    fn max(a: Num, b: Num) -> Num {
        a.zip(b).map(|(a, b)| a.max(b))
    }

    fn min(a: Num, b: Num) -> Num {
        a.zip(b).map(|(a, b)| a.min(b))
    }

    fn round(a: Num, step: Rational, mode: Rounding) -> Option<Num> {
        both(a, a, |a, _| round(a, step, mode))
    }

    fn median(all: &[Num]) -> Option<Num> {
        let sorted: Option<Vec<Rational>> = all.iter().copied().collect();
        let Some(mut sorted) = sorted else {
            return Some(None);
        };
        sorted.sort_unstable();
        middle(&sorted)
    }

    fn join(a: Num, b: Num) -> Num {
        // Conditions are decided here, so the walker never joins two values.
        a.or(b)
    }

    fn linear(linear: &Linear, answers: &[Answer]) -> Option<Num> {
        let (mut top, mut open) = (0_i64, false);
        for term in &linear.terms {
            match answers.get(term.row)? {
                Answer::Rated(value) => top = top.checked_add(contribution(term, *value)?)?,
                Answer::Unanswered => open = true,
                Answer::LeftOut | Answer::NotScored | Answer::NotAsked => return None,
            }
        }
        if open {
            return Some(None);
        }
        Rational::new(i128::from(top), i128::from(linear.bottom)).map(Some)
    }

    fn compare(cmp: Cmp, a: Num, b: Num) -> Truth {
        let Some(order) = a.zip(b).map(|(a, b)| a.cmp(&b)) else {
            return Truth::UNDEFINED;
        };
        Truth::from_bool(match cmp {
            Cmp::Ge => order.is_ge(),
            Cmp::Gt => order.is_gt(),
            Cmp::Le => order.is_le(),
            Cmp::Lt => order.is_lt(),
            Cmp::Eq => order == Ordering::Equal,
            Cmp::Ne => order != Ordering::Equal,
        })
    }
}
