//! Words, numbers, texts, signs and comments, wherever they stand: also in what
//! cannot be read. For colours and for what stands before the cursor only; what
//! a file means is read by `syntax`.

use crate::text::Span;

/// What a piece of the text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lex {
    Word,
    Number,
    Text,
    Comment,
    Sign,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    pub(super) kind: Lex,
    pub(super) span: Span,
}

/// All pieces of a text, in order.
pub(super) fn lex(text: &str) -> Vec<Lexeme> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let (kind, length) = piece(rest, first);
        let end = at.saturating_add(length.max(first.len_utf8()));
        if let Some(kind) = kind {
            let span = Span::new(at, end);
            all.push(Lexeme { kind, span });
        }
        at = end;
    }
    all
}

fn piece(rest: &str, first: char) -> (Option<Lex>, usize) {
    match first {
        '#' => (
            Some(Lex::Comment),
            rest.find(['\n', '\r']).unwrap_or(rest.len()),
        ),
        '"' => (Some(Lex::Text), text_length(rest)),
        c if c.is_ascii_digit() => (Some(Lex::Number), number_length(rest)),
        c if is_letter(c) => {
            let end = rest.find(|c: char| !in_word(c)).unwrap_or(rest.len());
            (Some(Lex::Word), end)
        }
        c if c.is_whitespace() => (None, 0),
        '.' | '>' | '<' | '!' => {
            let two = ["..", ">=", "<=", "!="]
                .iter()
                .any(|sign| rest.starts_with(sign));
            (Some(Lex::Sign), if two { 2 } else { 1 })
        }
        _ => (Some(Lex::Sign), 0),
    }
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Up to the closing quote, or to the end of the line where there is none.
fn text_length(rest: &str) -> usize {
    if let Some(long) = rest.strip_prefix("\"\"\"") {
        let end = long.find("\"\"\"").map(|at| at.saturating_add(6));
        return end.unwrap_or(rest.len());
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at.saturating_add(1),
            '\n' | '\r' => return at,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

fn number_length(rest: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let bytes = rest.as_bytes();
    let date = |at: usize| matches!(bytes.get(at), Some(b'-'));
    let whole = digits(rest);
    if whole == 4 && date(4) && date(7) && bytes.len() >= 10 {
        let end = digits(rest.get(8..).unwrap_or_default());
        if end == 2 && digits(rest.get(5..7).unwrap_or_default()) == 2 {
            return 10;
        }
    }
    let behind = rest.get(whole..).unwrap_or_default();
    let part = behind.strip_prefix('.').map(digits).unwrap_or(0);
    let end = match part {
        0 => whole,
        part => whole.saturating_add(1).saturating_add(part),
    };
    let percent = matches!(bytes.get(end), Some(b'%'));
    end.saturating_add(usize::from(percent))
}
