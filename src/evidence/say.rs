//! Numbers, days, names and lists in plain English.

use crate::model::{Ends, Measure};
use crate::num::{Rational, date};

/// Letters of a file name or a find that are shown.
const SHOWN: usize = 80;
/// A double cannot tell more apart either; past it a fraction is written out.
const DIGITS: u32 = 6;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `1 August 2025`.
pub(super) fn day(day: i64) -> String {
    let written = date::civil(day).and_then(|(year, month, day)| {
        let month = usize::try_from(month.checked_sub(1)?).ok()?;
        Some(format!("{day} {} {year}", MONTHS.get(month)?))
    });
    written.unwrap_or_else(|| "a day out of the calendar".to_owned())
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn list(all: &[String], word: &str) -> String {
    match all.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
    }
}

/// In quotes, without what would turn the writing round or break the line.
pub(super) fn quote(text: &str) -> String {
    let plain = |c: &char| {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}');
        !c.is_control() && !turns
    };
    let mut letters = text.trim().chars().filter(plain);
    let shown: String = letters.by_ref().take(SHOWN).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    format!("“{shown}{more}”")
}

/// With an upper-case first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// A decimal with up to so many digits behind the point and commas between the
/// thousands; halves go up.
fn decimal(value: Rational, digits: u32) -> String {
    written(value, digits).unwrap_or_else(|| value.to_string())
}

fn written(value: Rational, digits: u32) -> Option<String> {
    let scale = 10_i128.checked_pow(digits)?;
    let half = Rational::new(1, 2)?;
    let all = value.mul(Rational::new(scale, 1)?)?.add(half)?.floor();
    let minus = if all < 0 { "-" } else { "" };
    let all = all.checked_abs()?;
    let (whole, part) = (all.checked_div(scale)?, all.checked_rem(scale)?);
    let width = usize::try_from(digits).ok()?;
    let part = format!("{part:0width$}");
    let part = part.trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    Some(format!(
        "{minus}{}{point}{part}",
        thousands(&whole.to_string())
    ))
}

fn thousands(digits: &str) -> String {
    let mut out = String::new();
    for (index, c) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.checked_rem(3) == Some(0) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// What a number counts, and how it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Of(Measure),
    Items,
    People,
}

impl Unit {
    /// `5 pages`, `10.4 MB`, `2 min 30 s`.
    pub(super) fn number(self, value: Rational, digits: u32) -> String {
        match self {
            Self::Of(Measure::Size) => size(value, digits.max(1)),
            Self::Of(Measure::Length) => length(value, digits),
            _ => {
                let (one, many) = self.nouns();
                let noun = if value == Rational::ONE { one } else { many };
                format!("{} {noun}", decimal(value, digits))
            }
        }
    }

    /// The number without its noun where it has one.
    fn bare(self, value: Rational, digits: u32) -> String {
        match self {
            Self::Of(Measure::Size | Measure::Length) => self.number(value, digits),
            _ => decimal(value, digits),
        }
    }

    fn nouns(self) -> (&'static str, &'static str) {
        match self {
            Self::Of(Measure::Pages) => ("page", "pages"),
            Self::Of(Measure::Words) => ("word", "words"),
            Self::Of(Measure::Characters) => ("character", "characters"),
            Self::Of(Measure::Width | Measure::Height) => ("pixel", "pixels"),
            Self::Of(Measure::Size) => ("byte", "bytes"),
            Self::Of(Measure::Length) => ("second", "seconds"),
            Self::Items => ("item", "items"),
            Self::People => ("person", "people"),
        }
    }

    /// Digits enough to tell the value from the end it misses.
    pub(super) fn digits(self, value: Rational, ends: Ends) -> u32 {
        let missed = [ends.from, ends.to].into_iter().flatten();
        let missed: Vec<Rational> = missed.filter(|end| *end != value).collect();
        let tells = |digits: &u32| {
            let own = self.bare(value, *digits);
            !missed.iter().any(|end| self.bare(*end, *digits) == own)
        };
        let least = if self == Self::Of(Measure::Length) {
            0
        } else {
            2
        };
        let least = if self == Self::Of(Measure::Size) {
            1
        } else {
            least
        };
        (least..=DIGITS).find(tells).unwrap_or(DIGITS)
    }

    /// `up to 3`, `at least 300`, `exactly 3`, `1 to 3`.
    pub(super) fn ends(self, value: Rational, ends: Ends, digits: u32) -> Option<(Side, String)> {
        let bare = |end: Rational| self.bare(end, digits);
        Some(match (ends.from, ends.to) {
            (Some(from), Some(to)) if from == to => (Side::Exact, bare(from)),
            (Some(from), _) if value < from => (Side::Low, bare(from)),
            (_, Some(to)) if value > to => (Side::High, bare(to)),
            (Some(from), Some(to)) => (Side::Exact, format!("{} to {}", bare(from), bare(to))),
            (Some(from), None) => (Side::Low, bare(from)),
            (None, Some(to)) => (Side::High, bare(to)),
            (None, None) => return None,
        })
    }
}

/// Which end of a range is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Low,
    High,
    Exact,
}

fn size(value: Rational, digits: u32) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    for (bytes, unit) in units {
        let bytes = Rational::whole(bytes);
        if value >= bytes
            && let Some(value) = value.div(bytes)
        {
            return format!("{} {unit}", decimal(value, digits));
        }
    }
    let noun = if value == Rational::ONE {
        "byte"
    } else {
        "bytes"
    };
    format!("{} {noun}", decimal(value, digits))
}

fn length(value: Rational, digits: u32) -> String {
    lengths(value, digits).unwrap_or_else(|| format!("{} s", decimal(value, digits)))
}

fn lengths(value: Rational, digits: u32) -> Option<String> {
    // Rounded first, so that no 60 s is left over.
    let scale = 10_i128.checked_pow(digits)?;
    let all = value.mul(Rational::new(scale, 1)?)?;
    let all = all.add(Rational::new(1, 2)?)?.floor();
    let minute = scale.checked_mul(60)?;
    let (minutes, rest) = (all.checked_div(minute)?, all.checked_rem(minute)?);
    let (hours, minutes) = (minutes.checked_div(60)?, minutes.checked_rem(60)?);
    let mut parts = Vec::new();
    if hours > 0 {
        parts.push(format!("{} h", thousands(&hours.to_string())));
    }
    if minutes > 0 {
        parts.push(format!("{minutes} min"));
    }
    if rest != 0 || parts.is_empty() {
        parts.push(format!(
            "{} s",
            decimal(Rational::new(rest, scale)?, digits)
        ));
    }
    Some(parts.join(" "))
}
