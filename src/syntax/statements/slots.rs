//! Evidence slots: one rule a line, each with `advice` and a message behind it.

use super::reader::Reader;
use crate::syntax::ast::{Dated, Ends, Measure, Name, Slot, SlotLine, SlotRule};
use crate::syntax::layout::Statement;
use crate::syntax::parser::{A_RANGE, Parser};
use crate::syntax::tokens::Kind;

/// Words that begin a line of a slot.
const LINES: &[&str] = &[
    "accepts",
    "items",
    "optional",
    "size",
    "pages",
    "words",
    "characters",
    "length",
    "width",
    "height",
    "total",
    "dated",
    "hosts",
    "named",
    "mentions",
    "avoids",
    "people",
    "no",
    "note",
    "names",
    "only",
    "attest",
    "about",
];

const MEASURES: &[(&str, Measure)] = &[
    ("size", Measure::Size),
    ("pages", Measure::Pages),
    ("page", Measure::Pages),
    ("words", Measure::Words),
    ("word", Measure::Words),
    ("characters", Measure::Characters),
    ("length", Measure::Length),
    ("width", Measure::Width),
    ("height", Measure::Height),
];

impl Reader<'_> {
    pub(super) fn slot(&mut self, line: &Statement) -> Option<Slot> {
        let head = self.read(line.head, "evidence NAME \"Label\" {", |p| {
            p.expect("evidence")?;
            Some((p.name()?, p.text()))
        });
        let (name, label) = head.clone().unwrap_or_default();
        let mut slot = Slot {
            name,
            label,
            about: None,
            only_when: None,
            optional: None,
            lines: Vec::new(),
        };
        for inner in self.block(line, false) {
            self.no_block(inner);
            self.slot_line(inner, &mut slot);
        }
        head.map(|_| slot)
    }

    fn slot_line(&mut self, line: &Statement, slot: &mut Slot) {
        let word = self.first_word(line.head);
        match word {
            "about" => slot.about = self.texts(line).and_then(|texts| texts.into_iter().next()),
            "optional" => {
                slot.optional = self.read(line.head, "optional", |p| {
                    let start = p.start();
                    p.expect("optional")?;
                    Some(p.since(start))
                });
            }
            "only" => {
                slot.only_when = self.read(line.head, "only when CONDITION", |p| {
                    p.phrase(&["only", "when"])?;
                    p.limited()
                });
            }
            _ if LINES.contains(&word) || word == "item" || word == "page" || word == "word" => {
                slot.lines.extend(self.read(line.head, "words 250..500 advice \"message\"", |p| p.slot_line()));
            }
            _ => self.unknown(line.head, LINES, "a line here says what is accepted, such as `accepts pdf`, `pages 1..3` or `words 250..500`"),
        }
    }
}

impl Parser<'_> {
    fn slot_line(&mut self) -> Option<SlotLine> {
        let start = self.start();
        let rule = self.slot_rule()?;
        let advice = self.eat("advice");
        Some(SlotLine {
            rule,
            advice,
            message: self.text(),
            span: self.since(start),
        })
    }

    fn slot_rule(&mut self) -> Option<SlotRule> {
        let total = self.word_at(0) == "total";
        if total {
            self.skip();
        }
        let word = self.word_at(0);
        if let Some((_, measure)) = MEASURES.iter().find(|(known, _)| *known == word) {
            self.skip();
            return Some(SlotRule::Measured(*measure, self.ends()?, total));
        }
        if total {
            self.want(crate::syntax::parser::Wanted::Word("words"));
            return None;
        }
        match word {
            "accepts" => self.accepts(),
            "items" | "item" => {
                self.skip();
                self.ends().map(SlotRule::Items)
            }
            "dated" => self.dated().map(SlotRule::Dated),
            "hosts" => {
                self.skip();
                self.listed_texts().map(SlotRule::Hosts)
            }
            "named" => {
                self.skip();
                self.expect("like")?;
                self.text().map(SlotRule::NamedLike)
            }
            "mentions" => {
                self.skip();
                if self.kind_at(0) == Some(Kind::Text) {
                    return self
                        .listed_texts()
                        .map(|texts| SlotRule::Mentions(false, texts));
                }
                let all = self.eat_any(&["all", "any"])? == "all";
                self.expect("of")?;
                self.listed_texts()
                    .map(|texts| SlotRule::Mentions(all, texts))
            }
            "avoids" => {
                self.skip();
                if self.phrase(&["personal", "information"])? {
                    return Some(SlotRule::AvoidsPersonal);
                }
                self.text().map(SlotRule::Avoids)
            }
            "people" => self.people(),
            "no" => {
                self.skip();
                self.expect("duplicates")?;
                Some(SlotRule::NoDuplicates)
            }
            "note" => {
                self.skip();
                self.expect("required")?;
                Some(SlotRule::NoteRequired)
            }
            "names" => {
                self.skip();
                self.eat_any(&["rows", "row"])?;
                Some(SlotRule::NamesRows)
            }
            _ => {
                self.expect("attest")?;
                self.text().map(SlotRule::Attest)
            }
        }
    }

    fn accepts(&mut self) -> Option<SlotRule> {
        self.skip();
        let (mut kinds, mut extensions) = (Vec::new(), Vec::new());
        loop {
            let start = self.start();
            if self.word_at(0) == "any" && self.word_at(1) == "file" {
                self.skip();
                self.skip();
                kinds.push(Name {
                    text: "any_file".to_owned(),
                    span: self.since(start),
                });
            } else if self.kind_at(0) == Some(Kind::Text) {
                extensions.extend(self.text());
            } else {
                kinds.push(self.name()?);
            }
            if !self.sign(",") {
                return Some(SlotRule::Accepts(kinds, extensions));
            }
        }
    }

    /// `A..B`, `..B`, `A..`, or one number for both ends.
    fn ends(&mut self) -> Option<Ends> {
        self.want(A_RANGE);
        let mut from = if self.kind_at(0) == Some(Kind::Number) {
            Some(self.number()?)
        } else {
            None
        };
        if !self.sign("..") {
            let both = from?;
            return Some(Ends {
                from: Some(both.clone()),
                to: Some(both),
            });
        }
        let to = if self.kind_at(0) == Some(Kind::Number) {
            Some(self.number()?)
        } else {
            None
        };
        if let (Some(from), Some(to)) = (&mut from, &to) {
            self.share_unit(from, to);
        }
        if from.is_none() && to.is_none() {
            self.want(crate::syntax::parser::A_NUMBER);
            return None;
        }
        Some(Ends { from, to })
    }

    fn dated(&mut self) -> Option<Dated> {
        self.skip();
        match self.eat_any(&["within", "after", "before"])? {
            "within" => self.number().map(Dated::Within),
            "after" => self.date().map(Dated::After),
            _ => self.date().map(Dated::Before),
        }
    }

    fn people(&mut self) -> Option<SlotRule> {
        self.skip();
        if self.phrase(&["at", "least"])? {
            return self.bare_number().map(SlotRule::PeopleAtLeast);
        }
        self.expect("not")?;
        self.expect("the")?;
        self.expect("author")?;
        Some(SlotRule::PeopleNotAuthor)
    }
}
