//! Condition codes: what a rater gives instead of rating.

use super::reader::Reader;
use crate::syntax::ast::{Code, CodeReach, CodeTo};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;

impl Reader<'_> {
    pub(super) fn codes(&mut self, line: &Statement) -> Vec<Code> {
        self.read(line.head, "codes {", |p| p.expect("codes"));
        let mut all = Vec::new();
        for inner in self.block(line, true) {
            self.no_block(inner);
            let form = "CODE \"Label\" sets ROW, ROW to 0";
            all.extend(self.read(inner.head, form, |p| p.code()));
        }
        all
    }
}

impl Parser<'_> {
    fn code(&mut self) -> Option<Code> {
        let (name, label) = (self.name()?, self.text());
        self.expect("sets")?;
        let reach = match (self.word_at(0), self.word_at(1)) {
            ("this", "row") => {
                self.skip();
                self.skip();
                CodeReach::ThisRow
            }
            ("every", "row" | "rows") => {
                self.skip();
                self.skip();
                CodeReach::EveryRow
            }
            _ => CodeReach::Rows(self.names()?),
        };
        self.expect("to")?;
        let to = match (self.word_at(0), self.word_at(1)) {
            ("no", "score") => {
                self.skip();
                self.skip();
                CodeTo::NoScore
            }
            ("not", "scored") => {
                self.skip();
                self.skip();
                CodeTo::NotScored
            }
            _ => CodeTo::Value(self.given()?),
        };
        Some(Code {
            name,
            label,
            reach,
            to,
        })
    }
}
