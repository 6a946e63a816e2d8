//! Rounding to a multiple of a step. Nothing rounds by itself.

use super::Rational;

/// Which way a number is rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// To the nearest, ties towards plus infinity.
    TiesUp,
    /// To the nearest, ties towards minus infinity.
    TiesDown,
    /// To the nearest, ties to the even multiple of the step.
    TiesEven,
    /// To the multiple that is no smaller.
    Up,
    /// To the multiple that is no larger.
    Down,
}

/// The multiple of `step` that `x` rounds to; nothing on overflow or when the
/// step is not above 0.
pub fn round(x: Rational, step: Rational, mode: Rounding) -> Option<Rational> {
    if step.is_zero() || step.is_negative() {
        return None;
    }
    if let Some(whole) = few(x, step, mode) {
        return Rational::whole(whole).mul(step);
    }
    let steps = x.div(step)?;
    let floor = steps.floor();
    let rest = steps.sub(Rational::new(floor, 1)?)?;
    let half = rest.cmp(&Rational::new(1, 2)?);
    let up = match mode {
        Rounding::Down => false,
        Rounding::Up => !rest.is_zero(),
        Rounding::TiesUp => half.is_ge(),
        Rounding::TiesDown => half.is_gt(),
        Rounding::TiesEven => half.is_gt() || (half.is_eq() && floor.checked_rem_euclid(2)? == 1),
    };
    let whole = if up { floor.checked_add(1)? } else { floor };
    Rational::new(whole, 1)?.mul(step)
}

/// How many steps, where all of it is small: without reducing anything on the way.
fn few(x: Rational, step: Rational, mode: Rounding) -> Option<i64> {
    let small = |value: i128| i32::try_from(value).map(i64::from).ok();
    // What comes of two such products is below 2^62, and twice it below 2^63.
    let top = small(x.numer())?.checked_mul(small(step.denom())?)?;
    let bottom = small(x.denom())?.checked_mul(small(step.numer())?)?;
    let floor = top.checked_div_euclid(bottom)?;
    let rest = top.checked_sub(floor.checked_mul(bottom)?)?;
    let half = rest.checked_mul(2)?.cmp(&bottom);
    let up = match mode {
        Rounding::Down => false,
        Rounding::Up => rest != 0,
        Rounding::TiesUp => half.is_ge(),
        Rounding::TiesDown => half.is_gt(),
        Rounding::TiesEven => half.is_gt() || (half.is_eq() && floor & 1 == 1),
    };
    floor.checked_add(i64::from(up))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rounds_ties_as_it_is_told() {
        use Rounding::{Down, TiesDown, TiesEven, TiesUp, Up};
        // (value in quarters, step in quarters) -> multiples in quarters, by hand
        let table = [
            (25, 2, TiesUp, 26),
            (25, 2, TiesDown, 24),
            (25, 2, TiesEven, 24),
            (27, 2, TiesEven, 28),
            (-25, 2, TiesUp, -24),
            (-25, 2, TiesDown, -26),
            (-25, 2, TiesEven, -24),
            (-27, 2, TiesEven, -28),
            (25, 4, TiesUp, 24),
            (27, 4, TiesUp, 28),
            (25, 4, Up, 28),
            (27, 4, Down, 24),
            (-25, 4, Up, -24),
            (-25, 4, Down, -28),
            (24, 4, Up, 24),
            (24, 4, Down, 24),
            (0, 4, TiesEven, 0),
        ];
        for (value, step, mode, wanted) in table {
            let quarter = |n| Rational::new(n, 4).unwrap();
            assert_eq!(
                round(quarter(value), quarter(step), mode),
                Some(quarter(wanted)),
                "{value} {step} {mode:?}"
            );
        }
        assert_eq!(round(Rational::ONE, Rational::ZERO, Up), None);
        // The same with parts that are past 32 bits.
        let far = |n: i128| Rational::new(n, 3_000_000_019).unwrap();
        assert_eq!(round(far(7), far(2), TiesEven), Some(far(8)));
        assert_eq!(round(far(-5), far(2), TiesUp), Some(far(-4)));
        assert_eq!(round(far(-5), far(2), Down), Some(far(-6)));
    }
}
