//! What every room of the statements needs: the words of a line, a rule run
//! over its head, its block, and a word for what says nothing here.

use crate::diag::{Code, Diagnostic, Sink};
use crate::syntax::ast::{Name, Text};
use crate::syntax::cursor::{Cursor, confused, read};
use crate::syntax::grammar::Rule;
use crate::syntax::layout::Statement;
use crate::text::{Span, nearest};

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) sink: &'a mut Sink,
    /// The header words said so far, each once.
    pub(super) said: Vec<Name>,
    pub(super) unclosed: &'a [Span],
}

impl<'a> Reader<'a> {
    pub(super) fn first_word(&self, head: Span) -> &'a str {
        let text = head.slice(self.text);
        let end = text
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(text.len());
        text.get(..end).unwrap_or("")
    }

    /// The name a broken line would have declared: its uses are not to blame.
    pub(super) fn second_word(&self, head: Span) -> Option<Name> {
        let text = head.slice(self.text);
        let rest = text.get(self.first_word(head).len()..)?;
        let word = rest.trim_start();
        let start = text.len().saturating_sub(word.len());
        let end = word
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(word.len());
        let word = word.get(..end).filter(|word| !word.is_empty())?;
        let base = usize::try_from(head.start).ok()?.saturating_add(start);
        Some(Name {
            text: word.to_owned(),
            span: Span::new(base, base.saturating_add(end)),
        })
    }

    pub(super) fn word_span(&self, head: Span) -> Span {
        let length = self.first_word(head).len();
        let start = usize::try_from(head.start).unwrap_or_default();
        if length == 0 {
            head
        } else {
            Span::new(start, start.saturating_add(length))
        }
    }

    /// Runs a rule over a head and builds from it.
    pub(super) fn read<T>(
        &mut self,
        head: Span,
        rule: Rule,
        build: impl FnOnce(&mut Cursor<'a>, &mut Sink) -> Option<T>,
    ) -> Option<T> {
        // An unclosed bracket was reported; what it makes of its line is no second mistake.
        if self.unclosed.iter().any(|place| head.holds(*place)) {
            return None;
        }
        let mut cursor = read(self.text, head, rule, self.sink)?;
        let built = build(&mut cursor, self.sink);
        if built.is_none() {
            confused(head, self.sink);
        }
        built
    }

    pub(super) fn texts(&mut self, line: &Statement) -> Option<Vec<Text>> {
        self.read(line.head, Rule::texts_line, |c, _| {
            c.next()?;
            Some(std::iter::from_fn(|| c.string()).collect())
        })
    }

    /// A block where none belongs, or none where one belongs.
    pub(super) fn block<'s>(&mut self, statement: &'s Statement, needed: bool) -> &'s [Statement] {
        match &statement.block {
            Some(block) => block,
            None => {
                if needed {
                    let word = self.first_word(statement.head);
                    self.sink.push(
                        Diagnostic::error(
                            Code::Block,
                            statement.head,
                            format!("this `{word}` has no block"),
                        )
                        .help("put `{` behind it, its lines below, and `}` at the end"),
                    );
                }
                &[]
            }
        }
    }

    pub(super) fn no_block(&mut self, statement: &Statement) {
        if statement.block.is_some() {
            self.sink.push(
                Diagnostic::error(
                    Code::Block,
                    statement.head,
                    "no block belongs behind this line",
                )
                .help("take the `{ ... }` out"),
            );
        }
    }

    /// A line that begins with a word that says nothing here.
    pub(super) fn unknown(&mut self, head: Span, words: &[&str], where_: &str) {
        let span = self.word_span(head);
        let word = self.first_word(head);
        let lower = word.to_ascii_lowercase();
        let near = words
            .iter()
            .copied()
            .find(|known| *known == lower)
            .or_else(|| nearest(word, words.iter().copied()));
        let shown = if word.is_empty() {
            "this line".to_owned()
        } else {
            format!("`{word}`")
        };
        let found = Diagnostic::error(
            Code::UnknownStatement,
            span,
            format!("{shown} says nothing here"),
        );
        let found = match near {
            Some(_) => found.suggest(near),
            None => found.help(where_.to_owned()),
        };
        self.sink.push(found);
    }
}
