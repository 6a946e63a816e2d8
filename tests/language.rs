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
