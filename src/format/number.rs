//! A number as it can be read again.

use crate::num::Rational;

/// A number as it can be read again: a decimal, or a quotient where it has no end.
pub(super) fn number(value: Rational) -> String {
    decimal(value).unwrap_or_else(|| value.to_string())
}

/// The decimal digits of a number whose bottom holds only twos and fives.
fn decimal(value: Rational) -> Option<String> {
    let (mut bottom, mut digits) = (value.denom(), 0_u32);
    while bottom != 1 {
        bottom = if bottom.checked_rem(10)? == 0 {
            bottom.checked_div(10)?
        } else if bottom.checked_rem(5)? == 0 {
            bottom.checked_div(5)?
        } else if bottom.checked_rem(2)? == 0 {
            bottom.checked_div(2)?
        } else {
            return None;
        };
        digits = digits.checked_add(1)?;
    }
    let scaled = value.mul(Rational::new(10_i128.checked_pow(digits)?, 1)?)?;
    let sign = if scaled.is_negative() { "-" } else { "" };
    let text = scaled.numer().checked_abs()?.to_string();
    let digits = usize::try_from(digits).ok()?;
    if digits == 0 {
        return Some(format!("{sign}{text}"));
    }
    let width = digits.checked_add(1)?;
    let text = format!("{text:0>width$}");
    let (whole, part) = text.split_at_checked(text.len().checked_sub(digits)?)?;
    Some(format!("{sign}{whole}.{part}"))
}
