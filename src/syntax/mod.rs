//! Text becomes a tree. `parse` cannot fail: mistakes are data. pest lives
//! only in this layer, behind one typed cursor.

pub mod ast;
mod expressions;
mod failed;
mod grammar;
mod layout;
mod operators;
mod parser;
mod quick;
mod statements;
mod strings;
mod tokens;

#[cfg(test)]
mod tests;

use crate::diag::{Code, Diagnostic, Sink};
use crate::text::Span;

pub use layout::{Layout, Statement, lay_out};

/// A parsed file: as much of the tree as could be read, and what was wrong.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The text that spans point into, comments blanked, as long as the source.
    pub text: String,
    /// The tree.
    pub rubric: ast::Rubric,
    /// The statements and blocks it was read from.
    pub statements: Vec<Statement>,
    /// Where comments stand.
    pub comments: Vec<Span>,
    /// What was wrong.
    pub diagnostics: Sink,
}

/// Parses a whole file.
pub fn parse(source: &str) -> Parsed {
    let mut sink = Sink::default();
    let layout = lay_out(source, &mut sink);
    let rubric = statements::file(&layout, &mut sink);
    if rubric.is_none() && !sink.has_errors() {
        sink.push(
            Diagnostic::error(
                Code::NoRubric,
                Span::default(),
                "there is no rubric in this file",
            )
            .help("begin with `rubric my_name \"My title\" {` and end with `}`"),
        );
    }
    let Layout {
        text,
        comments,
        statements,
        ..
    } = layout;
    Parsed {
        text,
        rubric: rubric.unwrap_or_default(),
        statements,
        comments,
        diagnostics: sink,
    }
}

/// Whether a word names nothing anywhere.
pub fn is_reserved(word: &str) -> bool {
    parser::RESERVED.contains(&word)
}

/// Whether a word begins a property of a row, so that no level can be called so.
pub fn is_statement_word(word: &str) -> bool {
    statements::PROPERTIES.contains(&word) || word == "levels"
}

/// The words that begin a statement in a rubric: of its header, and the others.
pub fn statement_words() -> (&'static [&'static str], &'static [&'static str]) {
    (statements::HEADER, statements::ITEMS)
}
