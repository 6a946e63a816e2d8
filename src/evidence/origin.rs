//! Sentences about what an item is, where and when it is from, and what a
//! person said with it.

use super::finding::{Finding, FindingValue, Holds, Limit};
use super::item::Item;
use super::kinds::spoken;
use super::say::{day, list, quote};
use super::sentence::{Subject, must, told};
use crate::model::SlotRule;

fn text(finding: &Finding) -> &str {
    match &finding.value {
        FindingValue::Text(text) => text,
        _ => "",
    }
}

pub(super) fn accepted(
    kinds: &[String],
    extensions: &[String],
    finding: &Finding,
    subject: &Subject,
    items: &[Item],
) -> String {
    let file = |ending: &String| format!("a .{} file", ending.trim().trim_start_matches('.'));
    let words = kinds.iter().map(|kind| spoken(kind));
    let asked: Vec<String> = words.chain(extensions.iter().map(file)).collect();
    let item = finding.item.and_then(|item| items.get(item));
    let declared = item.and_then(|item| item.declared_kind.as_deref());
    let own = spoken(text(finding));
    let declared = declared
        .map(spoken)
        .filter(|declared| *declared != own && finding.holds == Holds::No);
    let (name, is, it) = (&subject.name, subject.verb("is", "are"), subject.it());
    let own = match declared {
        Some(declared) => format!("named like {declared}, but inside {it} {is} {own}"),
        None => own,
    };
    format!(
        "{name} {is} {own}; {it} {} be {}.",
        must(finding),
        list(&asked, "or")
    )
}

pub(super) fn dated(rule: &SlotRule, finding: &Finding, subject: &Subject) -> String {
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
    let (told, must) = (told(finding), must(finding));
    format!(
        "{name} {is} dated {}{told}; {it} {must} be dated {asked}.",
        day(*own)
    )
}

pub(super) fn hosted(hosts: &[String], finding: &Finding, subject: &Subject) -> String {
    let (name, it, must) = (&subject.name, subject.it(), must(finding));
    let seen = match text(finding) {
        "" => format!(
            "{} no web address that can be read",
            subject.verb("has", "have")
        ),
        host => format!("{} at {host}", subject.verb("is", "are")),
    };
    format!("{name} {seen}; {it} {must} be at {}.", list(hosts, "or"))
}

pub(super) fn named(pattern: &str, finding: &Finding, subject: &Subject) -> String {
    let (name, is, it) = (&subject.name, subject.verb("is", "are"), subject.it());
    let (own, pattern, must) = (quote(text(finding)), quote(pattern), must(finding));
    format!("{name} {is} named {own}; {it} {must} be named like {pattern}.")
}

pub(super) fn not_author(finding: &Finding, subject: &Subject) -> String {
    let (name, names) = (&subject.name, subject.verb("names", "name"));
    if finding.holds == Holds::Yes {
        return format!("{name} {names} somebody besides the author.");
    }
    let (it, must) = (subject.it(), must(finding));
    format!("{name} {names} nobody besides the author; {it} {must} name somebody else.")
}

pub(super) fn noted(finding: &Finding, subject: &Subject) -> String {
    let (name, has) = (&subject.name, subject.verb("has", "have"));
    if finding.holds == Holds::Yes {
        return format!("{name} {has} a note.");
    }
    let (it, must) = (subject.it(), must(finding));
    format!("{name} {has} no note yet; {it} {must} have one.")
}

pub(super) fn shows(finding: &Finding, subject: &Subject) -> String {
    let (name, it) = (&subject.name, subject.it());
    let shows = subject.verb("shows", "show");
    if finding.holds == Holds::Yes {
        let says = subject.verb("says", "say");
        return format!("{name} {says} which criteria {it} {shows}.");
    }
    let (does, must) = (subject.verb("does", "do"), must(finding));
    format!("{name} {does} not say yet which criteria {it} {shows}; {it} {must}.")
}
