//! Rules written out with all their brackets.

use crate::syntax::ast::{Expr, ExprKind, Quantity, Set, SetFilter, SetHead, Test, TestKind};

pub(super) fn shape(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Number(it) => format!("{}", it.value),
        ExprKind::Date(it) => format!("day {}", it.day),
        ExprKind::Today => "today".into(),
        ExprKind::NoScore => "no_score".into(),
        ExprKind::Truth(it) => it.to_string(),
        ExprKind::Name(it) => it.text.clone(),
        ExprKind::Chain(first, rest) => {
            let rest: String = rest
                .iter()
                .map(|(op, it)| format!(" {op:?} {}", shape(it)))
                .collect();
            format!("({}{rest})", shape(first))
        }
        ExprKind::Compare(a, cmp, b) => format!("({} {cmp:?} {})", shape(a), shape(b)),
        ExprKind::Is(a, it) => format!("({} is {})", shape(a), test(it)),
        ExprKind::Not(it) => format!("not{}", around(it)),
        ExprKind::Neg(it) => format!("neg{}", around(it)),
        ExprKind::If(a, b, c) => format!("if({}, {}, {})", shape(a), shape(b), shape(c)),
        ExprKind::First(cases, last) => {
            let cases: String = cases
                .iter()
                .map(|(a, b)| format!("{} when {}, ", shape(a), shape(b)))
                .collect();
            format!("first({cases}{})", shape(last))
        }
        ExprKind::Round(it, how, step) => format!("round({}, {how:?}, {})", shape(it), step.value),
        ExprKind::Limit(it, cmp, limit) => {
            format!("limit({}, {cmp:?}, {})", shape(it), shape(limit))
        }
        ExprKind::Aggregate(how, it, low) => {
            format!("{how:?}({}){}", set(it), if *low { "!" } else { "" })
        }
        ExprKind::MostPoints(it) => format!("most({})", it.text),
        ExprKind::Fact(fact, it) => format!("{fact:?}({})", it.text),
        ExprKind::Days(a, b) => format!("days({}, {})", shape(a), shape(b)),
        ExprKind::ByRaters(it, how, role) => {
            format!("({} by {} {})", shape(it), quantity(how), role.text)
        }
        ExprKind::Quantified(how, it, None) => format!("{}[{}]", quantity(how), set(it)),
        ExprKind::Quantified(how, it, Some(of)) => {
            format!("{}[{} is {}]", quantity(how), set(it), test(of))
        }
        ExprKind::List(all) => format!("({})", list(all)),
    }
}

fn around(expr: &Expr) -> String {
    let shape = shape(expr);
    if shape.starts_with('(') {
        shape
    } else {
        format!("({shape})")
    }
}

fn list(all: &[Expr]) -> String {
    all.iter().map(shape).collect::<Vec<_>>().join(", ")
}

fn quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::AtLeast(it) => format!("AtLeast {}", shape(it)),
        Quantity::AtMost(it) => format!("AtMost {}", shape(it)),
        Quantity::Exactly(it) => format!("Exactly {}", shape(it)),
        other => format!("{other:?}"),
    }
}

fn set(it: &Set) -> String {
    let head = match &it.head {
        SetHead::Kind(kind, parts) if parts.is_empty() => format!("{kind:?}"),
        SetHead::Kind(kind, parts) => {
            let parts: Vec<&str> = parts.iter().map(|it| it.text.as_str()).collect();
            format!("{kind:?} in {}", parts.join("+"))
        }
        SetHead::List(all) => format!("({})", list(all)),
        SetHead::Name(it) => it.text.clone(),
        SetHead::Best(n, it) => format!("best {} of {}", shape(n), set(it)),
        SetHead::Newest(n, it) => format!("newest {} of {}", shape(n), set(it)),
    };
    let filters: String = it
        .filters
        .iter()
        .map(|filter| match filter {
            SetFilter::Tagged { tags, not } => {
                let tags: Vec<&str> = tags.iter().map(|it| it.text.as_str()).collect();
                format!(
                    " {}tagged {}",
                    if *not { "not " } else { "" },
                    tags.join("|")
                )
            }
            SetFilter::That(it) => format!(" that {}", test(it)),
            SetFilter::Without(names) => {
                let names: Vec<&str> = names.iter().map(|it| it.text.as_str()).collect();
                format!(" without {}", names.join("+"))
            }
        })
        .collect();
    format!("{head}{filters}")
}

fn test(test: &Test) -> String {
    let kind = match &test.kind {
        TestKind::Against(cmp, it) => format!("{cmp:?} {}", shape(it)),
        other => format!("{other:?}"),
    };
    format!("{}{kind}", if test.not { "not " } else { "" })
}
