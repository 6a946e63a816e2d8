//! Declarations: scales, rows, inputs, slots, scores, ladders, and people.

use super::expr::{operand, rule, set};
use super::texts::{Printer, day, given, literal, names, quoted, quotes};
use crate::syntax::ast::{
    Ask, AttemptLine, Attempts, Band, Code, CodeReach, CodeTo, Condition, CountingTries, Dated,
    Ends, Example, ExampleLine, InputKind, Item, Ladder, LadderForm, Marks, Measure, Name,
    NumberRange, Part, RaterLine, Raters, Row, RowKind, Scale, ScaleLevel, Score, ScoreForm,
    Series, Setting, Shown, Slot, SlotRule, Standing, TableCell, Text, TriesOf, Worked,
};

impl Printer {
    pub(super) fn scale(&mut self, scale: &Scale) {
        let label = self.label(scale.label.as_ref());
        let kind = scale_kind(scale.ordinal, scale.lower);
        self.block(&format!("scale {}{label}{kind}", scale.name.text), |p| {
            p.levels(&scale.levels)
        });
    }

    fn levels(&mut self, levels: &[ScaleLevel]) {
        for level in levels {
            let marks = match &level.marks {
                Marks::Unsaid => String::new(),
                Marks::Points(points) => format!(" {}", literal(points)),
                Marks::Range(from, to, step) => {
                    let step = step.as_ref().map(|step| format!(" step {}", literal(step)));
                    format!(
                        " {}..{}{}",
                        literal(from),
                        literal(to),
                        step.unwrap_or_default()
                    )
                }
                Marks::List(all) => format!(" {}", listed(all)),
            };
            let (label, said) = (
                self.label(level.label.as_ref()),
                self.label(level.description.as_ref()),
            );
            let advise = level.advice.as_ref().filter(|_| self.texts);
            let advise = advise.map(|text| format!(" advise {}", quoted(&text.value)));
            self.line(&format!(
                "{}{marks}{label}{said}{}{}",
                level.name.text,
                advise.unwrap_or_default(),
                self.aligned(&level.aligns)
            ));
        }
    }

    pub(super) fn part(&mut self, part: &Part) {
        self.part_with(part, &part.items);
    }

    /// A part with some of its members, or none.
    pub(super) fn part_with(&mut self, part: &Part, items: &[Item]) {
        let label = self.label(part.label.as_ref());
        let series = series(part.series.as_ref());
        self.block(&format!("part {}{series}{label}", part.name.text), |p| {
            p.properties(&part.properties);
            if let Some(count) = &part.choose {
                p.line(&format!("choose {}", literal(count)));
            }
            items.iter().for_each(|item| p.item(item));
        });
    }

    pub(super) fn row(&mut self, row: &Row) {
        let label = self.label(row.label.as_ref());
        let (word, tail) = match &row.kind {
            RowKind::Criterion { scale, offered } => {
                let cut = offered.as_ref().map(|(from, to)| {
                    let end = |name: &Option<Name>| {
                        name.as_ref()
                            .map(|name| name.text.clone())
                            .unwrap_or_default()
                    };
                    format!(" {}..{}", end(from), end(to))
                });
                (
                    "criterion",
                    format!(" on {}{}", scale.text, cut.unwrap_or_default()),
                )
            }
            RowKind::Own(_) => ("criterion", String::new()),
            RowKind::Check { points } => {
                let points = points
                    .as_ref()
                    .map(|points| format!(" {}", literal(points)));
                ("check", points.unwrap_or_default())
            }
            RowKind::Number {
                range: numbers,
                lower,
            } => {
                let lower = if *lower { " lower is better" } else { "" };
                ("number", format!(" {}{lower}", range(numbers)))
            }
        };
        let (worked, form) = match &row.worked {
            Some(Worked::MetWhen(when)) => (format!(" met when {}", rule(when)), None),
            Some(Worked::Ladder(form)) => (ladder_head(form), Some(form)),
            None => (String::new(), None),
        };
        let series = series(row.series.as_ref());
        self.block(
            &format!("{word} {}{series}{label}{tail}{worked}", row.name.text),
            |p| {
                p.properties(&row.properties);
                if let RowKind::Own(own) = &row.kind {
                    p.block(
                        &format!("levels{}", scale_kind(own.ordinal, own.lower)),
                        |p| p.levels(&own.levels),
                    );
                }
                if let Some(form) = form {
                    p.ladder_body(form);
                }
                for level in row.levels.iter().filter(|_| p.texts).collect::<Vec<_>>() {
                    let tail = |word: &str, text: Option<&Text>| {
                        text.map(|text| format!(" {word} {}", quoted(&text.value)))
                            .unwrap_or_default()
                    };
                    let line = format!(
                        "{} {}{}{}{}",
                        level.name.text,
                        quoted(&level.descriptor.value),
                        tail("advise", level.advice.as_ref()),
                        tail("for learner", level.learner.as_ref()),
                        p.aligned(&level.aligns)
                    );
                    p.line(&line);
                }
            },
        );
    }

    pub(super) fn ask(&mut self, ask: &Ask) {
        let label = self.label(ask.label.as_ref());
        let default = ask
            .default
            .as_ref()
            .map(|value| format!(" default {}", given(value)));
        self.input(
            &format!("ask {}{label}", ask.name.text),
            &ask.kind,
            &default.unwrap_or_default(),
            ask.about.as_ref(),
        );
    }

    pub(super) fn setting(&mut self, setting: &Setting) {
        let label = self.label(setting.label.as_ref());
        let each = setting.defaults.iter().map(|(value, from)| match from {
            Some(date) => format!("{} from {}", given(value), day(*date)),
            None => given(value),
        });
        let each: Vec<String> = each.collect();
        let source = self.label(setting.source.as_ref());
        self.input(
            &format!("setting {}{label}", setting.name.text),
            &setting.kind,
            &format!(" default {}{source}", each.join(", ")),
            None,
        );
    }

    fn input(&mut self, head: &str, kind: &InputKind, default: &str, about: Option<&Text>) {
        let (taken, choices) = match kind {
            InputKind::Number(numbers) => (format!(" {}", range(numbers)), Vec::new()),
            InputKind::YesNo => (" yes/no".to_owned(), Vec::new()),
            InputKind::Date => (" date".to_owned(), Vec::new()),
            InputKind::Choices(choices) => (String::new(), choices.iter().collect()),
        };
        let head = format!("{head}{taken}{default}");
        if choices.is_empty() && about.is_none_or(|_| !self.texts) {
            return self.line(&head);
        }
        self.block(&head, |p| {
            p.said("about", about);
            for choice in choices {
                let (label, said) = (
                    p.label(choice.label.as_ref()),
                    p.label(choice.description.as_ref()),
                );
                p.line(&format!("{}{label}{said}", choice.name.text));
            }
        });
    }

    pub(super) fn slot(&mut self, slot: &Slot) {
        let label = self.label(slot.label.as_ref());
        self.block(&format!("evidence {}{label}", slot.name.text), |p| {
            p.said("about", slot.about.as_ref());
            if slot.optional.is_some() {
                p.line("optional");
            }
            if let Some(when) = &slot.only_when {
                p.line(&format!("only when {}", rule(when)));
            }
            for line in &slot.lines {
                // Advice never changes a verdict, and neither does what is only stated.
                if !p.texts && (line.advice || matches!(line.rule, SlotRule::Attest(_))) {
                    continue;
                }
                let soft = if line.advice { " advice" } else { "" };
                let message = p.label(line.message.as_ref());
                p.line(&format!("{}{soft}{message}", slot_rule(&line.rule)));
            }
        });
    }

    pub(super) fn score(&mut self, score: &Score) {
        let label = self.label(score.label.as_ref());
        let head = format!("score {}{label}{}", score.name.text, each(&score.each));
        let shown = match &score.shown {
            Some(Shown::Percent(_)) if self.texts => " as percent".to_owned(),
            Some(Shown::OutOf(most)) => format!(" out of {}", literal(most)),
            _ => String::new(),
        };
        match &score.form {
            ScoreForm::Rule(expr) => self.line(&format!("{head} = {}{shown}", rule(expr))),
            ScoreForm::Table {
                subjects,
                rows,
                otherwise,
            } => {
                self.block(&format!("{head} = from {}{shown}", names(subjects)), |p| {
                    for row in rows {
                        p.line(&format!("{} gives {}", cells(&row.cells), rule(&row.gives)));
                    }
                    if let Some(otherwise) = otherwise {
                        p.line(&format!("otherwise {}", rule(otherwise)));
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
            .map(|scale| format!(" on {}", scale.text))
            .unwrap_or_default();
        let head = format!(
            "{word} {}{label}{}{on}{}",
            ladder.name.text,
            each(&ladder.each),
            ladder_head(&ladder.form)
        );
        self.block(&head, |p| {
            p.said("about", ladder.about.as_ref());
            p.aligns(&ladder.aligns);
            p.ladder_body(&ladder.form);
            p.said("until then", ladder.until_then.as_ref());
            if let Some(by) = &ladder.overruled {
                let reason = if by.reason { ", with a reason" } else { "" };
                p.line(&format!("may be overruled by {}{reason}", by.role.text));
            }
        });
    }

    fn ladder_body(&mut self, form: &LadderForm) {
        let (nevers, otherwise) = match form {
            LadderForm::Rungs {
                nevers, otherwise, ..
            }
            | LadderForm::Bands {
                nevers, otherwise, ..
            }
            | LadderForm::Table {
                nevers, otherwise, ..
            } => (nevers, otherwise),
        };
        nevers
            .iter()
            .for_each(|never| self.condition("never when", never));
        match form {
            LadderForm::Rungs { rungs, .. } => {
                for rung in rungs {
                    let label = self.label(rung.label.as_ref());
                    self.block(&format!("{}{label}", rung.name.text), |p| {
                        p.aligns(&rung.aligns);
                        rung.needs
                            .iter()
                            .for_each(|need| p.condition("needs", need));
                    });
                }
            }
            LadderForm::Bands { bands, .. } => bands.iter().for_each(|band| self.band(band)),
            LadderForm::Table { rows, .. } => {
                for row in rows {
                    self.line(&format!("{} gives {}", cells(&row.cells), row.gives.text));
                }
            }
        }
        if let Some((name, label)) = otherwise {
            let label = self.label(label.as_ref());
            self.line(&format!("otherwise {}{label}", name.text));
        }
    }

    fn band(&mut self, band: &Band) {
        let label = self.label(band.label.as_ref());
        self.line(&format!(
            "{} {}{label}",
            band.name.text,
            operand(&band.minimum)
        ));
    }

    fn condition(&mut self, word: &str, condition: &Condition) {
        let message = condition.message.as_ref().filter(|_| self.texts);
        let message = message.map(|text| format!(" message {}", quoted(&text.value)));
        self.line(&format!(
            "{word} {}{}",
            rule(&condition.rule),
            message.unwrap_or_default()
        ));
    }

    pub(super) fn raters(&mut self, raters: &Raters) {
        self.block("raters", |p| {
            for line in &raters.lines {
                p.line(&rater_line(line));
            }
        });
    }

    pub(super) fn attempts(&mut self, attempts: &Attempts) {
        let of = match attempts.of {
            TriesOf::Row => "each row",
            TriesOf::Part => "each part",
            TriesOf::Whole => "the whole",
        };
        self.block(&format!("attempts of {of}"), |p| {
            for line in &attempts.lines {
                p.line(&attempt_line(line));
            }
        });
    }

    pub(super) fn codes(&mut self, codes: &[Code]) {
        self.block("codes", |p| {
            for code in codes {
                let label = p.label(code.label.as_ref());
                let reach = match &code.reach {
                    CodeReach::Rows(rows) => names(rows),
                    CodeReach::ThisRow => "this row".to_owned(),
                    CodeReach::EveryRow => "every row".to_owned(),
                };
                let to = match &code.to {
                    CodeTo::Value(value) => given(value),
                    CodeTo::NoScore => "no score".to_owned(),
                    CodeTo::NotScored => "not scored".to_owned(),
                };
                p.line(&format!("{}{label} sets {reach} to {to}", code.name.text));
            }
        });
    }

    pub(super) fn example(&mut self, example: &Example) {
        self.block(&format!("example {}", quoted(&example.label.value)), |p| {
            for line in &example.lines {
                let line = match line {
                    ExampleLine::Assign(name, value) => format!("{} {}", name.text, given(value)),
                    ExampleLine::Every(of, value) => {
                        format!("every {} is {}", set(of), given(value))
                    }
                    ExampleLine::Today(date) => format!("today {}", day(*date)),
                    ExampleLine::Code(name, row) => {
                        let row = row.as_ref().map(|row| format!(" on {}", row.text));
                        format!("code {}{}", name.text, row.unwrap_or_default())
                    }
                    ExampleLine::Expects(expr) => format!("expects {}", rule(expr)),
                    ExampleLine::ExpectsState(path, standing, _) => {
                        let standing = match standing {
                            Standing::Open => "open",
                            Standing::Pending => "pending",
                            Standing::OutOfReach => "out of reach",
                        };
                        format!("expects {} is {standing}", names(path).replace(", ", " "))
                    }
                };
                p.line(&line);
            }
        });
    }
}

fn scale_kind(ordinal: bool, lower: bool) -> String {
    let ordinal = if ordinal { " ordinal" } else { "" };
    let lower = if lower { " lower is better" } else { "" };
    format!("{ordinal}{lower}")
}

fn series(series: Option<&Series>) -> String {
    let text = series.map(|series| format!(" {}..{}", literal(&series.from), literal(&series.to)));
    text.unwrap_or_default()
}

fn listed(all: &[crate::syntax::ast::Literal]) -> String {
    all.iter().map(literal).collect::<Vec<_>>().join(", ")
}

fn range(range: &NumberRange) -> String {
    match range {
        NumberRange::In(all) => format!("in {}", listed(all)),
        NumberRange::Between { from, to, step } => {
            let to = to.as_ref().map(literal).unwrap_or_default();
            let step = step.as_ref().map(|step| format!(" step {}", literal(step)));
            format!("{}..{to}{}", literal(from), step.unwrap_or_default())
        }
    }
}

fn each(parts: &[Name]) -> String {
    if parts.is_empty() {
        return String::new();
    }
    format!(" for each of ({})", names(parts))
}

fn ladder_head(form: &LadderForm) -> String {
    match form {
        LadderForm::Rungs { .. } => String::new(),
        LadderForm::Bands { value, .. } => format!(" from {}", rule(value)),
        LadderForm::Table { subjects, .. } => format!(" from {}", names(subjects)),
    }
}

fn cells(cells: &[TableCell]) -> String {
    let each = cells.iter().map(|cell| match cell {
        TableCell::Any(_) => "any".to_owned(),
        TableCell::OneOf(all) => names(all).replace(", ", " or "),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn ends(ends: &Ends) -> String {
    let end =
        |end: &Option<crate::syntax::ast::Literal>| end.as_ref().map(literal).unwrap_or_default();
    format!("{}..{}", end(&ends.from), end(&ends.to))
}

fn slot_rule(rule: &SlotRule) -> String {
    match rule {
        SlotRule::Accepts(kinds, extensions) => {
            let kinds = kinds.iter().map(|kind| kind.text.replace('_', " "));
            let extensions = extensions.iter().map(|text| quoted(&text.value));
            format!(
                "accepts {}",
                kinds.chain(extensions).collect::<Vec<_>>().join(", ")
            )
        }
        SlotRule::Items(range) => format!("items {}", ends(range)),
        SlotRule::Measured(measure, range, total) => {
            let word = match measure {
                Measure::Size => "size",
                Measure::Pages => "pages",
                Measure::Words => "words",
                Measure::Characters => "characters",
                Measure::Length => "length",
                Measure::Width => "width",
                Measure::Height => "height",
            };
            format!(
                "{}{word} {}",
                if *total { "total " } else { "" },
                ends(range)
            )
        }
        SlotRule::Dated(Dated::Within(time)) => format!("dated within {}", literal(time)),
        SlotRule::Dated(Dated::After(date)) => format!("dated after {}", day(*date)),
        SlotRule::Dated(Dated::Before(date)) => format!("dated before {}", day(*date)),
        SlotRule::Hosts(hosts) => format!("hosts {}", quotes(hosts)),
        SlotRule::NamedLike(text) => format!("named like {}", quoted(&text.value)),
        SlotRule::Mentions(all, texts) => format!(
            "mentions {} of {}",
            if *all { "all" } else { "any" },
            quotes(texts)
        ),
        SlotRule::AvoidsPersonal => "avoids personal information".to_owned(),
        SlotRule::Avoids(pattern) => format!("avoids {}", quoted(&pattern.value)),
        SlotRule::PeopleAtLeast(count) => format!("people at least {}", literal(count)),
        SlotRule::PeopleNotAuthor => "people not the author".to_owned(),
        SlotRule::NoDuplicates => "no duplicates".to_owned(),
        SlotRule::NoteRequired => "note required".to_owned(),
        SlotRule::NamesRows => "names rows".to_owned(),
        SlotRule::Attest(text) => format!("attest {}", quoted(&text.value)),
    }
}

fn rater_line(line: &RaterLine) -> String {
    match line {
        RaterLine::Role {
            role,
            from,
            to,
            blind,
        } => {
            let count = match (from, to) {
                (None, _) => String::new(),
                (Some(from), to) => format!(
                    " {}..{}",
                    literal(from),
                    to.as_ref().map(literal).unwrap_or_default()
                ),
            };
            format!(
                "{}{count}{}",
                role.text,
                if *blind { ", blind" } else { "" }
            )
        }
        RaterLine::Combine { how, ties } => {
            let ties = ties.as_ref().map(|ties| format!(", ties {}", ties.text));
            format!("combine by {}{}", how.text, ties.unwrap_or_default())
        }
        RaterLine::Counts(role) => format!("whose score counts: {}", role.text),
        RaterLine::Adjudicate {
            role,
            more_than,
            levels,
        } => {
            let unit = if *levels { "levels" } else { "points" };
            format!(
                "adjudicate when {} differ by more than {} {unit}",
                role.text,
                literal(more_than)
            )
        }
        RaterLine::WithoutConflicted(_) => "without conflicted".to_owned(),
        RaterLine::ConfirmSelf(_) => "confirm self".to_owned(),
    }
}

fn attempt_line(line: &AttemptLine) -> String {
    match line {
        AttemptLine::AtLeast(count, level) => format!(
            "at least {} tries at {}, else no score",
            literal(count),
            level.text
        ),
        AttemptLine::AtMost(count) => format!("at most {} tries", literal(count)),
        AttemptLine::OnlyBelow(level) => format!("only rows below {} may be redone", level.text),
        AttemptLine::Counts(tries, _) => match tries {
            CountingTries::Newest => "newest counts".to_owned(),
            CountingTries::Best => "best counts".to_owned(),
            CountingTries::MeanOfAll => "mean of all".to_owned(),
            CountingTries::MeanOfNewest(n) => format!("mean of newest {}", literal(n)),
            CountingTries::MeanOfBest(n) => format!("mean of best {}", literal(n)),
            CountingTries::MedianOfNewest(n) => format!("median of newest {}", literal(n)),
            CountingTries::NewestAndOthers(newest, others) => {
                format!(
                    "newest counts {}, the mean of the others {}",
                    literal(newest),
                    literal(others)
                )
            }
            CountingTries::EachNewer(share) => format!("each newer try counts {}", literal(share)),
        },
    }
}
