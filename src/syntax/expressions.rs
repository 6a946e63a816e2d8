//! Expression nodes from pest become the tree.

use super::ast::{
    Cmp, Direction, Expr, ExprKind, Kind, Literal, Name, Op, Operation, Quantity, Set, SetFilter,
    SetHead, Test, TestKind,
};
use super::cursor::{Cursor, Node, literal};
use super::grammar::Rule;
use super::operators::{self, Item};
use crate::diag::Sink;
use crate::num::Rational;
use crate::text::Span;

/// Reads a `limited` node: an expression with its limits.
pub(super) fn limited(cursor: &mut Cursor<'_>, sink: &mut Sink) -> Option<Expr> {
    let mut inner = cursor.take(Rule::limited)?.children();
    let mut value = expression(&mut inner, sink)?;
    while let Some(limit) = inner.take(Rule::but_limit) {
        let span = value.span.cover(limit.span());
        let mut parts = limit.children();
        let cmp = if parts.take(Rule::bound)?.ends("least") {
            Cmp::Ge
        } else {
            Cmp::Le
        };
        let limit = expression(&mut parts, sink)?;
        value = Expr {
            kind: ExprKind::Limit(Box::new(value), cmp, Box::new(limit)),
            span,
        };
    }
    Some(value)
}

fn expression(cursor: &mut Cursor<'_>, sink: &mut Sink) -> Option<Expr> {
    let node = cursor.next()?;
    let span = node.span();
    if node.rule() == Rule::flat {
        return flat(node.children(), sink);
    }
    let mut parts = node.children();
    let condition = expression(&mut parts, sink)?;
    let then = expression(&mut parts, sink)?;
    let otherwise = expression(&mut parts, sink)?;
    let kind = ExprKind::If(Box::new(condition), Box::new(then), Box::new(otherwise));
    Some(Expr { kind, span })
}

fn flat(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<Expr> {
    let mut items = Vec::new();
    let (mut negative, mut not) = (false, false);
    while let Some(node) = cursor.next() {
        match node.rule() {
            Rule::prefix if node.text() == "-" => negative = !negative,
            Rule::prefix => not = !not,
            Rule::infix => items.push(infix(node.text())?),
            Rule::test => items.push(Item::Is(test(node, sink)?)),
            _ => {
                let value = primary(node, sink)?;
                items.push(Item::Operand {
                    negative,
                    not,
                    value,
                });
                (negative, not) = (false, false);
            }
        }
    }
    operators::build(items, sink)
}

fn infix(sign: &str) -> Option<Item> {
    Some(match sign {
        "or" => Item::Op(Op::Or),
        "and" => Item::Op(Op::And),
        "+" => Item::Op(Op::Add),
        "-" => Item::Op(Op::Sub),
        "*" => Item::Op(Op::Mul),
        "/" => Item::Op(Op::Div),
        ">=" => Item::Cmp(Cmp::Ge),
        "<=" => Item::Cmp(Cmp::Le),
        ">" => Item::Cmp(Cmp::Gt),
        "<" => Item::Cmp(Cmp::Lt),
        "=" => Item::Cmp(Cmp::Eq),
        "!=" => Item::Cmp(Cmp::Ne),
        _ => return None,
    })
}

fn primary(node: Node<'_>, sink: &mut Sink) -> Option<Expr> {
    let span = node.span();
    let kind = match node.rule() {
        Rule::name => ExprKind::Name(Name {
            text: node.text().to_owned(),
            span,
        }),
        Rule::truth => ExprKind::Truth(node.text() == "true"),
        Rule::number | Rule::signed => ExprKind::Number(literal(&node)?),
        Rule::bracket => return bracket(node, sink),
        Rule::rounded => rounded(node.children(), sink)?,
        Rule::first => first(node.children(), sink)?,
        Rule::aggregate => aggregate(node.children(), sink)?,
        Rule::most_points => ExprKind::MostPoints(node.children().name()?),
        Rule::quantified => quantified(node.children(), sink)?,
        _ => return None,
    };
    Some(Expr { kind, span })
}

fn list(node: Node<'_>, sink: &mut Sink) -> Option<Vec<Expr>> {
    let mut inner = node.children();
    let mut all = Vec::new();
    while inner.peek() == Some(Rule::limited) {
        all.push(limited(&mut inner, sink)?);
    }
    Some(all)
}

fn bracket(node: Node<'_>, sink: &mut Sink) -> Option<Expr> {
    let span = node.span();
    let mut all = list(node, sink)?;
    if all.len() == 1 {
        return all.pop().map(|inner| Expr {
            kind: inner.kind,
            span,
        });
    }
    Some(Expr {
        kind: ExprKind::List(all),
        span,
    })
}

fn rounded(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<ExprKind> {
    let value = expression(&mut cursor, sink)?;
    let side = cursor.take(Rule::direction)?;
    let step = cursor.literal()?;
    let ties = cursor.take(Rule::ties);
    let direction = match (side.begins("to"), ties.map(|node| node.text())) {
        (true, None) => Direction::NearestUnsaid,
        (true, Some("up")) => Direction::TiesUp,
        (true, Some("down")) => Direction::TiesDown,
        (true, Some(_)) => Direction::TiesEven,
        (false, _) if side.begins("up") => Direction::Up,
        (false, _) => Direction::Down,
    };
    Some(ExprKind::Round(Box::new(value), direction, step))
}

fn first(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<ExprKind> {
    let mut cases = Vec::new();
    loop {
        let value = limited(&mut cursor, sink)?;
        if cursor.peek().is_none() {
            return Some(ExprKind::First(cases, Box::new(value)));
        }
        cases.push((value, limited(&mut cursor, sink)?));
    }
}

fn aggregate(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<ExprKind> {
    let node = cursor.take(Rule::operation)?;
    let weighted = node.begins("weighted");
    let operation = match node.text().rsplit([' ', '\n']).next()? {
        "sum" if weighted => Operation::WeightedSum,
        "mean" if weighted => Operation::WeightedMean,
        "percent" if weighted => Operation::WeightedPercent,
        "sum" => Operation::Sum,
        "mean" => Operation::Mean,
        "median" => Operation::Median,
        "lowest" => Operation::Lowest,
        "highest" => Operation::Highest,
        "percent" => Operation::Percent,
        _ => Operation::Count,
    };
    Some(ExprKind::Aggregate(
        operation,
        Box::new(set(&mut cursor, sink)?),
    ))
}

fn quantified(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<ExprKind> {
    let quantity = quantity(cursor.take(Rule::quantity)?)?;
    let set = set(&mut cursor, sink)?;
    let test = match cursor.take(Rule::test) {
        Some(node) => Some(Box::new(test(node, sink)?)),
        None => None,
    };
    Some(ExprKind::Quantified(quantity, Box::new(set), test))
}

fn quantity(node: Node<'_>) -> Option<Quantity> {
    let span = node.span();
    let mut words = node
        .text()
        .split([' ', '\n'])
        .filter(|word| !word.is_empty());
    let (word, second) = (words.next()?, words.next());
    let count = node.children().literal().or_else(|| half(span));
    Some(match (word, second) {
        ("every" | "all", _) => Quantity::Every,
        ("any", _) => Quantity::Any,
        ("no", _) => Quantity::No,
        ("most", _) => Quantity::Most,
        ("half", _) | ("at", Some("least")) => Quantity::AtLeast(count?),
        ("at", _) => Quantity::AtMost(count?),
        _ => Quantity::Exactly(count?),
    })
}

fn half(span: Span) -> Option<Literal> {
    Some(Literal {
        value: Rational::new(1, 2)?,
        percent: true,
        span,
    })
}

fn set(cursor: &mut Cursor<'_>, sink: &mut Sink) -> Option<Set> {
    let node = cursor.take(Rule::set)?;
    let span = node.span();
    let mut inner = node.children();
    let head = inner.next()?;
    let head = match head.rule() {
        Rule::name => SetHead::Name(Name {
            text: head.text().to_owned(),
            span: head.span(),
        }),
        Rule::bracket => SetHead::List(list(head, sink)?),
        _ => set_kind(head.children())?,
    };
    let mut filters = Vec::new();
    while let Some(node) = inner.next() {
        filters.push(filter(node, sink)?);
    }
    Some(Set {
        head,
        filters,
        span,
    })
}

fn set_kind(mut cursor: Cursor<'_>) -> Option<SetHead> {
    let kind = match cursor.take(Rule::kind)?.text() {
        "criteria" | "criterion" => Kind::Criteria,
        "checks" | "check" => Kind::Checks,
        "numbers" | "number" => Kind::Numbers,
        "rows" | "row" => Kind::Rows,
        _ => Kind::Parts,
    };
    Some(SetHead::Kind(kind, cursor.names()))
}

fn filter(node: Node<'_>, sink: &mut Sink) -> Option<SetFilter> {
    let not = node.begins("not");
    let rule = node.rule();
    let mut inner = node.children();
    Some(match rule {
        Rule::tagged => SetFilter::Tagged {
            tags: inner.names(),
            not,
        },
        Rule::that_are => SetFilter::That(test(inner.take(Rule::test)?, sink)?),
        _ => SetFilter::Without(inner.names()),
    })
}

fn test(node: Node<'_>, sink: &mut Sink) -> Option<Test> {
    let span = node.span();
    let not = node.begins("not");
    let mut inner = node.children();
    if inner.take(Rule::answered).is_some() {
        return Some(Test {
            not,
            kind: TestKind::Answered,
            span,
        });
    }
    let cmp = match inner.take(Rule::comparison) {
        None => Cmp::Eq,
        Some(node) if node.ends("least") => Cmp::Ge,
        Some(node) if node.ends("most") => Cmp::Le,
        Some(node) if node.ends("above") => Cmp::Gt,
        Some(_) => Cmp::Lt,
    };
    let value = primary(inner.next()?, sink)?;
    Some(Test {
        not,
        kind: TestKind::Against(cmp, Box::new(value)),
        span,
    })
}
