//! Which scores are shown as percents. It changes only how a number is shown,
//! so it is worked out from the text alone, before rules are typed.

use crate::model::InputKind;
use crate::sema::declare::Declared;
use crate::sema::names::Entity;
use crate::syntax::ast::{Expr, ExprKind, Op, Operation, Score, ScoreForm, Shown};

/// Rounds over scores that refer to later ones; more than this is no rubric.
const ROUNDS: usize = 64;

/// For every score, in order: whether it is shown as a percent.
pub(super) fn percents(declared: &Declared<'_>) -> Vec<bool> {
    let mut shown = vec![false; declared.scores.len()];
    for _ in 0..ROUNDS {
        let each = declared.scores.iter();
        let next: Vec<bool> = each
            .map(|(score, scope)| of(declared, &shown, score, *scope))
            .collect();
        if next == shown {
            break;
        }
        shown = next;
    }
    shown
}

fn of(declared: &Declared<'_>, shown: &[bool], score: &Score, scope: usize) -> bool {
    let percent = |expr: &Expr| is_percent(declared, shown, expr, scope);
    match (&score.shown, &score.form) {
        (Some(Shown::Percent(_)), _) => true,
        (Some(Shown::OutOf(_)), _) => false,
        (None, ScoreForm::Rule(rule)) => percent(rule),
        (
            None,
            ScoreForm::Table {
                rows, otherwise, ..
            },
        ) => rows.iter().any(|row| percent(&row.gives)) || otherwise.as_ref().is_some_and(percent),
    }
}

fn is_percent(declared: &Declared<'_>, shown: &[bool], expr: &Expr, scope: usize) -> bool {
    let percent = |expr: &Expr| is_percent(declared, shown, expr, scope);
    match &expr.kind {
        ExprKind::Number(literal) => literal.percent(),
        ExprKind::Name(name) => match declared.find(&name.text, scope) {
            Some(Entity::Score(score)) => shown.get(score).copied().unwrap_or(false),
            Some(Entity::Ask(ask)) => {
                let ask = declared.rubric.asks.get(ask);
                ask.is_some_and(|ask| matches!(ask.kind, InputKind::Number(_, true)))
            }
            Some(Entity::Setting(setting)) => {
                let setting = declared.rubric.settings.get(setting);
                setting.is_some_and(|setting| matches!(setting.kind, InputKind::Number(_, true)))
            }
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
        ExprKind::Round(inner, _, step) => percent(inner) || step.percent(),
        ExprKind::Aggregate(operation, ..) => {
            matches!(operation, Operation::Percent | Operation::WeightedPercent)
        }
        _ => false,
    }
}
