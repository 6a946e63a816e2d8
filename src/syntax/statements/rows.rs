//! Rows: criteria, checks and numbers, with the lines inside them.

use super::PROPERTIES;
use super::ladders::Body;
use super::reader::Reader;
use crate::syntax::ast::{
    Expr, Name, NumberRange, OwnScale, Properties, Row, RowKind, RowLevel, Series, Text, Worked,
};
use crate::syntax::layout::Statement;
use crate::syntax::parser::{A_RANGE, Parser};
use crate::syntax::tokens::Kind;

/// What the head of a row says.
struct Head {
    name: Name,
    series: Option<Series>,
    label: Option<Text>,
    /// None for a criterion whose levels stand inside.
    kind: Option<RowKind>,
    from: Vec<Expr>,
    met_when: Option<Expr>,
}

/// What stands inside a row, as far as it was read.
#[derive(Default)]
struct Inside {
    properties: Properties,
    levels: Vec<RowLevel>,
    own: Option<OwnScale>,
    body: Body,
}

impl Reader<'_> {
    pub(super) fn row(&mut self, line: &Statement, word: &str) -> Option<Row> {
        let head = match word {
            "criterion" => self.read(line.head, "criterion NAME \"Label\" on SCALE", |p| {
                p.criterion_head()
            }),
            "check" => self.read(line.head, "check NAME \"Label\" POINTS", |p| p.check_head()),
            _ => self.read(line.head, "number NAME \"Label\" 0..10 step 0.5", |p| {
                p.number_head()
            }),
        };
        let from = head
            .as_ref()
            .map(|head| head.from.clone())
            .unwrap_or_default();
        let mut inside = Inside::default();
        for inner in self.block(line, false) {
            self.row_line(inner, word, &from, &mut inside);
        }
        let head = head?;
        let worked = match head.met_when {
            Some(when) => Some(Worked::MetWhen(when)),
            None => inside.body.form(from).map(Worked::Ladder),
        };
        let kind = match (head.kind, inside.own) {
            (Some(kind), _) => kind,
            (None, Some(own)) => RowKind::Own(own),
            (None, None) => {
                self.no_scale(line);
                return None;
            }
        };
        Some(Row {
            name: head.name,
            label: head.label,
            series: head.series,
            kind,
            worked,
            properties: inside.properties,
            levels: inside.levels,
        })
    }

    fn no_scale(&mut self, line: &Statement) {
        if self.sink.has_in(crate::diag::Code::Unclosed, line.head) {
            return; // a text that is never closed swallowed what was said
        }
        let message = "this criterion has neither a scale nor levels of its own";
        self.sink.push(
            crate::diag::Diagnostic::error(crate::diag::Code::Syntax, line.head, message)
                .help("write `on SCALE` behind it, or `levels { ... }` inside"),
        );
    }

    fn row_line(&mut self, line: &Statement, row: &str, from: &[Expr], inside: &mut Inside) {
        let word = self.first_word(line.head);
        let behind = self.behind(line, word);
        if word == "levels" && line.block.is_some() && row == "criterion" {
            self.own_levels(line, inside);
        } else if row == "criterion"
            && word != "about"
            && word != "aligns"
            && behind.starts_with('"')
            && line.block.is_none()
        {
            self.level_line(line, inside);
        } else if row == "criterion" && self.is_ladder_line(line, word, !from.is_empty()) {
            self.ladder_line(line, from, &mut inside.body);
        } else if PROPERTIES.contains(&word) {
            self.property(line, &mut inside.properties);
        } else {
            let mut words = PROPERTIES.to_vec();
            words.push("levels");
            self.unknown(
                line.head,
                &words,
                "a line here is a property such as `weight`, `tags` or `about`, or a level with its text",
            );
        }
    }

    /// What stands behind the first word of a line.
    fn behind(&self, line: &Statement, word: &str) -> &str {
        let rest = line.head.slice(self.text).get(word.len()..);
        rest.unwrap_or("").trim_start()
    }

    fn is_ladder_line(&self, line: &Statement, word: &str, from: bool) -> bool {
        if line.block.is_some() {
            return true;
        }
        match word {
            "never" | "otherwise" => true,
            _ => from && !PROPERTIES.contains(&word),
        }
    }

    fn own_levels(&mut self, line: &Statement, inside: &mut Inside) {
        let kind = self.read(line.head, "levels {", |p| {
            p.expect("levels")?;
            p.scale_kind()
        });
        let levels = self.scale_levels(line);
        let (ordinal, lower) = kind.unwrap_or_default();
        if inside.own.is_some() {
            self.twice(line.head, "levels");
        }
        inside.own = Some(OwnScale {
            span: line.head,
            ordinal,
            lower,
            levels,
        });
    }

    fn level_line(&mut self, line: &Statement, inside: &mut Inside) {
        let form = "LEVEL \"text\" advise \"text\"";
        inside.levels.extend(self.read(line.head, form, |p| {
            let (name, descriptor) = (p.name()?, p.text()?);
            let (mut advice, mut learner, mut aligns) = (None, None, Vec::new());
            loop {
                if p.eat("advise") {
                    advice = Some(p.text()?);
                } else if p.phrase(&["for", "learner"])? {
                    learner = Some(p.text()?);
                } else if p.word_at(0) == "aligns" {
                    aligns.push(p.align()?);
                } else {
                    break;
                }
            }
            Some(RowLevel {
                name,
                descriptor,
                advice,
                learner,
                aligns,
            })
        }));
    }
}

impl Parser<'_> {
    fn criterion_head(&mut self) -> Option<Head> {
        self.expect("criterion")?;
        let (name, series, label) = (self.name()?, self.series()?, self.text());
        let mut kind = None;
        if self.eat("on") {
            let scale = self.name()?;
            let offered = self.offered()?;
            kind = Some(RowKind::Criterion { scale, offered });
        }
        let from = self.worked_from()?;
        Some(Head {
            name,
            series,
            label,
            kind,
            from,
            met_when: None,
        })
    }

    /// `developing..`, `..proficient`, `developing..proficient`.
    fn offered(&mut self) -> Option<Option<(Option<Name>, Option<Name>)>> {
        let ranged = self.sign_at(0) == ".." || self.sign_at(1) == "..";
        if !ranged {
            return Some(None);
        }
        let from = if self.sign_at(0) == ".." {
            None
        } else {
            Some(self.name()?)
        };
        self.expect_sign("..")?;
        let open = self.is_done() || self.word_at(0) == "from";
        let to = if open { None } else { Some(self.name()?) };
        Some(Some((from, to)))
    }

    /// `from A` or `from A, B`: what a worked-out level is worked out from.
    pub(super) fn worked_from(&mut self) -> Option<Vec<Expr>> {
        let mut all = Vec::new();
        if self.eat("from") {
            all.push(self.limited()?);
            while self.sign(",") {
                all.push(self.limited()?);
            }
        }
        Some(all)
    }

    fn check_head(&mut self) -> Option<Head> {
        self.expect("check")?;
        let (name, series, label) = (self.name()?, self.series()?, self.text());
        let number = self.kind_at(0) == Some(Kind::Number) || self.sign_at(0) == "-";
        let points = if number {
            Some(self.signed()?)
        } else {
            self.want(crate::syntax::parser::A_NUMBER);
            None
        };
        let met_when = if self.phrase(&["met", "when"])? {
            Some(self.limited()?)
        } else {
            None
        };
        Some(Head {
            name,
            series,
            label,
            kind: Some(RowKind::Check { points }),
            from: Vec::new(),
            met_when,
        })
    }

    fn number_head(&mut self) -> Option<Head> {
        self.expect("number")?;
        let name = self.name()?;
        // `number hw 1..6 "Homework {number}" 0..10`: the first range is a series where a second one follows.
        let place = self.place();
        let mut series = self.series()?;
        let label = self.text();
        let ranged = matches!(self.kind_at(0), Some(Kind::Number))
            || self.sign_at(0) == "-"
            || self.word_at(0) == "in";
        if series.is_some() && !ranged {
            series = None;
            self.back(place);
        }
        let label = label.or_else(|| self.text());
        let range = self.number_range()?;
        let lower = self.phrase(&["lower", "is", "better"])?;
        let label = label.or_else(|| self.text());
        Some(Head {
            name,
            series,
            label,
            kind: Some(RowKind::Number { range, lower }),
            from: Vec::new(),
            met_when: None,
        })
    }

    /// `A..B step S`, `A..`, `in 0, 2.5, 5`.
    pub(super) fn number_range(&mut self) -> Option<NumberRange> {
        if self.word_at(0) == "in" {
            self.skip();
            let mut all = vec![self.signed()?];
            while self.sign_at(0) == ","
                && (self.kind_at(1) == Some(Kind::Number) || self.sign_at(1) == "-")
            {
                self.skip();
                all.push(self.signed()?);
            }
            return Some(NumberRange::In(all));
        }
        self.want(A_RANGE);
        let mut from = self.signed()?;
        self.expect_sign("..")?;
        let top = self.kind_at(0) == Some(Kind::Number) || self.sign_at(0) == "-";
        let to = if top { Some(self.signed()?) } else { None };
        if let Some(to) = &to {
            self.share_unit(&mut from, to);
        }
        let step = if self.eat("step") {
            Some(self.bare_number()?)
        } else {
            None
        };
        Some(NumberRange::Between { from, to, step })
    }
}
