//! Which statement a line is. What is declared with choices may have its
//! `default` behind the block, as a line of its own.

use super::reader::Reader;
use super::{HEADER, ITEMS, PROPERTIES};
use crate::syntax::ast::{Advise, Item, ScoreForm, ShowLine, Text, Translate, Translated};
use crate::syntax::layout::Statement;

impl Reader<'_> {
    pub(super) fn item(&mut self, line: &Statement, items: &mut Vec<Item>) {
        if self.begins(line.head, "default") && self.late_default(line, items.last_mut()) {
            return;
        }
        let shown = self.begins(line.head, "as percent") || self.begins(line.head, "out of");
        if let Some(Item::Score(score)) = items.last_mut().filter(|_| shown)
            && matches!(score.form, ScoreForm::Table { .. })
        {
            score.shown = self.read(line.head, "as percent", |p| p.shown()).flatten();
            return;
        }
        let found = self.read_item(line);
        items.extend(found.or_else(|| self.second_word(line.head).map(Item::Broken)));
    }

    fn read_item(&mut self, line: &Statement) -> Option<Item> {
        let word = self.first_word(line.head);
        match word {
            "scale" => self.scale(line).map(Item::Scale),
            "part" => self.part(line).map(Item::Part),
            "criterion" | "check" | "number" => self.row(line, word).map(Item::Row),
            "ask" => self.ask(line).map(Item::Ask),
            "setting" => self.setting(line).map(Item::Setting),
            "evidence" => self.slot(line).map(Item::Slot),
            "score" => self.score(line).map(Item::Score),
            "result" => self.ladder(line).map(Item::Result),
            "award" => self.ladder(line).map(Item::Award),
            "advise" => self.advise(line).map(Item::Advise),
            "raters" => Some(Item::Raters(self.raters(line))),
            "attempts" => self.attempts(line).map(Item::Attempts),
            "codes" => Some(Item::Codes(self.codes(line))),
            "example" => self.example(line).map(Item::Example),
            "use" => self.used(line).map(Item::Use),
            "translate" => self.translate(line).map(Item::Translate),
            "rank" => self.rank(line),
            "show" | "hide" => self.show(line).map(Item::Show),
            // A property of a row is spelt right: it only stands in the wrong place.
            word if PROPERTIES.contains(&word) && !ITEMS.contains(&word) => {
                self.unknown(
                    line.head,
                    &[],
                    "put it into the block of the criterion, check or number it is about",
                );
                None
            }
            _ => {
                let all = HEADER.iter().chain(ITEMS).chain(PROPERTIES);
                let words: Vec<&str> = all.copied().collect();
                self.unknown(line.head, &words, "a line here begins with a word such as scale, part, criterion, check, number, score, award, advise");
                None
            }
        }
    }

    fn advise(&mut self, line: &Statement) -> Option<Advise> {
        self.no_block(line);
        self.read(line.head, "advise \"text\" when CONDITION", |p| {
            p.expect("advise")?;
            let text = p.text()?;
            p.expect("when")?;
            Some(Advise {
                text,
                when: p.limited()?,
            })
        })
    }

    fn used(&mut self, line: &Statement) -> Option<Text> {
        self.no_block(line);
        self.read(line.head, "use \"path.rubric\"", |p| {
            p.expect("use")?;
            p.text()
        })
    }

    fn rank(&mut self, line: &Statement) -> Option<Item> {
        self.no_block(line);
        self.read(line.head, "rank by SCORE, then ROW", |p| {
            p.expect("rank")?;
            p.expect("by")?;
            let mut by = vec![p.name()?];
            while p.sign(",") {
                if p.word_at(0) == "then" {
                    p.skip();
                }
                by.push(p.name()?);
            }
            Some(Item::Rank(by))
        })
    }

    fn show(&mut self, line: &Statement) -> Option<ShowLine> {
        self.no_block(line);
        if self.begins(line.head, "show") {
            return self.read(line.head, "show levels only", |p| {
                let start = p.start();
                p.expect("show")?;
                p.expect("levels")?;
                p.expect("only")?;
                Some(ShowLine::LevelsOnly(p.since(start)))
            });
        }
        self.read(line.head, "hide NAME, NAME", |p| {
            p.expect("hide")?;
            p.names().map(ShowLine::Hide)
        })
    }

    fn translate(&mut self, line: &Statement) -> Option<Translate> {
        let language = self.read(line.head, "translate \"fr\" {", |p| {
            p.expect("translate")?;
            p.text()
        });
        let mut texts = Vec::new();
        for inner in self.block(line, true) {
            self.no_block(inner);
            texts.extend(self.read(inner.head, "NAME.LEVEL \"text\"", |p| {
                let mut path = vec![p.any_word()?];
                if p.sign(".") {
                    path.push(p.any_word()?);
                }
                Some(Translated {
                    path,
                    text: p.text()?,
                })
            }));
        }
        Some(Translate {
            language: language?,
            texts,
        })
    }
}
