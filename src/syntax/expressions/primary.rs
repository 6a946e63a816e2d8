//! What stands between operators: numbers, names, brackets, and what a set is boiled down to.

use crate::syntax::ast::{Direction, Expr, ExprKind, Fact, Operation};
use crate::syntax::parser::{A_VALUE, Parser, Wanted};
use crate::syntax::tokens::Kind;

/// Words that boil a set down, when `of` stands behind them.
const OPERATIONS: &[(&str, Operation)] = &[
    ("sum", Operation::Sum),
    ("mean", Operation::Mean),
    ("median", Operation::Median),
    ("lowest", Operation::Lowest),
    ("highest", Operation::Highest),
    ("percent", Operation::Percent),
    ("count", Operation::Count),
];
const WEIGHTED: &[(&str, Operation)] = &[
    ("mean", Operation::WeightedMean),
    ("sum", Operation::WeightedSum),
    ("percent", Operation::WeightedPercent),
];
const FACTS: &[(&str, Fact)] = &[
    ("words", Fact::Words),
    ("word", Fact::Words),
    ("pages", Fact::Pages),
    ("page", Fact::Pages),
    ("items", Fact::Items),
    ("item", Fact::Items),
    ("sentences", Fact::Sentences),
    ("sentence", Fact::Sentences),
    ("characters", Fact::Characters),
    ("length", Fact::Seconds),
    ("size", Fact::Bytes),
];

fn among<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value)
}

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> Option<Expr> {
        let start = self.start();
        let kind = self.primary_kind()?;
        // A bracket around one thing is that thing, in the place of the bracket.
        Some(Expr {
            kind,
            span: self.since(start),
        })
    }

    fn primary_kind(&mut self) -> Option<ExprKind> {
        match self.kind_at(0) {
            Some(Kind::Number) => return self.number().map(ExprKind::Number),
            Some(Kind::Date) => return self.date().map(ExprKind::Date),
            Some(Kind::Sign) if self.sign_at(0) == "(" => return self.bracket(),
            Some(Kind::Word) => {}
            _ => {
                self.want(A_VALUE);
                return None;
            }
        }
        let (word, next) = (self.word_at(0), self.word_at(1));
        if next == "of" {
            if let Some(operation) = among(OPERATIONS, word) {
                return self.aggregate(operation);
            }
            if let Some(fact) = among(FACTS, word) {
                self.skip();
                self.skip();
                return self.name().map(|slot| ExprKind::Fact(fact, slot));
            }
        }
        match (word, next) {
            ("true" | "false", _) => {
                self.skip();
                Some(ExprKind::Truth(word == "true"))
            }
            ("today", _) => {
                self.skip();
                Some(ExprKind::Today)
            }
            ("no", "score") => {
                self.skip();
                self.skip();
                Some(ExprKind::NoScore)
            }
            ("round", _) => self.rounded(),
            ("weighted", "mean" | "sum" | "percent") => {
                self.skip();
                self.aggregate(among(WEIGHTED, next)?)
            }
            ("most", "points") => {
                self.skip();
                self.skip();
                self.expect("of")?;
                self.name().map(ExprKind::MostPoints)
            }
            ("first", "of") if self.sign_at(2) == "(" => self.first(),
            ("days" | "day", "from") => self.days(),
            _ if self.begins_quantity() => self.quantified(),
            _ => self.named(),
        }
    }

    fn named(&mut self) -> Option<ExprKind> {
        match self.name() {
            Some(name) => {
                // `sum criteria`: the name was meant to boil a set down.
                let of =
                    among(OPERATIONS, &name.text).is_some() || among(FACTS, &name.text).is_some();
                if of {
                    self.want(Wanted::Word("of"));
                }
                Some(ExprKind::Name(name))
            }
            None => {
                self.want(A_VALUE);
                None
            }
        }
    }

    /// What stands in brackets: one thing, or several with commas.
    fn bracket(&mut self) -> Option<ExprKind> {
        let mut all = self.list()?;
        if all.len() == 1 {
            return all.pop().map(|inner| inner.kind);
        }
        Some(ExprKind::List(all))
    }

    pub(super) fn list(&mut self) -> Option<Vec<Expr>> {
        self.expect_sign("(")?;
        let mut all = vec![self.limited()?];
        while self.sign(",") {
            all.push(self.limited()?);
        }
        self.expect_sign(")")?;
        Some(all)
    }

    fn rounded(&mut self) -> Option<ExprKind> {
        self.deeper()?;
        self.skip();
        let value = self.expression()?;
        self.depth = self.depth.saturating_sub(1);
        let up = match self.eat_any(&["to", "up", "down"])? {
            "to" => {
                self.expect("nearest")?;
                None
            }
            way => {
                self.expect("to")?;
                Some(way == "up")
            }
        };
        let step = self.bare_number()?;
        let direction = match up {
            Some(true) => Direction::Up,
            Some(false) => Direction::Down,
            None => self.ties()?,
        };
        Some(ExprKind::Round(Box::new(value), direction, step))
    }

    fn ties(&mut self) -> Option<Direction> {
        if self.sign_at(0) != "," || self.word_at(1) != "ties" {
            self.want(Wanted::Word(","));
            return Some(Direction::NearestUnsaid);
        }
        self.skip();
        self.skip();
        Some(match self.eat_any(&["up", "down", "even"])? {
            "up" => Direction::TiesUp,
            "down" => Direction::TiesDown,
            _ => Direction::TiesEven,
        })
    }

    fn first(&mut self) -> Option<ExprKind> {
        self.skip();
        self.skip();
        self.expect_sign("(")?;
        let mut cases = Vec::new();
        while self.word_at(0) != "otherwise" {
            let value = self.limited()?;
            self.expect("when")?;
            cases.push((value, self.limited()?));
            self.expect_sign(",")?;
        }
        if cases.is_empty() {
            self.want(A_VALUE);
            return None;
        }
        self.skip();
        let last = self.limited()?;
        self.expect_sign(")")?;
        Some(ExprKind::First(cases, Box::new(last)))
    }

    fn days(&mut self) -> Option<ExprKind> {
        self.deeper()?;
        self.skip();
        self.skip();
        let from = self.day_run()?;
        self.expect("to")?;
        let to = self.day_run()?;
        self.depth = self.depth.saturating_sub(1);
        Some(ExprKind::Days(Box::new(from), Box::new(to)))
    }

    /// A day, with times added to it or taken off.
    fn day_run(&mut self) -> Option<Expr> {
        let start = self.start();
        let first = self.primary()?;
        let mut rest = Vec::new();
        while matches!(self.sign_at(0), "+" | "-")
            && self.kind_at(1) == Some(Kind::Number)
            && !self.word_at(2).is_empty()
            && self.word_at(2) != "to"
        {
            let op = if self.sign_at(0) == "+" {
                crate::syntax::ast::Op::Add
            } else {
                crate::syntax::ast::Op::Sub
            };
            self.skip();
            rest.push((op, self.primary()?));
        }
        if rest.is_empty() {
            return Some(first);
        }
        Some(Expr {
            kind: ExprKind::Chain(Box::new(first), rest),
            span: self.since(start),
        })
    }

    fn aggregate(&mut self, operation: Operation) -> Option<ExprKind> {
        self.skip();
        self.expect("of")?;
        let set = self.set()?;
        let mut stretch = false;
        if self.word_at(0) == "from" && self.word_at(1) == "lowest" {
            self.skip();
            self.skip();
            self.expect("possible")?;
            stretch = true;
        }
        Some(ExprKind::Aggregate(operation, Box::new(set), stretch))
    }
}
