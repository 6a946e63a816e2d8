//! Evidence slots in the outline, with what each asks as data.

use crate::model::{Ends, Measure, Slot, SlotLine, SlotRule};
use crate::num::date;
use serde::Serialize;

/// An evidence slot.
#[derive(Serialize, Debug)]
pub struct SlotOut {
    name: String,
    label: String,
    about: Option<String>,
    optional: bool,
    conditional: bool,
    from: Option<String>,
    to: Option<String>,
    rules: Vec<RuleOut>,
}

/// One rule of a slot.
#[derive(Serialize, Debug, Default)]
pub struct RuleOut {
    kind: &'static str,
    /// The ends of a range, days as `2025-08-01`.
    from: Option<String>,
    to: Option<String>,
    /// Of all items together.
    total: bool,
    /// Kinds, extensions, hosts, words, a pattern or a statement.
    values: Vec<String>,
    extensions: Vec<String>,
    /// All of the values, not any.
    all: bool,
    months: i64,
    days: i64,
    soft: bool,
    message: Option<String>,
}

pub(super) fn slot_out(slot: &Slot) -> SlotOut {
    SlotOut {
        name: slot.name.clone(),
        label: slot.label.clone(),
        about: slot.about.clone(),
        optional: slot.optional,
        conditional: slot.only_when.is_some(),
        from: slot.items.from.map(|from| from.to_string()),
        to: slot.items.to.map(|to| to.to_string()),
        rules: slot.lines.iter().map(rule_out).collect(),
    }
}

fn rule_out(line: &SlotLine) -> RuleOut {
    let mut out = RuleOut {
        soft: line.soft,
        message: line.message.clone(),
        ..RuleOut::default()
    };
    match &line.rule {
        SlotRule::Accepts(kinds, extensions) => {
            out.kind = "accepts";
            out.values.clone_from(kinds);
            out.extensions.clone_from(extensions);
        }
        SlotRule::Measured(measure, ends, total) => {
            out.kind = measured(*measure);
            out.total = *total;
            let Ends { from, to } = ends;
            out.from = from.map(|from| from.to_string());
            out.to = to.map(|to| to.to_string());
        }
        SlotRule::DatedWithin { months, days } => {
            (out.kind, out.months, out.days) = ("dated within", *months, *days);
        }
        SlotRule::DatedAfter(day) => (out.kind, out.from) = ("dated after", date::text(*day)),
        SlotRule::DatedBefore(day) => (out.kind, out.to) = ("dated before", date::text(*day)),
        SlotRule::Hosts(hosts) => (out.kind, out.values) = ("hosts", hosts.clone()),
        SlotRule::NamedLike(like) => (out.kind, out.values) = ("named like", vec![like.clone()]),
        SlotRule::Mentions(all, words) => {
            (out.kind, out.all, out.values) = ("mentions", *all, words.clone());
        }
        SlotRule::AvoidsPersonal => out.kind = "avoids personal information",
        SlotRule::Avoids(pattern) => (out.kind, out.values) = ("avoids", vec![pattern.clone()]),
        SlotRule::PeopleAtLeast(count) => {
            (out.kind, out.from) = ("people at least", Some(count.to_string()));
        }
        SlotRule::PeopleNotAuthor => out.kind = "people not the author",
        SlotRule::NoDuplicates => out.kind = "no duplicates",
        SlotRule::NoteRequired => out.kind = "note required",
        SlotRule::NamesRows => out.kind = "names rows",
        SlotRule::Attest(text) => (out.kind, out.values) = ("attest", vec![text.clone()]),
    }
    out
}

fn measured(measure: Measure) -> &'static str {
    match measure {
        Measure::Size => "size",
        Measure::Pages => "pages",
        Measure::Words => "words",
        Measure::Characters => "characters",
        Measure::Length => "length",
        Measure::Width => "width",
        Measure::Height => "height",
    }
}
