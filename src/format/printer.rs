//! What is printed with. For a hash the lines come out in one fixed order; for
//! the formatter each line knows the statement it was read from, and finds its
//! place there (`written.rs`).

use super::say::Say;
use crate::num::sort_by;
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
    /// Heads of statements, each with a place inside its statement.
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
                self.heads.push((at.start, line.trim_end().to_owned()));
            }
            return;
        }
        self.put(line.trim_end(), "");
    }

    /// What stands here has been said in the line of another statement.
    pub(super) fn told(&mut self, at: Span) {
        if self.say.written() {
            self.heads.push((at.start, String::new()));
        }
    }

    /// The heads in the order of the text; of one place in the order they came.
    pub(super) fn in_order(self) -> Vec<(u32, String)> {
        let fit = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let each = self.heads.iter().enumerate();
        let mut order: Vec<[u32; 3]> = each.map(|(index, (at, _))| [*at, fit(index), 0]).collect();
        sort_by(&mut order, Ord::cmp);
        let mut heads = self.heads;
        let take = |[at, index, _]: [u32; 3]| {
            let head = usize::try_from(index)
                .ok()
                .and_then(|index| heads.get_mut(index));
            let text = head.map(|(_, text)| std::mem::take(text));
            (at, text.unwrap_or_default())
        };
        order.into_iter().map(take).collect()
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
