//! Parts: their properties, what they choose, and what is in them.

use super::PROPERTIES;
use super::reader::Reader;
use crate::syntax::ast::{Part, Properties, Series};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::Kind;

impl Reader<'_> {
    pub(super) fn part(&mut self, line: &Statement) -> Option<Part> {
        let head = self.read(line.head, "part NAME \"Label\" {", |p| {
            p.expect("part")?;
            Some((p.name()?, p.series()?, p.text()))
        });
        let mut properties = Properties::default();
        let (mut choose, mut items) = (None, Vec::new());
        for inner in self.block(line, true) {
            let word = self.first_word(inner.head);
            if word == "choose" {
                self.no_block(inner);
                choose = self.read(inner.head, "choose 2", |p| {
                    p.expect("choose")?;
                    p.bare_number()
                });
            } else if word == "raters" {
                if properties.raters.is_some() {
                    self.twice(inner.head, word);
                }
                properties.raters = Some(self.raters(inner));
            } else if PROPERTIES.contains(&word) {
                self.property(inner, &mut properties);
            } else {
                self.item(inner, &mut items);
            }
        }
        // A part whose head is wrong still gives its rows, so that what uses them is not blamed.
        let (name, series, label) = head
            .or_else(|| self.second_word(line.head).map(|name| (name, None, None)))
            .unwrap_or_default();
        Some(Part {
            name,
            label,
            series,
            properties,
            choose,
            items,
        })
    }
}

impl Parser<'_> {
    /// `1..6` behind a name.
    pub(super) fn series(&mut self) -> Option<Option<Series>> {
        let ranged = self.kind_at(0) == Some(Kind::Number) && self.sign_at(1) == "..";
        if !ranged || self.kind_at(2) != Some(Kind::Number) {
            self.want(crate::syntax::parser::A_RANGE);
            return Some(None);
        }
        let from = self.bare_number()?;
        self.skip();
        let to = self.bare_number()?;
        Some(Some(Series { from, to }))
    }
}
