//! Evidence slots, one rule a line.

use super::printer::Printer;
use super::say::{Say, day};
use crate::syntax::ast::{Dated, Measure, Name, Slot, SlotRule, Text};

impl Printer<'_> {
    pub(super) fn slot(&mut self, slot: &Slot) {
        let label = self.label(slot.label.as_ref());
        let head = ["evidence ", &slot.name.text, &label].concat();
        self.block(slot.name.span, &head, |p| {
            p.said("about", slot.about.as_ref());
            if let Some(at) = slot.optional {
                p.line(at, "optional");
            }
            if let Some(when) = &slot.only_when {
                let line = "only when ".to_owned() + &p.say.rule(when);
                p.line(when.span, &line);
            }
            for line in &slot.lines {
                // Advice never changes a verdict, and neither does what is only stated.
                if !p.texts && (line.advice || matches!(line.rule, SlotRule::Attest(_))) {
                    continue;
                }
                let soft = if line.advice { " advice" } else { "" };
                let message = p.label(line.message.as_ref());
                let text = [&p.say.slot_rule(&line.rule), soft, &message].concat();
                p.line(line.span, &text);
            }
        });
    }
}

impl Say<'_> {
    fn slot_rule(self, rule: &SlotRule) -> String {
        match rule {
            SlotRule::Accepts(kinds, extensions) => self.accepts(kinds, extensions),
            SlotRule::Items(range) => "items ".to_owned() + &self.either(range),
            SlotRule::Measured(measure, range, total) => {
                let total = if *total { "total " } else { "" };
                [total, measure_word(*measure), " ", &self.either(range)].concat()
            }
            SlotRule::Dated(Dated::Within(time)) => {
                "dated within ".to_owned() + &self.literal(time)
            }
            SlotRule::Dated(Dated::After(date)) => "dated after ".to_owned() + &day(*date),
            SlotRule::Dated(Dated::Before(date)) => "dated before ".to_owned() + &day(*date),
            SlotRule::Hosts(hosts) => "hosts ".to_owned() + &self.texts(hosts),
            SlotRule::NamedLike(text) => "named like ".to_owned() + &self.text(text),
            SlotRule::Mentions(all, texts) => {
                let of = if *all { "all of " } else { "any of " };
                ["mentions ", of, &self.texts(texts)].concat()
            }
            SlotRule::AvoidsPersonal => "avoids personal information".to_owned(),
            SlotRule::Avoids(pattern) => "avoids ".to_owned() + &self.text(pattern),
            SlotRule::PeopleAtLeast(count) => "people at least ".to_owned() + &self.literal(count),
            SlotRule::PeopleNotAuthor => "people not the author".to_owned(),
            SlotRule::NoDuplicates => "no duplicates".to_owned(),
            SlotRule::NoteRequired => "note required".to_owned(),
            SlotRule::NamesRows => "names rows".to_owned(),
            SlotRule::Attest(text) => "attest ".to_owned() + &self.text(text),
        }
    }

    /// A range; the formatter keeps one number for both ends.
    fn either(self, range: &crate::syntax::ast::Ends) -> String {
        match (&range.from, &range.to) {
            (Some(from), Some(to)) if self.written() && from.span == to.span => self.literal(from),
            (from, to) => self.ends(from.as_ref(), to.as_ref()),
        }
    }

    /// Kinds and extensions: in the order of the text, or kinds first for a hash.
    fn accepts(self, kinds: &[Name], extensions: &[Text]) -> String {
        let mut kinds = kinds.iter().peekable();
        let mut texts = extensions.iter().peekable();
        let mut all = Vec::new();
        loop {
            let text = texts.peek().map(|text| text.span.start);
            let earlier =
                |kind: &&Name| !self.written() || text.is_none_or(|text| kind.span.start < text);
            if let Some(kind) = kinds.next_if(earlier) {
                all.push(kind.text.replace('_', " "));
            } else if let Some(text) = texts.next() {
                all.push(self.text(text));
            } else {
                break;
            }
        }
        "accepts ".to_owned() + &all.join(", ")
    }
}

fn measure_word(measure: Measure) -> &'static str {
    match measure {
        Measure::Size => "size",
        Measure::Pages => "pages",
        Measure::Words => "words",
        Measure::Characters => "characters",
        Measure::Length => "length",
        Measure::Width => "width",
        Measure::Height => "height",
    }
}
