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
    let Layout { text, comments, .. } = layout;
    Parsed {
        text,
        rubric: rubric.unwrap_or_default(),
        comments,
        diagnostics: sink,
    }
}
