//! Bytes to lines, columns and UTF-16 offsets, which is what editors count in.

/// An index of a text: where lines start, and which characters are wide.
#[derive(Debug)]
pub struct Lines {
    /// The byte each line starts at.
    starts: Vec<u32>,
    /// Of every character of more than one byte: the byte it starts at, how
    /// many bytes it has, and how many bytes less than units stand before and
    /// in it.
    wide: Vec<(u32, u32, u32)>,
    length: u32,
}

impl Lines {
    /// Indexes a text, in one pass.
    pub fn new(text: &str) -> Self {
        let fit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (mut starts, mut wide, mut saved) = (vec![0], Vec::new(), 0u32);
        let mut after_return = false;
        for (at, character) in text.char_indices() {
            let bytes = character.len_utf8();
            if bytes > 1 {
                saved = saved.saturating_add(fit(bytes.saturating_sub(character.len_utf16())));
                wide.push((fit(at), fit(bytes), saved));
            }
            let next = fit(at.saturating_add(bytes));
            if character == '\n' && after_return {
                starts.pop();
            }
            if matches!(character, '\n' | '\r') {
                starts.push(next);
            }
            after_return = character == '\r';
        }
        Self {
            starts,
            wide,
            length: fit(text.len()),
        }
    }

    /// The UTF-16 offset of a byte; one inside a character counts as its start.
    pub fn utf16(&self, byte: u32) -> u32 {
        let byte = byte.min(self.length);
        let before = self
            .wide
            .partition_point(|(at, bytes, _)| at.saturating_add(*bytes) <= byte);
        let saved = before
            .checked_sub(1)
            .and_then(|last| self.wide.get(last))
            .map_or(0, |wide| wide.2);
        let inside = self.wide.get(before).filter(|(at, ..)| *at < byte);
        inside.map_or(byte, |(at, ..)| *at).saturating_sub(saved)
    }

    /// Line and column of a byte, both from 1, the column in UTF-16 units.
    pub fn line_column(&self, byte: u32) -> (u32, u32) {
        let line = self
            .starts
            .partition_point(|start| *start <= byte.min(self.length));
        let start = line
            .checked_sub(1)
            .and_then(|last| self.starts.get(last))
            .copied()
            .unwrap_or(0);
        let column = self
            .utf16(byte)
            .saturating_sub(self.utf16(start))
            .saturating_add(1);
        (u32::try_from(line).unwrap_or(u32::MAX), column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_editors_do() {
        // é: 2 bytes, 1 unit; 😀: 4 bytes, 2 units
        let lines = Lines::new("é😀x\r\ny\rz");
        assert_eq!(
            [0, 2, 6, 7, 9, 11].map(|byte| lines.utf16(byte)),
            [0, 1, 3, 4, 6, 8]
        );
        assert_eq!([1, 3, 5, 99].map(|byte| lines.utf16(byte)), [0, 1, 1, 9]);
        assert_eq!(
            [0, 6, 9, 11].map(|byte| lines.line_column(byte)),
            [(1, 1), (1, 4), (2, 1), (3, 1)]
        );
    }
}
