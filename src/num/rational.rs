//! An exact fraction. Canonical at birth, so equality and text come for free.

use std::cmp::Ordering;
use std::fmt;

/// An exact rational number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Rational {
    // INVARIANT: d > 0, gcd(n, d) = 1, n > i128::MIN.
    n: i128,
    d: i128,
}

/// Doubles hold every whole number up to here.
const SAFE: u64 = 1 << 53;

impl Rational {
    /// 0
    pub const ZERO: Self = Self { n: 0, d: 1 };
    /// 1
    pub const ONE: Self = Self { n: 1, d: 1 };

    /// `n / d`, reduced; nothing when `d` is 0 or the result does not fit.
    pub fn new(n: i128, d: i128) -> Option<Self> {
        if d == 0 || n == i128::MIN || d == i128::MIN {
            return None;
        }
        if let (Ok(n), Ok(d)) = (i64::try_from(n), i64::try_from(d)) {
            return Self::small(n, d);
        }
        let negative = (n < 0) != (d < 0);
        let (top, bottom) = (n.unsigned_abs(), d.unsigned_abs());
        let common = gcd(top, bottom).max(1);
        let top = i128::try_from(top.checked_div(common)?).ok()?;
        let bottom = i128::try_from(bottom.checked_div(common)?).ok()?;
        Some(Self {
            n: if negative { top.checked_neg()? } else { top },
            d: bottom,
        })
    }

    /// Nearly every number is small, and 128-bit division is slow in WebAssembly.
    fn small(n: i64, d: i64) -> Option<Self> {
        let negative = (n < 0) != (d < 0);
        let (mut top, mut bottom) = (n.unsigned_abs(), d.unsigned_abs());
        if bottom != 1 {
            let common = gcd_small(top, bottom).max(1);
            if common != 1 {
                (top, bottom) = (top.checked_div(common)?, bottom.checked_div(common)?);
            }
        }
        let top = i128::from(top);
        Some(Self {
            n: if negative { top.wrapping_neg() } else { top },
            d: i128::from(bottom),
        })
    }

    /// Top and bottom when a product of two such cannot overflow 64 bits, nor a
    /// sum of two such products: checks would cost more than the products do.
    fn tiny(self) -> Option<(i64, i64)> {
        let (n, d) = (self.n as i32, self.d as i32);
        let fits = i128::from(n) == self.n && i128::from(d) == self.d && n != i32::MIN;
        fits.then_some((i64::from(n), i64::from(d)))
    }

    /// A whole number.
    pub fn whole(n: i64) -> Self {
        Self {
            n: i128::from(n),
            d: 1,
        }
    }

    /// The top of the reduced fraction.
    pub fn numer(self) -> i128 {
        self.n
    }

    /// The bottom of the reduced fraction, above 0.
    pub fn denom(self) -> i128 {
        self.d
    }

    /// The sum; nothing when it does not fit.
    pub fn add(self, other: Self) -> Option<Self> {
        if let (Some((a, b)), Some((c, d))) = (self.tiny(), other.tiny()) {
            return if b == d {
                Self::small(a.wrapping_add(c), b)
            } else {
                let top = a.wrapping_mul(d).wrapping_add(c.wrapping_mul(b));
                Self::small(top, b.wrapping_mul(d))
            };
        }
        if self.d == other.d {
            let n = self.n.checked_add(other.n)?;
            return if self.d == 1 && n != i128::MIN {
                Some(Self { n, d: 1 })
            } else {
                Self::new(n, self.d)
            };
        }
        let common = i128::try_from(gcd(self.d.unsigned_abs(), other.d.unsigned_abs())).ok()?;
        let left = self.n.checked_mul(other.d.checked_div(common)?)?;
        let right = other.n.checked_mul(self.d.checked_div(common)?)?;
        Self::new(
            left.checked_add(right)?,
            self.d.checked_div(common)?.checked_mul(other.d)?,
        )
    }

    /// The difference; nothing when it does not fit.
    pub fn sub(self, other: Self) -> Option<Self> {
        self.add(other.neg()?)
    }

    /// The product; nothing when it does not fit.
    pub fn mul(self, other: Self) -> Option<Self> {
        if let (Some((a, b)), Some((c, d))) = (self.tiny(), other.tiny()) {
            return Self::small(a.wrapping_mul(c), b.wrapping_mul(d));
        }
        if self.d == 1 && other.d == 1 {
            let n = self.n.checked_mul(other.n)?;
            return (n != i128::MIN).then_some(Self { n, d: 1 });
        }
        // Reduced across first, so that it overflows as late as it can.
        let left = Self::new(self.n, other.d)?;
        let right = Self::new(other.n, self.d)?;
        Self::new(left.n.checked_mul(right.n)?, left.d.checked_mul(right.d)?)
    }

    /// The quotient; nothing for a division by zero or when it does not fit.
    pub fn div(self, other: Self) -> Option<Self> {
        // Turned round it is as reduced as it was.
        let turned = match other.n {
            0 => return None,
            n if n < 0 => Self {
                n: other.d.checked_neg()?,
                d: n.checked_neg()?,
            },
            n => Self { n: other.d, d: n },
        };
        self.mul(turned)
    }

    /// Turned round.
    pub fn neg(self) -> Option<Self> {
        Some(Self {
            n: self.n.checked_neg()?,
            d: self.d,
        })
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.n == 0
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        self.n < 0
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.d == 1
    }

    /// The largest whole number that is no larger.
    pub fn floor(self) -> i128 {
        if let Some((n, d)) = self.tiny() {
            return i128::from(n.checked_div_euclid(d).unwrap_or(n));
        }
        self.n.checked_div_euclid(self.d).unwrap_or(self.n)
    }

    /// Top and bottom as doubles, when both are exact in one.
    pub fn parts_f64(self) -> Option<(f64, f64)> {
        let (n, d) = (i64::try_from(self.n).ok()?, i64::try_from(self.d).ok()?);
        let fits = n.unsigned_abs() <= SAFE && d.unsigned_abs() <= SAFE;
        fits.then_some((n as f64, d as f64))
    }

    /// The nearest double, for drawing only.
    #[expect(clippy::float_arithmetic, reason = "for drawing; no decision reads it")]
    pub fn nearest_f64(self) -> f64 {
        self.n as f64 / self.d as f64
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Some((a, b)), Some((c, d))) = (self.tiny(), other.tiny()) {
            return a.wrapping_mul(d).cmp(&c.wrapping_mul(b));
        }
        match (self.n.checked_mul(other.d), other.n.checked_mul(self.d)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => by_fraction(*self, *other),
        }
    }
}

/// Euclid on both at once: whole parts first, then the turned-round rests.
fn by_fraction(left: Rational, right: Rational) -> Ordering {
    let (mut left, mut right) = ((left.n, left.d), (right.n, right.d));
    let mut turned = false;
    loop {
        let (a, b) = (
            left.0.checked_div_euclid(left.1),
            right.0.checked_div_euclid(right.1),
        );
        let order = a.cmp(&b);
        if order != Ordering::Equal {
            return if turned { order.reverse() } else { order };
        }
        let rest = |x: (i128, i128)| x.0.checked_rem_euclid(x.1).unwrap_or(0);
        let (p, q) = (rest(left), rest(right));
        if p == 0 || q == 0 {
            let order = p.min(1).cmp(&q.min(1));
            return if turned { order.reverse() } else { order };
        }
        (left, right) = ((left.1, p), (right.1, q));
        turned = !turned;
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.d == 1 {
            write!(f, "{}", self.n)
        } else {
            write!(f, "{}/{}", self.n, self.d)
        }
    }
}

/// The smallest bottom that two bottoms divide; nothing past `most`.
pub fn common_bottom(a: i128, b: i128, most: i128) -> Option<i128> {
    let common = i128::try_from(gcd(a.unsigned_abs(), b.unsigned_abs())).ok()?;
    a.checked_div(common)?
        .checked_mul(b)
        .filter(|bottom| *bottom <= most)
}

fn gcd(a: u128, b: u128) -> u128 {
    if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
        return u128::from(gcd_small(a, b));
    }
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a
}

fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn r(n: i128, d: i128) -> Rational {
        Rational::new(n, d).unwrap()
    }

    #[test]
    fn is_reduced_with_a_positive_bottom() {
        assert_eq!(r(6, -4), r(-3, 2));
        assert_eq!(r(29, 40).to_string(), "29/40");
        assert_eq!(r(-4, 2).to_string(), "-2");
        assert!(Rational::new(1, 0).is_none());
    }

    #[test]
    fn adds_tenths_exactly() {
        assert_eq!(r(1, 10).add(r(2, 10)), Some(r(3, 10)));
        assert_eq!(r(1, 6).add(r(1, 10)), Some(r(4, 15)));
        assert_eq!(r(2, 3).mul(r(9, 4)), Some(r(3, 2)));
        assert_eq!(r(2, 3).div(r(4, 9)), Some(r(3, 2)));
        assert_eq!(r(2, 3).div(Rational::ZERO), None);
    }

    #[test]
    fn overflow_is_refused_and_order_is_exact_beyond_it() {
        let big = r(i128::MAX, 2);
        assert_eq!(big.add(r(1, 3)), None);
        assert_eq!(big.mul(big), None);
        let (near, nearer) = (r(i128::MAX - 1, i128::MAX), r(i128::MAX - 2, i128::MAX - 1));
        assert_eq!(near.cmp(&nearer), Ordering::Greater);
        assert_eq!(nearer.cmp(&near), Ordering::Less);
        assert_eq!(near.cmp(&near), Ordering::Equal);
        assert!(near.neg().unwrap() < nearer.neg().unwrap());
    }
}
