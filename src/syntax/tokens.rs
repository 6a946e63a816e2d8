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
