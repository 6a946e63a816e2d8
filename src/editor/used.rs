//! What the files declare that this one uses: their scales, asks and settings,
//! with levels and choices, known here by name. They stand in no place of this
//! file, so they are never renamed from here.

use super::complete::Completion;
use super::sheet::{Decl, Kind, Sheet};
use crate::syntax::ast::{Item, Rubric};
use crate::syntax::{Parsed, parse};
use crate::text::Span;

/// What `use` may name: path and text.
pub type Files<'a> = &'a [(String, String)];

/// How many files are read at most.
const MOST: usize = 64;

/// The files that a rubric uses, and those they use, each once: a file stands
/// before what it uses. One that is not there is left out.
fn used<'f>(rubric: &Rubric, files: Files<'f>) -> Vec<(&'f str, &'f str, Parsed)> {
    let mut all: Vec<(&str, &str, Parsed)> = Vec::new();
    let mut wanted = paths(rubric);
    while let Some(path) = wanted.pop() {
        let known = all.len() >= MOST || all.iter().any(|(known, ..)| *known == path);
        let Some((path, text)) = files.iter().find(|(one, _)| *one == path && !known) else {
            continue;
        };
        let parsed = parse(text);
        wanted.extend(paths(&parsed.rubric));
        all.push((path, text, parsed));
    }
    all
}

/// The paths that a file uses, the last one first.
fn paths(rubric: &Rubric) -> Vec<String> {
    let each = rubric.items.iter().rev().filter_map(|item| match item {
        Item::Use(path) => Some(path.value.clone()),
        _ => None,
    });
    each.collect()
}

fn is_taken(kind: Kind) -> bool {
    matches!(kind, Kind::Scale | Kind::Ask | Kind::Setting)
}

impl Sheet<'_> {
    /// Puts what the used files declare behind what this one declares.
    pub(super) fn declare_used(&mut self, rubric: &Rubric) {
        for (path, text, parsed) in used(rubric, self.files) {
            let mut other = Sheet::empty(text, &[]);
            other.declare(&parsed.rubric);
            self.take(path, &other.decls);
        }
    }

    fn take(&mut self, path: &str, all: &[Decl]) {
        // Where each stands here once it is taken; owners come before what they own.
        let mut here: Vec<Option<usize>> = Vec::new();
        for decl in all {
            let place = |index: Option<usize>| here.get(index?).copied().flatten();
            let owner = place(decl.owner);
            let top = is_taken(decl.kind) && decl.part.is_none();
            if !top && owner.is_none() {
                here.push(None);
                continue;
            }
            let index = self.decls.len();
            let owns = top && decl.levels.is_some();
            self.decls.push(Decl {
                owner,
                levels: owns.then_some(index),
                file: Some(path.to_owned()),
                next: None,
                ..decl.clone()
            });
            if let Some(owner) = owner {
                let key = [&owner.to_string(), " ", &decl.name].concat();
                self.owned_names.set(&key, index);
            }
            here.push(Some(index));
        }
    }
}

/// The files that fit in the quotes of `use "..."`; nothing when it is no such place.
pub(super) fn paths_at(source: &str, offset: u32, files: Files<'_>) -> Option<Vec<Completion>> {
    let to = usize::try_from(offset).ok()?;
    let before = source.get(..to)?;
    let line = before.rsplit(['\n', '\r', ';', '{']).next()?.trim_start();
    let behind = line.strip_prefix("use")?;
    let written = behind.trim_start().strip_prefix('"')?;
    let fits = behind.starts_with([' ', '\t']) && !written.contains('"');
    let from = to.checked_sub(written.len()).filter(|_| fits)?;
    let each = files.iter().filter(|(path, _)| path.contains(written));
    let each = each.map(|(path, _)| Completion {
        label: path.clone(),
        kind: "file",
        insert: path.clone(),
        span: Span::new(from, to),
        detail: String::new(),
    });
    Some(each.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{Renamed, complete, hover, references, rename, tokens};

    const FILE: &str = r#"rubric demo {
  use "scales.rubric"
  criterion aim on mastery { tags core }
  award badge { gold { needs aim is good and stage is late }; otherwise none }
}
"#;
    const SCALES: &str = r#"rubric scales {
  use "people.rubric"
  scale mastery "Mastery" { low 0 "Low"; good 1 "Good" }
  criterion other on mastery
}
"#;
    const PEOPLE: &str = r#"rubric people {
  use "scales.rubric"
  ask stage "Stage" { early "Early"; late "Late" }
}
"#;

    fn files() -> Vec<(String, String)> {
        let pair = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        vec![
            pair("people.rubric", PEOPLE),
            pair("scales.rubric", SCALES),
            pair("unused.rubric", "rubric u { scale idle { a; b } }"),
        ]
    }

    fn at(text: &str) -> u32 {
        u32::try_from(FILE.find(text).unwrap_or_default()).unwrap_or(0)
    }

    fn labels(source: &str) -> Vec<String> {
        let offset = u32::try_from(source.find('|').unwrap_or_default()).unwrap_or(0);
        let found = complete(&source.replacen('|', "", 1), offset, &files());
        found.into_iter().map(|one| one.label).collect()
    }

    #[test]
    fn names_from_used_files_are_offered() {
        let on =
            |text: &str| FILE.replacen("criterion aim", &[text, "\ncriterion aim"].concat(), 1);
        assert_eq!(labels(&on("criterion x on |")), ["mastery"]);
        let levels = FILE.replacen("is good and", "is | and", 1);
        assert_eq!(
            labels(&levels).get(..2),
            Some(&["low".to_owned(), "good".to_owned()][..])
        );
        let choices = FILE.replacen("is late", "is |", 1);
        assert_eq!(
            labels(&choices).get(..2),
            Some(&["early".to_owned(), "late".to_owned()][..])
        );
    }

    #[test]
    fn files_are_offered_behind_use() {
        let all = ["people.rubric", "scales.rubric", "unused.rubric"];
        assert_eq!(labels("rubric r {\n  use |\n}"), all);
        assert_eq!(labels("rubric r {\n  use \"|\"\n}"), all);
        assert_eq!(labels("rubric r {\n  use \"sc|\"\n}"), ["scales.rubric"]);
        assert!(labels("rubric r {\n  about \"use |\"\n}").is_empty());
    }

    #[test]
    fn a_used_name_says_what_it_is_and_where() {
        let found = hover(FILE, at("mastery"), &files());
        let (title, text) = found
            .as_ref()
            .map(|one| (one.title.as_str(), one.text.as_str()))
            .unwrap_or_default();
        assert_eq!(title, "scale mastery \"Mastery\"");
        assert_eq!(
            text,
            "A scale. Levels of mastery: low 0, good 1. From scales.rubric."
        );
        assert_eq!(
            found.and_then(|one| one.file),
            Some("scales.rubric".to_owned())
        );
        let late = hover(FILE, at("late"), &files());
        let declared = late
            .as_ref()
            .and_then(|one| one.declared)
            .map(|span| span.slice(PEOPLE));
        assert_eq!(declared, Some("late"));
        assert_eq!(
            late.map(|one| one.title),
            Some("choice late \"Late\"".to_owned())
        );
        assert_eq!(hover(FILE, at("mastery"), &[]), None);
    }

    #[test]
    fn a_used_name_is_found_here_and_renamed_there() {
        let places = |text: &str| references(FILE, at(text), &files()).len();
        assert_eq!(
            (places("mastery"), places("good"), places("aim")),
            (1, 1, 2)
        );
        assert!(
            references(FILE, at("good"), &files())
                .iter()
                .all(|one| !one.declared)
        );
        let found = rename(FILE, at("good"), "fine", &files());
        assert_eq!(
            found,
            Renamed::Refused("it is declared in `scales.rubric`; rename it there".to_owned())
        );
        let edits = match rename(FILE, at("aim"), "goal", &files()) {
            Renamed::Edits(edits) => edits.len(),
            Renamed::Refused(_) => 0,
        };
        assert_eq!(edits, 2);
        let taken = rename(FILE, at("aim"), "stage", &files());
        assert_eq!(
            taken,
            Renamed::Refused("the name `stage` is taken by ask stage \"Stage\"".to_owned())
        );
    }

    #[test]
    fn used_levels_have_the_colour_of_levels() {
        let kind = |files: Files<'_>| {
            let all = tokens(FILE, files);
            let one = all.into_iter().find(|one| one.span.start == at("good"));
            one.map(|one| one.kind.word())
        };
        assert_eq!(kind(&files()), Some("level"));
        assert_eq!(kind(&[]), Some("name"));
    }
}
