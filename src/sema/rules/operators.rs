//! What numbers are made of: arithmetic, rounding, choice, and sets boiled down.

use super::{Rules, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{Gather, Num};
use crate::num::Rounding;
use crate::syntax::ast::{self, Direction, Expr, Literal, Op, Operation};
use crate::text::Span;

impl Rules<'_> {
    pub(super) fn arithmetic(
        &mut self,
        expr: &Expr,
        first: &Expr,
        rest: &[(Op, Expr)],
    ) -> Option<Typed> {
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

    pub(super) fn aggregate(&mut self, operation: Operation, set: &ast::Set) -> Option<Typed> {
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

    pub(super) fn first(&mut self, cases: &[(Expr, Expr)], last: &Expr) -> Option<Typed> {
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
}
