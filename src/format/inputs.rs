//! Asks and settings.

use super::printer::Printer;
use super::say::day;
use crate::syntax::ast::{Ask, InputKind, Name, Setting};

impl Printer<'_> {
    pub(super) fn ask(&mut self, ask: &Ask) {
        let label = self.label(ask.label.as_ref());
        let default = ask.default.as_ref().map(|value| self.say.given(value));
        let default = default.map(|value| " default ".to_owned() + &value);
        self.input(
            "ask ",
            &ask.name,
            &label,
            &ask.kind,
            &default.unwrap_or_default(),
        );
        self.said("about", ask.about.as_ref());
        ask.default.iter().for_each(|value| self.told(value.span()));
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
        self.input("setting ", &setting.name, &label, &setting.kind, &default);
        let values = setting.defaults.iter();
        values.for_each(|(value, _)| self.told(value.span()));
    }

    fn input(&mut self, word: &str, name: &Name, label: &str, kind: &InputKind, default: &str) {
        let kind_ = match kind {
            InputKind::Number(numbers) => " ".to_owned() + &self.say.range(numbers),
            InputKind::YesNo => " yes/no".to_owned(),
            InputKind::Date => " date".to_owned(),
            InputKind::Choices(_) => String::new(),
        };
        let head = [word, &name.text, label, &kind_, default].concat();
        let InputKind::Choices(choices) = kind else {
            return self.line(name.span, &head);
        };
        self.block(name.span, &head, |p| {
            for choice in choices {
                let label = p.label(choice.label.as_ref());
                let said = p.label(choice.description.as_ref());
                let line = if p.say.written() {
                    p.columns(&[&choice.name.text, label.trim(), said.trim()])
                } else {
                    [&choice.name.text, label.as_str(), &said].concat()
                };
                p.line(choice.name.span, &line);
            }
        });
    }
}
