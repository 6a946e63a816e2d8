//! The tokens of a head that is plain ASCII outside its texts, as nearly every
//! head is: read byte by byte, where pest takes most of the time of a compile.
//! The grammar (`grammar/lexical.pest`) says what tokens are; a test holds both
//! to the same ones.

use super::tokens::{Kind, Token};

/// The tokens of a head; nothing where a byte outside a text is no ASCII.
pub(super) fn quick(head: &str) -> Option<Vec<Token>> {
    let quick = Quick {
        bytes: head.as_bytes(),
    };
    let mut tokens = Vec::with_capacity(head.len().div_ceil(4));
    let mut from = 0_usize;
    while from < head.len() {
        if matches!(quick.at(from), b' ' | b'\n') {
            from = from.saturating_add(1);
            continue;
        }
        let (kind, to) = quick.token(from)?;
        tokens.push(Token { kind, from, to });
        from = to;
    }
    Some(tokens)
}

struct Quick<'h> {
    bytes: &'h [u8],
}

impl Quick<'_> {
    /// The byte at a place; 0, which no token begins or goes on with, behind the end.
    fn at(&self, place: usize) -> u8 {
        self.bytes.get(place).copied().unwrap_or(0)
    }

    fn token(&self, from: usize) -> Option<(Kind, usize)> {
        let next = from.saturating_add(1);
        Some(match self.at(from) {
            b'0'..=b'9' => self.date(from).map_or_else(
                || (Kind::Number, self.number(from)),
                |end| (Kind::Date, end),
            ),
            b'"' => self
                .text(from)
                .map_or((Kind::Other, next), |end| (Kind::Text, end)),
            b'a'..=b'z' | b'A'..=b'Z' => (Kind::Word, self.word(from)?),
            b'.' if self.at(next) == b'.' => (Kind::Sign, next.saturating_add(1)),
            b'>' | b'<' | b'!' if self.at(next) == b'=' => (Kind::Sign, next.saturating_add(1)),
            b'(' | b')' | b',' | b'.' | b':' | b'=' | b'>' | b'<' | b'+' | b'-' | b'*' | b'/' => {
                (Kind::Sign, next)
            }
            0x80.. => return None,
            _ => (Kind::Other, next),
        })
    }

    /// A name or a word; nothing where a letter of another script may be next.
    fn word(&self, from: usize) -> Option<usize> {
        let end = self.after(from, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
        self.at(end).is_ascii().then_some(end)
    }

    /// Behind the last byte in a row that is one of these.
    fn after(&self, from: usize, is: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let count = rest.iter().position(|byte| !is(*byte));
        from.saturating_add(count.unwrap_or(rest.len()))
    }

    fn digits(&self, from: usize) -> usize {
        self.after(from, |byte| byte.is_ascii_digit())
    }

    fn date(&self, from: usize) -> Option<usize> {
        let day = self.bytes.get(from..from.checked_add(10)?)?;
        let fits = day.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        let end = from.saturating_add(10);
        (fits && !self.at(end).is_ascii_alphanumeric()).then_some(end)
    }

    fn number(&self, from: usize) -> usize {
        let mut end = self.digits(from);
        let part = end.saturating_add(1);
        if self.at(end) == b'.' && self.at(part).is_ascii_digit() {
            end = self.digits(part);
        }
        let percent = self.after(end, |byte| byte == b' ');
        if self.at(percent) == b'%' {
            percent.saturating_add(1)
        } else {
            end
        }
    }

    fn text(&self, from: usize) -> Option<usize> {
        let inside = from.saturating_add(3);
        let rest = self.bytes.get(from..)?;
        if rest.starts_with(b"\"\"\"") {
            let rest = self.bytes.get(inside..).unwrap_or_default();
            if let Some(length) = rest.windows(3).position(|three| three == b"\"\"\"") {
                return Some(inside.saturating_add(length).saturating_add(3));
            }
        }
        let mut end = from.saturating_add(1);
        loop {
            end = self.after(end, |byte| !matches!(byte, b'"' | b'\\' | b'\n'));
            match self.at(end) {
                b'"' => return Some(end.saturating_add(1)),
                b'\\' => end = self.escape(end.saturating_add(1))?,
                _ => return None,
            }
        }
    }

    /// What stands behind a backslash.
    fn escape(&self, from: usize) -> Option<usize> {
        let next = from.saturating_add(1);
        match self.at(from) {
            b'"' | b'\\' | b'n' => Some(next),
            b'u' if self.at(next) == b'{' => {
                let digits = next.saturating_add(1);
                let end = self.after(digits, |byte| byte.is_ascii_hexdigit());
                let count = end.saturating_sub(digits);
                ((1..=6).contains(&count) && self.at(end) == b'}').then(|| end.saturating_add(1))
            }
            _ => None,
        }
    }
}
