//! Tests behind `is`, and `has a comment`.

use crate::syntax::ast::{Cmp, Expr, ExprKind, Test, TestKind};
use crate::syntax::parser::{Parser, RESERVED, Wanted};
use crate::syntax::tokens::Kind;

impl Parser<'_> {
    /// What stands behind `is`.
    pub(in crate::syntax) fn test(&mut self) -> Option<Test> {
        let start = self.start();
        let not = self.eat("not");
        let kind = match (self.word_at(0), self.word_at(1)) {
            ("answered", _) => {
                self.skip();
                TestKind::Answered
            }
            ("left", "out") => {
                self.skip();
                self.skip();
                TestKind::LeftOut
            }
            ("at", _) => {
                self.skip();
                let least = self.eat_any(&["least", "most"])? == "least";
                self.against(if least { Cmp::Ge } else { Cmp::Le })?
            }
            // A level may be called `above`: then nothing to compare with stands behind it.
            ("above", _) if self.has_operand(1) => {
                self.skip();
                self.against(Cmp::Gt)?
            }
            ("below", _) if self.has_operand(1) => {
                self.skip();
                self.against(Cmp::Lt)?
            }
            _ => self.against(Cmp::Eq)?,
        };
        Some(Test {
            not,
            kind,
            span: self.since(start),
        })
    }

    fn against(&mut self, cmp: Cmp) -> Option<TestKind> {
        self.operand()
            .map(|operand| TestKind::Against(cmp, Box::new(operand)))
    }

    fn has_operand(&self, ahead: usize) -> bool {
        match self.kind_at(ahead) {
            Some(Kind::Number | Kind::Date) => true,
            Some(Kind::Word) => !RESERVED.contains(&self.word_at(ahead)),
            Some(Kind::Sign) => matches!(self.sign_at(ahead), "(" | "-"),
            _ => false,
        }
    }

    /// A level, a number, a day, or something in brackets.
    fn operand(&mut self) -> Option<Expr> {
        let start = self.start();
        match self.kind_at(0) {
            Some(Kind::Number) => {}
            Some(Kind::Sign) if self.sign_at(0) == "-" => {}
            Some(Kind::Sign) if self.sign_at(0) == "(" => return self.primary(),
            Some(Kind::Date) => return self.primary(),
            Some(Kind::Word) if self.word_at(0) == "today" => return self.primary(),
            _ => {
                self.want(Wanted::Thing("a test such as `at least 2`"));
                let name = self.name()?;
                return Some(Expr {
                    kind: ExprKind::Name(name),
                    span: self.since(start),
                });
            }
        }
        let number = self.signed()?;
        Some(Expr {
            kind: ExprKind::Number(number),
            span: self.since(start),
        })
    }

    /// Whether a test begins here although `is` was left out.
    pub(super) fn begins_test(&self) -> bool {
        match self.word_at(0) {
            "" => false,
            "at" => matches!(self.word_at(1), "least" | "most"),
            "not" => true,
            "message" | "by" | "as" | "out" | "from" => false,
            word => !RESERVED.contains(&word),
        }
    }

    /// `has a comment`, `has a score`.
    pub(super) fn has(&mut self) -> Option<Test> {
        let start = self.start();
        self.eat_any(&["has", "have"])?;
        let not = self.word_at(0) == "no";
        if not {
            self.skip();
        } else {
            self.eat("a");
        }
        let kind = match self.eat_any(&["comment", "score"])? {
            "comment" => TestKind::HasComment,
            _ => TestKind::HasScore,
        };
        Some(Test {
            not,
            kind,
            span: self.since(start),
        })
    }
}
