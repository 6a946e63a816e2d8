//! A list of what fits: each group behind the one before it, and in each what
//! begins with the word that is being written before what only holds it.

use super::Completion;
use crate::editor::place::Spot;
use crate::editor::sheet::{Kind, Sheet};
use crate::editor::words::meaning;
use crate::text::{Index, Span};

/// How many are offered.
const MOST: usize = 200;

pub(super) struct Offer<'s, 'a> {
    pub(super) sheet: &'s Sheet<'a>,
    pub(super) spot: &'s Spot<'a>,
    /// What begins as it is being written, what holds that, and what has it in its label.
    all: [Vec<Completion>; 3],
    known: Index,
}

impl<'s, 'a> Offer<'s, 'a> {
    pub(super) fn new(sheet: &'s Sheet<'a>, spot: &'s Spot<'a>) -> Self {
        Self {
            sheet,
            spot,
            all: Default::default(),
            known: Index::default(),
        }
    }

    pub(super) fn finish(self) -> Vec<Completion> {
        self.all.into_iter().flatten().take(MOST).collect()
    }

    fn put(&mut self, label: &str, kind: &'static str, insert: &str, detail: &str) {
        let Some(fit) = self.fit(label, detail) else {
            return;
        };
        if self.known.get(label).is_some() {
            return;
        }
        self.known.set(label, 0);
        let span = Span {
            start: self.spot.from,
            end: self.spot.to,
        };
        if let Some(all) = self.all.get_mut(fit) {
            all.push(Completion {
                label: label.to_owned(),
                kind,
                insert: insert.to_owned(),
                span,
                detail: detail.to_owned(),
            });
        }
    }

    /// 0 where it begins so, 1 where it holds it, 2 where only its label does.
    fn fit(&self, label: &str, detail: &str) -> Option<usize> {
        let wanted = self.spot.partial.to_ascii_lowercase();
        let label = label.to_ascii_lowercase();
        if label.starts_with(&wanted) {
            return Some(0);
        }
        if label.contains(&wanted) {
            return Some(1);
        }
        let long = wanted.len() > 2 && detail.to_ascii_lowercase().contains(&wanted);
        long.then_some(2)
    }

    pub(super) fn words(&mut self, words: &[&str]) {
        for word in words {
            self.put(word, "keyword", word, meaning(word).unwrap_or_default());
        }
    }

    pub(super) fn properties(&mut self, words: &[&str]) {
        for word in words {
            self.put(word, "property", word, meaning(word).unwrap_or_default());
        }
    }

    pub(super) fn snippet(&mut self, label: &str, insert: &str, detail: &str) {
        self.put(label, "snippet", insert, detail);
    }

    /// Files that may be used, in quotes.
    pub(super) fn files(&mut self) {
        for (path, _) in self.sheet.files {
            self.put(path, "file", &["\"", path, "\""].concat(), "");
        }
    }

    pub(super) fn decl(&mut self, index: usize) {
        let Some(decl) = self.sheet.decl(index) else {
            return;
        };
        if decl.name.is_empty() {
            return;
        }
        let detail = match &decl.label {
            Some(label) if decl.points.is_empty() => label.clone(),
            Some(label) => [label, ", ", &decl.points].concat(),
            None => decl.points.clone(),
        };
        self.put(&decl.name, decl.kind.word(), &decl.name, &detail);
    }

    /// Everything of some kinds: first what stands in the same part.
    pub(super) fn names(&mut self, fits: fn(Kind) -> bool) {
        for near in [true, false] {
            for index in 0..self.sheet.decls.len() {
                let decl = self.sheet.decl(index).filter(|decl| fits(decl.kind));
                let same = |part: Option<usize>| part.is_some() && part == self.spot.part;
                if decl.is_some_and(|decl| same(decl.part) == near) {
                    self.decl(index);
                }
            }
        }
    }

    pub(super) fn tags(&mut self) {
        self.names(|kind| kind == Kind::Tag);
    }

    /// Levels, choices or rungs of these owners.
    pub(super) fn levels(&mut self, owners: &[usize]) {
        for index in 0..self.sheet.decls.len() {
            let owner = self.sheet.decl(index).and_then(|decl| decl.owner);
            if owner.is_some_and(|owner| owners.contains(&owner)) {
                self.decl(index);
            }
        }
    }

    /// Words and names that a set begins with.
    pub(super) fn sets(&mut self, one: bool) {
        self.words(if one {
            &["criterion", "check", "number", "row", "part"]
        } else {
            &["criteria", "checks", "numbers", "rows", "parts"]
        });
        self.names(|kind| kind == Kind::Part);
        let series = |sheet: &Sheet<'_>, index: usize| {
            let decl = sheet.decl(index);
            decl.is_some_and(|decl| decl.kind.is_row() && (decl.series || decl.inside))
        };
        for index in 0..self.sheet.decls.len() {
            if series(self.sheet, index) {
                self.decl(index);
            }
        }
        if !one {
            self.words(&["best", "newest"]);
        }
    }

    pub(super) fn kinds(&self, decls: &[usize]) -> Vec<Kind> {
        let all = decls.iter().filter_map(|one| self.sheet.decl(*one));
        all.map(|decl| decl.kind).collect()
    }

    /// Whose levels the row, the ladder or the ask of this block has.
    pub(super) fn owners_here(&self) -> Vec<usize> {
        let of = self.spot.of.or(self.spot.part);
        of.map(|of| self.sheet.owners(of)).unwrap_or_default()
    }

    /// Whose levels something of this name is tested with.
    pub(super) fn called(&self, name: &str) -> Vec<usize> {
        if let Some(scale) = self.sheet.scale(name) {
            return self.sheet.owners(scale);
        }
        let found = self.sheet.common(name, self.spot.part);
        found
            .iter()
            .flat_map(|one| self.sheet.owners(*one))
            .collect()
    }
}
