//! Decimal text to exact numbers.

use super::Rational;

/// Reads `72.5`, `0.1`, `10`: digits on both sides of the point. Nothing for
/// another form, or for more digits than are exact.
pub fn parse_decimal(text: &str) -> Option<Rational> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return None;
    }
    let part = part.trim_end_matches('0');
    let bottom = 10_i128.checked_pow(u32::try_from(part.len()).ok()?)?;
    let part: i128 = if part.is_empty() {
        0
    } else {
        part.parse().ok()?
    };
    let whole: i128 = whole.parse().ok()?;
    Rational::new(whole.checked_mul(bottom)?.checked_add(part)?, bottom)
}

/// A number as it can be read again: a decimal, or a quotient where it has no end.
pub fn decimal_text(value: Rational) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_teacher_writes_and_nothing_else() {
        assert_eq!(parse_decimal("72.5"), Rational::new(145, 2));
        assert_eq!(parse_decimal("0.10"), Rational::new(1, 10));
        assert_eq!(parse_decimal("007"), Rational::new(7, 1));
        for wrong in [
            "",
            ".5",
            "5.",
            "1e3",
            "-1",
            "1.2.3",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(parse_decimal(wrong), None, "{wrong}");
        }
    }
}
