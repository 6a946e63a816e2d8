//! Rules about all items of a slot, and what is the same across slots.

use super::finding::{FindingValue, Twin, Why};
use super::item::{Item, Known, Seen, fact_name};
use super::judge::whole;
use super::rules::{Found, within};
use crate::model::{Ends, Measure, Slot, SlotRule};
use crate::num::Rational;
use std::collections::{BTreeMap, BTreeSet};

/// What is not known, and whether that is only so for links.
#[derive(Default)]
struct Gaps {
    why: Option<Why>,
    file: bool,
}

impl Gaps {
    /// The reason of a file stands before that of a link: a person can mend it.
    fn note(&mut self, seen: &Seen, why: Why) {
        if self.why.is_none() || !self.file && !seen.is_link() {
            self.why = Some(why);
        }
        self.file = self.file || !seen.is_link();
    }

    fn found(self) -> Option<Found> {
        let unchecked = !self.file;
        self.why.map(|why| Found {
            unchecked,
            ..Found::unknown(why)
        })
    }
}

/// A measure of all together. Measures are never below 0, so that a known part
/// above the top decides, and one that reaches an open-ended bottom too.
pub(super) fn total<'a>(
    items: impl Iterator<Item = &'a Seen<'a>>,
    measure: Measure,
    ends: Ends,
) -> Option<Found> {
    let (mut sum, mut gaps, mut told, mut any) = (Rational::ZERO, Gaps::default(), false, false);
    for seen in items {
        any = true;
        told = told || seen.is_told(fact_name(measure));
        match seen.measure(measure) {
            Ok(value) => match sum.add(value) {
                Some(more) => sum = more,
                None => gaps.note(seen, Why::TooLong),
            },
            Err(why) => gaps.note(seen, why),
        }
    }
    let above = ends.to.is_some_and(|to| sum > to);
    let open = ends.to.is_none() && within(sum, ends);
    let found = if above || open { None } else { gaps.found() };
    let found = found.unwrap_or_else(|| Found::of(within(sum, ends), FindingValue::Number(sum)));
    any.then_some(Found { told, ..found })
}

/// Different names over all items; enough known ones are enough.
pub(super) fn people(items: &[Seen], least: i64) -> Found {
    let (mut names, mut gaps, mut told) = (BTreeSet::new(), Gaps::default(), false);
    for seen in items {
        told = told || seen.is_told("people");
        match seen.known("people", seen.item.people.as_ref()) {
            Ok(people) => names.extend(folded(people)),
            Err(why) => gaps.note(seen, why),
        }
    }
    let count = whole(names.len());
    let enough = count >= Rational::whole(least);
    let found = if enough { None } else { gaps.found() };
    let found = found.unwrap_or_else(|| Found::of(enough, FindingValue::Number(count)));
    Found { told, ..found }
}

/// Names as they are compared: whatever the case and the spaces.
pub(super) fn folded(names: &[String]) -> BTreeSet<String> {
    let fold = |name: &String| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    // One by one: a set that is collected sorts first, and a sort is much code.
    let mut all = BTreeSet::new();
    for name in names.iter().map(fold).filter(|name| !name.is_empty()) {
        all.insert(name);
    }
    all
}

/// An item without a twin: unknown where there is nothing to know it by.
pub(super) fn alone(seen: &Seen) -> Found {
    let item = seen.item;
    let known: Known<()> = if marks(item).next().is_some() {
        Ok(())
    } else {
        seen.known("sha256", None)
    };
    match known {
        Ok(()) => Found::of(true, FindingValue::None),
        Err(why) => Found::unknown(why),
    }
}

/// What an item is known by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark<'a> {
    /// Its hash, in small letters.
    Hash(String),
    /// Its address.
    Address(&'a str),
    /// Its text; `true` when it has a hash as well.
    Text(&'a str, bool),
}

fn marks(item: &Item) -> impl Iterator<Item = Mark<'_>> {
    let given = |value: &&str| !value.is_empty();
    let hash = item.sha256.as_deref().map(str::trim).filter(given);
    let hash = hash.map(str::to_lowercase).map(Mark::Hash);
    let address = item.url.as_deref().map(str::trim).filter(given);
    let text = item.text.as_deref().map(str::trim).filter(given);
    let hashed = hash.is_some();
    let text = text.map(|text| Mark::Text(text, hashed));
    [hash, address.map(Mark::Address), text]
        .into_iter()
        .flatten()
}

/// Marks that another item may be known by: two files with hashes are told
/// apart by these, whatever text was read from them.
fn sought<'a>(mark: &Mark<'a>) -> Vec<Mark<'a>> {
    match mark {
        Mark::Text(text, true) => vec![Mark::Text(text, false)],
        Mark::Text(text, false) => vec![Mark::Text(text, false), Mark::Text(text, true)],
        other => vec![other.clone()],
    }
}

/// For every item of every slot an earlier one that is the same, among the
/// slots that say `no duplicates`.
pub(super) fn twins(slots: &[(&Slot, &[Item])]) -> Vec<Vec<Option<Twin>>> {
    let mut known: BTreeMap<Mark, (usize, usize)> = BTreeMap::new();
    let mut twins = Vec::new();
    for (index, (slot, items)) in slots.iter().enumerate() {
        let mut own = Vec::new();
        let asks = |line: &crate::model::SlotLine| line.rule == SlotRule::NoDuplicates;
        let asked = if slot.lines.iter().any(asks) {
            *items
        } else {
            &[]
        };
        for (place, item) in asked.iter().enumerate() {
            let mut sought = marks(item).flat_map(|mark| sought(&mark));
            let twin = sought.find_map(|mark| known.get(&mark).copied());
            own.push(twin.map(|(slot, item)| Twin {
                slot: Some(slot).filter(|slot| *slot != index),
                item,
            }));
            for mark in marks(item) {
                known.entry(mark).or_insert((index, place));
            }
        }
        twins.push(own);
    }
    twins
}
