//! Expressions, with brackets only where they are needed. Comparisons are
//! printed in words, whichever way they were written.

use super::texts::{day, literal, names};
use crate::syntax::ast::{
    Cmp, Direction, Expr, ExprKind, Fact, Kind, Op, Operation, Quantity, Set, SetFilter, SetHead,
    Test, TestKind,
};

/// How tightly something holds together; what is looser than its place stands in brackets.
const LIMIT: u8 = 0;
const CHOICE: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const COMPARED: u8 = 4;
const SUM: u8 = 5;
const PRODUCT: u8 = 6;
const PRIMARY: u8 = 7;

/// A rule in its own place.
pub(super) fn rule(expr: &Expr) -> String {
    at(expr, LIMIT)
}

/// An operand that stands alone. Behind a test, `first` alone would be a level.
pub(super) fn operand(expr: &Expr) -> String {
    match expr.kind {
        ExprKind::First(..) => format!("({})", rule(expr)),
        _ => at(expr, PRIMARY),
    }
}

fn at(expr: &Expr, place: u8) -> String {
    let (text, own) = print(expr);
    if own < place {
        format!("({text})")
    } else {
        text
    }
}

fn print(expr: &Expr) -> (String, u8) {
    match &expr.kind {
        ExprKind::Number(written) => (
            literal(written),
            if written.value.is_negative() {
                SUM
            } else {
                PRIMARY
            },
        ),
        ExprKind::Date(date) => (day(*date), PRIMARY),
        ExprKind::Today => ("today".to_owned(), PRIMARY),
        ExprKind::NoScore => ("no score".to_owned(), PRIMARY),
        ExprKind::Truth(value) => (value.to_string(), PRIMARY),
        ExprKind::Name(name) => (name.text.clone(), PRIMARY),
        ExprKind::Chain(first, rest) => chain(first, rest),
        ExprKind::Compare(left, cmp, right) => (
            format!("{} {} {}", at(left, SUM), words(*cmp), operand(right)),
            COMPARED,
        ),
        ExprKind::Is(subject, test) => (
            format!("{} {}", at(subject, SUM), tested(test, "is")),
            COMPARED,
        ),
        ExprKind::Not(inner) => (format!("not {}", at(inner, COMPARED)), COMPARED),
        ExprKind::Neg(inner) => (format!("-{}", at(inner, PRIMARY)), PRODUCT),
        ExprKind::If(condition, a, b) => {
            let text = format!(
                "if {} then {} else {}",
                at(condition, CHOICE),
                at(a, CHOICE),
                at(b, CHOICE)
            );
            (text, CHOICE)
        }
        ExprKind::First(cases, last) => {
            let each: Vec<String> = cases
                .iter()
                .map(|(value, when)| format!("{} when {}", rule(value), rule(when)))
                .collect();
            (
                format!("first of ({}, otherwise {})", each.join(", "), rule(last)),
                PRIMARY,
            )
        }
        ExprKind::Round(inner, direction, step) => (
            format!(
                "round {} {}",
                at(inner, CHOICE),
                rounding(*direction, &literal(step))
            ),
            CHOICE,
        ),
        ExprKind::Limit(inner, cmp, limit) => {
            let side = if *cmp == Cmp::Ge { "least" } else { "most" };
            (
                format!("{}, but at {side} {}", at(inner, LIMIT), at(limit, CHOICE)),
                LIMIT,
            )
        }
        ExprKind::Aggregate(operation, of, stretch) => {
            let tail = if *stretch {
                " from lowest possible"
            } else {
                ""
            };
            (
                format!("{} of {}{tail}", operation_word(*operation), set(of)),
                OR,
            )
        }
        ExprKind::MostPoints(name) => (format!("most points of {}", name.text), PRIMARY),
        ExprKind::Fact(fact, slot) => (format!("{} of {}", fact_word(*fact), slot.text), PRIMARY),
        ExprKind::Days(from, to) => (
            format!("days from {} to {}", at(from, SUM), at(to, SUM)),
            CHOICE,
        ),
        ExprKind::Quantified(quantity, of, test) => {
            (quantified(quantity, of, test.as_deref()), COMPARED)
        }
        ExprKind::ByRaters(inner, quantity, role) => (
            format!(
                "{} by {} {}",
                at(inner, COMPARED),
                quantity_words(quantity),
                role.text
            ),
            COMPARED,
        ),
        ExprKind::List(all) => {
            let each: Vec<String> = all.iter().map(rule).collect();
            (format!("({})", each.join(", ")), PRIMARY)
        }
    }
}

fn chain(first: &Expr, rest: &[(Op, Expr)]) -> (String, u8) {
    let own = match rest.first() {
        Some((Op::Or, _)) => OR,
        Some((Op::And, _)) => AND,
        Some((Op::Mul | Op::Div, _)) => PRODUCT,
        _ => SUM,
    };
    let inner = own.saturating_add(1);
    let mut text = at(first, inner);
    for (op, operand) in rest {
        let sign = match op {
            Op::Or => "or",
            Op::And => "and",
            Op::Add => "+",
            Op::Sub => "-",
            Op::Mul => "*",
            Op::Div => "/",
        };
        text.extend([" ", sign, " "]);
        text.push_str(&at(operand, inner));
    }
    (text, own)
}

fn words(cmp: Cmp) -> &'static str {
    match cmp {
        Cmp::Ge => "is at least",
        Cmp::Gt => "is above",
        Cmp::Le => "is at most",
        Cmp::Lt => "is below",
        Cmp::Eq => "is",
        Cmp::Ne => "is not",
    }
}

/// A test with its verb.
pub(super) fn tested(test: &Test, is: &str) -> String {
    let not = if test.not { "not " } else { "" };
    match &test.kind {
        TestKind::Against(cmp, operand_) => {
            let (not, cmp) = match (test.not, cmp) {
                (true, Cmp::Eq) => ("", Cmp::Ne),
                (true, Cmp::Ne) => ("", Cmp::Eq),
                _ => (not, *cmp),
            };
            let words = words(cmp).trim_start_matches("is").trim_start();
            let words = if words.is_empty() {
                String::new()
            } else {
                format!("{words} ")
            };
            format!("{is} {not}{words}{}", operand(operand_))
        }
        TestKind::Answered => format!("{is} {not}answered"),
        TestKind::LeftOut => format!("{is} {not}left out"),
        TestKind::HasComment if test.not => format!("{is} not has a comment"),
        TestKind::HasComment => "has a comment".to_owned(),
        TestKind::HasScore if test.not => format!("{is} not has a score"),
        TestKind::HasScore => "has a score".to_owned(),
    }
}

fn rounding(direction: Direction, step: &str) -> String {
    match direction {
        Direction::NearestUnsaid => format!("to nearest {step}"),
        Direction::TiesUp => format!("to nearest {step}, ties up"),
        Direction::TiesDown => format!("to nearest {step}, ties down"),
        Direction::TiesEven => format!("to nearest {step}, ties even"),
        Direction::Up => format!("up to {step}"),
        Direction::Down => format!("down to {step}"),
    }
}

fn operation_word(operation: Operation) -> &'static str {
    match operation {
        Operation::Sum => "sum",
        Operation::Mean => "mean",
        Operation::Median => "median",
        Operation::Lowest => "lowest",
        Operation::Highest => "highest",
        Operation::WeightedMean => "weighted mean",
        Operation::WeightedSum => "weighted sum",
        Operation::Percent => "percent",
        Operation::WeightedPercent => "weighted percent",
        Operation::Count => "count",
    }
}

fn fact_word(fact: Fact) -> &'static str {
    match fact {
        Fact::Words => "words",
        Fact::Pages => "pages",
        Fact::Items => "items",
        Fact::Sentences => "sentences",
        Fact::Characters => "characters",
        Fact::Seconds => "length",
        Fact::Bytes => "size",
    }
}

fn quantified(quantity: &Quantity, of: &Set, test: Option<&Test>) -> String {
    let link = match quantity {
        Quantity::Every | Quantity::Any | Quantity::No | Quantity::Most => " ",
        _ => " of ",
    };
    // Once only: what is printed twice at each level doubles with each level.
    let (many, of) = (quantity_words(quantity), set(of));
    match test {
        Some(test) => format!("{many}{link}{of} {}", tested(test, "is")),
        // Without a test it is logic over conditions.
        None if *quantity == Quantity::Every => format!("all of {of}"),
        None => format!("{many} of {of}"),
    }
}

fn quantity_words(quantity: &Quantity) -> String {
    let count = |count: &Expr| operand(count);
    match quantity {
        Quantity::Every => "every".to_owned(),
        Quantity::Any => "any".to_owned(),
        Quantity::No => "no".to_owned(),
        Quantity::Most => "most".to_owned(),
        Quantity::AtLeast(n) => format!("at least {}", count(n)),
        Quantity::AtMost(n) => format!("at most {}", count(n)),
        Quantity::Exactly(n) => format!("exactly {}", count(n)),
    }
}

/// A set.
pub(super) fn set(set_: &Set) -> String {
    let mut text = match &set_.head {
        SetHead::Kind(kind, within) => {
            let word = match kind {
                Kind::Criteria => "criteria",
                Kind::Checks => "checks",
                Kind::Numbers => "numbers",
                Kind::Rows => "rows",
                Kind::Parts => "parts",
            };
            match within.as_slice() {
                [] => word.to_owned(),
                [one] => format!("{word} in {}", one.text),
                many => format!("{word} in ({})", names(many)),
            }
        }
        SetHead::List(all) => {
            let each: Vec<String> = all.iter().map(rule).collect();
            format!("({})", each.join(", "))
        }
        SetHead::Name(name) => name.text.clone(),
        SetHead::Best(count, inner) => format!("best {} of {}", operand(count), set(inner)),
        SetHead::Newest(count, inner) => format!("newest {} of {}", operand(count), set(inner)),
    };
    for filter in &set_.filters {
        let next = match filter {
            SetFilter::Tagged { tags, not } => {
                let each: Vec<&str> = tags.iter().map(|tag| tag.text.as_str()).collect();
                let not = if *not { "not " } else { "" };
                format!("{not}tagged {}", each.join(" or "))
            }
            SetFilter::That(test) => format!("that {}", tested(test, "are")),
            SetFilter::Without(gone) => format!("without ({})", names(gone)),
        };
        text = format!("{text} {next}");
    }
    text
}
