//! The rubric itself and the lines of its header.

use super::HEADER;
use super::reader::Reader;
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{Name, Rubric, Unit};
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn rubric(&mut self, statement: &Statement) -> Rubric {
        let mut rubric = Rubric::default();
        let head = self.read(statement.head, "rubric NAME \"Title\" {", |p| {
            p.expect("rubric")?;
            Some((p.name()?, p.text()))
        });
        if let Some((name, title)) = head {
            rubric.name = Some(name);
            rubric.title = title;
        }
        let block = self.block(statement, true);
        for line in block {
            let word = self.first_word(line.head);
            if word == "expires" {
                self.expires(line, &mut rubric);
            } else if HEADER.contains(&word) {
                self.header_line(line, &mut rubric);
            } else {
                self.item(line, &mut rubric.items);
            }
        }
        rubric
    }

    fn expires(&mut self, line: &Statement, rubric: &mut Rubric) {
        self.no_block(line);
        let found = self.read(line.head, "expires after 3 years", |p| {
            p.expect("expires")?;
            p.expect("after")?;
            let after = p.number()?;
            if after.unit == Unit::Plain {
                p.eat_any(&["years", "months", "days"])?;
            }
            Some(after)
        });
        let Some(after) = found else { return };
        if !matches!(after.unit, Unit::Days | Unit::Months) {
            let message = "this does not say how long";
            self.sink.push(
                Diagnostic::error(Code::TypeMix, after.span, message)
                    .help("write days, months or years: `expires after 3 years`"),
            );
        } else if rubric.expires.is_some() {
            self.twice(line.head, "expires");
        } else {
            rubric.expires = Some(after);
        }
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
            let takes = if most == 1 {
                "one text"
            } else {
                "a text and an address"
            };
            let message = say!("`{}` takes {}", word, takes);
            self.sink
                .push(Diagnostic::error(Code::Syntax, line.head, message));
        }
        let known = self.said.iter().find(|known| known.text == word);
        if let Some(known) = known.filter(|_| !["source", "field"].contains(&word)) {
            let message = say!("`{}` is said twice", word);
            let found = Diagnostic::error(Code::Repeated, name.span, message);
            self.sink
                .push(found.label(known.span, "it is said here first"));
        }
        if known.is_none() {
            self.said.push(name.clone());
        }
        rubric.header.push((name, texts));
    }
}
