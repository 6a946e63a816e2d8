//! Civil days without a zone: days since 1970-01-01 in the proleptic Gregorian
//! calendar, by the era arithmetic of 400 years.

/// Days in 400 years, and from 0000-03-01 to 1970-01-01.
const ERA: i64 = 146_097;
const EPOCH: i64 = 719_468;
/// Years outside this range are no dates of a rubric.
const YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

/// The day of a year, month and day; nothing when there is no such day.
pub fn day(year: i64, month: i64, day: i64) -> Option<i64> {
    if !YEARS.contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=last(year, month)?).contains(&day)
    {
        return None;
    }
    // March is the first month, so that the leap day comes last.
    let year = if month <= 2 {
        year.checked_sub(1)?
    } else {
        year
    };
    let month = month.checked_add(9)?.checked_rem(12)?;
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = month
        .checked_mul(153)?
        .checked_add(2)?
        .checked_div(5)?
        .checked_add(day)?
        .checked_sub(1)?;
    let leaps = of_era
        .checked_div(4)?
        .checked_sub(of_era.checked_div(100)?)?;
    let in_era = of_era
        .checked_mul(365)?
        .checked_add(leaps)?
        .checked_add(of_year)?;
    era.checked_mul(ERA)?
        .checked_add(in_era)?
        .checked_sub(EPOCH)
}

/// Year, month and day of a day; nothing outside the years 1 to 9999.
pub fn civil(day: i64) -> Option<(i64, i64, i64)> {
    let day = day.checked_add(EPOCH)?;
    let (era, rest) = (day.div_euclid(ERA), day.rem_euclid(ERA));
    let leaps = rest
        .checked_div(1460)?
        .checked_sub(rest.checked_div(36_524)?)?
        .checked_add(rest.checked_div(146_096)?)?;
    let of_era = rest.checked_sub(leaps)?.checked_div(365)?;
    let before = of_era
        .checked_mul(365)?
        .checked_add(of_era.checked_div(4)?)?
        .checked_sub(of_era.checked_div(100)?)?;
    let of_year = rest.checked_sub(before)?;
    let month = of_year.checked_mul(5)?.checked_add(2)?.checked_div(153)?;
    let first = month.checked_mul(153)?.checked_add(2)?.checked_div(5)?;
    let date = of_year.checked_sub(first)?.checked_add(1)?;
    let month = if month < 10 {
        month.checked_add(3)?
    } else {
        month.checked_sub(9)?
    };
    let year = era
        .checked_mul(400)?
        .checked_add(of_era)?
        .checked_add(i64::from(month <= 2))?;
    YEARS.contains(&year).then_some((year, month, date))
}

/// The last day of a month.
fn last(year: i64, month: i64) -> Option<i64> {
    let leap =
        year.checked_rem(4)? == 0 && (year.checked_rem(100)? != 0 || year.checked_rem(400)? == 0);
    Some(match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    })
}

/// So many months later, or earlier; a day that the month lacks becomes its last.
pub fn add_months(from: i64, months: i64) -> Option<i64> {
    let (year, month, date) = civil(from)?;
    let all = year
        .checked_mul(12)?
        .checked_add(month)?
        .checked_sub(1)?
        .checked_add(months)?;
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12).checked_add(1)?);
    day(year, month, date.min(last(year, month)?))
}

/// Reads `2025-08-01`.
pub fn parse(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let mut take = |length: usize| {
        let part = parts.next()?;
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok())?
    };
    let (year, month, date) = (take(4)?, take(2)?, take(2)?);
    if parts.next().is_some() {
        return None;
    }
    day(year, month, date)
}

/// Writes `2025-08-01`.
pub fn text(day: i64) -> Option<String> {
    let (year, month, date) = civil(day)?;
    Some(format!("{year:04}-{month:02}-{date:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_comes_back() {
        // 1970-01-01 is day 0; 2000-03-01 is day 11017 (10957 to 2000-01-01, 31 + 29 more).
        assert_eq!(day(1970, 1, 1), Some(0));
        assert_eq!(day(2000, 3, 1), Some(11_017));
        assert_eq!((day(2025, 2, 29), day(2024, 2, 29).is_some()), (None, true));
        assert_eq!((day(1900, 2, 29), day(2000, 2, 29).is_some()), (None, true));
        let (mut before, mut year, mut month) = (None, 1, 1);
        for one in day(1, 1, 1).unwrap_or(0)..day(2400, 1, 1).unwrap_or(0) {
            let Some((y, m, d)) = civil(one) else {
                continue;
            };
            assert_eq!(day(y, m, d), Some(one));
            if let Some((py, pm, pd)) = before {
                assert!((y, m, d) > (py, pm, pd), "{y}-{m}-{d}");
            }
            before = Some((y, m, d));
            (year, month) = (y, m);
        }
        assert_eq!((year, month), (2399, 12));
    }

    #[test]
    fn months_clamp_to_their_end() {
        let on = |text| parse(text).unwrap_or(i64::MIN);
        assert_eq!(add_months(on("2025-01-31"), 1), parse("2025-02-28"));
        assert_eq!(add_months(on("2024-01-31"), 1), parse("2024-02-29"));
        assert_eq!(add_months(on("2024-02-29"), 12), parse("2025-02-28"));
        assert_eq!(add_months(on("2025-03-31"), -1), parse("2025-02-28"));
        assert_eq!(add_months(on("2025-12-15"), 1), parse("2026-01-15"));
        assert_eq!(text(on("0999-12-31")).as_deref(), Some("0999-12-31"));
        assert_eq!(
            (parse("2025-13-01"), parse("2025-1-1"), parse("2025-01-01-")),
            (None, None, None)
        );
    }
}
