//! A condition as a small tree of data, for whoever says it in a language:
//! one node a line, each before what it holds: its kind, how many nodes it
//! holds, and its text. What has no node of its own is its text as written,
//! with the names readers know.

mod sets;

use super::Rules;
use crate::num::{Rational, date};
use crate::sema::names::Entity;
use crate::syntax::ast::{
    Cmp, Expr, ExprKind, Fact, Literal, Name, Op, Operation, Set, TableCell, Test, TestKind, Unit,
};
use crate::text::Span;

/// `first of` with more cases than this is not told case by case.
const CASES: usize = 8;

/// The tree as it is written.
#[derive(Default)]
pub(super) struct Said {
    pub(super) lines: String,
}

impl Said {
    fn put(&mut self, kind: &str, holds: usize, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push('\n');
        }
        self.lines.push_str(kind);
        self.lines.push(' ');
        self.lines.push_str(&holds.to_string());
        self.lines.push(' ');
        self.lines.push_str(text);
    }

    fn names(&mut self, names: &[String]) {
        names.iter().for_each(|name| self.put("name", 0, name));
    }
}

impl Rules<'_, '_> {
    /// A condition that was read as a truth just now.
    pub(super) fn said(&mut self, expr: &Expr) -> String {
        let mut out = Said::default();
        self.say_truth(expr, &mut out);
        out.lines
    }

    /// `value is at least minimum`, of a band; the value was said before.
    pub(super) fn said_band(&mut self, value: &str, minimum: &Expr, unit: &str) -> String {
        let mut out = Said::default();
        out.put("compare", 2, &format!("ge {unit}"));
        out.lines.push('\n');
        out.lines.push_str(value);
        self.say_number(minimum, &mut out);
        out.lines
    }

    /// A number by itself.
    pub(super) fn said_number(&mut self, expr: &Expr) -> String {
        let mut out = Said::default();
        self.say_number(expr, &mut out);
        out.lines
    }

    /// A set that was read just now.
    pub(in crate::sema::rules) fn said_set(&mut self, set: &Set) -> String {
        let mut out = Said::default();
        self.say_set(set, &mut out);
        out.lines
    }

    /// A line of a table, as the condition it became.
    pub(super) fn said_line(&mut self, subjects: &[Name], cells: &[TableCell]) -> String {
        let mut out = Said::default();
        let pairs = subjects.iter().zip(cells).filter_map(|pair| match pair {
            (subject, TableCell::OneOf(names)) => Some((subject, names)),
            _ => None,
        });
        let pairs: Vec<_> = pairs.collect();
        match pairs.len() {
            0 => out.put("truth", 0, "true"),
            1 => {}
            count => out.put("and", count, ""),
        }
        for (subject, names) in pairs {
            if names.len() > 1 {
                out.put("or", names.len(), "");
            }
            let subject = self.full(subject);
            for name in names {
                out.put("is", 2, "");
                out.put("name", 0, &subject);
                match name.text.as_str() {
                    "met" => out.put("met", 0, ""),
                    "not_met" => {
                        out.put("not", 1, "");
                        out.put("met", 0, "");
                    }
                    level => out.put("level", 0, &format!("eq {level}")),
                }
            }
        }
        out.lines
    }

    fn say_truth(&mut self, expr: &Expr, out: &mut Said) {
        match &expr.kind {
            ExprKind::Truth(value) => out.put("truth", 0, if *value { "true" } else { "false" }),
            ExprKind::Name(name) => self.say_named(name, out),
            ExprKind::Chain(first, rest) => {
                let any = matches!(rest.first(), Some((Op::Or, _)));
                let count = rest.len().saturating_add(1);
                out.put(if any { "or" } else { "and" }, count, "");
                self.say_truth(first, out);
                rest.iter().for_each(|(_, one)| self.say_truth(one, out));
            }
            ExprKind::Not(inner) => {
                out.put("not", 1, "");
                self.say_truth(inner, out);
            }
            ExprKind::If(condition, a, b) => {
                out.put("if", 3, "");
                for one in [condition, a, b] {
                    self.say_truth(one, out);
                }
            }
            ExprKind::Compare(left, cmp, right) => self.say_compared(left, *cmp, right, out),
            ExprKind::Is(subject, test) => self.say_is(subject, test, out),
            ExprKind::Quantified(quantity, set, test) => {
                self.say_quantified(quantity, set, test.as_deref(), out);
            }
            ExprKind::ByRaters(inner, _, role) => {
                out.put("by", 1, &role.text);
                self.say_truth(inner, out);
            }
            _ => self.say_as_written(expr.span, out),
        }
    }

    fn say_as_written(&mut self, span: Span, out: &mut Said) {
        let text = self.sentence(span);
        out.put("text", 0, &text);
    }

    fn say_named(&mut self, name: &Name, out: &mut Said) {
        if self.rungs.iter().any(|(rung, _)| *rung == name.text) {
            return out.put("rung", 0, &name.text);
        }
        let full = self.full(name);
        match self.declared.find(&name.text, self.scope) {
            Some(Entity::Row(_)) => {
                out.put("is", 2, "");
                out.put("name", 0, &full);
                out.put("met", 0, "");
            }
            _ => out.put("ask", 0, &full),
        }
    }

    fn say_compared(&mut self, left: &Expr, cmp: Cmp, right: &Expr, out: &mut Said) {
        if let ExprKind::Name(level) = &right.kind
            && self.levels.contains(&level.span)
        {
            out.put("is", 2, "");
            self.say_number(left, out);
            return out.put("level", 0, &format!("{} {}", word(cmp), level.text));
        }
        let unit = self.units.iter().find(|(place, _)| *place == left.span);
        let unit = unit.map_or("plain", |(_, unit)| *unit);
        out.put("compare", 2, &format!("{} {unit}", word(cmp)));
        self.say_number(left, out);
        self.say_number(right, out);
    }

    fn say_is(&mut self, subject: &Expr, test: &Test, out: &mut Said) {
        if let TestKind::HasScore = test.kind {
            turn(test.not, out);
            out.put("has_score", 1, "");
            return self.say_number(subject, out);
        }
        let found = match &subject.kind {
            ExprKind::Name(name) => self.declared.find(&name.text, self.scope),
            _ => None,
        };
        let evidence = matches!(&subject.kind, ExprKind::Name(name) if name.text == "evidence");
        match found {
            None if evidence => return self.say_complete("", test, out),
            Some(Entity::Slot(slot)) => {
                let slot = self.declared.rubric.slots.get(slot);
                let name = slot.map(|slot| slot.name.clone()).unwrap_or_default();
                return self.say_complete(&name, test, out);
            }
            _ => {}
        }
        let member = found.and_then(super::member);
        match &test.kind {
            TestKind::Against(cmp, operand)
                if !member.is_some_and(|member| self.is_tested(member, test)) =>
            {
                turn(test.not, out);
                self.say_compared(subject, *cmp, operand, out);
            }
            _ => {
                out.put("is", 2, "");
                self.say_number(subject, out);
                self.say_test(test, out);
            }
        }
    }

    fn say_complete(&mut self, slot: &str, test: &Test, out: &mut Said) {
        let incomplete = matches!(&test.kind, TestKind::Against(_, operand)
            if matches!(&operand.kind, ExprKind::Name(name) if name.text == "incomplete"));
        turn(test.not != incomplete, out);
        out.put("complete", 0, slot);
    }

    fn say_number(&mut self, expr: &Expr, out: &mut Said) {
        match &expr.kind {
            ExprKind::Number(literal) => out.put("number", 0, &written(literal)),
            ExprKind::Date(day) => out.put("day", 0, &date::text(day.day).unwrap_or_default()),
            ExprKind::Today => out.put("today", 0, ""),
            ExprKind::Name(name) => {
                let full = self.full(name);
                out.put("name", 0, &full);
            }
            ExprKind::If(condition, a, b) => {
                out.put("if", 3, "");
                self.say_truth(condition, out);
                self.say_number(a, out);
                self.say_number(b, out);
            }
            ExprKind::First(cases, last) if cases.len() <= CASES => {
                for (value, when) in cases {
                    out.put("if", 3, "");
                    self.say_truth(when, out);
                    self.say_number(value, out);
                }
                self.say_number(last, out);
            }
            ExprKind::Aggregate(operation, set, false) => {
                out.put("gather", 1, gathered(*operation));
                self.say_set(set, out);
            }
            ExprKind::MostPoints(name) => {
                let full = self.full(name);
                out.put("most_points", 0, &full);
            }
            ExprKind::Fact(fact, slot) => {
                let full = self.full(slot);
                out.put("fact", 0, &format!("{} {full}", counted(*fact)));
            }
            _ => self.say_as_written(expr.span, out),
        }
    }

    /// The name with what its series puts before it; of `it`, the part's.
    fn full(&self, name: &Name) -> String {
        let rubric = &self.declared.rubric;
        let found = match self.declared.find(&name.text, self.scope) {
            Some(Entity::Row(row)) => rubric.rows.get(row).map(|one| &one.name),
            Some(Entity::Part(part)) => rubric.parts.get(part).map(|one| &one.name),
            Some(Entity::Group(group)) => rubric.groups.get(group).map(|one| &one.name),
            Some(Entity::Slot(slot)) => rubric.slots.get(slot).map(|one| &one.name),
            Some(Entity::Score(score)) => rubric.scores.get(score).map(|one| &one.name),
            Some(Entity::Ladder(ladder)) => rubric.ladders.get(ladder).map(|one| &one.name),
            Some(Entity::Ask(ask)) => rubric.asks.get(ask).map(|one| &one.name),
            Some(Entity::Setting(setting)) => rubric.settings.get(setting).map(|one| &one.name),
            None => None,
        };
        found.unwrap_or(&name.text).clone()
    }
}

fn turn(not: bool, out: &mut Said) {
    if not {
        out.put("not", 1, "");
    }
}

fn word(cmp: Cmp) -> &'static str {
    match cmp {
        Cmp::Ge => "ge",
        Cmp::Gt => "gt",
        Cmp::Le => "le",
        Cmp::Lt => "lt",
        Cmp::Eq => "eq",
        Cmp::Ne => "ne",
    }
}

fn written(literal: &Literal) -> String {
    let value: Rational = literal.value;
    let unit = match literal.unit {
        Unit::Plain => "plain",
        Unit::Percent => "percent",
        Unit::Bytes => "bytes",
        Unit::Seconds => "seconds",
        Unit::Days => "days",
        Unit::Months => "months",
    };
    format!("{value} {unit}")
}

fn gathered(operation: Operation) -> &'static str {
    match operation {
        Operation::Sum => "sum",
        Operation::Mean => "mean",
        Operation::Median => "median",
        Operation::Lowest => "lowest",
        Operation::Highest => "highest",
        Operation::WeightedMean => "weighted_mean",
        Operation::WeightedSum => "weighted_sum",
        Operation::Percent => "percent",
        Operation::WeightedPercent => "weighted_percent",
        Operation::Count => "count",
    }
}

fn counted(fact: Fact) -> &'static str {
    match fact {
        Fact::Words => "words",
        Fact::Pages => "pages",
        Fact::Items => "items",
        Fact::Sentences => "sentences",
        Fact::Characters => "characters",
        Fact::Seconds => "seconds",
        Fact::Bytes => "bytes",
    }
}
