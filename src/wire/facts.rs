//! Facts of evidence as they come in, checked and exact, and what the precheck
//! says of them as it goes out.

use crate::evidence::{Holds, Item, sentence};
use crate::num::{Rational, date, parse_decimal};
use crate::session::Session;
use serde::{Deserialize, Serialize};

/// Facts of one piece of evidence. Numbers come as exact text, rows by index.
#[derive(Deserialize, Debug, Default)]
#[serde(default, rename_all = "camelCase")]
pub struct FactsIn {
    id: String,
    kind: String,
    declared_kind: Option<String>,
    name: Option<String>,
    /// Bytes, pages, words, characters, sentences, seconds, width, height: name and `n/d`.
    numbers: Vec<(String, String)>,
    sha256: Option<String>,
    date: Option<String>,
    author: Option<String>,
    people: Option<Vec<String>>,
    encrypted: bool,
    url: Option<String>,
    text: Option<String>,
    note: Option<String>,
    shows: Vec<u32>,
    told: Vec<String>,
    undetermined: Vec<(String, String)>,
}

/// The facts as the precheck takes them.
pub fn item(facts: FactsIn) -> Item {
    let number = |name: &str| {
        let found = facts.numbers.iter().find(|(known, _)| known == name);
        found.and_then(|(_, text)| fraction(text))
    };
    Item {
        bytes: number("bytes"),
        pages: number("pages"),
        words: number("words"),
        characters: number("characters"),
        sentences: number("sentences"),
        seconds: number("seconds"),
        width: number("width"),
        height: number("height"),
        date: facts.date.as_deref().and_then(date::parse),
        shows: facts
            .shows
            .iter()
            .filter_map(|row| usize::try_from(*row).ok())
            .collect(),
        id: facts.id,
        kind: facts.kind,
        declared_kind: facts.declared_kind,
        name: facts.name,
        sha256: facts.sha256,
        author: facts.author,
        people: facts.people,
        encrypted: facts.encrypted,
        url: facts.url,
        text: facts.text,
        note: facts.note,
        told: facts.told,
        undetermined: facts.undetermined,
        counts: None,
    }
}

fn fraction(text: &str) -> Option<Rational> {
    let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
    parse_decimal(top)?.div(parse_decimal(bottom)?)
}

/// What the precheck found in one place.
#[derive(Serialize, Debug)]
pub struct FindingOut {
    slot: usize,
    /// The rule of the slot; none for the number of items, or for whether a link opens.
    rule: Option<usize>,
    item: Option<String>,
    holds: &'static str,
    soft: bool,
    told: bool,
    sentence: String,
    message: Option<String>,
}

/// Everything the precheck says that is not simply right.
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
                rule: finding.line,
                item: finding
                    .item
                    .and_then(|item| items.get(item))
                    .map(|item| item.id.clone()),
                holds: match finding.holds {
                    Holds::Yes => "yes",
                    Holds::No => "no",
                    Holds::Unknown => "unknown",
                },
                soft: finding.soft,
                told: finding.told,
                sentence: sentence(slot, finding, items),
                message: line.and_then(|line| line.message.clone()),
            });
        }
    }
    all
}
