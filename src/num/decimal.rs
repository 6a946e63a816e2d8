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
