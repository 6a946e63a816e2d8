//! A head that could not be read becomes one diagnostic in plain words, with
//! the edit that mends it where the head reads with the edit.

mod mends;

use super::parser::{A_NAME, A_NUMBER, A_VALUE, AN_OPERATOR, Parser, RESERVED, Wanted};
use super::tokens::{Token, tokens};
use crate::diag::{Code, Diagnostic, Said};
use crate::text::Span;

/// More words than this in "expected ..." help nobody.
const MOST_WORDS: usize = 5;
/// How much of what stands there is quoted.
const QUOTED: usize = 24;
/// Longer heads are not tried again.
const LONGEST: usize = 2_000;

/// What failed: the head, its tokens, the furthest of them, and what would have fitted there.
pub(super) struct Failed<'t> {
    pub(super) head: &'t str,
    pub(super) base: usize,
    pub(super) tokens: &'t [Token],
    pub(super) far: usize,
    pub(super) wanted: Vec<Wanted>,
    /// How the statement is written.
    pub(super) form: &'static str,
}

/// An edit of a head: what it replaces, by bytes from its start, and by what.
struct Mend {
    from: usize,
    to: usize,
    text: String,
}

impl Failed<'_> {
    /// One diagnostic. `reads` tries whether a changed head can be read.
    pub(super) fn diagnose(&self, reads: &dyn Fn(&str) -> bool) -> Diagnostic {
        if let Some(mend) = self.mend(reads) {
            return self.mended(&mend);
        }
        let token = self.tokens.get(self.far);
        let found = token.map_or("", |token| shortened(self.written(*token)));
        let from = token.map_or(self.head.len(), |token| token.from);
        let span = self.span(from, from.saturating_add(found.len()));
        let message = match (self.listed(), found) {
            (Some(list), "") => say!("the line ends here: expected {}", list),
            (Some(list), _) => say!("`{}` does not fit here: expected {}", found, list),
            (None, "") => say!("the line ends here"),
            (None, _) => say!("`{}` does not fit here", found),
        };
        let diagnostic = Diagnostic::error(Code::Syntax, span, message);
        match self.idiom(found) {
            Some(help) => diagnostic.help(help),
            None => diagnostic.help(say!("it is written `{}`", self.form)),
        }
    }

    fn written(&self, token: Token) -> &str {
        self.head.get(token.from..token.to).unwrap_or_default()
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.base.saturating_add(from), self.base.saturating_add(to))
    }

    /// What would have fitted, in words.
    fn listed(&self) -> Option<String> {
        let mut wanted = self.wanted.clone();
        if wanted.contains(&A_VALUE) {
            wanted.retain(|one| ![A_NAME, A_NUMBER].contains(one));
        }
        // `of` can only follow a word that wants it; what else might is noise.
        if wanted.contains(&Wanted::Word("of")) {
            wanted.retain(|one| *one == Wanted::Word("of"));
        }
        // Where a word has to come, what else may stand before it is no help.
        if wanted
            .iter()
            .any(|one| matches!(one, Wanted::Word(word) if word.starts_with(char::is_alphabetic)))
        {
            wanted.retain(|one| *one != AN_OPERATOR);
        }
        if wanted.len() > MOST_WORDS {
            return None;
        }
        let words: Vec<String> = wanted
            .iter()
            .map(|one| match one {
                Wanted::Word(word) => format!("`{word}`"),
                Wanted::Thing(thing) => (*thing).to_owned(),
            })
            .collect();
        let (last, before) = words.split_last()?;
        Some(if before.is_empty() {
            last.clone()
        } else {
            format!("{} or {last}", before.join(", "))
        })
    }

    /// A misspelt or missing word, with the edit that makes the head read.
    fn mended(&self, mend: &Mend) -> Diagnostic {
        let span = self.span(mend.from, mend.to);
        let word = mend.text.trim();
        let Some(written) = self
            .head
            .get(mend.from..mend.to)
            .filter(|it| !it.is_empty())
        else {
            return Diagnostic::error(Code::Syntax, span, say!("`{}` is missing here", word))
                .help(say!("write `{}`", word))
                .fix(say!("add `{}`", word), span, mend.text.clone());
        };
        Diagnostic::error(Code::Syntax, span, say!("`{}` does not fit here", written))
            .suggest(Some(word))
    }

    fn mend(&self, reads: &dyn Fn(&str) -> bool) -> Option<Mend> {
        if self.head.len() > LONGEST {
            return None;
        }
        let mut tries: Vec<Mend> = Vec::new();
        // The word before may be what is wrong, and so may the one behind.
        let places = [
            self.far.checked_sub(1),
            Some(self.far),
            self.far.checked_add(1),
        ];
        for place in places.into_iter().flatten() {
            if let Some(token) = self.tokens.get(place) {
                self.split(*token, &mut tries);
                self.sign(*token, &mut tries);
                self.respelt(*token, &mut tries);
            }
        }
        self.again(&mut tries);
        self.missing(&mut tries);
        tries.into_iter().find(|mend| reads(&self.changed(mend)))
    }

    fn changed(&self, mend: &Mend) -> String {
        let before = self.head.get(..mend.from).unwrap_or_default();
        let after = self.head.get(mend.to..).unwrap_or_default();
        [before, &mend.text, after].concat()
    }

    /// Mistakes that many make, each with its mend in words.
    fn idiom(&self, found: &str) -> Option<Said> {
        let before = self
            .far
            .checked_sub(1)
            .and_then(|place| self.tokens.get(place));
        let before = before.map_or("", |token| self.written(*token));
        let next = self
            .far
            .checked_add(1)
            .and_then(|place| self.tokens.get(place));
        let next = next.map_or("", |token| self.written(*token));
        match (before, found, next) {
            (_, "or", _) if self.head.contains(" is ") || self.head.contains(" are ") => {
                return Some("name the thing again behind `or`: `a is x or a is y`".into());
            }
            _ => {}
        }
        if self.wanted.contains(&A_NAME) && RESERVED.contains(&found) {
            return Some(say!(
                "`{}` is a word of the language and cannot be a name; `{}_` can",
                found,
                found
            ));
        }
        None
    }
}

/// The piece of text an author would point at, shortened.
fn shortened(token: &str) -> &str {
    if token.len() <= QUOTED {
        return token;
    }
    let places = token.char_indices().map(|(at, _)| at);
    let cut = places.take_while(|at| *at <= QUOTED).last().unwrap_or(0);
    token.get(..cut).unwrap_or_default()
}

/// Runs a reader over a head that may have been changed.
pub(super) fn reads<T>(head: &str, read: fn(&mut Parser<'_>) -> Option<T>) -> bool {
    let tokens = tokens(head);
    let mut parser = Parser::new(head, 0, &tokens);
    read(&mut parser).is_some() && parser.end().is_some() && parser.problems.is_empty()
}
