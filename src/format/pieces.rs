//! A rubric piece by piece: what two versions are compared by, so that it can be
//! said which rows and which rules are not as they were.

use super::canonical::is_shared;
use super::hash::hash;
use super::printer::Printer;
use super::say::Say;
use crate::syntax::ast::{Item, Rubric};
use crate::text::Span;

/// Enough digits of a hash to tell two versions of one piece apart; whether the
/// whole is the same is for the hashes of the whole to say.
const DIGITS: usize = 16;

/// Something a rubric declares, with hashes of what it decides and of all it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Its kind and its name: `row purpose`, `award credential`, `advice`.
    pub path: String,
    /// Of what can change a result.
    pub structure: String,
    /// Of every text and rule.
    pub content: String,
}

/// Every piece of a rubric, once, by path; a part without its members, which are pieces of their own.
pub fn pieces(rubric: &Rubric, used: &[&[Item]]) -> Vec<Piece> {
    let mut all = Gathered::default();
    all.add("header".to_owned(), |p| {
        let title = p.label(rubric.title.as_ref());
        p.line(Span::default(), &format!("title{title}"));
        p.header(rubric);
    });
    let shared = used
        .iter()
        .copied()
        .flatten()
        .filter(|item| is_shared(item));
    shared.for_each(|item| all.item(item));
    rubric.items.iter().for_each(|item| all.item(item));
    all.hashed()
}

/// The texts of each path, for what is decided and for all that is said.
#[derive(Default)]
struct Gathered(Vec<(String, String, String)>);

impl Gathered {
    fn item(&mut self, item: &Item) {
        let Some(path) = path(item) else {
            return;
        };
        match item {
            Item::Part(part) => {
                self.add(path, |p| p.part_with(part, &[]));
                part.items.iter().for_each(|item| self.item(item));
            }
            _ => self.add(path, |p| p.item(item)),
        }
    }

    fn add(&mut self, path: String, print: impl Fn(&mut Printer<'_>)) {
        let [structure, content] = [false, true].map(|texts| {
            let mut printer = Printer::new(texts, Say::default());
            print(&mut printer);
            printer.out
        });
        self.0.push((path, structure, content));
    }

    /// What stands under one path is one piece, such as all advice.
    fn hashed(mut self) -> Vec<Piece> {
        crate::num::sort_by(&mut self.0, |a, b| a.0.cmp(&b.0));
        let same = self.0.chunk_by(|a, b| a.0 == b.0);
        let hashed = same.filter_map(|one| {
            let joined = |text: fn(&(String, String, String)) -> &str| {
                let mut digits = hash(&one.iter().map(text).collect::<String>());
                digits.truncate(DIGITS);
                digits
            };
            Some(Piece {
                path: one.first()?.0.clone(),
                structure: joined(|(_, structure, _)| structure),
                content: joined(|(_, _, content)| content),
            })
        });
        hashed.collect()
    }
}

fn path(item: &Item) -> Option<String> {
    Some(match item {
        Item::Scale(scale) => format!("scale {}", scale.name.text),
        Item::Part(part) => format!("part {}", part.name.text),
        Item::Row(row) => format!("row {}", row.name.text),
        Item::Ask(ask) => format!("ask {}", ask.name.text),
        Item::Setting(setting) => format!("setting {}", setting.name.text),
        Item::Slot(slot) => format!("evidence {}", slot.name.text),
        Item::Score(score) => format!("score {}", score.name.text),
        Item::Result(ladder) => format!("result {}", ladder.name.text),
        Item::Award(ladder) => format!("award {}", ladder.name.text),
        Item::Raters(_) => "raters".to_owned(),
        Item::Attempts(_) => "attempts".to_owned(),
        Item::Codes(_) => "codes".to_owned(),
        Item::Advise(_) => "advice".to_owned(),
        Item::Example(_) => "examples".to_owned(),
        Item::Translate(translate) => format!("translation {}", translate.language.value),
        Item::Rank(_) => "rank".to_owned(),
        Item::Show(_) => "show".to_owned(),
        Item::Use(_) | Item::Broken(_) => return None,
    })
}
