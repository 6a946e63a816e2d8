//! What crosses to JavaScript: diagnostics with UTF-16 offsets, the outline a
//! page draws from, and the layout of the numbers an edit changes.

mod diagnostics;
mod layout;
mod outline;

use crate::diag::{Code, Diagnostic};
use crate::eval::Answer;
use crate::model::Rubric;
use crate::text::Span;
use crate::{eval, lower, sema, syntax};

pub use diagnostics::{DiagnosticOut, diagnostics};
pub use layout::{Layout, layout, slot_text, write};
pub use outline::{Outline, outline};

/// Checks a source.
pub fn check(source: &str) -> Vec<DiagnosticOut> {
    compile(source).1
}

/// Compiles a source: the rubric, when there is no error, and all diagnostics.
pub fn compile(source: &str) -> (Option<Rubric>, Vec<DiagnosticOut>) {
    let mut checked = sema::check(syntax::parse(source));
    let mut found = std::mem::take(&mut checked.diagnostics);
    let mut rubric = lower::lower(checked);
    let open = rubric.as_ref().map_or(0, |rubric| rubric.rows.len());
    if rubric
        .as_ref()
        .is_some_and(|rubric| eval::outcome(rubric, &vec![Answer::Unanswered; open]).is_err())
    {
        let message = "the numbers of this rubric grow too large to be kept exact";
        found.push(
            Diagnostic::error(Code::BadNumber, Span::default(), message)
                .help("use fewer digits in points and weights"),
        );
        rubric = None;
    }
    (rubric, diagnostics(source, &found))
}
