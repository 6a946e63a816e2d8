//! Changes of a head that may be what was meant: each is tried, and the first
//! that reads is offered.

use super::{Failed, Mend};
use crate::syntax::parser::{RESERVED, Wanted};
use crate::syntax::tokens::{Kind, Token};
use crate::text::apart;

impl Failed<'_> {
    /// A word changed to each of the language that it may have meant.
    pub(super) fn respelt(&self, token: Token, tries: &mut Vec<Mend>) {
        if token.kind != Kind::Word {
            return;
        }
        let word = self.written(token);
        let wanted = self.wanted.iter().filter_map(|one| match one {
            Wanted::Word(word) if word.starts_with(char::is_alphabetic) => Some(*word),
            _ => None,
        });
        let near = wanted
            .chain(RESERVED.iter().copied())
            .chain(WORDS.iter().copied());
        for known in near.filter(|known| *known != word && apart(word, known).is_some()) {
            tries.push(Mend {
                from: token.from,
                to: token.to,
                text: known.to_owned(),
            });
        }
    }

    /// `a is x or y`: the thing is named again behind `or`.
    pub(super) fn again(&self, tries: &mut Vec<Mend>) {
        let word = |place: usize| self.tokens.get(place).map(|token| self.written(*token));
        let Some(or) = (0..self.tokens.len())
            .rev()
            .find(|place| *place <= self.far && matches!(word(*place), Some("or" | "and")))
        else {
            return;
        };
        let (Some(subject), Some(is)) = (
            or.checked_sub(3).and_then(word),
            or.checked_sub(2).and_then(word),
        ) else {
            return;
        };
        let Some(behind) = or.checked_add(1).and_then(|next| self.tokens.get(next)) else {
            return;
        };
        if is == "is" && behind.kind == Kind::Word {
            tries.push(Mend {
                from: behind.from,
                to: behind.from,
                text: format!("{subject} is "),
            });
        }
    }

    /// `atleast`: two words that were written as one.
    pub(super) fn split(&self, token: Token, tries: &mut Vec<Mend>) {
        let word = self.written(token);
        for (first, second) in [("at", "least"), ("at", "most"), ("left", "out")] {
            if word.strip_prefix(first) == Some(second) {
                tries.push(Mend {
                    from: token.from,
                    to: token.to,
                    text: format!("{first} {second}"),
                });
            }
        }
    }

    /// Signs as other languages have them.
    pub(super) fn sign(&self, token: Token, tries: &mut Vec<Mend>) {
        const SIGNS: &[(&str, &str)] = &[
            ("==", "="),
            ("=>", ">="),
            ("=<", "<="),
            ("&&", "and"),
            ("||", "or"),
            ("<>", "!="),
            ("&", "and"),
            ("|", "or"),
            (";", ","),
        ];
        let behind = self.head.get(token.from..).unwrap_or_default();
        let found = SIGNS.iter().find(|(sign, _)| behind.starts_with(sign));
        if let Some((sign, plain)) = found {
            tries.push(Mend {
                from: token.from,
                to: token.from.saturating_add(sign.len()),
                text: (*plain).to_owned(),
            });
        }
    }

    pub(super) fn missing(&self, tries: &mut Vec<Mend>) {
        let before = self
            .far
            .checked_sub(1)
            .and_then(|place| self.tokens.get(place));
        if let Some(before) = before.filter(|_| self.wanted.contains(&Wanted::Word(","))) {
            tries.push(Mend {
                from: before.to,
                to: before.to,
                text: ",".to_owned(),
            });
        }
        let at = self
            .tokens
            .get(self.far)
            .map_or(self.head.len(), |token| token.from);
        for one in &self.wanted {
            if let Wanted::Word(word) = one
                && word.starts_with(char::is_alphabetic)
            {
                tries.push(Mend {
                    from: at,
                    to: at,
                    text: if at == self.head.len() {
                        format!(" {word}")
                    } else {
                        format!("{word} ")
                    },
                });
            }
        }
    }
}

/// Words that may be misspelt inside a statement although others fit as well.
const WORDS: &[&str] = &[
    "above",
    "advise",
    "answered",
    "below",
    "best",
    "checks",
    "complete",
    "count",
    "criteria",
    "criterion",
    "days",
    "has",
    "highest",
    "least",
    "lowest",
    "mean",
    "median",
    "message",
    "nearest",
    "newest",
    "numbers",
    "parts",
    "percent",
    "points",
    "rows",
    "score",
    "sum",
    "ties",
    "weighted",
];
