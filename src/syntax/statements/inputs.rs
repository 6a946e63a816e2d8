//! Asks and settings.

use super::reader::Reader;
use crate::syntax::ast::{Ask, Choice, Date, Given, InputKind, Item, Name, Setting, Text};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::Kind;

/// Values, each from a day on.
type Defaults = Vec<(Given, Option<Date>)>;

/// What the head of an ask or a setting says.
struct Head {
    name: Name,
    label: Option<Text>,
    /// None where choices stand in a block.
    kind: Option<InputKind>,
    defaults: Defaults,
    source: Option<Text>,
}

/// What the block of an ask or a setting says.
#[derive(Default)]
struct Inside {
    choices: Vec<Choice>,
    about: Option<Text>,
    defaults: Defaults,
    source: Option<Text>,
}

impl Reader<'_> {
    pub(super) fn ask(&mut self, line: &Statement) -> Option<Ask> {
        let head = self.read(line.head, "ask NAME \"Label\" 0..10", |p| p.input_head());
        let inside = self.input_block(line, head.as_ref().is_none_or(|head| head.kind.is_none()));
        let head = head?;
        let mut defaults = head.defaults.into_iter().chain(inside.defaults);
        Some(Ask {
            name: head.name,
            label: head.label,
            about: inside.about,
            kind: head.kind.unwrap_or(InputKind::Choices(inside.choices)),
            default: defaults.next().map(|(given, _)| given),
        })
    }

    pub(super) fn setting(&mut self, line: &Statement) -> Option<Setting> {
        let form = "setting NAME \"Label\" 50%..85% default 70%";
        let head = self.read(line.head, form, |p| p.input_head());
        let inside = self.input_block(line, head.as_ref().is_none_or(|head| head.kind.is_none()));
        let head = head?;
        Some(Setting {
            name: head.name,
            label: head.label,
            about: inside.about,
            kind: head.kind.unwrap_or(InputKind::Choices(inside.choices)),
            defaults: head.defaults.into_iter().chain(inside.defaults).collect(),
            source: inside.source.or(head.source),
        })
    }

    fn input_block(&mut self, line: &Statement, choices: bool) -> Inside {
        let mut inside = Inside::default();
        for inner in self.block(line, choices) {
            self.no_block(inner);
            match self.first_word(inner.head) {
                "about" => {
                    inside.about = self.texts(inner).and_then(|texts| texts.into_iter().next())
                }
                "default" => {
                    let found = self.read(inner.head, "default NAME", |p| p.default_line());
                    let (defaults, source) = found.unwrap_or_default();
                    inside.defaults.extend(defaults);
                    inside.source = source.or(inside.source.take());
                }
                _ => {
                    inside
                        .choices
                        .extend(self.read(inner.head, "CHOICE \"Label\"", |p| {
                            Some(Choice {
                                name: p.name()?,
                                label: p.text(),
                                description: p.text(),
                            })
                        }));
                }
            }
        }
        inside
    }

    /// `default C` behind the block of choices belongs to what stands before it.
    pub(super) fn late_default(&mut self, line: &Statement, before: Option<&mut Item>) -> bool {
        if !matches!(before, Some(Item::Ask(_) | Item::Setting(_))) {
            return false;
        }
        self.no_block(line);
        let found = self.read(line.head, "default NAME", |p| p.default_line());
        let Some((defaults, source)) = found else {
            return true;
        };
        match before {
            Some(Item::Ask(ask)) => {
                ask.default = defaults.into_iter().next().map(|(given, _)| given)
            }
            Some(Item::Setting(setting)) => {
                setting.defaults.extend(defaults);
                setting.source = source.or(setting.source.take());
            }
            _ => {}
        }
        true
    }
}

impl Parser<'_> {
    fn input_head(&mut self) -> Option<Head> {
        self.eat_any(&["ask", "setting"])?;
        let (name, label) = (self.name()?, self.text());
        let kind = self.input_kind()?;
        let (mut defaults, mut source) = (Vec::new(), None);
        if self.word_at(0) == "default" {
            (defaults, source) = self.default_line()?;
        } else {
            self.want(crate::syntax::parser::Wanted::Word("default"));
        }
        Some(Head {
            name,
            label,
            kind,
            defaults,
            source,
        })
    }

    fn input_kind(&mut self) -> Option<Option<InputKind>> {
        let number = self.kind_at(0) == Some(Kind::Number) || self.sign_at(0) == "-";
        if number || self.word_at(0) == "in" {
            return self.number_range().map(InputKind::Number).map(Some);
        }
        if self.eat("date") {
            return Some(Some(InputKind::Date));
        }
        if self.eat("yes") {
            self.expect_sign("/")?;
            self.expect("no")?;
            return Some(Some(InputKind::YesNo));
        }
        self.want(crate::syntax::parser::A_RANGE);
        Some(None)
    }

    /// `default V, V from DATE ["source"]`.
    fn default_line(&mut self) -> Option<(Defaults, Option<Text>)> {
        self.expect("default")?;
        let mut all = Vec::new();
        loop {
            let given = self.given()?;
            let from = if self.eat("from") {
                Some(self.date()?)
            } else {
                None
            };
            all.push((given, from));
            if !self.sign(",") {
                return Some((all, self.text()));
            }
        }
    }
}
