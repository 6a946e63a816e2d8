//! The head of a statement as tokens, with their places in it.

use super::grammar::{Grammar, Rule};
use crate::limits;
use pest::Parser as _;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Word,
    Number,
    Date,
    Text,
    Sign,
    Other,
}

/// A token: what it is, and from where to where it stands in the head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Reads the tokens of a head. Whatever stands there is some token.
pub(super) fn tokens(head: &str) -> Vec<Token> {
    super::quick::quick(head).unwrap_or_else(|| by_grammar(head))
}

/// The same by the grammar.
fn by_grammar(head: &str) -> Vec<Token> {
    let steps = head
        .len()
        .saturating_add(64)
        .saturating_mul(limits::STEPS_PER_BYTE);
    pest::set_call_limit(std::num::NonZeroUsize::new(steps));
    let Ok(pairs) = Grammar::parse(Rule::tokens, head) else {
        return Vec::new();
    };
    let inner = pairs.flat_map(pest::iterators::Pair::into_inner);
    let each = inner.filter_map(|pair| {
        let kind = match pair.as_rule() {
            Rule::word => Kind::Word,
            Rule::number => Kind::Number,
            Rule::date => Kind::Date,
            Rule::text => Kind::Text,
            Rule::sign => Kind::Sign,
            Rule::other => Kind::Other,
            _ => return None,
        };
        let span = pair.as_span();
        Some(Token {
            kind,
            from: span.start(),
            to: span.end(),
        })
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::quick::quick;

    /// Pieces of which heads are put together: whole tokens, halves of them, and what is none.
    const PIECES: &[&str] = &[
        "criterion",
        "a",
        "_",
        "Z9_",
        "0",
        "12",
        "2025",
        "2025-08-01",
        "-08-01",
        "-",
        "72.5",
        ".",
        "..",
        "...",
        "%",
        " %",
        " ",
        "  ",
        "\n",
        "\t",
        "\"",
        "\"\"",
        "\"\"\"",
        "\"text\"",
        "\\",
        "\\n",
        "\\\"",
        "\\u{",
        "\\u{1F600}",
        "\\u{1234567}",
        "\\u{}",
        "}",
        "{",
        "(",
        ")",
        ",",
        ":",
        "=",
        ">=",
        "<",
        "!",
        "!=",
        "*",
        "/",
        "+",
        ">",
        "@",
        "\0",
        "\u{7f}",
        "\"é“\"",
        "x",
        "u",
        "8",
    ];

    #[test]
    fn read_byte_by_byte_they_are_those_of_the_grammar() {
        let mut state = 7_u64;
        let mut roll = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(state >> 33)
                .unwrap_or_default()
                .checked_rem(below)
                .unwrap_or_default()
        };
        for _ in 0..6000 {
            let count = roll(9);
            let head: String = (0..count)
                .filter_map(|_| PIECES.get(roll(PIECES.len())).copied())
                .collect();
            if let Some(found) = quick(&head) {
                assert_eq!(found, by_grammar(&head), "{head:?}");
            } else {
                assert!(!head.is_ascii(), "{head:?}");
            }
        }
    }

    #[test]
    fn what_is_no_ascii_is_left_to_the_grammar() {
        for head in ["é", "a é", "née", "“", "a\u{301}", "1 \u{a0}"] {
            assert_eq!(quick(head), None, "{head:?}");
        }
        assert!(quick("\"é\"").is_some());
    }
}
