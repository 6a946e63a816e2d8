//! The language suite, written in the language: every file in `tests/language`
//! and in the gallery says in its comments what must come out.
//!
//! - `#! CODE words` behind a line: a diagnostic of that code begins in this
//!   line, and its message or help holds these words. Every diagnostic must be
//!   expected, and every expectation met.
//! - `#= ROW RATING, ROW RATING => NAME VALUE, NAME VALUE`: rated so, scores
//!   have these values (`2/3`, `1/2..1`, `none`) and awards these rungs (`-`
//!   while nothing is decided). Values are worked out by hand.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::session::Session;
use rubricate::wire;
use std::path::PathBuf;
use std::rc::Rc;

fn files() -> Vec<PathBuf> {
    // The gallery too: what it shows is sound, and its examples hold.
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/language", "www/rubrics"].map(|folder| root.join(folder));
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder of the suite"));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

#[test]
fn diagnostics_are_those_the_files_expect() {
    let (mut expectations, mut wrong) = (0, Vec::new());
    for path in files() {
        let source = std::fs::read_to_string(&path).expect("a file");
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name");
        let mut found = wire::check(&source, &[]);
        for (index, line) in source.lines().enumerate() {
            let Some((_, wanted)) = line.split_once("#!") else {
                continue;
            };
            for wanted in wanted.split("#!") {
                expectations += 1;
                let (code, words) = wanted.trim().split_once(' ').expect("a code and words");
                let place = found.iter().position(|one| {
                    one.span.line as usize == index + 1
                        && one.code == code
                        && (one.message.contains(words) || one.help.contains(words))
                });
                match place {
                    Some(place) => drop(found.remove(place)),
                    None => wrong.push(format!("{name}:{} expected {code} {words}", index + 1)),
                }
            }
        }
        wrong.extend(
            support::lines(&found)
                .into_iter()
                .map(|line| format!("{name}:{line} was not expected")),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(expectations >= 40, "only {expectations} expectations");
}

#[test]
fn values_are_those_the_files_expect() {
    let (mut checks, mut wrong) = (0, Vec::new());
    for path in files() {
        let source = std::fs::read_to_string(&path).expect("a file");
        let claims: Vec<&str> = source
            .lines()
            .filter_map(|line| Some(line.split_once("#=")?.1))
            .collect();
        if claims.is_empty() {
            continue;
        }
        let rubric = Rc::new(support::compile(&source));
        for claim in claims {
            let (ratings, expected) = claim.split_once("=>").expect("ratings => values");
            let mut session = Session::start(rubric.clone()).expect("a start");
            for rating in ratings
                .split(',')
                .map(str::trim)
                .filter(|rating| !rating.is_empty())
            {
                let (row, value) = rating.split_once(' ').expect("ROW RATING");
                let value = match value {
                    "met" => true.into(),
                    "not met" => false.into(),
                    _ => value.into(),
                };
                support::rate(&mut session, row, &value);
            }
            for expected in expected.split(',').map(str::trim) {
                checks += 1;
                let (name, wanted) = expected.split_once(' ').expect("NAME VALUE");
                let found = said(&session, name);
                if found != wanted {
                    wrong.push(format!("{}: {claim}: {name} is {found}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(checks >= 40, "only {checks} values checked");
}

fn said(session: &Session, name: &str) -> String {
    let rubric = session.rubric();
    if let Some(place) = rubric.scores.iter().position(|score| score.name == name) {
        let bounds = session.outcome().scores[place].bounds;
        let end = |end: Option<rubricate::num::Rational>| {
            end.map_or("*".to_owned(), |end| end.to_string())
        };
        return match bounds.known() {
            Some(value) if !bounds.undefined => value.to_string(),
            _ if bounds.empty => "none".to_owned(),
            _ => format!("{}..{}", end(bounds.lo), end(bounds.hi)),
        };
    }
    let told = support::told(session);
    for kind in ["awards", "results"] {
        if let Some(ladder) = told[kind].get(name) {
            return ladder["rung"].as_str().unwrap_or("-").to_owned();
        }
    }
    panic!("no score, result or award {name}")
}

/// More of the whole file than its own example claims, worked out by hand.
const MORE: &str = r#"
  example "All exemplary, five days late" {
    lesson_plan complete; video complete; reflection complete; consent met; stage experienced; days_late 5
    every criterion is exemplary; pace 10
    expects total is 100%
    expects after_penalty is 80%       # five days would be 25%, but at most 20%
    expects quality is solid           # 72.5% <= 80% < 90%
    expects credential is distinction
  }
  example "The same without the video" {
    lesson_plan complete; video incomplete; reflection complete; consent met
    every criterion is exemplary; pace 10
    expects quality is strong
    expects credential is not_yet
  }
  example "The same without consent" {
    lesson_plan complete; video complete; reflection complete; consent not met
    every criterion is exemplary; pace 10
    expects credential is not_yet
  }
  example "An experienced teacher, one row developing" {
    lesson_plan complete; video complete; reflection complete; consent met; stage experienced
    every criterion is exemplary; response developing; pace 10
    expects planning is 100%
    expects total is 92%               # 40% + 60% x (1/3 + 1 + 3)/5 = 40% + 52%
    expects credential is not_yet      # a first-year teacher would have it
  }
  example "The same in the first year" {
    lesson_plan complete; video complete; reflection complete; consent met; stage first_year
    every criterion is exemplary; response developing; questions left out; pace 10
    expects credential is distinction  # 5/6 of criteria are exemplary, 92%
  }
}
"#;

#[test]
fn the_whole_file_of_the_page_compiles_and_its_example_holds() {
    let whole = include_str!("language/whole.rubric");
    let found = wire::check(whole, &[]);
    assert!(found.is_empty(), "{:?}", support::lines(&found));
    let rubric = support::compile(whole);
    assert_eq!(rubric.examples.len(), 1);
    assert_eq!(rubric.examples[0].claims.len(), 2);
    // The examples are run: a claim beside the truth is an error.
    let claim = "expects total is 44%";
    assert!(whole.contains(claim));
    for wrong in ["expects total is 44.5%", "expects credential is not_yet"] {
        let found = wire::check(&whole.replace(claim, wrong), &[]);
        let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
        assert_eq!(codes, ["R313"], "{wrong}");
    }
    let more = whole.trim_end().strip_suffix('}').expect("a closed rubric");
    let found = wire::check(&format!("{more}{MORE}"), &[]);
    assert!(found.is_empty(), "{:?}", support::lines(&found));
}
