//! Texts in quotes, on one line or several.

use super::scan::Scan;
use crate::diag::{Code, Diagnostic, Sink};
use crate::text::Span;

impl Scan<'_> {
    pub(super) fn string(&mut self, index: usize, sink: &mut Sink) -> usize {
        if self.starts(index, b"\"\"\"") {
            let mut end = index.saturating_add(3);
            while end < self.source.len() && !self.starts(end, b"\"\"\"") {
                end = end.saturating_add(1);
            }
            if end >= self.source.len() {
                self.open_string(index, end, sink);
            }
            return end.saturating_add(3).min(self.source.len());
        }
        let mut end = index.saturating_add(1);
        while end < self.source.len() && !matches!(self.at(end), b'"' | b'\n' | b'\r') {
            let skip = if self.at(end) == b'\\' { 2 } else { 1 };
            end = end.saturating_add(skip);
        }
        if self.at(end) == b'"' {
            return end.saturating_add(1);
        }
        let end = end.min(self.source.len());
        self.open_string(index, end, sink);
        end
    }

    fn open_string(&mut self, index: usize, end: usize, sink: &mut Sink) {
        // Blanked, so that the statement is not reported a second time for it.
        self.blank(index, end);
        if let Some(bytes) = self.out.get_mut(index..index.saturating_add(2).min(end)) {
            bytes.fill(b'"');
        }
        sink.push(
            Diagnostic::error(
                Code::Unclosed,
                Span::new(index, end),
                "this text is never closed",
            )
            .help("add `\"` at its end"),
        );
    }
}
