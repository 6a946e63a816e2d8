//! Asks and settings.

use super::printer::Printer;
use super::say::day;
use crate::syntax::ast::{Ask, Choice, InputKind, Name, Setting, Text};

impl Printer<'_> {
    pub(super) fn ask(&mut self, ask: &Ask) {
        let label = self.label(ask.label.as_ref());
        let default = ask.default.as_ref().map(|value| self.say.given(value));
        let default = default.map(|value| " default ".to_owned() + &value);
        let head = ["ask ", &ask.name.text, &label].concat();
        let default = default.unwrap_or_default();
        self.input(&ask.name, &head, &ask.kind, &default, ask.about.as_ref());
        if let Some(value) = &ask.default {
            self.told(value.span());
        }
    }

    pub(super) fn setting(&mut self, setting: &Setting) {
        let label = self.label(setting.label.as_ref());
        let each = setting.defaults.iter().map(|(value, from)| match from {
            Some(date) => [&self.say.given(value), " from ", &day(*date)].concat(),
            None => self.say.given(value),
        });
        let each: Vec<String> = each.collect();
        let source = self.label(setting.source.as_ref());
        let word = if each.is_empty() { "" } else { " default " };
        let default = [word, &each.join(", "), &source].concat();
        let head = ["setting ", &setting.name.text, &label].concat();
        self.input(
            &setting.name,
            &head,
            &setting.kind,
            &default,
            setting.about.as_ref(),
        );
        for (value, _) in &setting.defaults {
            self.told(value.span());
        }
    }

    fn input(
        &mut self,
        name: &Name,
        head: &str,
        kind: &InputKind,
        default: &str,
        about: Option<&Text>,
    ) {
        let (taken, choices) = match kind {
            InputKind::Number(numbers) => (" ".to_owned() + &self.say.range(numbers), None),
            InputKind::YesNo => (" yes/no".to_owned(), None),
            InputKind::Date => (" date".to_owned(), None),
            InputKind::Choices(choices) => (String::new(), Some(choices)),
        };
        let head = [head, &taken, default].concat();
        let choices = choices.map(Vec::as_slice).unwrap_or_default();
        if choices.is_empty() && about.is_none_or(|_| !self.texts) {
            return self.line(name.span, &head);
        }
        self.block(name.span, &head, |p| {
            p.said("about", about);
            choices.iter().for_each(|choice| p.choice(choice));
        });
    }

    fn choice(&mut self, choice: &Choice) {
        let label = self.label(choice.label.as_ref());
        let said = self.label(choice.description.as_ref());
        let line = if self.say.written() {
            self.columns(&[&choice.name.text, label.trim(), said.trim()])
        } else {
            [&choice.name.text, label.as_str(), &said].concat()
        };
        self.line(choice.name.span, &line);
    }
}
