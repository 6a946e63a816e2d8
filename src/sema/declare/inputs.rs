//! Asks and settings: what they take, and what counts without a reply.

use super::rows::written_range;
use super::{Declared, label, said};
use crate::diag::{Code, Diagnostic, Said, Sink};
use crate::limits;
use crate::model::{Fit, Input, InputKind, Level, Marks, Reply, Scale};
use crate::num::{Rational, decimal_text};
use crate::sema::names::{Entity, Scope};
use crate::syntax::ast;

impl<'a> Declared<'a> {
    pub(super) fn ask(&mut self, ask: &'a ast::Ask, sink: &mut Sink) {
        let defaults: Vec<_> = ask.default.iter().map(|given| (given, None)).collect();
        let input = self.input(&ask.name, ask.label.as_ref(), &ask.kind, &defaults, sink);
        let index = self.rubric.asks.len();
        self.names.add(
            &self.at(&ask.name),
            &ask.name.text,
            Entity::Ask(index),
            sink,
        );
        self.rubric.asks.push(Input {
            about: said(ask.about.as_ref(), &Scope::default()),
            ..input
        });
    }

    pub(super) fn setting(&mut self, setting: &'a ast::Setting, sink: &mut Sink) {
        let dated = setting.defaults.iter();
        let defaults: Vec<_> = dated
            .map(|(given, from)| (given, from.map(|date| date.day)))
            .collect();
        let input = self.input(
            &setting.name,
            setting.label.as_ref(),
            &setting.kind,
            &defaults,
            sink,
        );
        if setting.defaults.is_empty() {
            let message = say!("setting `{}` has no default", setting.name.text);
            sink.push(
                Diagnostic::error(Code::Block, setting.name.span, message)
                    .help("add what it is unless the host says: `default 70%`"),
            );
        }
        let falls = setting.defaults.iter().zip(setting.defaults.iter().skip(1));
        for ((_, one), (given, next)) in falls {
            let later = next.zip(*one).is_none_or(|(next, one)| next.day > one.day);
            if next.is_none() || !later {
                let message = "each later default begins on a later day";
                sink.push(
                    Diagnostic::error(Code::BadRange, given.span(), message)
                        .help("write `default 70%, 75% from 2026-08-01`"),
                );
            }
        }
        let index = self.rubric.settings.len();
        self.names.add(
            &self.at(&setting.name),
            &setting.name.text,
            Entity::Setting(index),
            sink,
        );
        self.rubric.settings.push(Input {
            about: said(setting.about.as_ref(), &Scope::default()),
            source: setting.source.as_ref().map(|text| text.value.clone()),
            ..input
        });
    }

    fn input(
        &mut self,
        name: &ast::Name,
        text: Option<&ast::Text>,
        kind: &ast::InputKind,
        defaults: &[(&ast::Given, Option<i64>)],
        sink: &mut Sink,
    ) -> Input {
        let kind = match kind {
            ast::InputKind::Choices(choices) => {
                InputKind::Choice(self.choices(name, choices, sink))
            }
            ast::InputKind::Number(range) => {
                let percent = match range {
                    ast::NumberRange::Between { from, to, .. } => {
                        from.percent() || to.as_ref().is_some_and(ast::Literal::percent)
                    }
                    ast::NumberRange::In(all) => all.iter().any(ast::Literal::percent),
                };
                InputKind::Number(written_range(range, sink), percent)
            }
            ast::InputKind::YesNo => InputKind::YesNo,
            ast::InputKind::Date => InputKind::Date,
        };
        let mut found = Input {
            name: name.text.clone(),
            label: label(text, name, &Scope::default()),
            about: None,
            kind,
            defaults: Vec::new(),
            source: None,
        };
        for (given, from) in defaults {
            if let Some(reply) = self.reply(&found, given, sink) {
                found.defaults.push((reply, *from));
            }
        }
        found
    }

    fn choices(&mut self, name: &ast::Name, choices: &[ast::Choice], sink: &mut Sink) -> usize {
        let mut levels: Vec<Level> = Vec::new();
        for (index, choice) in choices.iter().enumerate().take(limits::LEVELS) {
            if levels.iter().any(|known| known.name == choice.name.text) {
                let message = say!(
                    "`{}` has two choices called `{}`",
                    name.text,
                    choice.name.text
                );
                sink.push(Diagnostic::error(
                    Code::Duplicate,
                    choice.name.span,
                    message,
                ));
            }
            levels.push(Level {
                name: choice.name.text.clone(),
                label: label(choice.label.as_ref(), &choice.name, &Scope::default()),
                description: choice.description.as_ref().map(|text| text.value.clone()),
                marks: Marks::point(Rational::whole(i64::try_from(index).unwrap_or(i64::MAX))),
                aligns: Vec::new(),
            });
        }
        if !(2..=limits::LEVELS).contains(&choices.len()) && !sink.has_errors() {
            let message = say!(
                "`{}` has {} choices; it takes 2 to {}",
                name.text,
                choices.len(),
                limits::LEVELS
            );
            sink.push(Diagnostic::error(Code::ScaleLevels, name.span, message));
        }
        self.push_scale(Scale {
            name: name.text.clone(),
            label: name.text.clone(),
            ordinal: true,
            lower: false,
            levels,
        })
    }

    /// A value written for an ask or a setting.
    pub(in crate::sema) fn reply(
        &self,
        input: &Input,
        given: &ast::Given,
        sink: &mut Sink,
    ) -> Option<Reply> {
        let found = match (&input.kind, given) {
            (InputKind::Choice(scale), ast::Given::Name(name)) => {
                let levels = &self.rubric.scales.get(*scale)?.levels;
                let index = levels.iter().position(|known| known.name == name.text);
                if index.is_none() {
                    let near =
                        sink.nearest(&name.text, levels.iter().map(|known| known.name.as_str()));
                    let message = say!("`{}` has no choice `{}`", input.name, name.text);
                    let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
                    sink.push(found.suggest(near));
                    return None;
                }
                index.map(Reply::Choice)
            }
            (InputKind::Number(range, _), ast::Given::Number(number)) => {
                let fits = range.fit(number.value) == Fit::Fits;
                fits.then_some(Reply::Number(number.value))
            }
            (InputKind::YesNo, ast::Given::Name(name)) => match name.text.as_str() {
                "yes" | "true" => Some(Reply::Yes(true)),
                "no" | "false" => Some(Reply::Yes(false)),
                _ => None,
            },
            (InputKind::Date, ast::Given::Date(date)) => {
                Some(Reply::Number(Rational::whole(date.day)))
            }
            _ => None,
        };
        if found.is_none() {
            let message = say!("`{}` does not take this", input.name);
            let help: Said = match &input.kind {
                InputKind::Choice(_) => "it takes one of its choices".into(),
                InputKind::Number(range, percent) => {
                    let shown = |end: Rational| shown(end, *percent);
                    match range.to {
                        Some(to) => say!("it takes {} to {}", shown(range.from), shown(to)),
                        None => say!("it takes {} or more", shown(range.from)),
                    }
                }
                InputKind::YesNo => "it takes `yes` or `no`".into(),
                InputKind::Date => "it takes a day such as `2025-08-01`".into(),
            };
            sink.push(Diagnostic::error(Code::WrongKind, given.span(), message).help(help));
        }
        found
    }
}

/// A number as an author writes it: `72.5%` or `3`.
fn shown(value: Rational, percent: bool) -> String {
    match value.mul(Rational::whole(100)).filter(|_| percent) {
        Some(hundredths) => format!("{}%", decimal_text(hundredths)),
        None => decimal_text(value),
    }
}
