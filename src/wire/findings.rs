//! What the precheck found, as data: what was seen, what was asked for, and
//! why something is not known. The words for it are JavaScript's.

use crate::evidence::{Finding, FindingValue, Holds, Item, Limit, Place, What, Why};
use crate::num::date;
use crate::session::Session;
use serde::Serialize;

/// What the precheck found in one place. Numbers are exact text, days as `2025-08-01`.
#[derive(Serialize, Debug, Default)]
#[serde(rename_all = "camelCase")]
pub struct FindingOut {
    slot: usize,
    /// The rule of the slot; none for the number of items, or for whether a link opens.
    rule: Option<usize>,
    item: Option<String>,
    holds: &'static str,
    soft: bool,
    told: bool,
    unchecked: bool,
    message: Option<String>,
    /// The item by its place, from 1, its name, what its name says it is, and how many there are.
    place: Option<usize>,
    name: Option<String>,
    declared: Option<String>,
    items: usize,
    /// What was seen: a number or a day, a kind, a name or a host.
    value: Option<String>,
    /// The words found or missing.
    words: Vec<String>,
    /// Where something stands in the text, and whether there is more.
    places: Vec<PlaceOut>,
    more: bool,
    /// The item it is the same as: its place, from 1, in this slot (0: in another), and its name.
    twin: Option<usize>,
    twin_name: Option<String>,
    /// What was asked for.
    from: Option<String>,
    to: Option<String>,
    /// Why it is not known, or (`said`) whoever read the file said why.
    why: Option<&'static str>,
    said: Option<String>,
}

/// A place in a text.
#[derive(Serialize, Debug)]
pub struct PlaceOut {
    what: &'static str,
    text: String,
    line: usize,
}

/// Places that a sentence shows; the rest is more.
const PLACES: usize = 3;

/// Everything the precheck says.
pub fn findings(session: &Session) -> Vec<FindingOut> {
    let mut all = Vec::new();
    let slots = session
        .rubric()
        .slots
        .iter()
        .zip(session.items())
        .zip(session.verdicts());
    for (index, ((slot, items), verdict)) in slots.enumerate() {
        for finding in &verdict.findings {
            let line = finding.line.and_then(|line| slot.lines.get(line));
            all.push(FindingOut {
                slot: index,
                message: line.and_then(|line| line.message.clone()),
                ..finding_out(finding, items)
            });
        }
    }
    all
}

fn finding_out(finding: &Finding, items: &[Item]) -> FindingOut {
    let item = finding.item.and_then(|item| items.get(item));
    let mut out = FindingOut {
        rule: finding.line,
        item: item.map(|item| item.id.clone()),
        holds: match finding.holds {
            Holds::Yes => "yes",
            Holds::No => "no",
            Holds::Unknown => "unknown",
        },
        soft: finding.soft,
        told: finding.told,
        unchecked: finding.unchecked,
        place: finding.item.map(|item| item.saturating_add(1)),
        name: item.and_then(|item| item.name.clone()),
        declared: item.and_then(|item| item.declared_kind.clone()),
        items: items.len(),
        ..FindingOut::default()
    };
    out.saw(&finding.value, item, items);
    match finding.limit {
        Limit::None => {}
        Limit::Ends(ends) => {
            out.from = ends.from.map(|end| end.to_string());
            out.to = ends.to.map(|end| end.to_string());
        }
        Limit::Days(from, to) => {
            out.from = from.and_then(date::text);
            out.to = to.and_then(date::text);
        }
    }
    if let Some(why) = &finding.why {
        out.why = Some(reason(why));
        if let Why::Said(said) = why {
            out.said = Some(said.clone());
        }
    }
    out
}

impl FindingOut {
    fn saw(&mut self, value: &FindingValue, item: Option<&Item>, items: &[Item]) {
        match value {
            FindingValue::None => {}
            FindingValue::Number(number) => self.value = Some(number.to_string()),
            FindingValue::Text(text) => self.value = Some(text.clone()),
            FindingValue::Day(day) => self.value = date::text(*day),
            FindingValue::Words(words) => self.words.clone_from(words),
            FindingValue::Places(places, more) => {
                let text = item.and_then(|item| item.text.as_deref());
                let shown = places.iter().take(PLACES);
                let shown = shown.map(|place| place_out(place, text.unwrap_or_default()));
                self.places = shown.collect();
                self.more = *more || places.len() > PLACES;
            }
            FindingValue::Twin(twin) => {
                let near = twin.slot.is_none();
                self.twin = Some(if near { twin.item.saturating_add(1) } else { 0 });
                let other = items.get(twin.item).filter(|_| near);
                self.twin_name = other.and_then(|other| other.name.clone());
            }
        }
    }
}

fn place_out(place: &Place, text: &str) -> PlaceOut {
    PlaceOut {
        what: match place.what {
            What::Email => "email",
            What::Phone => "phone",
            What::Id => "id",
            What::Pattern => "pattern",
        },
        text: text.get(place.from..place.to).unwrap_or_default().into(),
        line: place.line,
    }
}

fn reason(why: &Why) -> &'static str {
    match why {
        Why::Missing => "missing",
        Why::Link => "link",
        Why::Encrypted => "encrypted",
        Why::Scan => "scan",
        Why::NoToday => "no today",
        Why::TooLong => "too long",
        Why::Said(_) => "said",
    }
}
