//! Numbers and conditions: each expression is read as what its place needs,
//! and a mix is refused with what would fit.

use super::declare::Declared;
use super::names::Entity;
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{self, Compare, Gather, Member, Num, Quantity, Truth};
use crate::num::{Rational, Rounding};
use crate::syntax::ast::{self, Cmp, Direction, Expr, ExprKind, Literal, Name, Op, Operation};
use crate::text::Span;
use std::cmp::Ordering;

/// A number, and whether it is shown as a percent.
pub(super) type Typed = (Num, bool);

/// Reads rules against the declarations.
pub(super) struct Rules<'a> {
    pub(super) declared: &'a Declared,
    pub(super) text: &'a str,
    pub(super) sink: &'a mut Sink,
    /// Places of names with what readers call them.
    pub(super) labels: Vec<(Span, String)>,
    /// Rungs a bare name may stand for: award, and names with their index.
    pub(super) rungs: Vec<(String, (usize, usize))>,
    /// Whether the last comparison was between percents.
    pub(super) percent: bool,
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

    /// Counts a node; nothing once there are too many, which is said once.
    pub(super) fn node(&mut self, place: Span) -> Option<()> {
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
    pub(super) fn look(&mut self, times: usize, place: Span) -> Option<()> {
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

    pub(super) fn error(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        let found = Diagnostic::error(code, span, message);
        self.sink.push(if help.is_empty() {
            found
        } else {
            found.help(help)
        });
    }

    /// A name nothing has; silent when an unclosed brace may have hidden it.
    pub(super) fn unknown(&mut self, name: &Name) {
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

    /// Remembers what readers call what stands in a place, in the order of the text.
    pub(super) fn say(&mut self, place: Span, label: String) {
        let at = self
            .labels
            .partition_point(|(known, _)| known.start <= place.start);
        self.labels.insert(at, (place, label));
    }

    /// Remembers what readers call a name.
    pub(super) fn called(&mut self, name: &Name, entity: Entity) {
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

    /// Whether a percent is what a score is shown as.
    fn is_percent(&self, score: usize) -> bool {
        self.percents.get(score).copied().unwrap_or(false)
    }

    /// Reads an expression as a number.
    pub(super) fn num(&mut self, expr: &Expr) -> Option<Typed> {
        self.node(expr.span)?;
        match &expr.kind {
            ExprKind::Number(literal) => Some((Num::Constant(literal.value), literal.percent)),
            ExprKind::Name(name) => self.named_number(name),
            ExprKind::Chain(first, rest) => self.arithmetic(expr, first, rest),
            ExprKind::Neg(inner) => self
                .num(inner)
                .map(|(inner, percent)| (Num::Neg(Box::new(inner)), percent)),
            ExprKind::If(condition, a, b) => {
                let (condition, a, b) = (self.truth(condition), self.num(a), self.num(b));
                let ((a, left), (b, right)) = (a?, b?);
                Some((
                    Num::If(Box::new(condition?), Box::new(a), Box::new(b)),
                    left || right,
                ))
            }
            ExprKind::First(cases, last) => self.first(cases, last),
            ExprKind::Round(inner, direction, step) => {
                self.round(expr.span, inner, *direction, step)
            }
            ExprKind::Limit(inner, cmp, limit) => {
                let (inner, limit) = (self.num(inner), self.num(limit));
                let ((inner, left), (limit, right)) = (inner?, limit?);
                let (inner, limit) = (Box::new(inner), Box::new(limit));
                let rule = if *cmp == Cmp::Ge {
                    Num::AtLeast(inner, limit)
                } else {
                    Num::AtMost(inner, limit)
                };
                Some((rule, left || right))
            }
            ExprKind::Aggregate(operation, set) => self.aggregate(*operation, set),
            ExprKind::MostPoints(name) => self.most_points(name),
            ExprKind::List(_) => {
                self.error(
                    Code::TypeMix,
                    expr.span,
                    "this is a set, where a number is needed",
                    "say what to do with it: `sum of (a, b)`, `mean of (a, b)`",
                );
                None
            }
            ExprKind::Truth(_)
            | ExprKind::Compare(..)
            | ExprKind::Is(..)
            | ExprKind::Not(_)
            | ExprKind::Quantified(..) => {
                self.error(
                    Code::TypeMix,
                    expr.span,
                    "this is a condition, where a number is needed",
                    "turn it into a number: `if ... then 1 else 0`",
                );
                None
            }
        }
    }

    fn named_number(&mut self, name: &Name) -> Option<Typed> {
        let Some(entity) = self.declared.names.get(&name.text) else {
            self.unknown(name);
            return None;
        };
        self.called(name, entity);
        match entity {
            Entity::Row(row) => {
                self.refuse_ordinal(&[Member::Row(row)], name.span);
                Some((Num::Row(row), false))
            }
            Entity::Score(score) => Some((Num::Score(score), self.is_percent(score))),
            Entity::Part(_) => {
                let help = format!(
                    "say what to do with its rows: `sum of {0}`, `weighted percent of {0}`",
                    name.text
                );
                self.error(
                    Code::WrongKind,
                    name.span,
                    format!("`{}` is a part, where a number is needed", name.text),
                    &help,
                );
                None
            }
            Entity::Award => {
                self.error(
                    Code::WrongKind,
                    name.span,
                    format!("`{}` is an award, where a number is needed", name.text),
                    "",
                );
                None
            }
        }
    }

    fn most_points(&mut self, name: &Name) -> Option<Typed> {
        let Some(Entity::Row(row)) = self.declared.names.get(&name.text) else {
            self.unknown(name);
            return None;
        };
        let most = self.declared.rows.get(row)?.most();
        if most.is_none() {
            self.error(
                Code::NoMaximum,
                name.span,
                format!("`{}` has no highest number", name.text),
                "give its range a top: `0..10`",
            );
        }
        Some((Num::Constant(most?), false))
    }

    fn arithmetic(&mut self, expr: &Expr, first: &Expr, rest: &[(Op, Expr)]) -> Option<Typed> {
        if matches!(rest.first(), Some((Op::And | Op::Or, _))) {
            self.error(
                Code::TypeMix,
                expr.span,
                "this is a condition, where a number is needed",
                "turn it into a number: `if ... then 1 else 0`",
            );
            return None;
        }
        let mut operands = vec![self.num(first)];
        operands.extend(rest.iter().map(|(_, operand)| self.num(operand)));
        let operands: Option<Vec<Typed>> = operands.into_iter().collect();
        let mut operands = operands?.into_iter();
        let (first, mut percent) = operands.next()?;
        let mut run = vec![first];
        for ((op, _), (operand, shown)) in rest.iter().zip(operands) {
            match op {
                Op::Sub => run.push(Num::Neg(Box::new(operand))),
                Op::Div => {
                    let top = if run.len() == 1 {
                        run.pop()?
                    } else {
                        Num::Mul(std::mem::take(&mut run))
                    };
                    run = vec![Num::Div(Box::new(top), Box::new(operand))];
                }
                _ => run.push(operand),
            }
            percent = if *op == Op::Div {
                percent && !shown
            } else {
                percent || shown
            };
        }
        if run.len() == 1 {
            return Some((run.pop()?, percent));
        }
        let product = matches!(rest.first(), Some((Op::Mul | Op::Div, _)));
        Some((
            if product {
                Num::Mul(run)
            } else {
                Num::Add(run)
            },
            percent,
        ))
    }

    fn round(
        &mut self,
        span: Span,
        inner: &Expr,
        direction: Direction,
        step: &Literal,
    ) -> Option<Typed> {
        let mode = match direction {
            Direction::TiesUp => Rounding::TiesUp,
            Direction::TiesDown => Rounding::TiesDown,
            Direction::TiesEven => Rounding::TiesEven,
            Direction::Up => Rounding::Up,
            Direction::Down => Rounding::Down,
            Direction::NearestUnsaid => {
                let end = usize::try_from(step.span.end).unwrap_or_default();
                let found = Diagnostic::error(
                    Code::RoundingTies,
                    span,
                    "this rounding does not say which way a tie goes",
                );
                self.sink.push(
                    found
                        .help("add `, ties up`, `, ties down` or `, ties even`")
                        .fix("add `, ties up`", Span::new(end, end), ", ties up"),
                );
                Rounding::TiesUp
            }
        };
        if step.value.is_zero() {
            self.error(Code::BadNumber, step.span, "a step is above 0", "");
            return None;
        }
        let (inner, percent) = self.num(inner)?;
        Some((
            Num::Round(Box::new(inner), step.value, mode),
            percent || step.percent,
        ))
    }

    fn aggregate(&mut self, operation: Operation, set: &ast::Set) -> Option<Typed> {
        let gather = match operation {
            Operation::Sum => Gather::Sum,
            Operation::Mean => Gather::Mean,
            Operation::Median => Gather::Median,
            Operation::Lowest => Gather::Lowest,
            Operation::Highest => Gather::Highest,
            Operation::WeightedMean => Gather::WeightedMean,
            Operation::WeightedSum => Gather::WeightedSum,
            Operation::Percent => Gather::Percent,
            Operation::WeightedPercent => Gather::WeightedPercent,
            Operation::Count => Gather::Count,
        };
        self.gather(gather, set)
    }

    fn first(&mut self, cases: &[(Expr, Expr)], last: &Expr) -> Option<Typed> {
        let (mut all, mut percent) = (Vec::new(), false);
        for (value, when) in cases {
            let (value, when) = (self.num(value), self.truth(when));
            let (value, shown) = value?;
            percent |= shown;
            all.push((when?, value));
        }
        let (last, shown) = self.num(last)?;
        Some((Num::First(all, Box::new(last)), percent || shown))
    }

    /// Reads an expression as a condition.
    pub(super) fn truth(&mut self, expr: &Expr) -> Option<Truth> {
        self.node(expr.span)?;
        match &expr.kind {
            ExprKind::Truth(value) => Some(Truth::Constant(*value)),
            ExprKind::Name(name) => self.named_truth(name),
            ExprKind::Chain(first, rest) => self.logic(expr, first, rest),
            ExprKind::Not(inner) => self.truth(inner).map(|inner| Truth::Not(Box::new(inner))),
            ExprKind::If(condition, a, b) => {
                let (condition, a, b) = (self.truth(condition), self.truth(a), self.truth(b));
                Some(Truth::If(Box::new(condition?), Box::new(a?), Box::new(b?)))
            }
            ExprKind::Compare(left, cmp, right) => self.compare(left, *cmp, right),
            ExprKind::Is(subject, test) => self.is(subject, test),
            ExprKind::Quantified(quantity, set, test) => {
                self.quantified(quantity, set, test.as_deref())
            }
            ExprKind::List(_) => {
                self.error(
                    Code::TypeMix,
                    expr.span,
                    "these are several, where one condition is needed",
                    "write `any of (...)` or `all of (...)`",
                );
                None
            }
            ExprKind::Number(_)
            | ExprKind::Neg(_)
            | ExprKind::Round(..)
            | ExprKind::First(..)
            | ExprKind::Limit(..)
            | ExprKind::Aggregate(..)
            | ExprKind::MostPoints(_) => {
                self.error(
                    Code::TypeMix,
                    expr.span,
                    "this is a number, where a condition is needed",
                    "compare it: `... is at least 5`",
                );
                None
            }
        }
    }

    fn named_truth(&mut self, name: &Name) -> Option<Truth> {
        if let Some((_, (award, rung))) = self.rungs.iter().find(|(rung, _)| *rung == name.text) {
            return Some(Truth::Rung(*award, *rung));
        }
        let Some(entity) = self.declared.names.get(&name.text) else {
            self.unknown(name);
            return None;
        };
        self.called(name, entity);
        if let Entity::Row(row) = entity
            && matches!(
                self.declared.rows.get(row)?.kind,
                model::RowKind::Check { .. }
            )
        {
            return Some(Truth::Test(Member::Row(row), Box::new(model::RowTest::Met)));
        }
        let help = format!("say what it must be: `{} is at least ...`", name.text);
        self.error(
            Code::TypeMix,
            name.span,
            format!("`{}` is no condition by itself", name.text),
            &help,
        );
        None
    }

    fn logic(&mut self, expr: &Expr, first: &Expr, rest: &[(Op, Expr)]) -> Option<Truth> {
        let any = match rest.first() {
            Some((Op::Or, _)) => true,
            Some((Op::And, _)) => false,
            _ => {
                self.error(
                    Code::TypeMix,
                    expr.span,
                    "this is a number, where a condition is needed",
                    "compare it: `... is at least 5`",
                );
                return None;
            }
        };
        let mut all = vec![self.truth(first)];
        all.extend(rest.iter().map(|(_, operand)| self.truth(operand)));
        let all: Option<Vec<Truth>> = all.into_iter().collect();
        Some(if any {
            Truth::Or(all?)
        } else {
            Truth::And(all?)
        })
    }

    fn compare(&mut self, left: &Expr, cmp: Cmp, right: &Expr) -> Option<Truth> {
        if let ExprKind::Name(name) = &left.kind
            && let Some(Entity::Row(row)) = self.declared.names.get(&name.text)
            && let ExprKind::Name(level) = &right.kind
            && self.is_level(Member::Row(row), &level.text)
        {
            self.called(name, Entity::Row(row));
            let test = self.against(&[Member::Row(row)], cmp, right)?;
            return Some(Truth::Test(Member::Row(row), Box::new(test)));
        }
        let (a, b) = (self.num(left), self.num(right));
        self.compared(a?, cmp, b?, left, right)
    }

    /// Two typed numbers compared, with the warning about a missing `%`.
    pub(super) fn compared(
        &mut self,
        a: Typed,
        cmp: Cmp,
        b: Typed,
        left: &Expr,
        right: &Expr,
    ) -> Option<Truth> {
        let ((a, a_percent), (b, b_percent)) = (a, b);
        if a_percent && !b_percent {
            self.looks_percent(right);
        } else if b_percent && !a_percent {
            self.looks_percent(left);
        }
        self.percent = a_percent || b_percent;
        Some(Truth::Compare(Box::new(Compare {
            cmp: convert(cmp),
            left: a,
            right: b,
        })))
    }

    fn looks_percent(&mut self, expr: &Expr) {
        let ExprKind::Number(literal) = &expr.kind else {
            return;
        };
        if literal.percent || literal.value <= Rational::ONE {
            return;
        }
        let written = literal.span.slice(self.text).to_owned();
        let message = format!("a percent is compared with the plain number {written}");
        let end = usize::try_from(literal.span.end).unwrap_or_default();
        self.sink.push(
            Diagnostic::warning(Code::PercentLooks, literal.span, message)
                .help(format!(
                    "`{written}` probably means {written} %: write `{written}%`"
                ))
                .fix(format!("change to `{written}%`"), Span::new(end, end), "%"),
        );
    }

    /// How many, from what is written.
    pub(super) fn quantity(&mut self, quantity: &ast::Quantity) -> Option<Quantity> {
        let (literal, which) = match quantity {
            ast::Quantity::Every => return Some(Quantity::Every),
            ast::Quantity::Any => return Some(Quantity::AtLeast(1)),
            ast::Quantity::No => return Some(Quantity::AtMost(0)),
            ast::Quantity::Most => return Some(Quantity::Most),
            ast::Quantity::AtLeast(n) => (n, Ordering::Greater),
            ast::Quantity::AtMost(n) => (n, Ordering::Less),
            ast::Quantity::Exactly(n) => (n, Ordering::Equal),
        };
        if literal.percent {
            return Some(match which {
                Ordering::Greater => Quantity::AtLeastShare(literal.value),
                Ordering::Less => Quantity::AtMostShare(literal.value),
                Ordering::Equal => Quantity::ExactlyShare(literal.value),
            });
        }
        let count = if literal.value.is_whole() {
            usize::try_from(literal.value.numer()).ok()
        } else {
            None
        };
        if count.is_none() {
            self.error(
                Code::BadNumber,
                literal.span,
                "a count is a whole number or a percentage",
                "",
            );
        }
        count.map(|count| match which {
            Ordering::Greater => Quantity::AtLeast(count),
            Ordering::Less => Quantity::AtMost(count),
            Ordering::Equal => Quantity::Exactly(count),
        })
    }
}

/// A comparison as the model has it.
pub(super) fn convert(cmp: Cmp) -> model::Cmp {
    match cmp {
        Cmp::Ge => model::Cmp::Ge,
        Cmp::Gt => model::Cmp::Gt,
        Cmp::Le => model::Cmp::Le,
        Cmp::Lt => model::Cmp::Lt,
        Cmp::Eq => model::Cmp::Eq,
        Cmp::Ne => model::Cmp::Ne,
    }
}
