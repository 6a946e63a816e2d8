//! Results and awards, and the bodies of worked-out rows: rungs with what they
//! need, bands by falling minimums, or the lines of a table.

use super::reader::Reader;
use crate::syntax::ast::{
    Align, Band, Condition, Expr, ExprKind, Ladder, LadderForm, Name, Overruled, Rung, TableCell,
    TableRow, Text,
};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::Kind;

/// The lines of a ladder, as far as they were read.
#[derive(Default)]
pub(super) struct Body {
    nevers: Vec<Condition>,
    rungs: Vec<Rung>,
    bands: Vec<Band>,
    rows: Vec<TableRow<Name>>,
    otherwise: Option<(Name, Option<Text>)>,
    pub(super) broken: bool,
}

impl Body {
    /// The form that these lines make; nothing when there is none.
    pub(super) fn form(self, from: Vec<Expr>) -> Option<LadderForm> {
        let Body {
            nevers,
            rungs,
            bands,
            rows,
            otherwise,
            ..
        } = self;
        if from.is_empty() {
            let empty = rungs.is_empty() && nevers.is_empty() && otherwise.is_none();
            return (!empty).then_some(LadderForm::Rungs {
                nevers,
                rungs,
                otherwise,
            });
        }
        let names: Vec<Name> = from.iter().filter_map(named).collect();
        if names.len() == from.len() && (from.len() > 1 || !rows.is_empty()) {
            return Some(LadderForm::Table {
                subjects: names,
                nevers,
                rows,
                otherwise,
            });
        }
        let value = from.into_iter().next()?;
        Some(LadderForm::Bands {
            value,
            nevers,
            bands,
            otherwise,
        })
    }
}

fn named(expr: &Expr) -> Option<Name> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name.clone()),
        _ => None,
    }
}

/// What the head of a result or an award says.
struct Head {
    name: Name,
    label: Option<Text>,
    on: Option<Name>,
    each: Vec<Name>,
    from: Vec<Expr>,
}

impl Reader<'_> {
    pub(super) fn ladder(&mut self, line: &Statement) -> Option<Ladder> {
        let form = if self.begins(line.head, "award") {
            "award NAME \"Label\" {"
        } else {
            "result NAME \"Label\" from VALUE {"
        };
        let head = self.read(line.head, form, |p| p.ladder_head());
        let from = head
            .as_ref()
            .map(|head| head.from.clone())
            .unwrap_or_default();
        let mut body = Body::default();
        let (mut until_then, mut overruled, mut about) = (None, None, None);
        let mut aligns: Vec<Align> = Vec::new();
        for inner in self.block(line, true) {
            match self.first_word(inner.head) {
                "until" if self.begins(inner.head, "until then") => {
                    self.no_block(inner);
                    until_then = self.read(inner.head, "until then \"Pending\"", |p| {
                        p.phrase(&["until", "then"])?;
                        p.text()
                    });
                }
                "may" if self.begins(inner.head, "may be") => {
                    self.no_block(inner);
                    overruled = self.overruled(inner);
                }
                "about" if inner.block.is_none() => {
                    about = self.texts(inner).and_then(|texts| texts.into_iter().next());
                }
                "aligns" if inner.block.is_none() => {
                    aligns.extend(self.read(inner.head, "aligns \"text\" \"url\"", |p| p.align()));
                }
                _ => self.ladder_line(inner, &from, &mut body),
            }
        }
        let broken = body.broken;
        let head = head?;
        let form = body.form(from).unwrap_or(LadderForm::Rungs {
            nevers: Vec::new(),
            rungs: Vec::new(),
            otherwise: None,
        });
        Some(Ladder {
            name: head.name,
            label: head.label,
            on: head.on,
            each: head.each,
            form,
            until_then,
            overruled,
            about,
            aligns,
            broken,
        })
    }

    fn overruled(&mut self, line: &Statement) -> Option<Overruled> {
        let form = "may be overruled by ROLE, with a reason";
        self.read(line.head, form, |p| {
            p.phrase(&["may", "be", "overruled", "by"])?;
            let role = p.name()?;
            let reason = p.with_reason()?;
            Some(Overruled { role, reason })
        })
    }

    /// A line that ladders of all kinds have, or a rung, a band, a line of a table.
    pub(super) fn ladder_line(&mut self, line: &Statement, from: &[Expr], body: &mut Body) {
        match self.first_word(line.head) {
            "never" => {
                let never =
                    self.condition(line, "never when CONDITION message \"text\"", |p| p.never());
                body.broken |= never.is_none();
                body.nevers.extend(never);
            }
            "otherwise" => {
                self.no_block(line);
                let otherwise = self.read(line.head, "otherwise NAME \"Label\"", |p| {
                    p.expect("otherwise")?;
                    Some((p.name()?, p.text()))
                });
                body.broken |= otherwise.is_none();
                if body.otherwise.is_some() {
                    self.twice(line.head, "otherwise");
                }
                body.otherwise = otherwise;
            }
            _ if line.block.is_some() => {
                let rung = self.rung(line);
                body.broken |= rung.is_none();
                body.rungs.extend(rung);
            }
            _ if from.len() > 1 || self.gives(line) => {
                let row = self.read(line.head, "LEVEL, LEVEL gives LEVEL", |p| {
                    p.table_row(Parser::name)
                });
                body.broken |= row.is_none();
                body.rows.extend(row);
            }
            _ if from.len() == 1 => {
                let band = self.read(line.head, "LEVEL MINIMUM \"Label\"", |p| p.band());
                body.broken |= band.is_none();
                body.bands.extend(band);
            }
            _ => {
                body.broken = true;
                self.unknown(
                    line.head,
                    &["never", "otherwise", "until", "may", "about", "aligns"],
                    "a line in a ladder is `never when ...`, a rung with its block, or `otherwise NAME`",
                );
            }
        }
    }

    fn gives(&self, line: &Statement) -> bool {
        let text = line.head.slice(self.text);
        text.split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|word| word == "gives")
    }

    fn rung(&mut self, line: &Statement) -> Option<Rung> {
        let head = self.read(line.head, "RUNG \"Label\" {", |p| {
            Some((p.name()?, p.text()))
        });
        let (mut needs, mut aligns) = (Vec::new(), Vec::new());
        for inner in self.block(line, true) {
            match self.first_word(inner.head) {
                "needs" => {
                    needs.extend(
                        self.condition(inner, "needs CONDITION message \"text\"", |p| p.needs()),
                    );
                }
                "aligns" => {
                    aligns.extend(self.read(inner.head, "aligns \"text\" \"url\"", |p| p.align()));
                }
                _ => self.unknown(
                    inner.head,
                    &["needs", "aligns"],
                    "a line in a rung begins with `needs`",
                ),
            }
        }
        let (name, label) = head?;
        Some(Rung {
            name,
            label,
            needs,
            aligns,
        })
    }

    fn condition(
        &mut self,
        line: &Statement,
        form: &'static str,
        read: fn(&mut Parser<'_>) -> Option<Condition>,
    ) -> Option<Condition> {
        self.no_block(line);
        self.read(line.head, form, read)
    }
}

impl Parser<'_> {
    fn ladder_head(&mut self) -> Option<Head> {
        self.eat_any(&["result", "award"])?;
        let mut head = Head {
            name: self.name()?,
            label: self.text(),
            on: None,
            each: Vec::new(),
            from: Vec::new(),
        };
        loop {
            if self.eat("on") {
                head.on = Some(self.name()?);
            } else if self.word_at(0) == "for" {
                head.each = self.each()?;
            } else if self.word_at(0) == "from" {
                head.from = self.worked_from()?;
            } else {
                self.want(crate::syntax::parser::Wanted::Word("from"));
                break;
            }
        }
        head.label = head.label.or_else(|| self.text());
        Some(head)
    }

    /// `for each of (P, Q)`.
    pub(super) fn each(&mut self) -> Option<Vec<Name>> {
        if !self.phrase(&["for", "each", "of"])? {
            return Some(Vec::new());
        }
        if matches!(self.word_at(0), "parts" | "part") {
            return self.any_word().map(|name| vec![name]);
        }
        self.some_names()
    }

    fn never(&mut self) -> Option<Condition> {
        self.phrase(&["never", "when"])?;
        self.with_message()
    }

    fn needs(&mut self) -> Option<Condition> {
        self.expect("needs")?;
        self.with_message()
    }

    fn with_message(&mut self) -> Option<Condition> {
        let rule = self.limited()?;
        let message = if self.eat("message") {
            Some(self.text()?)
        } else {
            None
        };
        Some(Condition { rule, message })
    }

    /// `LEVEL MINIMUM ["Label"]`.
    fn band(&mut self) -> Option<Band> {
        let name = self.name()?;
        let start = self.start();
        self.eat("at");
        let kind = if self.kind_at(0) == Some(Kind::Number) || self.sign_at(0) == "-" {
            ExprKind::Number(self.signed()?)
        } else if self.kind_at(0) == Some(Kind::Date) {
            ExprKind::Date(self.date()?)
        } else {
            self.want(crate::syntax::parser::A_NUMBER);
            ExprKind::Name(self.name()?)
        };
        let minimum = Expr {
            kind,
            span: self.since(start),
        };
        Some(Band {
            name,
            minimum,
            label: self.text(),
        })
    }

    /// `L1 or L2, any gives X`.
    pub(super) fn table_row<T>(
        &mut self,
        gives: fn(&mut Self) -> Option<T>,
    ) -> Option<TableRow<T>> {
        let start = self.start();
        let mut cells = vec![self.cell()?];
        while self.sign(",") {
            cells.push(self.cell()?);
        }
        self.expect("gives")?;
        let gives = gives(self)?;
        Some(TableRow {
            cells,
            gives,
            span: self.since(start),
        })
    }

    fn cell(&mut self) -> Option<TableCell> {
        let start = self.start();
        if self.eat("any") {
            return Some(TableCell::Any(self.since(start)));
        }
        let mut names = vec![self.cell_name()?];
        while self.eat("or") {
            names.push(self.cell_name()?);
        }
        Some(TableCell::OneOf(names))
    }

    /// A level, or `not met` of a check, which is kept as the one name `not_met`.
    fn cell_name(&mut self) -> Option<Name> {
        let start = self.start();
        if self.word_at(0) == "not" && self.word_at(1) == "met" {
            self.skip();
            self.skip();
            return Some(Name {
                text: "not_met".to_owned(),
                span: self.since(start),
            });
        }
        self.name()
    }
}
