//! Sentences about what a text says, and about items that are the same.

use super::finding::{Finding, FindingValue, Holds, Place, What};
use super::item::Item;
use super::say::{list, quote};
use super::sentence::{Subject, must};

/// Places said in one sentence.
const SAID: usize = 3;

pub(super) fn mentions(
    all: bool,
    wanted: &[String],
    finding: &Finding,
    subject: &Subject,
) -> String {
    let FindingValue::Words(words) = &finding.value else {
        return String::new();
    };
    let quoted = |words: &[String], word| {
        let words: Vec<String> = words.iter().map(|word| quote(word)).collect();
        list(&words, word)
    };
    let (name, it, must) = (&subject.name, subject.it(), must(finding));
    if finding.holds == Holds::Yes {
        let mentions = subject.verb("mentions", "mention");
        return format!("{name} {mentions} {}.", quoted(words, "and"));
    }
    let asked = match (all, wanted.len()) {
        (_, 1) => String::new(),
        (true, 2) => format!(" mention both {}", quoted(wanted, "and")),
        (true, _) => format!(" mention all of {}", quoted(wanted, "and")),
        (false, _) => " mention at least one of them".to_owned(),
    };
    let (does, missing) = (subject.verb("does", "do"), quoted(words, "or"));
    format!("{name} {does} not mention {missing}; {it} {must}{asked}.")
}

pub(super) fn personal(finding: &Finding, subject: &Subject, items: &[Item]) -> String {
    let (name, it, must) = (&subject.name, subject.it(), must(finding));
    match places(finding, items) {
        None => format!("no personal information was found in {name}."),
        Some(places) => {
            let seems = subject.verb("seems", "seem");
            format!("{name} {seems} to hold personal information: {places}; {it} {must} not.")
        }
    }
}

pub(super) fn avoided(finding: &Finding, subject: &Subject, items: &[Item]) -> String {
    let (name, must) = (&subject.name, must(finding));
    match places(finding, items) {
        None => format!("nothing that {must} be avoided was found in {name}."),
        Some(places) => {
            let has = subject.verb("has", "have");
            format!("{name} {has} {places}, which {must} be avoided.")
        }
    }
}

/// The first places, with where they are; nothing when there are none.
fn places(finding: &Finding, items: &[Item]) -> Option<String> {
    let FindingValue::Places(places, more) = &finding.value else {
        return None;
    };
    if places.is_empty() {
        return None;
    }
    let item = finding.item.and_then(|item| items.get(item));
    let text = item.and_then(|item| item.text.as_deref());
    let text = text.unwrap_or_default();
    let said = places.iter().take(SAID).map(|place| spot(place, text));
    let mut said: Vec<String> = said.collect();
    if *more || places.len() > SAID {
        said.push("more".to_owned());
    }
    Some(list(&said, "and"))
}

/// `an e-mail address in line 3 (“ana@school.example”)`.
fn spot(place: &Place, text: &str) -> String {
    let shown = quote(text.get(place.from..place.to).unwrap_or_default());
    let line = place.line;
    match place.what {
        What::Email => format!("an e-mail address in line {line} ({shown})"),
        What::Phone => format!("a telephone number in line {line} ({shown})"),
        What::Id => format!("a number that may be a person’s in line {line} ({shown})"),
        What::Pattern => format!("{shown} in line {line}"),
    }
}

pub(super) fn twin(finding: &Finding, subject: &Subject, items: &[Item]) -> String {
    let (name, is) = (&subject.name, subject.verb("is", "are"));
    let FindingValue::Twin(twin) = finding.value else {
        return format!("{name} {is} here only once.");
    };
    let other = items.get(twin.item).filter(|_| twin.slot.is_none());
    let other = other.and_then(|item| item.name.as_deref());
    let number = twin.item.saturating_add(1);
    let other = match twin.slot {
        Some(_) => "something you have added elsewhere".to_owned(),
        None => other.map_or_else(|| format!("item {number}"), quote),
    };
    let may = if finding.soft { "should" } else { "may" };
    format!("{name} {is} the same as {other}; nothing {may} be handed in twice.")
}
