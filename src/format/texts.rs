//! What is printed with: lines, names, texts and numbers.

use crate::num::{Rational, date, decimal_text as number};
use crate::syntax::ast::{Date, Given, Literal, Name, Text, Unit};

/// Prints one statement a line.
pub(super) struct Printer {
    pub(super) out: String,
    depth: usize,
    /// Whether texts that only readers see are printed.
    pub(super) texts: bool,
}

impl Printer {
    pub(super) fn new(texts: bool) -> Self {
        Self {
            out: String::new(),
            depth: 0,
            texts,
        }
    }

    pub(super) fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// A head with its block.
    pub(super) fn block(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("{} {{", head.trim_end()));
        self.depth = self.depth.saturating_add(1);
        inside(self);
        self.depth = self.depth.saturating_sub(1);
        self.line("}");
    }

    /// A text with a space before it, where texts are printed.
    pub(super) fn label(&self, text: Option<&Text>) -> String {
        match text {
            Some(text) if self.texts => format!(" {}", quoted(&text.value)),
            _ => String::new(),
        }
    }

    /// A text that only readers see, on a line of its own.
    pub(super) fn said(&mut self, word: &str, text: Option<&Text>) {
        if let Some(text) = text.filter(|_| self.texts) {
            self.line(&format!("{word} {}", quoted(&text.value)));
        }
    }
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

pub(super) fn quotes(texts: &[Text]) -> String {
    let all: Vec<String> = texts.iter().map(|text| quoted(&text.value)).collect();
    all.join(", ")
}

pub(super) fn names(names: &[Name]) -> String {
    let all: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
    all.join(", ")
}

pub(super) fn literal(literal: &Literal) -> String {
    let hundred = Rational::whole(100);
    match literal.unit {
        Unit::Plain => number(literal.value),
        Unit::Percent => match literal.value.mul(hundred) {
            Some(value) => format!("{}%", number(value)),
            None => number(literal.value),
        },
        Unit::Bytes => format!("{} B", number(literal.value)),
        Unit::Seconds => format!("{} s", number(literal.value)),
        Unit::Days => format!("{} days", number(literal.value)),
        Unit::Months => format!("{} months", number(literal.value)),
    }
}

pub(super) fn day(date: Date) -> String {
    date::text(date.day).unwrap_or_default()
}

pub(super) fn given(given: &Given) -> String {
    match given {
        Given::Name(name) => name.text.clone(),
        Given::Number(number) => literal(number),
        Given::Date(date) => day(*date),
        Given::NotMet(_) => "not met".to_owned(),
        Given::LeftOut(_) => "left out".to_owned(),
    }
}
