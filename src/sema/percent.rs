//! Which scores are shown as percents. It changes only how a number is shown,
//! so it is worked out from the text alone, before rules are typed.

use super::declare::Declared;
use super::names::Entity;
use crate::syntax::ast::{Expr, ExprKind, Op, Operation};

/// Rounds over scores that refer to later ones; more than this is no rubric.
const ROUNDS: usize = 64;

/// For every score, in order: whether it is shown as a percent.
pub(super) fn percents(declared: &Declared, rules: &[&Expr]) -> Vec<bool> {
    let mut shown = vec![false; rules.len()];
    for _ in 0..ROUNDS {
        let next: Vec<bool> = rules
            .iter()
            .map(|rule| is_percent(declared, &shown, rule))
            .collect();
        if next == shown {
            break;
        }
        shown = next;
    }
    shown
}

fn is_percent(declared: &Declared, shown: &[bool], expr: &Expr) -> bool {
    let percent = |expr: &Expr| is_percent(declared, shown, expr);
    match &expr.kind {
        ExprKind::Number(literal) => literal.percent,
        ExprKind::Name(name) => match declared.names.get(&name.text) {
            Some(Entity::Score(score)) => shown.get(score).copied().unwrap_or(false),
            _ => false,
        },
        ExprKind::Chain(first, rest) => {
            let mut all = percent(first);
            for (op, operand) in rest {
                all = if *op == Op::Div {
                    all && !percent(operand)
                } else {
                    all || percent(operand)
                };
            }
            all
        }
        ExprKind::Neg(inner) => percent(inner),
        ExprKind::First(cases, last) => {
            cases.iter().any(|(value, _)| percent(value)) || percent(last)
        }
        ExprKind::If(_, a, b) | ExprKind::Limit(a, _, b) => percent(a) || percent(b),
        ExprKind::Round(inner, _, step) => percent(inner) || step.percent,
        ExprKind::Aggregate(operation, _) => {
            matches!(operation, Operation::Percent | Operation::WeightedPercent)
        }
        ExprKind::Truth(_)
        | ExprKind::Compare(..)
        | ExprKind::Is(..)
        | ExprKind::Not(_)
        | ExprKind::MostPoints(_)
        | ExprKind::Quantified(..)
        | ExprKind::List(_) => false,
    }
}
