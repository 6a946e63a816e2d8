//! Rows: criteria, checks and numbers, with the lines inside them.

use super::PROPERTIES;
use super::reader::Reader;
use crate::syntax::ast::{Properties, Row, RowKind, RowLevel};
use crate::syntax::grammar::Rule;
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn row(&mut self, line: &Statement, word: &str) -> Option<Row> {
        let head = match word {
            "criterion" => self.read(line.head, Rule::criterion_head, |c, _| {
                let (name, label) = (c.name()?, c.string());
                Some((name, label, RowKind::Criterion { scale: c.name()? }))
            }),
            "check" => self.read(line.head, Rule::check_head, |c, _| {
                let (name, label) = (c.name()?, c.string());
                let points = if c.peek().is_some_and(|rule| rule == Rule::signed) {
                    Some(c.literal()?)
                } else {
                    None
                };
                Some((name, label, RowKind::Check { points }))
            }),
            _ => self.read(line.head, Rule::number_head, |c, _| {
                let (name, label) = (c.name()?, c.string());
                let mut range = c.take(Rule::range)?.children();
                let from = range.literal()?;
                let to = if range.peek().is_some() {
                    Some(range.literal()?)
                } else {
                    None
                };
                let step = match c.peek() {
                    Some(Rule::number) => Some(c.literal()?),
                    _ => None,
                };
                Some((name, label, RowKind::Number { from, to, step }))
            }),
        };
        let mut properties = Properties::default();
        let mut levels = Vec::new();
        for inner in self.block(line, false) {
            self.row_line(inner, word, &mut properties, &mut levels);
        }
        let (name, label, kind) = head?;
        Some(Row {
            name,
            label,
            kind,
            properties,
            levels,
        })
    }

    fn row_line(
        &mut self,
        line: &Statement,
        row: &str,
        properties: &mut Properties,
        levels: &mut Vec<RowLevel>,
    ) {
        let word = self.first_word(line.head);
        if PROPERTIES.contains(&word) {
            self.property(line, properties);
            return;
        }
        let rest = line
            .head
            .slice(self.text)
            .get(word.len()..)
            .unwrap_or("")
            .trim_start();
        if row != "criterion" || !rest.starts_with('"') {
            self.unknown(
                line.head,
                PROPERTIES,
                "a line here is `weight`, `tags` or `about`, or a level with its text",
            );
            return;
        }
        self.no_block(line);
        levels.extend(self.read(line.head, Rule::row_level, |c, _| {
            let (name, descriptor) = (c.name()?, c.string()?);
            let advice = c.string();
            Some(RowLevel {
                name,
                descriptor,
                advice,
            })
        }));
    }
}
