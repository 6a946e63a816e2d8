//! Precedence, settled over a flat run of operands and operators. A run of one
//! precedence becomes one node, so the tree is never deeper than the brackets.

use super::ast::{Cmp, Expr, ExprKind, Op, Test};
use crate::diag::{Code, Diagnostic};

/// One thing in a flat run.
pub(super) enum Item {
    /// An operand with the signs before it.
    Operand {
        /// Whether an odd number of `-` stands before it.
        negative: bool,
        /// Whether an odd number of `not` stands before it.
        not: bool,
        /// The operand.
        value: Expr,
    },
    /// An operator that chains.
    Op(Op),
    /// A comparison sign.
    Cmp(Cmp),
    /// `is TEST`.
    Is(Test),
}

/// Builds the tree of a flat run.
pub(super) fn build(items: Vec<Item>, problems: &mut Vec<Diagnostic>) -> Option<Expr> {
    let mut run = Run {
        items: items.into_iter().peekable(),
        problems,
    };
    let built = run.chain(&LEVELS);
    if run.items.peek().is_some() {
        None
    } else {
        built
    }
}

/// Chains from the loosest to the tightest; comparison stands between.
const LEVELS: [&[Op]; 4] = [
    &[Op::Or],
    &[Op::And],
    &[Op::Add, Op::Sub],
    &[Op::Mul, Op::Div],
];
/// Below this many levels left, operands are sums and products.
const ARITHMETIC: usize = 2;

struct Run<'a> {
    items: std::iter::Peekable<std::vec::IntoIter<Item>>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Run<'_> {
    fn chain(&mut self, levels: &[&[Op]]) -> Option<Expr> {
        let Some((ops, tighter)) = levels.split_first() else {
            return self.operand();
        };
        let first = self.operand_of(tighter)?;
        let mut rest = Vec::new();
        let mut span = first.span;
        while let Some(Item::Op(op)) = self.items.peek() {
            let op = *op;
            if !ops.contains(&op) {
                break;
            }
            self.items.next();
            let operand = self.operand_of(tighter)?;
            span = span.cover(operand.span);
            rest.push((op, operand));
        }
        if rest.is_empty() {
            return Some(first);
        }
        Some(Expr {
            kind: ExprKind::Chain(Box::new(first), rest),
            span,
        })
    }

    fn operand_of(&mut self, levels: &[&[Op]]) -> Option<Expr> {
        if levels.len() == ARITHMETIC {
            self.comparison(levels)
        } else {
            self.chain(levels)
        }
    }

    /// `not` reaches over the comparison behind it, and no further.
    fn comparison(&mut self, levels: &[&[Op]]) -> Option<Expr> {
        let mut turned = false;
        if let Some(Item::Operand { not, .. }) = self.items.peek_mut() {
            turned = std::mem::take(not);
        }
        let mut left = self.chain(levels)?;
        let mut compared = false;
        while let Some(Item::Cmp(_) | Item::Is(_)) = self.items.peek() {
            let item = self.items.next()?;
            let next = self.compare(left.clone(), item, levels)?;
            if compared {
                self.problems.push(
                    Diagnostic::error(
                        Code::NotOneTest,
                        next.span,
                        "this compares more than two things at once",
                    )
                    .help("write two conditions with `and` between them"),
                );
                // What is read on is the first of them: the rest was reported.
                left.span = next.span;
                continue;
            }
            compared = true;
            left = next;
        }
        if !turned {
            return Some(left);
        }
        let span = left.span;
        Some(Expr {
            kind: ExprKind::Not(Box::new(left)),
            span,
        })
    }

    fn compare(&mut self, left: Expr, item: Item, levels: &[&[Op]]) -> Option<Expr> {
        match item {
            Item::Cmp(cmp) => {
                let right = self.chain(levels)?;
                let span = left.span.cover(right.span);
                Some(Expr {
                    kind: ExprKind::Compare(Box::new(left), cmp, Box::new(right)),
                    span,
                })
            }
            Item::Is(test) => {
                let span = left.span.cover(test.span);
                Some(Expr {
                    kind: ExprKind::Is(Box::new(left), Box::new(test)),
                    span,
                })
            }
            Item::Op(_) | Item::Operand { .. } => None,
        }
    }

    fn operand(&mut self) -> Option<Expr> {
        let Some(Item::Operand {
            negative,
            not,
            value,
        }) = self.items.next()
        else {
            return None;
        };
        let span = value.span;
        let value = if negative {
            Expr {
                kind: ExprKind::Neg(Box::new(value)),
                span,
            }
        } else {
            value
        };
        Some(if not {
            Expr {
                kind: ExprKind::Not(Box::new(value)),
                span,
            }
        } else {
            value
        })
    }
}
