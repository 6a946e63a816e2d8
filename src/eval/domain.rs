//! What the walker needs of a kind of values.

use super::answer::{Answer, Value};
use crate::model::{By, Cmp, Linear, Row, Term};
use crate::num::{Rational, Rounding, Truth};

/// A kind of values. `None` from an operation is an overflow of the exact
/// representation, which the walker reports.
pub trait Domain {
    /// Its numbers.
    type Num: Copy;

    /// A known number.
    fn constant(value: Rational) -> Self::Num;
    /// No number.
    fn undefined() -> Self::Num;
    /// The points of a row.
    fn points(row: &Row, answer: Answer) -> Self::Num;
    /// The levels a row may have, first and last; none when it has none yet.
    fn levels(row: &Row, answer: Answer) -> Option<(usize, usize)>;
    /// Whether a check is met.
    fn met(answer: Answer) -> Truth;
    /// Whether a row is answered.
    fn answered(answer: Answer) -> Truth;

    /// The sum.
    fn add(a: Self::Num, b: Self::Num) -> Option<Self::Num>;
    /// Turned round.
    fn neg(a: Self::Num) -> Option<Self::Num>;
    /// The product.
    fn mul(a: Self::Num, b: Self::Num) -> Option<Self::Num>;
    /// The quotient; undefined for a division by zero.
    fn div(a: Self::Num, b: Self::Num) -> Option<Self::Num>;
    /// The larger.
    fn max(a: Self::Num, b: Self::Num) -> Self::Num;
    /// The smaller.
    fn min(a: Self::Num, b: Self::Num) -> Self::Num;
    /// Rounded.
    fn round(a: Self::Num, step: Rational, mode: Rounding) -> Option<Self::Num>;
    /// The middle one; the mean of the middle two.
    fn median(all: &[Self::Num]) -> Option<Self::Num>;
    /// Everything either may be.
    fn join(a: Self::Num, b: Self::Num) -> Self::Num;
    /// A sum of whole numbers; nothing when a row of it does not count.
    fn linear(linear: &Linear, answers: &[Answer]) -> Option<Self::Num>;
    /// Two numbers compared.
    fn compare(cmp: Cmp, a: Self::Num, b: Self::Num) -> Truth;
}

/// What a rating contributes to a sum of whole numbers.
pub(super) fn contribution(term: &Term, value: Value) -> Option<i64> {
    match (&term.by, value) {
        (By::Level(each), Value::Level(level)) => each.get(level).copied(),
        (By::Level(each), Value::Met(met)) => each.get(usize::from(met)).copied(),
        (By::Factor(factor), Value::Number(value)) => {
            let found = factor.mul(value).filter(|found| found.is_whole())?;
            i64::try_from(found.numer()).ok()
        }
        _ => None,
    }
}

/// The mean of the middle two, or the middle one, of sorted numbers.
pub(super) fn middle(sorted: &[Rational]) -> Option<Option<Rational>> {
    let Some(last) = sorted.len().checked_sub(1) else {
        return Some(None);
    };
    let upper = sorted.get(sorted.len().checked_div(2)?)?;
    let lower = sorted.get(last.checked_div(2)?)?;
    Some(Some(lower.add(*upper)?.div(Rational::whole(2))?))
}
