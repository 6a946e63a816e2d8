//! Brackets and braces: what is open, and what is never closed or opened.

use super::scan::Scan;
use super::split::Mark;
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::text::Span;

impl Scan<'_> {
    pub(super) fn opening(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        let bracket = self.at(index);
        if bracket == b'{' {
            self.drop_brackets(sink);
            self.mark(index, Mark::Open);
        }
        self.open.push((bracket, index));
        if self.open.len() > limits::NESTING {
            return self.too_deep(index, sink);
        }
        Some(index.saturating_add(1))
    }

    pub(super) fn closing(&mut self, index: usize, sink: &mut Sink) -> usize {
        let next = index.saturating_add(1);
        let bracket = self.at(index);
        if bracket == b'}' {
            self.drop_brackets(sink);
        }
        let opener = if bracket == b'}' { b'{' } else { b'(' };
        if matches!(self.open.last(), Some((found, _)) if *found == opener) {
            self.open.pop();
            if bracket == b'}' {
                self.mark(index, Mark::Close);
            } else if !matches!(self.open.last(), Some((b'(', _))) {
                self.joined.clear();
            }
            return next;
        }
        let shown = char::from(bracket);
        sink.push(
            Diagnostic::error(
                Code::Unopened,
                Span::new(index, next),
                say!("this `{}` closes nothing", shown),
            )
            .help("take it out, or add the opening one before it"),
        );
        self.blank(index, next);
        next
    }

    /// A brace ends what a bracket left open: the bracket is reported, its
    /// lines become lines again, and the rest of the file is still read.
    fn drop_brackets(&mut self, sink: &mut Sink) {
        while let Some((b'(', place)) = self.open.last().copied() {
            self.open.pop();
            self.unclosed(b'(', place, sink);
        }
    }

    pub(super) fn unclosed(&mut self, bracket: u8, place: usize, sink: &mut Sink) {
        for line in std::mem::take(&mut self.joined) {
            if let Some(byte) = self.out.get_mut(line) {
                *byte = b'\n';
            }
            self.mark(line, Mark::End);
        }
        let (shown, closer) = if bracket == b'(' {
            ('(', ')')
        } else {
            ('{', '}')
        };
        let span = Span::new(place, place.saturating_add(1));
        if bracket == b'(' && self.unclosed.len() < limits::DIAGNOSTICS {
            self.unclosed.push(span);
        }
        sink.push(
            Diagnostic::error(
                Code::Unclosed,
                span,
                say!("this `{}` is never closed", shown),
            )
            .help(say!("add `{}` where it ends", closer)),
        );
    }
}
