//! `use "path.rubric"`: scales, asks and settings from files the host supplies.

use crate::diag::{Code, Diagnostic, Said, Severity, Sink};
use crate::syntax::{self, ast};
use crate::text::{Lines, Span, nearest};

/// How many files may be used in all; what uses what may not go round in a circle.
const MOST: usize = 32;

/// The items of every file that is used, the innermost first, each with the line that uses it.
pub(super) fn read(
    rubric: &ast::Rubric,
    files: &[(String, String)],
    sink: &mut Sink,
) -> Vec<(Span, String, Vec<ast::Item>)> {
    let mut reader = Reader {
        files,
        sink,
        found: Vec::new(),
        open: Vec::new(),
    };
    for item in &rubric.items {
        if let ast::Item::Use(path) = item {
            reader.file(&path.value, path.span);
        }
    }
    reader.found
}

struct Reader<'a> {
    files: &'a [(String, String)],
    sink: &'a mut Sink,
    found: Vec<(Span, String, Vec<ast::Item>)>,
    /// The files that are being read, from the outside in.
    open: Vec<String>,
}

impl Reader<'_> {
    fn file(&mut self, path: &str, place: Span) {
        if self.found.iter().any(|(_, known, _)| known == path) {
            return;
        }
        if self.open.iter().any(|open| open == path) {
            let message = say!("`{}` uses itself", path);
            self.error(place, message, "let the files use each other one way only");
            return;
        }
        if self.open.len() >= MOST {
            let message = say!("`{}` is more than {} files deep", path, MOST);
            self.error(place, message, "use it in this file");
            return;
        }
        let Some((_, text)) = self.files.iter().find(|(known, _)| known == path) else {
            let known = self.files.iter().map(|(known, _)| known.as_str());
            let near = nearest(path, known);
            let message = say!("there is no file `{}`", path);
            let help = match near {
                Some(near) => say!("did you mean `{}`?", near),
                None => "the page or program that reads this rubric has to supply it".into(),
            };
            self.error(place, message, help);
            return;
        };
        let parsed = syntax::parse(text);
        let lines = Lines::new(text);
        for wrong in parsed.diagnostics.finish() {
            if wrong.severity == Severity::Error {
                let (line, _) = lines.line_column(wrong.span.start);
                let message = say!("in `{}`, line {}: {}", path, line, wrong.message);
                let found = Diagnostic::error(Code::UsedFile, place, message);
                self.sink.push(match wrong.help {
                    Some(help) => found.help(help),
                    None => found,
                });
            }
        }
        self.open.push(path.to_owned());
        for item in &parsed.rubric.items {
            if let ast::Item::Use(inner) = item {
                self.file(&inner.value, place);
            }
        }
        self.open.pop();
        self.found
            .push((place, path.to_owned(), parsed.rubric.items));
    }

    fn error(&mut self, place: Span, message: Said, help: impl Into<Said>) {
        self.sink
            .push(Diagnostic::error(Code::UsedFile, place, message).help(help));
    }
}
