//! Line ends: which of them end a statement, and which go on.

use super::scan::Scan;
use super::split::Mark;

impl Scan<'_> {
    pub(super) fn carriage_return(&mut self, index: usize) {
        let next = index.saturating_add(1);
        self.blank(index, next);
        if self.at(next) != b'\n' {
            if let Some(byte) = self.out.get_mut(index) {
                *byte = b'\n';
            }
            self.line_end(index);
        }
    }

    pub(super) fn line_end(&mut self, index: usize) {
        if matches!(self.open.last(), Some((b'(', _))) {
            self.joined.push(index);
            self.blank(index, index.saturating_add(1));
        } else {
            self.waiting.push(index);
        }
    }

    /// Decides what the line ends before the token at `index` mean.
    pub(super) fn settle_lines(&mut self, index: usize) {
        if self.waiting.is_empty() {
            return;
        }
        let goes_on = self.line_goes_on() || self.line_comes_back(index);
        for line in std::mem::take(&mut self.waiting) {
            if goes_on {
                self.blank(line, line.saturating_add(1));
            } else {
                self.mark(line, Mark::End);
            }
        }
    }

    fn line_goes_on(&self) -> bool {
        let from = self.token_end.saturating_sub(4);
        let tail = self.out.get(from..self.token_end).unwrap_or_default();
        let word = |word: &[u8]| {
            tail.strip_suffix(word).is_some_and(|before| {
                !before.last().is_some_and(|byte| {
                    byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80
                })
            })
        };
        matches!(
            tail.last(),
            Some(b'+' | b'-' | b'*' | b'/' | b'<' | b'>' | b'=' | b',' | b'(')
        ) || word(b"and")
            || word(b"or")
    }

    fn line_comes_back(&self, index: usize) -> bool {
        let word = |word: &[u8]| {
            let after = self.at(index.saturating_add(word.len()));
            self.starts(index, word)
                && !after.is_ascii_alphanumeric()
                && after != b'_'
                && after < 0x80
        };
        let message = || {
            let mut after = index.saturating_add(7);
            while self.at(after) == b' ' {
                after = after.saturating_add(1);
            }
            word(b"message") && self.at(after) == b'"'
        };
        matches!(
            self.at(index),
            b'+' | b'*' | b'/' | b'<' | b'>' | b'=' | b','
        ) || self.starts(index, b"!=")
            || [&b"and"[..], b"or", b"then", b"else", b"when"]
                .into_iter()
                .any(word)
            || message()
    }
}
