//! Evidence slots: what goes into them, and what must be true of it.

use super::{Declared, label, said};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{self, Measure, Slot, SlotLine, SlotRule};
use crate::num::Rational;
use crate::sema::names::{Entity, Scope};
use crate::syntax::ast::{self, Literal, Unit};

/// The kinds of evidence.
const KINDS: &[&str] = &[
    "pdf",
    "docx",
    "odt",
    "text",
    "markdown",
    "image",
    "audio",
    "video",
    "spreadsheet",
    "slides",
    "link",
    "any_file",
];

impl<'a> Declared<'a> {
    pub(super) fn slot(&mut self, slot: &'a ast::Slot, sink: &mut Sink) {
        let index = self.rubric.slots.len();
        self.names
            .add(&slot.name, &slot.name.text, Entity::Slot(index), sink);
        let mut found = Slot {
            name: slot.name.text.clone(),
            label: label(slot.label.as_ref(), &slot.name, &Scope::default()),
            about: said(slot.about.as_ref(), &Scope::default()),
            optional: slot.optional.is_some(),
            only_when: None,
            items: model::Ends {
                from: Some(Rational::ONE),
                to: Some(Rational::ONE),
            },
            lines: Vec::new(),
        };
        for line in &slot.lines {
            if let ast::SlotRule::Items(ends) = &line.rule {
                found.items = read_ends(ends, Unit::Plain, sink);
                continue;
            }
            let rule = slot_rule(&line.rule, sink);
            found.lines.extend(rule.map(|rule| SlotLine {
                rule,
                soft: line.advice,
                message: line.message.as_ref().map(|text| text.value.clone()),
            }));
        }
        self.rubric.slots.push(found);
        self.slots.push(slot);
    }
}

fn slot_rule(rule: &ast::SlotRule, sink: &mut Sink) -> Option<SlotRule> {
    let texts = |all: &[ast::Text]| all.iter().map(|text| text.value.clone()).collect();
    Some(match rule {
        ast::SlotRule::Accepts(kinds, extensions) => {
            kinds.iter().for_each(|kind| known_kind(kind, sink));
            let kinds = kinds.iter().map(|kind| kind.text.clone()).collect();
            SlotRule::Accepts(kinds, texts(extensions))
        }
        ast::SlotRule::Items(_) => return None,
        ast::SlotRule::Measured(measure, ends, total) => {
            let (measure, unit) = measured(*measure);
            SlotRule::Measured(measure, read_ends(ends, unit, sink), *total)
        }
        ast::SlotRule::Dated(dated) => dated_rule(dated, sink)?,
        ast::SlotRule::Hosts(hosts) => SlotRule::Hosts(texts(hosts)),
        ast::SlotRule::NamedLike(text) => SlotRule::NamedLike(text.value.clone()),
        ast::SlotRule::Mentions(all, words) => SlotRule::Mentions(*all, texts(words)),
        ast::SlotRule::AvoidsPersonal => SlotRule::AvoidsPersonal,
        ast::SlotRule::Avoids(pattern) => {
            if let Some(problem) = crate::text::pattern_problem(&pattern.value) {
                sink.push(
                    Diagnostic::error(Code::BadPattern, pattern.span, problem)
                        .help("write a pattern such as `\"student \\\\d+\"`, of at most 256 bytes"),
                );
                return None;
            }
            SlotRule::Avoids(pattern.value.clone())
        }
        ast::SlotRule::PeopleAtLeast(count) => SlotRule::PeopleAtLeast(whole(count, sink)?),
        ast::SlotRule::PeopleNotAuthor => SlotRule::PeopleNotAuthor,
        ast::SlotRule::NoDuplicates => SlotRule::NoDuplicates,
        ast::SlotRule::NoteRequired => SlotRule::NoteRequired,
        ast::SlotRule::NamesRows => SlotRule::NamesRows,
        ast::SlotRule::Attest(text) => SlotRule::Attest(text.value.clone()),
    })
}

fn known_kind(kind: &ast::Name, sink: &mut Sink) {
    if !KINDS.contains(&kind.text.as_str()) {
        let message = say!("`{}` is no kind of evidence", kind.text);
        let near = sink.nearest(&kind.text, KINDS.iter().copied());
        let found = Diagnostic::error(Code::UnknownWord, kind.span, message);
        sink.push(if near.is_some() {
            found.suggest(near)
        } else {
            found.help("kinds are pdf, docx, odt, text, markdown, image, audio, video, spreadsheet, slides, link, any file; an extension stands in quotes")
        });
    }
}

fn measured(measure: ast::Measure) -> (Measure, Unit) {
    match measure {
        ast::Measure::Size => (Measure::Size, Unit::Bytes),
        ast::Measure::Pages => (Measure::Pages, Unit::Plain),
        ast::Measure::Words => (Measure::Words, Unit::Plain),
        ast::Measure::Characters => (Measure::Characters, Unit::Plain),
        ast::Measure::Length => (Measure::Length, Unit::Seconds),
        ast::Measure::Width => (Measure::Width, Unit::Plain),
        ast::Measure::Height => (Measure::Height, Unit::Plain),
    }
}

/// Both ends, in the unit they must have.
fn read_ends(ends: &ast::Ends, unit: Unit, sink: &mut Sink) -> model::Ends {
    let from = ends.from.clone();
    for end in from.iter().chain(&ends.to) {
        if end.unit != unit {
            let (message, help) = match unit {
                Unit::Bytes => ("a size is measured in kB or MB", "write `..10 MB`"),
                Unit::Seconds => (
                    "a length is measured in seconds or minutes",
                    "write `2 min..10 min`",
                ),
                _ => (
                    "a plain number belongs here, without a unit",
                    "take the unit out",
                ),
            };
            sink.push(Diagnostic::error(Code::TypeMix, end.span, message).help(help));
        }
    }
    if let (Some(low), Some(high)) = (&from, &ends.to)
        && high.value < low.value
    {
        let span = low.span.cover(high.span);
        sink.push(
            Diagnostic::error(Code::BadNumber, span, "this range ends before it begins")
                .help("write the lowest first"),
        );
    }
    model::Ends {
        from: from.map(|end| end.value),
        to: ends.to.as_ref().map(|end| end.value),
    }
}

fn dated_rule(dated: &ast::Dated, sink: &mut Sink) -> Option<SlotRule> {
    Some(match dated {
        ast::Dated::After(date) => SlotRule::DatedAfter(date.day),
        ast::Dated::Before(date) => SlotRule::DatedBefore(date.day),
        ast::Dated::Within(literal) => {
            let count = whole(literal, sink)?;
            match literal.unit {
                Unit::Months => SlotRule::DatedWithin {
                    months: count,
                    days: 0,
                },
                Unit::Days => SlotRule::DatedWithin {
                    months: 0,
                    days: count,
                },
                _ => {
                    let message = "a time is measured in days, months or years";
                    sink.push(
                        Diagnostic::error(Code::TypeMix, literal.span, message)
                            .help("write `within 2 years`"),
                    );
                    return None;
                }
            }
        }
    })
}

pub(in crate::sema) fn whole(literal: &Literal, sink: &mut Sink) -> Option<i64> {
    let found = i64::try_from(literal.value.numer()).ok();
    let found = found.filter(|_| literal.value.is_whole() && literal.value >= Rational::ZERO);
    if found.is_none() {
        sink.push(Diagnostic::error(
            Code::BadNumber,
            literal.span,
            "a whole number stands here",
        ));
    }
    found
}
