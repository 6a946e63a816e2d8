//! Rules about one item.

use super::finding::{FindingValue, Holds, Limit, Place, Why};
use super::item::{Known, Seen, fact_name};
use super::together::folded;
use super::{hosts, kinds, wild, words};
use crate::model::{Ends, SlotRule};
use crate::num::{Rational, date};

/// What came of a rule.
pub(super) struct Found {
    pub(super) holds: Holds,
    pub(super) value: FindingValue,
    pub(super) why: Option<Why>,
    pub(super) told: bool,
    /// For a rule about several items: only links are unknown.
    pub(super) unchecked: bool,
}

impl Found {
    pub(super) fn of(holds: bool, value: FindingValue) -> Self {
        Self {
            holds: if holds { Holds::Yes } else { Holds::No },
            value,
            why: None,
            told: false,
            unchecked: false,
        }
    }

    pub(super) fn unknown(why: Why) -> Self {
        Self {
            holds: Holds::Unknown,
            why: Some(why),
            ..Self::of(false, FindingValue::None)
        }
    }

    fn when<T>(known: Known<T>, judge: impl FnOnce(T) -> Self) -> Self {
        known.map_or_else(Self::unknown, judge)
    }

    fn told(self, told: bool) -> Self {
        Self { told, ..self }
    }
}

/// Whether a number is no lower and no higher than asked.
pub(super) fn within(value: Rational, ends: Ends) -> bool {
    ends.from.is_none_or(|from| value >= from) && ends.to.is_none_or(|to| value <= to)
}

/// What a rule asks for, worked out for this day.
pub(super) fn limit(rule: &SlotRule, today: Option<i64>) -> Limit {
    match rule {
        SlotRule::Measured(_, ends, _) => Limit::Ends(*ends),
        SlotRule::DatedWithin { months, days } => {
            let from = today.and_then(|today| back(today, *months, *days));
            Limit::Days(from, today)
        }
        // The day itself is neither after nor before it.
        SlotRule::DatedAfter(day) => Limit::Days(day.checked_add(1), None),
        SlotRule::DatedBefore(day) => Limit::Days(None, day.checked_sub(1)),
        _ => Limit::None,
    }
}

/// So much earlier; what lies before the first year is that far back.
fn back(today: i64, months: i64, days: i64) -> Option<i64> {
    let from = months
        .checked_neg()
        .and_then(|months| date::add_months(today, months))
        .or_else(|| date::day(1, 1, 1))?;
    from.checked_sub(days)
}

/// What comes of a rule for an item that it concerns.
pub(super) fn judge(rule: &SlotRule, seen: &Seen, limit: Limit, today: Option<i64>) -> Found {
    let item = seen.item;
    match (rule, limit) {
        (SlotRule::Accepts(kinds, extensions), _) => accepts(seen, kinds, extensions),
        (SlotRule::Measured(measure, _, _), Limit::Ends(ends)) => {
            let told = seen.is_told(fact_name(*measure));
            let judged = |value| Found::of(within(value, ends), FindingValue::Number(value));
            Found::when(seen.measure(*measure), judged).told(told)
        }
        (SlotRule::DatedWithin { .. }, _) if today.is_none() => Found::unknown(Why::NoToday),
        (_, Limit::Days(from, to)) => dated(seen, from, to),
        (SlotRule::Hosts(allowed), _) => Found::when(seen.known("url", item.url.as_ref()), |url| {
            let host = hosts::host(url).unwrap_or_default();
            let under = |allowed: &String| hosts::is_under(&host, allowed);
            Found::of(allowed.iter().any(under), FindingValue::Text(host.clone()))
        }),
        (SlotRule::NamedLike(pattern), _) => {
            Found::when(seen.known("name", item.name.as_ref()), |name| {
                let value = FindingValue::Text(name.clone());
                Found::of(wild::is_like(name, pattern), value)
            })
        }
        (SlotRule::Mentions(all, wanted), _) => {
            Found::when(seen.text(), |text| mentions(text, *all, wanted))
        }
        (SlotRule::PeopleNotAuthor, _) => not_author(seen).told(seen.is_told("people")),
        (SlotRule::NoteRequired, _) => {
            let note = item.note.as_deref().unwrap_or_default();
            Found::of(!note.trim().is_empty(), FindingValue::None)
        }
        (SlotRule::NamesRows, _) => Found::of(!item.shows.is_empty(), FindingValue::None),
        // The rules about all items stand in `together`.
        _ => Found::of(true, FindingValue::None),
    }
}

fn accepts(seen: &Seen, words: &[String], extensions: &[String]) -> Found {
    let item = seen.item;
    let value = FindingValue::Text(item.kind.trim().to_lowercase());
    if extensions.iter().any(|ending| kinds::ends(seen, ending)) {
        return Found::of(true, value);
    }
    let kind = Some(item.kind.trim()).filter(|kind| !kind.is_empty());
    Found::when(seen.known("kind", kind), |_| {
        let takes = words.iter().any(|word| kinds::takes(word, seen.kind));
        let named = item.name.is_some() || seen.is_link() || seen.is_text();
        if !takes && !extensions.is_empty() && !named {
            return Found::unknown(Why::Missing);
        }
        Found::of(takes, value)
    })
}

fn dated(seen: &Seen, from: Option<i64>, to: Option<i64>) -> Found {
    let judged = |day: i64| {
        let holds = from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to);
        Found::of(holds, FindingValue::Day(day))
    };
    Found::when(seen.known("date", seen.item.date), judged).told(seen.is_told("date"))
}

fn mentions(text: &str, all: bool, wanted: &[String]) -> Found {
    let (found, missing) = words::mentions(text, wanted);
    let holds = if all {
        missing.is_empty()
    } else {
        !found.is_empty()
    };
    let shown = if holds { found } else { missing };
    Found::of(holds, FindingValue::Words(shown))
}

/// Two different people cannot both be the author, whoever that is.
fn not_author(seen: &Seen) -> Found {
    let people = seen.known("people", seen.item.people.as_ref());
    Found::when(people, |people| {
        let people = folded(people);
        let author = seen.item.author.as_ref();
        let author = author.filter(|author| !author.trim().is_empty());
        if people.len() != 1 {
            return Found::of(people.len() > 1, FindingValue::None);
        }
        Found::when(seen.known("author", author), |author| {
            let author = folded(std::slice::from_ref(author));
            Found::of(people != author, FindingValue::None)
        })
    })
}

/// Nothing of the kind in the text. A link's own text, where somebody gave it, counts.
pub(super) fn avoids(seen: &Seen, look: &impl Fn(&str) -> Option<(Vec<Place>, bool)>) -> Found {
    Found::when(seen.text(), |text| match look(text) {
        Some((places, more)) => {
            let holds = places.is_empty();
            Found::of(holds, FindingValue::Places(places, more))
        }
        None => Found::unknown(Why::TooLong),
    })
}
