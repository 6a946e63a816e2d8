//! What fits at a place, the likeliest first.

mod offer;
mod rules;
mod starts;
mod subject;

use super::place::{Block, ends, spot};
use super::sheet::{Kind, Sheet};
use super::used::{Files, paths_at};
use crate::text::Span;
use offer::Offer;

/// Something that fits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// What it is: a kind of name, `keyword`, `property` or `snippet`.
    pub kind: &'static str,
    /// What is put in.
    pub insert: String,
    /// What that replaces.
    pub span: Span,
    /// The label, or the meaning in a sentence.
    pub detail: String,
}

/// What fits at a byte.
pub fn complete(source: &str, offset: u32, files: Files<'_>) -> Vec<Completion> {
    let sheet = Sheet::new(source, files);
    let Some(spot) = spot(&sheet, offset) else {
        return paths_at(source, offset, files).unwrap_or_default();
    };
    let mut offer = Offer::new(&sheet, &spot);
    if spot.words.is_empty() {
        offer.starts();
    } else if !offer.special() && !offer.listed() && !offer.tested() {
        offer.rule();
    }
    offer.finish()
}

const KINDS: &[&str] = &[
    "pdf",
    "docx",
    "odt",
    "text",
    "markdown",
    "image",
    "audio",
    "video",
    "spreadsheet",
    "slides",
    "link",
    "any file",
];
const ROLES: &[&str] = &["self", "peer", "reviewer", "instructor", "judge"];
const WAYS: &[&str] = &[
    "mean",
    "median",
    "sum",
    "lowest",
    "highest",
    "majority",
    "agreement",
    "newest",
];

impl Offer<'_, '_> {
    /// Places that take a few words or names of one kind. False where it is none of them.
    fn special(&mut self) -> bool {
        let spot = self.spot;
        let (first, last) = (spot.first(), spot.last());
        match (spot.block, first, last) {
            (Block::Example, "code", "on") => self.names(Kind::is_row),
            (_, "use", "use") => self.files(),
            (_, _, "on") => self.names(|kind| kind == Kind::Scale),
            (_, "comment", "comment") => self.words(&["none", "optional", "required"]),
            (_, "comment", "required") => self.words(&["when", "with a link"]),
            (_, "comment", "when") => self.test_words(self.owners_here()),
            (_, "may", "may") => self.may(),
            (_, "may", "by") => self.words(ROLES),
            (_, "counts", "counts") => self.words(&["as", "from"]),
            (_, "dated", "dated") => self.words(&["within", "after", "before"]),
            (_, "mentions", "mentions") => self.words(&["any of", "all of"]),
            (_, "avoids", "avoids") => self.words(&["personal information"]),
            (_, "people", "people") => self.words(&["at least", "not the author"]),
            (_, "attempts", "of") => self.words(&["each row", "each part", "the whole"]),
            (_, "combine", "by") => self.words(WAYS),
            (_, _, "ties") => self.words(&["up", "down", "even"]),
            (_, "whose", ":" | "counts") => self.words(ROLES),
            (_, "rank", "by" | "then") => self.names(Kind::is_common),
            (_, "sets", _) | (Block::Codes, _, "sets") => {
                self.words(&["this row", "every row"]);
                self.names(Kind::is_row);
            }
            (Block::Codes, _, "to") => {
                self.words(&["no score", "not scored"]);
                self.levels(&self.sheet.owners_of_rows());
            }
            (Block::Translate, _, ".") => {
                let of = self.called(first);
                self.words(&["about"]);
                self.levels(&of);
            }
            (Block::Example, name, _) if spot.words.len() == 1 && name != "expects" => {
                self.assigned(name);
            }
            (_, "default", "default") => self.levels(&self.owners_here()),
            _ if spot.ends("counts as") || (spot.words == ["at", "most"]) => {
                self.words(&["met", "not met"]);
                self.levels(&self.owners_here());
            }
            _ => return self.cells(),
        }
        true
    }

    fn may(&mut self) {
        if self.spot.block == Block::Ladder {
            return self.words(&["be overruled by"]);
        }
        self.words(&["be left out", "be left out, with a reason"]);
    }

    /// What an example gives to a name.
    fn assigned(&mut self, name: &str) {
        if name == "every" || name == "code" || name == "today" {
            return match name {
                "every" => self.sets(true),
                "code" => self.names(|kind| kind == Kind::Code),
                _ => {}
            };
        }
        let found = self.sheet.common(name, None);
        let kinds: Vec<Kind> = self.kinds(&found);
        let owners = found
            .iter()
            .flat_map(|one| self.sheet.owners(*one))
            .collect::<Vec<_>>();
        self.levels(&owners);
        if kinds.contains(&Kind::Slot) {
            self.words(&["complete", "incomplete"]);
        } else if kinds.contains(&Kind::Check) {
            self.words(&["met", "not met"]);
        } else if kinds.contains(&Kind::Ask) && owners.is_empty() {
            self.words(&["yes", "no"]);
        }
        if kinds.iter().any(|kind| kind.is_row()) {
            self.words(&["left out"]);
        }
    }

    /// Lines of a table: levels of what is looked up, then what they give.
    fn cells(&mut self) -> bool {
        let spot = self.spot;
        let from = spot.head.iter().position(|word| *word == "from");
        let table = matches!(spot.block, Block::Table | Block::Ladder | Block::Criterion);
        let Some(from) = from.filter(|_| table && matches!(spot.last(), "," | "or" | "gives"))
        else {
            return false;
        };
        let subjects = spot.head.get(from..).unwrap_or_default();
        let subjects: Vec<&str> = subjects.iter().skip(1).step_by(2).copied().collect();
        if spot.last() == "gives" {
            if spot.block == Block::Table {
                return false;
            }
            self.levels(&self.owners_here());
            return true;
        }
        let column = spot.words.iter().filter(|word| **word == ",").count();
        let Some(subject) = subjects.get(column) else {
            return false;
        };
        let owners = self.called(subject);
        self.levels(&owners);
        self.words(&["any"]);
        !owners.is_empty()
    }

    /// Lists of names of one kind.
    fn listed(&mut self) -> bool {
        let spot = self.spot;
        let anchor = spot.anchor();
        let after = |with: &str| ends(anchor, with);
        let tagged = anchor.iter().rposition(|word| *word == "tagged");
        let tagged = tagged.is_some_and(|at| {
            let rest = anchor.get(at..).unwrap_or_default();
            rest.len() % 2 == 1 && rest.iter().skip(2).step_by(2).all(|word| *word == "or")
        });
        if after("shown by") {
            self.names(|kind| kind == Kind::Slot);
        } else if after("tags") || tagged {
            self.tags();
        } else if after("accepts") {
            self.words(KINDS);
        } else if after("hide") {
            self.names(Kind::is_common);
        } else if (after("in") || after("in (")) && spot.first() != "number" {
            self.names(|kind| kind == Kind::Part);
        } else if after("for each of") || after("for each of (") {
            self.names(|kind| kind == Kind::Part);
            self.words(&["parts"]);
        } else if after("without") || after("without (") || after("points of") {
            self.names(Kind::is_row);
        } else if [
            "words",
            "pages",
            "items",
            "sentences",
            "characters",
            "length",
            "size",
        ]
        .iter()
        .any(|word| ends(anchor, &[word, " of"].concat()))
        {
            self.names(|kind| kind == Kind::Slot);
        } else if after("every") || after("any") || after("exactly 1") {
            self.sets(true);
        } else if after("of") || after("most") || after("no") || after("exactly *") {
            if after("at most") {
                return false;
            }
            self.sets(false);
        } else if after("at least *") || after("at most *") {
            let number = spot.last().starts_with(|c: char| c.is_ascii_digit());
            if !number || ends(anchor, "is at least *") || ends(anchor, "are at least *") {
                return false;
            }
            self.sets(spot.last() == "1");
        } else {
            return false;
        }
        true
    }
}
