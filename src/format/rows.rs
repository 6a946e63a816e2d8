//! Parts and rows.

use super::printer::Printer;
use super::say::Say;
use crate::syntax::ast::{Item, Name, NumberRange, Part, Row, RowKind, RowLevel, Series, Worked};

impl Printer<'_> {
    pub(super) fn part(&mut self, part: &Part) {
        self.part_with(part, &part.items);
    }

    /// A part with some of its members, or none.
    pub(super) fn part_with(&mut self, part: &Part, items: &[Item]) {
        let label = self.label(part.label.as_ref());
        let series = self.say.series(part.series.as_ref());
        let head = ["part ", &part.name.text, &series, &label].concat();
        self.block(part.name.span, &head, |p| {
            p.properties(&part.properties);
            if let Some(count) = &part.choose {
                let line = "choose ".to_owned() + &p.say.literal(count);
                p.line(count.span, &line);
            }
            items.iter().for_each(|item| p.item(item));
        });
    }

    pub(super) fn row(&mut self, row: &Row) {
        let head = self.row_head(row);
        self.block(row.name.span, &head, |p| {
            p.properties(&row.properties);
            if let RowKind::Own(own) = &row.kind {
                p.own_scale(own);
            }
            if let Some(Worked::Ladder(form)) = &row.worked {
                p.ladder_body(form);
            }
            let levels = row.levels.iter().filter(|_| p.texts);
            levels
                .collect::<Vec<_>>()
                .into_iter()
                .for_each(|level| p.row_level(level));
        });
    }

    fn row_head(&self, row: &Row) -> String {
        let label = self.label(row.label.as_ref());
        let (word, tail) = match &row.kind {
            RowKind::Criterion { scale, offered } => {
                let cut = offered.as_ref().map(|(from, to)| offered_levels(from, to));
                let on = [" on ", &scale.text, &cut.unwrap_or_default()].concat();
                ("criterion ", on)
            }
            RowKind::Own(_) => ("criterion ", String::new()),
            RowKind::Check { points } => {
                let points = points.as_ref().map(|points| self.say.literal(points));
                let points = points.map(|points| " ".to_owned() + &points);
                ("check ", points.unwrap_or_default())
            }
            RowKind::Number { range, lower } => {
                let lower = if *lower { " lower is better" } else { "" };
                ("number ", [" ", &self.say.range(range), lower].concat())
            }
        };
        let worked = match &row.worked {
            Some(Worked::MetWhen(when)) => " met when ".to_owned() + &self.say.rule(when),
            Some(Worked::Ladder(form)) => self.ladder_head(form),
            None => String::new(),
        };
        let series = self.say.series(row.series.as_ref());
        [word, &row.name.text, &series, &label, &tail, &worked].concat()
    }

    fn row_level(&mut self, level: &RowLevel) {
        let texts = [
            self.say.text(&level.descriptor),
            self.say.tail("advise", level.advice.as_ref()),
            self.say.tail("for learner", level.learner.as_ref()),
            self.aligned(&level.aligns),
        ];
        let line = self.columns(&[&level.name.text, &texts.concat()]);
        self.line(level.name.span, &line);
    }
}

impl Say<'_> {
    fn series(self, series: Option<&Series>) -> String {
        let text = series.map(|series| self.ends(Some(&series.from), Some(&series.to)));
        text.map(|text| " ".to_owned() + &text).unwrap_or_default()
    }

    pub(super) fn range(self, range: &NumberRange) -> String {
        match range {
            NumberRange::In(all) => "in ".to_owned() + &self.literals(all),
            NumberRange::Between { from, to, step } => {
                let step = step
                    .as_ref()
                    .map(|step| " step ".to_owned() + &self.literal(step));
                self.ends(Some(from), to.as_ref()) + &step.unwrap_or_default()
            }
        }
    }
}

fn offered_levels(from: &Option<Name>, to: &Option<Name>) -> String {
    let end = |name: &Option<Name>| name.as_ref().map(|name| name.text.clone());
    let (from, to) = (end(from).unwrap_or_default(), end(to).unwrap_or_default());
    [" ", &from, "..", &to].concat()
}
