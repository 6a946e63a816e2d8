//! Expressions read as numbers.

use super::{Rules, Ty, Typed};
use crate::diag::Code;
use crate::model::{Fact, InputKind, Member, Num, RowKind};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Cmp, Expr, ExprKind, Literal, Name, Unit};

impl Rules<'_, '_> {
    /// Reads an expression as a number.
    pub(super) fn num(&mut self, expr: &Expr) -> Option<Typed> {
        self.node(expr.span)?;
        match &expr.kind {
            ExprKind::Number(literal) => Some(constant(literal)),
            ExprKind::Date(date) => Some(Typed {
                rule: Num::Constant(Rational::whole(date.day)),
                percent: false,
                ty: Ty::Day,
            }),
            ExprKind::Today => Some(Typed {
                rule: Num::Today,
                percent: false,
                ty: Ty::Day,
            }),
            ExprKind::NoScore => Some(Typed::plain(Num::Undefined, false)),
            ExprKind::Name(name) => self.named_number(name),
            ExprKind::Chain(first, rest) => self.arithmetic(expr, first, rest),
            ExprKind::Neg(inner) => self.num(inner).map(|inner| Typed {
                rule: Num::Neg(Box::new(inner.rule)),
                ..inner
            }),
            ExprKind::If(condition, a, b) => {
                let (condition, a, b) = (self.truth(condition), self.num(a), self.num(b));
                let (a, b) = (a?, b?);
                self.same(&a, &b, expr)?;
                Some(Typed {
                    rule: Num::If(Box::new(condition?), Box::new(a.rule), Box::new(b.rule)),
                    percent: a.percent || b.percent,
                    ty: a.ty,
                })
            }
            ExprKind::First(cases, last) => self.first(cases, last, expr),
            ExprKind::Round(inner, direction, step) => {
                self.round(expr.span, inner, *direction, step)
            }
            ExprKind::Limit(inner, cmp, limit) => {
                let (inner, limit) = (self.num(inner), self.num(limit));
                let (inner, limit) = (inner?, limit?);
                self.same(&inner, &limit, expr)?;
                let (a, b) = (Box::new(inner.rule), Box::new(limit.rule));
                Some(Typed {
                    rule: if *cmp == Cmp::Ge {
                        Num::AtLeast(a, b)
                    } else {
                        Num::AtMost(a, b)
                    },
                    percent: inner.percent || limit.percent,
                    ty: inner.ty,
                })
            }
            ExprKind::Aggregate(operation, set, stretch) => {
                self.aggregate(*operation, set, *stretch, expr.span)
            }
            ExprKind::MostPoints(name) => self.most_points(name),
            ExprKind::Fact(fact, slot) => self.fact(*fact, slot),
            ExprKind::Days(from, to) => self.days(from, to),
            _ => self.no_number(expr),
        }
    }

    fn no_number(&mut self, expr: &Expr) -> Option<Typed> {
        let (message, help) = if matches!(expr.kind, ExprKind::List(_)) {
            (
                "this is a set, where a number is needed",
                "say what to do with it: `sum of (a, b)`, `mean of (a, b)`",
            )
        } else {
            (
                "this is a condition, where a number is needed",
                "turn it into a number: `if ... then 1 else 0`",
            )
        };
        self.error(Code::TypeMix, expr.span, message, help);
        None
    }

    /// Two numbers that measure the same.
    pub(super) fn same(&mut self, a: &Typed, b: &Typed, expr: &Expr) -> Option<()> {
        if a.ty.meets(b.ty) {
            return Some(());
        }
        let message = say!("{} and {} do not go together", a.ty.words(), b.ty.words());
        let help = match (a.ty, b.ty) {
            (Ty::Day, Ty::Plain) | (Ty::Plain, Ty::Day) => {
                "say what the number counts: `14 days`, `2 months`"
            }
            _ => "use the same kind on both sides",
        };
        self.error(Code::TypeMix, expr.span, message, help);
        None
    }

    fn named_number(&mut self, name: &Name) -> Option<Typed> {
        let entity = self.entity(name)?;
        match entity {
            Entity::Row(row) => {
                self.refuse_ordinal(&[Member::Row(row)], name.span);
                self.refuse_unscored(Member::Row(row), name);
                Some(Typed::plain(Num::Of(Member::Row(row)), false))
            }
            Entity::Score(score) => {
                let percent = self.percents.get(score).copied().unwrap_or(false);
                Some(Typed::plain(Num::Of(Member::Score(score)), percent))
            }
            Entity::Ladder(ladder) => {
                self.refuse_ordinal(&[Member::Ladder(ladder)], name.span);
                Some(Typed::plain(Num::Of(Member::Ladder(ladder)), false))
            }
            Entity::Ask(ask) => {
                let kind = self.declared.rubric.asks.get(ask)?.kind.clone();
                self.input_number(name, Member::Ask(ask), &kind, entity)
            }
            Entity::Setting(setting) => {
                let kind = self.declared.rubric.settings.get(setting)?.kind.clone();
                self.input_number(name, Member::Setting(setting), &kind, entity)
            }
            Entity::Part(_) | Entity::Group(_) => {
                let help = say!(
                    "say what to do with its rows: `sum of {}`, `weighted percent of {}`",
                    name.text,
                    name.text
                );
                self.wrong_kind(name, entity, "a number", help)
            }
            Entity::Slot(_) => {
                let help = say!(
                    "say what is counted: `words of {}`, `items of {}`",
                    name.text,
                    name.text
                );
                self.wrong_kind(name, entity, "a number", help)
            }
        }
    }

    fn input_number(
        &mut self,
        name: &Name,
        member: Member,
        kind: &InputKind,
        entity: Entity,
    ) -> Option<Typed> {
        let (percent, ty) = match kind {
            InputKind::Number(_, percent) => (*percent, Ty::Plain),
            InputKind::Date => (false, Ty::Day),
            InputKind::Choice(_) => {
                let help = say!("test it: `if {} is ... then ... else ...`", name.text);
                return self.wrong_kind(name, entity, "a number", help);
            }
            InputKind::YesNo => {
                let help = say!("turn it into a number: `if {} then 1 else 0`", name.text);
                return self.wrong_kind(name, entity, "a number", help);
            }
        };
        Some(Typed {
            rule: Num::Of(member),
            percent,
            ty,
        })
    }

    fn most_points(&mut self, name: &Name) -> Option<Typed> {
        let entity = self.entity(name)?;
        let Entity::Row(row) = entity else {
            return self.wrong_kind(name, entity, "a row", "");
        };
        let most = self.declared.rubric.rows.get(row)?.most();
        if most.is_none() {
            let message = say!("`{}` has no highest number", name.text);
            self.error(
                Code::NoMaximum,
                name.span,
                message,
                "give its range a top: `0..10`",
            );
        }
        Some(Typed::plain(Num::Constant(most?), false))
    }

    fn fact(&mut self, fact: ast::Fact, slot: &Name) -> Option<Typed> {
        let entity = self.entity(slot)?;
        let Entity::Slot(index) = entity else {
            return self.wrong_kind(slot, entity, "an evidence slot", "");
        };
        let (fact, ty) = match fact {
            ast::Fact::Words => (Fact::Words, Ty::Plain),
            ast::Fact::Pages => (Fact::Pages, Ty::Plain),
            ast::Fact::Items => (Fact::Items, Ty::Plain),
            ast::Fact::Sentences => (Fact::Sentences, Ty::Plain),
            ast::Fact::Characters => (Fact::Characters, Ty::Plain),
            ast::Fact::Seconds => (Fact::Seconds, Ty::Seconds),
            ast::Fact::Bytes => (Fact::Bytes, Ty::Bytes),
        };
        Some(Typed {
            rule: Num::Fact(fact, index),
            percent: false,
            ty,
        })
    }

    /// `days from D1 to D2`: the first day is not counted.
    fn days(&mut self, from: &Expr, to: &Expr) -> Option<Typed> {
        let (a, b) = (self.num(from), self.num(to));
        let (a, b) = (a?, b?);
        for (typed, expr) in [(&a, from), (&b, to)] {
            if typed.ty != Ty::Day {
                let message = say!("this is {}, where a day is needed", typed.ty.words());
                self.error(
                    Code::TypeMix,
                    expr.span,
                    message,
                    "name a date, such as `2025-08-01`, `today` or an ask",
                );
                return None;
            }
        }
        Some(Typed::plain(
            Num::Add(vec![b.rule, Num::Neg(Box::new(a.rule))]),
            false,
        ))
    }

    /// A row that is only shown decides nothing.
    pub(super) fn refuse_unscored(&mut self, member: Member, name: &Name) {
        let Member::Row(row) = member else { return };
        let found = self.declared.rubric.rows.get(row);
        if found.is_some_and(|row| row.not_scored) {
            let message = say!("`{}` is not scored, so no rule can rest on it", name.text);
            self.error(
                Code::NotScored,
                name.span,
                message,
                "take `not scored` out there, or leave the row out here",
            );
        }
    }

    /// Whether a row is a check.
    pub(super) fn is_check(&self, row: usize) -> bool {
        let row = self.declared.rubric.rows.get(row);
        row.is_some_and(|row| matches!(row.kind, RowKind::Check { .. }))
    }
}

fn constant(literal: &Literal) -> Typed {
    Typed {
        rule: Num::Constant(literal.value),
        percent: literal.percent(),
        ty: match literal.unit {
            Unit::Plain | Unit::Percent => Ty::Plain,
            Unit::Bytes => Ty::Bytes,
            Unit::Seconds => Ty::Seconds,
            Unit::Days => Ty::Days,
            Unit::Months => Ty::Months,
        },
    }
}
