//! Diagnostics as data: what is wrong, where, and how to mend it. Texts are
//! fragments in the author's words; nothing here knows how they are shown.

#[macro_use]
mod said;

pub mod code;
mod places;

use crate::limits;
use crate::text::{Span, nearest};
use std::cell::Cell;

pub use code::Code;
pub use places::{LadderPlace, Places, RowPlace, Weighed};
pub use said::Said;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The rubric cannot be used.
    Error,
    /// The rubric can be used, but probably does not say what was meant.
    Warning,
    /// Worth knowing; nothing is wrong.
    Note,
}

/// A change of the text that mends the mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What the change does, as a button would say it.
    pub title: Said,
    /// The places that are replaced, each with what stands there instead.
    pub edits: Vec<(Span, String)>,
}

/// A related place with a word about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What it has to do with the mistake.
    pub message: Said,
}

/// One finding about a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// The place, in bytes.
    pub span: Span,
    /// What is wrong.
    pub message: Said,
    /// How to mend it, in words.
    pub help: Option<Said>,
    /// Related places.
    pub labels: Vec<Label>,
    /// Edits that mend it for certain.
    pub fixes: Vec<Fix>,
    /// What is given to what, as the lines of an example say it, so that it shows.
    pub witness: Vec<(String, String)>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<Said>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            span,
            message: message.into(),
            help: None,
            labels: Vec::new(),
            fixes: Vec::new(),
            witness: Vec::new(),
        }
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: Span, message: impl Into<Said>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, span, message)
        }
    }

    /// A note at a place.
    pub fn note(code: Code, span: Span, message: impl Into<Said>) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::error(code, span, message)
        }
    }

    /// The same with advice how to mend it.
    pub fn help(mut self, help: impl Into<Said>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with a related place.
    pub fn label(mut self, span: Span, message: impl Into<Said>) -> Self {
        self.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }

    /// The same with an edit that replaces `span` by `text`.
    pub fn fix(mut self, title: impl Into<Said>, span: Span, text: impl Into<String>) -> Self {
        self.fixes.push(Fix {
            title: title.into(),
            edits: vec![(span, text.into())],
        });
        self
    }

    /// The same with one more replacement in its last mend.
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        if let Some(fix) = self.fixes.last_mut() {
            fix.edits.push((span, text.into()));
        }
        self
    }

    /// The same with a near word offered, as help and as an edit.
    pub fn suggest(self, near: Option<&str>) -> Self {
        match near {
            Some(word) => {
                let span = self.span;
                self.help(say!("did you mean `{}`?", word)).fix(
                    say!("change to `{}`", word),
                    span,
                    word,
                )
            }
            None => self,
        }
    }
}

/// Collects diagnostics up to the limit.
#[derive(Default, Debug)]
pub struct Sink {
    /// In the order of the text.
    found: Vec<Diagnostic>,
    errors: usize,
    /// How many words were compared for suggestions.
    compared: Cell<usize>,
}

impl Sink {
    /// Adds one; past the limit only errors are counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity == Severity::Error {
            self.errors = self.errors.saturating_add(1);
        }
        if self.is_full() {
            return;
        }
        let place = (diagnostic.span.start, diagnostic.span.end);
        let at = self
            .found
            .partition_point(|found| (found.span.start, found.span.end) <= place);
        self.found.insert(at, diagnostic);
    }

    /// One more error, past the limit: nobody reads it, so nobody words it.
    pub fn count(&mut self) {
        self.errors = self.errors.saturating_add(1);
    }

    /// Whether an error was reported.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Where errors stand, as far as they are kept.
    pub fn error_places(&self) -> Vec<Span> {
        let errors = self
            .found
            .iter()
            .filter(|one| one.severity == Severity::Error);
        errors.map(|one| one.span).collect()
    }

    /// Whether this was reported.
    pub fn has(&self, code: Code) -> bool {
        self.found.iter().any(|found| found.code == code)
    }

    /// The nearest of some words, to be suggested. In a file with very many
    /// names and mistakes only the first are worth a suggestion.
    pub fn nearest<'a>(&self, word: &str, among: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        if self.is_full() {
            return None;
        }
        let left = limits::COMPARED.saturating_sub(self.compared.get());
        let one_more = |_: &&str| self.compared.set(self.compared.get().saturating_add(1));
        nearest(word, among.take(left).inspect(one_more))
    }

    /// Whether this was reported of something that begins inside a place.
    pub fn has_in(&self, code: Code, place: Span) -> bool {
        let begins = |found: &Diagnostic| (place.start..place.end).contains(&found.span.start);
        let mut found = self.found.iter();
        found.any(|found| found.code == code && begins(found))
    }

    /// Whether no more are kept: what only serves a message need not be worked out.
    pub fn is_full(&self) -> bool {
        self.found.len() >= limits::DIAGNOSTICS
    }

    /// All of them, in the order of the text.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.found
    }
}
