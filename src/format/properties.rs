//! Properties of rows and parts, in one order.

use super::printer::Printer;
use super::say::{Say, day, names};
use crate::syntax::ast::{Align, CommentMode, CommentRule, Properties};

impl Printer<'_> {
    /// Each on a line of its own.
    pub(super) fn aligns(&mut self, aligns: &[Align]) {
        if self.texts {
            for align in aligns {
                self.line(align.text.span, &self.align_text(align));
            }
        }
    }

    /// Behind a level: on a line of its own it would be the row's.
    pub(super) fn aligned(&self, aligns: &[Align]) -> String {
        let shown = aligns.iter().filter(|_| self.texts);
        let each = shown.map(|align| " ".to_owned() + &self.align_text(align));
        each.collect()
    }

    fn align_text(&self, align: &Align) -> String {
        let url = align
            .url
            .as_ref()
            .map(|url| " ".to_owned() + &self.say.text(url));
        let text = self.say.text(&align.text);
        ["aligns ", &text, &url.unwrap_or_default()].concat()
    }

    pub(super) fn properties(&mut self, properties: &Properties) {
        if let Some(weight) = &properties.weight {
            let line = "weight ".to_owned() + &self.say.literal(weight);
            self.line(weight.span, &line);
        }
        if let Some(first) = properties.tags.first() {
            self.line(first.span, &("tags ".to_owned() + &names(&properties.tags)));
            properties.tags.iter().for_each(|tag| self.told(tag.span));
        }
        self.said("about", properties.about.as_ref());
        self.aligns(&properties.aligns);
        if let Some(first) = properties.shown_by.first() {
            let line = "shown by ".to_owned() + &names(&properties.shown_by);
            self.line(first.span, &line);
            properties
                .shown_by
                .iter()
                .for_each(|slot| self.told(slot.span));
        }
        if let Some(comment) = &properties.comment {
            self.line(comment.span, &self.say.comment_line(comment));
        }
        self.flags(properties);
        self.conditions(properties);
        if let Some(raters) = &properties.raters {
            self.raters(raters);
        }
    }

    fn flags(&mut self, properties: &Properties) {
        let flags = [
            (properties.bonus, "bonus"),
            (properties.adds_nothing, "adds nothing"),
            (properties.not_scored, "not scored"),
        ];
        for (at, line) in flags {
            if let Some(at) = at {
                self.line(at, line);
            }
        }
        if let Some(leave_out) = &properties.leave_out {
            let line = if leave_out.reason {
                "may be left out, with a reason"
            } else {
                "may be left out"
            };
            self.line(leave_out.span, line);
        }
        for (word, value) in [
            ("not applicable counts as ", &properties.not_applicable),
            ("unanswered counts as ", &properties.unanswered),
        ] {
            if let Some(value) = value {
                let line = word.to_owned() + &self.say.given(value);
                self.line(value.span(), &line);
            }
        }
    }

    fn conditions(&mut self, properties: &Properties) {
        if let Some(when) = &properties.only_when {
            let line = "only when ".to_owned() + &self.say.rule(when);
            self.line(when.span, &line);
        }
        if let Some(date) = properties.counts_from {
            self.line(date.span, &("counts from ".to_owned() + &day(date)));
        }
        if let Some(date) = properties.retired {
            self.line(date.span, &("retired ".to_owned() + &day(date)));
        }
        for (word, all) in [
            ("counts as ", &properties.counts_as),
            ("at most ", &properties.at_most),
        ] {
            for (value, when) in all {
                let (value, rule) = (self.say.given(value), self.say.rule(when));
                let line = [word, &value, " when ", &rule].concat();
                self.line(when.span, &line);
            }
        }
    }
}

impl Say<'_> {
    fn comment_line(self, comment: &CommentRule) -> String {
        let mode = match comment.mode {
            CommentMode::None => "comment none",
            CommentMode::Optional => "comment optional",
            CommentMode::Required => "comment required",
        };
        let when = comment.when.as_ref().map(|test| {
            let words = self.tested(test, "");
            " when ".to_owned() + words.trim_start()
        });
        let link = if comment.link { " with a link" } else { "" };
        [mode, &when.unwrap_or_default(), link].concat()
    }
}
