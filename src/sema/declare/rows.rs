//! Rows: how each is rated, and what it says about the levels of its scale.

use super::items::{Around, merged, numbers};
use super::scales::{Body, between, listed};
use super::{Declared, WrittenLadder, aligned, label, said};
use crate::diag::{Code, Diagnostic, Said, Sink};
use crate::limits;
use crate::model::{Branch, Comment, CommentMode, LevelText, Marks, Row, RowKind, Value};
use crate::num::{Rational, decimal_text};
use crate::sema::names::{Entity, Scope};
use crate::syntax::ast;

impl<'a> Declared<'a> {
    pub(super) fn rows_of(
        &mut self,
        row: &'a ast::Row,
        around: Around<'_>,
        branches: &mut Vec<Branch>,
        sink: &mut Sink,
    ) {
        let Some(series) = &row.series else {
            branches.extend(self.row(row, &row.name.text, around, around.scope, sink));
            return;
        };
        for number in numbers(series, self.rubric.rows.len(), sink) {
            let scope = self.scope(around.scope).counted(number);
            let scope = self.add_scope(scope);
            let index = self.rubric.rows.len();
            let short = format!("{}_{number}", row.name.text);
            branches.extend(self.row(row, &short, around, scope, sink));
            self.series(&row.name, Entity::Row(index), around.scope, sink);
        }
    }

    fn row(
        &mut self,
        row: &'a ast::Row,
        short: &str,
        around: Around<'_>,
        scope: usize,
        sink: &mut Sink,
    ) -> Option<Branch> {
        let index = self.rubric.rows.len();
        if index > limits::ROWS {
            return None; // said once, when all are declared
        }
        let Some((kind, lower)) = self.row_kind(row, short, scope, sink) else {
            self.names.excuse(&row.name);
            return None;
        };
        let name = self.name(&row.name, short, Entity::Row(index), around.scope, sink);
        let levels = self.level_texts(row, &kind, scope, sink);
        let tags = merged(around.tags, &row.properties.tags, sink);
        let named = ast::Name {
            text: name,
            span: row.name.span,
        };
        let texts = self.scope(scope);
        let mut found = Row {
            label: label(row.label.as_ref(), &named, texts),
            about: said(row.properties.about.as_ref(), texts),
            name: named.text,
            tags,
            weight: row.properties.weight.as_ref().map(|weight| weight.value),
            part: around.part,
            kind,
            lower,
            levels,
            bonus: false,
            adds_nothing: false,
            not_scored: false,
            leave_out: None,
            not_applicable: None,
            unanswered: None,
            only_when: None,
            counts_from: None,
            retired: None,
            counts_as: Vec::new(),
            at_most: Vec::new(),
            comment: Comment::default(),
            shown_by: Vec::new(),
            aligns: aligned(&row.properties.aligns),
        };
        let layers = around.outer.iter().copied().chain([&row.properties]);
        for properties in layers {
            self.properties(&mut found, properties, sink);
        }
        self.rubric.rows.push(found);
        self.rows.push((row, scope));
        if let Some(ast::Worked::Ladder(form)) = &row.worked {
            self.worked_ladder(form, row, index, scope);
        }
        Some(Branch::Row(index))
    }

    /// What stands on a row, or on a part around it as a default: later layers win.
    fn properties(&self, row: &mut Row, properties: &ast::Properties, sink: &mut Sink) {
        row.bonus |= properties.bonus.is_some();
        row.adds_nothing |= properties.adds_nothing.is_some();
        row.not_scored |= properties.not_scored.is_some();
        if let Some(leave_out) = &properties.leave_out {
            row.leave_out = Some(leave_out.reason);
        }
        if let Some(given) = &properties.not_applicable {
            row.not_applicable = self.given(row, given, sink);
            row.leave_out = row.leave_out.or(Some(false));
        }
        if let Some(given) = &properties.unanswered {
            row.unanswered = self.given(row, given, sink);
        }
        if let Some(date) = properties.counts_from {
            row.counts_from = Some(date.day);
        }
        if let Some(date) = properties.retired {
            row.retired = Some(date.day);
        }
        if let Some(comment) = &properties.comment {
            row.comment = Comment {
                mode: match comment.mode {
                    ast::CommentMode::None => CommentMode::None,
                    ast::CommentMode::Optional => CommentMode::Optional,
                    ast::CommentMode::Required => CommentMode::Required,
                },
                when: None,
                link: comment.link,
            };
        }
    }

    /// A value written for a row: a level of its own scale, a number it takes, `met`.
    pub(in crate::sema) fn given(
        &self,
        row: &Row,
        given: &ast::Given,
        sink: &mut Sink,
    ) -> Option<Value> {
        let (found, span) = match (given, &row.kind) {
            (ast::Given::Name(name), RowKind::Criterion { scale, offered, .. }) => {
                let levels = self
                    .rubric
                    .scales
                    .get(*scale)
                    .map(|scale| scale.levels.as_slice());
                let levels = levels.unwrap_or_default();
                let index = levels.iter().position(|known| known.name == name.text);
                let Some(index) = index.filter(|index| (offered.0..=offered.1).contains(index))
                else {
                    let near =
                        sink.nearest(&name.text, levels.iter().map(|known| known.name.as_str()));
                    let message = say!("`{}` has no level `{}`", row.name, name.text);
                    let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
                    sink.push(found.suggest(near));
                    return None;
                };
                (Some(Value::Level(index)), name.span)
            }
            (ast::Given::Name(name), RowKind::Check { .. }) => {
                ((name.text == "met").then_some(Value::Met(true)), name.span)
            }
            (ast::Given::NotMet(span), RowKind::Check { .. }) => (Some(Value::Met(false)), *span),
            (ast::Given::Number(number), RowKind::Number(range)) => {
                let fits = range.fit(number.value) == crate::model::Fit::Fits;
                (fits.then_some(Value::Number(number.value)), number.span)
            }
            (ast::Given::Number(number), RowKind::Criterion { marks, offered, .. }) => {
                (mark(marks, *offered, number.value), number.span)
            }
            (given, _) => (None, given.span()),
        };
        if found.is_none() {
            let message = say!("`{}` does not take this", row.name);
            sink.push(Diagnostic::error(Code::WrongKind, span, message).help(self.takes(row)));
        }
        found
    }

    /// What a row takes, in words.
    pub(in crate::sema) fn takes(&self, row: &Row) -> Said {
        match &row.kind {
            RowKind::Criterion { scale, offered, .. } => {
                let levels = self
                    .rubric
                    .scales
                    .get(*scale)
                    .map(|scale| scale.levels.as_slice());
                let offered = offered.0..=offered.1;
                let levels = levels.unwrap_or_default().iter().enumerate();
                let names = levels.filter(|(index, _)| offered.contains(index));
                let names: Vec<&str> = names.map(|(_, level)| level.name.as_str()).collect();
                say!("it takes {}", names.join(", "))
            }
            RowKind::Check { .. } => "it takes `met` or `not met`".into(),
            RowKind::Number(range) => match range.to {
                Some(to) => {
                    let (from, to) = (decimal_text(range.from), decimal_text(to));
                    say!("it takes a number from {} to {}", from, to)
                }
                None => say!("it takes a number of {} or more", decimal_text(range.from)),
            },
        }
    }

    fn row_kind(
        &mut self,
        row: &'a ast::Row,
        short: &str,
        scope: usize,
        sink: &mut Sink,
    ) -> Option<(RowKind, bool)> {
        Some(match &row.kind {
            ast::RowKind::Criterion { scale, offered } => {
                let index = self.known_scale(scale, sink)?;
                let cut = self.offered(index, scale, offered.as_ref(), sink);
                self.on_scale(index, cut)?
            }
            ast::RowKind::Own(own) => {
                let body = Body {
                    ordinal: own.ordinal,
                    lower: own.lower,
                    levels: &own.levels,
                    place: row.name.span,
                };
                let full = self.scope(scope).full(short);
                let index = self.add_scale(&full, full.clone(), &body, sink);
                let last = own.levels.len().min(limits::LEVELS).saturating_sub(1);
                self.on_scale(index, (0, last))?
            }
            ast::RowKind::Check { points } => {
                let kind = RowKind::Check {
                    points: points.as_ref().map_or(Rational::ONE, |points| points.value),
                    worked: None,
                };
                (kind, false)
            }
            ast::RowKind::Number { range, lower } => {
                if let (true, ast::NumberRange::Between { from, to: None, .. }) = (lower, range) {
                    let message = "lower is better needs a highest number";
                    sink.push(
                        Diagnostic::error(Code::NoMaximum, from.span, message)
                            .help("give the range a top: `0..20 lower is better`"),
                    );
                }
                (RowKind::Number(written_range(range, sink)), *lower)
            }
        })
    }

    /// The scale a name says, or what is wrong with it.
    pub(super) fn known_scale(&mut self, scale: &ast::Name, sink: &mut Sink) -> Option<usize> {
        let found = self.scale_names.get(&scale.text);
        if found.is_none() && !self.names.is_excused(&scale.text) {
            let written = self.rubric.scales.iter().take(self.rubric.scales_written);
            let near = sink.nearest(&scale.text, written.map(|known| known.name.as_str()));
            let message = say!("there is no scale called `{}`", scale.text);
            // A file that is missing may have held it.
            if near.is_some() || !sink.has(Code::UsedFile) {
                sink.push(Diagnostic::error(Code::UnknownName, scale.span, message).suggest(near));
            }
        }
        found
    }

    fn on_scale(&self, index: usize, offered: (usize, usize)) -> Option<(RowKind, bool)> {
        let scale = self.rubric.scales.get(index)?;
        let kind = RowKind::Criterion {
            scale: index,
            offered,
            marks: scale
                .levels
                .iter()
                .map(|level| level.marks.clone())
                .collect(),
            worked: None,
        };
        Some((kind, scale.lower))
    }

    fn offered(
        &self,
        index: usize,
        scale: &ast::Name,
        offered: Option<&(Option<ast::Name>, Option<ast::Name>)>,
        sink: &mut Sink,
    ) -> (usize, usize) {
        let levels = self
            .rubric
            .scales
            .get(index)
            .map(|scale| scale.levels.as_slice());
        let levels = levels.unwrap_or_default();
        let last = levels.len().saturating_sub(1);
        let Some((from, to)) = offered else {
            return (0, last);
        };
        let mut place = |name: &Option<ast::Name>, open: usize| {
            let Some(name) = name else { return open };
            let found = levels.iter().position(|known| known.name == name.text);
            found.unwrap_or_else(|| {
                let near = sink.nearest(&name.text, levels.iter().map(|known| known.name.as_str()));
                let message = say!("scale `{}` has no level `{}`", scale.text, name.text);
                let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
                sink.push(found.suggest(near));
                open
            })
        };
        let (first, end) = (place(from, 0), place(to, last));
        if first > end {
            let message = "this offers no level: it ends before it begins";
            sink.push(
                Diagnostic::error(Code::BadRange, scale.span, message)
                    .help("write the lower level first"),
            );
            return (0, last);
        }
        (first, end)
    }

    fn level_texts(
        &self,
        row: &ast::Row,
        kind: &RowKind,
        scope: usize,
        sink: &mut Sink,
    ) -> Vec<LevelText> {
        let RowKind::Criterion { scale, .. } = kind else {
            return Vec::new();
        };
        let Some(scale) = self.rubric.scales.get(*scale) else {
            return Vec::new();
        };
        let scope = self.scope(scope);
        let mut texts = vec![LevelText::default(); scale.levels.len()];
        if let ast::RowKind::Own(own) = &row.kind {
            for (text, level) in texts.iter_mut().zip(&own.levels) {
                text.descriptor = said(level.description.as_ref(), scope);
                text.advice = said(level.advice.as_ref(), scope);
            }
        }
        for level in &row.levels {
            let found = scale
                .levels
                .iter()
                .position(|known| known.name == level.name.text);
            match found.and_then(|index| texts.get_mut(index)) {
                Some(text) if text.descriptor.is_none() => *text = level_text(level, scope),
                Some(_) => {
                    let message = say!("level `{}` is described twice", level.name.text);
                    sink.push(Diagnostic::error(Code::Repeated, level.name.span, message));
                }
                None => no_level(&scale.name, &scale.levels, &level.name, sink),
            }
        }
        texts
    }

    fn worked_ladder(
        &mut self,
        form: &'a ast::LadderForm,
        row: &'a ast::Row,
        index: usize,
        scope: usize,
    ) {
        let ladder = self.rubric.ladders.len();
        let scale = self
            .rubric
            .rows
            .get(index)
            .and_then(Row::scale)
            .unwrap_or_default();
        self.push_ladder(index, scale);
        self.name_rungs(ladder, form);
        self.ladders.push((WrittenLadder::OfRow(form, row), scope));
        if let Some(RowKind::Criterion { worked, .. }) =
            self.rubric.rows.get_mut(index).map(|row| &mut row.kind)
        {
            *worked = Some(ladder);
        }
    }
}

fn level_text(level: &ast::RowLevel, scope: &Scope) -> LevelText {
    LevelText {
        descriptor: Some(scope.numbered(&level.descriptor.value)),
        advice: said(level.advice.as_ref(), scope),
        learner: said(level.learner.as_ref(), scope),
        aligns: aligned(&level.aligns),
    }
}

fn no_level(scale: &str, levels: &[crate::model::Level], name: &ast::Name, sink: &mut Sink) {
    let words = levels.iter().map(|known| known.name.as_str());
    let near = sink.nearest(
        &name.text,
        words.chain(super::scales::PROPERTY_WORDS.iter().copied()),
    );
    let message = say!("scale `{}` has no level `{}`", scale, name.text);
    sink.push(Diagnostic::error(Code::UnknownLevel, name.span, message).suggest(near));
}

/// The level that a number picks: one that holds it, when there is exactly one.
fn mark(marks: &[Marks], offered: (usize, usize), value: Rational) -> Option<Value> {
    let all = marks.iter().enumerate();
    let mut found =
        all.filter(|(level, marks)| (offered.0..=offered.1).contains(level) && marks.holds(value));
    let (level, marks) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    Some(match marks.points() {
        Some(_) => Value::Level(level),
        None => Value::Mark(level, value),
    })
}

pub(super) fn written_range(range: &ast::NumberRange, sink: &mut Sink) -> crate::model::Range {
    match range {
        ast::NumberRange::Between { from, to, step } => {
            between(from, to.as_ref(), step.as_ref(), sink)
        }
        ast::NumberRange::In(all) => listed(all, sink),
    }
}
