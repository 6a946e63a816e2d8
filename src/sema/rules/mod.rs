//! Numbers and conditions: each expression is read as what its place needs,
//! and a mix is refused with what would fit.

mod bands;
mod comparisons;
mod conditions;
mod ladders;
mod level_lists;
mod names;
mod numbers;
mod operators;
mod percents;
mod row_tests;
mod rows;
mod said;
mod sets;
mod tables;

use super::declare::Declared;
use super::names::Entity;
use crate::diag::{Code, Diagnostic, Said, Sink};
use crate::limits;
use crate::model::{Num, Score, Shown};
use crate::syntax::ast::{self, Name, ScoreForm};
use crate::text::Span;

/// Words that sets begin with, as they may stand alone.
const SETS: &[&str] = &["criteria", "checks", "numbers", "rows", "parts"];

/// What is wrong with a line so that it declares nothing.
const LOSES: &[Code] = &[
    Code::Unclosed,
    Code::Unopened,
    Code::Syntax,
    Code::UnknownStatement,
    Code::Block,
    Code::UnknownName,
    Code::UsedFile,
];

pub(super) use ladders::apart;
pub(super) use row_tests::member;
pub(super) use rows::RowRules;

/// What a number measures. A mix is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ty {
    /// A plain number, percents too.
    Plain,
    /// A day.
    Day,
    /// A time in days.
    Days,
    /// A time in months.
    Months,
    /// Seconds.
    Seconds,
    /// Bytes.
    Bytes,
}

impl Ty {
    fn words(self) -> &'static str {
        match self {
            Self::Plain => "a plain number",
            Self::Day => "a day",
            Self::Days => "a time in days",
            Self::Months => "a time in months",
            Self::Seconds => "a length of time",
            Self::Bytes => "a size",
        }
    }

    /// The same for whoever shows such a number.
    fn unit(self, percent: bool) -> &'static str {
        match self {
            Self::Plain if percent => "percent",
            Self::Plain => "plain",
            Self::Day => "day",
            Self::Days => "days",
            Self::Months => "months",
            Self::Seconds => "seconds",
            Self::Bytes => "bytes",
        }
    }

    /// Whether two can be added or compared: so many days are a number too.
    fn meets(self, other: Self) -> bool {
        let plain = |ty| matches!(ty, Self::Plain | Self::Days);
        self == other || plain(self) && plain(other)
    }
}

/// A number, whether it is shown as a percent, and what it measures.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Typed {
    pub(super) rule: Num,
    pub(super) percent: bool,
    pub(super) ty: Ty,
}

impl Typed {
    fn plain(rule: Num, percent: bool) -> Self {
        Self {
            rule,
            percent,
            ty: Ty::Plain,
        }
    }
}

/// Reads rules against the declarations.
pub(super) struct Rules<'a, 'd> {
    pub(super) declared: &'d Declared<'a>,
    text: &'d str,
    pub(super) sink: &'d mut Sink,
    /// Where names are used now.
    pub(super) scope: usize,
    /// Places of names with what readers call them.
    labels: Vec<(Span, String)>,
    /// Rungs a bare name may stand for, with their ladder and place.
    rungs: Vec<(String, (usize, usize))>,
    /// Places of names that turned out to be levels.
    levels: Vec<Span>,
    /// Left sides of comparisons, with what is compared.
    units: Vec<(Span, &'static str)>,
    /// Which scores are shown as percents.
    percents: Vec<bool>,
    /// Rungs that stand above the one that is read, and itself.
    above: Vec<String>,
    /// Whether something is missing because its line was wrong.
    broken: bool,
    /// Whether a line was wrong before any rule was read.
    torn: bool,
    nodes: usize,
    /// Rows that sets have looked at so far.
    work: usize,
}

impl<'a, 'd> Rules<'a, 'd> {
    pub(super) fn new(
        declared: &'d Declared<'a>,
        text: &'d str,
        sink: &'d mut Sink,
        broken: bool,
    ) -> Self {
        Self {
            percents: percents::percents(declared),
            above: Vec::new(),
            torn: LOSES.iter().any(|code| sink.has(*code)),
            declared,
            text,
            sink,
            scope: 0,
            labels: Vec::new(),
            rungs: Vec::new(),
            levels: Vec::new(),
            units: Vec::new(),
            broken,
            nodes: 0,
            work: 0,
        }
    }

    /// A score's rule and how it is shown.
    pub(super) fn score(
        &mut self,
        index: usize,
        score: &ast::Score,
        scope: usize,
    ) -> Option<Score> {
        self.scope = scope;
        let mut found = self.declared.rubric.scores.get(index)?.clone();
        let typed = match &score.form {
            ScoreForm::Rule(rule) => {
                found.place = rule.span;
                self.num(rule)
            }
            ScoreForm::Table {
                subjects,
                rows,
                otherwise,
            } => self.number_table(&score.name, subjects, rows, otherwise.as_ref()),
        };
        let Some(typed) = typed else {
            return Some(found); // reported; its rule stays undefined
        };
        if typed.ty != Ty::Plain && typed.ty != Ty::Days {
            let message = say!("a score is a number, and this is {}", typed.ty.words());
            self.error(
                Code::TypeMix,
                score.name.span,
                message,
                "compare it or count with it: `days from a to b`",
            );
        }
        found.shown = match &score.shown {
            Some(ast::Shown::Percent(_)) => Shown::Percent,
            Some(ast::Shown::OutOf(most)) => Shown::OutOf(most.value),
            None if typed.percent => Shown::Percent,
            None => Shown::Plain,
        };
        found.rule = match found.shown {
            Shown::OutOf(most) => Num::Mul(vec![typed.rule, Num::Constant(most)]),
            _ => typed.rule,
        };
        Some(found)
    }

    /// Counts a node; nothing once there are too many, which is said once.
    fn node(&mut self, place: Span) -> Option<()> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes == limits::NODES.saturating_add(1) {
            let message = say!(
                "the rules of this rubric have more than {} parts",
                limits::NODES
            );
            self.error(
                Code::TooMany,
                place,
                message,
                "split it into several rubrics",
            );
        }
        (self.nodes <= limits::NODES).then_some(())
    }

    /// Counts that a set looks at every row so many times, in the same way.
    fn look(&mut self, times: usize, place: Span) -> Option<()> {
        let before = self.work;
        let rows = self.declared.rubric.rows.len().saturating_add(1);
        self.work = before.saturating_add(rows.saturating_mul(times));
        if before <= limits::SET_WORK && self.work > limits::SET_WORK {
            self.error(
                Code::TooMany,
                place,
                "the sets of this rubric name too many rows all together",
                "give a set that is used often a name with `score`, and use the name",
            );
        }
        (self.work <= limits::SET_WORK).then_some(())
    }

    /// How much there is to work out once, in rows, slots and nodes.
    pub(super) fn weight(&self) -> usize {
        let rubric = &self.declared.rubric;
        let inputs = [rubric.rows.len(), rubric.asks.len(), rubric.slots.len()];
        let all = inputs.into_iter().chain([self.nodes, self.work]);
        all.fold(1, usize::saturating_add)
    }

    pub(super) fn error(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<Said>,
        help: impl Into<Said>,
    ) {
        let found = Diagnostic::error(code, span, message);
        let help: Said = help.into();
        self.sink.push(if help.is_empty() {
            found
        } else {
            found.help(help)
        });
    }

    /// What a name stands for; an unknown one is reported.
    pub(super) fn entity(&mut self, name: &Name) -> Option<Entity> {
        let found = self.declared.find(&name.text, self.scope);
        match found {
            Some(entity) => self.called(name, entity),
            None => self.unknown(name),
        }
        found
    }

    /// A name nothing has; silent when an unclosed brace may have hidden it.
    fn unknown(&mut self, name: &Name) {
        if self.declared.names.is_excused(&name.text) {
            return;
        }
        let several = SETS.contains(&name.text.as_str());
        let near = (!several)
            .then(|| self.declared.names.near(&name.text, self.sink))
            .flatten();
        if self.broken && near.is_none() {
            return;
        }
        if several {
            let message = say!(
                "`{}` are several rows, and one thing is needed here",
                name.text
            );
            let help = "say how many, as in `every criterion is ...`, or what to do with them, as in `sum of criteria`";
            return self.error(Code::WrongKind, name.span, message, help);
        }
        if self.above.contains(&name.text) {
            let message = say!("the rung `{}` does not stand below this one", name.text);
            let help = "rungs stand best first, and one may need those below it only";
            return self.error(Code::UnknownName, name.span, message, help);
        }
        let message = say!("nothing here is called `{}`", name.text);
        let found = Diagnostic::error(Code::UnknownName, name.span, message);
        self.sink.push(found.suggest(near));
    }

    /// A name that is not what its place needs.
    fn wrong_kind<T>(
        &mut self,
        name: &Name,
        entity: Entity,
        needed: &str,
        help: impl Into<Said>,
    ) -> Option<T> {
        let message = say!(
            "`{}` is {}, where {} is needed",
            name.text,
            entity.kind(),
            needed
        );
        self.error(Code::WrongKind, name.span, message, help);
        None
    }
}
