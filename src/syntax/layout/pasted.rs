//! What a word processor leaves behind: curly quotes, long dashes, decimal commas.

use super::scan::Scan;
use crate::diag::{Code, Diagnostic, Sink};
use crate::text::Span;

/// How many bytes each of these characters has.
const WIDE: usize = 3;

impl Scan<'_> {
    /// A character of three bytes that stands for one of the keyboard: its
    /// name, and what it stands for.
    pub(super) fn stands_for(&self, index: usize) -> Option<(&'static str, &'static str)> {
        let byte = |ahead: usize| self.at(index.saturating_add(ahead));
        if byte(0) != 0xE2 {
            return None;
        }
        Some(match (byte(1), byte(2)) {
            (0x80, 0x9C..=0x9F) => ("a curly quote", "\""),
            (0x80, 0x93 | 0x94) if self.is_range(index) => ("a long dash", ".."),
            (0x80, 0x93 | 0x94) => ("a long dash", "-"),
            (0x80, 0xA6) => ("three points in one", ".."),
            (0x88, 0x92) => ("a long minus", "-"),
            (0x89, 0xA4) => ("a sign that no keyboard has", "<="),
            (0x89, 0xA5) => ("a sign that no keyboard has", ">="),
            (0x89, 0xA0) => ("a sign that no keyboard has", "!="),
            _ => return None,
        })
    }

    /// Spaces of print: narrow, wide, of no width, and those that hold a line together.
    pub(super) fn space(&self, index: usize) -> Option<usize> {
        let byte = |ahead: usize| self.at(index.saturating_add(ahead));
        match (byte(0), byte(1), byte(2)) {
            (0xC2, 0xA0, _) => Some(index.saturating_add(2)),
            (0xE2, 0x80, 0x80..=0x8B | 0xAF) => Some(index.saturating_add(WIDE)),
            (0xEF, 0xBB, 0xBF) if index == 0 => Some(WIDE),
            _ => None,
        }
    }

    /// Whether a dash stands between the ends of a range: close to them, or
    /// between two numbers. Any other is a minus.
    fn is_range(&self, index: usize) -> bool {
        let before = self.source.get(..index).unwrap_or_default();
        let after = self
            .source
            .get(index.saturating_add(WIDE)..)
            .unwrap_or_default();
        let close = before.last() != Some(&b' ') && after.first() != Some(&b' ');
        let number =
            |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'%');
        close
            || number(before.iter().rev().find(|byte| **byte != b' '))
                && number(after.iter().find(|byte| **byte != b' '))
    }

    /// One diagnostic for it; it is read as what was meant.
    pub(super) fn pasted(
        &mut self,
        index: usize,
        name: &str,
        plain: &str,
        sink: &mut Sink,
    ) -> usize {
        let end = index.saturating_add(WIDE).min(self.source.len());
        let span = Span::new(index, end);
        let quote = plain == "\"";
        let close = if quote { self.curly_text(end) } else { end };
        let found = Diagnostic::error(Code::Pasted, span, say!("{} stands here", name))
            .help(say!("write `{}`", plain))
            .fix(say!("change to `{}`", plain), span, plain);
        // Both quotes change together, or the text would stay open.
        let last = close.saturating_sub(WIDE);
        let curly = quote && last >= end && matches!(self.stands_for(last), Some((_, "\"")));
        sink.push(if curly {
            found.also(Span::new(last, close), plain)
        } else {
            found
        });
        self.blank(index, close);
        // At the end, so that a place that begins here is the whole character.
        let filled = if quote { "\"\"" } else { plain }.as_bytes();
        let from = close.saturating_sub(filled.len());
        if let Some(bytes) = self.out.get_mut(from..close) {
            bytes.copy_from_slice(filled);
        }
        close
    }

    /// A text between single quotes is read as one between double quotes.
    pub(super) fn single_quoted(&mut self, index: usize, sink: &mut Sink) -> usize {
        let next = index.saturating_add(1);
        let behind = self.source.get(next..).unwrap_or_default();
        let line = behind
            .iter()
            .take_while(|byte| !matches!(**byte, b'\n' | b'\r' | b'"'));
        let Some(length) = line.clone().position(|byte| *byte == b'\'') else {
            return next;
        };
        let close = next.saturating_add(length);
        let end = close.saturating_add(1);
        sink.push(
            Diagnostic::error(
                Code::Pasted,
                Span::new(index, next),
                "a single quote stands here",
            )
            .help("write `\"`: texts stand in double quotes")
            .fix("change to `\"`", Span::new(index, next), "\"")
            .also(Span::new(close, end), "\""),
        );
        for place in [index, close] {
            if let Some(byte) = self.out.get_mut(place) {
                *byte = b'"';
            }
        }
        end
    }

    /// Where a text between curly quotes ends.
    fn curly_text(&self, end: usize) -> usize {
        let mut close = end;
        while close < self.source.len() && !matches!(self.at(close), b'\n' | b'\r') {
            let curly =
                self.starts(close, &[0xE2, 0x80, 0x9D]) || self.starts(close, &[0xE2, 0x80, 0x9C]);
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
