//! A finding in plain English: the author's words first, then what was seen
//! and what is asked for.

use super::finding::{Finding, FindingValue, Holds, Limit};
use super::item::Item;
use super::say::{Side, Unit, capital, quote};
use super::unknown::unknown;
use super::{content, origin};
use crate::model::{Measure, Slot, SlotLine, SlotRule};

/// Who a sentence is about.
pub(super) struct Subject {
    /// `your lesson plan`, or one item of it.
    pub(super) name: String,
    many: bool,
}

impl Subject {
    /// The verb that goes with it.
    pub(super) fn verb(&self, one: &'static str, many: &'static str) -> &'static str {
        if self.many { many } else { one }
    }

    pub(super) fn it(&self) -> &'static str {
        self.verb("it", "they")
    }
}

/// A finding as a sentence to read aloud.
pub fn sentence(slot: &Slot, finding: &Finding, items: &[Item]) -> String {
    let subject = subject(slot, finding, items);
    let line = finding.line.and_then(|line| slot.lines.get(line));
    let own = match line {
        Some(line) if finding.holds == Holds::Unknown => unknown(&line.rule, finding, &subject),
        Some(line) => judged(line, finding, &subject, items),
        None if finding.item.is_some() => format!(
            "{} is a link; whether it opens cannot be seen from here.",
            subject.name
        ),
        None => counted(finding, &subject),
    };
    let own = capital(&own);
    let message = line.and_then(|line| line.message.as_deref());
    match message.map(str::trim) {
        Some(message) if finding.holds == Holds::No && !message.is_empty() => {
            format!("{message} {own}")
        }
        _ => own,
    }
}

fn subject(slot: &Slot, finding: &Finding, items: &[Item]) -> Subject {
    let own = owned(slot);
    let Some(index) = finding.item.filter(|_| items.len() > 1) else {
        return Subject {
            many: is_plural(&own),
            name: own,
        };
    };
    let name = items.get(index).and_then(|item| item.name.as_deref());
    let number = index.saturating_add(1);
    let name = name.filter(|name| !name.trim().is_empty());
    Subject {
        name: name.map_or_else(|| format!("item {number} of {own}"), quote),
        many: false,
    }
}

/// `your annotated lesson plan`.
fn owned(slot: &Slot) -> String {
    let label = slot.label.trim();
    let spaced = slot.name.replace('_', " ");
    let label = if label.is_empty() { &spaced } else { label };
    let bare = label.split_once(' ').and_then(|(first, rest)| {
        let article = ["a", "an", "the", "my", "your"].contains(&first.to_lowercase().as_str());
        article.then_some(rest.trim_start())
    });
    let label = bare.unwrap_or(label);
    // `IEP summary` and `Dr. Ng's notes` keep what a small letter would spoil.
    let first = label.split_whitespace().next().unwrap_or_default();
    let upper = first.chars().skip(1).any(char::is_uppercase) || first.ends_with('.');
    let mut letters = label.chars();
    match letters.next() {
        Some(c) if !upper => format!("your {}{}", c.to_lowercase(), letters.as_str()),
        _ => format!("your {label}"),
    }
}

/// A guess that holds for what evidence is called: `Lesson notes`, `Samples of work`.
fn is_plural(name: &str) -> bool {
    let before = |word: &&str| !["of", "from", "for", "in", "on", "with", "by"].contains(word);
    let head = name.split_whitespace().take_while(before).last();
    let head = head.unwrap_or_default();
    let singular = ["ss", "us", "is"].iter().any(|end| head.ends_with(end));
    head.ends_with('s') && !singular
}

fn counted(finding: &Finding, subject: &Subject) -> String {
    let FindingValue::Number(count) = finding.value else {
        return String::new();
    };
    let asked = ends(finding, subject, Unit::Items);
    if count.is_zero() {
        let asked = if finding.holds == Holds::Yes {
            format!("; {} may stay empty", subject.it())
        } else {
            asked
        };
        return format!("nothing has been added to {} yet{asked}.", subject.name);
    }
    let has = subject.verb("has", "have");
    let number = Unit::Items.number(count, 0);
    format!("{} {has} {number}{asked}.", subject.name)
}

/// `; it may have up to 3`.
fn ends(finding: &Finding, subject: &Subject, unit: Unit) -> String {
    let (FindingValue::Number(value), Limit::Ends(ends)) = (&finding.value, finding.limit) else {
        return String::new();
    };
    let digits = unit.digits(*value, ends);
    let Some((side, end)) = unit.ends(*value, ends, digits) else {
        return String::new();
    };
    let is = matches!(unit, Unit::Of(measure) if is_adjective(measure));
    let (it, soft) = (subject.it(), finding.soft);
    let need = subject.verb("needs", "need");
    let exactly = if end.contains(" to ") { "" } else { "exactly " };
    let asked = match (side, soft, is) {
        (Side::High, false, false) => format!("may have up to {end}"),
        (Side::High, false, true) => format!("may be up to {end}"),
        (Side::High, true, false) => format!("should have at most {end}"),
        (Side::High, true, true) => format!("should be at most {end}"),
        (Side::Low, false, false) => format!("{need} at least {end}"),
        (Side::Low, false, true) => format!("must be at least {end}"),
        (Side::Low, true, false) => format!("should have at least {end}"),
        (Side::Low, true, true) => format!("should be at least {end}"),
        (Side::Exact, false, false) => format!("{need} {exactly}{end}"),
        (Side::Exact, false, true) => format!("must be {exactly}{end}"),
        (Side::Exact, true, false) => format!("should have {exactly}{end}"),
        (Side::Exact, true, true) => format!("should be {exactly}{end}"),
    };
    format!("; {it} {asked}")
}

/// Whether something is so large, rather than has so many.
fn is_adjective(measure: Measure) -> bool {
    !matches!(
        measure,
        Measure::Pages | Measure::Words | Measure::Characters
    )
}

fn measured(measure: Measure, total: bool, finding: &Finding, subject: &Subject) -> String {
    let (FindingValue::Number(value), Limit::Ends(asked)) = (&finding.value, finding.limit) else {
        return String::new();
    };
    let unit = Unit::Of(measure);
    let number = unit.number(*value, unit.digits(*value, asked));
    let all = Subject {
        name: format!("all items of {} together", subject.name),
        many: true,
    };
    let subject = if total { &all } else { subject };
    let (is, has) = (subject.verb("is", "are"), subject.verb("has", "have"));
    let seen = match measure {
        Measure::Size => format!("{is} {number}"),
        Measure::Length => format!("{is} {number} long"),
        Measure::Width => format!("{is} {number} wide"),
        Measure::Height => format!("{is} {number} high"),
        _ => format!("{has} {number}"),
    };
    let asked = ends(finding, subject, unit);
    format!("{} {seen}{}{asked}.", subject.name, told(finding))
}

fn judged(line: &SlotLine, finding: &Finding, subject: &Subject, items: &[Item]) -> String {
    match &line.rule {
        SlotRule::Accepts(kinds, endings) => {
            origin::accepted(kinds, endings, finding, subject, items)
        }
        SlotRule::Measured(measure, _, total) => measured(*measure, *total, finding, subject),
        rule @ (SlotRule::DatedWithin { .. }
        | SlotRule::DatedAfter(_)
        | SlotRule::DatedBefore(_)) => origin::dated(rule, finding, subject),
        SlotRule::Hosts(hosts) => origin::hosted(hosts, finding, subject),
        SlotRule::NamedLike(pattern) => origin::named(pattern, finding, subject),
        SlotRule::Mentions(all, wanted) => content::mentions(*all, wanted, finding, subject),
        SlotRule::AvoidsPersonal => content::personal(finding, subject, items),
        SlotRule::Avoids(_) => content::avoided(finding, subject, items),
        SlotRule::PeopleAtLeast(_) => people(finding, subject),
        SlotRule::PeopleNotAuthor => origin::not_author(finding, subject),
        SlotRule::NoDuplicates => content::twin(finding, subject, items),
        SlotRule::NoteRequired => origin::noted(finding, subject),
        SlotRule::NamesRows => origin::shows(finding, subject),
        SlotRule::Attest(text) => format!("with {} you state: {}", subject.name, quote(text)),
    }
}

fn people(finding: &Finding, subject: &Subject) -> String {
    let FindingValue::Number(count) = finding.value else {
        return String::new();
    };
    let (names, people) = (subject.verb("names", "name"), Unit::People.number(count, 0));
    let asked = ends(finding, subject, Unit::People);
    format!("{} {names} {people}{}{asked}.", subject.name, told(finding))
}

/// Marks what nobody measured.
pub(super) fn told(finding: &Finding) -> &'static str {
    if finding.told { ", as you said" } else { "" }
}

/// How strongly a rule asks.
pub(super) fn must(finding: &Finding) -> &'static str {
    if finding.soft { "should" } else { "must" }
}
