//! Rows: how each is rated, and what it says about the levels of its scale.

use super::items::merged;
use super::{Declared, label};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Branch, LevelText, Row, RowKind};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::syntax::ast;
use crate::text::nearest;

impl Declared {
    pub(super) fn row(
        &mut self,
        row: &ast::Row,
        part: Option<usize>,
        tags: &[String],
        sink: &mut Sink,
    ) -> Option<Branch> {
        let index = self.rows.len();
        self.names.add(&row.name, Entity::Row(index), sink);
        let kind = match &row.kind {
            ast::RowKind::Criterion { scale } => self.on_scale(row, scale, sink)?,
            ast::RowKind::Check { points } => RowKind::Check {
                points: points.as_ref().map_or(Rational::ONE, |points| points.value),
            },
            ast::RowKind::Number { from, to, step } => {
                number(from, to.as_ref(), step.as_ref(), sink)
            }
        };
        let levels = self.level_texts(row, &kind, sink);
        self.rows.push(Row {
            name: row.name.text.clone(),
            label: label(row.label.as_ref(), &row.name),
            about: row.properties.about.as_ref().map(|text| text.value.clone()),
            tags: merged(tags, &row.properties.tags, sink),
            weight: row.properties.weight.as_ref().map(|weight| weight.value),
            part,
            kind,
            levels,
        });
        Some(Branch::Row(index))
    }

    fn on_scale(&mut self, row: &ast::Row, scale: &ast::Name, sink: &mut Sink) -> Option<RowKind> {
        let Some(index) = self.scale_names.get(&scale.text) else {
            self.names.excuse(&row.name);
            if self.names.is_excused(&scale.text) {
                return None;
            }
            let near = nearest(
                &scale.text,
                self.scales.iter().map(|known| known.name.as_str()),
            );
            let message = format!("there is no scale called `{}`", scale.text);
            sink.push(Diagnostic::error(Code::UnknownName, scale.span, message).suggest(near));
            return None;
        };
        let points = self
            .scales
            .get(index)?
            .levels
            .iter()
            .map(|level| level.points)
            .collect();
        Some(RowKind::Criterion {
            scale: index,
            points,
        })
    }

    fn level_texts(&self, row: &ast::Row, kind: &RowKind, sink: &mut Sink) -> Vec<LevelText> {
        let RowKind::Criterion { scale, .. } = kind else {
            return Vec::new();
        };
        let Some(scale) = self.scales.get(*scale) else {
            return Vec::new();
        };
        let mut texts = vec![LevelText::default(); scale.levels.len()];
        for level in &row.levels {
            let found = scale
                .levels
                .iter()
                .position(|known| known.name == level.name.text);
            match found.and_then(|index| texts.get_mut(index)) {
                Some(text) if text.descriptor.is_none() => {
                    text.descriptor = Some(level.descriptor.value.clone());
                    text.advice = level.advice.as_ref().map(|advice| advice.value.clone());
                }
                Some(_) => {
                    let message = format!("level `{}` is described twice", level.name.text);
                    sink.push(Diagnostic::error(Code::Repeated, level.name.span, message));
                }
                None => {
                    let words = ["weight", "tags", "about"];
                    let near = nearest(
                        &level.name.text,
                        scale
                            .levels
                            .iter()
                            .map(|known| known.name.as_str())
                            .chain(words),
                    );
                    let message =
                        format!("scale `{}` has no level `{}`", scale.name, level.name.text);
                    sink.push(
                        Diagnostic::error(Code::UnknownLevel, level.name.span, message)
                            .suggest(near),
                    );
                }
            }
        }
        texts
    }
}

fn number(
    from: &ast::Literal,
    to: Option<&ast::Literal>,
    step: Option<&ast::Literal>,
    sink: &mut Sink,
) -> RowKind {
    if let Some(to) = to
        && to.value < from.value
    {
        let message = "this range ends before it begins";
        sink.push(
            Diagnostic::error(Code::BadNumber, from.span.cover(to.span), message)
                .help("write the lowest first: `0..10`"),
        );
    }
    if let Some(step) = step
        && step.value.is_zero()
    {
        sink.push(Diagnostic::error(
            Code::BadNumber,
            step.span,
            "a step is above 0",
        ));
    }
    RowKind::Number {
        from: from.value,
        to: to.map(|to| to.value),
        step: step.map(|step| step.value),
    }
}
