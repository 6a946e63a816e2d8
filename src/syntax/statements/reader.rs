//! What every room of the statements needs: the words of a line, a reader run
//! over its head, its block, and a word for what says nothing here.

use crate::diag::{Code, Diagnostic, Sink};
use crate::syntax::ast::{Name, Text};
use crate::syntax::failed::{Failed, reads};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::tokens;
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
        let end = text.find(|c: char| !in_word(c)).unwrap_or(text.len());
        text.get(..end).unwrap_or("")
    }

    /// The words a head begins with, as many as are asked for, with single spaces.
    pub(super) fn begins(&self, head: Span, words: &str) -> bool {
        let mut text = head.slice(self.text);
        for word in words.split(' ') {
            let Some(rest) = text.strip_prefix(word) else {
                return false;
            };
            if rest.starts_with(in_word) {
                return false;
            }
            text = rest.trim_start_matches([' ', '\n']);
        }
        true
    }

    /// The name a broken line would have declared: its uses are not to blame.
    pub(super) fn second_word(&self, head: Span) -> Option<Name> {
        let text = head.slice(self.text);
        let rest = text.get(self.first_word(head).len()..)?;
        let word = rest.trim_start();
        let start = text.len().saturating_sub(word.len());
        let end = word.find(|c: char| !in_word(c)).unwrap_or(word.len());
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

    /// Reads a whole head; `form` says how it is written.
    pub(super) fn read<T>(
        &mut self,
        head: Span,
        form: &'static str,
        read: fn(&mut Parser<'_>) -> Option<T>,
    ) -> Option<T> {
        // An unclosed bracket was reported; what it makes of its line is no second mistake.
        if self.unclosed.iter().any(|place| head.holds(*place)) {
            return None;
        }
        let source = head.slice(self.text);
        let base = usize::try_from(head.start).unwrap_or_default();
        let tokens = tokens(source);
        let mut parser = Parser::new(source, base, &tokens);
        let found = read(&mut parser).filter(|_| parser.end().is_some());
        let too_deep = parser
            .problems
            .iter()
            .any(|problem| problem.code == Code::TooDeep);
        for problem in std::mem::take(&mut parser.problems) {
            self.sink.push(problem);
        }
        if found.is_none() && !too_deep && self.sink.is_full() {
            self.sink.count();
        } else if found.is_none() && !too_deep {
            let failed = Failed {
                head: source,
                base,
                tokens: &tokens,
                far: parser.far,
                wanted: std::mem::take(&mut parser.wanted),
                form,
            };
            self.sink.push(failed.diagnose(&|head| reads(head, read)));
        }
        found
    }

    /// `WORD "text", "text"`.
    pub(super) fn texts(&mut self, line: &Statement) -> Option<Vec<Text>> {
        self.read(line.head, "WORD \"text\"", |p| {
            p.any_word()?;
            p.texts()
        })
    }

    /// A block where none belongs, or none where one belongs.
    pub(super) fn block<'s>(&mut self, statement: &'s Statement, needed: bool) -> &'s [Statement] {
        match &statement.block {
            Some(block) => block,
            None => {
                if needed {
                    let word = self.first_word(statement.head);
                    let message = say!("this `{}` has no block", word);
                    self.sink.push(
                        Diagnostic::error(Code::Block, statement.head, message)
                            .help("put `{` behind it, its lines below, and `}` at the end"),
                    );
                }
                &[]
            }
        }
    }

    pub(super) fn no_block(&mut self, statement: &Statement) {
        if statement.block.is_some() {
            let message = "no block belongs behind this line";
            self.sink.push(
                Diagnostic::error(Code::Block, statement.head, message)
                    .help("take the `{ ... }` out"),
            );
        }
    }

    /// Something that was said before.
    pub(super) fn twice(&mut self, head: Span, word: &str) {
        let span = self.word_span(head);
        let message = say!("`{}` is said twice here", word);
        self.sink
            .push(Diagnostic::error(Code::Repeated, span, message));
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
        let message = say!("{} says nothing here", shown);
        let found = Diagnostic::error(Code::UnknownStatement, span, message);
        self.sink.push(match near {
            Some(_) => found.suggest(near),
            None => found.help(where_.to_owned()),
        });
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
