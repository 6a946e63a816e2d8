//! `tests/DEMANDS.md` is true: no demand is missing, its forms stand in its
//! rubrics, these compile with their examples, and the cases it names exist.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::wire;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// How many demands each group has. The numbers are those of the study.
const GROUPS: &[(char, usize)] = &[
    ('A', 17),
    ('B', 29),
    ('C', 7),
    ('D', 6),
    ('E', 8),
    ('F', 5),
    ('G', 12),
    ('H', 5),
    ('I', 5),
];

struct Demand {
    number: String,
    forms: Vec<String>,
    /// The path of the case's file, and the name of the case.
    cases: Vec<(String, String)>,
}

/// A group's demands, and the rubrics below them.
#[derive(Default)]
struct Group {
    demands: Vec<Demand>,
    rubrics: Vec<String>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// With single spaces, so that a form may stand on several lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between two marks, each time.
fn between(text: &str, open: &str, close: &str) -> Vec<String> {
    text.split(open)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(close)?.0.to_owned()))
        .collect()
}

fn demand(line: &str) -> Demand {
    let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let [number, _, said, form, case] = cells[..] else {
        panic!("{line} does not have five cells");
    };
    assert!(!said.is_empty(), "{number} is not said");
    let forms = form.split('`').skip(1).step_by(2).map(flat).collect();
    let names = case.split('*').skip(1).step_by(2).map(str::to_owned);
    let cases = between(case, "](", ")").into_iter().zip(names).collect();
    Demand {
        number: number.to_owned(),
        forms,
        cases,
    }
}

fn groups() -> BTreeMap<char, Group> {
    let text = read("DEMANDS.md");
    let mut groups: BTreeMap<char, Group> = BTreeMap::new();
    let (mut letter, mut fence) = (' ', false);
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            letter = title.chars().next().expect("a letter");
        } else if line.starts_with("```") {
            fence = !fence;
            let rubrics = &mut groups.get_mut(&letter).expect("a table").rubrics;
            rubrics.extend(fence.then(String::new));
        } else if fence {
            let rubrics = &mut groups.get_mut(&letter).expect("a table").rubrics;
            let rubric = rubrics.last_mut().expect("a rubric");
            rubric.push_str(line);
            rubric.push('\n');
        } else if line.trim_start_matches("| ").starts_with(letter) {
            let demand = demand(line);
            groups.entry(letter).or_default().demands.push(demand);
        }
    }
    groups
}

#[test]
fn no_demand_is_missing() {
    let found: Vec<String> = groups()
        .values()
        .flat_map(|group| group.demands.iter().map(|demand| demand.number.clone()))
        .collect();
    let wanted: Vec<String> = GROUPS
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |index| format!("{letter}{index}")))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_form_stands_in_a_rubric_that_compiles() {
    let mut wrong = Vec::new();
    for (letter, group) in groups() {
        for rubric in &group.rubrics {
            let errors: Vec<_> = wire::check(rubric, &[])
                .into_iter()
                .filter(|one| one.severity == "error")
                .collect();
            let lines = support::lines(&errors);
            wrong.extend(lines.iter().map(|line| format!("{letter}, {line}")));
            // The forms are shown at work, not only read.
            assert!(rubric.contains("expects "), "{letter} expects nothing");
        }
        let rubric = flat(&group.rubrics.join("\n"));
        for Demand { number, forms, .. } in &group.demands {
            assert!(!forms.is_empty(), "{number} has no form");
            let absent = forms.iter().filter(|form| !rubric.contains(*form));
            wrong.extend(absent.map(|form| format!("{number}: `{form}` is in no rubric")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether a file has a case of this name: a vector's, or an example's label.
fn has_case(path: &str, name: &str) -> bool {
    let text = read(path);
    if path.ends_with(".rubric") {
        return text.contains(&format!("example \"{name}\""));
    }
    let file: Json = serde_json::from_str(&text).expect("a vector");
    let mut cases = file["cases"].as_array().expect("cases").iter();
    cases.any(|case| case["name"] == name)
}

#[test]
fn every_case_exists() {
    let mut wrong = Vec::new();
    for demand in groups().values().flat_map(|group| &group.demands) {
        assert!(!demand.cases.is_empty(), "{} has no case", demand.number);
        for (path, name) in &demand.cases {
            if !has_case(path, name) {
                wrong.push(format!("{}: {path} has no case `{name}`", demand.number));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
