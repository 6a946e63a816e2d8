//! Scales are declared first, wherever they stand: rows name them.

use super::{Declared, label};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Level, Scale};
use crate::num::Rational;
use crate::syntax::ast;

impl Declared {
    pub(super) fn scales(&mut self, items: &[ast::Item], sink: &mut Sink) {
        for item in items {
            match item {
                ast::Item::Scale(scale) => self.scale(scale, sink),
                ast::Item::Part(part) => self.scales(&part.items, sink),
                ast::Item::Broken(name) => self.names.excuse(name),
                _ => {}
            }
        }
    }

    fn scale(&mut self, scale: &ast::Scale, sink: &mut Sink) {
        let mut levels: Vec<Level> = Vec::new();
        for (index, level) in scale.levels.iter().enumerate().take(limits::LEVELS) {
            if levels.iter().any(|known| known.name == level.name.text) {
                let message = format!("this scale has two levels called `{}`", level.name.text);
                sink.push(Diagnostic::error(Code::Duplicate, level.name.span, message));
            }
            let points = match (&level.points, scale.ordinal) {
                (Some(points), _) => points.value,
                (None, true) => Rational::whole(i64::try_from(index).unwrap_or(i64::MAX)),
                (None, false) => {
                    sink.push(
                        Diagnostic::error(
                            Code::ScaleLevels,
                            level.name.span,
                            format!("level `{}` has no points", level.name.text),
                        )
                        .help(format!(
                            "write them behind the name: `{} {index}`",
                            level.name.text
                        )),
                    );
                    Rational::ZERO
                }
            };
            levels.push(Level {
                name: level.name.text.clone(),
                label: label(level.label.as_ref(), &level.name),
                description: level.description.as_ref().map(|text| text.value.clone()),
                points,
            });
        }
        if !(2..=limits::LEVELS).contains(&scale.levels.len()) && !sink.has_errors() {
            sink.push(Diagnostic::error(
                Code::ScaleLevels,
                scale.name.span,
                format!(
                    "scale `{}` has {} levels; it takes 2 to {}",
                    scale.name.text,
                    scale.levels.len(),
                    limits::LEVELS
                ),
            ));
        }
        if self.scale_names.get(&scale.name.text).is_some() {
            let message = format!("there are two scales called `{}`", scale.name.text);
            sink.push(Diagnostic::error(Code::Duplicate, scale.name.span, message));
        }
        self.scale_names.set(&scale.name.text, self.scales.len());
        let label = label(scale.label.as_ref(), &scale.name);
        self.scales.push(Scale {
            name: scale.name.text.clone(),
            label,
            ordinal: scale.ordinal,
            levels,
        });
    }
}
