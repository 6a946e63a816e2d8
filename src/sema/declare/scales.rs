//! Scales are declared first, wherever they stand: rows name them.

use super::{Declared, aligned};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Level, Marks, Range, Scale};
use crate::num::Rational;
use crate::sema::names::Scope;
use crate::syntax::ast;
use crate::text::Span;

/// Words that begin a property of a row: no level is called so.
pub(super) const PROPERTY_WORDS: &[&str] = &[
    "about",
    "aligns",
    "adds",
    "bonus",
    "comment",
    "counts",
    "levels",
    "may",
    "raters",
    "retired",
    "shown",
    "tags",
    "unanswered",
    "weight",
];

/// What the levels of a scale are, before it has a name.
pub(super) struct Body<'a> {
    pub(super) ordinal: bool,
    pub(super) lower: bool,
    pub(super) levels: &'a [ast::ScaleLevel],
    /// Where the scale is blamed.
    pub(super) place: Span,
}

impl<'a> Declared<'a> {
    pub(super) fn scales(&mut self, items: &'a [ast::Item], sink: &mut Sink) {
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
        let body = Body {
            ordinal: scale.ordinal,
            lower: scale.lower,
            levels: &scale.levels,
            place: scale.name.span,
        };
        if self.scale_names.get(&scale.name.text).is_some() {
            let message = say!("there are two scales called `{}`", scale.name.text);
            sink.push(Diagnostic::error(Code::Duplicate, scale.name.span, message));
        }
        let label = super::label(scale.label.as_ref(), &scale.name, &Scope::default());
        self.scale_names
            .set(&scale.name.text, self.rubric.scales.len());
        self.add_scale(&scale.name.text, label, &body, sink);
    }

    /// Adds a scale and says where it is.
    pub(super) fn add_scale(
        &mut self,
        name: &str,
        label: String,
        body: &Body<'_>,
        sink: &mut Sink,
    ) -> usize {
        let mut levels: Vec<Level> = Vec::new();
        for (index, level) in body.levels.iter().enumerate().take(limits::LEVELS) {
            check_level_name(level, &levels, sink);
            levels.push(Level {
                name: level.name.text.clone(),
                label: super::label(level.label.as_ref(), &level.name, &Scope::default()),
                description: level.description.as_ref().map(|text| text.value.clone()),
                marks: marks(level, index, body.ordinal, sink),
                aligns: aligned(&level.aligns),
            });
        }
        if !(2..=limits::LEVELS).contains(&body.levels.len()) && !sink.has_errors() {
            let message = match body.levels.len() {
                0 => say!("scale `{}` has no level", name),
                1 => say!(
                    "scale `{}` has one level, which leaves nothing to choose",
                    name
                ),
                many => say!(
                    "scale `{}` has {} levels; it takes 2 to {}",
                    name,
                    many,
                    limits::LEVELS
                ),
            };
            sink.push(Diagnostic::error(Code::ScaleLevels, body.place, message));
        }
        apart(body, &levels, sink);
        self.push_scale(Scale {
            name: name.to_owned(),
            label,
            ordinal: body.ordinal,
            lower: body.lower,
            levels,
        })
    }

    pub(super) fn push_scale(&mut self, scale: Scale) -> usize {
        self.rubric.scales.push(scale);
        self.rubric.scales.len().saturating_sub(1)
    }
}

fn check_level_name(level: &ast::ScaleLevel, before: &[Level], sink: &mut Sink) {
    let name = &level.name.text;
    if before.iter().any(|known| known.name == *name) {
        let message = say!("this scale has two levels called `{}`", name);
        sink.push(Diagnostic::error(Code::Duplicate, level.name.span, message));
    }
    if PROPERTY_WORDS.contains(&name.as_str()) {
        let message = say!(
            "a level cannot be called `{}`: that is a property of a row",
            name
        );
        let better = format!("{name}_level");
        sink.push(
            Diagnostic::error(Code::NameTaken, level.name.span, message)
                .help("choose another name and keep the label")
                .fix(say!("rename to `{}`", better), level.name.span, better),
        );
    }
}

fn marks(level: &ast::ScaleLevel, index: usize, ordinal: bool, sink: &mut Sink) -> Marks {
    match &level.marks {
        ast::Marks::Points(points) => Marks::point(points.value),
        ast::Marks::Unsaid => {
            if !ordinal {
                let name = &level.name.text;
                let message = say!("level `{}` has no points", name);
                sink.push(
                    Diagnostic::error(Code::ScaleLevels, level.name.span, message).help(say!(
                        "write them behind the name: `{} {}`",
                        name,
                        index
                    )),
                );
            }
            Marks::point(Rational::whole(i64::try_from(index).unwrap_or(i64::MAX)))
        }
        ast::Marks::Range(from, to, step) => {
            let range = between(from, Some(to), step.as_ref(), sink);
            Marks {
                from: range.from,
                to: to.value.max(range.from),
                step: range.step,
                list: Vec::new(),
            }
        }
        ast::Marks::List(all) => {
            let range = listed(all, sink);
            Marks {
                from: range.from,
                to: range.to.unwrap_or(range.from),
                step: None,
                list: range.list,
            }
        }
    }
}

/// Marks of two levels may not overlap, or a number would not pick its level.
fn apart(body: &Body<'_>, levels: &[Level], sink: &mut Sink) {
    for (index, level) in levels.iter().enumerate() {
        let ranged = level.marks.from != level.marks.to;
        let meets = |other: &Level| {
            other.marks.from <= level.marks.to && level.marks.from <= other.marks.to
        };
        let before = levels.iter().take(index);
        let found = before
            .filter(|other| ranged || other.marks.from != other.marks.to)
            .find(|other| meets(other));
        if let (Some(other), Some(written)) = (found, body.levels.get(index)) {
            let message = say!(
                "the marks of `{}` overlap those of `{}`",
                level.name,
                other.name
            );
            sink.push(
                Diagnostic::error(Code::BadRange, written.name.span, message)
                    .help("let each level begin above the one below it"),
            );
        }
    }
}

/// `A..B step S`, with what is wrong with it.
pub(super) fn between(
    from: &ast::Literal,
    to: Option<&ast::Literal>,
    step: Option<&ast::Literal>,
    sink: &mut Sink,
) -> Range {
    if let Some(to) = to
        && to.value < from.value
    {
        let message = "this range ends before it begins";
        sink.push(
            Diagnostic::error(Code::BadNumber, from.span.cover(to.span), message)
                .help("write the lowest first: `0..10`"),
        );
    }
    let mut unit = step.map(|step| step.value);
    if let Some(step) = step
        && step.value <= Rational::ZERO
    {
        sink.push(Diagnostic::error(
            Code::BadNumber,
            step.span,
            "a step is above 0",
        ));
        unit = None;
    }
    Range {
        from: from.value,
        to: to.map(|to| to.value),
        step: unit,
        list: Vec::new(),
    }
}

/// `0, 2.5, 5`, with what is wrong with it.
pub(super) fn listed(all: &[ast::Literal], sink: &mut Sink) -> Range {
    let list: Vec<Rational> = all.iter().map(|one| one.value).collect();
    for (one, next) in all.iter().zip(all.iter().skip(1)) {
        if next.value <= one.value {
            sink.push(
                Diagnostic::error(Code::BadRange, next.span, "these numbers do not rise")
                    .help("write the lowest first, each once"),
            );
        }
    }
    Range {
        from: list.first().copied().unwrap_or(Rational::ZERO),
        to: list.last().copied(),
        step: None,
        list,
    }
}
