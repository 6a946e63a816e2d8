//! The formatter on every rubric there is: the suites, the gallery, the fences
//! of the prose, and random edits of all of them. Formatted twice is formatted
//! once; what a file says and decides, its comments, and what the check says of
//! it stay the same.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::format::{formatted, hashes};
use rubricate::{syntax, wire};
use support::corpus::{Dice, corpus};

/// Comments as they stand, in order.
fn comments(source: &str) -> Vec<String> {
    let parsed = syntax::parse(source);
    let each = parsed.comments.iter();
    each.map(|span| span.slice(source).trim_end().to_owned())
        .collect()
}

/// What is wrong with the formatted text, if anything is.
fn wrong(source: &str) -> Option<String> {
    let text = formatted(source)?;
    if formatted(&text).as_deref() != Some(&text) {
        let again = formatted(&text).unwrap_or_default();
        return Some(format!(
            "formatted twice is another text:\n{text}\n--- again\n{again}"
        ));
    }
    let says = |source: &str| hashes(&syntax::parse(source).rubric, &[]);
    if says(&text) != says(source) {
        return Some(format!("it says something else:\n{text}"));
    }
    if comments(&text) != comments(source) {
        return Some(format!("a comment is lost or moved:\n{text}"));
    }
    None
}

#[test]
fn every_rubric_keeps_what_it_says() {
    let mut count = 0;
    for (place, source) in corpus() {
        if let Some(wrong) = wrong(&source) {
            panic!("{place}: {wrong}\n--- from\n{source}");
        }
        let codes = |source: &str| -> Vec<&str> {
            let mut codes: Vec<_> = wire::check(source, &[])
                .iter()
                .map(|one| one.code)
                .collect();
            codes.sort_unstable();
            codes
        };
        if let Some(text) = formatted(&source) {
            count += 1;
            // Beside a mistake the other wording may be a mistake more or less.
            if wire::check(&source, &[])
                .iter()
                .any(|one| one.severity == "error")
            {
                continue;
            }
            assert_eq!(
                codes(&text),
                codes(&source),
                "{place}:\n{text}\n--- from\n{source}"
            );
        }
    }
    assert!(count > 100, "only {count} rubrics were formatted");
}

/// Random edits: lines swapped, comments and blank lines put in, words taken out.
#[test]
fn random_edits_keep_what_they_say() {
    // More of them by hand: `ROUNDS=100000 cargo test --release --test format`.
    let rounds = std::env::var("ROUNDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let mut dice = Dice::new(2025);
    let corpus = corpus();
    let mut formatted_ones = 0;
    for round in 0..rounds.unwrap_or(250) {
        let (place, source) = dice.pick(&corpus);
        let mut text = source.clone();
        for _ in 0..=dice.upto(3) {
            text = support::corpus::edited(&text, &mut dice);
        }
        if let Some(wrong) = wrong(&text) {
            panic!("round {round}, {place}: {wrong}\n--- from\n{text}");
        }
        formatted_ones += usize::from(formatted(&text).is_some());
    }
    assert!(
        formatted_ones > 80,
        "only {formatted_ones} could be formatted"
    );
}
