//! Which statement a line is, and what rubrics and parts hold alike.

use super::reader::Reader;
use super::{HEADER, ITEMS, PROPERTIES};
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{Item, Part, Properties};
use crate::syntax::grammar::Rule;
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn item(&mut self, line: &Statement) -> Option<Item> {
        self.read_item(line)
            .or_else(|| self.second_word(line.head).map(Item::Broken))
    }

    fn read_item(&mut self, line: &Statement) -> Option<Item> {
        let word = self.first_word(line.head);
        match word {
            "scale" => self.scale(line).map(Item::Scale),
            "part" => self.part(line).map(Item::Part),
            "criterion" | "check" | "number" => self.row(line, word).map(Item::Row),
            "score" => self.score(line).map(Item::Score),
            "award" => self.award(line).map(Item::Award),
            "advise" => self.advise(line).map(Item::Advise),
            _ => {
                let words: Vec<&str> = HEADER
                    .iter()
                    .chain(ITEMS)
                    .chain(PROPERTIES)
                    .copied()
                    .collect();
                self.unknown(line.head, &words, "a line here begins with one of: scale, part, criterion, check, number, score, award, advise");
                None
            }
        }
    }

    fn part(&mut self, line: &Statement) -> Option<Part> {
        let head = self.read(line.head, Rule::part_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        let mut properties = Properties::default();
        let mut items = Vec::new();
        for inner in self.block(line, true) {
            if PROPERTIES.contains(&self.first_word(inner.head)) {
                self.property(inner, &mut properties);
            } else {
                items.extend(self.item(inner));
            }
        }
        // A part whose head is wrong still gives its rows, so that what uses them is not blamed.
        let (name, label) = head
            .or_else(|| self.second_word(line.head).map(|name| (name, None)))
            .unwrap_or_default();
        Some(Part {
            name,
            label,
            properties,
            items,
        })
    }

    pub(super) fn property(&mut self, line: &Statement, properties: &mut Properties) {
        self.no_block(line);
        let word = self.first_word(line.head);
        let twice = match word {
            "weight" => properties.weight.is_some(),
            "about" => properties.about.is_some(),
            _ => false,
        };
        if twice {
            let span = self.word_span(line.head);
            self.sink.push(Diagnostic::error(
                Code::Repeated,
                span,
                format!("`{word}` is said twice here"),
            ));
        }
        match word {
            "weight" => {
                properties.weight = self.read(line.head, Rule::weight, |c, _| c.literal());
            }
            "tags" => properties.tags.extend(
                self.read(line.head, Rule::tags, |c, _| Some(c.names()))
                    .unwrap_or_default(),
            ),
            _ => properties.about = self.texts(line).and_then(|texts| texts.into_iter().next()),
        }
    }
}
