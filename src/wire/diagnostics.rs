//! Diagnostics as an editor takes them.

use crate::diag::{Diagnostic, Said, Severity};
use crate::text::{Lines, Span};
use serde::Serialize;

/// A place: UTF-16 offsets, and line and column of its start, both from 1.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct SpanOut {
    /// Where it starts.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// The line.
    pub line: u32,
    /// The column, in UTF-16 units.
    pub column: u32,
}

/// A sentence as data, so that a host can say it in another language.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct SaidOut {
    /// The English sentence with `{}` where data goes.
    pub key: String,
    /// What goes there, in order.
    pub data: Vec<String>,
}

fn said(said: &Said) -> SaidOut {
    SaidOut {
        key: said.key.to_string(),
        data: said.data.clone(),
    }
}

/// A related place.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct LabelOut {
    /// The place.
    pub span: SpanOut,
    /// What it has to do with it.
    pub message: String,
    /// The same as data.
    pub said: SaidOut,
}

/// One replacement.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct EditOut {
    /// Where it starts.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What stands there instead.
    pub text: String,
}

/// A mend.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct FixOut {
    /// What it does.
    pub title: String,
    /// The same as data.
    pub said: SaidOut,
    /// The replacements.
    pub edits: Vec<EditOut>,
}

/// What something is given, as a line of an example says it.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct GivenOut {
    /// A row, an ask or a slot.
    pub name: String,
    /// A level, a number, `not met`, a choice, `complete`.
    pub value: String,
}

/// A diagnostic.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct DiagnosticOut {
    /// The stable code.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The place.
    pub span: SpanOut,
    /// What is wrong.
    pub message: String,
    /// The same as data.
    pub said: SaidOut,
    /// How to mend it.
    pub help: String,
    /// The same as data.
    pub advised: SaidOut,
    /// Related places.
    pub labels: Vec<LabelOut>,
    /// Mends.
    pub fixes: Vec<FixOut>,
    /// What to give so that it shows; empty where there is nothing to show.
    pub witness: Vec<GivenOut>,
}

/// Converts every place, once.
pub fn diagnostics(source: &str, found: &[Diagnostic]) -> Vec<DiagnosticOut> {
    if found.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(source);
    found
        .iter()
        .map(|diagnostic| one(&lines, diagnostic))
        .collect()
}

pub(super) fn place(lines: &Lines, span: Span) -> SpanOut {
    let (line, column) = lines.line_column(span.start);
    SpanOut {
        from: lines.utf16(span.start),
        to: lines.utf16(span.end),
        line,
        column,
    }
}

fn one(lines: &Lines, found: &Diagnostic) -> DiagnosticOut {
    let edit = |(span, text): &(Span, String)| EditOut {
        from: lines.utf16(span.start),
        to: lines.utf16(span.end),
        text: text.clone(),
    };
    let fixes = found.fixes.iter().map(|fix| FixOut {
        title: fix.title.to_string(),
        said: said(&fix.title),
        edits: fix.edits.iter().map(edit).collect(),
    });
    let labels = found.labels.iter().map(|label| LabelOut {
        span: place(lines, label.span),
        message: label.message.to_string(),
        said: said(&label.message),
    });
    let help = found.help.clone();
    let help = help.unwrap_or_else(|| found.code.mend().into());
    let witness = found.witness.iter().map(|(name, value)| GivenOut {
        name: name.clone(),
        value: value.clone(),
    });
    DiagnosticOut {
        code: found.code.text(),
        severity: match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "info",
        },
        span: place(lines, found.span),
        message: found.message.to_string(),
        said: said(&found.message),
        help: help.to_string(),
        advised: said(&help),
        labels: labels.collect(),
        fixes: fixes.collect(),
        witness: witness.collect(),
    }
}
