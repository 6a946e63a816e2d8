//! A whole file, for the content (with every text) or for the structure (what
//! can change a result, and nothing else).

use super::texts::{Printer, literal, names, quoted, quotes};
use crate::syntax::ast::{Item, Rubric};

/// The canonical text of a rubric with the items of the files it uses.
pub fn canonical(rubric: &Rubric, used: &[&[Item]]) -> String {
    print(rubric, used, true)
}

/// The same without what only readers see: labels, descriptions, advice, sources, examples.
pub fn structure(rubric: &Rubric, used: &[&[Item]]) -> String {
    print(rubric, used, false)
}

fn print(rubric: &Rubric, used: &[&[Item]], texts: bool) -> String {
    let mut printer = Printer::new(texts);
    let name = rubric
        .name
        .as_ref()
        .map(|name| name.text.as_str())
        .unwrap_or_default();
    let title = printer.label(rubric.title.as_ref());
    printer.block(&format!("rubric {name}{title}"), |p| {
        p.header(rubric);
        used.iter()
            .copied()
            .flatten()
            .for_each(|item| shared(p, item));
        rubric.items.iter().for_each(|item| p.item(item));
    });
    printer.out
}

/// Of a used file only what is taken from it.
fn shared(p: &mut Printer, item: &Item) {
    if is_shared(item) {
        p.item(item);
    }
}

pub(super) fn is_shared(item: &Item) -> bool {
    matches!(item, Item::Scale(_) | Item::Ask(_) | Item::Setting(_))
}

impl Printer {
    pub(super) fn header(&mut self, rubric: &Rubric) {
        for (word, said) in rubric
            .header
            .iter()
            .filter(|_| self.texts)
            .collect::<Vec<_>>()
        {
            self.line(&format!("{} {}", word.text, quotes(said)));
        }
        if let Some(after) = &rubric.expires {
            self.line(&format!("expires after {}", literal(after)));
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
            Item::Result(ladder) => self.ladder("result", ladder),
            Item::Award(ladder) => self.ladder("award", ladder),
            Item::Raters(raters) => self.raters(raters),
            Item::Attempts(attempts) => self.attempts(attempts),
            Item::Codes(codes) => self.codes(codes),
            Item::Broken(_) => {}
            _ if !self.texts => {}
            Item::Advise(advise) => {
                let line = format!(
                    "advise {} when {}",
                    quoted(&advise.text.value),
                    super::expr::rule(&advise.when)
                );
                self.line(&line);
            }
            Item::Example(example) => self.example(example),
            Item::Use(path) => self.line(&format!("use {}", quoted(&path.value))),
            Item::Translate(translate) => {
                self.block(
                    &format!("translate {}", quoted(&translate.language.value)),
                    |p| {
                        for entry in &translate.texts {
                            let path: Vec<&str> =
                                entry.path.iter().map(|name| name.text.as_str()).collect();
                            p.line(&format!("{} {}", path.join("."), quoted(&entry.text.value)));
                        }
                    },
                );
            }
            Item::Rank(by) => self.line(&format!("rank by {}", names(by).replace(", ", ", then "))),
            Item::Show(show) => self.show(show),
        }
    }

    fn show(&mut self, show: &crate::syntax::ast::ShowLine) {
        match show {
            crate::syntax::ast::ShowLine::LevelsOnly(_) => self.line("show levels only"),
            crate::syntax::ast::ShowLine::Hide(all) => self.line(&format!("hide {}", names(all))),
        }
    }
}
