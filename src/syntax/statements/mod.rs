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
