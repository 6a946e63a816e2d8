//! Numbers and conditions: each expression is read as what its place needs,
//! and a mix is refused with what would fit.

mod awards;
mod comparisons;
mod conditions;
mod numbers;
mod operators;
mod row_tests;
mod sets;

use super::declare::Declared;
use super::names::Entity;
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{self, Num};
use crate::num::Rational;
use crate::syntax::ast::{self, Name};
use crate::text::Span;

/// A number, and whether it is shown as a percent.
type Typed = (Num, bool);

/// Reads rules against the declarations.
pub(super) struct Rules<'a> {
    declared: &'a Declared,
    text: &'a str,
    sink: &'a mut Sink,
    /// Places of names with what readers call them.
    labels: Vec<(Span, String)>,
    /// Rungs a bare name may stand for: award, and names with their index.
    rungs: Vec<(String, (usize, usize))>,
    /// Whether the last comparison was between percents.
    percent: bool,
    /// Which scores are shown as percents.
    percents: Vec<bool>,
    /// Whether something is missing because its line was wrong.
    broken: bool,
    nodes: usize,
    /// Rows that sets have looked at so far.
    work: usize,
}

impl<'a> Rules<'a> {
    pub(super) fn new(
        declared: &'a Declared,
        text: &'a str,
        sink: &'a mut Sink,
        percents: Vec<bool>,
        broken: bool,
    ) -> Self {
        Self {
            declared,
            text,
            sink,
            labels: Vec::new(),
            rungs: Vec::new(),
            percent: false,
            percents,
            broken,
            nodes: 0,
            work: 0,
        }
    }

    pub(super) fn score(&mut self, score: &ast::Score) -> model::Score {
        let (rule, percent) = self
            .num(&score.rule)
            .unwrap_or((Num::Constant(Rational::ZERO), false));
        let label = score
            .label
            .as_ref()
            .map_or_else(|| score.name.text.clone(), |label| label.value.clone());
        model::Score {
            name: score.name.text.clone(),
            label,
            percent,
            rule,
        }
    }

    /// Counts a node; nothing once there are too many, which is said once.
    fn node(&mut self, place: Span) -> Option<()> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes == limits::NODES.saturating_add(1) {
            let message = format!(
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
        let rows = self.declared.rows.len().saturating_add(1);
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

    fn error(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        let found = Diagnostic::error(code, span, message);
        self.sink.push(if help.is_empty() {
            found
        } else {
            found.help(help)
        });
    }

    /// A name nothing has; silent when an unclosed brace may have hidden it.
    fn unknown(&mut self, name: &Name) {
        if self.declared.names.is_excused(&name.text) {
            return;
        }
        let near = if self.sink.is_full() {
            None
        } else {
            self.declared.names.near(&name.text)
        };
        if self.broken && near.is_none() {
            return;
        }
        let message = format!("nothing here is called `{}`", name.text);
        self.sink
            .push(Diagnostic::error(Code::UnknownName, name.span, message).suggest(near));
    }

    /// Remembers what readers call a name.
    fn called(&mut self, name: &Name, entity: Entity) {
        let label = match entity {
            Entity::Row(row) => self.declared.rows.get(row).map(|row| row.label.clone()),
            Entity::Part(part) => self.declared.parts.get(part).map(|part| part.label.clone()),
            Entity::Score(score) => self
                .declared
                .score_labels
                .get(score)
                .map(|(_, label)| label.clone()),
            Entity::Award => None,
        };
        if let Some(label) = label {
            self.say(name.span, label);
        }
    }

    /// Remembers what readers call what stands in a place, in the order of the text.
    fn say(&mut self, place: Span, label: String) {
        let at = self
            .labels
            .partition_point(|(known, _)| known.start <= place.start);
        self.labels.insert(at, (place, label));
    }

    /// Whether a percent is what a score is shown as.
    fn is_percent(&self, score: usize) -> bool {
        self.percents.get(score).copied().unwrap_or(false)
    }
}
