//! Properties of rows and parts, in one order.

use super::expr::{rule, tested};
use super::texts::{Printer, day, given, literal, names, quoted};
use crate::syntax::ast::{Align, CommentMode, CommentRule, Properties};

impl Printer {
    /// Each on a line of its own.
    pub(super) fn aligns(&mut self, aligns: &[Align]) {
        for align in aligns.iter().filter(|_| self.texts).collect::<Vec<_>>() {
            self.line(&align_text(align));
        }
    }

    /// Behind a level: on a line of its own it would be the row's.
    pub(super) fn aligned(&self, aligns: &[Align]) -> String {
        let shown = aligns.iter().filter(|_| self.texts);
        shown
            .map(|align| format!(" {}", align_text(align)))
            .collect()
    }

    pub(super) fn properties(&mut self, properties: &Properties) {
        if let Some(weight) = &properties.weight {
            self.line(&format!("weight {}", literal(weight)));
        }
        if !properties.tags.is_empty() {
            self.line(&format!("tags {}", names(&properties.tags)));
        }
        self.said("about", properties.about.as_ref());
        self.aligns(&properties.aligns);
        if !properties.shown_by.is_empty() {
            self.line(&format!("shown by {}", names(&properties.shown_by)));
        }
        if let Some(comment) = &properties.comment {
            self.line(&comment_line(comment));
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
        for (_, line) in flags.iter().filter(|(said, _)| said.is_some()) {
            self.line(line);
        }
        if let Some(leave_out) = &properties.leave_out {
            self.line(if leave_out.reason {
                "may be left out, with a reason"
            } else {
                "may be left out"
            });
        }
        if let Some(value) = &properties.not_applicable {
            self.line(&format!("not applicable counts as {}", given(value)));
        }
        if let Some(value) = &properties.unanswered {
            self.line(&format!("unanswered counts as {}", given(value)));
        }
    }

    fn conditions(&mut self, properties: &Properties) {
        if let Some(when) = &properties.only_when {
            self.line(&format!("only when {}", rule(when)));
        }
        if let Some(date) = properties.counts_from {
            self.line(&format!("counts from {}", day(date)));
        }
        if let Some(date) = properties.retired {
            self.line(&format!("retired {}", day(date)));
        }
        for (value, when) in &properties.counts_as {
            self.line(&format!("counts as {} when {}", given(value), rule(when)));
        }
        for (value, when) in &properties.at_most {
            self.line(&format!("at most {} when {}", given(value), rule(when)));
        }
    }
}

fn align_text(align: &Align) -> String {
    let url = align
        .url
        .as_ref()
        .map(|url| format!(" {}", quoted(&url.value)));
    format!(
        "aligns {}{}",
        quoted(&align.text.value),
        url.unwrap_or_default()
    )
}

fn comment_line(comment: &CommentRule) -> String {
    let mode = match comment.mode {
        CommentMode::None => "none",
        CommentMode::Optional => "optional",
        CommentMode::Required => "required",
    };
    let when = comment.when.as_ref().map(|test| {
        let words = tested(test, "");
        format!(" when {}", words.trim_start())
    });
    let link = if comment.link { " with a link" } else { "" };
    format!("comment {mode}{}{link}", when.unwrap_or_default())
}
