//! What rests on rules: scores, awards with their rungs, and advice.

use super::reader::Reader;
use crate::syntax::ast::{Advise, Award, Condition, Rung, Score};
use crate::syntax::expressions::limited;
use crate::syntax::grammar::Rule;
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn score(&mut self, line: &Statement) -> Option<Score> {
        self.no_block(line);
        self.read(line.head, Rule::score_head, |c, sink| {
            Some(Score {
                name: c.name()?,
                label: c.string(),
                rule: limited(c, sink)?,
            })
        })
    }

    pub(super) fn advise(&mut self, line: &Statement) -> Option<Advise> {
        self.no_block(line);
        self.read(line.head, Rule::advise, |c, sink| {
            let text = c.string()?;
            Some(Advise {
                text,
                when: limited(c, sink)?,
            })
        })
    }

    pub(super) fn award(&mut self, line: &Statement) -> Option<Award> {
        let head = self.read(line.head, Rule::award_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        let (mut nevers, mut rungs, mut otherwise) = (Vec::new(), Vec::new(), None);
        let mut broken = false;
        for inner in self.block(line, true) {
            match self.first_word(inner.head) {
                "never" => nevers.extend(self.condition(inner, Rule::never)),
                "otherwise" => {
                    self.no_block(inner);
                    otherwise = self.read(inner.head, Rule::otherwise, |c, _| {
                        Some((c.name()?, c.string()))
                    });
                    broken |= otherwise.is_none();
                }
                _ if inner.block.is_some() => {
                    let rung = self.rung(inner);
                    broken |= rung.is_none();
                    rungs.extend(rung);
                }
                _ => {
                    broken = true;
                    self.unknown(
                        inner.head,
                        &["never", "otherwise"],
                        "a line in an award is `never when ...`, a rung with its block, or `otherwise NAME`",
                    );
                }
            }
        }
        let (name, label) = head?;
        Some(Award {
            name,
            label,
            nevers,
            rungs,
            otherwise,
            broken,
        })
    }

    fn rung(&mut self, line: &Statement) -> Option<Rung> {
        let head = self.read(line.head, Rule::rung_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        let mut needs = Vec::new();
        for inner in self.block(line, true) {
            match self.first_word(inner.head) {
                "needs" => needs.extend(self.condition(inner, Rule::needs)),
                _ => self.unknown(
                    inner.head,
                    &["needs"],
                    "a line in a rung begins with `needs`",
                ),
            }
        }
        let (name, label) = head?;
        Some(Rung { name, label, needs })
    }

    fn condition(&mut self, line: &Statement, rule: Rule) -> Option<Condition> {
        self.no_block(line);
        self.read(line.head, rule, |c, sink| {
            Some(Condition {
                rule: limited(c, sink)?,
                message: c.string(),
            })
        })
    }
}
