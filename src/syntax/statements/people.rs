//! Several raters, and several tries.

use super::reader::Reader;
use crate::syntax::ast::{
    AttemptLine, Attempts, CountingTries, Literal, RaterLine, Raters, TriesOf,
};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::Kind;

impl Reader<'_> {
    pub(super) fn raters(&mut self, line: &Statement) -> Raters {
        self.read(line.head, "raters {", |p| p.expect("raters"));
        let mut lines = Vec::new();
        for inner in self.block(line, true) {
            self.no_block(inner);
            let form = "reviewer 2..3, blind";
            lines.extend(self.read(inner.head, form, |p| p.rater_line()));
        }
        Raters {
            lines,
            span: line.head,
        }
    }

    pub(super) fn attempts(&mut self, line: &Statement) -> Option<Attempts> {
        let of = self.read(line.head, "attempts of each part {", |p| {
            p.expect("attempts")?;
            p.expect("of")?;
            if p.phrase(&["the", "whole"])? {
                return Some(TriesOf::Whole);
            }
            p.expect("each")?;
            Some(match p.eat_any(&["row", "part"])? {
                "row" => TriesOf::Row,
                _ => TriesOf::Part,
            })
        });
        let mut lines = Vec::new();
        for inner in self.block(line, true) {
            self.no_block(inner);
            lines.extend(self.read(inner.head, "newest counts", |p| p.attempt_line()));
        }
        Some(Attempts {
            of: of?,
            lines,
            span: line.head,
        })
    }
}

impl Parser<'_> {
    fn rater_line(&mut self) -> Option<RaterLine> {
        let start = self.start();
        match self.word_at(0) {
            "combine" => {
                self.skip();
                self.expect("by")?;
                let how = self.name()?;
                let mut ties = None;
                if self.sign(",") {
                    self.expect("ties")?;
                    ties = Some(self.name()?);
                }
                Some(RaterLine::Combine { how, ties })
            }
            "whose" => {
                self.phrase(&["whose", "score", "counts"])?;
                self.sign(":");
                self.name().map(RaterLine::Counts)
            }
            "adjudicate" => self.adjudicate(),
            "without" => {
                self.skip();
                self.expect("conflicted")?;
                Some(RaterLine::WithoutConflicted(self.since(start)))
            }
            "confirm" => {
                self.skip();
                self.expect("self")?;
                Some(RaterLine::ConfirmSelf(self.since(start)))
            }
            _ => self.role_line(),
        }
    }

    fn role_line(&mut self) -> Option<RaterLine> {
        let role = self.name()?;
        let (mut from, mut to) = (None, None);
        if self.kind_at(0) == Some(Kind::Number) {
            let least = self.bare_number()?;
            to = if self.sign("..") {
                if self.kind_at(0) == Some(Kind::Number) {
                    Some(self.bare_number()?)
                } else {
                    None
                }
            } else {
                Some(least.clone())
            };
            from = Some(least);
        }
        let mut blind = false;
        if self.sign(",") {
            self.expect("blind")?;
            blind = true;
        }
        Some(RaterLine::Role {
            role,
            from,
            to,
            blind,
        })
    }

    fn adjudicate(&mut self) -> Option<RaterLine> {
        self.skip();
        self.expect("when")?;
        let role = self.name()?;
        self.eat_any(&["differ", "differs"])?;
        self.expect("by")?;
        self.expect("more")?;
        self.expect("than")?;
        let more_than = self.bare_number()?;
        let levels = matches!(
            self.eat_any(&["level", "levels", "point", "points"])?,
            "level" | "levels"
        );
        Some(RaterLine::Adjudicate {
            role,
            more_than,
            levels,
        })
    }

    fn attempt_line(&mut self) -> Option<AttemptLine> {
        let start = self.start();
        match (self.word_at(0), self.word_at(1)) {
            ("at", "least") => {
                self.skip();
                self.skip();
                let count = self.bare_number()?;
                self.eat_any(&["tries", "try"])?;
                self.expect("at")?;
                let level = self.name()?;
                self.expect_sign(",")?;
                self.expect("else")?;
                self.expect("no")?;
                self.expect("score")?;
                Some(AttemptLine::AtLeast(count, level))
            }
            ("at", _) => {
                self.skip();
                self.expect("most")?;
                let count = self.bare_number()?;
                self.eat_any(&["tries", "try"])?;
                Some(AttemptLine::AtMost(count))
            }
            ("only", _) => {
                self.skip();
                self.eat_any(&["rows", "row"])?;
                self.expect("below")?;
                let level = self.name()?;
                self.phrase(&["may", "be", "redone"])?;
                Some(AttemptLine::OnlyBelow(level))
            }
            _ => {
                let tries = self.counting()?;
                Some(AttemptLine::Counts(tries, self.since(start)))
            }
        }
    }

    fn counting(&mut self) -> Option<CountingTries> {
        match self.eat_any(&["newest", "best", "mean", "median", "each"])? {
            "newest" => {
                self.expect("counts")?;
                if self.kind_at(0) != Some(Kind::Number) {
                    self.want(crate::syntax::parser::A_NUMBER);
                    return Some(CountingTries::Newest);
                }
                let newest = self.bare_number()?;
                self.expect_sign(",")?;
                self.phrase(&["the", "mean", "of", "the", "others"])?;
                Some(CountingTries::NewestAndOthers(newest, self.bare_number()?))
            }
            "best" => {
                self.expect("counts")?;
                Some(CountingTries::Best)
            }
            "mean" => {
                self.expect("of")?;
                Some(match self.eat_any(&["all", "newest", "best"])? {
                    "all" => CountingTries::MeanOfAll,
                    "newest" => CountingTries::MeanOfNewest(self.bare_number()?),
                    _ => CountingTries::MeanOfBest(self.bare_number()?),
                })
            }
            "median" => {
                self.phrase(&["of", "newest"])?;
                self.bare_number().map(CountingTries::MedianOfNewest)
            }
            _ => self.newer().map(CountingTries::EachNewer),
        }
    }

    fn newer(&mut self) -> Option<Literal> {
        self.phrase(&["newer", "try", "counts"])?;
        self.bare_number()
    }
}
