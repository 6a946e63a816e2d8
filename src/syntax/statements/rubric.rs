//! The rubric itself and the lines of its header.

use super::HEADER;
use super::reader::Reader;
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{Name, Rubric};
use crate::syntax::grammar::Rule;
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn rubric(&mut self, statement: &Statement) -> Rubric {
        let mut rubric = Rubric::default();
        let head = self.read(statement.head, Rule::rubric_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        if let Some((name, title)) = head {
            rubric.name = Some(name);
            rubric.title = title;
        }
        for line in self.block(statement, true) {
            let word = self.first_word(line.head);
            if word == "expires" {
                self.no_block(line);
                let text = line.head.slice(self.text);
                if self
                    .read(line.head, Rule::expires, |_, _| Some(()))
                    .is_some()
                {
                    rubric.expires = text
                        .strip_prefix("expires")
                        .map(|rest| rest.trim().to_owned());
                }
            } else if HEADER.contains(&word) {
                self.header_line(line, &mut rubric);
            } else if let Some(item) = self.item(line) {
                rubric.items.push(item);
            }
        }
        rubric
    }

    fn header_line(&mut self, line: &Statement, rubric: &mut Rubric) {
        self.no_block(line);
        let word = self.first_word(line.head);
        let Some(texts) = self.texts(line) else {
            return;
        };
        let name = Name {
            text: word.to_owned(),
            span: self.word_span(line.head),
        };
        let most = match word {
            "field" => usize::MAX,
            "issuer" | "source" => 2,
            _ => 1,
        };
        if texts.len() > most {
            self.sink.push(Diagnostic::error(
                Code::Syntax,
                line.head,
                format!(
                    "`{word}` takes {}",
                    if most == 1 {
                        "one text"
                    } else {
                        "a text and an address"
                    }
                ),
            ));
        }
        let known = self.said.iter().find(|known| known.text == word);
        if let Some(known) = known.filter(|_| !["source", "field"].contains(&word)) {
            let found =
                Diagnostic::error(Code::Repeated, name.span, format!("`{word}` is said twice"));
            self.sink
                .push(found.label(known.span, "it is said here first"));
        }
        if known.is_none() {
            self.said.push(name.clone());
        }
        rubric.header.push((name, texts));
    }
}
