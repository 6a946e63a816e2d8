//! A mend for a statement that could not be read: a word of the language that
//! is misspelt, or one that is missing. It is offered only when the statement
//! reads well with it.

use super::grammar::{Grammar, Rule};
use crate::text::apart;
use pest::Parser;

/// Longer statements are not tried again.
const LONGEST: usize = 2_000;

/// Words that may be misspelt inside a statement.
const WORDS: &[&str] = &[
    "above",
    "advise",
    "after",
    "all",
    "and",
    "answered",
    "any",
    "are",
    "at",
    "below",
    "but",
    "checks",
    "count",
    "criteria",
    "criterion",
    "days",
    "down",
    "else",
    "even",
    "every",
    "exactly",
    "false",
    "first",
    "half",
    "highest",
    "if",
    "in",
    "is",
    "least",
    "lowest",
    "mean",
    "median",
    "message",
    "months",
    "most",
    "nearest",
    "no",
    "not",
    "numbers",
    "of",
    "on",
    "or",
    "ordinal",
    "otherwise",
    "parts",
    "percent",
    "points",
    "round",
    "rows",
    "step",
    "sum",
    "tagged",
    "that",
    "then",
    "ties",
    "to",
    "true",
    "up",
    "weighted",
    "when",
    "without",
    "years",
];

/// An edit of a statement: what it replaces, by bytes from its start, and by what.
pub(super) struct Mend {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) text: String,
}

/// The mend of a statement that fails at a place where one of `wanted` was expected.
pub(super) fn mend(source: &str, rule: Rule, at: usize, wanted: &[&str]) -> Option<Mend> {
    if source.len() > LONGEST {
        return None;
    }
    let (before, rest) = source.split_at_checked(at)?;
    let here = rest.find(|c: char| !in_word(c)).unwrap_or(rest.len());
    let ahead = before.trim_end();
    let start = ahead.trim_end_matches(in_word).len();
    let missing = wanted
        .iter()
        .filter_map(|word| word.strip_prefix('`')?.strip_suffix('`'))
        .filter(|word| word.starts_with(char::is_alphabetic) && !word.contains(' '))
        .map(|word| Mend {
            from: at,
            to: at,
            text: format!("{word} "),
        });
    let end = at.saturating_add(here);
    let behind = rest.get(here..)?;
    let gap = behind.len().saturating_sub(behind.trim_start().len());
    let next = end.saturating_add(gap);
    let behind = behind.trim_start();
    let length = behind.find(|c: char| !in_word(c)).unwrap_or(behind.len());
    // The word before may be what is wrong, and so may the one behind.
    let places = [
        (start, ahead.len()),
        (at, end),
        (next, next.saturating_add(length)),
    ];
    places
        .into_iter()
        .flat_map(|(from, to)| respelt(source, from, to))
        .chain(missing)
        .find(|mend| reads(source, rule, mend))
}

/// A word changed to each of the language that it may have meant.
fn respelt(source: &str, from: usize, to: usize) -> impl Iterator<Item = Mend> {
    let word = source.get(from..to).unwrap_or("");
    let near = WORDS
        .iter()
        .filter(move |known| **known != word && apart(word, known).is_some());
    near.map(move |known| Mend {
        from,
        to,
        text: (*known).to_owned(),
    })
}

fn reads(source: &str, rule: Rule, mend: &Mend) -> bool {
    let parts = [source.get(..mend.from), source.get(mend.to..)];
    let [Some(before), Some(after)] = parts else {
        return false;
    };
    let mended = [before, &mend.text, after].concat();
    Grammar::parse(rule, &mended).is_ok()
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
