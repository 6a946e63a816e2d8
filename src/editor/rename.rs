//! Every place of a name, and another name in all of them.

use super::lexer::{in_word, is_letter};
use super::sheet::{Decl, Kind, Sheet, Use};
use super::used::Files;
use crate::num::sort_by;
use crate::syntax::{is_reserved, is_statement_word};
use crate::text::Span;

/// Words that stand for something in tests and rules, and so name nothing new.
const MEANT: &[&str] = &[
    "criteria",
    "criterion",
    "checks",
    "check",
    "numbers",
    "number",
    "rows",
    "row",
    "parts",
    "part",
    "today",
    "half",
    "it",
    "met",
    "not_met",
    "answered",
    "left",
    "shown",
    "complete",
    "incomplete",
    "evidence",
    "parts",
    "yes",
];

/// A place of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Where it stands; of a member's name the piece that names it.
    pub span: Span,
    /// Whether it is declared here.
    pub declared: bool,
}

/// What comes of another name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Renamed {
    /// The places where the new name has to stand.
    Edits(Vec<Span>),
    /// Why it cannot be called so.
    Refused(String),
}

/// Every place of what is named at a byte, in order.
pub fn references(source: &str, offset: u32, files: Files<'_>) -> Vec<Place> {
    let sheet = Sheet::new(source, files);
    let mut all = Vec::new();
    for one in sheet.named(offset) {
        let here = sheet.decl(one.decl).filter(|decl| decl.file.is_none());
        let declared = here.map(|decl| decl.span);
        for span in sheet.places(one.decl) {
            all.push([span.start, span.end, u32::from(declared == Some(span))]);
        }
    }
    sort_by(&mut all, Ord::cmp);
    all.dedup();
    let each = all.into_iter().map(|[start, end, declared]| Place {
        span: Span { start, end },
        declared: declared == 1,
    });
    each.collect()
}

/// Calls what is named at a byte by another name, wherever it is named.
pub fn rename(source: &str, offset: u32, name: &str, files: Files<'_>) -> Renamed {
    let sheet = Sheet::new(source, files);
    let found = sheet.named(offset);
    let refused = |reason: &str| Renamed::Refused(reason.to_owned());
    let [one] = found.as_slice() else {
        return refused(if found.is_empty() {
            "nothing that is declared in this file is named here"
        } else {
            "this name stands for several things here; rename each where it is declared"
        });
    };
    let Some(decl) = sheet.decl(one.decl) else {
        return refused("nothing is named here");
    };
    if let Some(file) = &decl.file {
        return Renamed::Refused(["it is declared in `", file, "`; rename it there"].concat());
    }
    if let Some(reason) = sheet.refuses(decl, name) {
        return Renamed::Refused(reason);
    }
    if sheet.crowded && decl.kind.is_owned() {
        return refused("too many levels have one name here to be sure which is meant");
    }
    let places = sheet.places(one.decl);
    // A place that also names something else would lose the other meaning.
    let shared = |one: &&Use| {
        let place = |span: &Span| (span.start, span.end).cmp(&one.span);
        places.binary_search_by(place).is_ok()
    };
    let alone = sheet
        .uses
        .iter()
        .filter(shared)
        .all(|other| other.decl == one.decl);
    if !alone {
        return refused(
            "one of its places also names something else, such as a level of another scale in the same test",
        );
    }
    let after = replaced(source, &places, name);
    if !sheet.keeps(one.decl, &after, name) {
        return Renamed::Refused(
            [
                "with the name `",
                name,
                "` some rule would mean something else",
            ]
            .concat(),
        );
    }
    Renamed::Edits(places)
}

/// The text with another name in these places.
fn replaced(source: &str, places: &[Span], name: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for span in places {
        let before = Span {
            start: from,
            end: span.start,
        };
        out.push_str(before.slice(source));
        out.push_str(name);
        from = span.end;
    }
    let rest = Span {
        start: from,
        end: Span::new(0, source.len()).end,
    };
    out.push_str(rest.slice(source));
    out
}

impl Sheet<'_> {
    fn refuses(&self, decl: &Decl, name: &str) -> Option<String> {
        let quoted = ["`", name, "`"].concat();
        let mut letters = name.chars();
        if !letters.next().is_some_and(is_letter) || !letters.all(in_word) {
            return Some("a name is a letter, then letters, digits and `_`".to_owned());
        }
        if name == decl.name {
            return Some(quoted + " is its name already");
        }
        if is_reserved(name) || MEANT.contains(&name) {
            return Some(quoted + " is a word of the language");
        }
        if decl.kind == Kind::Level && is_statement_word(name) {
            return Some(quoted + " begins a property of a row");
        }
        let taken = |other: &Decl| {
            other.name == name
                && if decl.kind.is_owned() {
                    other.owner == decl.owner
                } else {
                    other.kind == decl.kind || decl.kind.is_common() && other.kind.is_common()
                }
        };
        let at = self.decls.iter().find(|other| taken(other))?;
        Some(["the name ", &quoted, " is taken by ", &self.title(at)].concat())
    }

    /// Whether every name still stands for what it stood for.
    fn keeps(&self, decl: usize, after: &str, name: &str) -> bool {
        let other = Sheet::new(after, self.files);
        let same = |(before, now): (&Use, &Use)| before.decl == now.decl;
        let renamed = other.decl(decl).is_some_and(|one| one.name == name);
        // A tag that is named elsewhere first keeps its place among the others.
        renamed
            && other.decls.len() == self.decls.len()
            && other.uses.len() == self.uses.len()
            && self.uses.iter().zip(&other.uses).all(same)
    }
}
