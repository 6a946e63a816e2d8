//! Sets, and how many of a set.

use crate::num::Rational;
use crate::syntax::ast::{
    Expr, ExprKind, Kind, Literal, Name, Quantity, Set, SetFilter, SetHead, Unit,
};
use crate::syntax::parser::{Parser, Wanted};

/// Set words, plural and singular.
const KINDS: &[(&str, Kind)] = &[
    ("criteria", Kind::Criteria),
    ("criterion", Kind::Criteria),
    ("checks", Kind::Checks),
    ("check", Kind::Checks),
    ("numbers", Kind::Numbers),
    ("number", Kind::Numbers),
    ("rows", Kind::Rows),
    ("row", Kind::Rows),
    ("parts", Kind::Parts),
    ("part", Kind::Parts),
];

impl Parser<'_> {
    pub(in crate::syntax) fn set(&mut self) -> Option<Set> {
        let start = self.start();
        let mut head = self.set_head()?;
        let mut filters = Vec::new();
        loop {
            // `rows tagged a in p` says the same as `rows in p tagged a`.
            if let SetHead::Kind(_, within) = &mut head
                && within.is_empty()
                && self.word_at(0) == "in"
            {
                self.skip();
                *within = self.some_names()?;
            }
            match self.filter()? {
                Some(filter) => filters.push(filter),
                None => break,
            }
        }
        Some(Set {
            head,
            filters,
            span: self.since(start),
        })
    }

    fn set_head(&mut self) -> Option<SetHead> {
        let word = self.word_at(0);
        if let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == word) {
            self.skip();
            let within = if self.eat("in") {
                self.some_names()?
            } else {
                Vec::new()
            };
            return Some(SetHead::Kind(*kind, within));
        }
        let number = self.kind_at(1) == Some(crate::syntax::tokens::Kind::Number);
        if matches!(word, "best" | "newest") && (number || self.word_at(2) == "of") {
            return self.picked(word == "best");
        }
        if self.sign_at(0) == "(" {
            return self.list().map(SetHead::List);
        }
        match self.name() {
            Some(name) => Some(SetHead::Name(name)),
            None => {
                self.want(Wanted::Thing("a set of rows"));
                None
            }
        }
    }

    /// `best N of S`, `newest N of S`.
    fn picked(&mut self, best: bool) -> Option<SetHead> {
        self.deeper()?;
        self.skip();
        let count = Box::new(self.amount()?);
        self.expect("of")?;
        let inner = Box::new(self.set()?);
        self.depth = self.depth.saturating_sub(1);
        Some(if best {
            SetHead::Best(count, inner)
        } else {
            SetHead::Newest(count, inner)
        })
    }

    /// A name, or several in brackets.
    pub(in crate::syntax) fn some_names(&mut self) -> Option<Vec<Name>> {
        if !self.sign("(") {
            return self.name().map(|name| vec![name]);
        }
        let all = self.names()?;
        self.expect_sign(")")?;
        Some(all)
    }

    fn filter(&mut self) -> Option<Option<SetFilter>> {
        let not = self.word_at(0) == "not" && self.word_at(1) == "tagged";
        if not {
            self.skip();
        }
        match self.word_at(0) {
            "tagged" => {
                self.skip();
                let mut tags = vec![self.name()?];
                while self.word_at(0) == "or" {
                    self.skip();
                    tags.push(self.name()?);
                }
                Some(Some(SetFilter::Tagged { tags, not }))
            }
            "that" => {
                self.skip();
                if matches!(self.word_at(0), "has" | "have") {
                    return self.has().map(|test| Some(SetFilter::That(test)));
                }
                self.eat_any(&["are", "is"])?;
                self.test().map(|test| Some(SetFilter::That(test)))
            }
            "without" => {
                self.skip();
                self.some_names()
                    .map(|names| Some(SetFilter::Without(names)))
            }
            _ => {
                self.want(Wanted::Thing("a filter such as `tagged`"));
                Some(None)
            }
        }
    }

    pub(super) fn begins_quantity(&self) -> bool {
        match self.word_at(0) {
            "every" | "any" | "no" | "most" | "exactly" => true,
            "at" => matches!(self.word_at(1), "least" | "most"),
            "all" | "half" => self.word_at(1) == "of",
            _ => false,
        }
    }

    /// `every S is TEST`, or conditions in brackets without a test.
    pub(super) fn quantified(&mut self) -> Option<ExprKind> {
        let quantity = self.quantity()?;
        self.eat("of");
        let set = self.set()?;
        let test = if matches!(self.word_at(0), "is" | "are") {
            self.skip();
            Some(Box::new(self.test()?))
        } else if matches!(self.word_at(0), "has" | "have") {
            Some(Box::new(self.has()?))
        } else if self.begins_test() {
            Some(Box::new(self.test()?))
        } else {
            self.want(Wanted::Word("is"));
            None
        };
        Some(ExprKind::Quantified(quantity, Box::new(set), test))
    }

    pub(super) fn quantity(&mut self) -> Option<Quantity> {
        let start = self.start();
        let word = self.word_at(0);
        match word {
            "every" | "all" => {
                self.skip();
                Some(Quantity::Every)
            }
            "any" => {
                self.skip();
                Some(Quantity::Any)
            }
            "no" => {
                self.skip();
                Some(Quantity::No)
            }
            "most" => {
                self.skip();
                Some(Quantity::Most)
            }
            "half" => {
                self.skip();
                Some(Quantity::AtLeast(Box::new(self.half(start))))
            }
            "exactly" => {
                self.skip();
                Some(Quantity::Exactly(Box::new(self.amount()?)))
            }
            "at" => {
                self.skip();
                let least = self.eat_any(&["least", "most"])? == "least";
                let count = Box::new(self.amount()?);
                Some(if least {
                    Quantity::AtLeast(count)
                } else {
                    Quantity::AtMost(count)
                })
            }
            _ => {
                self.want(Wanted::Thing("how many, such as `every` or `at least 2`"));
                None
            }
        }
    }

    /// A whole number, a percentage, `half`, or the name of a setting.
    fn amount(&mut self) -> Option<Expr> {
        let start = self.start();
        if self.word_at(0) == "half" {
            self.skip();
            return Some(self.half(start));
        }
        let kind = if self.kind_at(0) == Some(crate::syntax::tokens::Kind::Number) {
            ExprKind::Number(self.bare_number()?)
        } else {
            self.want(crate::syntax::parser::A_NUMBER);
            ExprKind::Name(self.name()?)
        };
        Some(Expr {
            kind,
            span: self.since(start),
        })
    }

    fn half(&self, start: usize) -> Expr {
        let span = self.since(start);
        let value = Rational::new(1, 2).unwrap_or(Rational::ONE);
        Expr {
            kind: ExprKind::Number(Literal {
                value,
                unit: Unit::Percent,
                span,
            }),
            span,
        }
    }
}
