//! Every place where something declared is named, by a second walk over the tree.

mod rules;
mod told;

use super::lexer::in_word;
use super::sheet::{Sheet, Use};
use crate::syntax::ast::{
    Advise, Given, InputKind, Item, Ladder, LadderForm, Name, Part, Properties, Row, RowKind,
    Rubric, Score, ScoreForm, ShowLine, TableCell, Text, Worked,
};
use crate::text::Span;

/// Where a rule stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Inside {
    /// The part around it.
    part: Option<usize>,
    /// The result, award or row whose rungs it may name.
    ladder: Option<usize>,
}

pub(super) fn read(sheet: &mut Sheet<'_>, rubric: &Rubric) {
    sheet.read_items(&rubric.items, Inside::default());
}

impl Sheet<'_> {
    fn note(&mut self, span: Span, decl: usize) {
        if !span.is_empty() {
            self.uses.push(Use {
                span: (span.start, span.end),
                decl,
            });
        }
    }

    fn notes(&mut self, span: Span, decls: &[usize]) {
        decls.iter().for_each(|decl| self.note(span, *decl));
    }

    /// A name in the one space; what it stands for.
    fn read_name(&mut self, name: &Name, part: Option<usize>) -> Vec<usize> {
        let found = self.common(&name.text, part);
        if !found.is_empty() {
            self.notes(name.span, &found);
            return found;
        }
        let pieces = self.member(&name.text, name.span, part);
        let whole = pieces.last().map(|(_, decl)| *decl);
        for (span, decl) in pieces {
            self.uses.push(Use { span, decl });
        }
        whole.into_iter().collect()
    }

    fn read_names(&mut self, names: &[Name], part: Option<usize>) -> Vec<usize> {
        let mut all = Vec::new();
        names
            .iter()
            .for_each(|name| all.extend(self.read_name(name, part)));
        all
    }

    /// A level, a choice or a rung of one of these owners.
    fn read_level(&mut self, name: &Name, owners: &[usize]) -> bool {
        let found = self.owned_by(&name.text, owners);
        self.notes(name.span, &found);
        !found.is_empty()
    }

    fn read_given(&mut self, given: &Given, owners: &[usize]) {
        if let Given::Name(name) = given {
            self.read_level(name, owners);
        }
    }

    fn read_scale(&mut self, name: &Name) {
        if let Some(scale) = self.scale(&name.text) {
            self.note(name.span, scale);
        }
    }

    fn read_tag(&mut self, tag: &Name) {
        if let Some(decl) = self.tags.get(&tag.text) {
            self.note(tag.span, decl);
        }
    }

    /// `{name}` in a text that shows values.
    fn read_text(&mut self, text: &Text) {
        let written = text.span.slice(self.source);
        let mut found = Vec::new();
        for (at, _) in written.match_indices('{') {
            let from = at.saturating_add(1);
            let rest = written.get(from..).unwrap_or_default();
            let end = rest.find(|c: char| !in_word(c)).unwrap_or(rest.len());
            let (name, behind) = rest.split_at_checked(end).unwrap_or_default();
            if !name.is_empty() && behind.starts_with('}') {
                let start = text.span.start.saturating_add(Span::new(0, from).end);
                let end = start.saturating_add(Span::new(0, name.len()).end);
                found.push(Name {
                    text: name.to_owned(),
                    span: Span { start, end },
                });
            }
        }
        self.read_names(&found, None);
    }

    fn read_items(&mut self, items: &[Item], inside: Inside) {
        for item in items {
            match item {
                Item::Part(part) => self.read_part(part, inside),
                Item::Row(row) => self.read_row(row, inside),
                Item::Ask(ask) => {
                    if let (Some(at), Some(value)) = (self.declared(&ask.name), &ask.default) {
                        self.read_given(value, &[at]);
                    }
                }
                Item::Setting(setting) => {
                    if let (Some(at), InputKind::Choices(_)) =
                        (self.declared(&setting.name), &setting.kind)
                    {
                        let values = setting.defaults.iter();
                        values.for_each(|(value, _)| self.read_given(value, &[at]));
                    }
                }
                Item::Slot(slot) => {
                    if let Some(when) = &slot.only_when {
                        self.read_rule(when, inside);
                    }
                }
                Item::Score(score) => self.read_score(score, inside),
                Item::Result(ladder) | Item::Award(ladder) => self.read_ladder(ladder, inside),
                Item::Advise(advise) => self.read_advise(advise, inside),
                Item::Attempts(attempts) => self.read_attempts(attempts),
                Item::Codes(codes) => codes.iter().for_each(|code| self.read_code(code)),
                Item::Example(example) => self.read_example(example),
                Item::Translate(translate) => self.read_translate(translate),
                Item::Rank(names) | Item::Show(ShowLine::Hide(names)) => {
                    self.read_names(names, inside.part);
                }
                _ => {}
            }
        }
    }

    fn read_part(&mut self, part: &Part, inside: Inside) {
        let at = self.declared(&part.name);
        let owners = at.map(|at| self.owners(at)).unwrap_or_default();
        let inner = Inside {
            part: at.or(inside.part),
            ..inside
        };
        self.read_properties(&part.properties, &owners, inner);
        self.read_items(&part.items, inner);
    }

    fn read_row(&mut self, row: &Row, inside: Inside) {
        let at = self.declared(&row.name);
        let owners = at.map(|at| self.owners(at)).unwrap_or_default();
        if let RowKind::Criterion { scale, offered } = &row.kind {
            self.read_scale(scale);
            if let Some((from, to)) = offered {
                for end in [from, to].into_iter().flatten() {
                    self.read_level(end, &owners);
                }
            }
        }
        self.read_properties(&row.properties, &owners, inside);
        for level in &row.levels {
            self.read_level(&level.name, &owners);
        }
        let inside = Inside {
            ladder: owners.first().copied(),
            ..inside
        };
        match &row.worked {
            Some(Worked::MetWhen(when)) => {
                self.read_rule(when, inside);
            }
            Some(Worked::Ladder(form)) => self.read_form(form, &owners, inside),
            None => {}
        }
    }

    fn read_properties(&mut self, properties: &Properties, owners: &[usize], inside: Inside) {
        properties.tags.iter().for_each(|tag| self.read_tag(tag));
        self.read_names(&properties.shown_by, None);
        if let Some(test) = properties
            .comment
            .as_ref()
            .and_then(|rule| rule.when.as_ref())
        {
            self.read_test(test, owners, inside);
        }
        for value in [&properties.not_applicable, &properties.unanswered] {
            value
                .iter()
                .for_each(|value| self.read_given(value, owners));
        }
        if let Some(when) = &properties.only_when {
            self.read_rule(when, inside);
        }
        let values = properties.counts_as.iter().chain(&properties.at_most);
        for (value, when) in values {
            self.read_given(value, owners);
            self.read_rule(when, inside);
        }
    }

    fn read_score(&mut self, score: &Score, inside: Inside) {
        self.read_names(&score.each, inside.part);
        match &score.form {
            ScoreForm::Rule(rule) => {
                self.read_rule(rule, inside);
            }
            ScoreForm::Table {
                subjects,
                rows,
                otherwise,
            } => {
                let owners = self.read_subjects(subjects, inside);
                for row in rows {
                    self.read_cells(&row.cells, &owners);
                    self.read_rule(&row.gives, inside);
                }
                if let Some(otherwise) = otherwise {
                    self.read_rule(otherwise, inside);
                }
            }
        }
    }

    /// Whose levels each subject of a table is looked up by.
    fn read_subjects(&mut self, subjects: &[Name], inside: Inside) -> Vec<Vec<usize>> {
        let mut all = Vec::new();
        for subject in subjects {
            let found = self.read_name(subject, inside.part);
            all.push(found.iter().flat_map(|one| self.owners(*one)).collect());
        }
        all
    }

    fn read_cells(&mut self, cells: &[TableCell], owners: &[Vec<usize>]) {
        for (cell, owners) in cells.iter().zip(owners) {
            if let TableCell::OneOf(names) = cell {
                for name in names {
                    self.read_level(name, owners);
                }
            }
        }
    }

    fn read_ladder(&mut self, ladder: &Ladder, inside: Inside) {
        self.read_names(&ladder.each, inside.part);
        if let Some(scale) = &ladder.on {
            self.read_scale(scale);
        }
        let at = self.declared(&ladder.name);
        let owners = at.map(|at| self.owners(at)).unwrap_or_default();
        let inside = Inside {
            ladder: owners.first().copied(),
            ..inside
        };
        self.read_form(&ladder.form, &owners, inside);
    }

    fn read_form(&mut self, form: &LadderForm, owners: &[usize], inside: Inside) {
        let (LadderForm::Rungs {
            nevers, otherwise, ..
        }
        | LadderForm::Bands {
            nevers, otherwise, ..
        }
        | LadderForm::Table {
            nevers, otherwise, ..
        }) = form;
        for never in nevers {
            self.read_rule(&never.rule, inside);
        }
        if let Some((name, _)) = otherwise {
            self.read_level(name, owners);
        }
        match form {
            LadderForm::Rungs { rungs, .. } => {
                for rung in rungs {
                    self.read_level(&rung.name, owners);
                    for need in &rung.needs {
                        self.read_rule(&need.rule, inside);
                    }
                }
            }
            LadderForm::Bands { value, bands, .. } => {
                self.read_rule(value, inside);
                for band in bands {
                    self.read_level(&band.name, owners);
                    self.read_rule(&band.minimum, inside);
                }
            }
            LadderForm::Table { subjects, rows, .. } => {
                let subjects = self.read_subjects(subjects, inside);
                for row in rows {
                    self.read_cells(&row.cells, &subjects);
                    self.read_level(&row.gives, owners);
                }
            }
        }
    }

    fn read_advise(&mut self, advise: &Advise, inside: Inside) {
        self.read_text(&advise.text);
        self.read_rule(&advise.when, inside);
    }
}
