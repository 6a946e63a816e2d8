//! Properties that stand on rows and parts, one a line.

use super::reader::Reader;
use crate::syntax::ast::{CommentMode, CommentRule, LeaveOut, Properties};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;

impl Reader<'_> {
    /// Reads one property into the others.
    pub(super) fn property(&mut self, line: &Statement, properties: &mut Properties) {
        self.no_block(line);
        let word = self.first_word(line.head);
        match word {
            "weight" => {
                let found = self.read(line.head, "weight 2", |p| {
                    p.expect("weight")?;
                    p.bare_number()
                });
                self.once(line, properties.weight.is_some(), word);
                properties.weight = found.or(properties.weight.take());
            }
            "tags" => {
                let found = self.read(line.head, "tags NAME, NAME", |p| {
                    p.expect("tags")?;
                    let mut all = vec![p.name()?];
                    loop {
                        p.sign(",");
                        if p.is_done() {
                            return Some(all);
                        }
                        all.push(p.name()?);
                    }
                });
                properties.tags.extend(found.unwrap_or_default());
            }
            "about" => {
                let found = self.texts(line);
                self.once(line, properties.about.is_some(), word);
                properties.about = found.and_then(|texts| texts.into_iter().next());
            }
            "aligns" => {
                let found = self.read(line.head, "aligns \"text\" \"url\"", |p| p.align());
                properties.aligns.extend(found);
            }
            "shown" => {
                let found = self.read(line.head, "shown by SLOT, SLOT", |p| {
                    p.expect("shown")?;
                    p.expect("by")?;
                    p.names()
                });
                properties.shown_by.extend(found.unwrap_or_default());
            }
            "comment" => {
                let found = self.read(line.head, "comment required when below LEVEL", |p| {
                    p.comment()
                });
                self.once(line, properties.comment.is_some(), word);
                properties.comment = found;
            }
            "counts" | "at" | "only" | "retired" => self.conditional(line, word, properties),
            _ => self.flag(line, word, properties),
        }
    }

    fn once(&mut self, line: &Statement, said: bool, word: &str) {
        if said {
            self.twice(line.head, word);
        }
    }

    fn flag(&mut self, line: &Statement, word: &str, properties: &mut Properties) {
        match word {
            "may" => {
                let found = self.read(line.head, "may be left out, with a reason", |p| {
                    let start = p.start();
                    p.phrase(&["may", "be", "left", "out"])?;
                    let reason = p.with_reason()?;
                    Some(LeaveOut {
                        reason,
                        span: p.since(start),
                    })
                });
                properties.leave_out = found.or(properties.leave_out);
            }
            "bonus" => {
                properties.bonus = self.read(line.head, "bonus", |p| {
                    let start = p.start();
                    p.expect("bonus")?;
                    Some(p.since(start))
                });
            }
            "adds" => {
                properties.adds_nothing = self.read(line.head, "adds nothing", |p| {
                    let start = p.start();
                    p.phrase(&["adds", "nothing"])?;
                    Some(p.since(start))
                });
            }
            "not" if self.begins(line.head, "not scored") => {
                properties.not_scored = self.read(line.head, "not scored", |p| {
                    let start = p.start();
                    p.phrase(&["not", "scored"])?;
                    Some(p.since(start))
                });
            }
            "not" => {
                let form = "not applicable counts as LEVEL";
                properties.not_applicable = self.read(line.head, form, |p| {
                    p.phrase(&["not", "applicable", "counts", "as"])?;
                    p.given()
                });
            }
            _ => {
                let form = "unanswered counts as LEVEL";
                properties.unanswered = self.read(line.head, form, |p| {
                    p.phrase(&["unanswered", "counts", "as"])?;
                    p.given()
                });
            }
        }
    }

    fn conditional(&mut self, line: &Statement, word: &str, properties: &mut Properties) {
        match word {
            "only" => {
                let found = self.read(line.head, "only when CONDITION", |p| {
                    p.phrase(&["only", "when"])?;
                    p.limited()
                });
                self.once(line, properties.only_when.is_some(), "only when");
                properties.only_when = found;
            }
            "retired" => {
                properties.retired = self.read(line.head, "retired 2025-08-01", |p| {
                    p.expect("retired")?;
                    p.date()
                });
            }
            "at" => {
                let form = "at most LEVEL when CONDITION";
                let found = self.read(line.head, form, |p| {
                    p.phrase(&["at", "most"])?;
                    let value = p.given()?;
                    p.expect("when")?;
                    Some((value, p.limited()?))
                });
                properties.at_most.extend(found);
            }
            _ if self.begins(line.head, "counts from") => {
                properties.counts_from = self.read(line.head, "counts from 2025-08-01", |p| {
                    p.phrase(&["counts", "from"])?;
                    p.date()
                });
            }
            _ => {
                let form = "counts as LEVEL when CONDITION";
                let found = self.read(line.head, form, |p| {
                    p.phrase(&["counts", "as"])?;
                    let value = p.given()?;
                    p.expect("when")?;
                    Some((value, p.limited()?))
                });
                properties.counts_as.extend(found);
            }
        }
    }
}

impl Parser<'_> {
    /// `, with a reason`.
    pub(super) fn with_reason(&mut self) -> Option<bool> {
        if !self.sign(",") {
            return Some(false);
        }
        self.expect("with")?;
        self.expect("a")?;
        self.expect("reason")?;
        Some(true)
    }

    fn comment(&mut self) -> Option<CommentRule> {
        let start = self.start();
        self.expect("comment")?;
        let mode = match self.eat_any(&["none", "optional", "required"])? {
            "none" => CommentMode::None,
            "optional" => CommentMode::Optional,
            _ => CommentMode::Required,
        };
        let (mut when, mut link) = (None, false);
        loop {
            if self.eat("when") {
                self.eat_any(&["is", "are"]);
                when = Some(self.test()?);
            } else if self.phrase(&["with", "a", "link"])? {
                link = true;
            } else {
                break;
            }
        }
        Some(CommentRule {
            mode,
            when,
            link,
            span: self.since(start),
        })
    }
}
