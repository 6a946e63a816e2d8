//! What a word processor leaves behind: curly quotes, long dashes, decimal commas.

use super::scan::Scan;
use crate::diag::{Code, Diagnostic, Sink};
use crate::text::Span;

impl Scan<'_> {
    /// Curly quotes and dashes: one diagnostic each, read as what was meant.
    pub(super) fn pasted(&mut self, index: usize, sink: &mut Sink) -> usize {
        let end = index.saturating_add(3).min(self.source.len());
        let (name, plain) = match self.at(index.saturating_add(2)) {
            0x9C..=0x9F => ("a curly quote", "\""),
            0x93 | 0x94 => ("a long dash", ".."),
            _ => return end,
        };
        let span = Span::new(index, end);
        let close = if plain == ".." {
            end
        } else {
            self.curly_text(end)
        };
        let found = Diagnostic::error(Code::Pasted, span, format!("{name} stands here"))
            .help(format!("write `{plain}`"))
            .fix(format!("change to `{plain}`"), span, plain);
        // Both quotes change together, or the text would stay open.
        let curly = [0xE2, 0x80, 0x9D];
        sink.push(match close.checked_sub(curly.len()) {
            Some(last) if last >= end && self.starts(last, &curly) => {
                found.also(Span::new(last, close), plain)
            }
            _ => found,
        });
        self.blank(index, close);
        let filled = if plain == ".." { b'.' } else { b'"' };
        if let Some(bytes) = self.out.get_mut(index..index.saturating_add(2)) {
            bytes.fill(filled);
        }
        close
    }

    /// Where a text between curly quotes ends.
    fn curly_text(&self, end: usize) -> usize {
        let mut close = end;
        while close < self.source.len() && !matches!(self.at(close), b'\n' | b'\r') {
            let curly = self.starts(close, &[0xE2, 0x80, 0x9D]);
            if curly || self.at(close) == b'"' {
                close = close.saturating_add(if curly { 3 } else { 1 });
                break;
            }
            close = close.saturating_add(1);
        }
        close
    }

    pub(super) fn decimal_comma(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or(0, |before| self.at(before));
        before.is_ascii_digit() && self.at(index.saturating_add(1)).is_ascii_digit()
    }

    pub(super) fn comma(&mut self, index: usize, sink: &mut Sink) -> usize {
        let next = index.saturating_add(1);
        let span = Span::new(index, next);
        sink.push(
            Diagnostic::error(Code::Pasted, span, "a decimal comma stands here")
                .help("write a point: `72.5`; between two numbers of a list, put a space behind the comma")
                .fix("change to a point", span, "."),
        );
        if let Some(byte) = self.out.get_mut(index) {
            *byte = b'.';
        }
        next
    }
}
