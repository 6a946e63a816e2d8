//! The editor services on every rubric there is and on random edits of them:
//! nothing panics, and every place lies in the text, on the border of a
//! character. On sound rubrics each name can be called otherwise and back.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::editor::{self, Renamed, Symbol};
use rubricate::text::Span;
use rubricate::wire;
use support::corpus::{Dice, corpus, edited};

fn inside(text: &str, span: Span, what: &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    let fits = start <= end && text.is_char_boundary(start) && text.is_char_boundary(end);
    assert!(fits && end <= text.len(), "{what}: {span:?} in\n{text}");
}

fn symbols_fit(text: &str, all: &[Symbol], around: Span) {
    for one in all {
        inside(text, one.span, "symbol");
        inside(text, one.selection, "selection");
        assert!(
            around.holds(one.span),
            "{} stands outside\n{text}",
            one.name
        );
        assert!(
            one.span.holds(one.selection),
            "{} names outside\n{text}",
            one.name
        );
        symbols_fit(text, &one.children, one.span);
    }
}

fn ask_everything(text: &str, at: u32) {
    for one in editor::complete(text, at, &[]) {
        inside(text, one.span, "completion");
        assert!(one.span.end == at && !one.insert.is_empty());
    }
    if let Some(one) = editor::hover(text, at, &[]) {
        inside(text, one.span, "hover");
        one.declared
            .into_iter()
            .for_each(|span| inside(text, span, "declared"));
        assert!(!one.text.is_empty() && !one.title.is_empty());
    }
    let places = editor::references(text, at, &[]);
    places
        .iter()
        .for_each(|one| inside(text, one.span, "reference"));
    if let Renamed::Edits(edits) = editor::rename(text, at, "quite_new", &[]) {
        let same: Vec<Span> = places.iter().map(|one| one.span).collect();
        assert_eq!(edits, same, "{text}");
    }
}

#[test]
fn random_edits_break_nothing() {
    let rounds = std::env::var("ROUNDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let mut dice = Dice::new(77);
    let corpus = corpus();
    for _ in 0..rounds.unwrap_or(60) {
        let mut text = dice.pick(&corpus).1.clone();
        for _ in 0..=dice.upto(4) {
            text = edited(&text, &mut dice);
        }
        symbols_fit(&text, &editor::symbols(&text), Span::new(0, text.len()));
        let mut end = 0;
        for token in editor::tokens(&text, &[]) {
            inside(&text, token.span, "token");
            assert!(token.span.start >= end, "tokens overlap in\n{text}");
            let between = Span {
                start: end,
                end: token.span.start,
            };
            assert!(between.slice(&text).trim().is_empty(), "a hole in\n{text}");
            end = token.span.end;
        }
        for _ in 0..4 {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = if places.is_empty() {
                0
            } else {
                *dice.pick(&places)
            };
            ask_everything(&text, u32::try_from(at).expect("a short text"));
        }
        ask_everything(&text, u32::try_from(text.len()).expect("a short text"));
    }
}

fn flat(all: &[Symbol]) -> Vec<&Symbol> {
    all.iter()
        .flat_map(|one| std::iter::once(one).chain(flat(&one.children)))
        .collect()
}

fn with(text: &str, places: &[Span], name: &str) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for span in places {
        let before = Span {
            start: from,
            end: span.start,
        };
        out.push_str(before.slice(text));
        out.push_str(name);
        from = span.end;
    }
    let rest = Span {
        start: from,
        end: u32::try_from(text.len()).expect("a short text"),
    };
    out + rest.slice(text)
}

/// What is wrong with a source, without the names in it.
fn codes(source: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = wire::check(source, &[])
        .iter()
        .map(|one| one.code)
        .collect();
    codes.sort_unstable();
    codes
}

#[test]
fn every_name_can_be_called_otherwise_and_back() {
    let (mut renamed, mut refused) = (0, Vec::new());
    for (place, source) in corpus() {
        let before = wire::check(&source, &[]);
        if !place.contains("www/rubrics") || before.iter().any(|one| one.severity == "error") {
            continue;
        }
        let all = editor::symbols(&source);
        let names = flat(&all).into_iter().filter(|one| one.kind != "example");
        // Every fourth here, and all of them by hand: `ALL=1 cargo test --release --test editor`.
        let step = if std::env::var("ALL").is_ok() { 1 } else { 4 };
        for symbol in names.step_by(step) {
            let at = symbol.selection.start;
            let edits = match editor::rename(&source, at, "quite_new", &[]) {
                Renamed::Edits(edits) => edits,
                Renamed::Refused(reason) => {
                    refused.push(format!("{place} {}: {reason}", symbol.name));
                    continue;
                }
            };
            renamed += 1;
            let now = with(&source, &edits, "quite_new");
            assert_eq!(
                codes(&now),
                codes(&source),
                "{place}: {}\n{now}",
                symbol.name
            );
            let moved = edits.iter().filter(|span| span.start < at).count() as i64;
            let shift = moved * (9 - symbol.name.len() as i64);
            let there = u32::try_from(i64::from(at) + shift).expect("a place");
            let Renamed::Edits(back) = editor::rename(&now, there, &symbol.name, &[]) else {
                panic!("{place}: {} cannot be called so again", symbol.name);
            };
            assert_eq!(
                with(&now, &back, &symbol.name),
                source,
                "{place}: {}",
                symbol.name
            );
        }
    }
    assert!(renamed > 80, "only {renamed}");
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Files made to take long: each service still answers, and soon.
#[test]
fn hostile_files_do_not_hang_an_editor() {
    let many = |part: &str, times: usize| part.repeat(times);
    let files = [
        format!("rubric r {{ scale s {{ {} }} }}", many("a;", 6_000)),
        format!(
            "rubric r {{ {} award a {{ b {{ {} }} }} }}",
            many("criterion x { levels { a; b } }\n", 700),
            many("needs every criterion is a\n", 700)
        ),
        format!(
            "rubric r {{ {} {} }}",
            many("check a\n", 2_000),
            many("score b=sum of rows\n", 1_500)
        ),
        format!("rubric r {{ advise \"{}\" when a }}", many("{", 100_000)),
        format!("rubric r {{ score s = {}a }}", many("a_", 50_000)),
        format!(
            "rubric r {{ {} check c {{ {} }} }}",
            many("tags t;", 2_000),
            many("tags a; counts as b when c\n", 1_500)
        ),
        format!(
            "rubric r {{ part p 1..9 {{ {} }} {} }}",
            many("check c\n", 1_500),
            many("score s = p_1_c\n", 1_500)
        ),
    ];
    for text in files {
        let from = std::time::Instant::now();
        ask_everything(&text, u32::try_from(text.len() / 2).expect("a short text"));
        symbols_fit(&text, &editor::symbols(&text), Span::new(0, text.len()));
        drop(editor::tokens(&text, &[]));
        drop(rubricate::format::format(&text));
        // Some nine readings of a large file, without optimisation, on a busy machine.
        assert!(
            from.elapsed().as_secs() < 60,
            "{} took {:?}",
            &text.split_at(60).0,
            from.elapsed()
        );
    }
}
