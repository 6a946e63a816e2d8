//! Two values compared, and how many of a set are asked for.

use super::{Rules, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{self, Compare, Member, Quantity, Truth};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Cmp, Expr, ExprKind};
use crate::text::Span;
use std::cmp::Ordering;

impl Rules<'_> {
    pub(super) fn compare(&mut self, left: &Expr, cmp: Cmp, right: &Expr) -> Option<Truth> {
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
