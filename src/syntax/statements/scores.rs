//! Scores: a number, or a table that gives one.

use super::reader::Reader;
use crate::syntax::ast::{Expr, Name, Score, ScoreForm, Shown, TableRow, Text};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;

/// What the head of a score says.
struct Head {
    name: Name,
    label: Option<Text>,
    each: Vec<Name>,
    /// The rule, or what a table looks up.
    rule: Result<Expr, Vec<Name>>,
    shown: Option<Shown>,
}

impl Reader<'_> {
    pub(super) fn score(&mut self, line: &Statement) -> Option<Score> {
        let head = self.read(line.head, "score NAME \"Label\" = NUMBER", |p| {
            p.score_head()
        });
        let is_table = matches!(&head, Some(Head { rule: Err(_), .. }));
        let mut rows: Vec<TableRow<Expr>> = Vec::new();
        let mut otherwise = None;
        if !is_table {
            self.no_block(line);
        }
        let block = if is_table {
            self.block(line, true)
        } else {
            &[]
        };
        for inner in block {
            self.no_block(inner);
            if self.first_word(inner.head) == "otherwise" {
                otherwise = self.read(inner.head, "otherwise NUMBER", |p| {
                    p.expect("otherwise")?;
                    p.limited()
                });
            } else {
                let row = self.read(inner.head, "LEVEL, LEVEL gives NUMBER", |p| {
                    p.table_row(Parser::limited)
                });
                rows.extend(row);
            }
        }
        let head = head?;
        Some(Score {
            name: head.name,
            label: head.label,
            each: head.each,
            form: match head.rule {
                Ok(rule) => ScoreForm::Rule(rule),
                Err(subjects) => ScoreForm::Table {
                    subjects,
                    rows,
                    otherwise,
                },
            },
            shown: head.shown,
        })
    }
}

impl Parser<'_> {
    fn score_head(&mut self) -> Option<Head> {
        self.expect("score")?;
        let (name, label) = (self.name()?, self.text());
        let each = if self.word_at(0) == "for" {
            self.each()?
        } else {
            Vec::new()
        };
        let label = label.or_else(|| self.text());
        self.expect_sign("=")?;
        let rule = if self.word_at(0) == "from" {
            self.skip();
            Err(self.names()?)
        } else {
            Ok(self.limited()?)
        };
        let shown = self.shown()?;
        Some(Head {
            name,
            label,
            each,
            rule,
            shown,
        })
    }

    /// `as percent`, `out of 60`.
    pub(super) fn shown(&mut self) -> Option<Option<Shown>> {
        let start = self.start();
        Some(if self.phrase(&["as", "percent"])? {
            Some(Shown::Percent(self.since(start)))
        } else if self.phrase(&["out", "of"])? {
            Some(Shown::OutOf(self.bare_number()?))
        } else {
            None
        })
    }
}
