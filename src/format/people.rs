//! Several raters, several tries, and the codes a rater gives.

use super::printer::Printer;
use super::say::{Say, names};
use crate::num::Rational;
use crate::syntax::ast::{
    AttemptLine, Attempts, Code, CodeReach, CodeTo, CountingTries, Literal, RaterLine, Raters,
    TriesOf,
};
use crate::text::Span;

impl Printer<'_> {
    pub(super) fn raters(&mut self, raters: &Raters) {
        self.block(raters.span, "raters", |p| {
            for line in &raters.lines {
                let text = p.say.rater_line(line);
                p.line(rater_place(line), &text);
            }
        });
    }

    pub(super) fn attempts(&mut self, attempts: &Attempts) {
        let of = match attempts.of {
            TriesOf::Row => "attempts of each row",
            TriesOf::Part => "attempts of each part",
            TriesOf::Whole => "attempts of the whole",
        };
        self.block(attempts.span, of, |p| {
            for line in &attempts.lines {
                let (at, text) = p.say.attempt_line(line);
                p.line(at, &text);
            }
        });
    }

    pub(super) fn codes(&mut self, codes: &[Code]) {
        self.block(Span::default(), "codes", |p| {
            for code in codes {
                let label = p.label(code.label.as_ref());
                let reach = match &code.reach {
                    CodeReach::Rows(rows) => names(rows),
                    CodeReach::ThisRow => "this row".to_owned(),
                    CodeReach::EveryRow => "every row".to_owned(),
                };
                let to = match &code.to {
                    CodeTo::Value(value) => p.say.given(value),
                    CodeTo::NoScore => "no score".to_owned(),
                    CodeTo::NotScored => "not scored".to_owned(),
                };
                let line = [
                    &code.name.text,
                    label.as_str(),
                    " sets ",
                    &reach,
                    " to ",
                    &to,
                ]
                .concat();
                p.line(code.name.span, &line);
            }
        });
    }
}

fn rater_place(line: &RaterLine) -> Span {
    match line {
        RaterLine::Role { role, .. } | RaterLine::Adjudicate { role, .. } => role.span,
        RaterLine::Combine { how, .. } => how.span,
        RaterLine::Counts(role) => role.span,
        RaterLine::WithoutConflicted(span) | RaterLine::ConfirmSelf(span) => *span,
    }
}

impl Say<'_> {
    fn rater_line(self, line: &RaterLine) -> String {
        match line {
            RaterLine::Role {
                role,
                from,
                to,
                blind,
            } => {
                let count = from.as_ref().map(|from| self.role_count(from, to.as_ref()));
                let blind = if *blind { ", blind" } else { "" };
                [&role.text, count.unwrap_or_default().as_str(), blind].concat()
            }
            RaterLine::Combine { how, ties } => {
                let ties = ties.as_ref().map(|ties| ", ties ".to_owned() + &ties.text);
                ["combine by ", &how.text, &ties.unwrap_or_default()].concat()
            }
            RaterLine::Counts(role) => "whose score counts: ".to_owned() + &role.text,
            RaterLine::Adjudicate {
                role,
                more_than,
                levels,
            } => {
                let by = self.literal(more_than);
                let unit = match (levels, self.written() && more_than.value == Rational::ONE) {
                    (true, false) => "levels",
                    (true, true) => "level",
                    (false, false) => "points",
                    (false, true) => "point",
                };
                let role = &role.text;
                [
                    "adjudicate when ",
                    role,
                    " differ by more than ",
                    &by,
                    " ",
                    unit,
                ]
                .concat()
            }
            RaterLine::WithoutConflicted(_) => "without conflicted".to_owned(),
            RaterLine::ConfirmSelf(_) => "confirm self".to_owned(),
        }
    }

    fn role_count(self, from: &Literal, to: Option<&Literal>) -> String {
        match to {
            Some(to) if self.written() && to.span == from.span => {
                " ".to_owned() + &self.literal(from)
            }
            to => " ".to_owned() + &self.ends(Some(from), to),
        }
    }

    fn attempt_line(self, line: &AttemptLine) -> (Span, String) {
        let tries = |count: &Literal| {
            let one = self.written() && count.value == Rational::ONE;
            self.literal(count) + if one { " try" } else { " tries" }
        };
        match line {
            AttemptLine::AtLeast(count, level) => {
                let tries = tries(count);
                let line = ["at least ", &tries, " at ", &level.text, ", else no score"].concat();
                (count.span, line)
            }
            AttemptLine::AtMost(count) => (count.span, "at most ".to_owned() + &tries(count)),
            AttemptLine::OnlyBelow(level) => {
                let line = ["only rows below ", &level.text, " may be redone"].concat();
                (level.span, line)
            }
            AttemptLine::Counts(tries, span) => (*span, self.counting(tries)),
        }
    }

    fn counting(self, tries: &CountingTries) -> String {
        let of = |word: &str, n: &Literal| word.to_owned() + &self.literal(n);
        match tries {
            CountingTries::Newest => "newest counts".to_owned(),
            CountingTries::Best => "best counts".to_owned(),
            CountingTries::MeanOfAll => "mean of all".to_owned(),
            CountingTries::MeanOfNewest(n) => of("mean of newest ", n),
            CountingTries::MeanOfBest(n) => of("mean of best ", n),
            CountingTries::MedianOfNewest(n) => of("median of newest ", n),
            CountingTries::NewestAndOthers(newest, others) => {
                of("newest counts ", newest) + &of(", the mean of the others ", others)
            }
            CountingTries::EachNewer(share) => of("each newer try counts ", share),
        }
    }
}
