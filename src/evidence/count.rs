//! One rule for words, characters and sentences, the same in every browser.
//!
//! Words are the segments of UAX 29 that hold a letter or a digit; characters
//! are its extended grapheme clusters, spaces included. Sentences follow its
//! outline without its tables, which would cost as much as both others and
//! would end a sentence at every line of a text taken from a PDF.

use unicode_segmentation::UnicodeSegmentation;

/// What a text holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Words.
    pub words: i64,
    /// Characters.
    pub characters: i64,
    /// Sentences.
    pub sentences: i64,
}

/// Counts a text, in one walk over it for each.
pub fn count(text: &str) -> Counts {
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Counts {
        words: whole(text.unicode_words().count()),
        characters: whole(text.graphemes(true).count()),
        sentences: whole(sentences(text)),
    }
}

/// Ends a sentence wherever it stands: nothing has to follow.
fn full_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// Ends a sentence before a space: Latin, Arabic, Urdu, Devanagari, Armenian, Ethiopic.
fn stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '፧'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// May stand between the stop and the space.
fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '"' | '\'' | '”' | '’' | '»' | '›' | '」' | '』' | '）'
    )
}

/// Where the walk stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Inside a sentence, or before one.
    Inside,
    /// Behind a stop; `true`: a full one.
    Stopped(bool),
    /// Behind a stop and a space: the next letter decides.
    Spaced,
}

/// A sentence holds a letter or a digit. It ends with its stop, unless a small
/// letter goes on behind it (`e.g. this`), or with its paragraph.
fn sentences(text: &str) -> usize {
    let (mut count, mut open, mut at, mut lines) = (0_usize, false, At::Inside, 0_u8);
    for c in text.chars() {
        let ends = match at {
            At::Stopped(true) => !(stop(c) || full_stop(c) || closes(c)),
            At::Spaced => c.is_alphanumeric() && !c.is_lowercase(),
            _ => false,
        };
        lines = match c {
            '\n' => lines.saturating_add(1),
            _ if c.is_whitespace() => lines,
            _ => 0,
        };
        if (ends || lines >= 2 || c == '\u{2029}') && open {
            count = count.saturating_add(1);
            open = false;
        }
        at = next(if ends { At::Inside } else { at }, c);
        open = open || c.is_alphanumeric();
    }
    count.saturating_add(usize::from(open))
}

fn next(at: At, c: char) -> At {
    match at {
        _ if full_stop(c) => At::Stopped(true),
        _ if stop(c) => At::Stopped(at == At::Stopped(true)),
        At::Stopped(_) if closes(c) => at,
        At::Stopped(_) | At::Spaced if c.is_whitespace() => At::Spaced,
        // An opening bracket or quote, or a dash, between the space and the letter.
        At::Spaced if !c.is_alphanumeric() => At::Spaced,
        _ => At::Inside,
    }
}
