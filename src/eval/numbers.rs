//! Numbers: the walk over a rule, form by form.

use super::walk::{Overflow, Result, Walk};
use crate::model::{Num, Truth as Rule};
use crate::num::{Interval, Rational, Truth, date};

impl Walk<'_> {
    /// A number.
    pub fn num(&self, rule: &Num) -> Result<Interval> {
        match rule {
            Num::Constant(value) => Ok(Interval::point(*value)),
            Num::Undefined => Ok(Interval::UNDEFINED),
            Num::Of(member) => Ok(self.value(*member)),
            Num::Today => Ok(self.today()),
            Num::Fact(fact, slot) => Ok(self.fact(*fact, *slot)),
            Num::Add(terms) => self.fold(terms, Interval::add),
            Num::Mul(terms) => self.fold(terms, Interval::mul),
            Num::Div(a, b) => self.num(a)?.div(&self.num(b)?).ok_or(Overflow),
            Num::Neg(inner) => self.num(inner)?.neg().ok_or(Overflow),
            Num::AddMonths(inner, months) => Ok(later(self.num(inner)?, *months)),
            Num::Round(inner, step, mode) => self.num(inner)?.round(*step, *mode).ok_or(Overflow),
            Num::AtLeast(a, b) => Ok(self.num(a)?.max(&self.num(b)?)),
            Num::AtMost(a, b) => Ok(self.num(a)?.min(&self.num(b)?)),
            Num::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                let mut found = Joined::default();
                if condition.can_be_true() {
                    found.take(self.num(a)?);
                }
                if condition.can_be_false() {
                    found.take(self.num(b)?);
                }
                if condition.can_be_undefined() {
                    found.take(Interval::UNDEFINED);
                }
                Ok(found.done())
            }
            Num::First(cases, last) => self.first(cases, last),
            Num::Gather(gather, set, stretch) => self.gather(*gather, set, *stretch),
            Num::Shares(shares) => self.shares(shares),
            Num::Linear(linear, whole) => match self.linear(linear) {
                Some(value) => Ok(value),
                None => self.num(whole),
            },
        }
    }

    fn fold(
        &self,
        terms: &[Num],
        op: fn(&Interval, &Interval) -> Option<Interval>,
    ) -> Result<Interval> {
        let Some((first, rest)) = terms.split_first() else {
            return Ok(Interval::UNDEFINED);
        };
        let mut all = self.num(first)?;
        for term in rest {
            all = op(&all, &self.num(term)?).ok_or(Overflow)?;
        }
        Ok(all)
    }

    /// The first case that holds; while one is open, those behind it may count.
    fn first(&self, cases: &[(Rule, Num)], last: &Num) -> Result<Interval> {
        let mut found = Joined::default();
        for (when, value) in cases {
            let when = self.truth(when)?;
            if when.can_be_true() {
                found.take(self.num(value)?);
            }
            if when.can_be_undefined() {
                found.take(Interval::UNDEFINED);
            }
            if !when.can_be_false() {
                return Ok(found.done());
            }
        }
        found.take(self.num(last)?);
        Ok(found.done())
    }

    /// What is counted of a slot: a file may still come, or be replaced, until it is complete.
    fn fact(&self, fact: crate::model::Fact, slot: usize) -> Interval {
        let asked = self.known.asked.get(slot).copied().unwrap_or(Truth::FALSE);
        let (Some(state), true) = (self.inputs.slots.get(slot), asked.can_be_true()) else {
            return Interval::UNDEFINED;
        };
        let shut = self.inputs.shut.slot(slot);
        let found = if !state.complete && !self.closed && !shut {
            Interval::between(Some(Rational::ZERO), None)
        } else {
            state
                .sums
                .get(fact)
                .map_or(Interval::UNDEFINED, Interval::point)
        };
        if asked == Truth::TRUE {
            found
        } else {
            found.may_be_undefined()
        }
    }
}

/// Everything one of several may be.
#[derive(Default)]
struct Joined {
    found: Option<Interval>,
}

impl Joined {
    fn take(&mut self, one: Interval) {
        self.found = Some(self.found.map_or(one, |before| before.hull(&one)));
    }

    fn done(self) -> Interval {
        self.found.unwrap_or(Interval::UNDEFINED)
    }
}

/// So many months later. A day outside the calendar is no day.
fn later(from: Interval, months: i64) -> Interval {
    if from.empty {
        return from;
    }
    let move_end = |end: Option<Rational>| match end {
        None => Some(None),
        Some(end) => {
            let day = i64::try_from(end.numer()).ok().filter(|_| end.is_whole())?;
            Some(Some(Rational::whole(date::add_months(day, months)?)))
        }
    };
    match (move_end(from.lo), move_end(from.hi)) {
        (Some(lo), Some(hi)) => Interval { lo, hi, ..from },
        _ => Interval::UNDEFINED,
    }
}
