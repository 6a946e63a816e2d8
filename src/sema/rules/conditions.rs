//! Expressions read as conditions.

use super::Rules;
use crate::diag::Code;
use crate::model::{self, Member, Truth};
use crate::sema::names::Entity;
use crate::syntax::ast::{Expr, ExprKind, Name, Op};

impl Rules<'_> {
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
}
