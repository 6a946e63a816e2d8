//! Declarations: scales, parts, rows, and the one space of names.

use super::names::{Entity, Names};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Branch, Header, Level, LevelText, Part, Row, RowKind, Scale};
use crate::num::Rational;
use crate::syntax::ast;
use crate::text::{Index, nearest};

/// Everything that is declared.
#[derive(Debug, Default)]
pub struct Declared {
    /// The header.
    pub header: Header,
    /// Scales, in order.
    pub scales: Vec<Scale>,
    /// Parts, in order.
    pub parts: Vec<Part>,
    /// Rows, in order.
    pub rows: Vec<Row>,
    /// How they nest.
    pub tree: Vec<Branch>,
    /// Labels of scores, in order.
    pub score_labels: Vec<(ast::Name, String)>,
    /// The one space of names.
    pub names: Names,
    scale_names: Index,
}

/// Collects all declarations of a rubric.
pub(super) fn declare(rubric: &ast::Rubric, sink: &mut Sink) -> Declared {
    let mut declared = Declared {
        header: header(rubric),
        ..Declared::default()
    };
    declared.scales(&rubric.items, sink);
    let tree = declared.items(&rubric.items, None, &[], sink);
    declared.tree = tree;
    if declared.rows.len() > limits::ROWS {
        let span = rubric
            .name
            .as_ref()
            .map(|name| name.span)
            .unwrap_or_default();
        sink.push(
            Diagnostic::error(
                Code::TooMany,
                span,
                format!("this rubric has more than {} rows", limits::ROWS),
            )
            .help("split it into several rubrics"),
        );
    }
    declared
}

fn header(rubric: &ast::Rubric) -> Header {
    let name = rubric
        .name
        .as_ref()
        .map(|name| name.text.clone())
        .unwrap_or_default();
    let mut header = Header {
        title: rubric
            .title
            .as_ref()
            .map_or_else(|| name.clone(), |title| title.value.clone()),
        name,
        expires: rubric.expires.clone(),
        ..Header::default()
    };
    for (word, texts) in &rubric.header {
        let mut texts = texts.iter().map(|text| text.value.clone());
        let first = texts.next();
        match word.text.as_str() {
            "version" => header.version = first,
            "language" => header.language = first,
            "about" => header.about = first,
            "licence" => header.licence = first,
            "issuer" => header.issuer = first.map(|name| (name, texts.next())),
            "source" => header
                .sources
                .extend(first.map(|text| (text, texts.next()))),
            _ => header.fields.extend(first.into_iter().chain(texts)),
        }
    }
    header
}

fn label(label: Option<&ast::Text>, name: &ast::Name) -> String {
    label.map_or_else(|| name.text.clone(), |label| label.value.clone())
}

/// Tags add up from part to row; the limit keeps a hostile file from growing on the way.
fn merged(tags: &[String], own: &[ast::Name], sink: &mut Sink) -> Vec<String> {
    let mut all = tags.to_vec();
    for tag in own {
        if all.contains(&tag.text) {
            continue;
        }
        if all.len() >= limits::TAGS {
            let message = format!("more than {} tags on one row", limits::TAGS);
            sink.push(
                Diagnostic::error(Code::TooMany, tag.span, message)
                    .help("take this tag and those behind it out"),
            );
            break;
        }
        all.push(tag.text.clone());
    }
    all
}

impl Declared {
    /// The scale of a criterion.
    pub(super) fn scale_of(&self, row: usize) -> Option<usize> {
        match self.rows.get(row)?.kind {
            RowKind::Criterion { scale, .. } => Some(scale),
            RowKind::Check { .. } | RowKind::Number { .. } => None,
        }
    }

    fn scales(&mut self, items: &[ast::Item], sink: &mut Sink) {
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

    fn items(
        &mut self,
        items: &[ast::Item],
        part: Option<usize>,
        tags: &[String],
        sink: &mut Sink,
    ) -> Vec<Branch> {
        let mut branches = Vec::new();
        for item in items {
            match item {
                ast::Item::Part(inner) => branches.push(self.part(inner, part, tags, sink)),
                ast::Item::Row(row) => branches.extend(self.row(row, part, tags, sink)),
                ast::Item::Score(score) => {
                    self.names
                        .add(&score.name, Entity::Score(self.score_labels.len()), sink);
                    self.score_labels
                        .push((score.name.clone(), label(score.label.as_ref(), &score.name)));
                }
                ast::Item::Award(award) => {
                    self.names.add(&award.name, Entity::Award, sink);
                }
                ast::Item::Broken(name) => self.names.excuse(name),
                ast::Item::Scale(_) | ast::Item::Advise(_) => {}
            }
        }
        branches
    }

    fn part(
        &mut self,
        part: &ast::Part,
        parent: Option<usize>,
        tags: &[String],
        sink: &mut Sink,
    ) -> Branch {
        let index = self.parts.len();
        let own = merged(tags, &part.properties.tags, sink);
        if !part.name.text.is_empty() {
            self.names.add(&part.name, Entity::Part(index), sink);
        }
        self.parts.push(Part {
            name: part.name.text.clone(),
            label: label(part.label.as_ref(), &part.name),
            about: part
                .properties
                .about
                .as_ref()
                .map(|text| text.value.clone()),
            weight: part.properties.weight.as_ref().map(|weight| weight.value),
            tags: own.clone(),
            parent,
        });
        Branch::Part(index, self.items(&part.items, Some(index), &own, sink))
    }

    fn row(
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
