//! Everything a file declares, by a walk over its tree.

use super::sheet::{Decl, Kind, Sheet, Use};
use crate::syntax::ast::{
    Ask, InputKind, Item, Ladder, LadderForm, Marks, Name, OwnScale, Part, Properties, Row,
    RowKind, Rubric, ScaleLevel, Setting, Text,
};

/// Where a declaration stands.
#[derive(Clone, Copy, Default)]
struct Around {
    part: Option<usize>,
    series: bool,
}

impl Sheet<'_> {
    pub(super) fn declare(&mut self, rubric: &Rubric) {
        if let Some(name) = &rubric.name {
            self.add(Kind::Rubric, name, rubric.title.as_ref(), Around::default());
        }
        self.items(&rubric.items, Around::default());
    }

    /// Links what was declared: names to each other, rows and results to their scales.
    pub(super) fn link(&mut self) {
        for index in (0..self.decls.len()).rev() {
            if let Some(decl) = self.decls.get_mut(index) {
                decl.next = self.names.get(&decl.name);
                self.names.set(&decl.name, index);
            }
        }
        for index in 0..self.decls.len() {
            let scale = self.decl(index).and_then(|decl| decl.scale.clone());
            let found = scale.and_then(|scale| self.scale(&scale));
            if let Some(decl) = self.decls.get_mut(index).filter(|_| found.is_some()) {
                decl.levels = found;
            }
        }
    }

    fn add(&mut self, kind: Kind, name: &Name, label: Option<&Text>, around: Around) -> usize {
        let index = self.decls.len();
        self.decls.push(Decl {
            kind,
            name: name.text.clone(),
            span: name.span,
            label: label.map(|label| label.value.clone()),
            about: None,
            points: String::new(),
            owner: None,
            part: around.part,
            inside: around.series,
            series: false,
            each: false,
            next: None,
            levels: None,
            scale: None,
            file: None,
        });
        if !name.span.is_empty() {
            self.uses.push(Use {
                span: (name.span.start, name.span.end),
                decl: index,
            });
        }
        index
    }

    /// Something that belongs to an owner; a second one of its name is the first.
    fn owned_new(&mut self, kind: Kind, name: &Name, label: Option<&Text>, owner: usize) -> usize {
        let key = [&owner.to_string(), " ", &name.text].concat();
        if let Some(index) = self.owned_names.get(&key) {
            self.uses.push(Use {
                span: (name.span.start, name.span.end),
                decl: index,
            });
            return index;
        }
        let index = self.add(kind, name, label, Around::default());
        self.owned_names.set(&key, index);
        if let Some(decl) = self.decls.get_mut(index) {
            decl.owner = Some(owner);
        }
        if let Some(decl) = self.decls.get_mut(owner) {
            decl.levels = Some(owner);
        }
        index
    }

    fn about(&mut self, index: usize, text: Option<&Text>) {
        if let Some(decl) = self.decls.get_mut(index) {
            decl.about = text.map(|text| text.value.clone());
        }
    }

    fn items(&mut self, items: &[Item], around: Around) {
        for item in items {
            match item {
                Item::Scale(scale) => {
                    let at = self.add(Kind::Scale, &scale.name, scale.label.as_ref(), around);
                    self.levels(&scale.levels, at);
                }
                Item::Part(part) => self.part(part, around),
                Item::Row(row) => self.row(row, around),
                Item::Ask(ask) => self.ask(ask, around),
                Item::Setting(setting) => self.setting(setting, around),
                Item::Slot(slot) => {
                    let at = self.add(Kind::Slot, &slot.name, slot.label.as_ref(), around);
                    self.about(at, slot.about.as_ref());
                }
                Item::Score(score) => {
                    let at = self.add(Kind::Score, &score.name, score.label.as_ref(), around);
                    self.each(at, !score.each.is_empty());
                }
                Item::Result(ladder) => self.ladder(Kind::Result, ladder, around),
                Item::Award(ladder) => self.ladder(Kind::Award, ladder, around),
                Item::Codes(codes) => {
                    for code in codes {
                        self.add(Kind::Code, &code.name, code.label.as_ref(), around);
                    }
                }
                _ => {}
            }
        }
    }

    fn each(&mut self, index: usize, each: bool) {
        if let Some(decl) = self.decls.get_mut(index) {
            decl.each = each;
        }
    }

    fn levels(&mut self, levels: &[ScaleLevel], owner: usize) {
        for level in levels {
            let at = self.owned_new(Kind::Level, &level.name, level.label.as_ref(), owner);
            self.about(at, level.description.as_ref());
            let points = match &level.marks {
                Marks::Unsaid => String::new(),
                Marks::Points(points) => points.span.slice(self.source).to_owned(),
                Marks::Range(from, to, _) => from.span.cover(to.span).slice(self.source).to_owned(),
                Marks::List(all) => {
                    let spans = all.iter().map(|one| one.span);
                    let span = spans.reduce(|a, b| a.cover(b)).unwrap_or_default();
                    span.slice(self.source).to_owned()
                }
            };
            if let Some(decl) = self.decls.get_mut(at) {
                decl.points = points;
            }
        }
    }

    fn part(&mut self, part: &Part, around: Around) {
        let at = self.add(Kind::Part, &part.name, part.label.as_ref(), around);
        self.about(at, part.properties.about.as_ref());
        if let Some(decl) = self.decls.get_mut(at) {
            decl.series = part.series.is_some();
        }
        self.tags(&part.properties);
        let inner = Around {
            part: Some(at),
            series: around.series || part.series.is_some(),
        };
        self.items(&part.items, inner);
    }

    fn tags(&mut self, properties: &Properties) {
        for tag in &properties.tags {
            if self.tags.get(&tag.text).is_none() {
                let at = self.add(Kind::Tag, tag, None, Around::default());
                self.tags.set(&tag.text, at);
            }
        }
    }

    fn row(&mut self, row: &Row, around: Around) {
        let kind = match &row.kind {
            RowKind::Criterion { .. } | RowKind::Own(_) => Kind::Criterion,
            RowKind::Check { .. } => Kind::Check,
            RowKind::Number { .. } => Kind::Number,
        };
        let at = self.add(kind, &row.name, row.label.as_ref(), around);
        self.about(at, row.properties.about.as_ref());
        if let Some(decl) = self.decls.get_mut(at) {
            decl.series = row.series.is_some();
            if let RowKind::Criterion { scale, .. } = &row.kind {
                decl.scale = Some(scale.text.clone());
            }
        }
        self.tags(&row.properties);
        if let RowKind::Own(OwnScale { levels, .. }) = &row.kind {
            self.levels(levels, at);
        }
    }

    fn ask(&mut self, ask: &Ask, around: Around) {
        let at = self.add(Kind::Ask, &ask.name, ask.label.as_ref(), around);
        self.about(at, ask.about.as_ref());
        self.choices(&ask.kind, at);
    }

    fn setting(&mut self, setting: &Setting, around: Around) {
        let at = self.add(Kind::Setting, &setting.name, setting.label.as_ref(), around);
        self.about(at, setting.about.as_ref());
        self.choices(&setting.kind, at);
    }

    fn choices(&mut self, kind: &InputKind, owner: usize) {
        let InputKind::Choices(choices) = kind else {
            return;
        };
        for choice in choices {
            let at = self.owned_new(Kind::Choice, &choice.name, choice.label.as_ref(), owner);
            self.about(at, choice.description.as_ref());
        }
    }

    fn ladder(&mut self, kind: Kind, ladder: &Ladder, around: Around) {
        let at = self.add(kind, &ladder.name, ladder.label.as_ref(), around);
        self.about(at, ladder.about.as_ref());
        self.each(at, !ladder.each.is_empty());
        if let Some(scale) = &ladder.on {
            if let Some(decl) = self.decls.get_mut(at) {
                decl.scale = Some(scale.text.clone());
            }
            return;
        }
        let (LadderForm::Rungs { otherwise, .. }
        | LadderForm::Bands { otherwise, .. }
        | LadderForm::Table { otherwise, .. }) = &ladder.form;
        let named: Vec<(&Name, Option<&Text>)> = match &ladder.form {
            LadderForm::Rungs { rungs, .. } => {
                let each = rungs.iter();
                each.map(|rung| (&rung.name, rung.label.as_ref())).collect()
            }
            LadderForm::Bands { bands, .. } => {
                let each = bands.iter();
                each.map(|band| (&band.name, band.label.as_ref())).collect()
            }
            LadderForm::Table { rows, .. } => rows.iter().map(|row| (&row.gives, None)).collect(),
        };
        let last = otherwise.as_ref();
        let last = last.map(|(name, label)| (name, label.as_ref()));
        for (name, label) in named.into_iter().chain(last) {
            self.owned_new(Kind::Rung, name, label, at);
        }
    }
}
