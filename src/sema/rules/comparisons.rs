//! Two values compared, and how many of a set are asked for.

use super::{Rules, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{self, Amount, Compare, InputKind, Quantity, Truth};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Cmp, Expr, ExprKind};
use crate::text::Span;

impl Rules<'_, '_> {
    pub(super) fn compare(&mut self, left: &Expr, cmp: Cmp, right: &Expr) -> Option<Truth> {
        if let (ExprKind::Name(name), ExprKind::Name(level)) = (&left.kind, &right.kind)
            && let Some(member) = self
                .declared
                .find(&name.text, self.scope)
                .and_then(super::row_tests::member)
            && self.declared.level_of(member, &level.text).is_some()
        {
            let test = ast::Test {
                not: false,
                kind: ast::TestKind::Against(cmp, Box::new(right.clone())),
                span: right.span,
            };
            return self.is(left, &test);
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
        self.same(&a, &b, right)?;
        if a.percent && !b.percent {
            self.looks_percent(right);
        } else if b.percent && !a.percent {
            self.looks_percent(left);
        }
        let unit = a.ty.unit(a.percent || b.percent);
        self.units.push((left.span, unit));
        Some(Truth::Compare(Box::new(Compare {
            cmp: convert(cmp),
            left: a.rule,
            right: b.rule,
        })))
    }

    pub(super) fn looks_percent(&mut self, expr: &Expr) {
        let ExprKind::Number(literal) = &expr.kind else {
            return;
        };
        if literal.percent() || literal.value <= Rational::ONE {
            return;
        }
        let written = literal.span.slice(self.text).to_owned();
        let message = say!("a percent is compared with the plain number {}", written);
        let end = usize::try_from(literal.span.end).unwrap_or_default();
        self.sink.push(
            Diagnostic::warning(Code::PercentLooks, literal.span, message)
                .help(say!(
                    "`{}` probably means {} %: write `{}%`",
                    written,
                    written,
                    written
                ))
                .fix(say!("change to `{}%`", written), Span::new(end, end), "%"),
        );
    }

    /// How many, from what is written.
    pub(super) fn quantity(&mut self, quantity: &ast::Quantity) -> Option<Quantity> {
        let one = Amount::Count(1);
        Some(match quantity {
            ast::Quantity::Every => Quantity::Every,
            ast::Quantity::Any => Quantity::AtLeast(one),
            ast::Quantity::No => Quantity::AtMost(Amount::Count(0)),
            ast::Quantity::Most => Quantity::Most,
            ast::Quantity::AtLeast(count) => Quantity::AtLeast(self.amount(count)?),
            ast::Quantity::AtMost(count) => Quantity::AtMost(self.amount(count)?),
            ast::Quantity::Exactly(count) => Quantity::Exactly(self.amount(count)?),
        })
    }

    /// A whole number, a percentage, or a setting that is one of them.
    pub(super) fn amount(&mut self, count: &Expr) -> Option<Amount> {
        let found = match &count.kind {
            ExprKind::Number(literal) if literal.percent() => Some(Amount::Share(literal.value)),
            ExprKind::Number(literal) if literal.value.is_whole() => {
                usize::try_from(literal.value.numer())
                    .ok()
                    .map(Amount::Count)
            }
            ExprKind::Name(name) => match self.entity(name)? {
                Entity::Setting(setting) => match &self.declared.rubric.settings.get(setting)?.kind
                {
                    InputKind::Number(_, percent) => Some(Amount::Setting(setting, *percent)),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        if found.is_none() {
            let message = "a count is a whole number, a percentage or a setting";
            self.error(Code::BadNumber, count.span, message, "");
        }
        found
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
