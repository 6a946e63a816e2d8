//! What crosses to JavaScript: diagnostics with UTF-16 offsets, the outline a
//! page draws from, facts of evidence and what the precheck says of them, and
//! the layout of the numbers an edit changes.

mod diagnostics;
pub mod editor;
mod facts;
mod findings;
mod inputs;
mod ladders;
mod layout;
mod needs;
mod outline;
mod people;
mod rows;
mod slots;
mod tape;
#[cfg(test)]
mod tests;
mod told;

use crate::diag::{Code, Diagnostic};
use crate::eval::Inputs;
use crate::format::{Hashes, hashes};
use crate::model::Rubric;
use crate::text::Span;
use crate::{analysis, eval, format, lower, sema, syntax};

pub use diagnostics::{DiagnosticOut, diagnostics};
pub use facts::item;
pub use findings::{FindingOut, findings};
pub use layout::{Layout, Places, layout, numbers, places, slot_text, write};
pub use outline::{Outline, outline};
pub use tape::Numbers;
pub use told::{explain, steps};

/// A compiled source.
#[derive(Debug)]
pub struct Compiled {
    /// The rubric, when there is no error.
    pub rubric: Option<Rubric>,
    /// What its stored assessments name.
    pub hashes: Hashes,
    /// Everything there is to say about the source.
    pub diagnostics: Vec<DiagnosticOut>,
}

/// Checks a source. `files` are what `use` may name: path and text.
pub fn check(source: &str, files: &[(String, String)]) -> Vec<DiagnosticOut> {
    compile(source, files).diagnostics
}

/// What a source is made of, to be compared with another version of it: the path
/// of each piece, the hash of what it decides, and the hash of all it says.
pub fn pieces(source: &str, files: &[(String, String)]) -> Vec<(String, String, String)> {
    let checked = sema::check(syntax::parse(source), files);
    let used: Vec<&[_]> = checked.used.iter().map(Vec::as_slice).collect();
    let all = format::pieces(&checked.written, &used).into_iter();
    all.map(|piece| (piece.path, piece.structure, piece.content))
        .collect()
}

/// Checks a source, and proves what can be proved of a sound one.
pub fn prove(source: &str, files: &[(String, String)]) -> Vec<DiagnosticOut> {
    checked(source, files, true)
}

/// Checks a source, with or without proofs.
pub fn checked(source: &str, files: &[(String, String)], proofs: bool) -> Vec<DiagnosticOut> {
    run(source, files, proofs).diagnostics
}

/// Compiles a source, its own examples included.
pub fn compile(source: &str, files: &[(String, String)]) -> Compiled {
    run(source, files, false)
}

fn run(source: &str, files: &[(String, String)], proofs: bool) -> Compiled {
    let mut checked = sema::check(syntax::parse(source), files);
    let mut found = std::mem::take(&mut checked.diagnostics);
    let mut rubric = lower::lower(&mut checked);
    if let Some(compiled) = &rubric {
        let wrong = if eval::outcome(compiled, &Inputs::new(compiled)).is_err() {
            let message = "the numbers of this rubric grow too large to be kept exact";
            let found = Diagnostic::error(Code::BadNumber, Span::default(), message);
            vec![found.help("use fewer digits in points and weights")]
        } else {
            analysis::examples(compiled)
        };
        let proved = if proofs && wrong.is_empty() {
            analysis::prove(compiled, &checked.places).found
        } else {
            Vec::new()
        };
        if !wrong.is_empty() {
            rubric = None;
        }
        found.extend(wrong.into_iter().chain(proved));
        crate::num::sort_by_key(&mut found, |one| one.span.start);
    }
    let hashes = match &rubric {
        Some(_) => {
            let used: Vec<&[_]> = checked.used.iter().map(Vec::as_slice).collect();
            hashes(&checked.written, &used)
        }
        None => Hashes::default(),
    };
    Compiled {
        rubric,
        hashes,
        diagnostics: diagnostics(source, &found),
    }
}
