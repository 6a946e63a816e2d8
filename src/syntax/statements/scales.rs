//! Scales and their levels.

use super::reader::Reader;
use crate::syntax::ast::{Scale, ScaleLevel};
use crate::syntax::grammar::Rule;
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn scale(&mut self, line: &Statement) -> Option<Scale> {
        let head = self.read(line.head, Rule::scale_head, |c, _| {
            Some((c.name()?, c.string(), c.take(Rule::ordinal).is_some()))
        });
        let mut levels = Vec::new();
        for level in self.block(line, true) {
            self.no_block(level);
            levels.extend(self.read(level.head, Rule::scale_level, |c, _| {
                let name = c.name()?;
                let points = if c.peek() == Some(Rule::signed) {
                    Some(c.literal()?)
                } else {
                    None
                };
                Some(ScaleLevel {
                    name,
                    points,
                    label: c.string(),
                    description: c.string(),
                })
            }));
        }
        let (name, label, ordinal) = head?;
        Some(Scale {
            name,
            label,
            ordinal,
            levels,
        })
    }
}
