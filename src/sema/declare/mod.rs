//! Declarations: scales, inputs, parts, rows, slots, rules, and the one space
//! of names. Series are written out here: each member is a row or part of its own.

mod header;
mod inputs;
mod items;
mod rows;
mod rules;
mod scales;
mod slots;

use super::names::{Entity, Names, Scope};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Align, Group, Member, Rubric};
use crate::syntax::ast;
use crate::text::{Index, Span};
use header::header;
pub(super) use rules::names_of;
pub(super) use slots::whole;

/// Everything that is declared, with what is still to be read as a rule.
#[derive(Debug, Default)]
pub struct Declared<'a> {
    /// The rubric as far as it is known.
    pub rubric: Rubric,
    /// The one space of names.
    pub(super) names: Names,
    /// Scales by name.
    pub(super) scale_names: Index,
    /// Where names are used.
    pub(super) scopes: Vec<Scope>,
    /// Rows as written, by row, with their scope.
    pub(super) rows: Vec<(&'a ast::Row, usize)>,
    /// Parts as written, by part, with the scope of their conditions.
    pub(super) parts: Vec<(&'a ast::Part, usize)>,
    /// Slots as written, by slot.
    pub(super) slots: Vec<&'a ast::Slot>,
    /// Scores as written, by score.
    pub(super) scores: Vec<(&'a ast::Score, usize)>,
    /// Ladders as written, by ladder.
    pub(super) ladders: Vec<(WrittenLadder<'a>, usize)>,
    /// Set while what a used file declares is taken over.
    pub(super) place: Option<Span>,
}

/// A ladder as written: a result, an award, or the body of a worked-out row.
#[derive(Clone, Copy, Debug)]
pub(super) enum WrittenLadder<'a> {
    /// `result` or `award`.
    Own(&'a ast::Ladder),
    /// How a row is worked out.
    OfRow(&'a ast::LadderForm, &'a ast::Row),
}

/// Collects all declarations of a rubric and of what it uses.
pub(super) fn declare<'a>(
    rubric: &'a ast::Rubric,
    used: &'a [(Span, String, Vec<ast::Item>)],
    sink: &mut Sink,
) -> Declared<'a> {
    let mut declared = Declared {
        scopes: vec![Scope::default()],
        ..Declared::default()
    };
    declared.rubric.header = header(rubric);
    for (place, path, items) in used {
        declared.take_over(*place, path, items, sink);
    }
    declared.scales(&rubric.items, sink);
    declared.rubric.scales_written = declared.rubric.scales.len();
    let tree = declared.items(&rubric.items, None, &[], 0, sink);
    declared.rubric.tree = tree;
    if declared.rubric.rows.len() > limits::ROWS {
        let span = rubric
            .name
            .as_ref()
            .map(|name| name.span)
            .unwrap_or_default();
        let message = say!("this rubric has more than {} rows", limits::ROWS);
        sink.push(
            Diagnostic::error(Code::TooMany, span, message).help("split it into several rubrics"),
        );
    }
    declared
}

impl<'a> Declared<'a> {
    /// Scales, asks and settings of a used file, reported at the line that uses it.
    fn take_over(&mut self, place: Span, path: &str, items: &'a [ast::Item], sink: &mut Sink) {
        let mut inner = Sink::default();
        self.place = Some(place);
        self.scales(items, &mut inner);
        for item in items {
            match item {
                ast::Item::Ask(ask) => self.ask(ask, &mut inner),
                ast::Item::Setting(setting) => self.setting(setting, &mut inner),
                _ => {}
            }
        }
        self.place = None;
        for mut found in inner.finish() {
            found.span = place;
            found.message = say!("in `{}`: {}", path, found.message);
            found.fixes.clear();
            sink.push(found);
        }
    }

    /// A name with the place it is blamed at.
    pub(super) fn at(&self, name: &ast::Name) -> ast::Name {
        ast::Name {
            text: name.text.clone(),
            span: self.place.unwrap_or(name.span),
        }
    }

    pub(super) fn scope(&self, scope: usize) -> &Scope {
        self.scopes.get(scope).unwrap_or(&EMPTY)
    }

    pub(super) fn add_scope(&mut self, scope: Scope) -> usize {
        self.scopes.push(scope);
        self.scopes.len().saturating_sub(1)
    }

    /// Declares a name in a scope, and in the sets of the series around it.
    pub(super) fn name(
        &mut self,
        name: &ast::Name,
        short: &str,
        entity: Entity,
        scope: usize,
        sink: &mut Sink,
    ) -> String {
        let scope = self.scope(scope).clone();
        let full = scope.full(short);
        self.names.add(&self.at(name), &full, entity, sink);
        if let Some(member) = crate::sema::rules::member(entity) {
            self.rubric.places.push((member, self.at(name).span));
        }
        let outer = scope.prefixes.len().saturating_sub(1);
        let outer = scope.prefixes.iter().take(outer);
        let outer = outer
            .map(String::as_str)
            .chain(scope.prefixes.first().map(|_| ""));
        for prefix in outer.collect::<Vec<_>>() {
            self.join(&format!("{prefix}{short}"), entity, name, sink);
        }
        full
    }

    /// Puts a member of a series into the sets its short name stands for.
    pub(super) fn series(
        &mut self,
        name: &ast::Name,
        entity: Entity,
        scope: usize,
        sink: &mut Sink,
    ) {
        let scope = self.scope(scope).clone();
        let prefixes = scope.prefixes.iter().map(String::as_str);
        for prefix in prefixes.chain([""]).collect::<Vec<_>>() {
            self.join(&format!("{prefix}{}", name.text), entity, name, sink);
        }
    }

    fn join(&mut self, group: &str, entity: Entity, name: &ast::Name, sink: &mut Sink) {
        let next = self.rubric.groups.len();
        let Some(found) = self.names.group(group, self.at(name).span, next, sink) else {
            return;
        };
        if found == next {
            self.rubric.groups.push(Group {
                name: group.to_owned(),
                ..Group::default()
            });
        }
        let Some(group) = self.rubric.groups.get_mut(found) else {
            return;
        };
        match entity {
            Entity::Part(part) => group.parts.push(part),
            Entity::Row(row) => group.members.push(Member::Row(row)),
            Entity::Score(score) => group.members.push(Member::Score(score)),
            Entity::Ladder(ladder) => group.members.push(Member::Ladder(ladder)),
            _ => {}
        }
    }

    /// What a name stands for, used in a scope. `it` is the part a rule is made for.
    pub(super) fn find(&self, name: &str, scope: usize) -> Option<Entity> {
        let scope = self.scope(scope);
        match scope.it {
            Some(part) if name == "it" => Some(Entity::Part(part)),
            _ => self.names.get(name, scope),
        }
    }

    /// The scale that a member's level belongs to.
    pub(super) fn scale_of(&self, member: Member) -> Option<usize> {
        match member {
            Member::Row(row) => self.rubric.rows.get(row)?.scale(),
            Member::Ladder(ladder) => Some(self.rubric.ladders.get(ladder)?.scale),
            Member::Ask(ask) => choice_scale(self.rubric.asks.get(ask)?),
            Member::Setting(setting) => choice_scale(self.rubric.settings.get(setting)?),
            Member::Score(_) => None,
        }
    }

    /// The place of a level on a member's own scale.
    pub(super) fn level_of(&self, member: Member, level: &str) -> Option<(usize, usize)> {
        let scale = self.scale_of(member)?;
        let levels = &self.rubric.scales.get(scale)?.levels;
        let index = levels.iter().position(|known| known.name == level)?;
        Some((scale, index))
    }
}

static EMPTY: Scope = Scope {
    prefixes: Vec::new(),
    number: None,
    it: None,
};

fn choice_scale(input: &crate::model::Input) -> Option<usize> {
    match input.kind {
        crate::model::InputKind::Choice(scale) => Some(scale),
        _ => None,
    }
}

pub(super) fn label(label: Option<&ast::Text>, name: &ast::Name, scope: &Scope) -> String {
    label.map_or_else(|| name.text.clone(), |label| scope.numbered(&label.value))
}

pub(super) fn said(text: Option<&ast::Text>, scope: &Scope) -> Option<String> {
    text.map(|text| scope.numbered(&text.value))
}

pub(super) fn aligned(aligns: &[ast::Align]) -> Vec<Align> {
    let one = |align: &ast::Align| {
        let url = align.url.as_ref().map(|url| url.value.clone());
        (align.text.value.clone(), url)
    };
    aligns.iter().map(one).collect()
}
