//! Reading a head token by token. What would have fitted is remembered at the
//! furthest place that was reached, so that a failure can say what was expected.

use super::ast::{Date, Given, Literal, Name, Text, Unit};
use super::tokens::{Kind, Token};
use crate::diag::{Code, Diagnostic};
use crate::limits;
use crate::num::{Rational, date, parse_decimal};
use crate::text::Span;

/// Words that name nothing anywhere.
pub(super) const RESERVED: &[&str] = &[
    "and",
    "or",
    "not",
    "if",
    "then",
    "else",
    "is",
    "are",
    "at",
    "every",
    "any",
    "no",
    "most",
    "exactly",
    "of",
    "in",
    "tagged",
    "that",
    "without",
    "round",
    "but",
    "otherwise",
    "needs",
    "never",
    "when",
    "true",
    "false",
];

/// What would have fitted at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    /// This word or sign.
    Word(&'static str),
    /// Something of this kind.
    Thing(&'static str),
}

pub(super) const A_NAME: Wanted = Wanted::Thing("a name");
pub(super) const A_NUMBER: Wanted = Wanted::Thing("a number");
pub(super) const A_TEXT: Wanted = Wanted::Thing("a text in quotes");
pub(super) const A_DAY: Wanted = Wanted::Thing("a day such as `2025-08-01`");
pub(super) const A_RANGE: Wanted = Wanted::Thing("a range such as `0..10`");
pub(super) const A_VALUE: Wanted = Wanted::Thing("a rule or a value");
pub(super) const AN_OPERATOR: Wanted = Wanted::Thing("an operator such as `+` or `and`");
pub(super) const THE_END: Wanted = Wanted::Thing("the end of the line");

/// Reads one head.
pub(super) struct Parser<'t> {
    pub(super) head: &'t str,
    /// Where the head begins in the file.
    base: usize,
    tokens: &'t [Token],
    at: usize,
    /// The furthest token that was looked at in vain, and what would have fitted there.
    pub(super) far: usize,
    pub(super) wanted: Vec<Wanted>,
    /// Mistakes that do not keep the head from being read.
    pub(super) problems: Vec<Diagnostic>,
    /// What nests without brackets, such as `if` in `if`.
    pub(super) depth: usize,
    /// How many of the base unit the last unit is.
    factor: i64,
}

impl<'t> Parser<'t> {
    pub(super) fn new(head: &'t str, base: usize, tokens: &'t [Token]) -> Self {
        Self {
            head,
            base,
            tokens,
            at: 0,
            far: 0,
            wanted: Vec::new(),
            problems: Vec::new(),
            depth: 0,
            factor: 1,
        }
    }

    pub(super) fn token(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.at.saturating_add(ahead)).copied()
    }

    pub(super) fn written(&self, token: Token) -> &'t str {
        self.head.get(token.from..token.to).unwrap_or_default()
    }

    /// The word so many tokens ahead; nothing when another token stands there.
    pub(super) fn word_at(&self, ahead: usize) -> &'t str {
        match self.token(ahead) {
            Some(token) if token.kind == Kind::Word => self.written(token),
            _ => "",
        }
    }

    pub(super) fn sign_at(&self, ahead: usize) -> &'t str {
        match self.token(ahead) {
            Some(token) if token.kind == Kind::Sign => self.written(token),
            _ => "",
        }
    }

    pub(super) fn kind_at(&self, ahead: usize) -> Option<Kind> {
        self.token(ahead).map(|token| token.kind)
    }

    pub(super) fn skip(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    pub(super) fn place(&self) -> usize {
        self.at
    }

    pub(super) fn back(&mut self, place: usize) {
        self.at = place;
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Where the next token begins, in the file.
    pub(super) fn start(&self) -> usize {
        let from = self.token(0).map_or(self.head.len(), |token| token.from);
        self.base.saturating_add(from)
    }

    /// From a place to the end of the last token read.
    pub(super) fn since(&self, start: usize) -> Span {
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        let end = last.map_or(start, |token| self.base.saturating_add(token.to));
        Span::new(start, end.max(start))
    }

    pub(super) fn span(&self, token: Token) -> Span {
        Span::new(
            self.base.saturating_add(token.from),
            self.base.saturating_add(token.to),
        )
    }

    /// Remembers what would have fitted here.
    pub(super) fn want(&mut self, wanted: Wanted) {
        if self.at > self.far {
            self.far = self.at;
            self.wanted.clear();
        }
        if self.at == self.far && !self.wanted.contains(&wanted) {
            self.wanted.push(wanted);
        }
    }

    /// Takes this word if it stands here.
    pub(super) fn eat(&mut self, word: &'static str) -> bool {
        if self.word_at(0) == word {
            self.skip();
            return true;
        }
        self.want(Wanted::Word(word));
        false
    }

    /// Takes one of these words.
    pub(super) fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().find(|word| self.eat(word)).copied()
    }

    /// Takes this word; nothing without it.
    pub(super) fn expect(&mut self, word: &'static str) -> Option<()> {
        self.eat(word).then_some(())
    }

    /// Takes all of these words in a row, or none: only the first decides.
    pub(super) fn phrase(&mut self, words: &[&'static str]) -> Option<bool> {
        let (first, rest) = words.split_first()?;
        if !self.eat(first) {
            return Some(false);
        }
        for word in rest {
            self.expect(word)?;
        }
        Some(true)
    }

    /// Takes this sign if it stands here.
    pub(super) fn sign(&mut self, sign: &'static str) -> bool {
        if self.sign_at(0) == sign {
            self.skip();
            return true;
        }
        self.want(Wanted::Word(sign));
        false
    }

    pub(super) fn expect_sign(&mut self, sign: &'static str) -> Option<()> {
        self.sign(sign).then_some(())
    }

    /// Nothing may stand behind.
    pub(super) fn end(&mut self) -> Option<()> {
        if self.is_done() {
            return Some(());
        }
        self.want(THE_END);
        None
    }

    /// A name: a word that is not reserved.
    pub(super) fn name(&mut self) -> Option<Name> {
        let word = self.word_at(0);
        if word.is_empty() || RESERVED.contains(&word) {
            self.want(A_NAME);
            return None;
        }
        self.any_word()
    }

    /// Any word, reserved or not.
    pub(super) fn any_word(&mut self) -> Option<Name> {
        let token = self.token(0).filter(|token| token.kind == Kind::Word)?;
        self.skip();
        Some(Name {
            text: self.written(token).to_owned(),
            span: self.span(token),
        })
    }

    /// Names with commas between.
    pub(super) fn names(&mut self) -> Option<Vec<Name>> {
        let mut all = vec![self.name()?];
        while self.sign(",") {
            all.push(self.name()?);
        }
        Some(all)
    }

    /// A text, if one stands here.
    pub(super) fn text(&mut self) -> Option<Text> {
        let Some(token) = self.token(0).filter(|token| token.kind == Kind::Text) else {
            self.want(A_TEXT);
            return None;
        };
        self.skip();
        Some(Text {
            value: super::strings::unquote(self.written(token)),
            span: self.span(token),
        })
    }

    /// Texts with commas or nothing between.
    pub(super) fn texts(&mut self) -> Option<Vec<Text>> {
        let mut all = vec![self.text()?];
        loop {
            let comma = self.sign(",");
            match self.text() {
                Some(text) => all.push(text),
                None if comma => return None,
                None => return Some(all),
            }
        }
    }

    /// Texts with commas between: one without a comma before it says something else.
    pub(super) fn listed_texts(&mut self) -> Option<Vec<Text>> {
        let mut all = vec![self.text()?];
        while self.sign(",") {
            all.push(self.text()?);
        }
        Some(all)
    }

    /// A day.
    pub(super) fn date(&mut self) -> Option<Date> {
        let Some(token) = self.token(0).filter(|token| token.kind == Kind::Date) else {
            self.want(A_DAY);
            return None;
        };
        self.skip();
        let span = self.span(token);
        let day = date::parse(self.written(token));
        if day.is_none() {
            let found = Diagnostic::error(Code::BadNumber, span, "there is no such day");
            self.problems
                .push(found.help("write year, month and day: `2025-08-01`"));
        }
        Some(Date {
            day: day.unwrap_or_default(),
            span,
        })
    }

    /// A number, its sign and its unit.
    pub(super) fn signed(&mut self) -> Option<Literal> {
        let start = self.start();
        let negative = self.sign_at(0) == "-" && self.kind_at(1) == Some(Kind::Number);
        if negative {
            self.skip();
        }
        let mut found = self.number()?;
        if negative {
            found.value = found.value.neg().unwrap_or(Rational::ZERO);
            found.span = self.since(start);
        }
        Some(found)
    }

    /// A number with its unit.
    pub(super) fn number(&mut self) -> Option<Literal> {
        let mut found = self.bare_number()?;
        if found.unit == Unit::Plain
            && let Some((unit, factor)) = unit(self.word_at(0))
        {
            self.skip();
            self.factor = factor;
            found.unit = unit;
            found.value = found
                .value
                .mul(Rational::whole(factor))
                .unwrap_or(Rational::ZERO);
            let start = usize::try_from(found.span.start).unwrap_or_default();
            found.span = self.since(start);
        }
        Some(found)
    }

    /// `2..10 min`: the unit behind the range is that of both ends.
    pub(super) fn share_unit(&self, from: &mut Literal, to: &Literal) {
        if from.unit == Unit::Plain && !matches!(to.unit, Unit::Plain | Unit::Percent) {
            from.value = from
                .value
                .mul(Rational::whole(self.factor))
                .unwrap_or(Rational::ZERO);
            from.unit = to.unit;
        }
    }

    /// A number without a unit; a percent sign belongs to it.
    pub(super) fn bare_number(&mut self) -> Option<Literal> {
        let Some(token) = self.token(0).filter(|token| token.kind == Kind::Number) else {
            self.want(A_NUMBER);
            return None;
        };
        self.skip();
        let span = self.span(token);
        let written = self.written(token);
        let (digits, percent) = match written.strip_suffix('%') {
            Some(rest) => (rest.trim_end(), true),
            None => (written, false),
        };
        let mut value = parse_decimal(digits);
        if percent {
            value = value.and_then(|value| value.div(Rational::whole(100)));
        }
        if value.is_none() {
            let message = "a number in this line is too long to be exact";
            let found = Diagnostic::error(Code::BadNumber, span, message);
            self.problems
                .push(found.help("numbers may have up to 38 digits in all"));
        }
        Some(Literal {
            value: value.unwrap_or(Rational::ZERO),
            unit: if percent { Unit::Percent } else { Unit::Plain },
            span,
        })
    }

    /// A value that is given: a level, a number, a day, `met`, `not met`, `left out`.
    pub(super) fn given(&mut self) -> Option<Given> {
        let start = self.start();
        match (self.word_at(0), self.word_at(1)) {
            ("not", "met") => {
                self.skip();
                self.skip();
                return Some(Given::NotMet(self.since(start)));
            }
            ("left", "out") => {
                self.skip();
                self.skip();
                return Some(Given::LeftOut(self.since(start)));
            }
            ("no" | "true" | "false", _) => return self.any_word().map(Given::Name),
            _ => {}
        }
        match self.kind_at(0) {
            Some(Kind::Date) => self.date().map(Given::Date),
            Some(Kind::Number) => self.signed().map(Given::Number),
            Some(Kind::Sign) if self.sign_at(0) == "-" => self.signed().map(Given::Number),
            _ => {
                self.want(A_NUMBER);
                self.name().map(Given::Name)
            }
        }
    }

    /// Goes one deeper in what nests without brackets.
    pub(super) fn deeper(&mut self) -> Option<()> {
        self.depth = self.depth.saturating_add(1);
        if self.depth <= limits::NESTED_WORDS {
            return Some(());
        }
        if self.depth == limits::NESTED_WORDS.saturating_add(1) {
            let message = say!("this is nested deeper than {} levels", limits::NESTED_WORDS);
            let start = self.start();
            let found = Diagnostic::error(
                Code::TooDeep,
                Span::new(start, start.saturating_add(1)),
                message,
            );
            self.problems
                .push(found.help("give the inner rule a name with `score`, and use the name here"));
        }
        None
    }
}

/// A unit behind a number, with how many of the base unit it is.
fn unit(word: &str) -> Option<(Unit, i64)> {
    Some(match word {
        "B" | "bytes" | "byte" => (Unit::Bytes, 1),
        "kB" | "KB" => (Unit::Bytes, 1_000),
        "MB" => (Unit::Bytes, 1_000_000),
        "GB" => (Unit::Bytes, 1_000_000_000),
        "s" | "sec" | "second" | "seconds" => (Unit::Seconds, 1),
        "min" | "minute" | "minutes" => (Unit::Seconds, 60),
        "h" | "hour" | "hours" => (Unit::Seconds, 3_600),
        "day" | "days" => (Unit::Days, 1),
        "week" | "weeks" => (Unit::Days, 7),
        "month" | "months" => (Unit::Months, 1),
        "year" | "years" => (Unit::Months, 12),
        _ => return None,
    })
}
