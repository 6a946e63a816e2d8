//! One expression grammar for numbers, conditions, levels and sets, with one
//! bracket rule. A run of operands and operators stays flat here; precedence is
//! settled afterwards (`operators.rs`), so the tree is never deeper than the brackets.

mod primary;
mod row_test;
mod sets;

use super::ast::{Cmp, Expr, ExprKind, Op, Test, TestKind};
use super::operators::{Item, build};
use super::parser::{A_VALUE, AN_OPERATOR, Parser};

impl Parser<'_> {
    /// An expression with limits behind it: `E, but at least A, but at most B`.
    pub(super) fn limited(&mut self) -> Option<Expr> {
        let start = self.start();
        let mut value = self.expression()?;
        while self.sign_at(0) == "," && self.word_at(1) == "but" {
            self.skip();
            self.skip();
            self.expect("at")?;
            let cmp = match self.eat_any(&["least", "most"])? {
                "least" => Cmp::Ge,
                _ => Cmp::Le,
            };
            let limit = self.expression()?;
            value = Expr {
                kind: ExprKind::Limit(Box::new(value), cmp, Box::new(limit)),
                span: self.since(start),
            };
        }
        Some(value)
    }

    /// A choice or a flat run.
    pub(super) fn expression(&mut self) -> Option<Expr> {
        if self.word_at(0) != "if" {
            return self.flat();
        }
        self.deeper()?;
        let start = self.start();
        self.skip();
        let condition = self.expression()?;
        self.expect("then")?;
        let a = self.expression()?;
        self.expect("else")?;
        let b = self.expression()?;
        self.depth = self.depth.saturating_sub(1);
        Some(Expr {
            kind: ExprKind::If(Box::new(condition), Box::new(a), Box::new(b)),
            span: self.since(start),
        })
    }

    fn flat(&mut self) -> Option<Expr> {
        let mut items = vec![self.operand_item()?];
        loop {
            if let Some(sign) = self.infix() {
                items.push(sign);
                items.push(self.operand_item()?);
                continue;
            }
            match self.word_at(0) {
                "is" | "are" => {
                    self.skip();
                    let test = self.test()?;
                    self.tested(test, &mut items);
                }
                "has" => items.push(Item::Is(self.has()?)),
                "by" => self.by_raters(&mut items)?,
                _ => break,
            }
        }
        self.want(AN_OPERATOR);
        let problems = &mut self.problems;
        build(items, problems)
    }

    /// `a is at least b + 1` goes on as a comparison does.
    fn tested(&mut self, test: Test, items: &mut Vec<Item>) {
        match test.kind {
            TestKind::Against(cmp, value)
                if !test.not && matches!(self.sign_at(0), "+" | "-" | "*" | "/") =>
            {
                items.push(Item::Cmp(cmp));
                items.push(Item::Operand {
                    negative: false,
                    not: false,
                    value: *value,
                });
            }
            _ => items.push(Item::Is(test)),
        }
    }

    /// An operand with the signs and `not` before it.
    fn operand_item(&mut self) -> Option<Item> {
        let (mut negative, mut not) = (false, false);
        loop {
            if self.sign_at(0) == "-" {
                negative = !negative;
            } else if self.word_at(0) == "not" {
                not = !not;
            } else {
                break;
            }
            self.skip();
        }
        let value = self.primary()?;
        Some(Item::Operand {
            negative,
            not,
            value,
        })
    }

    fn infix(&mut self) -> Option<Item> {
        let item = match (self.word_at(0), self.sign_at(0)) {
            ("or", _) => Item::Op(Op::Or),
            ("and", _) => Item::Op(Op::And),
            (_, "+") => Item::Op(Op::Add),
            (_, "-") => Item::Op(Op::Sub),
            (_, "*") => Item::Op(Op::Mul),
            (_, "/") => Item::Op(Op::Div),
            (_, ">=") => Item::Cmp(Cmp::Ge),
            (_, ">") => Item::Cmp(Cmp::Gt),
            (_, "<=") => Item::Cmp(Cmp::Le),
            (_, "<") => Item::Cmp(Cmp::Lt),
            (_, "=") => Item::Cmp(Cmp::Eq),
            (_, "!=") => Item::Cmp(Cmp::Ne),
            _ => return None,
        };
        self.skip();
        Some(item)
    }

    /// `C by every reviewer`: what several raters say of the test before it.
    fn by_raters(&mut self, items: &mut Vec<Item>) -> Option<()> {
        self.skip();
        let quantity = self.quantity()?;
        self.eat("of");
        let role = self.name()?;
        let mut value = match items.pop()? {
            Item::Is(test) => match items.pop()? {
                Item::Operand {
                    negative: false,
                    not,
                    value,
                } => {
                    let span = value.span.cover(test.span);
                    let tested = Expr {
                        kind: ExprKind::Is(Box::new(value), Box::new(test)),
                        span,
                    };
                    (not, tested)
                }
                _ => return None,
            },
            Item::Operand {
                negative: false,
                not,
                value,
            } => (not, value),
            _ => {
                self.want(A_VALUE);
                return None;
            }
        };
        let span = value.1.span.cover(role.span);
        value.1 = Expr {
            kind: ExprKind::ByRaters(Box::new(value.1), quantity, role),
            span,
        };
        items.push(Item::Operand {
            negative: false,
            not: value.0,
            value: value.1,
        });
        Some(())
    }
}
