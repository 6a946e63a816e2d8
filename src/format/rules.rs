//! What rests on rules: scores, results and awards with their rungs.

use super::printer::Printer;
use super::say::{join, names};
use super::wrap::CLAUSE;
use crate::syntax::ast::{
    Band, Condition, Ladder, LadderForm, Name, Rung, Score, ScoreForm, Shown, TableCell,
};

impl Printer<'_> {
    pub(super) fn score(&mut self, score: &Score) {
        let label = self.label(score.label.as_ref());
        let each = self.each(&score.each);
        let head = ["score ", &score.name.text, &label, &each, " = "].concat();
        let shown = match &score.shown {
            Some(Shown::Percent(_)) if self.texts => " as percent".to_owned(),
            Some(Shown::OutOf(most)) => " out of ".to_owned() + &self.say.literal(most),
            _ => String::new(),
        };
        match &score.shown {
            Some(Shown::Percent(at)) => self.told(*at),
            Some(Shown::OutOf(most)) => self.told(most.span),
            None => {}
        }
        match &score.form {
            ScoreForm::Rule(expr) => {
                let line = [head, self.say.rule(expr), shown].concat();
                self.line(score.name.span, &line);
            }
            ScoreForm::Table {
                subjects,
                rows,
                otherwise,
            } => {
                let head = [&head, "from ", &names(subjects), &shown].concat();
                self.block(score.name.span, &head, |p| {
                    for row in rows {
                        let gives = p.say.rule(&row.gives);
                        let line = [&cells(&row.cells), " gives ", &gives].concat();
                        p.line(row.span, &line);
                    }
                    if let Some(otherwise) = otherwise {
                        let line = "otherwise ".to_owned() + &p.say.rule(otherwise);
                        p.line(otherwise.span, &line);
                    }
                });
            }
        }
    }

    pub(super) fn ladder(&mut self, word: &str, ladder: &Ladder) {
        let label = self.label(ladder.label.as_ref());
        let on = ladder
            .on
            .as_ref()
            .map(|scale| " on ".to_owned() + &scale.text);
        let each = self.each(&ladder.each);
        let from = self.ladder_head(&ladder.form);
        let on = on.unwrap_or_default();
        let head = [word, &ladder.name.text, &label, &each, &on, &from].concat();
        self.block(ladder.name.span, &head, |p| {
            p.said("about", ladder.about.as_ref());
            p.aligns(&ladder.aligns);
            p.ladder_body(&ladder.form);
            p.said("until then", ladder.until_then.as_ref());
            if let Some(by) = &ladder.overruled {
                let reason = if by.reason { ", with a reason" } else { "" };
                let line = ["may be overruled by ", &by.role.text, reason].concat();
                p.line(by.role.span, &line);
            }
        });
    }

    /// `for each of (a, b)`.
    fn each(&self, parts: &[Name]) -> String {
        match parts {
            [] => String::new(),
            [one] if self.say.written() => " for each of ".to_owned() + &one.text,
            many => [" for each of (", &names(many), ")"].concat(),
        }
    }

    pub(super) fn ladder_head(&self, form: &LadderForm) -> String {
        match form {
            LadderForm::Rungs { .. } => String::new(),
            LadderForm::Bands { value, .. } => " from ".to_owned() + &self.say.rule(value),
            LadderForm::Table { subjects, .. } => " from ".to_owned() + &names(subjects),
        }
    }

    pub(super) fn ladder_body(&mut self, form: &LadderForm) {
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
            self.condition("never when ", never);
        }
        match form {
            LadderForm::Rungs { rungs, .. } => rungs.iter().for_each(|rung| self.rung(rung)),
            LadderForm::Bands { bands, .. } => bands.iter().for_each(|band| self.band(band)),
            LadderForm::Table { rows, .. } => {
                for row in rows {
                    let line = [&cells(&row.cells), " gives ", &row.gives.text].concat();
                    self.line(row.span, &line);
                }
            }
        }
        if let Some((name, label)) = otherwise {
            let label = self.label(label.as_ref());
            self.line(name.span, &["otherwise ", &name.text, &label].concat());
        }
    }

    fn rung(&mut self, rung: &Rung) {
        let label = self.label(rung.label.as_ref());
        self.block(
            rung.name.span,
            &[&rung.name.text, label.as_str()].concat(),
            |p| {
                p.aligns(&rung.aligns);
                rung.needs
                    .iter()
                    .for_each(|need| p.condition("needs ", need));
            },
        );
    }

    fn band(&mut self, band: &Band) {
        let label = self.label(band.label.as_ref());
        let minimum = self.say.operand(&band.minimum);
        let line = if self.say.written() {
            self.columns(&[&band.name.text, &minimum, label.trim_start()])
        } else {
            [&band.name.text, " ", &minimum, &label].concat()
        };
        self.line(band.name.span, &line);
    }

    fn condition(&mut self, word: &str, condition: &Condition) {
        let message = condition.message.as_ref().filter(|_| self.texts);
        let message =
            message.map(|text| [&self.say.gap(CLAUSE), "message ", &self.say.text(text)].concat());
        let rule = self.say.rule(&condition.rule);
        let line = [word, &rule, &message.unwrap_or_default()].concat();
        self.line(condition.rule.span, &line);
    }
}

fn cells(cells: &[TableCell]) -> String {
    let each = cells.iter().map(|cell| match cell {
        TableCell::Any(_) => "any".to_owned(),
        TableCell::OneOf(all) => join(all, " or "),
    });
    each.collect::<Vec<_>>().join(", ")
}
