//! Sentences for what is not known: what, of which item, why, and what to do.

use super::finding::{Finding, Why};
use super::sentence::Subject;
use crate::model::{Measure, SlotRule};

/// What a rule needs to know.
fn needed(rule: &SlotRule) -> &'static str {
    match rule {
        SlotRule::Accepts(..) => "the kind",
        SlotRule::Measured(measure, ..) => match measure {
            Measure::Size => "the size",
            Measure::Pages => "the number of pages",
            Measure::Words => "the number of words",
            Measure::Characters => "the number of characters",
            Measure::Length => "the length",
            Measure::Width => "the width",
            Measure::Height => "the height",
        },
        SlotRule::DatedWithin { .. } | SlotRule::DatedAfter(_) | SlotRule::DatedBefore(_) => {
            "the date"
        }
        SlotRule::Hosts(_) => "the web address",
        SlotRule::NamedLike(_) => "the file name",
        SlotRule::Mentions(..) | SlotRule::AvoidsPersonal | SlotRule::Avoids(_) => "the text",
        SlotRule::PeopleAtLeast(_) => "the people",
        SlotRule::PeopleNotAuthor => "the author",
        SlotRule::NoDuplicates => "the fingerprint",
        SlotRule::NoteRequired => "the note",
        SlotRule::NamesRows => "the list of criteria",
        SlotRule::Attest(_) => "the statement",
    }
}

/// The sentence for an unknown rule of a slot.
pub(super) fn unknown(rule: &SlotRule, finding: &Finding, subject: &Subject) -> String {
    let (needed, of, why) = (needed(rule), &subject.name, reason(finding.why.as_ref()));
    let then = match (finding.soft, finding.unchecked) {
        (_, true) => " This is unchecked.",
        (false, false) => " A person must look.",
        (true, false) => "",
    };
    match (rule, &finding.why) {
        (SlotRule::PeopleNotAuthor, _) => {
            format!("whether {of} names somebody besides the author is not known: {why}.{then}")
        }
        (_, Some(Why::NoToday)) => format!("{needed} of {of} cannot be judged: {why}.{then}"),
        (_, Some(Why::Link)) if finding.unchecked => {
            format!("{needed} of {of} cannot be seen from here, as it is a link.{then}")
        }
        _ => format!("{needed} of {of} is not known: {why}.{then}"),
    }
}

fn reason(why: Option<&Why>) -> String {
    match why {
        None | Some(Why::Missing) => "it could not be read from it".to_owned(),
        Some(Why::Link) => "what is behind a link cannot be seen from here".to_owned(),
        Some(Why::Encrypted) => "it is protected by a password".to_owned(),
        Some(Why::Scan) => "no text was found in it, so it may be a scan".to_owned(),
        Some(Why::NoToday) => "the day of the assessment is not set".to_owned(),
        Some(Why::TooLong) => "there is more of it than can be searched".to_owned(),
        Some(Why::Said(said)) => said.trim().trim_end_matches('.').to_owned(),
    }
}
