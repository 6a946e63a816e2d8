//! Expressions read as conditions.

use super::Rules;
use crate::diag::Code;
use crate::model::{InputKind, Member, RowTest, Truth};
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Expr, ExprKind, Name, Op};

impl Rules<'_, '_> {
    /// Reads an expression as a condition.
    pub(in crate::sema) fn truth(&mut self, expr: &Expr) -> Option<Truth> {
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
            // One person's view: what this person rated stands for what raters say.
            ExprKind::ByRaters(inner, _, role) => {
                self.role(role);
                self.truth(inner)
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
            _ => self.no_condition(expr),
        }
    }

    fn no_condition(&mut self, expr: &Expr) -> Option<Truth> {
        self.error(
            Code::TypeMix,
            expr.span,
            "this is a number, where a condition is needed",
            "compare it: `... is at least 5`",
        );
        None
    }

    fn named_truth(&mut self, name: &Name) -> Option<Truth> {
        if let Some((_, (ladder, rung))) = self.rungs.iter().find(|(rung, _)| *rung == name.text) {
            let (ladder, rung) = (*ladder, *rung);
            return Some(Truth::Rung(ladder, rung));
        }
        let entity = self.entity(name)?;
        match entity {
            Entity::Row(row) if self.is_check(row) => {
                self.refuse_unscored(Member::Row(row), name);
                Some(Truth::Test(Member::Row(row), Box::new(RowTest::Met)))
            }
            Entity::Ask(ask) if self.declared.rubric.asks.get(ask)?.kind == InputKind::YesNo => {
                Some(Truth::Ask(ask))
            }
            _ => {
                let help = match entity {
                    Entity::Slot(_) => say!("write `{} is complete`", name.text),
                    Entity::Part(_) | Entity::Group(_) => {
                        say!(
                            "say what its rows must be: `every row in {} is ...`",
                            name.text
                        )
                    }
                    _ => say!("say what it must be: `{} is at least ...`", name.text),
                };
                let message = say!("`{}` is no condition by itself", name.text);
                self.error(Code::TypeMix, name.span, message, help);
                None
            }
        }
    }

    fn logic(&mut self, expr: &Expr, first: &Expr, rest: &[(Op, Expr)]) -> Option<Truth> {
        let any = match rest.first() {
            Some((Op::Or, _)) => true,
            Some((Op::And, _)) => false,
            _ => return self.no_condition(expr),
        };
        if any && self.is_level_list(first, rest) {
            return None;
        }
        let mut all = vec![self.truth(first)];
        all.extend(rest.iter().map(|(_, operand)| self.truth(operand)));
        let all: Option<Vec<Truth>> = all.into_iter().collect();
        Some(if any {
            Truth::Or(all?)
        } else {
            Truth::And(all?)
        })
    }

    /// A condition read for a place of its own, such as `only when C`.
    pub(in crate::sema) fn condition_of(
        &mut self,
        expr: &ast::Expr,
        scope: usize,
    ) -> Option<Truth> {
        self.scope = scope;
        self.begin();
        self.truth(expr)
    }
}
