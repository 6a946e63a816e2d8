//! Words, numbers and texts: in one spelling for a hash, or as the author
//! wrote them for the formatter.

use crate::num::{Rational, date, decimal_text as number};
use crate::syntax::ast::{Date, Given, Literal, Name, Text, Unit};

/// Units that have a singular and a plural.
const UNITS: &[(&str, &str)] = &[
    ("day", "days"),
    ("week", "weeks"),
    ("month", "months"),
    ("year", "years"),
    ("second", "seconds"),
    ("minute", "minutes"),
    ("hour", "hours"),
    ("byte", "bytes"),
];

/// How things are spelt.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Say<'a> {
    /// The text the tree was read from, where numbers and texts stay as written.
    pub(super) source: Option<&'a str>,
}

impl Say<'_> {
    /// Whether this is for a reader and not for a hash.
    pub(super) fn written(self) -> bool {
        self.source.is_some()
    }

    /// A text with its quotes.
    pub(super) fn text(self, text: &Text) -> String {
        match self.source {
            Some(source) => text.span.slice(source).to_owned(),
            None => quoted(&text.value),
        }
    }

    /// Texts with commas between.
    pub(super) fn texts(self, texts: &[Text]) -> String {
        let all: Vec<String> = texts.iter().map(|text| self.text(text)).collect();
        all.join(", ")
    }

    /// A word and a text behind what stands before; nothing without the text.
    pub(super) fn tail(self, word: &str, text: Option<&Text>) -> String {
        let said = text.map(|text| [" ", word, " ", &self.text(text)].concat());
        said.unwrap_or_default()
    }

    /// A number with its unit.
    pub(super) fn literal(self, literal: &Literal) -> String {
        match self.source {
            Some(source) => spaced(literal.span.slice(source)),
            None => plain(literal),
        }
    }

    /// Numbers with commas between.
    pub(super) fn literals(self, all: &[Literal]) -> String {
        let all: Vec<String> = all.iter().map(|one| self.literal(one)).collect();
        all.join(", ")
    }

    /// `2..10`, open where an end is missing.
    pub(super) fn ends(self, from: Option<&Literal>, to: Option<&Literal>) -> String {
        let end = |end: Option<&Literal>| end.map(|end| self.literal(end)).unwrap_or_default();
        [&end(from), "..", &end(to)].concat()
    }

    /// A value that is given.
    pub(super) fn given(self, given: &Given) -> String {
        match given {
            Given::Name(name) => name.text.clone(),
            Given::Number(number) => self.literal(number),
            Given::Date(date) => day(*date),
            Given::NotMet(_) => "not met".to_owned(),
            Given::LeftOut(_) => "left out".to_owned(),
        }
    }
}

/// A number as written, with single spaces; its unit agrees with it.
fn spaced(written: &str) -> String {
    let mut out = String::new();
    for word in written.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let unit = UNITS
            .iter()
            .find(|(one, many)| word == *one || word == *many);
        let word = match unit {
            Some((one, many)) => {
                if out == "1" {
                    one
                } else {
                    many
                }
            }
            None => word,
        };
        if !out.is_empty() && word != "%" && !out.ends_with('-') {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn plain(literal: &Literal) -> String {
    let value = number(literal.value);
    let unit = match literal.unit {
        Unit::Plain => return value,
        Unit::Percent => {
            return match literal.value.mul(Rational::whole(100)) {
                Some(value) => number(value) + "%",
                None => value,
            };
        }
        Unit::Bytes => " B",
        Unit::Seconds => " s",
        Unit::Days => " days",
        Unit::Months => " months",
    };
    value + unit
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

pub(super) fn names(names: &[Name]) -> String {
    join(names, ", ")
}

/// Names with something between them.
pub(super) fn join(names: &[Name], between: &str) -> String {
    let all: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
    all.join(between)
}

pub(super) fn day(date: Date) -> String {
    date::text(date.day).unwrap_or_default()
}
