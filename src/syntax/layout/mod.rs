//! The layout scan: one linear pass that runs before pest. It refuses what is
//! too large or too deep, blanks comments and pasted spaces byte for byte (so
//! offsets stay true), joins lines that go on, and splits the text into
//! statements and blocks. A mistake later on stays inside its statement.

mod brackets;
mod heal;
mod lines;
mod pasted;
mod scan;
mod split;
mod strings;

use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::text::Span;
use scan::Scan;
use split::split;

/// A statement: its head, and the block behind it if there is one.
#[derive(Debug, Default)]
pub struct Statement {
    /// The head's place, blanks trimmed.
    pub head: Span,
    /// The statements of its block.
    pub block: Option<Vec<Statement>>,
    /// From the brace that opens the block to behind the one that closes it;
    /// of an open block to the end of the file.
    pub braces: Span,
}

impl Statement {
    /// From its first word to its last, or to the end of its block.
    pub fn extent(&self) -> Span {
        if self.block.is_some() {
            self.head.cover(self.braces)
        } else {
            self.head
        }
    }
}

/// A file laid out.
#[derive(Debug, Default)]
pub struct Layout {
    /// The text, as long as the source, comments and joined line ends blanked.
    pub text: String,
    /// Where comments stand.
    pub comments: Vec<Span>,
    /// Brackets that are never closed: their statements are not read.
    pub unclosed: Vec<Span>,
    /// The statements of the file.
    pub statements: Vec<Statement>,
}

/// Lays a source out. A file that is refused has no statements.
pub fn lay_out(source: &str, sink: &mut Sink) -> Layout {
    if source.len() > limits::SOURCE_BYTES {
        sink.push(
            Diagnostic::error(
                Code::TooLarge,
                Span::default(),
                "this file is larger than 1 MiB",
            )
            .help("split it into several rubrics"),
        );
        return Layout::default();
    }
    let mut scan = Scan::new(source.as_bytes());
    let fit = scan.run(sink);
    let text = String::from_utf8(scan.out).unwrap_or_default();
    let statements = if fit {
        split(&text, &scan.marks)
    } else {
        Vec::new()
    };
    Layout {
        text,
        comments: scan.comments,
        unclosed: scan.unclosed,
        statements,
    }
}
