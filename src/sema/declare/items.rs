//! What a rubric or a part holds, in order: it gets its name and its place in the tree.

use super::{Declared, aligned, label, said};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Branch, Part};
use crate::sema::names::Entity;
use crate::syntax::ast;

/// What a part hands down to what is in it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The part, if there is one.
    pub(super) part: Option<usize>,
    /// The properties of the parts around, from the outside in.
    pub(super) outer: &'a [&'a ast::Properties],
    /// Their tags.
    pub(super) tags: &'a [String],
    /// The scope of names.
    pub(super) scope: usize,
}

impl<'a> Declared<'a> {
    pub(super) fn items(
        &mut self,
        items: &'a [ast::Item],
        part: Option<usize>,
        tags: &[String],
        scope: usize,
        sink: &mut Sink,
    ) -> Vec<Branch> {
        let around = Around {
            part,
            outer: &[],
            tags,
            scope,
        };
        self.inside(items, around, sink)
    }

    fn inside(
        &mut self,
        items: &'a [ast::Item],
        around: Around<'_>,
        sink: &mut Sink,
    ) -> Vec<Branch> {
        let mut branches = Vec::new();
        for item in items {
            match item {
                ast::Item::Part(part) => self.parts(part, around, &mut branches, sink),
                ast::Item::Row(row) => self.rows_of(row, around, &mut branches, sink),
                ast::Item::Score(score) => self.score(score, around.scope, sink),
                ast::Item::Result(ladder) => self.ladder(ladder, false, around.scope, sink),
                ast::Item::Award(ladder) => self.ladder(ladder, true, around.scope, sink),
                ast::Item::Ask(ask) if self.is_outside(around, &ask.name, sink) => {
                    self.ask(ask, sink);
                }
                ast::Item::Setting(setting) if self.is_outside(around, &setting.name, sink) => {
                    self.setting(setting, sink);
                }
                ast::Item::Slot(slot) if self.is_outside(around, &slot.name, sink) => {
                    self.slot(slot, sink);
                }
                ast::Item::Broken(name) => self.names.excuse(name),
                _ => {}
            }
        }
        branches
    }

    /// What exists once cannot be declared inside a part that stands several times.
    fn is_outside(&mut self, around: Around<'_>, name: &ast::Name, sink: &mut Sink) -> bool {
        let outside = self.scope(around.scope).prefixes.is_empty();
        if !outside && !self.names.is_excused(&name.text) {
            let message = say!(
                "`{}` cannot be declared in a part that is a series",
                name.text
            );
            sink.push(
                Diagnostic::error(Code::Misplaced, name.span, message)
                    .help("declare it outside, beside the part"),
            );
            self.names.excuse(name);
        }
        outside
    }

    fn parts(
        &mut self,
        part: &'a ast::Part,
        around: Around<'_>,
        branches: &mut Vec<Branch>,
        sink: &mut Sink,
    ) {
        let Some(series) = &part.series else {
            branches.push(self.part(part, &part.name.text, around, around.scope, sink));
            return;
        };
        for number in numbers(
            series,
            self.rubric.rows.len().max(self.rubric.parts.len()),
            sink,
        ) {
            let scope = self.scope(around.scope).inside(&part.name.text, number);
            let scope = self.add_scope(scope);
            let short = format!("{}_{number}", part.name.text);
            let index = self.rubric.parts.len();
            branches.push(self.part(part, &short, around, scope, sink));
            self.series(&part.name, Entity::Part(index), around.scope, sink);
        }
    }

    fn part(
        &mut self,
        part: &'a ast::Part,
        short: &str,
        around: Around<'_>,
        scope: usize,
        sink: &mut Sink,
    ) -> Branch {
        let index = self.rubric.parts.len();
        let own = merged(around.tags, &part.properties.tags, sink);
        let name = if part.name.text.is_empty() {
            String::new()
        } else {
            self.name(&part.name, short, Entity::Part(index), around.scope, sink)
        };
        let named = ast::Name {
            text: name.clone(),
            span: part.name.span,
        };
        let texts = self.scope(scope);
        self.rubric.parts.push(Part {
            label: label(part.label.as_ref(), &named, texts),
            about: said(part.properties.about.as_ref(), texts),
            name,
            weight: part.properties.weight.as_ref().map(|weight| weight.value),
            tags: own.clone(),
            parent: around.part,
            choose: None,
            only_when: None,
            aligns: aligned(&part.properties.aligns),
        });
        self.parts.push((part, scope));
        let mut outer = around.outer.to_vec();
        outer.push(&part.properties);
        let inner = Around {
            part: Some(index),
            outer: &outer,
            tags: &own,
            scope,
        };
        let members = self.inside(&part.items, inner, sink);
        self.choose(part, index, members.len(), sink);
        Branch::Part(index, members)
    }

    fn choose(&mut self, part: &ast::Part, index: usize, members: usize, sink: &mut Sink) {
        let Some(count) = &part.choose else { return };
        let wanted = usize::try_from(count.value.numer()).ok();
        let wanted =
            wanted.filter(|wanted| count.value.is_whole() && (1..=members).contains(wanted));
        if wanted.is_none() {
            let message = say!("this part has {} members to choose from", members);
            sink.push(
                Diagnostic::error(Code::BadNumber, count.span, message)
                    .help("write how many of them count, such as `choose 2`"),
            );
        }
        if let Some(part) = self.rubric.parts.get_mut(index) {
            part.choose = wanted;
        }
    }
}

/// The numbers of a series; a series that is none, or too long, has no member.
pub(super) fn numbers(series: &ast::Series, so_far: usize, sink: &mut Sink) -> Vec<i64> {
    let whole = |literal: &ast::Literal| {
        let number = i64::try_from(literal.value.numer()).ok();
        number.filter(|_| literal.value.is_whole() && literal.unit == ast::Unit::Plain)
    };
    let span = series.from.span.cover(series.to.span);
    let (Some(from), Some(to)) = (whole(&series.from), whole(&series.to)) else {
        let message = "a series goes from one whole number to another";
        sink.push(Diagnostic::error(Code::BadNumber, span, message).help("write `1..6`"));
        return Vec::new();
    };
    if to < from {
        let message = "this series ends before it begins";
        sink.push(Diagnostic::error(Code::BadNumber, span, message).help("write `1..6`"));
        return Vec::new();
    }
    let length = usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX);
    if length.saturating_add(so_far) > limits::ROWS {
        let message = say!("this series makes more than {} rows", limits::ROWS);
        sink.push(Diagnostic::error(Code::TooMany, span, message).help("make it shorter"));
        return Vec::new();
    }
    (from..=to).collect()
}

/// Tags add up from part to row; the limit keeps a hostile file from growing on the way.
pub(super) fn merged(tags: &[String], own: &[ast::Name], sink: &mut Sink) -> Vec<String> {
    let mut all = tags.to_vec();
    for tag in own {
        if all.contains(&tag.text) {
            continue;
        }
        if all.len() >= limits::TAGS {
            let message = say!("more than {} tags on one row", limits::TAGS);
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
