//! Expressions read as numbers.

use super::{Rules, Typed};
use crate::diag::Code;
use crate::model::{Member, Num};
use crate::sema::names::Entity;
use crate::syntax::ast::{Cmp, Expr, ExprKind, Name};

impl Rules<'_> {
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
}
