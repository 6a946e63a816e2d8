//! A finding in plain English: the author's words first, then what was seen
//! and what is asked for.

use super::content;
use super::finding::{Finding, FindingValue, Holds, Limit};
use super::item::Item;
use super::kinds::spoken;
use super::say::{Side, Unit, capital, day, list, quote};
use super::unknown::unknown;
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
    let told = if finding.told { ", as you said" } else { "" };
    let asked = ends(finding, subject, unit);
    format!("{} {seen}{told}{asked}.", subject.name)
}

fn judged(line: &SlotLine, finding: &Finding, subject: &Subject, items: &[Item]) -> String {
    let (name, it) = (&subject.name, subject.it());
    let (is, has) = (subject.verb("is", "are"), subject.verb("has", "have"));
    let must = if line.soft { "should" } else { "must" };
    let holds = finding.holds == Holds::Yes;
    let text = match &finding.value {
        FindingValue::Text(text) => text.as_str(),
        _ => "",
    };
    match &line.rule {
        SlotRule::Accepts(kinds, extensions) => {
            accepted(kinds, extensions, text, finding, subject, items)
        }
        SlotRule::Measured(measure, _, total) => measured(*measure, *total, finding, subject),
        SlotRule::DatedWithin { .. } | SlotRule::DatedAfter(_) | SlotRule::DatedBefore(_) => {
            dated(&line.rule, finding, subject, must)
        }
        SlotRule::Hosts(hosts) => {
            let hosts = list(hosts, "or");
            let seen = if text.is_empty() {
                format!("{has} no web address that can be read")
            } else {
                format!("{is} at {text}")
            };
            format!("{name} {seen}; {it} {must} be at {hosts}.")
        }
        SlotRule::NamedLike(pattern) => {
            let (text, pattern) = (quote(text), quote(pattern));
            format!("{name} {is} named {text}; {it} {must} be named like {pattern}.")
        }
        SlotRule::Mentions(all, wanted) => content::mentions(*all, wanted, finding, subject),
        SlotRule::AvoidsPersonal => content::personal(finding, subject, items),
        SlotRule::Avoids(_) => content::avoided(finding, subject, items),
        SlotRule::PeopleAtLeast(_) => {
            let FindingValue::Number(count) = finding.value else {
                return String::new();
            };
            let (name_them, people) =
                (subject.verb("names", "name"), Unit::People.number(count, 0));
            let asked = ends(finding, subject, Unit::People);
            let told = if finding.told { ", as you said" } else { "" };
            format!("{name} {name_them} {people}{told}{asked}.")
        }
        SlotRule::PeopleNotAuthor if holds => {
            format!(
                "{name} {} somebody besides the author.",
                subject.verb("names", "name")
            )
        }
        SlotRule::PeopleNotAuthor => format!(
            "{name} {} nobody besides the author; {it} {must} name somebody else.",
            subject.verb("names", "name")
        ),
        SlotRule::NoDuplicates => content::twin(finding, subject, items),
        SlotRule::NoteRequired if holds => format!("{name} {has} a note."),
        SlotRule::NoteRequired => format!("{name} {has} no note yet; {it} {must} have one."),
        SlotRule::NamesRows if holds => {
            format!(
                "{name} {} which criteria {it} {}.",
                subject.verb("says", "say"),
                subject.verb("shows", "show")
            )
        }
        SlotRule::NamesRows => {
            let (does, shows) = (subject.verb("does", "do"), subject.verb("shows", "show"));
            format!("{name} {does} not say yet which criteria {it} {shows}; {it} {must}.")
        }
        SlotRule::Attest(text) => format!("with {name} you state: {}", quote(text)),
    }
}

fn accepted(
    kinds: &[String],
    extensions: &[String],
    kind: &str,
    finding: &Finding,
    subject: &Subject,
    items: &[Item],
) -> String {
    let file = |ending: &String| format!("a .{} file", ending.trim().trim_start_matches('.'));
    let words = kinds.iter().map(|kind| spoken(kind));
    let asked: Vec<String> = words.chain(extensions.iter().map(file)).collect();
    let item = finding.item.and_then(|item| items.get(item));
    let declared = item.and_then(|item| item.declared_kind.as_deref());
    let own = spoken(kind);
    let declared = declared
        .map(spoken)
        .filter(|declared| *declared != own && finding.holds == Holds::No);
    let (name, is, it) = (&subject.name, subject.verb("is", "are"), subject.it());
    let own = match declared {
        Some(declared) => format!("named like {declared}, but inside {it} {is} {own}"),
        None => own,
    };
    let must = if finding.soft { "should" } else { "must" };
    format!("{name} {is} {own}; {it} {must} be {}.", list(&asked, "or"))
}

fn dated(rule: &SlotRule, finding: &Finding, subject: &Subject, must: &str) -> String {
    let (FindingValue::Day(own), Limit::Days(from, to)) = (&finding.value, finding.limit) else {
        return String::new();
    };
    let asked = match (rule, from, to) {
        (SlotRule::DatedAfter(after), ..) => format!("after {}", day(*after)),
        (SlotRule::DatedBefore(before), ..) => format!("before {}", day(*before)),
        (_, Some(from), Some(to)) if *own <= to => {
            format!("{} or later, up to {}", day(from), day(to))
        }
        (_, _, Some(to)) => format!("{} or earlier, which is the day of the assessment", day(to)),
        _ => return String::new(),
    };
    let (name, is, it) = (&subject.name, subject.verb("is", "are"), subject.it());
    let told = if finding.told { ", as you said" } else { "" };
    format!(
        "{name} {is} dated {}{told}; {it} {must} be dated {asked}.",
        day(*own)
    )
}
