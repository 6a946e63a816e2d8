//! What the compiler proves, in files of `tests/language/proofs`. A comment
//! `#! CODE words` behind a line is what has to be said there, and nothing else
//! is said. Each proof has a near twin that says nothing; every witness is
//! given to an assessment, and shows what it was said to show.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::eval::RungState;
use rubricate::num::Truth;
use rubricate::session::Session;
use rubricate::wire::{self, DiagnosticOut};
use rubricate::{analysis, lower, sema, syntax};
use serde_json::{Value as Json, json};
use std::fmt::Write;
use std::path::PathBuf;
use std::rc::Rc;

fn files(folder: &str) -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(root).expect("a folder").flatten();
    let mut all: Vec<(String, String)> = entries
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "rubric"))
        .map(|entry| {
            let name = entry.file_name().to_str().expect("a name").to_owned();
            (name, std::fs::read_to_string(entry.path()).expect("a file"))
        })
        .collect();
    all.sort();
    all
}

/// What is not as the file says it.
fn differences(name: &str, source: &str) -> Vec<String> {
    let mut found = wire::prove(source, &[]);
    let mut wrong = Vec::new();
    for (index, line) in source.lines().enumerate() {
        for wanted in line.split("#!").skip(1) {
            let (code, words) = wanted.trim().split_once(' ').expect("a code and words");
            let place = found.iter().position(|one| {
                let says = one.message.contains(words) || one.help.contains(words);
                one.span.line as usize == index + 1 && one.code == code && says
            });
            match place {
                Some(place) => drop(found.remove(place)),
                None => wrong.push(format!("{name}:{} expected {code} {words}", index + 1)),
            }
        }
    }
    let lines = found.iter().map(|one| {
        format!(
            "{name}:{} {} {} ({})",
            one.span.line, one.code, one.message, one.help
        )
    });
    wrong.extend(lines);
    wrong
}

#[test]
fn each_proof_speaks_where_it_must_and_not_of_its_twin() {
    let files = files("tests/language/proofs");
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|(name, source)| differences(name, source))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    for (name, source) in &files {
        let name = name.trim_end_matches(".rubric");
        let (is_twin, speaks) = (
            name.ends_with("_twin"),
            source.contains("#! R4") && source.replace("#! R403", "").contains("#! R4"),
        );
        assert_eq!(speaks, !is_twin, "{name}");
        let twin = format!("{name}_twin.rubric");
        let paired = is_twin || files.iter().any(|(other, _)| *other == twin);
        assert!(paired, "{name} has no twin");
    }
}

#[test]
fn the_gallery_is_sound() {
    let files = files("www/rubrics");
    assert!(files.len() > 10, "only {} rubrics", files.len());
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|(name, source)| differences(name, source))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// An assessment with everything the witness names.
fn given(source: &str, witness: &DiagnosticOut) -> Session {
    let rubric = Rc::new(support::compile(source));
    let (mut ratings, mut answers) = (json!({}), json!({}));
    for one in &witness.witness {
        let asked = rubric.asks.iter().any(|ask| ask.name == one.name);
        if asked {
            answers[&one.name] = Json::from(one.value.as_str());
        } else if one.value == "left out" {
            ratings[&one.name] = json!({ "leftOut": "a reason" });
        } else {
            ratings[&one.name] = Json::from(one.value.as_str());
        }
    }
    let case = json!({ "ratings": ratings, "answers": answers });
    support::start(&rubric, &case, "a witness")
}

/// The states of the rungs of the ladder that has this one, and its place.
fn rungs(session: &Session, rung: &str) -> (usize, Vec<RungState>) {
    let ladders = session.rubric().ladders.iter();
    let mut found = ladders
        .zip(&session.outcome().ladders)
        .filter_map(|(ladder, value)| {
            let place = ladder.rungs.iter().position(|known| known.name == rung)?;
            Some((place, value.rungs.clone()))
        });
    found.next().expect("a rung")
}

/// The first word between backticks.
fn named(message: &str) -> &str {
    message.split('`').nth(1).expect("a name")
}

/// Whether a witness shows what its diagnostic says.
fn shows(session: &Session, found: &DiagnosticOut) -> bool {
    let earned = |state: &RungState| *state == RungState::Earned;
    match found.code {
        // It is earned, with the worst that can be rated.
        "R406" => {
            let (place, states) = rungs(session, named(&found.message));
            earned(&states[place])
        }
        // Two lines of a table hold; or it is earned, and so is one above it.
        "R407" if found.message.starts_with("this line") => {
            let states = session.outcome().ladders[0].rungs.iter();
            states.filter(|state| earned(state)).count() == 2
        }
        "R407" => {
            let (place, states) = rungs(session, named(&found.message));
            earned(&states[place]) && states[..place].iter().any(earned)
        }
        "R408" => {
            let text = found.message.split('"').nth(1).expect("a need");
            let (ladder, value) = (&session.rubric().ladders[0], &session.outcome().ladders[0]);
            let mut needs = ladder.rungs[0].needs.iter().zip(&value.needs[0]);
            needs.any(|(need, value)| need.text == text && value.truth == Truth::TRUE)
        }
        // The mean of 0/2 and 10/10 is 1/2; by points it is 10/12.
        _ => {
            let value = session.outcome().scores[0].bounds.known();
            let label = &found.labels[0].message;
            value == support::number("1/2").into()
                && label.contains("50 % here, and 83.33 % by points")
        }
    }
}

#[test]
fn every_witness_shows_what_it_was_said_to_show() {
    let mut shown = 0;
    for (name, source) in files("tests/language/proofs") {
        for found in wire::prove(&source, &[]) {
            let wants = ["R406", "R407", "R414"].contains(&found.code)
                || found.message.starts_with("this need never fails");
            assert_eq!(!found.witness.is_empty(), wants, "{name}: {}", found.code);
            if wants {
                shown += 1;
                assert!(shows(&given(&source, &found), &found), "{name}: {found:?}");
            }
        }
    }
    assert!(shown >= 7, "only {shown} witnesses");
}

/// The largest rubric, with much to look at and little to prove.
fn largest() -> String {
    let mut source = String::from("rubric r \"R\" {\n scale s \"S\" { a 0; b 1; c 2; d 3 }\n");
    for part in 0..10 {
        let rows = format!("criterion c{part} 1..499 on s\n number n{part} 0..100 step 1");
        writeln!(source, " part p{part} {{ weight 10%\n {rows}\n }}").expect("a line");
    }
    source += " score total \"Total\" = weighted percent of parts\n";
    source += " score points \"Points\" = sum of rows\n";
    for award in 0..20 {
        let top = format!(
            "needs total is at least {award}.5%; needs most criteria are at least b; needs points is at least {award}"
        );
        let low = format!(
            "needs at least {award} of rows are at least 1; needs at least half of best 100 of criteria are c"
        );
        writeln!(
            source,
            " award a{award} {{\n top {{ {top} }}\n low {{ {low} }}\n otherwise none\n }}"
        )
        .expect("a line");
    }
    source + "}\n"
}

#[test]
fn the_largest_rubric_takes_no_more_than_the_budget() {
    let source = largest();
    let mut checked = sema::check(syntax::parse(&source), &[]);
    let said: Vec<String> = checked
        .diagnostics
        .iter()
        .map(|one| one.message.to_string())
        .collect();
    let rubric = lower::lower(&mut checked).unwrap_or_else(|| panic!("{said:?}"));
    assert_eq!(rubric.rows.len(), 5_000);
    let from = std::time::Instant::now();
    let proved = analysis::prove(&rubric, &checked.places);
    println!("{} units of work in {:?}", proved.work, from.elapsed());
    assert!((1..=1_500_000).contains(&proved.work), "{}", proved.work);
    // The same on every run: work is counted, not timed.
    let again = analysis::prove(&rubric, &checked.places);
    assert_eq!((again.work, again.found), (proved.work, proved.found));
}

/// For looking: `LOOK="a.rubric b.rubric" cargo test --test proofs look -- --nocapture`.
#[test]
fn look() {
    let Ok(paths) = std::env::var("LOOK") else {
        return;
    };
    for path in paths.split(' ') {
        let source = std::fs::read_to_string(path).expect("a file");
        println!("== {path}");
        for one in wire::prove(&source, &[]) {
            println!(
                "{}:{} {} {} {}\n    help: {}",
                one.span.line, one.span.column, one.severity, one.code, one.message, one.help
            );
            for label in &one.labels {
                println!("    {}: {}", label.span.line, label.message);
            }
        }
    }
}
