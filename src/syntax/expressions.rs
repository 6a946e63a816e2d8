//! Expression nodes from pest become the tree.

use super::ast::{
    Cmp, Direction, Expr, ExprKind, Kind, Literal, Name, Op, Operation, Quantity, Set, SetFilter,
    SetHead, Test, TestKind,
};
use super::cursor::{Cursor, Node};
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
        parts.skip(Rule::kw_but);
        let which = parts.take(Rule::bound)?.children().next()?.rule();
        let cmp = if which == Rule::bound_ge {
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
    let node = cursor.take(Rule::expression)?.children().next()?;
    let span = node.span();
    if node.rule() == Rule::flat {
        return flat(node.children(), sink);
    }
    let mut parts = node.children();
    parts.skip(Rule::kw_if);
    let condition = expression(&mut parts, sink)?;
    parts.skip(Rule::kw_then);
    let then = expression(&mut parts, sink)?;
    parts.skip(Rule::kw_else);
    let otherwise = expression(&mut parts, sink)?;
    let kind = ExprKind::If(Box::new(condition), Box::new(then), Box::new(otherwise));
    Some(Expr { kind, span })
}

fn flat(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<Expr> {
    let mut items = Vec::new();
    let (mut negative, mut not) = (false, false);
    while let Some(node) = cursor.next() {
        match node.rule() {
            Rule::prefix => match node.children().next()?.rule() {
                Rule::minus => negative = !negative,
                _ => not = !not,
            },
            Rule::infix => items.push(infix(node.children().next()?.rule())?),
            Rule::is_test => items.push(Item::Is(is_test(node, sink)?)),
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

fn infix(rule: Rule) -> Option<Item> {
    Some(match rule {
        Rule::op_or => Item::Op(Op::Or),
        Rule::op_and => Item::Op(Op::And),
        Rule::op_add => Item::Op(Op::Add),
        Rule::op_sub => Item::Op(Op::Sub),
        Rule::op_mul => Item::Op(Op::Mul),
        Rule::op_div => Item::Op(Op::Div),
        Rule::op_ge => Item::Cmp(Cmp::Ge),
        Rule::op_le => Item::Cmp(Cmp::Le),
        Rule::op_gt => Item::Cmp(Cmp::Gt),
        Rule::op_lt => Item::Cmp(Cmp::Lt),
        Rule::op_eq => Item::Cmp(Cmp::Eq),
        Rule::op_ne => Item::Cmp(Cmp::Ne),
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
        Rule::literal => ExprKind::Number(number(node)?),
        Rule::bracket => return bracket(node, sink),
        Rule::rounded => rounded(node.children(), sink)?,
        Rule::aggregate => aggregate(node.children(), sink)?,
        Rule::most_points => {
            let mut inner = node.children();
            inner.skip(Rule::kw_most);
            inner.skip(Rule::kw_points);
            inner.skip(Rule::kw_of);
            ExprKind::MostPoints(inner.name()?)
        }
        Rule::quantified => quantified(node.children(), sink)?,
        _ => return None,
    };
    Some(Expr { kind, span })
}

fn number(node: Node<'_>) -> Option<Literal> {
    let span = node.span();
    let literal = node.children().literal()?;
    Some(Literal { span, ..literal })
}

fn list(node: Node<'_>, sink: &mut Sink) -> Option<Vec<Expr>> {
    let mut inner = node.children();
    let mut all = Vec::new();
    while inner.peek().is_some() {
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
    cursor.skip(Rule::kw_round);
    let value = expression(&mut cursor, sink)?;
    let node = cursor.next()?;
    let nearest = node.rule() == Rule::to_nearest;
    let mut parts = node.children();
    let mut direction = Direction::NearestUnsaid;
    if nearest {
        parts.skip(Rule::kw_to);
        parts.skip(Rule::kw_nearest);
    } else {
        direction = if parts.next()?.rule() == Rule::kw_up {
            Direction::Up
        } else {
            Direction::Down
        };
        parts.skip(Rule::kw_to);
    }
    let step = parts.literal()?;
    if let Some(ties) = parts.take(Rule::ties) {
        let mut inner = ties.children();
        inner.skip(Rule::kw_ties);
        direction = match inner.next()?.rule() {
            Rule::kw_up => Direction::TiesUp,
            Rule::kw_down => Direction::TiesDown,
            _ => Direction::TiesEven,
        };
    }
    Some(ExprKind::Round(Box::new(value), direction, step))
}

fn aggregate(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<ExprKind> {
    let operation = match cursor.take(Rule::operation)?.children().next()?.rule() {
        Rule::op_sum => Operation::Sum,
        Rule::op_mean => Operation::Mean,
        Rule::op_median => Operation::Median,
        Rule::op_lowest => Operation::Lowest,
        Rule::op_highest => Operation::Highest,
        Rule::op_weighted_mean => Operation::WeightedMean,
        Rule::op_weighted_sum => Operation::WeightedSum,
        Rule::op_percent => Operation::Percent,
        Rule::op_weighted_percent => Operation::WeightedPercent,
        Rule::op_count => Operation::Count,
        _ => return None,
    };
    cursor.skip(Rule::kw_of);
    Some(ExprKind::Aggregate(
        operation,
        Box::new(set(&mut cursor, sink)?),
    ))
}

fn quantified(mut cursor: Cursor<'_>, sink: &mut Sink) -> Option<ExprKind> {
    let quantity = quantity(cursor.take(Rule::quantity)?)?;
    cursor.skip(Rule::kw_of);
    let set = set(&mut cursor, sink)?;
    cursor.skip(Rule::kw_are);
    let test = match cursor.take(Rule::test) {
        Some(node) => Some(Box::new(test(node, sink)?)),
        None => None,
    };
    Some(ExprKind::Quantified(quantity, Box::new(set), test))
}

fn quantity(node: Node<'_>) -> Option<Quantity> {
    let span = node.span();
    let node = node.children().next()?;
    let rule = node.rule();
    let mut inner = node.children();
    while matches!(
        inner.peek(),
        Some(Rule::kw_at | Rule::kw_least | Rule::kw_most | Rule::kw_exactly)
    ) {
        inner.next();
    }
    let count = inner.literal().or_else(|| half(span));
    Some(match rule {
        Rule::q_every | Rule::q_all => Quantity::Every,
        Rule::q_any => Quantity::Any,
        Rule::q_no => Quantity::No,
        Rule::q_most => Quantity::Most,
        Rule::q_half | Rule::q_least => Quantity::AtLeast(count?),
        Rule::q_most_n => Quantity::AtMost(count?),
        Rule::q_exactly => Quantity::Exactly(count?),
        _ => return None,
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
    while let Some(node) = inner.take(Rule::set_filter) {
        filters.push(filter(node.children().next()?, sink)?);
    }
    Some(Set {
        head,
        filters,
        span,
    })
}

fn set_kind(mut cursor: Cursor<'_>) -> Option<SetHead> {
    let kind = match cursor.next()?.rule() {
        Rule::kind_criteria => Kind::Criteria,
        Rule::kind_checks => Kind::Checks,
        Rule::kind_numbers => Kind::Numbers,
        Rule::kind_rows => Kind::Rows,
        Rule::kind_parts => Kind::Parts,
        _ => return None,
    };
    let within = cursor.take(Rule::within).map(|node| {
        let mut inner = node.children();
        inner.skip(Rule::kw_in);
        inner.names()
    });
    Some(SetHead::Kind(kind, within.unwrap_or_default()))
}

fn filter(node: Node<'_>, sink: &mut Sink) -> Option<SetFilter> {
    let rule = node.rule();
    let mut inner = node.children();
    match rule {
        Rule::tagged => {
            let not = inner.skip(Rule::kw_not);
            inner.skip(Rule::kw_tagged);
            let mut tags = Vec::new();
            while let Some(tag) = inner.name() {
                tags.push(tag);
                inner.skip(Rule::kw_or);
            }
            Some(SetFilter::Tagged { tags, not })
        }
        Rule::that_are => {
            inner.skip(Rule::kw_that);
            inner.skip(Rule::kw_are);
            Some(SetFilter::That(test(inner.take(Rule::test)?, sink)?))
        }
        _ => {
            inner.skip(Rule::kw_without);
            Some(SetFilter::Without(inner.names()))
        }
    }
}

fn is_test(node: Node<'_>, sink: &mut Sink) -> Option<Test> {
    let mut inner = node.children();
    inner.skip(Rule::kw_are);
    test(inner.take(Rule::test)?, sink)
}

fn test(node: Node<'_>, sink: &mut Sink) -> Option<Test> {
    let span = node.span();
    let mut inner = node.children();
    let not = inner.skip(Rule::kw_not);
    if inner.take(Rule::test_answered).is_some() {
        return Some(Test {
            not,
            kind: TestKind::Answered,
            span,
        });
    }
    let mut cmp = Cmp::Eq;
    if let Some(node) = inner.take(Rule::comparison) {
        cmp = match node.children().next()?.rule() {
            Rule::cmp_least => Cmp::Ge,
            Rule::cmp_most => Cmp::Le,
            Rule::cmp_above => Cmp::Gt,
            _ => Cmp::Lt,
        };
    }
    let operand = inner.take(Rule::operand)?;
    let place = operand.span();
    let mut inner = operand.children();
    let value = match inner.peek()? {
        Rule::signed => Expr {
            kind: ExprKind::Number(inner.literal()?),
            span: place,
        },
        _ => primary(inner.next()?, sink)?,
    };
    Some(Test {
        not,
        kind: TestKind::Against(cmp, Box::new(value)),
        span,
    })
}
