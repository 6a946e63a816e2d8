//! The values a number may still take: an interval, and whether it may have
//! no value at all. Every operation is sound: what can come out is inside.

use super::{Rational, Rounding, Truth, round};

/// Possible values of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    /// The lowest; none when there is no lower end.
    pub lo: Option<Rational>,
    /// The highest; none when there is no upper end.
    pub hi: Option<Rational>,
    /// Whether it may be undefined.
    pub undefined: bool,
    /// Whether it has no value for certain.
    pub empty: bool,
}

impl Interval {
    /// Certainly undefined.
    pub const UNDEFINED: Self = Self {
        lo: None,
        hi: None,
        undefined: true,
        empty: true,
    };
    /// Anything.
    pub const ANY: Self = Self {
        lo: None,
        hi: None,
        undefined: false,
        empty: false,
    };

    /// One value.
    pub fn point(value: Rational) -> Self {
        Self::between(Some(value), Some(value))
    }

    /// All values from one to another.
    pub fn between(lo: Option<Rational>, hi: Option<Rational>) -> Self {
        Self {
            lo,
            hi,
            undefined: false,
            empty: false,
        }
    }

    /// The one value it has for certain.
    pub fn known(&self) -> Option<Rational> {
        if self.undefined || self.lo != self.hi {
            None
        } else {
            self.lo
        }
    }

    fn with(mut self, a: &Self, b: &Self) -> Self {
        self.undefined = a.undefined || b.undefined;
        if a.empty || b.empty {
            Self::UNDEFINED
        } else {
            self
        }
    }

    /// The sum; nothing on overflow.
    pub fn add(&self, other: &Self) -> Option<Self> {
        if let (Some(a), Some(b)) = (self.known(), other.known()) {
            return a.add(b).map(Self::point);
        }
        let end = |a: Option<Rational>, b: Option<Rational>| match (a, b) {
            (Some(a), Some(b)) => a.add(b).map(Some),
            _ => Some(None),
        };
        Some(Self::between(end(self.lo, other.lo)?, end(self.hi, other.hi)?).with(self, other))
    }

    /// Turned round; nothing on overflow.
    pub fn neg(&self) -> Option<Self> {
        let end = |a: Option<Rational>| match a {
            Some(a) => a.neg().map(Some),
            None => Some(None),
        };
        Some(Self {
            lo: end(self.hi)?,
            hi: end(self.lo)?,
            ..*self
        })
    }

    /// The product; nothing on overflow.
    pub fn mul(&self, other: &Self) -> Option<Self> {
        if let (Some(a), Some(b)) = (self.known(), other.known()) {
            return a.mul(b).map(Self::point);
        }
        let zero = Some(Rational::ZERO);
        if (self.lo == zero && self.hi == zero) || (other.lo == zero && other.hi == zero) {
            return Some(Self::point(Rational::ZERO).with(self, other));
        }
        let (Some(a), Some(b), Some(c), Some(d)) = (self.lo, self.hi, other.lo, other.hi) else {
            return Some(Self::ANY.with(self, other));
        };
        let all = [a.mul(c)?, a.mul(d)?, b.mul(c)?, b.mul(d)?];
        Some(Self::between(all.iter().min().copied(), all.iter().max().copied()).with(self, other))
    }

    /// The quotient, undefined where the divisor is 0; nothing on overflow.
    pub fn div(&self, other: &Self) -> Option<Self> {
        let zero = Some(Rational::ZERO);
        if other.empty || (other.lo == zero && other.hi == zero) {
            return Some(Self::UNDEFINED);
        }
        let (Some(c), Some(d)) = (other.lo, other.hi) else {
            return Some(
                Self {
                    undefined: true,
                    ..Self::ANY
                }
                .with(self, other)
                .may_be_undefined(),
            );
        };
        if c <= Rational::ZERO && d >= Rational::ZERO {
            return Some(Self::ANY.with(self, other).may_be_undefined());
        }
        let turned = Self::between(Some(Rational::ONE.div(d)?), Some(Rational::ONE.div(c)?));
        Some(self.mul(&turned)?.with(self, other))
    }

    /// The same, possibly undefined.
    pub fn may_be_undefined(mut self) -> Self {
        self.undefined = true;
        self
    }

    /// The larger of two.
    pub fn max(&self, other: &Self) -> Self {
        let lo = match (self.lo, other.lo) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let hi = self.hi.zip(other.hi).map(|(a, b)| a.max(b));
        Self::between(lo, hi).with(self, other)
    }

    /// The smaller of two.
    pub fn min(&self, other: &Self) -> Self {
        let hi = match (self.hi, other.hi) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let lo = self.lo.zip(other.lo).map(|(a, b)| a.min(b));
        Self::between(lo, hi).with(self, other)
    }

    /// Everything either may be.
    pub fn hull(&self, other: &Self) -> Self {
        if self.empty {
            return other.may_be_undefined();
        }
        if other.empty {
            return self.may_be_undefined();
        }
        let lo = self.lo.zip(other.lo).map(|(a, b)| a.min(b));
        let hi = self.hi.zip(other.hi).map(|(a, b)| a.max(b));
        Self {
            lo,
            hi,
            undefined: self.undefined || other.undefined,
            empty: false,
        }
    }

    /// Rounded; nothing on overflow.
    pub fn round(&self, step: Rational, mode: Rounding) -> Option<Self> {
        let end = |a: Option<Rational>| match a {
            Some(a) => round(a, step, mode).map(Some),
            None => Some(None),
        };
        let lo = end(self.lo)?;
        let hi = if self.hi == self.lo {
            lo
        } else {
            end(self.hi)?
        };
        Some(Self { lo, hi, ..*self })
    }

    /// Whether it is at least the other.
    pub fn ge(&self, other: &Self) -> Truth {
        let can = self.hi.zip(other.lo).is_none_or(|(a, b)| a >= b);
        let cannot = self.lo.zip(other.hi).is_none_or(|(a, b)| a < b);
        self.truth(other, can, cannot)
    }

    /// Whether it is above the other.
    pub fn gt(&self, other: &Self) -> Truth {
        other.ge(self).not()
    }

    /// Whether both are the same number.
    pub fn eq(&self, other: &Self) -> Truth {
        let can = self.hi.zip(other.lo).is_none_or(|(a, b)| a >= b)
            && other.hi.zip(self.lo).is_none_or(|(a, b)| a >= b);
        let same =
            self.lo.is_some() && self.lo == self.hi && self.lo == other.lo && other.lo == other.hi;
        self.truth(other, can, !same)
    }

    fn truth(&self, other: &Self, can: bool, cannot: bool) -> Truth {
        if self.empty || other.empty {
            return Truth::UNDEFINED;
        }
        Truth::of(can, cannot, self.undefined || other.undefined)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn within(x: Rational, interval: &Interval) -> bool {
        interval.lo.is_none_or(|lo| lo <= x) && interval.hi.is_none_or(|hi| x <= hi)
    }

    #[test]
    fn every_pair_of_values_comes_out_inside() {
        let whole = Rational::whole;
        let ends = [-3, -1, 0, 2, 3];
        let all: Vec<Interval> = ends
            .iter()
            .flat_map(|a| {
                ends.iter()
                    .filter(move |b| a <= *b)
                    .map(move |b| Interval::between(Some(whole(*a)), Some(whole(*b))))
            })
            .collect();
        for a in &all {
            for b in &all {
                for x in -3..=3 {
                    for y in -3..=3 {
                        let (x, y) = (whole(x), whole(y));
                        if !within(x, a) || !within(y, b) {
                            continue;
                        }
                        assert!(within(x.add(y).unwrap(), &a.add(b).unwrap()));
                        assert!(within(x.mul(y).unwrap(), &a.mul(b).unwrap()));
                        assert!(within(x.max(y), &a.max(b)) && within(x.min(y), &a.min(b)));
                        assert!(within(x, &a.hull(b)) && within(y, &a.hull(b)));
                        let quotient = a.div(b).unwrap();
                        match x.div(y) {
                            Some(value) => assert!(!quotient.empty && within(value, &quotient)),
                            None => assert!(quotient.undefined),
                        }
                        let holds = |truth: Truth, value: bool| {
                            if value {
                                truth.can_be_true()
                            } else {
                                truth.can_be_false()
                            }
                        };
                        assert!(
                            holds(a.ge(b), x >= y)
                                && holds(a.gt(b), x > y)
                                && holds(a.eq(b), x == y)
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn points_decide() {
        let (one, two) = (
            Interval::point(Rational::ONE),
            Interval::point(Rational::whole(2)),
        );
        assert_eq!(two.ge(&one), Truth::TRUE);
        assert_eq!(one.gt(&one), Truth::FALSE);
        assert_eq!(one.eq(&one), Truth::TRUE);
        assert_eq!(one.ge(&Interval::UNDEFINED), Truth::UNDEFINED);
    }
}
