//! Statements become the tree. Each context knows the words that may begin a
//! line there; a line that begins with another word gets the nearest one.

mod codes;
mod examples;
mod inputs;
mod items;
mod ladders;
mod parts;
mod people;
mod properties;
mod reader;
mod rows;
mod rubric;
mod scales;
mod scores;
mod slots;

use super::ast::Rubric;
use super::layout::Layout;
use crate::diag::{Code, Diagnostic, Sink};
use crate::text::nearest;
use reader::Reader;

pub(super) const HEADER: &[&str] = &[
    "version", "language", "issuer", "about", "field", "source", "licence", "expires",
];
pub(super) const ITEMS: &[&str] = &[
    "scale",
    "part",
    "criterion",
    "check",
    "number",
    "ask",
    "setting",
    "evidence",
    "score",
    "result",
    "award",
    "advise",
    "raters",
    "attempts",
    "codes",
    "example",
    "use",
    "translate",
    "rank",
    "show",
    "hide",
];
/// Words that begin a property of a row or a part.
pub(super) const PROPERTIES: &[&str] = &[
    "weight",
    "tags",
    "about",
    "aligns",
    "shown",
    "comment",
    "may",
    "not",
    "unanswered",
    "only",
    "bonus",
    "adds",
    "counts",
    "retired",
    "at",
];

/// Reads a file; nothing when there is no rubric in it.
pub(super) fn file(layout: &Layout, sink: &mut Sink) -> Option<Rubric> {
    let mut reader = Reader {
        text: &layout.text,
        sink,
        said: Vec::new(),
        unclosed: &layout.unclosed,
    };
    let mut found = None;
    let means = |word: &str| word == "rubric" || nearest(word, ["rubric"].into_iter()).is_some();
    let first = layout.statements.first();
    let any = |reader: &Reader<'_>| {
        let mut all = layout.statements.iter();
        all.any(|one| means(reader.first_word(one.head)))
    };
    if let Some(first) = first.filter(|_| !any(&reader)) {
        // One thing is wrong, and not every line.
        let message = "there is no rubric in this file";
        reader
            .sink
            .push(Diagnostic::error(Code::NoRubric, first.head, message).help(
                "put `rubric my_name \"My title\" {` before the first line and `}` behind the last",
            ));
        return None;
    }
    for statement in &layout.statements {
        let word = reader.first_word(statement.head);
        if word != "rubric" {
            reader.unknown(
                statement.head,
                &["rubric"],
                "a file holds one `rubric NAME \"Title\" { ... }`",
            );
        } else if found.is_some() {
            reader.sink.push(
                Diagnostic::error(Code::NoRubric, statement.head, "this is a second rubric")
                    .help("put each rubric into a file of its own"),
            );
        } else {
            found = Some(reader.rubric(statement));
        }
    }
    found
}
