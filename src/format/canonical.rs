//! A whole file, for the content (with every text) or for the structure (what
//! can change a result, and nothing else), or as heads for the formatter.

use super::printer::Printer;
use super::say::{Say, join, names};
use super::wrap::CLAUSE;
use crate::syntax::ast::{Item, Rubric, ShowLine, Translate};

/// The canonical text of a rubric with the items of the files it uses.
pub fn canonical(rubric: &Rubric, used: &[&[Item]]) -> String {
    let mut printer = Printer::new(true, Say::default());
    printer.rubric(rubric, used);
    printer.out
}

/// The same without what only readers see: labels, descriptions, advice, sources, examples.
pub fn structure(rubric: &Rubric, used: &[&[Item]]) -> String {
    let mut printer = Printer::new(false, Say::default());
    printer.rubric(rubric, used);
    printer.out
}

impl Printer<'_> {
    pub(super) fn rubric(&mut self, rubric: &Rubric, used: &[&[Item]]) {
        let (name, at) = match &rubric.name {
            Some(name) => (name.text.as_str(), name.span),
            None => Default::default(),
        };
        let title = self.label(rubric.title.as_ref());
        self.block(at, &["rubric ", name, &title].concat(), |p| {
            p.header(rubric);
            used.iter()
                .copied()
                .flatten()
                .for_each(|item| p.shared(item));
            rubric.items.iter().for_each(|item| p.item(item));
        });
    }

    pub(super) fn header(&mut self, rubric: &Rubric) {
        if self.texts {
            for (word, said) in &rubric.header {
                // `issuer "Name" "url"`, but `field "One", "Two"`.
                let pair = self.say.written() && word.text != "field";
                let each: Vec<String> = said.iter().map(|text| self.say.text(text)).collect();
                let texts = each.join(if pair { " " } else { ", " });
                self.line(word.span, &[&word.text, " ", &texts].concat());
            }
        }
        if let Some(after) = &rubric.expires {
            let line = "expires after ".to_owned() + &self.say.literal(after);
            self.line(after.span, &line);
        }
    }

    /// Of a used file only what is taken from it.
    fn shared(&mut self, item: &Item) {
        if is_shared(item) {
            self.item(item);
        }
    }

    pub(super) fn item(&mut self, item: &Item) {
        match item {
            Item::Scale(scale) => self.scale(scale),
            Item::Part(part) => self.part(part),
            Item::Row(row) => self.row(row),
            Item::Ask(ask) => self.ask(ask),
            Item::Setting(setting) => self.setting(setting),
            Item::Slot(slot) => self.slot(slot),
            Item::Score(score) => self.score(score),
            Item::Result(ladder) => self.ladder("result ", ladder),
            Item::Award(ladder) => self.ladder("award ", ladder),
            Item::Raters(raters) => self.raters(raters),
            Item::Attempts(attempts) => self.attempts(attempts),
            Item::Codes(codes) => self.codes(codes),
            Item::Broken(_) => {}
            _ if !self.texts => {}
            Item::Advise(advise) => {
                let (text, rule) = (self.say.text(&advise.text), self.say.rule(&advise.when));
                let gap = self.say.gap(CLAUSE);
                let line = ["advise ", &text, &gap, "when ", &rule].concat();
                self.line(advise.text.span, &line);
            }
            Item::Example(example) => self.example(example),
            Item::Use(path) => {
                let line = "use ".to_owned() + &self.say.text(path);
                self.line(path.span, &line);
            }
            Item::Translate(translate) => self.translate(translate),
            Item::Rank(by) => {
                let at = by.first().map(|name| name.span).unwrap_or_default();
                self.line(at, &("rank by ".to_owned() + &join(by, ", then ")));
            }
            Item::Show(ShowLine::LevelsOnly(at)) => self.line(*at, "show levels only"),
            Item::Show(ShowLine::Hide(all)) => {
                let at = all.first().map(|name| name.span).unwrap_or_default();
                self.line(at, &("hide ".to_owned() + &names(all)));
            }
        }
    }

    fn translate(&mut self, translate: &Translate) {
        let head = "translate ".to_owned() + &self.say.text(&translate.language);
        self.block(translate.language.span, &head, |p| {
            for entry in &translate.texts {
                let at = entry.path.first().map(|name| name.span).unwrap_or_default();
                let text = p.say.text(&entry.text);
                let line = p.columns(&[&join(&entry.path, "."), &text]);
                p.line(at, &line);
            }
        });
    }
}

pub(super) fn is_shared(item: &Item) -> bool {
    matches!(item, Item::Scale(_) | Item::Ask(_) | Item::Setting(_))
}
