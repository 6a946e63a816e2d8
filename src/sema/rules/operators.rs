//! What numbers are made of: arithmetic, rounding, choice, and sets boiled down.

use super::{Rules, Ty, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{Gather, Num};
use crate::num::{Rational, Rounding};
use crate::syntax::ast::{self, Direction, Expr, Literal, Op, Operation};
use crate::text::Span;

impl Rules<'_, '_> {
    pub(super) fn arithmetic(
        &mut self,
        expr: &Expr,
        first: &Expr,
        rest: &[(Op, Expr)],
    ) -> Option<Typed> {
        if matches!(rest.first(), Some((Op::And | Op::Or, _))) {
            if self.is_level_list(first, rest) {
                return None;
            }
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
        let mut so_far = operands.next()?;
        let product = matches!(rest.first(), Some((Op::Mul | Op::Div, _)));
        let mut run = vec![so_far.rule];
        so_far.rule = Num::Undefined;
        for ((op, _), operand) in rest.iter().zip(operands) {
            let ty = self.joined(*op, &so_far, &operand, expr)?;
            so_far.percent = if *op == Op::Div {
                so_far.percent && !operand.percent
            } else {
                so_far.percent || operand.percent
            };
            if ty == Ty::Day && operand.ty == Ty::Months {
                let months = self.months(&operand, *op, expr)?;
                run = vec![Num::AddMonths(Box::new(closed(run, false)?), months)];
            } else {
                match op {
                    Op::Sub => run.push(Num::Neg(Box::new(operand.rule))),
                    Op::Div => {
                        let top = closed(run, true)?;
                        run = vec![Num::Div(Box::new(top), Box::new(operand.rule))];
                    }
                    _ => run.push(operand.rule),
                }
            }
            so_far.ty = ty;
        }
        so_far.rule = closed(run, product)?;
        Some(so_far)
    }

    /// What comes of two measures under an operator.
    fn joined(&mut self, op: Op, a: &Typed, b: &Typed, expr: &Expr) -> Option<Ty> {
        let number = |ty: Ty| matches!(ty, Ty::Plain | Ty::Days);
        match (op, a.ty, b.ty) {
            (Op::Add | Op::Sub, Ty::Day, Ty::Days | Ty::Months) => return Some(Ty::Day),
            (Op::Sub, Ty::Day, Ty::Day) => {
                let message = "one day cannot be taken from another";
                self.error(
                    Code::TypeMix,
                    expr.span,
                    message,
                    "write `days from D1 to D2`",
                );
                return None;
            }
            (Op::Add, Ty::Day, Ty::Day) => {}
            (Op::Add | Op::Sub, a, b) if a == b => return Some(a),
            (Op::Div, a, b) if a == b => return Some(Ty::Plain),
            (Op::Mul | Op::Div, a, b) if number(b) && a != Ty::Day => return Some(a),
            (Op::Mul, a, b) if number(a) && b != Ty::Day => return Some(b),
            (_, a, b) if number(a) && number(b) => return Some(Ty::Plain),
            _ => {}
        }
        self.same(a, b, expr)?;
        let message = say!("{} cannot be reckoned with like this", a.ty.words());
        self.error(Code::TypeMix, expr.span, message, "");
        None
    }

    /// So many months, which are a constant.
    fn months(&mut self, operand: &Typed, op: Op, expr: &Expr) -> Option<i64> {
        let found = match &operand.rule {
            Num::Constant(value) if value.is_whole() => i64::try_from(value.numer()).ok(),
            _ => None,
        };
        if found.is_none() {
            let message = "months are added as a whole number of them";
            self.error(Code::BadNumber, expr.span, message, "write `+ 6 months`");
        }
        let months = found?;
        Some(if op == Op::Sub {
            months.saturating_neg()
        } else {
            months
        })
    }

    pub(super) fn round(
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
                let message = "this rounding does not say which way a tie goes";
                self.sink.push(
                    Diagnostic::error(Code::RoundingTies, span, message)
                        .help("add `, ties up`, `, ties down` or `, ties even`")
                        .fix("add `, ties up`", Span::new(end, end), ", ties up"),
                );
                Rounding::TiesUp
            }
        };
        if step.value <= Rational::ZERO {
            self.error(Code::BadNumber, step.span, "a step is above 0", "");
            return None;
        }
        let inner = self.num(inner)?;
        if !matches!(inner.ty, Ty::Plain | Ty::Days) {
            let message = say!("{} is not rounded", inner.ty.words());
            self.error(Code::TypeMix, span, message, "");
            return None;
        }
        Some(Typed::plain(
            Num::Round(Box::new(inner.rule), step.value, mode),
            inner.percent || step.percent(),
        ))
    }

    pub(super) fn aggregate(
        &mut self,
        operation: Operation,
        set: &ast::Set,
        stretch: bool,
        span: Span,
    ) -> Option<Typed> {
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
        if stretch && !matches!(gather, Gather::Percent | Gather::WeightedPercent) {
            self.error(
                Code::TypeMix,
                span,
                "only a percent is measured from the lowest possible",
                "write `percent of ... from lowest possible`, or take `from lowest possible` out",
            );
            return None;
        }
        self.gather(gather, set, stretch)
    }

    pub(super) fn first(
        &mut self,
        cases: &[(Expr, Expr)],
        last: &Expr,
        expr: &Expr,
    ) -> Option<Typed> {
        let (mut all, mut read) = (Vec::new(), Vec::new());
        for (value, when) in cases {
            read.push((self.num(value), self.truth(when)));
        }
        let mut found = self.num(last)?;
        for (value, when) in read {
            let value = value?;
            self.same(&value, &found, expr)?;
            found.percent |= value.percent;
            all.push((when?, value.rule));
        }
        found.rule = Num::First(all, Box::new(found.rule));
        Some(found)
    }
}

/// A run of one precedence as one number.
fn closed(mut run: Vec<Num>, product: bool) -> Option<Num> {
    Some(match (run.len(), product) {
        (0 | 1, _) => run.pop()?,
        (_, true) => Num::Mul(run),
        (_, false) => Num::Add(run),
    })
}
