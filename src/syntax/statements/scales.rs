//! Scales and their levels.

use super::reader::Reader;
use crate::syntax::ast::{Align, Marks, Scale, ScaleLevel};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::Kind;

impl Reader<'_> {
    pub(super) fn scale(&mut self, line: &Statement) -> Option<Scale> {
        let head = self.read(line.head, "scale NAME \"Label\" {", |p| {
            p.expect("scale")?;
            Some((p.name()?, p.text(), p.scale_kind()?))
        });
        let levels = self.scale_levels(line);
        let (name, label, (ordinal, lower)) = head?;
        Some(Scale {
            name,
            label,
            ordinal,
            lower,
            levels,
        })
    }

    pub(super) fn scale_levels(&mut self, line: &Statement) -> Vec<ScaleLevel> {
        let mut levels = Vec::new();
        for level in self.block(line, true) {
            self.no_block(level);
            let form = "LEVEL POINTS \"Label\" \"description\"";
            levels.extend(self.read(level.head, form, |p| p.scale_level()));
        }
        levels
    }
}

impl Parser<'_> {
    /// `ordinal`, `lower is better`, in either order.
    pub(super) fn scale_kind(&mut self) -> Option<(bool, bool)> {
        let (mut ordinal, mut lower) = (false, false);
        loop {
            if self.eat("ordinal") {
                ordinal = true;
            } else if self.phrase(&["lower", "is", "better"])? {
                lower = true;
            } else {
                return Some((ordinal, lower));
            }
        }
    }

    fn scale_level(&mut self) -> Option<ScaleLevel> {
        let name = self.name()?;
        let marks = self.marks()?;
        let (label, description) = (self.text(), self.text());
        let advice = if self.eat("advise") {
            Some(self.text()?)
        } else {
            None
        };
        let mut aligns = Vec::new();
        while self.word_at(0) == "aligns" {
            aligns.push(self.align()?);
        }
        Some(ScaleLevel {
            name,
            marks,
            label,
            description,
            advice,
            aligns,
        })
    }

    fn marks(&mut self) -> Option<Marks> {
        let number = self.kind_at(0) == Some(Kind::Number) || self.sign_at(0) == "-";
        if !number {
            self.want(crate::syntax::parser::A_NUMBER);
            return Some(Marks::Unsaid);
        }
        let first = self.signed()?;
        if self.sign("..") {
            let to = self.signed()?;
            let step = if self.eat("step") {
                Some(self.bare_number()?)
            } else {
                None
            };
            return Some(Marks::Range(first, to, step));
        }
        if self.sign_at(0) != "," {
            return Some(Marks::Points(first));
        }
        let mut all = vec![first];
        while self.sign(",") {
            all.push(self.signed()?);
        }
        Some(Marks::List(all))
    }

    /// `aligns "text" ["url"]`.
    pub(super) fn align(&mut self) -> Option<Align> {
        self.expect("aligns")?;
        let text = self.text()?;
        self.sign(",");
        Some(Align {
            text,
            url: self.text(),
        })
    }
}
