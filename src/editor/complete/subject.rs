//! What a test is about, from the words before it.

use super::offer::Offer;
use crate::editor::sheet::Kind;

/// Words that a condition begins behind.
const BEGINS: &[&str] = &[
    "needs",
    "when",
    "and",
    "or",
    "if",
    "then",
    "else",
    "expects",
    "=",
    "otherwise",
    "message",
];
const WORDS: &[(&str, Option<Kind>)] = &[
    ("criteria", Some(Kind::Criterion)),
    ("criterion", Some(Kind::Criterion)),
    ("checks", Some(Kind::Check)),
    ("check", Some(Kind::Check)),
    ("numbers", Some(Kind::Number)),
    ("number", Some(Kind::Number)),
    ("rows", None),
    ("row", None),
];

impl Offer<'_, '_> {
    /// The words from where the condition begins up to its `is`.
    fn subject(&self) -> &[&str] {
        let words = self.spot.words.as_slice();
        let verb = |word: &&str| matches!(*word, "is" | "are" | "that" | ">=" | ">" | "<=" | "<");
        let end = words.iter().rposition(verb).unwrap_or(words.len());
        let before = words.get(..end).unwrap_or_default();
        let mut from = 0;
        for (at, word) in before.iter().enumerate() {
            // `tagged a or b` goes on.
            let tag = at.checked_sub(2).and_then(|two| before.get(two)) == Some(&"tagged");
            if BEGINS.contains(word) && !(tag && *word == "or") {
                from = at.saturating_add(1);
            }
        }
        before.get(from..).unwrap_or_default()
    }

    /// Whose levels the subject is tested with, and what it is.
    pub(super) fn tested_with(&self) -> (Vec<usize>, Vec<Kind>) {
        let subject = self.subject();
        let within = subject.iter().position(|word| *word == "in");
        let mut found: Vec<usize> = Vec::new();
        for (at, word) in subject.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| subject.get(before));
            if !matches!(before, Some(&"tagged" | &"without")) {
                found.extend(self.sheet.common(word, self.spot.part));
            }
        }
        let mut kinds = self.kinds(&found);
        let mut owners: Vec<usize> = Vec::new();
        let word = subject
            .iter()
            .find_map(|word| WORDS.iter().find(|(known, _)| known == word));
        let Some((_, kind)) = word else {
            owners.extend(found.iter().flat_map(|one| self.sheet.owners(*one)));
            return (owners, kinds);
        };
        kinds.retain(|kind| *kind != Kind::Part);
        kinds.extend(kind.or(Some(Kind::Criterion)));
        let lies =
            |decl: &_| within.is_none() || found.iter().any(|part| self.sheet.lies_in(decl, *part));
        let owners = self.sheet.owners_of(|decl| {
            decl.kind.is_row() && kind.is_none_or(|kind| kind == decl.kind) && lies(decl)
        });
        (owners, kinds)
    }
}
