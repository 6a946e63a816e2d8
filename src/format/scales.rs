//! Scales and their levels.

use super::printer::Printer;
use super::wrap::COLUMN;
use crate::syntax::ast::{Marks, OwnScale, Scale, ScaleLevel};

impl Printer<'_> {
    pub(super) fn scale(&mut self, scale: &Scale) {
        let label = self.label(scale.label.as_ref());
        let kind = kind(scale.ordinal, scale.lower);
        let head = ["scale ", &scale.name.text, &label, &kind].concat();
        self.block(scale.name.span, &head, |p| p.levels(&scale.levels));
    }

    /// `levels { ... }` inside a criterion.
    pub(super) fn own_scale(&mut self, own: &OwnScale) {
        let head = "levels".to_owned() + &kind(own.ordinal, own.lower);
        self.block(own.span, &head, |p| p.levels(&own.levels));
    }

    fn levels(&mut self, levels: &[ScaleLevel]) {
        for level in levels {
            let marks = self.marks(&level.marks);
            let (label, said) = (
                self.label(level.label.as_ref()),
                self.label(level.description.as_ref()),
            );
            let advise = level.advice.as_ref().filter(|_| self.texts);
            let behind = self.say.tail("advise", advise) + &self.aligned(&level.aligns);
            let line = if self.say.written() {
                let name = level.name.text.as_str();
                let (label, said, behind) = (label.trim(), said.trim(), behind.trim());
                self.columns(&[name, marks.trim(), label, said, behind])
            } else {
                [&level.name.text, marks.as_str(), &label, &said, &behind].concat()
            };
            self.line(level.name.span, &line);
        }
    }

    fn marks(&self, marks: &Marks) -> String {
        match marks {
            Marks::Unsaid => String::new(),
            Marks::Points(points) => " ".to_owned() + &self.say.literal(points),
            Marks::Range(from, to, step) => {
                let range = self.say.ends(Some(from), Some(to));
                let step = step.as_ref().map(|step| self.say.literal(step));
                let step = step.map(|step| " step ".to_owned() + &step);
                [" ", &range, &step.unwrap_or_default()].concat()
            }
            Marks::List(all) => " ".to_owned() + &self.say.literals(all),
        }
    }

    /// A line that lines up with its neighbours.
    pub(super) fn columns(&self, columns: &[&str]) -> String {
        columns.join(&self.say.gap(COLUMN))
    }
}

pub(super) fn kind(ordinal: bool, lower: bool) -> String {
    let ordinal = if ordinal { " ordinal" } else { "" };
    let lower = if lower { " lower is better" } else { "" };
    [ordinal, lower].concat()
}
