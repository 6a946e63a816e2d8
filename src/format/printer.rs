//! What is printed with. For a hash the lines come out in one fixed order; for
//! the formatter each line knows the statement it was read from, and finds its
//! place there (`written.rs`).

use super::say::Say;
use crate::syntax::ast::Text;
use crate::text::Span;

/// Prints one statement a line.
pub(super) struct Printer<'a> {
    pub(super) out: String,
    depth: usize,
    /// Whether texts that only readers see are printed.
    pub(super) texts: bool,
    /// How things are spelt.
    pub(super) say: Say<'a>,
    /// Heads of statements in the order of the text, each with a place inside its statement.
    pub(super) heads: Vec<(u32, String)>,
}

impl<'a> Printer<'a> {
    pub(super) fn new(texts: bool, say: Say<'a>) -> Self {
        Self {
            out: String::new(),
            depth: 0,
            texts,
            say,
            heads: Vec::new(),
        }
    }

    /// A statement; `at` is any place inside it.
    pub(super) fn line(&mut self, at: Span, line: &str) {
        if self.say.written() {
            if !at.is_empty() {
                self.head(at.start, line.trim_end());
            }
            return;
        }
        self.put(line.trim_end(), "");
    }

    /// What stands here has been said in the line of another statement.
    pub(super) fn told(&mut self, at: Span) {
        if self.say.written() {
            self.head(at.start, "");
        }
    }

    /// Keeps a head in the order of the text; most come in that order.
    fn head(&mut self, at: u32, text: &str) {
        let later = self.heads.iter().rev().take_while(|(known, _)| *known > at);
        let place = self.heads.len().saturating_sub(later.count());
        self.heads.insert(place, (at, text.to_owned()));
    }

    /// A head with its block; `at` is any place inside the head.
    pub(super) fn block(&mut self, at: Span, head: &str, inside: impl FnOnce(&mut Self)) {
        if self.say.written() {
            self.line(at, head);
            return inside(self);
        }
        self.put(head.trim_end(), " {");
        self.depth = self.depth.saturating_add(1);
        inside(self);
        self.depth = self.depth.saturating_sub(1);
        self.put("}", "");
    }

    fn put(&mut self, line: &str, tail: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(line);
        self.out.push_str(tail);
        self.out.push('\n');
    }

    /// A text with a space before it, where texts are printed.
    pub(super) fn label(&self, text: Option<&Text>) -> String {
        match text {
            Some(text) if self.texts => " ".to_owned() + &self.say.text(text),
            _ => String::new(),
        }
    }

    /// A text that only readers see, on a line of its own.
    pub(super) fn said(&mut self, word: &str, text: Option<&Text>) {
        if let Some(text) = text.filter(|_| self.texts) {
            let line = [word, " ", &self.say.text(text)].concat();
            self.line(text.span, &line);
        }
    }
}
